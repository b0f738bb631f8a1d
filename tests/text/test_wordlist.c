#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/latinword.h"
#include "text/wordlist.h"

static int at(const char *text, const char *words, size_t *size)
{
    return wordlist_number(text, 0, strlen(text), words, size);
}

static void the_longest_word_is_taken(void **state)
{
    (void)state;
    size_t size;
    assert_int_equal(at("年度报告", "年 月 年度 度", &size), 2);
    assert_int_equal(size, strlen("年度"));
    assert_int_equal(at("dozen", "do doze zen", &size), 1);
    assert_int_equal(size, 4);
    assert_int_equal(wordlist_number_before("从去年底", 0, strlen("从去年底"), "底 年底 去年", &size), 1);
    assert_int_equal(size, strlen("年底"));
}

static void a_size_is_told_without_a_number(void **state)
{
    (void)state;
    assert_int_equal(wordlist_at("the year", 4, 8, "ye year years"), 4);
    assert_int_equal(wordlist_at("the year", 4, 7, "year"), 0);
    assert_int_equal(wordlist_at("a\0b", 1, 3, "a b"), 0);
    assert_int_equal(wordlist_before("去年底", 0, 9, "底 年底"), strlen("年底"));
    assert_int_equal(wordlist_before("a\0b", 0, 2, "a b"), 0);
    /* of no words there is none, and nothing is read behind them */
    const char none[] = "\0 人";
    assert_int_equal(wordlist_at("人", 0, 3, none), 0);
    assert_int_equal(wordlist_before("人", 0, 3, none), 0);
    assert_true(wordlist_has("went on", 7, "went went_on"));
    assert_false(wordlist_has("went on", 6, "went went_on"));
    assert_true(wordlist_has_small("WenT", 4, "go went"));
    assert_false(wordlist_has_small("Wen", 3, "go went"));
    assert_false(wordlist_has_small("a word that is far longer than any list has", 43, "a word"));
}

static void a_word_may_bring_its_number(void **state)
{
    (void)state;
    size_t size;
    assert_int_equal(at("前年", "去年=-1 前年=-2 今年", &size), -2);
    assert_int_equal(at("今年", "去年=-1 前年=-2 今年", &size), 2);
    assert_int_equal(wordlist_number_before("in 12", 0, 2, "at=7 in=9", &size), 9);
    char told[8];
    assert_int_equal(wordlist_value("用户们", 0, 9, "用=use 用户=users", told, sizeof told), 6);
    assert_string_equal(told, "users");
    assert_int_equal(wordlist_value("用户们", 0, 9, "用户=everybody", told, sizeof told), 6);
    assert_string_equal(told, "everybo");
    assert_int_equal(wordlist_value("人", 0, 3, "人 个=", told, sizeof told), 3);
    assert_string_equal(told, "");
    assert_int_equal(wordlist_find("bn", "k=3 bn=9 b=9", -1), 9);
    assert_int_equal(wordlist_find("b", "k=3 bn=9", 0), 0);
    assert_int_equal(wordlist_find("", "k=3 bn=9", 0), 0);
}

static void blanks_are_written_as_lines(void **state)
{
    (void)state;
    size_t size;
    assert_int_equal(at(" and a half", "half _and_a_half", &size), 1);
    assert_int_equal(size, strlen(" and a half"));
    assert_int_equal(at("_and", "_and", &size), -1);
}

static const char *in_rows(const char *text)
{
    static const char rows[][24] = { "a=x about an=1", "and=2 even", "year 年 年度" };
    return WORDLIST_IN_ROWS(text, strlen(text), rows);
}

