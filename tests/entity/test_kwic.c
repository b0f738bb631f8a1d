#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "doc/reader.h"
#include "entity/kwic.h"
#include "text/width.h"

/* "left[key]right" of the first `key` in the text, … where something is cut. */
static void assert_kwic(const char *source, const char *key, size_t left, size_t right,
                        const char *expected)
{
    struct document *document = reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
    const char *at = strstr(document->text, key);
    assert_non_null(at);
    size_t start = (size_t)(at - document->text);
    struct kwic kwic = kwic_around(document, (struct span){ start, start + strlen(key) }, left,
                                   right);
    struct buffer line = { 0 };
    buffer_add_text(&line, kwic.left_cut ? "…" : "");
    kwic_add(&line, document, kwic.left);
    buffer_add_text(&line, "[");
    kwic_add(&line, document, kwic.key);
    buffer_add_text(&line, "]");
    kwic_add(&line, document, kwic.right);
    buffer_add_text(&line, kwic.right_cut ? "…" : "");
    assert_string_equal(buffer_text(&line), expected);
    buffer_free(&line);
    document_free(document);
}

static void test_whole_block(void **state)
{
    (void)state;
    assert_kwic("one OpenSky two\n\nthree", "OpenSky", 40, 40, "one [OpenSky] two");
}

static void test_cut_between_words(void **state)
{
    (void)state;
    assert_kwic("the enormous company OpenSky bought several others", "OpenSky", 14, 14,
                "… company [OpenSky] bought …");
}

static void test_long_word_is_cut_within(void **state)
{
    (void)state;
    assert_kwic("aaaaaaaaaaaaaaaaaaaa-OpenSky-bbbbbbbbbbbbbbbbbbbbbbb", "OpenSky", 6, 6,
                "…aaaaa-[OpenSky]-bbbbb…");
}

static void test_han_by_cells(void **state)
{
    (void)state;
    assert_kwic("阿里巴巴把它交给 OpenSky 换得股份", "OpenSky", 5, 5, "…交给 [OpenSky] 换得…");
}

static void test_line_breaks_are_spaces(void **state)
{
    (void)state;
    assert_kwic("first\\\nsecond OpenSky\\\nthird", "OpenSky", 40, 40,
                "first second [OpenSky] third");
}

static void test_nothing_fits(void **state)
{
    (void)state;
    assert_kwic("看OpenSky看", "OpenSky", 1, 0, "…[OpenSky]…");
}

int main(void)
{
    width_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_block),
        cmocka_unit_test(test_cut_between_words),
        cmocka_unit_test(test_long_word_is_cut_within),
        cmocka_unit_test(test_han_by_cells),
        cmocka_unit_test(test_line_breaks_are_spaces),
        cmocka_unit_test(test_nothing_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
