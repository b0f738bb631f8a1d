# The tests. A new cmocka program tests/FOLDER/test_NAME.c is two lines below: one in the list
# of its floor, one that says what it may link - the floor of its subject and those under it,
# never more, so that a layer that leaks does not link.

TEST_BASE = $(LIBS_BASE) $(CMOCKA_LIBS)
TEST_TEXT = $(LIBS_TEXT) $(CMOCKA_LIBS)
TEST_DOC = $(LIBS_DOC) $(CMOCKA_LIBS)
TEST_ENTITY = $(LIBS_ENTITY) $(CMOCKA_LIBS)
TEST_NOTES = $(LIBS_NOTES) $(CMOCKA_LIBS)
TEST_QUOTE = $(LIBS_QUOTE) $(CMOCKA_LIBS)
TEST_ALIGN = $(LIBS_ALIGN) $(CMOCKA_LIBS)
TEST_LIBRARY = $(LIBS_LIBRARY) $(CMOCKA_LIBS)
TEST_EXPORT = $(LIBS_EXPORT) $(CMOCKA_LIBS)
TEST_LAYOUT = $(LIBS_LAYOUT) $(CMOCKA_LIBS)
TEST_COMMAND = $(LIBS_COMMAND) $(CMOCKA_LIBS)
TEST_CLI = $(LIBS_CLI) $(CMOCKA_LIBS)
TEST_TUI = $(LIBS_TUI) $(CMOCKA_LIBS)

AM_CPPFLAGS += -I$(top_srcdir)/tests $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)

TESTS_CMOCKA =
TESTS_VTERM =
noinst_HEADERS = tests/test_scale.h

# --- floor 0 ---------------------------------------------------------------------------

TESTS_CMOCKA += tests/base/test_failing_calls
tests_base_test_failing_calls_LDADD = $(TEST_BASE)
tests_base_test_failing_calls_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=pipe,--wrap=read,--wrap=write,--wrap=poll,--wrap=fsync \
	-Wl,--wrap=close,--wrap=rename,--wrap=waitpid,--wrap=fchmod,--wrap=malloc,--wrap=calloc,--wrap=realloc
TESTS_CMOCKA += tests/base/test_file
tests_base_test_file_CFLAGS = $(AM_CFLAGS) $(ZLIB_CFLAGS)
tests_base_test_file_LDADD = $(TEST_BASE)
TESTS_CMOCKA += tests/base/test_command_words
tests_base_test_command_words_LDADD = $(TEST_BASE)
TESTS_CMOCKA += tests/base/test_filter_jobs
tests_base_test_filter_jobs_LDADD = $(TEST_BASE)
TESTS_CMOCKA += tests/base/test_foreground
tests_base_test_foreground_LDADD = $(TEST_BASE)
TESTS_CMOCKA += tests/base/test_hook
tests_base_test_hook_LDADD = $(TEST_BASE)
TESTS_CMOCKA += tests/base/test_message
tests_base_test_message_LDADD = $(TEST_BASE)
TESTS_CMOCKA += tests/base/test_sha256
tests_base_test_sha256_LDADD = $(TEST_BASE)
TESTS_CMOCKA += tests/base/test_spool
tests_base_test_spool_LDADD = $(TEST_BASE)
TESTS_CMOCKA += tests/base/test_string_ids
tests_base_test_string_ids_LDADD = $(TEST_BASE)

# --- floor 1 ---------------------------------------------------------------------------

TESTS_CMOCKA += tests/text/test_wordlist
tests_text_test_wordlist_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_commonword
tests_text_test_commonword_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_conformance
tests_text_test_conformance_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_find
tests_text_test_find_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_fold
tests_text_test_fold_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_grapheme
tests_text_test_grapheme_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_json
tests_text_test_json_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_linebreak
tests_text_test_linebreak_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_numeral
tests_text_test_numeral_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_sanitize
tests_text_test_sanitize_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_sentence
tests_text_test_sentence_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_utf8
tests_text_test_utf8_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_wide_text
tests_text_test_wide_text_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_width
tests_text_test_width_LDADD = $(TEST_TEXT)
TESTS_CMOCKA += tests/text/test_word
tests_text_test_word_LDADD = $(TEST_TEXT)
EXTRA_DIST += tests/text/linebreak-known.txt

# --- floor 2 ---------------------------------------------------------------------------

