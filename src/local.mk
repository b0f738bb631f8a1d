# One convenience library a floor's folder, so that a test (and the layer lint) links no more
# than the floors its subject may know.

noinst_LIBRARIES += \
	src/libbase.a \
	src/libtext.a \
	src/libdoc.a \
	src/liblayout.a \
	src/liblibrary.a \
	src/libnotes.a \
	src/libfigure.a \
	src/libquote.a \
	src/liblanguage.a \
	src/libdictionary.a \
	src/libalign.a \
	src/libentity.a \
	src/libexport.a \
	src/libquery.a \
	src/libui.a \
	src/libpage.a \
	src/libsession.a \
	src/libcommand.a \
	src/libcli.a \
	src/libtui.a

src_libbase_a_SOURCES = \
	src/base/bisect.h \
	src/base/buffer.c \
	src/base/buffer.h \
	src/base/error.c \
	src/base/error.h \
	src/base/file.c \
	src/base/file.h \
	src/base/command_words.c \
	src/base/command_words.h \
	src/base/foreground.c \
	src/base/foreground.h \
	src/base/filter.c \
	src/base/filter.h \
	src/base/filter_jobs.c \
	src/base/filter_jobs.h \
	src/base/gzip.c \
	src/base/hook.c \
	src/base/hook.h \
	src/base/gzip.h \
	src/base/hash.h \
	src/base/program.c \
	src/base/program.h \
	src/base/sha256.c \
	src/base/sha256.h \
	src/base/span.c \
	src/base/span.h \
	src/base/spool.c \
	src/base/spool.h \
	src/base/subprocess.c \
	src/base/subprocess.h \
	src/base/vector.c \
	src/base/vector.h \
	src/base/xalloc.c \
	src/base/xalloc.h
src_libbase_a_CFLAGS = $(AM_CFLAGS) $(ZLIB_CFLAGS)

src_libtext_a_SOURCES = \
	src/text/abbreviation.c \
	src/text/abbreviation.h \
	src/text/commonword.c \
	src/text/commonword.h \
	src/text/englishword.c \
	src/text/englishword.h \
	src/text/englishword_table.c \
	src/text/englishword_table.h \
	src/text/csv.c \
	src/text/csv.h \
	src/text/cue.c \
	src/text/cue.h \
	src/text/decimal.c \
	src/text/decimal.h \
	src/text/digit.c \
	src/text/digit.h \
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
	src/text/han_cue.c \
	src/text/han_cue.h \
	src/text/hanpairs.c \
	src/text/hanpairs.h \
	src/text/grapheme.c \
	src/text/grapheme.h \
	src/text/json.c \
	src/text/lua_table.c \
	src/text/lua_table.h \
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
	src/text/search_text.c \
	src/text/search_text.h \
	src/text/sentence.c \
	src/text/sentence.h \
	src/text/sentence_mark.c \
	src/text/sentence_mark.h \
	src/text/utf8.c \
	src/text/utf8.h \
	src/text/wide_text.c \
	src/text/wide_text.h \
	src/text/width.c \
	src/text/width.h \
	src/text/word.c \
	src/text/word.h \
	src/text/wordlist.c \
	src/text/wordlist.h
src_libtext_a_CFLAGS = $(AM_CFLAGS) $(PCRE2_CFLAGS)

