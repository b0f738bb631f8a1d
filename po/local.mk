# The catalogues of messages: po/NAME.po, compiled to po/NAME.mo in the build folder, where the program finds
# them, and installed under localedir. configure reads LINGUAS and sets CATALOGUES, empty without msgfmt.
EXTRA_DIST += po/LINGUAS po/README po/extract.awk po/words.txt po/zh_CN.po po/zh_TW.po po/zh_TW.sh po/zh_TW.before.sed \
	po/zh_TW.after.sed
CLEANFILES += po/*.mo
noinst_DATA = $(CATALOGUES)

SUFFIXES = .po .mo
.po.mo:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) --check-format --check-header -o $@-new $< && mv $@-new $@

install-data-local: $(CATALOGUES)
	@for file in $(CATALOGUES); do \
	    name=`basename $$file .mo`; \
	    $(MKDIR_P) '$(DESTDIR)$(localedir)'/$$name/LC_MESSAGES && \
	    $(INSTALL_DATA) $$file '$(DESTDIR)$(localedir)'/$$name/LC_MESSAGES/diptych.mo || exit 1; \
	done

uninstall-local:
	@for file in $(CATALOGUES); do \
	    rm -f '$(DESTDIR)$(localedir)'/`basename $$file .mo`/LC_MESSAGES/diptych.mo; \
	done

# The messages as they are now; then takes them into the catalogues, which the source folder keeps.
diptych.pot: FORCE-pot
	@cd $(srcdir) && LC_ALL=C $(AWK) -f po/extract.awk `find src -name '*.[ch]' | LC_ALL=C sort` \
	    >$(abs_builddir)/diptych.pot
update-po: diptych.pot
	@for file in `sed 's/#.*//' $(srcdir)/po/LINGUAS`; do \
	    msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-wrap $(srcdir)/po/$$file.po diptych.pot && \
	    msgattrib --no-obsolete --no-wrap -o $(srcdir)/po/$$file.po $(srcdir)/po/$$file.po; \
	done
FORCE-pot:
.PHONY: FORCE-pot update-po
CLEANFILES += diptych.pot
