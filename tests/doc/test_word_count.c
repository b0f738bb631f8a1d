#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "doc/word_count.h"

static void test_words(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        size_t words, han;
    } cases[] = {
        { "", 0, 0 },
        { "One, two - three & four.", 4, 0 },
        { "state-owned U.S. 37.6 % of it", 5, 0 },
        { "持有 OpenSky 37% 的股份。", 2, 5 },
        { "“Quoted” — said…", 2, 0 },
        { "Zürich’s cafés", 2, 0 },
        { "# ** | --- |", 0, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct word_count count = word_count_text(cases[i].text, strlen(cases[i].text));
        assert_int_equal(count.words, cases[i].words);
        assert_int_equal(count.han, cases[i].han);
    }
}

static void expect(struct word_count count, const char *shown, const char *brief)
{
    struct buffer out = { 0 };
    word_count_show(count, &out);
    assert_string_equal(buffer_text(&out), shown);
    buffer_truncate(&out, 0);
    word_count_brief(count, &out);
    assert_string_equal(buffer_text(&out), brief);
    buffer_free(&out);
}

static void test_what_is_shown(void **unused)
{
    (void)unused;
    expect((struct word_count){ 1240, 0, 7000 }, "1,240 words · 6 min", "1,240 w");
    expect((struct word_count){ 1, 0, 4 }, "1 word · 1 min", "1 w");
    expect((struct word_count){ 20, 1417, 2000 }, "1,417 characters · 5 min", "1,417 c");
    expect((struct word_count){ 1234567, 0, 0 }, "1,234,567 words · 89 h", "1,234,567 w");
    expect((struct word_count){ 0 }, "", "");
}

static void test_stored_and_scaled(void **unused)
{
    (void)unused;
    struct buffer out = { 0 };
    struct word_count count = { 12, 3, 99 };
    word_count_write(count, &out);
    struct word_count again = word_count_parse(buffer_text(&out));
    buffer_free(&out);
    assert_memory_equal(&again, &count, sizeof count);
    assert_int_equal(word_count_parse("12 x").words, 0);
    assert_int_equal(word_count_scale((struct word_count){ 123456, 0, 10 }, 1.5).words, 185000);
    assert_int_equal(word_count_scale((struct word_count){ 10, 7, 10 }, 2.5).han, 17);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_what_is_shown),
        cmocka_unit_test(test_stored_and_scaled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