TESTS_CMOCKA += tests/doc/test_converted
tests_doc_test_converted_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_document
tests_doc_test_document_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_frontmatter
tests_doc_test_frontmatter_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_joining
tests_doc_test_joining_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_markdown_spec
tests_doc_test_markdown_spec_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_markdown
tests_doc_test_markdown_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_hyphenation
tests_doc_test_hyphenation_LDADD = $(TEST_DOC)

TESTS_CMOCKA += tests/doc/test_plain
tests_doc_test_plain_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_reader
tests_doc_test_reader_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_word_count
tests_doc_test_word_count_LDADD = $(TEST_DOC)
TESTS_CMOCKA += tests/doc/test_terminal_text
tests_doc_test_terminal_text_LDADD = $(TEST_DOC)
noinst_HEADERS += tests/doc/notation.h

# --- floor 3 ---------------------------------------------------------------------------

TESTS_CMOCKA += tests/align/test_dateline
tests_align_test_dateline_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/align/test_comparable
tests_align_test_comparable_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/align/test_linking_rest
tests_align_test_linking_rest_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/align/test_excerpt
tests_align_test_excerpt_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/align/test_links
tests_align_test_links_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/dictionary/test_dictionary
tests_dictionary_test_dictionary_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/dictionary/test_glossary
tests_dictionary_test_glossary_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/language/test_english
tests_language_test_english_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/dictionary/test_import
tests_dictionary_test_import_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/dictionary/test_import_formats
tests_dictionary_test_import_formats_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/dictionary/test_core_words
tests_dictionary_test_core_words_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/dictionary/test_lexicon
tests_dictionary_test_lexicon_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/align/test_sentence_shape
tests_align_test_sentence_shape_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/align/test_parallel
tests_align_test_parallel_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/align/test_effort
tests_align_test_effort_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/align/test_odd_texts
tests_align_test_odd_texts_LDADD = $(TEST_ALIGN)
noinst_HEADERS += tests/align/opened_text.h tests/align/report_pair.h tests/align/report_of.h \
	tests/align/version.h tests/notes/model.h
TESTS_CMOCKA += tests/language/test_names
tests_language_test_names_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/language/test_pinyin
tests_language_test_pinyin_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/language/test_spelling
tests_language_test_spelling_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/language/test_inflection
tests_language_test_inflection_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/entity/test_dispersion
tests_entity_test_dispersion_LDADD = $(TEST_ENTITY)
TESTS_CMOCKA += tests/entity/test_kwic
tests_entity_test_kwic_LDADD = $(TEST_ENTITY)
TESTS_CMOCKA += tests/figure/test_figure_date
tests_figure_test_figure_date_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/quote/test_quotations
tests_quote_test_quotations_LDADD = $(TEST_QUOTE)
TESTS_CMOCKA += tests/quote/test_speakers
tests_quote_test_speakers_LDADD = $(TEST_QUOTE)
TESTS_CMOCKA += tests/figure/test_figures
tests_figure_test_figures_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/figure/test_figures_heads
tests_figure_test_figures_heads_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/figure/test_figures_gold
tests_figure_test_figures_gold_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/figure/test_figures_pair
tests_figure_test_figures_pair_LDADD = $(TEST_ALIGN)
TESTS_CMOCKA += tests/figure/test_figures_table
tests_figure_test_figures_table_LDADD = $(TEST_ALIGN)
EXTRA_DIST += tests/figure/figures.tsv tests/figure/pairs.tsv tests/figure/english.tsv \
	tests/figure/chinese.tsv tests/figure/everyday.tsv \
	tests/figure/hard.tsv tests/figure/kinds.tsv tests/figure/plain.tsv tests/figure/compared.tsv
