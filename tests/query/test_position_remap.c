#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "query/position_remap.h"
#include "base/buffer.h"

/* The place before `words` in the old text is before `expected` in the new one. */
static void assert_moves(const char *old, const char *words, const char *new, const char *expected)
{
    struct remap remap = position_remap_between(old, strlen(old), new, strlen(new));
    const char *from = strstr(old, words);
    const char *to = strstr(new, expected);
    assert_non_null(from);
    assert_non_null(to);
    assert_string_equal(new + position_remap_offset(&remap, (size_t)(from - old)), to);
}

static void test_nothing_changed(void **state)
{
    (void)state;
    assert_moves("one two three", "two", "one two three", "two");
    struct remap remap = position_remap_between("abc", 3, "abc", 3);
    for (size_t i = 0; i <= 3; i++)
        assert_int_equal(position_remap_offset(&remap, i), i);
    assert_int_equal(position_remap_offset(&remap, 99), 3);
}

static void test_a_paragraph_before_or_behind(void **state)
{
    (void)state;
    assert_moves("The ferry.\nThe lamp.", "lamp", "News.\nThe ferry.\nThe lamp.", "lamp");
    assert_moves("The ferry.\nThe lamp.", "ferry", "The ferry.\nThe lamp.\nMore.", "ferry");
    assert_moves("News.\nThe ferry.\nThe lamp.", "lamp", "The ferry.\nThe lamp.", "lamp");
    assert_moves("The lamp.", "The", "News of today.\nThe lamp.", "The lamp");
}

static void test_changes_on_both_sides(void **state)
{
    (void)state;
    assert_moves("A. The village sold the only ferry it had on Monday. Z.", "sold the only",
                 "Prologue. The village sold the only ferry it had on Monday. Epilogue.",
                 "sold the only");
    assert_moves("甲。村民们说，渡船从来没有准时到过对岸。乙。", "渡船从来",
                 "开头一句。村民们说，渡船从来没有准时到过对岸。结尾一句。", "渡船从来");
}

static void test_the_very_words_are_gone(void **state)
{
    (void)state;
    /* The place was in a sentence that was cut: what followed it is now there. */
    assert_moves("Start one. The boat was green. Nobody knew where the lamp had gone. End.",
                 "The boat", "Begin! Nobody knew where the lamp had gone. Finish.",
                 " Nobody");
}

static void test_the_nearest_of_several(void **state)
{
    (void)state;
    struct buffer old = { 0 };
    struct buffer new = { 0 };
    buffer_add_text(&old, "x");
    buffer_add_text(&new, "yy");
    for (int i = 0; i < 20; i++) {
        buffer_add_text(&old, "The same line again and again, word for word, no difference.\n");
        buffer_add_text(&new, "The same line again and again, word for word, no difference.\n");
    }
    buffer_add_text(&old, "x");
    buffer_add_text(&new, "yy");
    struct remap remap = position_remap_between(old.data, old.length, new.data, new.length);
    for (size_t i = 0; i < 20; i++)
        assert_int_equal(position_remap_offset(&remap, 1 + i * 61 + 4), 2 + i * 61 + 4);
    buffer_free(&old);
    buffer_free(&new);
}

static void test_nothing_is_left(void **state)
{
    (void)state;
    struct remap remap = position_remap_between("abcdefgh", 8, "1234", 4);
    assert_int_equal(position_remap_offset(&remap, 4), 2);
    assert_int_equal(position_remap_offset(&remap, 8), 4);
    remap = position_remap_between("abcdefgh", 8, "", 0);
    for (size_t i = 0; i <= 8; i++)
        assert_int_equal(position_remap_offset(&remap, i), 0);
    remap = position_remap_between("", 0, "new", 3);
    assert_int_equal(position_remap_offset(&remap, 0), 0);
}

/* 中 and 丮 begin with the same bytes, 中 and 丳 too; a place never stands inside a character. */
static void test_characters_stay_whole(void **state)
{
    (void)state;
    static const char *const texts[] = { "a中b", "a丮b", "丳丳丳丳", "中文字中文字", "é", "" };
    size_t count = sizeof texts / sizeof texts[0];
    for (size_t a = 0; a < count; a++) {
        for (size_t b = 0; b < count; b++) {
            struct remap remap =
                position_remap_between(texts[a], strlen(texts[a]), texts[b], strlen(texts[b]));
            for (size_t at = 0; at <= strlen(texts[a]); at++) {
                size_t to = position_remap_offset(&remap, at);
                assert_true(to <= strlen(texts[b]));
                assert_true(((unsigned char)texts[b][to] & 0xC0) != 0x80);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_changed),
        cmocka_unit_test(test_a_paragraph_before_or_behind),
        cmocka_unit_test(test_changes_on_both_sides),
        cmocka_unit_test(test_the_very_words_are_gone),
        cmocka_unit_test(test_the_nearest_of_several),
        cmocka_unit_test(test_nothing_is_left),
        cmocka_unit_test(test_characters_stay_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
