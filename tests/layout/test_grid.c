#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "base/xalloc.h"
#include "setting.h"
#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"

#define FAMILY "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"
#define ACUTE "\xCC\x81"

static int put(struct grid *grid, int row, int column, int limit, const char *text)
{
    return grid_text(grid, row, column, limit, text, strlen(text), ROLE_TEXT);
}

static void assert_grid(const struct grid *grid, const char *expected)
{
    struct buffer out = { 0 };
    grid_dump(grid, &out);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
}

static const struct cell *cell_of(const struct grid *grid, int row, int column)
{
    return &grid->lines[row].cells[column];
}

/* What one row of `columns` cells shows of a text. */
static void assert_painted(const char *text, int columns, const char *expected, int end)
{
    struct grid *grid = grid_new(1, columns);
    assert_int_equal(put(grid, 0, 0, columns, text), end);
    assert_grid(grid, expected);
    grid_free(grid);
}

/* A cell shows clean UTF-8 and nothing that wants a label. */
static void judge_cell_text(const struct grid *grid, const struct cell *cell)
{
    char text[GRAPHEME_LIMIT + 1];
    char label[SANITIZE_LABEL_SIZE];
    size_t length = grid_cell_text(grid, cell, text);
    uint32_t previous = 0;
    assert_in_range(length, 1, GRAPHEME_LIMIT);
    assert_true(utf8_is_valid(text, length));
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        if (!sanitize_is_joined(previous, code_point))
            assert_null(sanitize_label(code_point, label));
        previous = code_point;
    }
}

/* Every wide cell has the cells it covers, and no covered cell stands alone. */
static void judge_grid(const struct grid *grid)
{
    for (int row = 0; row < grid->rows; row++) {
        for (int column = 0; column < grid->columns;) {
            const struct cell *cell = cell_of(grid, row, column);
            assert_int_not_equal(cell->width, 0);
            assert_int_equal(cell->link, 0);
            assert_true(column + cell->width <= grid->columns);
            for (int i = 1; i < cell->width; i++)
                assert_int_equal(cell[i].width, 0);
            judge_cell_text(grid, cell);
            column += cell->width;
        }
    }
}

static void add_code_point(struct buffer *out, uint32_t code_point)
{
    char bytes[4];
    buffer_add(out, bytes, utf8_encode(code_point, bytes));
}

/* Code points from where they differ most. */
static uint32_t any_code_point(struct setting_random *random)
{
    static const uint32_t firsts[] = { 0x20, 0x41, 0x7F, 0xA0, 0x300, 0x600, 0x900, 0x1100, 0x1160,
                                       0x180B, 0x2000, 0x2028, 0x2066, 0x3000, 0x4E00, 0xAC00,
                                       0xE000, 0xFE00, 0xFF01, 0x1F1E6, 0x1F468, 0x1F600,
                                       0xE0001, 0xE0100 };
    uint32_t first = firsts[setting_below(random, sizeof firsts / sizeof *firsts)];
    return setting_below(random, 6) == 0 ? 0x200D : first + setting_below(random, 40);
}

static struct buffer any_text(struct setting_random *random, uint32_t most)
{
    struct buffer text = { 0 };
    bool bytes = setting_below(random, 3) == 0;
    buffer_reserve(&text, 0);
    for (uint32_t left = setting_below(random, most); left > 0; left--) {
        if (bytes)
            buffer_add_byte(&text, (char)setting_below(random, 256));
        else
            add_code_point(&text, any_code_point(random));
    }
    return text;
}

static void random_writes_leave_whole_cells(void **state)
{
    (void)state;
    struct setting_random random = { 11 };
    struct grid *grid = grid_new(3, 23);
    for (int i = 0; i < 6000; i++) {
        struct buffer text = any_text(&random, 12);
        int row = (int)setting_below(&random, 5) - 1;
        int column = (int)setting_below(&random, 27) - 2;
        int limit = (int)setting_below(&random, 30);
        if (setting_below(&random, 4) == 0)
            grid_fill(grid, row, column, 1 + (int)setting_below(&random, 3), limit, ROLE_DIM);
        else
            grid_text(grid, row, column, limit, text.data, text.length, ROLE_HIT);
        judge_grid(grid);
        buffer_free(&text);
    }
    grid_free(grid);
}