src_libdoc_a_SOURCES = \
	src/doc/word_count.c \
	src/doc/word_count.h \
	src/doc/autolink.c \
	src/doc/autolink.h \
	src/doc/bare.c \
	src/doc/bare.h \
	src/doc/block.h \
	src/doc/blocks.c \
	src/doc/blocks.h \
	src/doc/builder.c \
	src/doc/builder.h \
	src/doc/charref.c \
	src/doc/charref.h \
	src/doc/conversion.c \
	src/doc/conversion.h \
	src/doc/converted.c \
	src/doc/converted.h \
	src/doc/document.c \
	src/doc/document.h \
	src/doc/emphasis.c \
	src/doc/emphasis.h \
	src/doc/fence.c \
	src/doc/fence.h \
	src/doc/file_kind.c \
	src/doc/file_kind.h \
	src/doc/encoding.c \
	src/doc/encoding.h \
	src/doc/footnotes.c \
	src/doc/footnotes.h \
	src/doc/frontmatter.c \
	src/doc/frontmatter.h \
	src/doc/frontmatter_date.c \
	src/doc/frontmatter_date.h \
	src/doc/frontmatter_entries.c \
	src/doc/frontmatter_entries.h \
	src/doc/frontmatter_lines.c \
	src/doc/frontmatter_lines.h \
	src/doc/frontmatter_toml.c \
	src/doc/frontmatter_toml.h \
	src/doc/frontmatter_yaml.c \
	src/doc/frontmatter_yaml.h \
	src/doc/guess.c \
	src/doc/guess.h \
	src/doc/html_tag.c \
	src/doc/html_tag.h \
	src/doc/hyphenation.c \
	src/doc/hyphenation.h \
	src/doc/joining.c \
	src/doc/joining.h \
	src/doc/macro.c \
	src/doc/macro.h \
	src/doc/markdown.c \
	src/doc/markdown.h \
	src/doc/markdown_html.c \
	src/doc/markdown_html.h \
	src/doc/markdown_text.c \
	src/doc/markdown_text.h \
	src/doc/markdown_walk.c \
	src/doc/markdown_walk.h \
	src/doc/nesting.c \
	src/doc/nesting.h \
	src/doc/outside_reader.c \
	src/doc/outside_reader.h \
	src/doc/plain.c \
	src/doc/plain.h \
	src/doc/plain_heading.c \
	src/doc/plain_heading.h \
	src/doc/prepare.c \
	src/doc/prepare.h \
	src/doc/prepare_inline.c \
	src/doc/prepare_inline.h \
	src/doc/prepare_table.c \
	src/doc/prepare_table.h \
	src/doc/reader.c \
	src/doc/reader.h \
	src/doc/substitute.c \
	src/doc/substitute.h \
	src/doc/terminal_text.c \
	src/doc/terminal_text.h \
	src/doc/wrapping.c \
	src/doc/wrapping.h
src_libdoc_a_CFLAGS = $(AM_CFLAGS) $(MD4C_CFLAGS) $(YAML_CFLAGS)

src_liblayout_a_SOURCES = \
	src/layout/fill.c \
	src/layout/fill.h \
	src/layout/grid.c \
	src/layout/grid.h \
	src/layout/layout.c \
	src/layout/layout.h \
	src/layout/paint.c \
	src/layout/paint.h \
	src/layout/shift.c \
	src/layout/shift.h \
	src/layout/colour.c \
	src/layout/colour.h \
	src/layout/palette.c \
	src/layout/palette.h \
	src/layout/palettes.c \
	src/layout/style.c \
	src/layout/style.h \
	src/layout/table.c \
	src/layout/table.h \
	src/layout/tag.c \
	src/layout/whole.c \
	src/layout/whole.h \
	src/layout/tag.h

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
	src/library/collection_list.c \
	src/library/collection_list.h \
	src/library/contained.c \
	src/library/contained.h \
	src/library/contents.c \
	src/library/contents.h \
	src/library/fault.c \
	src/library/fault.h \
	src/library/local_link.c \
	src/library/local_link.h \
	src/library/note.c \
	src/library/note.h \
	src/library/note_index.c \
	src/library/note_index.h \
	src/library/note_template.c \
	src/library/note_template.h \
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
	src/library/text_facts.c \
	src/library/text_facts.h \
	src/library/version_files.c \
	src/library/version_files.h \
	src/library/version_group.c \
	src/library/version_group.h \
	src/library/version_name.c \
	src/library/version_name.h \
	src/library/walk.c \
	src/library/walk.h

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
	src/notes/clipping_date.c \
	src/notes/clipping_date.h \
	src/notes/harvest.c \
	src/notes/harvest.h \
	src/notes/import.c \
	src/notes/import.h \
	src/notes/import_clippings.c \
	src/notes/import_clippings.h \
	src/notes/import_csv.c \
	src/notes/import_csv.h \
	src/notes/import_field.c \
	src/notes/import_field.h \
	src/notes/import_index.c \
	src/notes/import_index.h \
	src/notes/import_json.c \
	src/notes/import_koreader.c \
	src/notes/import_koreader.h \
	src/notes/import_markdown.c \
	src/notes/import_markdown.h \
	src/notes/import_zotero.c \
	src/notes/import_zotero.h \
	src/notes/import_json.h \
	src/notes/import_w3c.c \
	src/notes/import_w3c.h \
	src/notes/known.c \
	src/notes/known.h \
	src/notes/mark.c \
	src/notes/mark.h \
	src/notes/note_syntax.c \
	src/notes/note_syntax.h \
	src/notes/pack.c \
	src/notes/pack.h \
	src/notes/probe.c \
	src/notes/probe.h \
	src/notes/quote_facts.c \
	src/notes/quote_facts.h \
	src/notes/quote_words.c \
	src/notes/quote_words.h \
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
	src/notes/store_bin.c \
	src/notes/store_restore.c \
	src/notes/store_change.c \
	src/notes/store_inner.h \
	src/notes/store_journal.c \
	src/notes/store_read.c \
	src/notes/store_undo.c