TESTS_CMOCKA += tests/entity/test_longer_word
tests_entity_test_longer_word_LDADD = $(TEST_ENTITY)
TESTS_CMOCKA += tests/entity/test_linker
tests_entity_test_linker_LDADD = $(TEST_ENTITY)
TESTS_CMOCKA += tests/entity/test_matcher
tests_entity_test_matcher_LDADD = $(TEST_ENTITY)
TESTS_CMOCKA += tests/entity/test_names
tests_entity_test_names_LDADD = $(TEST_ENTITY)
TESTS_CMOCKA += tests/library/test_check
tests_library_test_check_LDADD = $(TEST_LIBRARY)
TESTS_CMOCKA += tests/library/test_collection
tests_library_test_collection_LDADD = $(TEST_LIBRARY)
TESTS_CMOCKA += tests/library/test_walk
tests_library_test_walk_LDADD = $(TEST_LIBRARY)
TESTS_CMOCKA += tests/library/test_local_link
tests_library_test_local_link_LDADD = $(TEST_LIBRARY)
TESTS_CMOCKA += tests/library/test_versions
tests_library_test_versions_LDADD = $(TEST_LIBRARY)
TESTS_CMOCKA += tests/library/test_note
tests_library_test_note_LDADD = $(TEST_LIBRARY)
TESTS_CMOCKA += tests/library/test_note_index
tests_library_test_note_index_LDADD = $(TEST_LIBRARY)
TESTS_CMOCKA += tests/library/test_target
tests_library_test_target_LDADD = $(TEST_LIBRARY)
noinst_HEADERS += tests/library/scratch.h tests/notes/annotation_of.h tests/notes/store_scene.h
NOTES_TRIAL = tests/notes/editing.c tests/notes/editing.h tests/notes/trial.c tests/notes/trial.h
TESTS_CMOCKA += tests/notes/test_anchor
tests_notes_test_anchor_SOURCES = tests/notes/test_anchor.c $(NOTES_TRIAL)
tests_notes_test_anchor_LDADD = $(TEST_NOTES)
TESTS_CMOCKA += tests/notes/test_annotation
tests_notes_test_annotation_LDADD = $(TEST_NOTES)
TESTS_CMOCKA += tests/notes/test_durable
tests_notes_test_durable_SOURCES = tests/notes/test_durable.c tests/notes/faulty.c \
	tests/notes/faulty.h tests/notes/editing.c tests/notes/editing.h
tests_notes_test_durable_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
tests_notes_test_durable_LDADD = $(TEST_NOTES) $(SQLITE_LIBS)
TESTS_CMOCKA += tests/notes/test_powercut
tests_notes_test_powercut_SOURCES = tests/notes/test_powercut.c tests/notes/recorder.c \
	tests/notes/recorder.h tests/notes/editing.c tests/notes/editing.h
tests_notes_test_powercut_LDADD = $(TEST_NOTES)
TESTS_CMOCKA += tests/notes/test_import
tests_notes_test_import_LDADD = $(TEST_NOTES)
TESTS_CMOCKA += tests/notes/test_store
tests_notes_test_store_LDADD = $(TEST_NOTES)

TESTS_CMOCKA += tests/notes/test_recovery
tests_notes_test_recovery_LDADD = $(TEST_NOTES)

# --- floor 4 ---------------------------------------------------------------------------

WELLFORMED = tests/export/wellformed.c tests/export/wellformed.h
noinst_HEADERS += tests/export/record_of.h
TESTS_CMOCKA += tests/export/test_annotated
tests_export_test_annotated_SOURCES = tests/export/test_annotated.c $(WELLFORMED)
tests_export_test_annotated_LDADD = $(TEST_EXPORT)
TESTS_CMOCKA += tests/export/test_mustache
tests_export_test_mustache_LDADD = $(TEST_EXPORT)
TESTS_CMOCKA += tests/export/test_escape
tests_export_test_escape_SOURCES = tests/export/test_escape.c $(WELLFORMED)
tests_export_test_escape_LDADD = $(TEST_EXPORT)
TESTS_CMOCKA += tests/export/test_printer
tests_export_test_printer_SOURCES = tests/export/test_printer.c $(WELLFORMED)
tests_export_test_printer_LDADD = $(TEST_EXPORT)
TESTS_CMOCKA += tests/export/test_weave
tests_export_test_weave_LDADD = $(TEST_EXPORT)
check_PROGRAMS += tests/export/notebook
tests_export_notebook_LDADD = $(LIBS_EXPORT)
EXTRA_DIST += tests/export/golden tests/export/formats.sh tests/export/read_back.py tests/export/jsonld_read.js tests/export/org_read.el tests/export/tmx14.dtd
TESTS_CMOCKA += tests/layout/test_fill
tests_layout_test_fill_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_grid
tests_layout_test_grid_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_layout
tests_layout_test_layout_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_paint
tests_layout_test_paint_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_grid_frame
tests_layout_test_grid_frame_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_painted
tests_layout_test_painted_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_shift
tests_layout_test_shift_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_style
tests_layout_test_style_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_tag
tests_layout_test_tag_LDADD = $(TEST_LAYOUT)
TESTS_CMOCKA += tests/layout/test_table
tests_layout_test_table_LDADD = $(TEST_LAYOUT)
noinst_HEADERS += tests/layout/setting.h

# --- floor 5 ---------------------------------------------------------------------------