static void nothing_is_painted_beyond_the_limit(void **state)
{
    (void)state;
    struct setting_random random = { 12 };
    for (int i = 0; i < 3000; i++) {
        struct grid *grid = grid_new(1, 30);
        struct buffer text = any_text(&random, 30);
        int column = (int)setting_below(&random, 20);
        int limit = column + (int)setting_below(&random, 10);
        grid_fill(grid, 0, 0, 1, 30, ROLE_BORDER);
        int end = grid_text(grid, 0, column, limit, text.data, text.length, ROLE_HIT);
        assert_in_range(end, column, limit);
        for (int x = 0; x < 30; x++) {
            if (x < column || x >= end)
                assert_int_equal(cell_of(grid, 0, x)->style, ROLE_BORDER);
            else
                assert_int_not_equal(cell_of(grid, 0, x)->style, ROLE_BORDER);
        }
        buffer_free(&text);
        grid_free(grid);
    }
}

/* What fits takes the cells that width_text() says; only marks without a base take one more. */
static void painting_and_measuring_agree(void **state)
{
    (void)state;
    struct setting_random random = { 13 };
    struct grid *grid = grid_new(1, 800);
    for (int i = 0; i < 20000; i++) {
        struct buffer text = { 0 };
        buffer_reserve(&text, 0);
        for (uint32_t left = setting_below(&random, 12); left > 0; left--)
            add_code_point(&text, any_code_point(&random));
        size_t cells = 0;
        bool based = true;
        for (size_t at = 0; at < text.length;) {
            size_t next = grapheme_next(text.data, text.length, at);
            size_t width = width_text(text.data + at, next - at);
            based = based && width > 0;
            cells += width > 0 ? width : 1;
            at = next;
        }
        int end = grid_text(grid, 0, 0, 800, text.data, text.length, ROLE_TEXT);
        assert_int_equal(end, cells);
        if (based)
            assert_int_equal(end, width_text(text.data, text.length));
        buffer_free(&text);
    }
    grid_free(grid);
}

static void wide_characters_keep_to_the_limit(void **state)
{
    (void)state;
    assert_painted("一二三", 6, "一二三\n", 6);
    assert_painted("一二三", 5, "一二\n", 5);
    assert_painted("a一", 2, "a\n", 2);
    assert_painted("一", 1, "\n", 1);
    assert_painted("a，b。", 6, "a，b。\n", 6);
    assert_painted("“一”", 4, "“一”\n", 4);
    assert_painted(FAMILY "x", 7, FAMILY "x\n", 7);
    assert_painted(FAMILY "x", 5, "\n", 5);
}

static void half_of_a_wide_character_is_blanked(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 8);
    put(grid, 0, 0, 8, "一二三四");
    put(grid, 0, 1, 8, "x");
    assert_grid(grid, " x二三四\n");
    put(grid, 0, 4, 8, "y");
    assert_grid(grid, " x二y 四\n");
    put(grid, 0, 3, 8, "五");
    assert_grid(grid, " x 五 四\n");
    grid_fill(grid, 0, 4, 1, 3, ROLE_TEXT);
    assert_grid(grid, " x\n");
    put(grid, 0, 0, 8, FAMILY "xx");
    put(grid, 0, 3, 8, "一");
    assert_grid(grid, "   一 xx\n");
    judge_grid(grid);
    grid_free(grid);
}

/* A border cuts no wide character in two, in whatever row. */
static void a_cell_is_repeated_downwards(void **state)
{
    (void)state;
    struct grid *grid = grid_new(4, 6);
    put(grid, 0, 0, 6, "abcdef");
    put(grid, 1, 0, 6, "一二三");
    put(grid, 2, 0, 6, "x一二y");
    put(grid, 0, 3, 4, "│");
    grid_repeat(grid, 0, 3, 3);
    assert_grid(grid, "abc│ef\n一 │三\nx一│ y\n\n");
    grid_repeat(grid, 2, 0, 9);
    assert_grid(grid, "abc│ef\n一 │三\nx一│ y\nx\n");
    grid_repeat(grid, 1, 0, 3); /* a wide one stays where it is */
    grid_repeat(grid, 4, 0, 1);
    grid_repeat(grid, 0, 6, 1);
    assert_grid(grid, "abc│ef\n一 │三\nx一│ y\nx\n");
    grid_free(grid);
}