src_libnotes_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)

src_libfigure_a_SOURCES = \
	src/figure/figure.c \
	src/figure/figure.h \
	src/figure/figure_address.c \
	src/figure/figure_address.h \
	src/figure/figure_calendar.c \
	src/figure/figure_calendar.h \
	src/figure/figure_calendar_digits.c \
	src/figure/figure_calendar_digits.h \
	src/figure/figure_calendar_han.c \
	src/figure/figure_calendar_han.h \
	src/figure/figure_chain.c \
	src/figure/figure_chain.h \
	src/figure/figure_compare.c \
	src/figure/figure_compare.h \
	src/figure/figure_count.c \
	src/figure/figure_count.h \
	src/figure/figure_currency.c \
	src/figure/figure_currency.h \
	src/figure/figure_date.c \
	src/figure/figure_date.h \
	src/figure/figure_hedge.c \
	src/figure/figure_hedge.h \
	src/figure/figure_measure.c \
	src/figure/figure_measure.h \
	src/figure/figure_noun.c \
	src/figure/figure_noun.h \
	src/figure/figure_ordinal.c \
	src/figure/figure_ordinal.h \
	src/figure/figure_period.c \
	src/figure/figure_period.h \
	src/figure/figure_price.c \
	src/figure/figure_price.h \
	src/figure/figure_scan.c \
	src/figure/figure_scan.h \
	src/figure/figure_share.c \
	src/figure/figure_share.h \
	src/figure/figure_start.c \
	src/figure/figure_start.h \
	src/figure/figure_term.c \
	src/figure/figure_term.h \
	src/figure/figure_unit.c \
	src/figure/figure_unit.h \
	src/figure/figure_unit_table.c \
	src/figure/figure_unit_table.h \
	src/figure/figures.c \
	src/figure/figures.h \
	src/figure/figures_pair.c \
	src/figure/figures_pair.h

src_libquote_a_SOURCES = \
	src/text/cue.h \
	src/quote/english_complement.c \
	src/quote/english_complement.h \
	src/quote/english_frame.c \
	src/quote/english_frame.h \
	src/quote/english_frames.c \
	src/quote/english_frames.h \
	src/quote/english_sources.c \
	src/quote/english_sources.h \
	src/quote/english_subject.c \
	src/quote/english_subject.h \
	src/quote/english_tokens.c \
	src/quote/english_tokens.h \
	src/text/han_cue.h \
	src/quote/han_frame.c \
	src/quote/han_frame.h \
	src/quote/han_frames.c \
	src/quote/han_frames.h \
	src/quote/han_sources.c \
	src/quote/han_sources.h \
	src/quote/han_subject.c \
	src/quote/han_subject.h \
	src/quote/quotations.c \
	src/quote/quotations.h \
	src/quote/quote_marks.c \
	src/quote/quote_marks.h \
	src/quote/quote_unit.c \
	src/quote/quote_unit.h \
	src/quote/speaker.c \
	src/quote/speaker.h \
	src/quote/speech_label.c \
	src/quote/speech_label.h \
	src/quote/word_class.c \
	src/quote/word_class.h

src_liblanguage_a_SOURCES = \
	src/language/english_stem.c \
	src/language/english_stem.h \
	src/language/han.h \
	src/language/irregular.c \
	src/language/irregular.h \
	src/language/irregular_table.c \
	src/language/name_sounds.c \
	src/language/name_sounds.h \
	src/language/pinyin.c \
	src/language/pinyin.h \
	src/language/readings.c \
	src/language/readings.h \
	src/language/readings_table.c \
	src/language/readings_table.h \
	src/language/sentence_numbers.c \
	src/language/sentence_numbers.h \
	src/language/spelling.c \
	src/language/spelling.h \
	src/language/stem.c \
	src/language/stem.h \
	src/language/word_rarity.c \
	src/language/word_rarity.h \
	src/language/word_rarity_table.c \
	src/language/word_rarity_table.h \
	src/language/word_root.c \
	src/language/word_root.h