TESTS_CMOCKA += tests/app/test_annotate
tests_app_test_annotate_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/notes/test_gram_filter
tests_notes_test_gram_filter_LDADD = $(TEST_NOTES)

TESTS_CMOCKA += tests/notes/test_note_syntax
tests_notes_test_note_syntax_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_note_import
tests_query_test_note_import_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_note_placement
tests_query_test_note_placement_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/ui/test_selection
tests_ui_test_selection_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_article_locator
tests_query_test_article_locator_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_mention_index
tests_query_test_mention_index_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_coverage
tests_app_test_coverage_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_entity_index
tests_query_test_entity_index_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_dated_statements
tests_query_test_dated_statements_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_speaker_match
tests_query_test_speaker_match_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_timeline
tests_query_test_timeline_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/library/test_note_template
tests_library_test_note_template_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_edit
tests_app_test_edit_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_editor
tests_app_test_editor_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/ui/test_link_labels
tests_ui_test_link_labels_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_passage_map
tests_query_test_passage_map_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/ui/test_key
tests_ui_test_key_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_command
tests_app_test_command_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_figure_comparison
tests_query_test_figure_comparison_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_concordance
tests_query_test_concordance_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_addition
tests_query_test_addition_LDADD = $(TEST_COMMAND)
tests_query_test_addition_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=file_create
TESTS_CMOCKA += tests/query/test_search_index
tests_query_test_search_index_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_search_query
tests_query_test_search_query_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_library_scan
tests_app_test_library_scan_LDADD = $(TEST_COMMAND)
tests_app_test_library_scan_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=clock_now,--wrap=concordance_step

TESTS_CMOCKA += tests/app/test_library_search
tests_app_test_library_search_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_long_work
tests_app_test_long_work_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_library_add
tests_app_test_library_add_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_config
tests_app_test_config_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_entity_gold
tests_query_test_entity_gold_LDADD = $(TEST_COMMAND)
EXTRA_DIST += tests/entity/gold tests/entity/seeds tests/entity/traps
TESTS_CMOCKA += tests/app/test_keymap
tests_app_test_keymap_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/ui/test_list
tests_ui_test_list_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/base/test_subprocess
tests_base_test_subprocess_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_counterpart
tests_query_test_counterpart_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_lookup
tests_query_test_lookup_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/ui/test_crosstab
tests_ui_test_crosstab_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/ui/test_option
tests_ui_test_option_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_aligner
tests_query_test_aligner_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_asking
tests_query_test_asking_LDADD = $(TEST_COMMAND)
EXTRA_DIST += tests/align/chinese tests/align/english tests/align/gold tests/align/kept \
	tests/align/kept-chinese tests/align/kept-chinese2 tests/align/kept-english \
	tests/align/kept-mixed tests/align/kept-rivals tests/align/kinds.txt tests/align/rivals tests/align/mixed.sh tests/align/mixed.tsv tests/align/reports tests/align/reports.tsv
TESTS_CMOCKA += tests/ui/test_pane
tests_ui_test_pane_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/ui/test_prompt
tests_ui_test_prompt_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_converting
tests_app_test_converting_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_reload
tests_app_test_reload_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/query/test_position_remap
tests_query_test_position_remap_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/ui/test_article_view
tests_ui_test_article_view_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_lookup_history
tests_app_test_lookup_history_LDADD = $(TEST_COMMAND)

TESTS_CMOCKA += tests/app/test_visit
tests_app_test_visit_LDADD = $(TEST_COMMAND)
noinst_HEADERS += tests/app/room_of.h
TESTS_CMOCKA += tests/query/test_aligner_reports
tests_query_test_aligner_reports_SOURCES = tests/query/test_aligner_reports.c \
	tests/align/report_pair.c
tests_query_test_aligner_reports_LDADD = $(TEST_COMMAND)
TESTS_CMOCKA += tests/app/test_room
tests_app_test_room_LDADD = $(TEST_COMMAND)
tests_app_test_room_SOURCES = tests/app/test_room.c tests/app/room_script.c \
	tests/app/room_script.h tests/app/room_look.c tests/app/room_shell.c tests/app/room_player.h
EXTRA_DIST += tests/app/collection tests/app/scripts tests/app/messages.txt

TESTS_CMOCKA += tests/app/test_walkthrough
tests_app_test_walkthrough_LDADD = $(TEST_COMMAND)
tests_app_test_walkthrough_SOURCES = tests/app/test_walkthrough.c tests/app/room_script.c \
	tests/app/room_script.h tests/app/room_look.c tests/app/room_shell.c tests/app/room_player.h
