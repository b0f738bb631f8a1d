/* The sentences of table.tsv and the figures that each of them has, line by line. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "figure/figures.h"

#define ROWS_LEAST 600

static void describe(const struct figure *figure, struct buffer *out)
{
    buffer_add_text(out, out->length > 0 ? "; " : "");
    buffer_add_format(out, "%s ", figure_kind_name(figure->kind));
    figure_print_value(figure, out);
    if (figure->unit[0] != '\0' && figure->kind != FIGURE_COUNT)
        buffer_add_format(out, " %s", figure->unit);
}

/* Whether the row holds; tells what was found where it does not. */
static bool check_row(const char *published, const char *text, const char *expected)
{
    struct figure_date date;
    struct figures figures = { 0 };
    struct buffer got = { 0 };
    bool dated = figure_date_parse(published, &date);
    const struct figures_options options = { NULL, 0, dated ? &date : NULL };
    assert_true(dated || strcmp(published, "-") == 0);
    figures_find_text(text, 0, strlen(text), &options, &figures);
    for (size_t i = 0; i < figures.count; i++)
        describe(&figures.items[i], &got);
    bool same = strcmp(figures.count > 0 ? buffer_text(&got) : "-", expected) == 0;
    if (!same)
        print_error("%s\n    expected %s\n    found    %s\n", text, expected, buffer_text(&got));
    figures_free(&figures);
    buffer_free(&got);
    return same;
}

static void test_table(void **state)
{
    (void)state;
    struct error error;
    struct buffer bytes = { 0 };
    const char *source = getenv("srcdir");
    char *path = xasprintf("%s/tests/figure/table.tsv", source != NULL ? source : ".");
    size_t rows = 0, wrong = 0;
    if (!file_read(path, 0, &bytes, &error))
        fail_msg("%s", error.text);
    free(path);
    for (char *line = strtok(bytes.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        if (line[0] == '#')
            continue;
        char *text = strchr(line, '\t');
        char *expected = text != NULL ? strchr(text + 1, '\t') : NULL;
        assert_non_null(expected);
        *text = *expected = '\0';
        wrong += !check_row(line, text + 1, expected + 1);
        rows++;
    }
    buffer_free(&bytes);
    if (wrong > 0)
        fail_msg("%zu of %zu rows", wrong, rows);
    assert_true(rows >= ROWS_LEAST);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_table) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