src_libdictionary_a_SOURCES = \
	src/dictionary/cedict.c \
	src/dictionary/cedict.h \
	src/dictionary/core_words.c \
	src/dictionary/core_words.h \
	src/dictionary/core_words_common.c \
	src/dictionary/core_words_names.c \
	src/dictionary/core_words_topics.c \
	src/dictionary/everyday_words.c \
	src/dictionary/everyday_words.h \
	src/dictionary/definition_markup.c \
	src/dictionary/definition_markup.h \
	src/dictionary/dictionaries.c \
	src/dictionary/dictionaries.h \
	src/dictionary/dictd.c \
	src/dictionary/dictd.h \
	src/dictionary/ecdict.c \
	src/dictionary/ecdict.h \
	src/dictionary/dictionary.c \
	src/dictionary/dictionary.h \
	src/dictionary/dictionary_builder.c \
	src/dictionary/dictionary_builder.h \
	src/dictionary/dictionary_english.c \
	src/dictionary/dictionary_file.c \
	src/dictionary/dictionary_file.h \
	src/dictionary/dictionary_readings.c \
	src/dictionary/dictionary_reference.c \
	src/dictionary/dictionary_reference.h \
	src/dictionary/dictionary_import.c \
	src/dictionary/dictionary_import.h \
	src/dictionary/dictionary_map.h \
	src/dictionary/gloss.c \
	src/dictionary/gloss.h \
	src/dictionary/gloss_lines.c \
	src/dictionary/gloss_lines.h \
	src/dictionary/han_words.c \
	src/dictionary/han_words.h \
	src/dictionary/glossary.c \
	src/dictionary/glossary.h \
	src/dictionary/import_report.h \
	src/dictionary/lexicon.c \
	src/dictionary/lexicon.h \
	src/dictionary/lexicon_build.c \
	src/dictionary/lexicon_build.h \
	src/dictionary/lexicon_file.h \
	src/dictionary/lexicon_ties.c \
	src/dictionary/lexicon_ties.h \
	src/dictionary/name_romanisation.c \
	src/dictionary/name_romanisation.h \
	src/dictionary/rendering.c \
	src/dictionary/rendering.h \
	src/dictionary/stardict.c \
	src/dictionary/stardict.h \
	src/dictionary/string_ids.c \
	src/dictionary/string_ids.h

src_libalign_a_SOURCES = \
	src/align/align_mode.c \
	src/align/align_mode.h \
	src/align/alignment.c \
	src/align/alignment.h \
	src/align/alignment_file.c \
	src/align/alignment_file.h \
	src/align/anchor_votes.c \
	src/align/anchor_votes.h \
	src/align/band.c \
	src/align/band.h \
	src/align/bead.c \
	src/align/bead.h \
	src/align/candidates.c \
	src/align/candidates.h \
	src/align/character_ties.c \
	src/align/character_ties.h \
	src/align/clue.c \
	src/align/clue.h \
	src/align/clue_figures.c \
	src/align/clue_figures.h \
	src/align/clue_places.c \
	src/align/clue_places.h \
	src/align/clue_terms.c \
	src/align/clue_terms.h \
	src/align/clues.c \
	src/align/clues.h \
	src/align/coarse.c \
	src/align/coarse.h \
	src/align/comparable.c \
	src/align/comparable.h \
	src/align/dateline.c \
	src/align/dateline.h \
	src/align/evidence.c \
	src/align/evidence.h \
	src/align/features.c \
	src/align/lattice.c \
	src/align/lattice.h \
	src/align/length_ratio.c \
	src/align/length_ratio.h \
	src/align/lexicon_induction.c \
	src/align/lexicon_induction.h \
	src/align/linked_share.c \
	src/align/linked_share.h \
	src/align/linking_chance.c \
	src/align/linking_chance.h \
	src/align/linking_event.c \
	src/align/linking_event.h \
	src/align/linking_rule.c \
	src/align/linking_rule.h \
	src/align/linking_weights.c \
	src/align/linking_weights.h \
	src/align/links.c \
	src/align/links.h \
	src/align/moved_block.c \
	src/align/moved_block.h \
	src/align/moved_runs.c \
	src/align/moved_runs.h \
	src/align/omission.c \
	src/align/omission.h \
	src/align/pair_facts.c \
	src/align/pair_facts.h \
	src/align/paragraph_moves.c \
	src/align/paragraph_moves.h \
	src/align/paragraphs.c \
	src/align/paragraphs.h \
	src/align/parallel.c \
	src/align/parallel.h \
	src/align/path_search.c \
	src/align/path_search.h \
	src/align/pin_constraints.c \
	src/align/pin_constraints.h \
	src/align/rendered.c \
	src/align/rendered.h \
	src/align/repeated.c \
	src/align/repeated.h \
	src/align/score.c \
	src/align/score.h \
	src/align/score_state.h \
	src/align/sentence_identity.c \
	src/align/sentence_identity.h \
	src/align/sentence_model.c \
	src/align/sentence_model.h \
	src/align/sentence_names.c \
	src/align/sentence_names.h \
	src/align/sentence_reading.h \
	src/align/sentence_renderings.c \
	src/align/sentence_renderings.h \
	src/align/sentence_shape.c \
	src/align/sentence_shape.h \
	src/align/side.h \
	src/align/simplified.c \
	src/align/simplified.h \
	src/align/sparse_rows.c \
	src/align/sparse_rows.h \
	src/align/term_locate.c \
	src/align/term_locate.h \
	src/align/weights.c \
	src/align/weights.h