static void unprintable_is_labelled(void **state)
{
    (void)state;
    assert_painted("a\x1B[31mb", 9, "a␛[31mb\n", 7);
    assert_painted("\x7F\x01\r", 9, "␡␁␍\n", 3);
    assert_painted("a\tb\nc", 9, "a b c\n", 5);
    assert_painted("a\t一\n一", 9, "a 一 一\n", 7);
    assert_painted("a\xE2\x80\xAE" "b", 20, "a<U+202E>b\n", 10);
    assert_painted("a\xE2\x80\xAE" "b", 5, "a<U+2\n", 5);
    assert_painted("\xC2\x9B", 5, "\xE2\x90\xA6\n", 1);
    assert_painted("a\xF3\xA0\x81\x81" "b", 20, "a<U+E0041>b\n", 11); /* a tag hides nothing */
    assert_painted("\xE2\x80\x8D" "a", 20, "<U+200D>a\n", 9);
    assert_painted(" \xEF\xB8\x8F", 20, " <U+FE0F>\n", 9);
    assert_painted("\xE2\x9D\xA4\xEF\xB8\x8F", 20, "\xE2\x9D\xA4\xEF\xB8\x8F\n", 1);
}

static void ill_formed_bytes_are_replaced(void **state)
{
    (void)state;
    assert_painted("\xFF" "a\xC3", 9, "\xEF\xBF\xBD" "a\xEF\xBF\xBD\n", 3);
    assert_painted("\xE4\x1B[", 9, "\xEF\xBF\xBD␛[\n", 3);
    assert_painted("\xF0\x9F\x98", 9, "\xEF\xBF\xBD\n", 1);
    assert_painted("\xF0\x9F\x98" ACUTE, 9, "\xEF\xBF\xBD\n", 1);
    assert_painted("\xEF\xBF\xBD" ACUTE, 9, "\xEF\xBF\xBD" ACUTE "\n", 1);
}

static void clusters_share_one_cell(void **state)
{
    (void)state;
    struct grid *grid = grid_new(2, 10);
    put(grid, 0, 0, 10, "e" ACUTE FAMILY);
    put(grid, 1, 0, 10, "e" ACUTE "e");
    assert_int_equal(cell_of(grid, 0, 0)->width, 1);
    assert_int_equal(cell_of(grid, 0, 1)->width, 6);
    assert_grid(grid, "e" ACUTE FAMILY "\ne" ACUTE "e\n");
    /* The same cluster has the same number, so that rows compare byte by byte. */
    assert_memory_equal(cell_of(grid, 0, 0), cell_of(grid, 1, 0), sizeof(struct cell));
    assert_int_equal(cell_of(grid, 1, 1)->glyph, 'e');
    grid_free(grid);
}

static void many_clusters_keep_their_text(void **state)
{
    (void)state;
    struct grid *grid = grid_new(26, 26);
    struct buffer expected = { 0 };
    for (int row = 0; row < 26; row++) {
        for (int column = 0; column < 26; column++) {
            struct buffer cluster = { 0 };
            buffer_add_byte(&cluster, (char)('a' + column));
            add_code_point(&cluster, 0x300 + (uint32_t)row);
            put(grid, row, column, 26, cluster.data);
            buffer_add(&expected, cluster.data, cluster.length);
            buffer_free(&cluster);
        }
        buffer_add_byte(&expected, '\n');
    }
    assert_grid(grid, expected.data);
    buffer_free(&expected);
    grid_free(grid);
}

static void floods_of_marks_are_capped(void **state)
{
    (void)state;
    struct buffer flood = { 0 };
    struct grid *grid = grid_new(1, 80);
    char text[GRAPHEME_LIMIT + 1];
    buffer_add_text(&flood, "a");
    for (int i = 0; i < 200; i++)
        buffer_add_text(&flood, ACUTE);
    buffer_add_text(&flood, "b");
    int end = put(grid, 0, 0, 80, flood.data);
    judge_grid(grid);
    assert_in_range(end, 3, 12);
    assert_int_equal(cell_of(grid, 0, end - 1)->glyph, 'b');
    for (int x = 1; x < end - 1; x++) { /* what is left over stands on dotted circles */
        grid_cell_text(grid, cell_of(grid, 0, x), text);
        assert_memory_equal(text, "\xE2\x97\x8C" ACUTE, 5);
    }
    buffer_free(&flood);
    grid_free(grid);
    assert_painted(ACUTE "a", 9, "\xE2\x97\x8C" ACUTE "a\n", 2);
}

