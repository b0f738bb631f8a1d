# The manual, written in mdoc; tests/lint/manuals.sh holds it against the program's tables.
dist_man_MANS = \
	man/diptych.1 \
	man/diptych-collection.5 \
	man/diptych-export.5 \
	man/diptychrc.5

# The same in Chinese: man finds them by the locale. Its words for files and arguments are Chinese, those of
# commands, options and keys the program's; a blank behind full-width punctuation lets lines end there.
zhman1dir = $(mandir)/zh_CN/man1
dist_zhman1_DATA = man/zh_CN/diptych.1
zhman5dir = $(mandir)/zh_CN/man5
dist_zhman5_DATA = \
	man/zh_CN/diptych-collection.5 \
	man/zh_CN/diptych-export.5 \
	man/zh_CN/diptychrc.5

# ... and in traditional Chinese, made of those by po/zh_TW.sh.
twman1dir = $(mandir)/zh_TW/man1
dist_twman1_DATA = man/zh_TW/diptych.1
twman5dir = $(mandir)/zh_TW/man5
dist_twman5_DATA = \
	man/zh_TW/diptych-collection.5 \
	man/zh_TW/diptych-export.5 \
	man/zh_TW/diptychrc.5