src_libentity_a_SOURCES = \
	src/entity/capitals.c \
	src/entity/capitals.h \
	src/entity/dispersion.c \
	src/entity/dispersion.h \
	src/entity/everyday_han.c \
	src/entity/everyday_han.h \
	src/entity/han_segment.c \
	src/entity/han_segment.h \
	src/entity/filter.c \
	src/entity/filter.h \
	src/entity/filter_build.c \
	src/entity/filter_key.h \
	src/entity/kwic.c \
	src/entity/kwic.h \
	src/entity/linker.c \
	src/entity/linker.h \
	src/entity/longer_word.c \
	src/entity/longer_word.h \
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

src_libexport_a_SOURCES = \
	src/export/annotated.h \
	src/export/annotated_html.c \
	src/export/annotated_markdown.c \
	src/export/annotated_text.c \
	src/export/articles.c \
	src/export/articles.h \
	src/export/cite_print.c \
	src/export/cite_print.h \
	src/export/clean.c \
	src/export/clean.h \
	src/export/code_block.c \
	src/export/code_block.h \
	src/export/anki_print.c \
	src/export/anki_print.h \
	src/export/csv_print.c \
	src/export/csv_print.h \
	src/export/edited_block.c \
	src/export/edited_block.h \
	src/export/escape_csv.c \
	src/export/escape_csv.h \
	src/export/escape_json.c \
	src/export/escape_json.h \
	src/export/escape_markdown.c \
	src/export/escape_markdown.h \
	src/export/escape_markup.c \
	src/export/escape_markup.h \
	src/export/escape_org.c \
	src/export/escape_org.h \
	src/export/escape_yaml.c \
	src/export/escape_yaml.h \
	src/export/export_file.c \
	src/export/field.c \
	src/export/export_file.h \
	src/export/field.h \
	src/export/frontmatter_edit.c \
	src/export/frontmatter_edit.h \
	src/export/html_document.c \
	src/export/html_document.h \
	src/export/html_note.c \
	src/export/html_note.h \
	src/export/html_page.c \
	src/export/html_page.h \
	src/export/html_print.c \
	src/export/html_print.h \
	src/export/json_print.c \
	src/export/json_print.h \
	src/export/json_writer.c \
	src/export/json_writer.h \
	src/export/layers.c \
	src/export/local_paths.c \
	src/export/local_paths.h \
	src/export/split.c \
	src/export/split.h \
	src/export/layers.h \
	src/export/markdown_document.c \
	src/export/markdown_document.h \
	src/export/markdown_print.c \
	src/export/markdown_print.h \
	src/export/mustache.c \
	src/export/mustache.h \
	src/export/org_print.c \
	src/export/org_print.h \
	src/export/page_mark.c \
	src/export/page_mark.h \
	src/export/printer.c \
	src/export/printer.h \
	src/export/printers.c \
	src/export/printers.h \
	src/export/template.c \
	src/export/template.h \
	src/export/tmx.c \
	src/export/tmx.h \
	src/export/tmx_print.c \
	src/export/tmx_print.h \
	src/export/value.c \
	src/export/value.h \
	src/export/weave.c \
	src/export/weave.h