EXTRA_DIST += tests/app/walkthrough

# --- floor 6 ---------------------------------------------------------------------------

TESTS_CMOCKA += tests/cli/test_arguments
tests_cli_test_arguments_LDADD = $(TEST_CLI)
TESTS_CMOCKA += tests/cli/test_output
tests_cli_test_output_LDADD = $(TEST_CLI)
TESTS_CMOCKA += tests/tui/test_keys
tests_tui_test_keys_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)
tests_tui_test_keys_LDADD = $(TEST_TUI)
TESTS_VTERM += tests/tui/test_display
tests_tui_test_display_SOURCES = tests/tui/test_display.c $(CURSES_HARNESS)
tests_tui_test_display_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)
tests_tui_test_display_LDADD = $(TEST_TUI) $(VTERM_LIBS)
TESTS_VTERM += tests/tui/test_replay
tests_tui_test_replay_SOURCES = tests/tui/test_replay.c $(CURSES_HARNESS)
tests_tui_test_replay_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)
tests_tui_test_replay_LDADD = $(TEST_TUI) $(VTERM_LIBS)
TESTS_CMOCKA += tests/tui/test_terminal
tests_tui_test_terminal_SOURCES = tests/tui/test_terminal.c tests/pty/outbytes.c tests/pty/outbytes.h
tests_tui_test_terminal_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)
tests_tui_test_terminal_LDADD = $(TEST_TUI)
tests_tui_test_terminal_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=newterm,--wrap=pipe,--wrap=kill

# --- the program from outside, on a terminal ----------------------------------------------

CURSES_HARNESS = tests/tui/curses_harness.c tests/tui/curses_harness.h $(VTERM_HARNESS)
VTERM_HARNESS = tests/tui/vterm_harness.c tests/tui/vterm_harness.h
PTY_HARNESS = tests/pty/pty.c tests/pty/pty.h tests/pty/outbytes.c tests/pty/outbytes.h \
	tests/pty/supervisor.c tests/pty/supervisor.h $(VTERM_HARNESS)
TEST_PTY = $(LIBS_TEXT) $(CMOCKA_LIBS) $(VTERM_LIBS) $(PTY_LIBS)

TESTS_VTERM += tests/pty/test_readme
tests_pty_test_readme_SOURCES = tests/pty/test_readme.c tests/pty/picture.c tests/pty/picture.h \
	$(PTY_HARNESS)
tests_pty_test_readme_LDADD = $(TEST_PTY)
TESTS_VTERM += tests/pty/test_progress
tests_pty_test_progress_SOURCES = tests/pty/test_progress.c $(PTY_HARNESS)
tests_pty_test_progress_LDADD = $(TEST_PTY)
TESTS_VTERM += tests/pty/test_manners
tests_pty_test_manners_SOURCES = tests/pty/test_manners.c $(PTY_HARNESS)
tests_pty_test_manners_LDADD = $(TEST_PTY)

# --- fuzz targets ------------------------------------------------------------------------
# tests/fuzz/fuzz_NAME.c offers LLVMFuzzerTestOneInput. With fuzz_main.c it is a plain test over
# its seeds, tests/fuzz/seeds/NAME/ and seeds/common/; `make fuzz` has a fuzzer drive it. Four
# lines each.

TESTS_FUZZ =
FUZZER_LINK =
FUZZ_MAIN = tests/fuzz/fuzz_main.c tests/fuzz/changed_input.c tests/fuzz/changed_input.h
noinst_HEADERS += tests/fuzz/document_invariants.h tests/fuzz/holds.h

TESTS_FUZZ += tests/fuzz/fuzz_cedict
tests_fuzz_fuzz_cedict_SOURCES = tests/fuzz/fuzz_cedict.c $(FUZZ_MAIN)
tests_fuzz_fuzz_cedict_LDADD = $(LIBS_ALIGN)
tests_fuzz_fuzz_cedict_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_converted
tests_fuzz_fuzz_converted_SOURCES = tests/fuzz/fuzz_converted.c $(FUZZ_MAIN)
tests_fuzz_fuzz_converted_LDADD = $(LIBS_DOC)
tests_fuzz_fuzz_converted_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

if HAVE_CONVERTER
TESTS_FUZZ += tests/fuzz/fuzz_encoding
tests_fuzz_fuzz_encoding_SOURCES = tests/fuzz/fuzz_encoding.c $(FUZZ_MAIN)
tests_fuzz_fuzz_encoding_LDADD = $(LIBS_CONVERT)
tests_fuzz_fuzz_encoding_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)
TESTS_FUZZ += tests/fuzz/fuzz_html
tests_fuzz_fuzz_html_SOURCES = tests/fuzz/fuzz_html.c $(FUZZ_MAIN)
tests_fuzz_fuzz_html_LDADD = $(LIBS_CONVERT)
tests_fuzz_fuzz_html_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)
endif

