/* What a text has always passes its filter; what it has not hardly ever does. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "notes/gram_filter.h"

static const char text[] =
    "The ferry left at noon with forty people and a cow. Nobody on the north bank saw it leave.\n"
    "渡轮中午离港，载着四十个人和一头牛。北岸没有人看见它离开。";

static bool passes(const struct gram_filter *filter, const char *quote)
{
    size_t count;
    uint32_t *points = anchor_text_fold(quote, &count);
    bool passed = gram_filter_passes(filter, points, count);
    free(points);
    return passed;
}

static void every_part_of_a_text_passes(void **state)
{
    (void)state;
    struct anchor_text *ready = anchor_text_new(text, strlen(text));
    struct gram_filter filter;
    gram_filter_make(&filter, ready);
    for (size_t from = 0; from < ready->count; from++)
        for (size_t count = 0; from + count <= ready->count; count++)
            assert_true(gram_filter_passes(&filter, ready->points + from, count));
    assert_true(passes(&filter, "noon  with\nforty"));
    gram_filter_free(&filter);
    anchor_text_free(ready);
}

static void other_words_do_not(void **state)
{
    (void)state;
    struct anchor_text *ready = anchor_text_new(text, strlen(text));
    struct gram_filter filter;
    gram_filter_make(&filter, ready);
    assert_false(passes(&filter, "The cow left at noon"));
    assert_false(passes(&filter, "forty people saw it"));
    assert_false(passes(&filter, "北岸没有人看见一头牛"));
    gram_filter_free(&filter);
    anchor_text_free(ready);
}

/* Of a file that cannot be read there is no text. */
static void nothing_has_nothing(void **state)
{
    (void)state;
    struct anchor_text *ready = anchor_text_new("", 0);
    struct gram_filter filter;
    gram_filter_make(&filter, ready);
    assert_false(passes(&filter, "The ferry left"));
    gram_filter_free(&filter);
    anchor_text_free(ready);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_part_of_a_text_passes),
        cmocka_unit_test(other_words_do_not),
        cmocka_unit_test(nothing_has_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