src_libquery_a_SOURCES = \
	src/query/addition.c \
	src/query/addition.h \
	src/query/addition_list.c \
	src/query/addition_list.h \
	src/query/addition_worker.c \
	src/query/addition_worker.h \
	src/query/aligner.c \
	src/query/aligner.h \
	src/query/article_figures.c \
	src/query/article_figures.h \
	src/query/article_quotations.c \
	src/query/article_quotations.h \
	src/query/article_locator.c \
	src/query/article_locator.h \
	src/query/article_pairs.c \
	src/query/article_pairs.h \
	src/query/concordance.c \
	src/query/content_match.c \
	src/query/content_match.h \
	src/query/content_search.c \
	src/query/content_search.h \
	src/query/concordance.h \
	src/query/contrast.c \
	src/query/contrast.h \
	src/query/contrast_notes.c \
	src/query/contrast_notes.h \
	src/query/counterpart.c \
	src/query/counterpart.h \
	src/query/dated_statements.c \
	src/query/dated_statements.h \
	src/query/entity_index.c \
	src/query/entity_index.h \
	src/query/figure_comparison.c \
	src/query/figure_comparison.h \
	src/query/lookup.c \
	src/query/lookup.h \
	src/query/lookup_names.c \
	src/query/lookup_names.h \
	src/query/mention_index.c \
	src/query/mention_index.h \
	src/query/note_import.c \
	src/query/note_import.h \
	src/query/note_placement.c \
	src/query/note_placement.h \
	src/query/note_query.c \
	src/query/note_query.h \
	src/query/open_texts.c \
	src/query/open_texts.h \
	src/query/passage_map.c \
	src/query/passage_map.h \
	src/query/pin_file.c \
	src/query/pin_file.h \
	src/query/position_remap.c \
	src/query/position_remap.h \
	src/query/search_engine.c \
	src/query/search_engine.h \
	src/query/search_index.c \
	src/query/search_index.h \
	src/query/search_judge.c \
	src/query/search_library.c \
	src/query/search_library.h \
	src/query/search_match.c \
	src/query/search_match.h \
	src/query/search_query.c \
	src/query/search_query.h \
	src/query/search_results.c \
	src/query/search_results.h \
	src/query/search_row.c \
	src/query/search_row.h \
	src/query/search_scan.c \
	src/query/search_stem.c \
	src/query/search_stem.h \
	src/query/search_term.h \
	src/query/search_worker.c \
	src/query/search_worker.h \
	src/query/story_file.c \
	src/query/story_file.h \
	src/query/source_line.c \
	src/query/source_line.h \
	src/query/speaker_match.c \
	src/query/speaker_match.h \
	src/query/term_pattern.c \
	src/query/term_pattern.h \
	src/query/text_pair.c \
	src/query/text_pair.h \
	src/query/timeline.c \
	src/query/timeline.h \
	src/query/timeline_markdown.c \
	src/query/timeline_markdown.h \
	src/query/translation_memory.c \
	src/query/translation_memory.h \
	src/query/translation_memory_file.c \
	src/query/translation_memory_file.h \
	src/query/translations.c \
	src/query/translations.h \
	src/query/versions.c \
	src/query/versions.h

src_libui_a_SOURCES = \
	src/ui/article_motion.c \
	src/ui/article_paint.c \
	src/ui/article_paint.h \
	src/ui/article_view.c \
	src/ui/article_view.h \
	src/ui/canvas.c \
	src/ui/canvas.h \
	src/ui/crosstab.c \
	src/ui/crosstab.h \
	src/ui/crosstab_filter.c \
	src/ui/crosstab_filter.h \
	src/ui/crosstab_layout.c \
	src/ui/crosstab_layout.h \
	src/ui/key.c \
	src/ui/key.h \
	src/ui/key_sequence.c \
	src/ui/key_sequence.h \
	src/ui/keymap.c \
	src/ui/keymap.h \
	src/ui/link_labels.c \
	src/ui/link_labels.h \
	src/ui/list.c \
	src/ui/list.h \
	src/ui/list_paint.c \
	src/ui/list_paint.h \
	src/ui/lookup_box.c \
	src/ui/lookup_box.h \
	src/ui/config_file.c \
	src/ui/config_file.h \
	src/ui/option.c \
	src/ui/option.h \
	src/ui/pane.c \
	src/ui/pane.h \
	src/ui/pane_place.c \
	src/ui/popup.c \
	src/ui/popup.h \
	src/ui/prompt.c \
	src/ui/prompt.h \
	src/ui/prompt_paint.c \
	src/ui/prompt_paint.h \
	src/ui/selection.c \
	src/ui/selection.h \
	src/ui/view.h

