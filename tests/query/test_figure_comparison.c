/* Figures of two aligned texts as the room walks and tells them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "query/figure_comparison.h"
#include "base/buffer.h"
#include "base/vector.h"

#define EN "It sold 30% of it. It has 37.6 percent. Of 1999 more. It keeps 5 percent now."
#define ZH "占 37%。卖了 40%。另有 2004 年。"

/* The first sentences stand for the second Chinese one, as surely as `confidence`. */
static void make(struct figure_comparison *comparison, float confidence)
{
    struct aligner_text texts[2] = { { .side = { .text = EN, .length = strlen(EN) } },
                                     { .side = { .text = ZH, .length = strlen(ZH) } } };
    struct alignment alignment = { 0 };
    size_t second = strlen("占 37%。");
    figures_find_text(EN, 0, strlen(EN), NULL, &texts[0].figures);
    figures_find_text(ZH, 0, strlen(ZH), NULL, &texts[1].figures);
    VECTOR_PUSH(&alignment, (struct alignment_item){ .a_count = 1,
                                                     .b_count = 1,
                                                     .a_span = { 0, 18 },
                                                     .b_span = { second, second + 15 },
                                                     .confidence = confidence });
    figure_comparison_make(comparison, texts, &alignment);
    assert_int_equal(texts[0].figures.count, 0); /* taken over */
    alignment_free(&alignment);
}

static size_t at(const char *text, const char *words)
{
    return (size_t)(strstr(text, words) - text);
}

static void status_is(const struct figure_comparison *comparison, int side, size_t offset,
                      const char *wanted)
{
    struct buffer status = { 0 };
    const struct figure_pair *pair = figure_comparison_at(comparison, side, offset);
    if (pair != NULL)
        figure_comparison_add_status(comparison, pair, side, &status);
    assert_string_equal(pair != NULL ? buffer_text(&status) : "none", wanted);
    buffer_free(&status);
}

static void figures_are_told(void **state)
{
    (void)state;
    struct figure_comparison comparison = { 0 };
    make(&comparison, 0.9F);
    status_is(&comparison, 0, at(EN, "30%"), "differ");
    status_is(&comparison, 1, at(ZH, "40%"), "differ");
    status_is(&comparison, 0, at(EN, "percent."), "rounded (cut)");
    status_is(&comparison, 1, at(ZH, "37%"), "rounded (cut)");
    status_is(&comparison, 0, at(EN, "1999"), "only here");
    status_is(&comparison, 1, at(ZH, "2004"), "only here");
    status_is(&comparison, 0, at(EN, "sold"), "none");
    status_is(&comparison, 0, strlen(EN), "none");
    figure_comparison_free(&comparison);
}

static void unlikely_passages_decide_nothing(void **state)
{
    (void)state;
    struct figure_comparison comparison = { 0 };
    make(&comparison, 0.3F);
    status_is(&comparison, 0, at(EN, "30%"), "only here");
    figure_comparison_free(&comparison);
}

/* Two texts of one sentence each that nothing else ties. */
static void single_sentences_are_told_against_each_other(void **state)
{
    (void)state;
    static const char *const words[] = { "It lost $5-10 million.", "亏损800万至1200万美元。" };
    struct figure_comparison comparison = { 0 };
    struct aligner_text texts[2] = { 0 };
    struct alignment alignment = { 0 };
    struct span spans[2] = { { 0, strlen(words[0]) }, { 0, strlen(words[1]) } };
    for (int i = 0; i < 2; i++) {
        texts[i].side.text = words[i];
        texts[i].side.length = spans[i].end;
        figures_find_text(words[i], 0, spans[i].end, NULL, &texts[i].figures);
    }
    VECTOR_PUSH(&alignment, (struct alignment_item){ .b_count = 1, .b_span = spans[1] });
    VECTOR_PUSH(&alignment, (struct alignment_item){ .a_count = 1, .a_span = spans[0] });
    figure_comparison_make(&comparison, texts, &alignment);
    status_is(&comparison, 0, at(words[0], "$5"), "differ");
    status_is(&comparison, 1, at(words[1], "800"), "differ");
    alignment_free(&alignment);
    figure_comparison_free(&comparison);
}

static size_t next(const struct figure_comparison *comparison, int side, size_t offset,
                   bool forward)
{
    const struct figure_pair *pair = figure_comparison_step(comparison, side, offset, forward);
    return pair != NULL ? figure_comparison_figure(comparison, pair, side)->start : SIZE_MAX;
}

static void what_is_not_told_alike_is_walked(void **state)
{
    (void)state;
    struct figure_comparison comparison = { 0 };
    size_t number;
    make(&comparison, 0.9F);
    assert_int_equal(next(&comparison, 0, 0, true), at(EN, "30%"));
    assert_int_equal(next(&comparison, 0, at(EN, "30%"), true), at(EN, "37.6"));
    assert_int_equal(next(&comparison, 0, at(EN, "37.6"), true), SIZE_MAX);
    assert_int_equal(next(&comparison, 0, strlen(EN), false), at(EN, "37.6"));
    assert_int_equal(next(&comparison, 0, at(EN, "percent."), false), at(EN, "37.6"));
    assert_int_equal(next(&comparison, 0, at(EN, "37.6"), false), at(EN, "30%"));
    assert_int_equal(next(&comparison, 0, at(EN, "30%"), false), SIZE_MAX);
    assert_int_equal(next(&comparison, 1, at(ZH, "37%"), true), at(ZH, "40%"));
    const struct figure_pair *pair = figure_comparison_at(&comparison, 1, at(ZH, "40%"));
    assert_int_equal(figure_comparison_stops(&comparison, 1, pair, &number), 2);
    assert_int_equal(number, 2);
    assert_int_equal(figure_comparison_stops(&comparison, 0, pair, &number), 2);
    assert_int_equal(number, 1);
    figure_comparison_free(&comparison);
}

static void no_figure_at_all(void **state)
{
    (void)state;
    struct aligner_text texts[2] = { { .side = { 0 } }, { .side = { 0 } } };
    struct alignment alignment = { 0 };
    struct figure_comparison comparison = { 0 };
    figure_comparison_make(&comparison, texts, &alignment);
    assert_null(figure_comparison_at(&comparison, 0, 0));
    assert_null(figure_comparison_step(&comparison, 1, 0, true));
    assert_null(figure_comparison_step(&comparison, 1, 0, false));
    figure_comparison_free(&comparison);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_told),
        cmocka_unit_test(unlikely_passages_decide_nothing),
        cmocka_unit_test(single_sentences_are_told_against_each_other),
        cmocka_unit_test(what_is_not_told_alike_is_walked),
        cmocka_unit_test(no_figure_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