static void fill_and_resize_blank(void **state)
{
    (void)state;
    struct grid *grid = grid_new(3, 4);
    for (int row = 0; row < 3; row++)
        put(grid, row, 0, 4, "abcd");
    grid_fill(grid, 1, 1, 9, 2, ROLE_STATUS);
    assert_grid(grid, "abcd\na  d\na  d\n");
    assert_int_equal(cell_of(grid, 2, 2)->style, ROLE_STATUS);
    assert_int_equal(cell_of(grid, 2, 3)->style, ROLE_TEXT);
    grid_fill(grid, -1, -2, 2, 3, ROLE_DIM);
    assert_grid(grid, " bcd\na  d\na  d\n");
    grid_fill(grid, 0, 7, 1, 1, ROLE_DIM);
    grid_fill(grid, 5, 0, 1, 1, ROLE_DIM);
    grid_fill(grid, 0, 0, 1, -1, ROLE_DIM);
    assert_grid(grid, " bcd\na  d\na  d\n");
    grid->cursor_row = 2;
    grid_resize(grid, 2, 3);
    assert_grid(grid, "\n\n");
    assert_int_equal(grid->cursor_row, -1);
    grid_resize(grid, 0, -4);
    assert_int_equal(grid->rows, 1);
    assert_int_equal(grid->columns, 1);
    assert_grid(grid, "\n");
    grid_free(grid);
    grid_free(NULL);
}

static void text_outside_the_grid_is_ignored(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 4);
    assert_int_equal(put(grid, -1, 0, 4, "x"), 0);
    assert_int_equal(put(grid, 1, 0, 4, "x"), 0);
    assert_int_equal(put(grid, 0, -1, 4, "x"), -1);
    assert_int_equal(put(grid, 0, 4, 9, "x"), 4);
    assert_int_equal(put(grid, 0, 3, 2, "x"), 3);
    assert_int_equal(put(grid, 0, 2, 99, "xyz"), 4);
    assert_grid(grid, "  xy\n");
    grid_free(grid);
}

static void labels_have_their_own_role(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 20);
    grid_text(grid, 0, 0, 20, "a\x1B" "b", 3, ROLE_HEADING | ATTRIBUTE_BOLD);
    assert_int_equal(cell_of(grid, 0, 0)->style, ROLE_HEADING | ATTRIBUTE_BOLD);
    assert_int_equal(cell_of(grid, 0, 1)->style, ROLE_LABEL | ATTRIBUTE_BOLD);
    assert_int_equal(cell_of(grid, 0, 2)->style, ROLE_HEADING | ATTRIBUTE_BOLD);
    grid_free(grid);
}

static void test_what_changed_in_a_row(void **unused)
{
    (void)unused;
    struct grid *before = grid_new(1, 10);
    struct grid *after = grid_new(1, 10);
    struct cell_run run = cell_run_changed(grid_row(before, 0), grid_row(after, 0), 10);
    assert_int_equal(run.first, 10);
    grid_text(after, 0, 4, 10, "x", 1, 0);
    run = cell_run_changed(grid_row(before, 0), grid_row(after, 0), 10);
    assert_int_equal(run.first, 4);
    assert_int_equal(run.last, 4);
    grid_text(before, 0, 4, 10, "x\xE9\x98\xBF", 4, 0);
    grid_text(after, 0, 3, 10, "\xE9\x98\xBF\xE9\x87\x8C", 6, 0); /* whole clusters */
    run = cell_run_changed(grid_row(before, 0), grid_row(after, 0), 10);
    assert_int_equal(run.first, 3);
    assert_int_equal(run.last, 6);
    grid_free(before);
    grid_free(after);
}

