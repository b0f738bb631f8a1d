/* English words and stems as the aligner compares them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "language/english_stem.h"
#include "language/sentence_numbers.h"
#include "language/word_kin.h"

static void words_are(const char *text, const char *expected)
{
    struct english_words words = { 0 };
    struct buffer got = { 0 };
    english_words_add(&words, text, 0, strlen(text));
    for (size_t i = 0; i < words.count; i++)
        buffer_add_format(&got, "%s%s", words.items[i].text, words.items[i].capital ? "^ " : " ");
    assert_string_equal(buffer_text(&got), expected);
    buffer_free(&got);
    english_words_free(&words);
}

static void cuts_words(void **state)
{
    (void)state;
    words_are("", "");
    words_are("… — “”", "");
    words_are("Ma’s shop, it’s 'closed'", "ma^ shop it closed ");
    words_are("He won't, can't, didn’t; they'll", "he^ will not can not did not they ");
    words_are("In the U.S. and the US, U.K.", "in^ the usa^ and the usa^ uk^ ");
    words_are("1,234.5 or 37.6% ９％", "1234.5 or 37.6 percent percent ");
    words_are("Café Łódź naïve", "cafe^ lodz^ naive ");
    words_are("将 11 Main 并入OpenSky。", "11 main^ opensky^ ");
    words_are("e-commerce well-known.", "e commerce well known ");
}

static void knows_where_words_stand(void **state)
{
    (void)state;
    const char *text = "说 Café’s done";
    struct english_words words = { 0 };
    english_words_add(&words, text, 0, strlen(text));
    assert_int_equal(words.count, 2);
    assert_int_equal(words.items[0].span.start, 4);
    assert_memory_equal(text + words.items[1].span.start, "done", 4);
    english_words_free(&words);
}

static void cuts_a_word_that_has_no_end(void **state)
{
    (void)state;
    char text[300];
    struct english_words words = { 0 };
    memset(text, 'a', sizeof text);
    english_words_add(&words, text, 0, sizeof text);
    assert_int_equal(words.count, 1);
    assert_int_equal(words.items[0].length, ENGLISH_WORD_LIMIT);
    english_words_free(&words);
}

static void same_stem(const char *one, const char *other)
{
    char a[ENGLISH_WORD_LIMIT + 2], b[ENGLISH_WORD_LIMIT + 2];
    english_stem(one, strlen(one), a);
    english_stem(other, strlen(other), b);
    assert_string_equal(a, b);
}

static void finds_stems(void **state)
{
    (void)state;
    same_stem("sold", "sells");
    same_stem("selling", "sell");
    same_stem("companies", "company");
    same_stem("stopped", "stops");
    same_stem("hoping", "hope");
    same_stem("children", "child");
    same_stem("happily", "happy");
    same_stem("went", "gone");
    same_stem("watches", "watch");
    same_stem("kindness", "kind");
    char stem[ENGLISH_WORD_LIMIT + 2];
    assert_int_equal(english_stem("bus", 3, stem), 3);
    assert_int_equal(english_stem("less", 4, stem), 4);
}

static void knows_words_that_say_nothing(void **state)
{
    (void)state;
    assert_true(english_is_stop("the", 3));
    assert_true(english_is_stop("sb", 2));
    assert_false(english_is_stop("shop", 4));
    assert_false(english_is_stop("", 0));
}

static void numbers_are(const char *text, const char *expected)
{
    struct numerals numbers = { 0 };
    struct buffer got = { 0 };
    sentence_numbers_find(text, 0, strlen(text), &numbers);
    for (size_t i = 0; i < numbers.count; i++)
        buffer_add_format(&got, "%.2f ", (double)numbers.items[i] / NUMERAL_UNIT);
    assert_string_equal(buffer_text(&got), expected);
    free(numbers.items);
    buffer_free(&got);
}

static void reads_numbers(void **state)
{
    (void)state;
    numbers_are("二〇一五年 37.6% 三千二百", "2015.00 37.60 3200.00 ");
    numbers_are("5 万家，1.1 亿人，两个", "50000.00 110000000.00 2.00 ");
    numbers_are("一个 十个 一百五十万", "10.00 1500000.00 ");
    numbers_are("１２，3,000", "12.00 3000.00 ");
    numbers_are("一", "");
    numbers_are("three hundred and twelve men, 4.4 million users", "312.00 4400000.00 ");
    numbers_are("one of a dozen in 2015", "12.00 2015.00 ");
    numbers_are("a hundred thousand", "100000.00 ");
    numbers_are("half a million, the twenty-fifth, 0.125", "500000.00 25.00 0.13 ");
    numbers_are("一百二十，两万五，第三，三十点六亿，1万5000",
                "120.00 25000.00 3.00 3060000000.00 15000.00 ");
    numbers_are("someone, tenant, 一半, 数百万, millions", "");
}

/* Whether a group has the stems of both words. */
static bool are_kin(const char *one, const char *other)
{
    char stems[2][ENGLISH_WORD_LIMIT + 2];
    size_t lengths[2] = { english_stem(one, strlen(one), stems[0]),
                          english_stem(other, strlen(other), stems[1]) };
    for (size_t i = 0; word_kin_groups[i] != NULL; i++) {
        bool found[2] = { false, false };
        for (const char *at = word_kin_groups[i]; *at != '\0';) {
            size_t length = strcspn(at, " ;");
            for (size_t k = 0; k < 2; k++)
                found[k] = found[k] || (length == lengths[k] && memcmp(at, stems[k], length) == 0);
            if (found[0] && found[1])
                return true;
            at += length;
            if (*at == ';')
                found[0] = found[1] = false;
            at += *at != '\0';
        }
    }
    return false;
}

static void knows_words_of_one_thing(void **state)
{
    (void)state;
    assert_true(are_kin("killed", "toll"));
    assert_true(are_kin("quakes", "tremor"));
    assert_true(are_kin("takeover", "acquired"));
    assert_true(are_kin("announcement", "declared"));
    assert_true(are_kin("resigned", "quit"));
    assert_false(are_kin("killed", "tariff"));
    assert_false(are_kin("quake", "takeover"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_words),
        cmocka_unit_test(knows_where_words_stand),
        cmocka_unit_test(cuts_a_word_that_has_no_end),
        cmocka_unit_test(finds_stems),
        cmocka_unit_test(knows_words_that_say_nothing),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(knows_words_of_one_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
