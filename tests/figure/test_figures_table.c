/* The sentences of english.tsv, chinese.tsv, everyday.tsv, hard.tsv, kinds.tsv and plain.tsv and the figures that each of
 * them has, line by line; and the pairs of sentences of compared.tsv. */
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
#include "figure/figure_compare.h"
#include "figure/figures_pair.h"

#define ENGLISH_LEAST 600
#define CHINESE_LEAST 600
#define EVERYDAY_LEAST 480
#define HARD_LEAST 400
#define KINDS_LEAST 560
#define PLAIN_LEAST 256
#define PAIRS_LEAST 430

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
    const struct figures_options options = { .published = dated ? &date : NULL };
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

/* ---- pairs ---- */

static void add_half(const struct figure *figure, struct buffer *out)
{
    buffer_add_text(out, figure != NULL ? " " : " -");
    if (figure != NULL)
        figure_print_value(figure, out);
}

static void describe_pair(const struct figure *a, const struct figure *b, enum pair_status status,
                          struct buffer *out)
{
    struct buffer remark = { 0 };
    buffer_add_text(out, out->length > 0 ? "; " : "");
    buffer_add_format(out, "%s %s", figure_pair_status_name(status),
                      figure_kind_name((a != NULL ? a : b)->kind));
    add_half(a, out);
    add_half(b, out);
    if (a != NULL && b != NULL)
        figure_compare_remark(a, b, &remark);
    if (remark.length > 0)
        buffer_add_format(out, " {%s}", buffer_text(&remark));
    buffer_free(&remark);
}

static bool check_pair(const char *a_text, const char *b_text, const char *expected)
{
    struct figures a = { 0 }, b = { 0 };
    struct figure_pairs pairs = { 0 };
    struct buffer got = { 0 };
    figures_find_text(a_text, 0, strlen(a_text), NULL, &a);
    figures_find_text(b_text, 0, strlen(b_text), NULL, &b);
    const struct figure_side sides[] = { { &a, strlen(a_text) }, { &b, strlen(b_text) } };
    const struct figure_link whole = { { 0, sides[0].length }, { 0, sides[1].length } };
    figures_pair(&sides[0], &sides[1],
                 &(struct figures_pair_task){ .links = &whole, .link_count = 1 }, &pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct figure_pair *pair = &pairs.items[i];
        describe_pair(pair->a != PAIR_NONE ? &a.items[pair->a] : NULL,
                      pair->b != PAIR_NONE ? &b.items[pair->b] : NULL, pair->status, &got);
    }
    bool same = strcmp(buffer_text(&got), expected) == 0;
    if (!same)
        print_error("%s / %s\n    expected %s\n    found    %s\n", a_text, b_text, expected,
                    buffer_text(&got));
    figure_pairs_free(&pairs);
    figures_free(&a);
    figures_free(&b);
    buffer_free(&got);
    return same;
}

/* ---- both ---- */

/* Asks `check` of each row of three columns. */
static void check_table(const char *name, size_t least,
                        bool (*check)(const char *, const char *, const char *))
{
    struct error error;
    struct buffer bytes = { 0 };
    const char *source = getenv("srcdir");
    char *path = xasprintf("%s/tests/figure/%s", source != NULL ? source : ".", name);
    size_t rows = 0, wrong = 0;
    if (!file_read(path, 0, &bytes, &error))
        fail_msg("%s", error.text);
    free(path);
    for (char *line = strtok(bytes.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        if (line[0] == '#')
            continue;
        char *second = strchr(line, '\t');
        char *third = second != NULL ? strchr(second + 1, '\t') : NULL;
        assert_non_null(third);
        *second = *third = '\0';
        wrong += !check(line, second + 1, third + 1);
        rows++;
    }
    buffer_free(&bytes);
    if (wrong > 0)
        fail_msg("%zu of %zu rows", wrong, rows);
    assert_true(rows >= least);
}

static void test_table(void **state)
{
    (void)state;
    check_table("english.tsv", ENGLISH_LEAST, check_row);
    check_table("chinese.tsv", CHINESE_LEAST, check_row);
    check_table("everyday.tsv", EVERYDAY_LEAST, check_row);
    check_table("hard.tsv", HARD_LEAST, check_row);
    check_table("kinds.tsv", KINDS_LEAST, check_row);
    check_table("plain.tsv", PLAIN_LEAST, check_row);
}

static void test_compared(void **state)
{
    (void)state;
    check_table("compared.tsv", PAIRS_LEAST, check_pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_table),
                                        cmocka_unit_test(test_compared) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