src_libpage_a_SOURCES = \
	src/page/concordance_page.c \
	src/page/concordance_page.h \
	src/page/concordance_worker.c \
	src/page/concordance_worker.h \
	src/page/contrast_html.c \
	src/page/contrast_html.h \
	src/page/contrast_text.c \
	src/page/contrast_text.h \
	src/page/contrast_page.c \
	src/page/contrast_page.h \
	src/page/quotes_page.c \
	src/page/quotes_page.h \
	src/page/timeline_page.c \
	src/page/timeline_page.h \
	src/page/coverage_table.c \
	src/page/coverage_table.h \
	src/page/entity_page.c \
	src/page/entity_page.h \
	src/page/figures_page.c \
	src/page/figures_page.h \
	src/page/kwic_row.c \
	src/page/kwic_row.h \
	src/page/page_text.c \
	src/page/page_text.h \
	src/page/parallel_page.c \
	src/page/parallel_page.h

src_libcli_a_SOURCES = \
	src/cli/add.c \
	src/cli/add.h \
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
	src/cli/compare.c \
	src/cli/compare.h \
	src/cli/concordance.c \
	src/cli/concordance.h \
	src/cli/context.c \
	src/cli/context.h \
	src/cli/counter.c \
	src/cli/counter.h \
	src/cli/coverage.c \
	src/cli/coverage.h \
	src/cli/coverage_text.c \
	src/cli/coverage_text.h \
	src/cli/dictionary.c \
	src/cli/dictionary.h \
	src/cli/entities.c \
	src/cli/entities.h \
	src/cli/entity.c \
	src/cli/entity.h \
	src/cli/environment.c \
	src/cli/environment.h \
	src/cli/export.c \
	src/cli/export.h \
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
	src/cli/note.c \
	src/cli/note.h \
	src/cli/note_bin.c \
	src/cli/note_counterpart.c \
	src/cli/note_counterpart.h \
	src/cli/note_add.c \
	src/cli/note_import.c \
	src/cli/note_list.c \
	src/cli/output.c \
	src/cli/pairs.c \
	src/cli/pairs.h \
	src/cli/output.h \
	src/cli/pipes.c \
	src/cli/pipes.h \
	src/cli/places.c \
	src/cli/places.h \
	src/cli/print.c \
	src/cli/print.h \
	src/cli/progress.c \
	src/cli/progress.h \
	src/cli/quotes.c \
	src/cli/quotes.h \
	src/cli/reader_rules.c \
	src/cli/reader_rules.h \
	src/cli/search.c \
	src/cli/search.h \
	src/cli/sentences.c \
	src/cli/sentences.h \
	src/cli/show.c \
	src/cli/show.h \
	src/cli/subcommand.c \
	src/cli/timeline.c \
	src/cli/timeline.h \
	src/cli/words.c \
	src/cli/words.h \
	src/cli/subcommand.h \
	src/cli/survey.c \
	src/cli/survey.h

src_libtui_a_SOURCES = \
	src/tui/display.c \
	src/tui/display.h \
	src/tui/keys.c \
	src/tui/keys.h \
	src/tui/loop.c \
	src/tui/loop.h \
	src/tui/ncurses.h \
	src/tui/signals.c \
	src/tui/signals.h \
	src/tui/terminal.c \
	src/tui/terminal.h \
	src/tui/terminfo.c \
	src/tui/terminfo.h
src_libtui_a_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)

# Floors from the top down: a library may only call those behind it.
LIBS_BASE = src/libbase.a $(ZLIB_LIBS) $(THREAD_LIBS)
LIBS_TEXT = src/libtext.a $(LIBS_BASE) $(UNISTRING_LIBS) $(PCRE2_LIBS)
LIBS_DOC = src/libdoc.a $(LIBS_TEXT) $(MD4C_LIBS) $(YAML_LIBS) $(THREAD_LIBS)
LIBS_LAYOUT = src/liblayout.a $(LIBS_DOC)
LIBS_LIBRARY = src/liblibrary.a $(LIBS_DOC) $(THREAD_LIBS)
LIBS_NOTES = src/libnotes.a $(LIBS_DOC) $(SQLITE_LIBS)
LIBS_FIGURE = src/libfigure.a $(LIBS_DOC)
LIBS_QUOTE = src/libquote.a $(LIBS_DOC)
LIBS_LANGUAGE = src/liblanguage.a $(LIBS_TEXT) $(MATH_LIBS)
LIBS_DICTIONARY = src/libdictionary.a src/liblanguage.a $(LIBS_DOC) $(MATH_LIBS)
LIBS_ALIGN = src/libalign.a src/libfigure.a $(LIBS_DICTIONARY)
LIBS_ENTITY = src/libentity.a $(LIBS_DICTIONARY)
LIBS_EXPORT = src/libexport.a $(LIBS_NOTES)
LIBS_QUERY = src/libquery.a src/libexport.a src/libquote.a src/libentity.a src/libnotes.a src/liblibrary.a \
	$(LIBS_ALIGN) $(SQLITE_LIBS) $(THREAD_LIBS)