static void a_long_list_lies_in_rows(void **state)
{
    (void)state;
    assert_string_equal(in_rows("an"), "=1");
    assert_string_equal(in_rows("a"), "=x about an=1");
    assert_string_equal(in_rows("and"), "=2 even");
    assert_string_equal(in_rows("even"), "");
    assert_string_equal(in_rows("年"), " 年度");
    assert_string_equal(in_rows("年度"), "");
    static const char *const others[] = { "", "Z", "ab", "abouts", "ev", "events", "yea", "月",
                                          "a=x", "an=1", "a about", "about an", "year 年" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(in_rows(others[i]));
}

static void what_lies_outside_is_not_looked_at(void **state)
{
    (void)state;
    size_t size;
    assert_int_equal(wordlist_number("年度", 0, 3, "年度", &size), -1);
    assert_int_equal(size, 0);
    assert_int_equal(wordlist_number("年", 3, 3, "年", &size), -1);
    assert_int_equal(wordlist_number_before("年度", 3, 6, "年度", &size), -1);
    assert_int_equal(wordlist_number_before("年度", 3, 3, "年", &size), -1);
    assert_int_equal(at("9=1", "9 =1", &size), 0);
    assert_int_equal(size, 1);
    assert_int_equal(wordlist_number_before("a b", 0, 3, "b=1 a_b=2", &size), 2);
    assert_int_equal(at("\xE5\xB9", "年", &size), -1);
}

/* ---- the English words around a place ---- */

static void check_word(const struct latinword *word, const char *text, size_t start, bool capital)
{
    assert_string_equal(word->text, text);
    assert_int_equal(word->start, start);
    assert_int_equal(word->capital, capital);
}

static void test_words_around_a_place(void **state)
{
    (void)state;
    static const char text[] = "The Old\xC2\xA0quay,\n half-built \xC2\xA0\n lighthouse    keeper     s";
    const size_t length = sizeof text - 1;
    struct latinword word;
    assert_true(latinword_at(text, length, 4, &word));
    check_word(&word, "old", 4, true);
    assert_int_equal(word.end, 7);
    assert_true(latinword_next(text, length, 7, &word));
    check_word(&word, "quay", 9, false);
    assert_false(latinword_next(text, length, 13, &word));
    assert_true(latinword_next(text, length, 14, &word));
    check_word(&word, "half", 16, false);
    assert_true(latinword_next(text, length, 20, &word));
    check_word(&word, "built", 21, false);
    assert_true(latinword_next(text, length, 26, &word)); /* past four blanks, not five */
    check_word(&word, "lighthouse", 31, false);
    assert_true(latinword_next(text, length, 41, &word));
    check_word(&word, "keeper", 45, false);
    assert_false(latinword_next(text, length, 51, &word));
    assert_true(latinword_next(text, 48, 41, &word));
    check_word(&word, "kee", 45, false);
    assert_true(latinword_last(text, 0, 9, &word));
    check_word(&word, "old", 4, true);
    assert_true(latinword_last(text, 5, 9, &word));
    check_word(&word, "ld", 5, false);
    assert_true(latinword_last(text, 0, 31, &word));
    check_word(&word, "built", 21, false);
    assert_true(latinword_last(text, 0, 45, &word));
    check_word(&word, "lighthouse", 31, false);
    assert_false(latinword_last(text, 0, 56, &word));
    assert_false(latinword_last(text, 0, 14, &word));
    check_word(&word, "", 14, false);
    assert_int_equal(latinword_skip_blanks("a \xC2", 3, 1), 2);
    assert_int_equal(latinword_skip_blanks_back("\xC2\xA0", 1, 2), 2);
    /* too long for any list, before and behind alike */
    assert_true(latinword_at("Abcdefghijklmnopqrstuvwx", 24, 0, &word));
    check_word(&word, "abcdefghijklmnopqrstuvw", 0, true);
    assert_int_equal(word.end, 24);
    assert_true(latinword_before("Abcdefghijklmnopqrstuvwx", 0, 24, &word));
    check_word(&word, "abcdefghijklmnopqrstuvw", 0, true);
}

/* A phrase of groups of words, from its beginning or its end; *at is moved over it. */
static void test_phrases(void **state)
{
    (void)state;
    static const struct {
        const char *text, *words;
        size_t past; /* 0: not so */
    } cases[] = {
        { " siege of it", "siege battle", 6 },
        { " siege of it", "|siege battle|of", 9 },
        { " battle of it", "|siege battle|of", 10 },
        { " siege by it", "|siege battle|of", 0 },
        { " siegeof it", "|siege battle|of", 0 },
        { " of the it", "|of|?the a|it", 10 },
        { " of it", "|of|?the a|it", 6 },
        { " of no it", "|of|?the a|it", 0 },
        { " of it", "|of|!no", 3 },
        { " of no it", "|of|!no", 0 },
        { " of", "|of|!no", 3 },
        { " of any it", "|of|*|it", 10 },
        { " of", "|of|*", 0 },
        { " if", "of", 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t at = 0;
        bool past = latinword_past(cases[i].text, strlen(cases[i].text), &at, cases[i].words);
        assert_int_equal(past, cases[i].past > 0);
        assert_int_equal(at, cases[i].past);
    }
    static const char text[] = "in the long siege of";
    size_t at = strlen(text);
    assert_true(latinword_back(text, 0, &at, "|siege battle|of"));
    assert_int_equal(at, 12);
    assert_false(latinword_back(text, 0, &at, "|in|long"));
    assert_int_equal(at, 12);
    assert_true(latinword_back(text, 0, &at, "|in|?the|*"));
    assert_int_equal(at, 0);
    at = 7;
    assert_false(latinword_back(text, 0, &at, "|!in|the"));
    assert_true(latinword_back(text, 3, &at, "|!in|the"));
    assert_int_equal(at, 3);
}

static void test_plurals(void **state)
{
    (void)state;
    static const char words[] = "users companies boats cats women firemen children schoolchildren feet larvae";
    static const char others[] = "business this bus us gas omen men hen child childre menu taxis foot";
    struct latinword word;
    for (size_t at = 0; latinword_next(words, sizeof words - 1, at, &word); at = word.end)
        assert_true(latinword_is_plural(&word));
    for (size_t at = 0; latinword_next(others, sizeof others - 1, at, &word); at = word.end) {
        if (latinword_is_plural(&word))
            fail_msg("%s", word.text);
    }
    assert_true(latinword_in("of", "in of at"));
    assert_true(latinword_in("of", "often of|at"));
    assert_true(latinword_in("in", "in"));
    assert_false(latinword_in("at", "in of|at"));
    assert_false(latinword_in("o", "of to"));
    assert_false(latinword_in("", "of"));
    assert_false(latinword_in("ofte", "of often"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_around_a_place),
        cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_plurals),
        cmocka_unit_test(the_longest_word_is_taken),
        cmocka_unit_test(a_size_is_told_without_a_number),
        cmocka_unit_test(a_word_may_bring_its_number),
        cmocka_unit_test(blanks_are_written_as_lines),
        cmocka_unit_test(a_long_list_lies_in_rows),
        cmocka_unit_test(what_lies_outside_is_not_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
