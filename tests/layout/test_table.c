#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "layout/table.h"
#include "setting.h"

static const struct tags no_tags;

static const char accounts[] = "| 公司 | stake | remark |\n|---|---|---|\n"
                               "| 阿里巴巴 | 37% | sold 11 Main to OpenSky |\n"
                               "| OpenSky | 63% | 总部在纽约 |\n";

static void assert_rows(const char *source, int width, bool ascii, const char *expected)
{
    struct document *document = setting_markdown(source);
    struct layout *layout = setting_layout(document, width);
    struct buffer rows = setting_dump(layout, ascii);
    assert_string_equal(buffer_text(&rows), expected);
    buffer_free(&rows);
    layout_free(layout);
    document_free(document);
}

static void columns_take_what_they_want(void **state)
{
    (void)state;
    assert_rows(accounts, 60, false,
                "公司     │ stake │ remark\n"
                "─────────┼───────┼────────────────────────\n"
                "阿里巴巴 │ 37%   │ sold 11 Main to OpenSky\n"
                "OpenSky  │ 63%   │ 总部在纽约\n");
}

static void ascii_draws_ascii(void **state)
{
    (void)state;
    assert_rows("| a | b |\n|---|---|\n| 1 | 2 |\n", 20, true,
                "a   | b\n----+----\n1   | 2\n");
}

static void widest_column_gives_way_first(void **state)
{
    (void)state;
    assert_rows(accounts, 30, false,
                "公司     │ stake │ remark\n"
                "─────────┼───────┼────────────\n"
                "阿里巴巴 │ 37%   │ sold 11\n"
                "         │       │ Main to\n"
                "         │       │ OpenSky\n"
                "OpenSky  │ 63%   │ 总部在纽约\n");
}

static void narrow_columns_wrap(void **state)
{
    (void)state;
    assert_rows(accounts, 18, false,
                "公司 │ sta\\ │ rem\\\n"
                "     │ ke   │ ark\n"
                "─────┼──────┼─────\n"
                "阿里 │ 37%  │ sold\n"
                "巴巴 │      │ 11\n"
                "     │      │ Main\n"
                "     │      │ to\n"
                "     │      │ Ope\\\n"
                "     │      │ nSky\n"
                "Ope\\ │ 63%  │ 总部\n"
                "nSky │      │ 在纽\n"
                "     │      │ 约\n");
}

static void too_narrow_is_no_table(void **state)
{
    (void)state;
    struct document *document = setting_markdown(accounts);
    struct table table = { .first = SIZE_MAX };
    assert_true(table_measure(&table, document, 0, 3 * TABLE_LEAST + 2 * TABLE_BETWEEN,
                             &no_tags));
    assert_false(table_measure(&table, document, 0, 3 * TABLE_LEAST + 2 * TABLE_BETWEEN - 1,
                             &no_tags));
    assert_false(table_measure(&table, document, 1, 3 * TABLE_LEAST + 2 * TABLE_BETWEEN - 1,
                             &no_tags));
    document_free(document);
    assert_rows("| a | b |\n|---|---|\n| 1 | 2 |\n", 8, false, "a\nb\n1\n2\n");
}

static void one_cell(void **state)
{
    (void)state;
    assert_rows("| alone |\n|---|\n| 一 |\n", 20, false, "alone\n─────\n一\n");
    assert_rows("| a |\n|---|\n", 20, false, "a\n───\n");
}

static void missing_and_empty_cells(void **state)
{
    (void)state;
    assert_rows("| a | b |\n|---|---|\n| 1 |\n| | 2 |\n", 20, false,
                "a   │ b\n────┼────\n1   │\n    │ 2\n");
}

static void labels_stay_in_their_cell(void **state)
{
    (void)state;
    assert_rows("| ab | b |\n|---|---|\n| \xE2\x80\xAE | 2 |\n", 10, false,
                "ab   │ b\n─────┼────\n<U+2 │ 2\n");
}

static void two_tables_side_by_side_in_time(void **state)
{
    (void)state;
    assert_rows("| a | b |\n|---|---|\n| 1 | 2 |\n\n| longer | c |\n|---|---|\n", 20, false,
                "a   │ b\n────┼────\n1   │ 2\n\nlonger │ c\n───────┼────\n");
}