TESTS_FUZZ += tests/fuzz/fuzz_dictionary
tests_fuzz_fuzz_dictionary_SOURCES = tests/fuzz/fuzz_dictionary.c $(FUZZ_MAIN)
tests_fuzz_fuzz_dictionary_LDADD = $(LIBS_ALIGN)
tests_fuzz_fuzz_dictionary_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_export
tests_fuzz_fuzz_export_SOURCES = tests/fuzz/fuzz_export.c $(FUZZ_MAIN) $(WELLFORMED)
tests_fuzz_fuzz_export_LDADD = $(LIBS_EXPORT)
tests_fuzz_fuzz_export_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_frontmatter
tests_fuzz_fuzz_frontmatter_SOURCES = tests/fuzz/fuzz_frontmatter.c $(FUZZ_MAIN)
tests_fuzz_fuzz_frontmatter_LDADD = $(LIBS_DOC)
tests_fuzz_fuzz_frontmatter_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_linker
tests_fuzz_fuzz_linker_SOURCES = tests/fuzz/fuzz_linker.c $(FUZZ_MAIN)
tests_fuzz_fuzz_linker_LDADD = $(LIBS_ENTITY)
tests_fuzz_fuzz_linker_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_quotations
tests_fuzz_fuzz_quotations_SOURCES = tests/fuzz/fuzz_quotations.c $(FUZZ_MAIN)
tests_fuzz_fuzz_quotations_LDADD = $(LIBS_QUOTE)
tests_fuzz_fuzz_quotations_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)
TESTS_FUZZ += tests/fuzz/fuzz_figures
tests_fuzz_fuzz_figures_SOURCES = tests/fuzz/fuzz_figures.c $(FUZZ_MAIN)
tests_fuzz_fuzz_figures_LDADD = $(LIBS_ALIGN)
tests_fuzz_fuzz_figures_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)
TESTS_FUZZ += tests/fuzz/fuzz_anchor
tests_fuzz_fuzz_anchor_SOURCES = tests/fuzz/fuzz_anchor.c $(FUZZ_MAIN)
tests_fuzz_fuzz_anchor_LDADD = $(LIBS_NOTES)
tests_fuzz_fuzz_anchor_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_import
tests_fuzz_fuzz_import_SOURCES = tests/fuzz/fuzz_import.c $(FUZZ_MAIN)
tests_fuzz_fuzz_import_LDADD = $(LIBS_NOTES)
tests_fuzz_fuzz_import_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_markdown
tests_fuzz_fuzz_markdown_SOURCES = tests/fuzz/fuzz_markdown.c $(FUZZ_MAIN)
tests_fuzz_fuzz_markdown_LDADD = $(LIBS_DOC)
tests_fuzz_fuzz_markdown_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_plain
tests_fuzz_fuzz_plain_SOURCES = tests/fuzz/fuzz_plain.c $(FUZZ_MAIN)
tests_fuzz_fuzz_plain_LDADD = $(LIBS_DOC)
tests_fuzz_fuzz_plain_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_room
tests_fuzz_fuzz_room_SOURCES = tests/fuzz/fuzz_room.c $(FUZZ_MAIN)
tests_fuzz_fuzz_room_LDADD = $(LIBS_COMMAND)
tests_fuzz_fuzz_room_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

TESTS_FUZZ += tests/fuzz/fuzz_stardict
tests_fuzz_fuzz_stardict_SOURCES = tests/fuzz/fuzz_stardict.c $(FUZZ_MAIN)
tests_fuzz_fuzz_stardict_LDADD = $(LIBS_ALIGN)
tests_fuzz_fuzz_stardict_LDFLAGS = $(AM_LDFLAGS) $(FUZZER_LINK)

# --- scripts -----------------------------------------------------------------------------

TESTS_LINT = \
	tests/lint/messages.sh \
	tests/lint/catalogues.sh \
	tests/lint/layers.sh \
	tests/lint/circles.sh \
	tests/lint/manuals.sh \
	tests/lint/example.sh \
	tests/lint/sources.sh \
	tests/lint/seams.sh \
	tests/lint/tags.sh \
	tests/lint/tree.sh