LIBS_UI = src/libui.a src/liblayout.a $(LIBS_QUERY)
# The two rooms that still call one another stand twice.
LIBS_COMMAND = src/libcommand.a src/libsession.a src/libcommand.a src/libsession.a src/libpage.a \
	src/libui.a src/liblayout.a src/libquery.a src/libpage.a src/libui.a $(LIBS_QUERY)
LIBS_CLI = src/libcli.a $(LIBS_COMMAND)
LIBS_TUI = src/libtui.a $(LIBS_COMMAND) $(CURSES_LIBS)

diptych_SOURCES = src/main.c
diptych_LDADD = src/libtui.a $(LIBS_CLI) $(CURSES_LIBS)

# The converter links what the reader does not: libxml2, libarchive, uchardet.
if HAVE_CONVERTER
noinst_LIBRARIES += src/libconvert.a
src_libconvert_a_SOURCES = \
	src/convert/boilerplate.c \
	src/convert/boilerplate.h \
	src/convert/charset.c \
	src/convert/charset.h \
	src/convert/codec.c \
	src/convert/codec.h \
	src/convert/convert.c \
	src/convert/convert.h \
	src/convert/docx.c \
	src/convert/docx_styles.c \
	src/convert/docx_styles.h \
	src/convert/dom.c \
	src/convert/dom.h \
	src/convert/epub.c \
	src/convert/epub.h \
	src/convert/epub_contents.c \
	src/convert/epub_contents.h \
	src/convert/html.c \
	src/convert/html.h \
	src/convert/html_links.c \
	src/convert/html_links.h \
	src/convert/html_page.c \
	src/convert/html_table.c \
	src/convert/html_table.h \
	src/convert/likelihood.c \
	src/convert/likelihood.h \
	src/convert/linked_data.c \
	src/convert/linked_data.h \
	src/convert/mhtml.c \
	src/convert/mhtml.h \
	src/convert/odt.c \
	src/convert/office.h \
	src/convert/package.c \
	src/convert/package.h \
	src/convert/page_head.c \
	src/convert/page_head.h \
	src/convert/page_meta.c \
	src/convert/page_meta.h \
	src/convert/page_weight.c \
	src/convert/page_weight.h \
	src/convert/raised.c \
	src/convert/raised.h \
	src/convert/sandbox.c \
	src/convert/sandbox.h \
	src/convert/stream.c \
	src/convert/stream.h
src_libconvert_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(ARCHIVE_CFLAGS) $(UCHARDET_CFLAGS)
LIBS_CONVERT = src/libconvert.a $(LIBS_DOC) $(XML_LIBS) $(ARCHIVE_LIBS) $(UCHARDET_LIBS) $(ICONV_LIBS)

pkglibexec_PROGRAMS += diptych-convert
diptych_convert_SOURCES = src/convert/main.c
diptych_convert_LDADD = $(LIBS_CONVERT)
endif

# The archive in PostgreSQL: libpq is linked by its adapter alone.
if HAVE_POSTGRES
noinst_LIBRARIES += src/libpostgres.a
src_libpostgres_a_SOURCES = \
	src/postgres/archive.c \
	src/postgres/archive.h \
	src/postgres/ask.c \
	src/postgres/ask.h \
	src/postgres/database.c \
	src/postgres/database.h \
	src/postgres/load.c \
	src/postgres/load.h \
	src/postgres/tokens.c \
	src/postgres/tokens.h
src_libpostgres_a_CFLAGS = $(AM_CFLAGS) $(POSTGRES_CFLAGS)

pkglibexec_PROGRAMS += diptych-postgres
diptych_postgres_SOURCES = src/postgres/main.c
diptych_postgres_LDADD = src/libpostgres.a $(LIBS_CLI) $(POSTGRES_LIBS)
endif
