# The tests. A new cmocka program tests/FOLDER/test_NAME.c is two lines below: one in the list
# of its floor, one that says what it may link - the floor of its subject and those under it,
# never more, so that a layer that leaks does not link.

BASE_TEST = src/libbase.a
TEXT_TEST = src/libtext.a $(BASE_TEST) $(UNISTRING_LIBS)
DOC_TEST = src/libdoc.a src/libtext.a $(BASE_TEST) $(MD4C_LIBS) $(YAML_LIBS) $(UNISTRING_LIBS)
LIBRARY_TEST = src/liblibrary.a $(DOC_TEST) $(THREAD_LIBS)
LAYOUT_TEST = src/liblayout.a $(LIBRARY_TEST)
APP_TEST = src/libapp.a $(LAYOUT_TEST)
CLI_TEST = src/libcli.a $(APP_TEST)
TUI_TEST = src/libtui.a $(APP_TEST) $(TERMINAL_LIBS)
CHECKER = $(CMOCKA_LIBS)

TESTS_CMOCKA =
TESTS_PTY =

# --- floor 0 ---------------------------------------------------------------------------

# --- floor 1 ---------------------------------------------------------------------------

# --- floor 2 ---------------------------------------------------------------------------

# --- floor 3 ---------------------------------------------------------------------------

# --- floor 4 ---------------------------------------------------------------------------

# --- floor 5 ---------------------------------------------------------------------------

# --- floor 6 ---------------------------------------------------------------------------

# --- the program from outside ------------------------------------------------------------

# --- fuzz targets ------------------------------------------------------------------------
# tests/fuzz/fuzz_NAME.c offers LLVMFuzzerTestOneInput. With fuzz_main.c it is a plain test over
# its seeds, tests/fuzz/seeds/NAME/ and seeds/common/; `make fuzz` has a fuzzer drive it. Three
# lines each.

TESTS_FUZZ =


# --- scripts -----------------------------------------------------------------------------

TESTS_LINT = \
	tests/lint/layers.sh \
	tests/lint/manuals.sh \
	tests/lint/sources.sh

# ------------------------------------------------------------------------------------------

TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = $(SHELL)
check_PROGRAMS += $(TESTS_FUZZ)
TESTS += $(TESTS_FUZZ) $(TESTS_LINT)
if HAVE_CMOCKA
check_PROGRAMS += $(TESTS_CMOCKA)
TESTS += $(TESTS_CMOCKA)
endif
if HAVE_VTERM
check_PROGRAMS += $(TESTS_PTY)
TESTS += $(TESTS_PTY)
endif

# A test sees no more of the machine than the source folder, the built program and the bundled
# collection; what a reader owns lies in a folder made anew for every run.
test_home = $(abs_top_builddir)/tests/home
AM_TESTS_ENVIRONMENT = \
	LC_ALL=C.UTF-8; export LC_ALL; \
	TERM=xterm-256color; export TERM; \
	DIPTYCH='$(abs_top_builddir)/diptych$(EXEEXT)'; export DIPTYCH; \
	COLLECTION='$(abs_top_srcdir)/data/collection'; export COLLECTION; \
	HOME='$(test_home)'; export HOME; \
	XDG_CONFIG_HOME="$$HOME/config"; export XDG_CONFIG_HOME; \
	XDG_DATA_HOME="$$HOME/data"; export XDG_DATA_HOME; \
	XDG_CACHE_HOME="$$HOME/cache"; export XDG_CACHE_HOME; \
	BUILDDIR='$(abs_top_builddir)'; export BUILDDIR; \
	MANDOC='$(MANDOC)'; export MANDOC; \
	unset NO_COLOR LINES COLUMNS DIPTYCH_COLLECTION PAGER VISUAL EDITOR BROWSER;

check_DATA = tests/fresh-home
tests/fresh-home: FORCE-home
	@rm -rf tests/home && $(MKDIR_P) tests/home/config tests/home/data tests/home/cache

.PHONY: FORCE-home fuzz bench coverage
FORCE-home:

check-local:
if !HAVE_CMOCKA
	@echo 'note: cmocka was not found, most tests were not built; ./bootstrap check installs it'
endif
if !HAVE_VTERM
	@echo 'note: libvterm was not found, the terminal tests were not built'
endif

# Each of these says how it is steered at its top.
fuzz: all
	$(SHELL) $(srcdir)/tests/fuzz/run.sh $(srcdir) fuzz-build

coverage:
	$(SHELL) $(srcdir)/tests/coverage.sh $(srcdir) coverage-build

bench: all
	DIPTYCH='$(abs_top_builddir)/diptych$(EXEEXT)' \
	    $(SHELL) $(srcdir)/tests/bench/run.sh $(abs_top_srcdir)/data/collection

clean-local:
	-rm -rf tests/home fuzz-build coverage-build

EXTRA_DIST += \
	$(TESTS_LINT) \
	tests/summary.sh \
	tests/subbuild.sh \
	tests/coverage.sh \
	tests/fuzz/run.sh \
	tests/fuzz/seeds \
	tests/bench/run.sh \
	tests/bench/table.py \
	tests/bench/ttybench