# ------------------------------------------------------------------------------------------

EXTRA_DIST += tests/packaging/packaging.sh tests/postgres/run.sh tests/library/hostile.sh
TESTS_GOLDEN = tests/golden/run.sh tests/golden/languages.sh tests/packaging/packaging.sh tests/align/tmx.sh tests/align/documents.sh tests/export/formats.sh tests/convert/run.sh \
	tests/library/hostile.sh tests/postgres/run.sh

# What runs threads, for the sanitizer that watches them.
TESTS_THREADED = tests/library/test_check tests/query/test_aligner tests/query/test_concordance \
	tests/query/test_figure_comparison tests/query/test_passage_map tests/app/test_reload tests/app/test_converting \
	tests/app/test_room
check-threads: tests/fresh-home diptych$(EXEEXT)
	$(MAKE) check-TESTS check_PROGRAMS='$(TESTS_THREADED)' TESTS='$(TESTS_THREADED)'

TEST_EXTENSIONS = .sh
LOG_COMPILER = $(SHELL) $(srcdir)/tests/limit.sh
SH_LOG_COMPILER = $(LOG_COMPILER) $(SHELL)
check_PROGRAMS += $(TESTS_FUZZ)
TESTS += $(TESTS_FUZZ) $(TESTS_GOLDEN) $(TESTS_LINT)
if HAVE_CMOCKA
check_PROGRAMS += $(TESTS_CMOCKA)
TESTS += $(TESTS_CMOCKA)
endif
if HAVE_VTERM
check_PROGRAMS += $(TESTS_VTERM)
TESTS += $(TESTS_VTERM)
endif

