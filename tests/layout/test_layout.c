#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "setting.h"
#include "text/grapheme.h"
#include "text/linebreak.h"

#define DOCUMENTS 300

/* One block set in one width, with all it takes to judge it. */
struct judged {
    struct layout *layout;
    const struct block *block;
    const struct block_layout *lines;
    const char *text;
    size_t length;
    int width;
    unsigned char *marks; /* line breaks, only where a cluster starts */
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

/* Cells from `start` to `end`, set from the beginning of a row; blanks at the end hang. */
static int cells_of(const struct judged *judged, size_t start, size_t end)
{
    int x = 0;
    while (end > start && is_blank(judged->text[end - 1]))
        end--;
    for (size_t at = start; at < end;) {
        size_t next = grapheme_next(judged->text, end, at);
        x += layout_cluster_width(judged->layout, judged->text + at, next - at, x);
        at = next;
    }
    return x;
}

/* The stretch around `at` that must not be broken is wider than the column. */
static bool is_forced(const struct judged *judged, size_t at)
{
    size_t start = at;
    size_t end = at;
    while (start > 0 && (start == at || judged->marks[start] == LINEBREAK_NO))
        start--;
    while (end < judged->length && (end == at || judged->marks[end] == LINEBREAK_NO))
        end++;
    return cells_of(judged, start, end) > judged->width;
}

static bool starts_with_any(const char *text, const char *const *list)
{
    for (; *list != NULL; list++)
        if (strncmp(text, *list, strlen(*list)) == 0)
            return true;
    return false;
}

static bool ends_with_any(const char *text, size_t end, const char *const *list)
{
    for (; *list != NULL; list++)
        if (end >= strlen(*list) && strncmp(text + end - strlen(*list), *list, strlen(*list)) == 0)
            return true;
    return false;
}

/* Where a row ends and the next begins: no punctuation on the wrong side, no word cut. */
static void judge_boundary(const struct judged *judged, size_t at)
{
    static const char *const closing[] = { "。", "，", "、", "；", "：", "？", "！", "）", "》", "」",
                                           "』", "】", NULL };
    static const char *const opening[] = { "（", "《", "「", "『", "【", NULL };
    if (judged->text[at - 1] == '\n' || judged->block->kind == BLOCK_CODE)
        return;
    bool forced = is_forced(judged, at);
    if (!forced) {
        assert_false(starts_with_any(judged->text + at, closing));
        assert_false(ends_with_any(judged->text, at, opening));
        assert_int_not_equal(judged->marks[at], LINEBREAK_NO);
    }
    bool number = at > 0 && judged->text[at - 1] >= '0' && judged->text[at - 1] <= '9';
    if (!forced && number)
        assert_true(judged->text[at] != '%');
}

/* Pieces in order, without holes, one a row, each within the column. */
static void judge_pieces(const struct judged *judged)
{
    const struct block_layout *lines = judged->lines;
    size_t at = 0;
    assert_int_equal(lines->rows, lines->piece_count);
    for (size_t i = 0; i < lines->piece_count; i++) {
        const struct piece *piece = &lines->pieces[i];
        assert_int_equal(piece->row, i);
        assert_int_equal(piece->start, at);
        assert_true(piece->end > piece->start || judged->length == 0);
        int cells = cells_of(judged, piece->start, piece->end);
        int room = judged->width - ((piece->flags & PIECE_CUT) != 0 ? 1 : 0);
        size_t last = piece->end;
        while (last > piece->start && is_blank(judged->text[last - 1]))
            last--;
        bool single = grapheme_next(judged->text, judged->length, piece->start) >= last;
        assert_true(cells <= room || single);
        at = piece->end;
        if (at < judged->length)
            judge_boundary(judged, at);
    }
    assert_int_equal(at, judged->length);
}

/* A table's cells stand side by side, but together they too are the whole row. */
static void judge_table(const struct judged *judged)
{
    const struct block_layout *lines = judged->lines;
    size_t at = 0;
    bool *seen = xcalloc(lines->rows, sizeof *seen);
    for (size_t i = 0; i < lines->piece_count; i++) {
        assert_int_equal(lines->pieces[i].start, at);
        assert_true(lines->pieces[i].row < lines->rows);
        assert_true(lines->pieces[i].x < layout_width(judged->layout));
        seen[lines->pieces[i].row] = true;
        at = lines->pieces[i].end;
    }
    assert_int_equal(at, judged->length);
    bool rule = (judged->block->flags & BLOCK_TABLE_HEADER) != 0 && !seen[lines->rows - 1];
    for (uint32_t row = 0; row + (rule ? 1 : 0) < lines->rows; row++)
        assert_true(seen[row]);
    free(seen);
}

static void judge_block(struct layout *layout, size_t index)
{
    const struct document *document = layout_document(layout);
    const struct block *block = &document->blocks[index];
    struct judged judged = {
        .layout = layout,
        .block = block,
        .lines = layout_block(layout, index),
        .text = document->text + block->start,
        .length = block->end - block->start,
        .width = layout_width(layout) - layout_left(layout, index),
    };
    struct table_column columns[TABLE_COLUMNS];
    if (block->kind == BLOCK_RULE) {
        assert_int_equal(judged.lines->rows, 1);
        return;
    }
    if (block->kind == BLOCK_TABLE_ROW && layout_table(layout, index, columns) > 0) {
        judge_table(&judged);
        return;
    }
    judged.marks = xcalloc(judged.length + 1, 1);
    linebreak_mark(judged.text, judged.length, judged.marks);
    for (size_t at = 0; at < judged.length;) {
        size_t next = grapheme_next(judged.text, judged.length, at);
        memset(judged.marks + at + 1, 0, next - at - 1);
        at = next;
    }
    judge_pieces(&judged);
    free(judged.marks);
}

static void pieces_are_the_text(void **state)
{
    (void)state;
    struct setting_random random = { 2014 };
    for (int i = 0; i < DOCUMENTS; i++) {
        struct document *document = setting_random_document(&random);
        for (int tries = 0; tries < 8; tries++) {
            int width = tries < 3 ? 1 + (int)setting_below(&random, 10)
                                  : 1 + (int)setting_below(&random, 120);
            struct layout *layout = setting_layout(document, width);
            for (size_t block = 0; block < document->block_count; block++)
                judge_block(layout, block);
            layout_free(layout);
        }
        document_free(document);
    }
}

/* Every cluster but the blanks that hang at a row's end is found again where it is shown. */
static void judge_offsets(struct layout *layout, size_t index)
{
    const struct document *document = layout_document(layout);
    size_t base = document->blocks[index].start;
    size_t count = layout_block(layout, index)->piece_count;
    for (size_t i = 0; i < count; i++) {
        struct piece piece = layout_block(layout, index)->pieces[i];
        uint32_t gap = layout_block(layout, index)->gap;
        size_t end = base + piece.end;
        while (end > base + piece.start && is_blank(document->text[end - 1]))
            end--;
        for (size_t at = base + piece.start; at < end;) {
            struct place place = layout_place(layout, at);
            assert_int_equal(place.block, index);
            assert_int_equal(place.row, gap + piece.row);
            int x = layout_x(layout, at);
            assert_in_range(x, 0, layout_width(layout) - 1);
            assert_int_equal(layout_offset_at(layout, place, x), at);
            at = grapheme_next(document->text, end, at);
        }
    }
}

static void cells_and_offsets_agree(void **state)
{
    (void)state;
    struct setting_random random = { 1999 };
    for (int i = 0; i < DOCUMENTS; i++) {
        struct document *document = setting_random_document(&random);
        struct layout *layout = setting_layout(document, 1 + (int)setting_below(&random, 100));
        for (size_t block = 0; block < document->block_count; block++)
            judge_offsets(layout, block);
        layout_free(layout);
        document_free(document);
    }
}

static long count_rows(struct layout *layout)
{
    long rows = 0;
    for (size_t i = 0; i < layout_document(layout)->block_count; i++)
        rows += (long)(layout_block(layout, i)->gap + layout_block(layout, i)->rows);
    return rows;
}

static void assert_same_place(struct place a, struct place b)
{
    assert_int_equal(a.block, b.block);
    assert_int_equal(a.row, b.row);
}

/* There and back again, from anywhere, and the distance is the way. */
static void judge_moves(struct layout *layout, struct setting_random *random)
{
    long rows = count_rows(layout);
    struct place top = { layout_shown_block(layout, 0), 0 };
    struct place end = layout_end(layout);
    assert_int_equal(layout_distance(layout, top, end, 1000000), rows - 1);
    for (int i = 0; i < 20; i++) {
        long from = (long)setting_below(random, (uint32_t)rows);
        long to = (long)setting_below(random, (uint32_t)rows);
        struct place here = top;
        assert_int_equal(layout_move(layout, &here, from), from);
        struct place there = here;
        assert_int_equal(layout_move(layout, &there, to - from), to - from);
        assert_int_equal(layout_distance(layout, here, there, 1000000), to - from);
        struct place back = there;
        assert_int_equal(layout_move(layout, &back, from - to), from - to);
        assert_same_place(back, here);
    }
    struct place place = top;
    assert_int_equal(layout_move(layout, &place, rows + 5), rows - 1);
    assert_same_place(place, end);
    assert_int_equal(layout_move(layout, &place, -rows - 5), 1 - rows);
    assert_same_place(place, top);
    assert_int_equal(layout_distance(layout, top, end, 2), rows > 2 ? 2 : rows - 1);
    assert_int_equal(layout_distance(layout, end, top, 2), rows > 2 ? -2 : 1 - rows);
}

static void moves_and_distances_agree(void **state)
{
    (void)state;
    struct setting_random random = { 77 };
    for (int i = 0; i < DOCUMENTS; i++) {
        struct document *document = setting_random_document(&random);
        struct layout *layout = setting_layout(document, 1 + (int)setting_below(&random, 60));
        if (document->block_count > 0)
            judge_moves(layout, &random);
        layout_free(layout);
        document_free(document);
    }
}

static void hidden_blocks_take_no_rows(void **state)
{
    (void)state;
    struct setting_random random = { 4711 };
    for (int i = 0; i < DOCUMENTS; i++) {
        struct document *document = setting_random_document(&random);
        struct layout *layout = setting_layout(document, 1 + (int)setting_below(&random, 60));
        unsigned char *visible = xcalloc(document->block_count + 1, 1);
        size_t shown = 0;
        for (size_t block = 0; block < document->block_count; block++)
            shown += visible[block] = setting_below(&random, 3) == 0;
        layout_filter(layout, visible);
        if (shown > 0)
            judge_moves(layout, &random);
        for (size_t block = 0; block < document->block_count; block++) {
            if (visible[block] != 0) {
                judge_block(layout, block);
                continue;
            }
            assert_int_equal(layout_block(layout, block)->rows, 0);
            struct place place = layout_place(layout, document->blocks[block].start);
            assert_true(shown == 0 || visible[place.block] != 0);
        }
        layout_free(layout);
        free(visible);
        document_free(document);
    }
}

static void assert_rows(struct layout *layout, const char *expected)
{
    struct buffer rows = setting_dump(layout, false);
    assert_string_equal(buffer_text(&rows), expected);
    buffer_free(&rows);
}

static void assert_plain(const char *source, int width, const char *expected)
{
    struct document *document = setting_plain(source);
    struct layout *layout = setting_layout(document, width);
    assert_rows(layout, expected);
    layout_free(layout);
    document_free(document);
}

static void assert_markdown(const char *source, int width, const char *expected)
{
    struct document *document = setting_markdown(source);
    struct layout *layout = setting_layout(document, width);
    assert_rows(layout, expected);
    layout_free(layout);
    document_free(document);
}

static void filter_shows_what_matches(void **state)
{
    (void)state;
    struct document *document = setting_plain("one\n\ntwo\n\nthree\n\nfour");
    struct layout *layout = setting_layout(document, 20);
    unsigned char first_and_last_hidden[] = { 0, 1, 1, 0 };
    unsigned char only_third[] = { 0, 0, 1, 0 };
    unsigned char apart[] = { 1, 0, 0, 1 };
    unsigned char none[] = { 0, 0, 0, 0 };
    layout_filter(layout, first_and_last_hidden);
    assert_rows(layout, "two\n\nthree\n");
    layout_filter(layout, only_third);
    assert_rows(layout, "three\n");
    struct place place = layout_place(layout, 0);
    assert_int_equal(place.block, 2);
    assert_int_equal(layout_offset_at(layout, place, layout_x(layout, 0)),
                     document->blocks[2].start);
    layout_filter(layout, apart);
    assert_rows(layout, "one\n\nfour\n");
    layout_filter(layout, none);
    assert_rows(layout, "\n");
    place = layout_end(layout);
    assert_int_equal(layout_move(layout, &place, -5), 0);
    assert_int_equal(layout_move(layout, &place, 5), 0);
    layout_filter(layout, NULL);
    assert_rows(layout, "one\n\ntwo\n\nthree\n\nfour\n");
    layout_free(layout);
    document_free(document);
}

static void hidden_offset_is_shown_at_the_next_block(void **state)
{
    (void)state;
    struct document *document = setting_markdown("one\n\n> two\n\nthree");
    struct layout *layout = setting_layout(document, 20);
    unsigned char visible[] = { 0, 1, 0 };
    layout_filter(layout, visible);
    assert_int_equal(layout_place(layout, 1).block, 1);
    assert_int_equal(layout_x(layout, 1), 2); /* right of the quote's bar */
    assert_int_equal(layout_place(layout, document->length).block, 1);
    layout_free(layout);
    document_free(document);
}

static void words_stay_whole(void **state)
{
    (void)state;
    assert_plain("Alibaba is handing 11 Main to OpenSky", 12,
                 "Alibaba is\nhanding 11\nMain to\nOpenSky\n");
    assert_plain("an incomprehensible word", 10, "an\nincompreh\\\nensible\nword\n");
    assert_plain("exactly 8 cells wide", 8, "exactly\n8 cells\nwide\n");
    /* Three blanks hang, they do not open the next row. */
    assert_plain("abcd   efgh", 4, "abcd\nefgh\n");
}

static void chinese_keeps_its_line_rules(void **state)
{
    (void)state;
    assert_plain("换得约三成的股份，公司", 16, "换得约三成的股\n份，公司\n");
    assert_plain("他在书里写《家书》。", 12, "他在书里写\n《家书》。\n");
    assert_plain("约有 37% 的人", 7, "约有\n37% 的\n人\n");
    assert_plain("一二三四五", 5, "一二\n三四\n五\n");
    assert_plain("一二", 1, "\n\n"); /* no cell for half a character */
}

static void blocks_look_like_themselves(void **state)
{
    (void)state;
    assert_markdown("# Head\n\ntext\n\n***\n\nmore", 10,
                    "Head\n\ntext\n\n──────────\n\nmore\n");
    assert_markdown("> one two three\n>\n> four\n\nfive", 11,
                    "│ one two\n│ three\n│\n│ four\n\nfive\n");
    assert_markdown("> a\n>\n> > b\n> >\n> > c\n>\n> d", 20,
                    "│ a\n│\n│ │ b\n│ │\n│ │ c\n│\n│ d\n");
    assert_markdown("- one two three\n  - deep\n- last", 12,
                    "• one two\n  three\n  ◦ deep\n• last\n");
    assert_markdown("9. nine\n10. ten\n", 20, " 9. nine\n10. ten\n");
    assert_markdown("- [ ] open\n- [x] done\n", 20, "☐ open\n☑ done\n");
    assert_markdown("> - quoted item goes on\n", 15, "│ • quoted item\n│   goes on\n");
}

static void code_keeps_its_blanks(void **state)
{
    (void)state;
    assert_markdown("```\nx\n  y  z\nab\tc\n\n```\n", 20, "x\n  y  z\nab      c\n\n");
    assert_markdown("```\n0123456789\n```\n", 8, "0123456\\\n789\n");
    assert_markdown("```\n01234567\n```\n", 8, "01234567\n");
    /* A tab that is cut short leaves the mark its cell. */
    assert_markdown("```\nabc\tdefghi\n```\n", 10, "abc     \\\ndefghi\n");
    assert_markdown("```\nabcdefghi\tj\n```\n", 10, "abcdefghi\\\n        j\n");
}

static void code_is_cut_between_words(void **state)
{
    (void)state;
    assert_markdown("```\nif all the words fit\n```\n", 12, "if all the \\\nwords fit\n");
    assert_markdown("```\na incomprehensibilities b\n```\n", 10,
                    "a incompr\\\nehensibil\\\nities b\n");
    assert_markdown("```\n      seventy\n```\n", 10, "      \\\nseventy\n");
}

static void bars_stand_where_their_quote_begins(void **state)
{
    (void)state;
    assert_markdown("- item\n\n  > in it\n  >\n  > more\n", 20,
                    "• item\n\n  │ in it\n  │\n  │ more\n");
    assert_markdown("- > item\n", 20, "• │ item\n");
    assert_markdown("> - > - deep\n", 20, "│ • │ ◦ deep\n");
    assert_markdown("9. > nine\n10. > ten\n", 20, " 9. │ nine\n10. │ ten\n");
    assert_markdown("> a\n>\n> - b\n>\n>   > c\n", 20, "│ a\n│\n│ • b\n│\n│   │ c\n");
    assert_markdown("> - text\n>   - nested\n", 12, "│ • text\n│   ◦ nested\n");
}

/* Ids and code stay whole at their hyphens where a row has room for them; words and addresses do not. */
static void hyphens_of_ids_hold(void **state)
{
    (void)state;
    assert_plain("see 11-main-sale.en", 16, "see\n11-main-sale.en\n");
    assert_plain("see 11-main-sale.en", 12, "see 11-main-\nsale.en\n");
    assert_plain("a state-of-the-art shop", 14, "a state-of-\nthe-art shop\n");
    assert_plain("a snake_case-name", 16, "a\nsnake_case-name\n");
    assert_plain("(x86-64-linux), and", 14, "(x86-64-\nlinux), and\n");
    assert_plain("in (x86-64), and", 10, "in\n(x86-64),\nand\n");
    assert_plain("http://a.b/some-page1-here", 18, "http://a.b/some-\npage1-here\n");
    assert_plain("-- - -x1 y-", 20, "-- - -x1 y-\n");
    assert_markdown("run `make-all-things` now", 16, "run\nmake-all-things\nnow\n");
    assert_markdown("run `make-all-things` now", 12, "run make-\nall-things\nnow\n");
    assert_markdown("run make-all-things now", 16, "run make-all-\nthings now\n");
}

static void spacing_is_counted(void **state)
{
    (void)state;
    struct document *document = setting_plain("one\n\ntwo");
    struct layout_options options = { .measure = 0, .tab = 8, .spacing = 0 };
    struct layout *layout = layout_new(document, 100, &options);
    assert_rows(layout, "one\ntwo\n");
    options.spacing = 2;
    layout_configure(layout, 100, &options);
    assert_rows(layout, "one\n\n\ntwo\n");
    layout_free(layout);
    document_free(document);
}

static void measure_limits_the_column(void **state)
{
    (void)state;
    struct document *document = setting_plain("one two three four");
    struct layout_options options = { .measure = 9, .tab = 8, .spacing = 1 };
    struct layout *layout = layout_new(document, 100, &options);
    assert_int_equal(layout_width(layout), 9);
    assert_rows(layout, "one two\nthree\nfour\n");
    layout_configure(layout, 5, &options);
    assert_int_equal(layout_width(layout), 5);
    assert_rows(layout, "one\ntwo\nthree\nfour\n");
    options.measure = 0;
    layout_configure(layout, 100, &options);
    assert_int_equal(layout_width(layout), 100);
    assert_rows(layout, "one two three four\n");
    layout_configure(layout, -3, &options);
    assert_int_equal(layout_width(layout), 1);
    layout_free(layout);
    document_free(document);
}

static void tab_option_counts(void **state)
{
    (void)state;
    struct document *document = setting_markdown("```\na\tb\n```\n");
    struct layout_options options = { .measure = 0, .tab = 4, .spacing = 1 };
    struct layout *layout = layout_new(document, 20, &options);
    assert_rows(layout, "a   b\n");
    options.tab = 0;
    layout_configure(layout, 20, &options);
    assert_rows(layout, "a       b\n");
    layout_free(layout);
    document_free(document);
}

static void narrow_columns_drop_the_margin(void **state)
{
    (void)state;
    assert_markdown("> > > a quoted word\n", 6, "a\nquoted\nword\n");
    assert_markdown("> > > a quoted word\n", 8, "│ a\n│ quoted\n│ word\n");
    assert_markdown("- item\n", 4, "item\n");
}

static void empty_document_has_no_rows(void **state)
{
    (void)state;
    struct document *document = setting_plain("");
    struct layout *layout = setting_layout(document, 10);
    struct place place = { 0, 0 };
    assert_int_equal(layout_move(layout, &place, 3), 0);
    assert_int_equal(layout_move(layout, &place, -3), 0);
    assert_same_place(layout_end(layout), place);
    assert_same_place(layout_place(layout, 0), place);
    assert_int_equal(layout_x(layout, 0), 0);
    assert_int_equal(layout_offset_at(layout, place, 4), 0);
    assert_int_equal(layout_distance(layout, place, place, 9), 0);
    layout_free(layout);
    document_free(document);
}

/* A pathological block must not cost more than its length. */
static void long_runs_of_blanks_are_cheap(void **state)
{
    (void)state;
    struct buffer source = { 0 };
    buffer_add_text(&source, "x");
    for (int i = 0; i < 30000; i++)
        buffer_add_byte(&source, ' ');
    buffer_add_text(&source, "，y\n");
    struct document *document = setting_plain(source.data);
    struct layout *layout = setting_layout(document, 10);
    judge_block(layout, 0);
    assert_true(layout_block(layout, 0)->rows <= 3);
    layout_free(layout);
    document_free(document);
    buffer_free(&source);
}

static void rows_begin_where_they_are_said_to(void **state)
{
    (void)state;
    struct document *document = setting_plain("one two\n\nthree four");
    struct layout *layout = setting_layout(document, 5);
    size_t expected[] = { 0, 4, 9, 9, 15 }; /* the blank row has its block's offset */
    struct place place = { 0, 0 };
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(layout_row_offset(layout, place), expected[i]);
        assert_int_equal(layout_move(layout, &place, 1), i < 4);
    }
    assert_int_equal(layout_offset_at(layout, (struct place){ 0, 0 }, 99), 2); /* the “e” */
    assert_int_equal(layout_offset_at(layout, (struct place){ 0, 0 }, -1), 0);
    /* A place beyond the block, left over from a narrower pane, is its last row. */
    place = (struct place){ 0, 40 };
    assert_int_equal(layout_move(layout, &place, 1), 1);
    assert_same_place(place, (struct place){ 1, 0 });
    layout_free(layout);
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_the_text),
        cmocka_unit_test(cells_and_offsets_agree),
        cmocka_unit_test(moves_and_distances_agree),
        cmocka_unit_test(hidden_blocks_take_no_rows),
        cmocka_unit_test(filter_shows_what_matches),
        cmocka_unit_test(hidden_offset_is_shown_at_the_next_block),
        cmocka_unit_test(words_stay_whole),
        cmocka_unit_test(chinese_keeps_its_line_rules),
        cmocka_unit_test(blocks_look_like_themselves),
        cmocka_unit_test(code_keeps_its_blanks),
        cmocka_unit_test(code_is_cut_between_words),
        cmocka_unit_test(bars_stand_where_their_quote_begins),
        cmocka_unit_test(measure_limits_the_column),
        cmocka_unit_test(tab_option_counts),
        cmocka_unit_test(narrow_columns_drop_the_margin),
        cmocka_unit_test(empty_document_has_no_rows),
        cmocka_unit_test(hyphens_of_ids_hold),
        cmocka_unit_test(spacing_is_counted),
        cmocka_unit_test(long_runs_of_blanks_are_cheap),
        cmocka_unit_test(rows_begin_where_they_are_said_to),
    };
    return cmocka_run_group_tests(tests, setting_begin, NULL);
}
