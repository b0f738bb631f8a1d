# One convenience library a floor's folder, so that a test (and the layer lint) links no more
# than the floors its subject may know.

noinst_LIBRARIES += \
	src/libbase.a \
	src/libtext.a \
	src/libdoc.a \
	src/liblibrary.a \
	src/libentity.a \
	src/libnotes.a \
	src/libbitext.a \
	src/liblayout.a \
	src/libapp.a \
	src/libcli.a \
	src/libtui.a

src_libbase_a_SOURCES = \
	src/base/buffer.c \
	src/base/buffer.h \
	src/base/error.c \
	src/base/error.h \
	src/base/file.c \
	src/base/file.h \
	src/base/sha256.c \
	src/base/sha256.h \
	src/base/span.c \
	src/base/span.h \
	src/base/vector.c \
	src/base/vector.h \
	src/base/xalloc.c \
	src/base/xalloc.h

src_libtext_a_SOURCES = \
	src/text/abbreviation.c \
	src/text/abbreviation.h \
	src/text/commonword.c \
	src/text/commonword.h \
	src/text/decimal.c \
	src/text/decimal.h \
	src/text/find.c \
	src/text/find.h \
	src/text/find_anchor.c \
	src/text/find_anchor.h \
	src/text/find_literal.c \
	src/text/find_literal.h \
	src/text/find_regex.c \
	src/text/find_regex.h \
	src/text/fold.c \
	src/text/fold.h \
	src/text/grapheme.c \
	src/text/grapheme.h \
	src/text/json.c \
	src/text/json.h \
	src/text/latinword.c \
	src/text/latinword.h \
	src/text/lettercase.c \
	src/text/lettercase.h \
	src/text/linebreak.c \
	src/text/linebreak.h \
	src/text/linetrait.c \
	src/text/linetrait.h \
	src/text/numeral.c \
	src/text/numeral.h \
	src/text/numeral_han.c \
	src/text/numeral_han.h \
	src/text/numeral_words.c \
	src/text/numeral_words.h \
	src/text/punctuation.c \
	src/text/punctuation.h \
	src/text/reporting.c \
	src/text/reporting.h \
	src/text/sanitize.c \
	src/text/sanitize.h \
	src/text/sentence.c \
	src/text/sentence.h \
	src/text/utf8.c \
	src/text/utf8.h \
	src/text/width.c \
	src/text/width.h \
	src/text/word.c \
	src/text/word.h

src_libdoc_a_SOURCES = \
	src/doc/blocks.c \
	src/doc/blocks.h \
	src/doc/builder.c \
	src/doc/builder.h \
	src/doc/charref.c \
	src/doc/charref.h \
	src/doc/document.c \
	src/doc/document.h \
	src/doc/footnotes.c \
	src/doc/footnotes.h \
	src/doc/frontmatter.c \
	src/doc/frontmatter.h \
	src/doc/guess.c \
	src/doc/guess.h \
	src/doc/joining.c \
	src/doc/joining.h \
	src/doc/markdown.c \
	src/doc/markdown.h \
	src/doc/nesting.c \
	src/doc/nesting.h \
	src/doc/plain.c \
	src/doc/plain.h \
	src/doc/reader.c \
	src/doc/reader.h \
	src/doc/wrapping.c \
	src/doc/wrapping.h
src_libdoc_a_CFLAGS = $(AM_CFLAGS) $(MD4C_CFLAGS) $(YAML_CFLAGS)

src_liblibrary_a_SOURCES = \
	src/library/article.c \
	src/library/article.h \
	src/library/catalogue.c \
	src/library/catalogue.h \
	src/library/check.c \
	src/library/check.h \
	src/library/check_article.c \
	src/library/check_article.h \
	src/library/check_glossary.c \
	src/library/check_glossary.h \
	src/library/check_link.c \
	src/library/check_link.h \
	src/library/check_note.c \
	src/library/check_note.h \
	src/library/check_vault.c \
	src/library/check_vault.h \
	src/library/checked_file.c \
	src/library/checked_file.h \
	src/library/collection.c \
	src/library/collection.h \
	src/library/fault.c \
	src/library/fault.h \
	src/library/local_link.c \
	src/library/local_link.h \
	src/library/note.c \
	src/library/note.h \
	src/library/note_index.c \
	src/library/note_index.h \
	src/library/roster.c \
	src/library/roster.h \
	src/library/shadow.c \
	src/library/shadow.h \
	src/library/stopword.c \
	src/library/stopword.h \
	src/library/suggest.c \
	src/library/suggest.h \
	src/library/target.c \
	src/library/target.h \
	src/library/walk.c \
	src/library/walk.h