# A test sees no more of the machine than the source folder, the built program and the bundled
# collection; what a reader owns lies in a folder made anew for every run. The program on a terminal
# keeps its own SIGSEGV handler under sanitizers, for that is what puts the terminal in order.
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
	INITDB='$(INITDB)'; export INITDB; \
	case '$@' in tests/pty/*) ASAN_OPTIONS="$$ASAN_OPTIONS:handle_segv=1"; export ASAN_OPTIONS;; esac; \
	if test -d /usr/share/unicode/ucd/auxiliary; then \
	    UNICODE_AUXILIARY=/usr/share/unicode/ucd/auxiliary; export UNICODE_AUXILIARY; fi; \
	unset LANGUAGE NO_COLOR LINES COLUMNS DIPTYCH_COLLECTION PAGER VISUAL EDITOR BROWSER;

check_DATA = tests/fresh-home
tests/fresh-home: FORCE-home
	@rm -rf tests/home && $(MKDIR_P) tests/home/config tests/home/data tests/home/cache

.PHONY: FORCE-home check-threads fuzz bench bench-figures bench-lookup bench-search bench-aligning measure coverage mutants testlist testenvironment
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

N = 60
SEED = 7
mutants:
	@test -n '$(PYTHON)' || { echo 'mutants: python3 is not here' >&2; exit 1; }
	$(PYTHON) $(srcdir)/tests/mutants.py $(srcdir) mutants-build $(N) $(SEED)

testlist:
	@for test in $(TESTS); do echo "$$test"; done

testenvironment:
	@$(AM_TESTS_ENVIRONMENT) srcdir='$(srcdir)' env

# The matcher beside ripgrep and GNU grep.
EXTRA_PROGRAMS = tests/bench/matchbench
tests_bench_matchbench_LDADD = $(LIBS_ENTITY)

# How well marked passages are found again, and how fast.
EXTRA_PROGRAMS += tests/notes/editbench
tests_notes_editbench_SOURCES = tests/notes/editbench.c $(NOTES_TRIAL)
tests_notes_editbench_LDADD = $(LIBS_NOTES)

bench-anchors: tests/notes/editbench$(EXEEXT)
	tests/notes/editbench$(EXEEXT) $(abs_top_srcdir)/data/collection/articles

EXTRA_PROGRAMS += tests/bench/figurebench
tests_bench_figurebench_LDADD = $(LIBS_ALIGN)

bench-figures: tests/bench/figurebench$(EXEEXT)
	tests/bench/figurebench$(EXEEXT) $(abs_top_srcdir)/data/collection/articles/*.md

bench-matching: tests/bench/matchbench$(EXEEXT)
	MATCHBENCH='$(abs_builddir)/tests/bench/matchbench$(EXEEXT)' \
	    $(SHELL) $(srcdir)/tests/bench/matching.sh

# Searching: in a library that articles.py makes, or in the folder SEARCHBENCH_FOLDER with the file of queries
# SEARCHBENCH_QUERIES; and counting in the same run (rg -c).
noinst_HEADERS += tests/bench/timing.h
EXTRA_PROGRAMS += tests/bench/searchbench
tests_bench_searchbench_LDADD = $(LIBS_COMMAND)
EXTRA_PROGRAMS += tests/bench/typingbench
tests_bench_typingbench_LDADD = $(LIBS_COMMAND)

bench-search: all tests/bench/searchbench$(EXEEXT) tests/bench/typingbench$(EXEEXT)
	DIPTYCH='$(abs_builddir)/diptych$(EXEEXT)' TYPINGBENCH='$(abs_builddir)/tests/bench/typingbench$(EXEEXT)' SEARCHBENCH='$(abs_builddir)/tests/bench/searchbench$(EXEEXT)' \
	    PYTHON='$(PYTHON)' $(SHELL) $(srcdir)/tests/bench/searching.sh "$(SEARCHBENCH_FOLDER)" "$(SEARCHBENCH_QUERIES)"

# Look-ups, and a concordance over 1,000 pairs. LOOKBENCH_DATA: a data folder with dictionaries.
EXTRA_PROGRAMS += tests/bench/lookbench
tests_bench_lookbench_LDADD = $(LIBS_COMMAND)

bench-lookup: tests/bench/lookbench$(EXEEXT)
	work=`mktemp -d` && tests/bench/lookbench$(EXEEXT) $(abs_top_srcdir)/data/collection 1000 \
	    "$$work" $$LOOKBENCH_DATA; rm -rf "$$work"

# Learning the aligner's weights: see its top.
EXTRA_PROGRAMS += tests/align/train
tests_align_train_LDADD = $(LIBS_ALIGN)

# Learning and measuring the weights for reports: see its top.
EXTRA_PROGRAMS += tests/align/learn tests/align/learn_parts
tests_align_learn_parts_SOURCES = tests/align/learn_parts.c tests/align/report_pair.c
tests_align_learn_parts_LDADD = $(LIBS_QUERY)
tests_align_learn_SOURCES = tests/align/learn.c tests/align/report_pair.c
tests_align_learn_LDADD = $(LIBS_QUERY)

# What the hinge finds, and how fast: with SAMPLES=FOLDER on what that has (see measure.sh).
EXTRA_PROGRAMS += tests/align/measure
tests_align_measure_SOURCES = tests/align/measure.c tests/align/report_pair.c
tests_align_measure_LDADD = $(LIBS_QUERY)

measure: diptych$(EXEEXT) tests/align/measure$(EXEEXT)
	DIPTYCH='$(abs_top_builddir)/diptych$(EXEEXT)' \
	    MEASURE='$(abs_builddir)/tests/align/measure$(EXEEXT)' SAMPLES='$(SAMPLES)' \
	    $(SHELL) $(srcdir)/tests/bench/measure.sh $(abs_top_srcdir)

# What aligning takes, and beside hunalign: with SAMPLES=FOLDER on what that has (see aligning.sh).
bench-aligning: all
	DIPTYCH='$(abs_top_builddir)/diptych$(EXEEXT)' SAMPLES='$(SAMPLES)' \
	    $(SHELL) $(srcdir)/tests/bench/aligning.sh $(abs_top_srcdir)/data/collection

bench: all bench-aligning
	DIPTYCH='$(abs_top_builddir)/diptych$(EXEEXT)' \
	    $(SHELL) $(srcdir)/tests/bench/run.sh $(abs_top_srcdir)/data/collection

clean-local:
	-rm -rf tests/home fuzz-build coverage-build mutants-build

EXTRA_DIST += src/text/hanpairs.sh \
	src/language/readings.sh \
	$(TESTS_LINT) \
	tests/golden \
	tests/convert/run.sh \
	tests/convert/golden \
	tests/convert/short.tsv \
	tests/align/documents \
	tests/align/translations \
	tests/align/documents.sh \
	tests/align/tmx.sh \
	tests/summary.sh \
	tests/subbuild.sh \
	tests/limit.sh \
	tests/mutants.py \
	tests/coverage.sh \
	tests/fuzz/run.sh \
	tests/fuzz/seeds \
	tests/bench/run.sh \
	tests/bench/matching.sh \
	tests/bench/aligning.sh \
	tests/bench/alignbench.py \
	tests/bench/searching.sh \
	tests/bench/articles.py \
	tests/bench/measure.sh \
	tests/bench/table.py \
	tests/bench/ttybench