static void columns_are_aligned(void **state)
{
    (void)state;
    assert_rows("| name | middle | number |\n|:--|:-:|--:|\n"
                "| a | b | 1 |\n| 阿里 | 37% | 37.6 |\n", 40, false,
                "name │ middle │ number\n"
                "─────┼────────┼───────\n"
                "a    │   b    │      1\n"
                "阿里 │  37%   │   37.6\n");
    assert_rows("| a | b |\n|:-:|--:|\n| long one | 1 |\n\n| c |\n|---|\n| more |\n", 40, false,
                "   a     │   b\n─────────┼────\nlong one │   1\n\nc\n────\nmore\n");
    /* What wraps is aligned row by row, the mark of a cut word included. */
    assert_rows("| a |\n|--:|\n| some words |\n| words |\n", 5, false,
                "    a\n─────\n some\nwords\nwords\n");
    assert_rows("| a |\n|--:|\n| abcdefg |\n", 5, false, "    a\n─────\nabcd\\\n  efg\n");
}

static void tables_in_quotes_keep_their_bars(void **state)
{
    (void)state;
    assert_rows("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", 20, false,
                "│ a   │ b\n│ ────┼────\n│ 1   │ 2\n");
}

static struct document *wide_table(int columns, int rows)
{
    struct buffer source = { 0 };
    for (int row = -2; row < rows; row++) {
        for (int column = 0; column < columns; column++)
            buffer_add_format(&source, row == -1 ? "|---" : "| cell %d", column);
        buffer_add_text(&source, "|\n");
    }
    struct document *document = setting_markdown(source.data);
    buffer_free(&source);
    return document;
}

/* Beyond TABLE_COLUMNS the last column takes what is left. */
static void seventy_columns(void **state)
{
    (void)state;
    struct document *document = wide_table(70, 2);
    for (int width = 1; width < 700; width += 31) {
        struct layout *layout = setting_layout(document, width);
        struct buffer rows = setting_dump(layout, false);
        for (const char *line = rows.data; *line != '\0'; line = strchr(line, '\n') + 1)
            assert_true(width_text(line, (size_t)(strchr(line, '\n') - line)) <= (size_t)width);
        assert_true(width < 600 || strstr(rows.data, "69") != NULL);
        buffer_free(&rows);
        layout_free(layout);
    }
    document_free(document);
}

static void columns_never_exceed_the_width(void **state)
{
    (void)state;
    for (int columns = 1; columns < 9; columns++) {
        struct document *document = wide_table(columns, 3);
        for (int width = 1; width < 90; width++) {
            struct table table = { .first = SIZE_MAX };
            if (!table_measure(&table, document, 2, width, &no_tags))
                continue;
            int x = 0;
            assert_int_equal(table.count, columns);
            for (int i = 0; i < columns; i++) {
                assert_int_equal(table.columns[i].x, x);
                assert_true(table.columns[i].width >= TABLE_LEAST);
                x += table.columns[i].width + TABLE_BETWEEN;
            }
            assert_true(x - TABLE_BETWEEN <= width);
            int wanted = columns * 6 + TABLE_BETWEEN * (columns - 1);
            assert_int_equal(x - TABLE_BETWEEN, wanted < width ? wanted : width);
        }
        document_free(document);
    }
}

/* Rows asked for in any order belong to the same table. */
static void every_row_has_the_same_columns(void **state)
{
    (void)state;
    struct document *document = wide_table(3, 500);
    struct setting_random random = { 5 };
    struct table table = { .first = SIZE_MAX };
    for (int i = 0; i < 200; i++) {
        size_t row = setting_below(&random, (uint32_t)document->block_count);
        assert_true(table_measure(&table, document, row, 40, &no_tags));
        assert_int_equal(table.first, 0);
        assert_int_equal(table.count, 3);
    }
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_take_what_they_want),
        cmocka_unit_test(ascii_draws_ascii),
        cmocka_unit_test(widest_column_gives_way_first),
        cmocka_unit_test(narrow_columns_wrap),
        cmocka_unit_test(too_narrow_is_no_table),
        cmocka_unit_test(one_cell),
        cmocka_unit_test(missing_and_empty_cells),
        cmocka_unit_test(labels_stay_in_their_cell),
        cmocka_unit_test(two_tables_side_by_side_in_time),
        cmocka_unit_test(columns_are_aligned),
        cmocka_unit_test(tables_in_quotes_keep_their_bars),
        cmocka_unit_test(seventy_columns),
        cmocka_unit_test(columns_never_exceed_the_width),
        cmocka_unit_test(every_row_has_the_same_columns),
    };
    return cmocka_run_group_tests(tests, setting_begin, NULL);
}