src_libentity_a_SOURCES = \
	src/entity/capitals.c \
	src/entity/capitals.h \
	src/entity/dispersion.c \
	src/entity/dispersion.h \
	src/entity/filter.c \
	src/entity/filter.h \
	src/entity/filter_build.c \
	src/entity/filter_key.h \
	src/entity/hanpairs.c \
	src/entity/hanpairs.h \
	src/entity/kwic.c \
	src/entity/kwic.h \
	src/entity/linker.c \
	src/entity/linker.h \
	src/entity/matcher.c \
	src/entity/matcher.h \
	src/entity/names.c \
	src/entity/names.h \
	src/entity/surroundings.c \
	src/entity/surroundings.h \
	src/entity/units.c \
	src/entity/units.h \
	src/entity/variants.c \
	src/entity/variants.h

src_libnotes_a_SOURCES = \
	src/notes/anchor.c \
	src/notes/anchor.h \
	src/notes/anchor_text.c \
	src/notes/anchor_text.h \
	src/notes/annotation.c \
	src/notes/annotation.h \
	src/notes/approximate.c \
	src/notes/approximate.h \
	src/notes/backup.c \
	src/notes/backup.h \
	src/notes/harvest.c \
	src/notes/harvest.h \
	src/notes/mark.c \
	src/notes/mark.h \
	src/notes/pack.c \
	src/notes/pack.h \
	src/notes/probe.c \
	src/notes/probe.h \
	src/notes/record.h \
	src/notes/rows.c \
	src/notes/rows.h \
	src/notes/salvage.c \
	src/notes/salvage.h \
	src/notes/schema.c \
	src/notes/schema.h \
	src/notes/sieve.c \
	src/notes/sieve.h \
	src/notes/sql.c \
	src/notes/sql.h \
	src/notes/stamp.c \
	src/notes/stamp.h \
	src/notes/store.c \
	src/notes/store.h \
	src/notes/store_change.c \
	src/notes/store_inner.h \
	src/notes/store_journal.c \
	src/notes/store_read.c
src_libnotes_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)

src_libbitext_a_SOURCES = \
	src/bitext/alignment.c \
	src/bitext/alignment.h \
	src/bitext/alignment_file.c \
	src/bitext/alignment_file.h \
	src/bitext/band.c \
	src/bitext/band.h \
	src/bitext/bead.c \
	src/bitext/bead.h \
	src/bitext/cedict.c \
	src/bitext/cedict.h \
	src/bitext/coarse.c \
	src/bitext/coarse.h \
	src/bitext/corpus.c \
	src/bitext/corpus.h \
	src/bitext/dictionaries.c \
	src/bitext/dictionaries.h \
	src/bitext/dictionary.c \
	src/bitext/dictionary.h \
	src/bitext/dictionary_builder.c \
	src/bitext/dictionary_builder.h \
	src/bitext/dictionary_english.c \
	src/bitext/dictionary_file.c \
	src/bitext/dictionary_file.h \
	src/bitext/dictionary_map.h \
	src/bitext/english.c \
	src/bitext/english.h \
	src/bitext/evidence.c \
	src/bitext/evidence.h \
	src/bitext/figure.c \
	src/bitext/figure.h \
	src/bitext/figure_address.c \
	src/bitext/figure_address.h \
	src/bitext/figure_calendar.c \
	src/bitext/figure_calendar.h \
	src/bitext/figure_calendar_han.c \
	src/bitext/figure_calendar_han.h \
	src/bitext/figure_compare.c \
	src/bitext/figure_compare.h \
	src/bitext/figure_count.c \
	src/bitext/figure_count.h \
	src/bitext/figure_date.c \
	src/bitext/figure_date.h \
	src/bitext/figure_hedge.c \
	src/bitext/figure_hedge.h \
	src/bitext/figure_noun.c \
	src/bitext/figure_noun.h \
	src/bitext/figure_ordinal.c \
	src/bitext/figure_ordinal.h \
	src/bitext/figure_quantity.c \
	src/bitext/figure_quantity.h \
	src/bitext/figure_range.c \
	src/bitext/figure_range.h \
	src/bitext/figure_scan.c \
	src/bitext/figure_scan.h \
	src/bitext/figure_start.c \
	src/bitext/figure_start.h \
	src/bitext/figure_unit.c \
	src/bitext/figure_unit.h \
	src/bitext/figures.c \
	src/bitext/figures.h \
	src/bitext/figures_pair.c \
	src/bitext/figures_pair.h \
	src/bitext/gloss.c \
	src/bitext/gloss.h \
	src/bitext/glossary.c \
	src/bitext/glossary.h \
	src/bitext/gunzip.c \
	src/bitext/gunzip.h \
	src/bitext/han.h \
	src/bitext/import.c \
	src/bitext/import.h \
	src/bitext/import_report.h \
	src/bitext/lattice.c \
	src/bitext/lattice.h \
	src/bitext/learn.c \
	src/bitext/learn.h \
	src/bitext/lexicon.c \
	src/bitext/lexicon.h \
	src/bitext/lexicon_build.c \
	src/bitext/lexicon_build.h \
	src/bitext/lexicon_file.h \
	src/bitext/markup.c \
	src/bitext/markup.h \
	src/bitext/moved.c \
	src/bitext/moved.h \
	src/bitext/numerals.c \
	src/bitext/numerals.h \
	src/bitext/paragraphs.c \
	src/bitext/paragraphs.h \
	src/bitext/parallel.c \
	src/bitext/parallel.h \
	src/bitext/passage.c \
	src/bitext/passage.h \
	src/bitext/pins.c \
	src/bitext/pins.h \
	src/bitext/pinyin.c \
	src/bitext/pinyin.h \
	src/bitext/readings.c \
	src/bitext/readings.h \
	src/bitext/readings_table.c \
	src/bitext/readings_table.h \
	src/bitext/rendering.c \
	src/bitext/rendering.h \
	src/bitext/romanise.c \
	src/bitext/romanise.h \
	src/bitext/rows.c \
	src/bitext/rows.h \
	src/bitext/score.c \
	src/bitext/score.h \
	src/bitext/side.h \
	src/bitext/stardict.c \
	src/bitext/stardict.h \
	src/bitext/stem.c \
	src/bitext/stem.h \
	src/bitext/vocabulary.c \
	src/bitext/vocabulary.h \
	src/bitext/votes.c \
	src/bitext/votes.h \
	src/bitext/weights.c \
	src/bitext/weights.h \
	src/bitext/wordlist.c \
	src/bitext/wordlist.h
