/* British and American spellings of one word (spelling.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "language/spelling.h"

static bool is_other(const char *word, const char *other)
{
    struct spellings others;
    spelling_others(word, &others);
    for (size_t i = 0; i < others.count; i++) {
        if (strcmp(others.items[i], other) == 0)
            return true;
    }
    return false;
}

static void test_both_ways(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "fulfilment", "fulfillment" }, { "enrol", "enroll" },
        { "travelled", "traveled" },     { "counsellor", "counselor" },
        { "neighbourhood", "neighborhood" }, { "organisation", "organization" },
        { "paralyse", "paralyze" },      { "theatres", "theaters" },
        { "licence", "license" },        { "catalogue", "catalog" },
        { "programmes", "programs" },    { "judgement", "judgment" },
        { "anaemia", "anemia" },         { "oestrogen", "estrogen" },
        { "manoeuvres", "maneuvers" },   { "greyish", "grayish" },
        { "sceptical", "skeptical" },    { "inquiry", "enquiry" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_true(is_other(pairs[i][0], pairs[i][1]));
        assert_true(is_other(pairs[i][1], pairs[i][0]));
    }
}

static void test_words_that_are_others(void **state)
{
    (void)state;
    assert_false(is_other("four", "for"));
    assert_false(is_other("for", "four"));
    assert_false(is_other("filing", "filling"));
    assert_false(is_other("prize", "prise"));
    assert_false(is_other("timber", "timbre"));
    assert_false(is_other("pet", "poet"));
    assert_false(is_other("scouring", "scoring"));
    assert_false(is_other("monster", "monstre"));
    assert_false(is_other("heroes", "heres"));
    assert_false(is_other("color", "color"));
    assert_false(is_other("", ""));
}

static void test_a_word_without_end(void **state)
{
    (void)state;
    struct spellings others;
    char word[INFLECTION_SIZE];
    memset(word, 'l', sizeof word);
    for (size_t i = 0; i + 1 < sizeof word; i += 2)
        word[i] = 'e';
    word[sizeof word - 1] = '\0';
    spelling_others(word, &others);
    for (size_t i = 0; i < others.count; i++)
        assert_true(strlen(others.items[i]) < INFLECTION_SIZE);
    spelling_others("e", &others);
    assert_int_equal(others.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_both_ways),
        cmocka_unit_test(test_words_that_are_others),
        cmocka_unit_test(test_a_word_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
