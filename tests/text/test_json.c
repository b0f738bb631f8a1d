#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "text/json.h"

static bool check(const char *text, struct json *root, struct error *error)
{
    return json_check(text, strlen(text), root, error);
}

static void takes_json_and_nothing_else(void **state)
{
    (void)state;
    static const char *const good[] = {
        "0",
        "-0.5e+10",
        "true",
        " null\n",
        "\"\"",
        "[]",
        "{}",
        "[[],{},[1,2]]",
        "{\"a\": {\"b\": [false, \"\\u00e9\\n\"]}, \"c\": 1E5}",
        "\xEF\xBB\xBF[1]",
        "\"中文\"",
    };
    static const char *const bad[] = {
        "",         " ",         "[",           "[1,",      "[1",       "{\"a\"",     "{\"a\":",
        "{\"a\":1", "\"abc",     "\"\\",        "\"\\u12",  "[1,]",     "{\"a\":1,}", "{a:1}",
        "{1:1}",    "{\"a\" 1}", "[1 2]",       "[1]]",     "1 2",      "01",         "1.",
        ".5",       "-",         "+1",          "1e",       "tru",      "nul",        "NaN",
        "'a'",      "\"\\x\"",   "\"\\u12g4\"", "\"a\nb\"", "\"\xFF\"", "[}",         "{]",
        "// no\n1", "]",         ",",           "diptych",
    };
    struct json root;
    struct error error;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (!check(good[i], &root, &error))
            fail_msg("%s: %s", good[i], error.text);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (check(bad[i], &root, &error))
            fail_msg("%s was taken", bad[i]);
        assert_non_null(strstr(error.text, "line "));
    }
}

static void says_where_it_is_wrong(void **state)
{
    (void)state;
    struct json root;
    struct error error;
    assert_false(check("{\n  \"a\": 1\n  \"b\": 2\n}", &root, &error));
    assert_string_equal(error.text, "line 3: a comma or a closing bracket is expected");
    assert_false(check("[\n1,\n", &root, &error));
    assert_string_equal(error.text, "line 3: ends too early");
}

static void refuses_deep_nesting(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct json root;
    struct error error;
    for (int i = 0; i < JSON_DEPTH + 1; i++)
        buffer_add_byte(&text, '[');
    buffer_add_text(&text, "]]");
    assert_false(check(text.data, &root, &error));
    assert_non_null(strstr(error.text, "nested too deeply"));
    buffer_free(&text);
}

static void gives_members_items_and_texts(void **state)
{
    (void)state;
    struct json root;
    size_t number;
    assert_true(
        check("{ \"a\" : [ 1 , \"x, ]\" , {\"b\":2} ], \"e\\u0073c\": "
              "\"\\u4E2D\\uD83d\\uDE00\\ud800\\u0000\\\"\\t\", \"n\": 12.5, \"a\": 3, \"z\":null}",
              &root, NULL));
    struct json item = json_first(json_member(root, "a"));
    assert_true(json_size(item, &number));
    assert_int_equal(number, 1);
    item = json_next(item);
    assert_true(json_is(item, "x, ]"));
    item = json_next(item);
    assert_true(json_size(json_member(item, "b"), &number));
    assert_int_equal(number, 2);
    assert_int_equal(json_kind(json_next(item)), JSON_NOTHING);
    char *text = json_text(json_member(root, "esc"));
    assert_string_equal(text, "中😀\xEF\xBF\xBD\xE2\x90\x80\"\t");
    free(text);
    assert_false(json_size(json_member(root, "n"), &number));
    assert_int_equal(number, 2);
    assert_int_equal(json_kind(json_member(root, "z")), JSON_NULL);
    assert_int_equal(json_kind(json_member(root, "none")), JSON_NOTHING);
    assert_int_equal(json_kind(json_member(item, "none")), JSON_NOTHING);
    item = json_first(root);
    assert_int_equal(json_kind(item), JSON_ARRAY);
    assert_int_equal(json_kind(json_next(item)), JSON_STRING);
    text = json_text(json_member(root, "n"));
    assert_string_equal(text, "");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_json_and_nothing_else),
        cmocka_unit_test(says_where_it_is_wrong),
        cmocka_unit_test(refuses_deep_nesting),
        cmocka_unit_test(gives_members_items_and_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