src_libbitext_a_CFLAGS = $(AM_CFLAGS) $(ZLIB_CFLAGS)

src_liblayout_a_SOURCES = \
	src/layout/grid.c \
	src/layout/grid.h \
	src/layout/layout.c \
	src/layout/layout.h \
	src/layout/paint.c \
	src/layout/paint.h \
	src/layout/style.c \
	src/layout/style.h \
	src/layout/table.c \
	src/layout/table.h \
	src/layout/tag.c \
	src/layout/tag.h

src_libapp_a_SOURCES = \
	src/app/article_figures.c \
	src/app/article_figures.h \
	src/app/census.c \
	src/app/census.h \
	src/app/command.c \
	src/app/command.h \
	src/app/command_coverage.c \
	src/app/command_entity.c \
	src/app/command_figure.c \
	src/app/command_hinge.c \
	src/app/command_list.c \
	src/app/command_move.c \
	src/app/command_pane.c \
	src/app/command_run.h \
	src/app/command_select.c \
	src/app/command_text.c \
	src/app/comment.c \
	src/app/comment.h \
	src/app/comparison.c \
	src/app/comparison.h \
	src/app/config.c \
	src/app/coupling.c \
	src/app/coupling.h \
	src/app/coverage.c \
	src/app/coverage.h \
	src/app/draft.c \
	src/app/draft.h \
	src/app/editor.c \
	src/app/editor.h \
	src/app/figures_page.c \
	src/app/figures_page.h \
	src/app/gazetteer.c \
	src/app/gazetteer.h \
	src/app/help.c \
	src/app/hint.c \
	src/app/hint.h \
	src/app/hinge.c \
	src/app/hinge.h \
	src/app/key.c \
	src/app/key.h \
	src/app/keymap.c \
	src/app/keymap.h \
	src/app/list.c \
	src/app/list.h \
	src/app/lookup.c \
	src/app/lookup.h \
	src/app/lookup_names.c \
	src/app/lookup_names.h \
	src/app/matrix.c \
	src/app/matrix.h \
	src/app/matrix_filter.c \
	src/app/matrix_paint.c \
	src/app/matrix_paint.h \
	src/app/matrix_shape.c \
	src/app/note_page.c \
	src/app/note_page.h \
	src/app/notebook.c \
	src/app/notebook.h \
	src/app/option.c \
	src/app/option.h \
	src/app/pairing.c \
	src/app/pairing.h \
	src/app/pane.c \
	src/app/pane.h \
	src/app/parallel_page.c \
	src/app/parallel_page.h \
	src/app/pinboard.c \
	src/app/pinboard.h \
	src/app/placement.c \
	src/app/placement.h \
	src/app/prompt.c \
	src/app/prompt.h \
	src/app/remap.c \
	src/app/remap.h \
	src/app/room.c \
	src/app/room.h \
	src/app/room_annotate.c \
	src/app/room_complete.c \
	src/app/room_counterpart.c \
	src/app/room_edit.c \
	src/app/room_figures.c \
	src/app/room_labels.c \
	src/app/room_marks.c \
	src/app/room_missing.c \
	src/app/room_hinge.c \
	src/app/room_names.c \
	src/app/room_notes.c \
	src/app/room_reload.c \
	src/app/room_review.c \
	src/app/room_search.c \
	src/app/room_tags.c \
	src/app/room_watch.c \
	src/app/selection.c \
	src/app/selection.h \
	src/app/session.c \
	src/app/session.h \
	src/app/session_input.c \
	src/app/session_paint.c \
	src/app/shelf.c \
	src/app/shelf.h \
	src/app/stage.c \
	src/app/stage.h \
	src/app/status.c \
	src/app/status.h \
	src/app/view.c \
	src/app/view.h \
	src/app/view_move.c \
	src/app/visit.c