static void test_links_have_numbers_until_there_are_no_more(void **unused)
{
    (void)unused;
    struct hyperlinks *links = hyperlinks_new();
    char address[HYPERLINK_LONGEST + 64];
    assert_int_equal(hyperlinks_number(links, "https://a.example/"), 1);
    assert_int_equal(hyperlinks_number(links, "www.b.example"), 2);
    assert_int_equal(hyperlinks_number(links, "https://a.example/"), 1);
    assert_int_equal(hyperlinks_number(links, "javascript:alert(1)"), 0);
    assert_int_equal(hyperlinks_number(links, "file:///etc/passwd"), 0);
    assert_int_equal(hyperlinks_number(links, "notes/mill.md"), 0);
    memset(address, 'x', sizeof address);
    memcpy(address, "https://", 8);
    address[sizeof address - 1] = '\0';
    assert_int_equal(hyperlinks_number(links, address), 0);
    for (unsigned i = 3; i <= 255; i++) {
        snprintf(address, sizeof address, "https://%u.example/", i);
        assert_int_equal(hyperlinks_number(links, address), i);
    }
    assert_false(hyperlinks_renew(links));
    assert_int_equal(hyperlinks_number(links, "https://one.more/"), 0);
    assert_true(hyperlinks_renew(links));
    assert_int_equal(hyperlinks_number(links, "https://one.more/"), 1);
    hyperlinks_free(links);
}

/* Letters are painted many at a time; what stands among them shows wherever it stands, and the limit
 * holds wherever it is. */
static void what_stands_among_letters_shows(void **state)
{
    (void)state;
    static const char *const odd[] = { "\x1F", "\x7F", "\t", "\xC3\xA9", "\xE5\xAD\x97", "\xFF", "~", " " };
    static const char letters[] = "Quick brown foxes jump";
    int count = (int)sizeof letters - 1;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        for (int at = 0; at <= count; at++) {
            char text[64];
            struct grid *whole = grid_new(1, 40), *parts = grid_new(1, 40);
            snprintf(text, sizeof text, "%.*s%s%s", at, letters, odd[i], letters + at);
            int end = put(whole, 0, 3, 40, text);
            int x = 3;
            for (int letter = 0; letter <= count; letter++) {
                if (letter == at)
                    x = put(parts, 0, x, 40, odd[i]);
                if (letter < count)
                    x = grid_text(parts, 0, x, 40, letters + letter, 1, ROLE_TEXT);
            }
            assert_int_equal(end, x);
            assert_memory_equal(grid_row(whole, 0), grid_row(parts, 0), 40 * sizeof(struct cell));
            grid_free(whole);
            grid_free(parts);
        }
    }
    for (int limit = 0; limit <= count; limit++) {
        char shown[64];
        snprintf(shown, sizeof shown, "%.*s", limit, letters);
        struct grid *grid = grid_new(1, 40);
        assert_int_equal(put(grid, 0, 0, limit, letters), limit);
        struct buffer out = { 0 };
        grid_dump(grid, &out);
        while (limit > 0 && shown[strlen(shown) - 1] == ' ')
            shown[strlen(shown) - 1] = '\0';
        assert_int_equal(strncmp(buffer_text(&out), shown, strlen(shown)), 0);
        assert_int_equal(buffer_text(&out)[strlen(shown)], '\n');
        buffer_free(&out);
        grid_free(grid);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_writes_leave_whole_cells),
        cmocka_unit_test(nothing_is_painted_beyond_the_limit),
        cmocka_unit_test(painting_and_measuring_agree),
        cmocka_unit_test(wide_characters_keep_to_the_limit),
        cmocka_unit_test(half_of_a_wide_character_is_blanked),
        cmocka_unit_test(a_cell_is_repeated_downwards),
        cmocka_unit_test(unprintable_is_labelled),
        cmocka_unit_test(ill_formed_bytes_are_replaced),
        cmocka_unit_test(clusters_share_one_cell),
        cmocka_unit_test(many_clusters_keep_their_text),
        cmocka_unit_test(floods_of_marks_are_capped),
        cmocka_unit_test(fill_and_resize_blank),
        cmocka_unit_test(text_outside_the_grid_is_ignored),
        cmocka_unit_test(labels_have_their_own_role),
        cmocka_unit_test(test_what_changed_in_a_row),
        cmocka_unit_test(what_stands_among_letters_shows),
        cmocka_unit_test(test_links_have_numbers_until_there_are_no_more),
    };
    return cmocka_run_group_tests(tests, setting_begin, NULL);
}