src_libcli_a_SOURCES = \
	src/cli/align.c \
	src/cli/align.h \
	src/cli/align_print.c \
	src/cli/align_print.h \
	src/cli/arguments.c \
	src/cli/arguments.h \
	src/cli/check.c \
	src/cli/check.h \
	src/cli/cli.c \
	src/cli/cli.h \
	src/cli/context.c \
	src/cli/context.h \
	src/cli/counter.c \
	src/cli/counter.h \
	src/cli/coverage.c \
	src/cli/coverage.h \
	src/cli/coverage_text.c \
	src/cli/coverage_text.h \
	src/cli/entities.c \
	src/cli/entities.h \
	src/cli/entity.c \
	src/cli/entity.h \
	src/cli/dictionary.c \
	src/cli/dictionary.h \
	src/cli/environment.c \
	src/cli/environment.h \
	src/cli/figures.c \
	src/cli/figures.h \
	src/cli/help.c \
	src/cli/help.h \
	src/cli/list.c \
	src/cli/list.h \
	src/cli/lookup.c \
	src/cli/lookup.h \
	src/cli/mentions.c \
	src/cli/mentions.h \
	src/cli/output.c \
	src/cli/output.h \
	src/cli/places.c \
	src/cli/places.h \
	src/cli/print.c \
	src/cli/print.h \
	src/cli/sentences.c \
	src/cli/sentences.h \
	src/cli/show.c \
	src/cli/show.h \
	src/cli/subcommand.c \
	src/cli/subcommand.h \
	src/cli/survey.c \
	src/cli/survey.h

src_libtui_a_SOURCES = \
	src/tui/capability.c \
	src/tui/capability.h \
	src/tui/clipboard.c \
	src/tui/clipboard.h \
	src/tui/command.c \
	src/tui/command.h \
	src/tui/keys.c \
	src/tui/keys.h \
	src/tui/loop.c \
	src/tui/loop.h \
	src/tui/pen.c \
	src/tui/pen.h \
	src/tui/screen.c \
	src/tui/screen.h \
	src/tui/scroll.c \
	src/tui/scroll.h \
	src/tui/sequence.c \
	src/tui/sequence.h \
	src/tui/signals.c \
	src/tui/signals.h \
	src/tui/terminal.c \
	src/tui/terminal.h \
	src/tui/terminfo.c \
	src/tui/terminfo.h
src_libtui_a_CFLAGS = $(AM_CFLAGS) $(TERMINAL_CFLAGS)

# Floors from the top down: a library may only call those behind it.
LIBS_BASE = src/libbase.a
LIBS_TEXT = src/libtext.a $(LIBS_BASE) $(UNISTRING_LIBS)
LIBS_DOC = src/libdoc.a $(LIBS_TEXT) $(MD4C_LIBS) $(YAML_LIBS)
LIBS_LIBRARY = src/liblibrary.a $(LIBS_DOC) $(THREAD_LIBS)
LIBS_LAYOUT = src/liblayout.a $(LIBS_DOC)
LIBS_ENTITY = src/libentity.a $(LIBS_DOC)
LIBS_BITEXT = src/libbitext.a $(LIBS_DOC) $(ZLIB_LIBS) $(MATH_LIBS)
LIBS_NOTES = src/libnotes.a $(LIBS_DOC) $(SQLITE_LIBS)
LIBS_APP = src/libapp.a src/liblayout.a src/libentity.a src/libbitext.a src/libnotes.a \
	$(LIBS_LIBRARY) $(ZLIB_LIBS) $(MATH_LIBS) $(SQLITE_LIBS)
LIBS_CLI = src/libcli.a $(LIBS_APP)
LIBS_TUI = src/libtui.a $(LIBS_APP) $(TERMINAL_LIBS)

diptych_SOURCES = src/main.c
diptych_LDADD = src/libtui.a $(LIBS_CLI) $(TERMINAL_LIBS)
