/* Names: what is a name, and how spellings relate (names.h, units.h, variants.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "entity/names.h"
#include "entity/units.h"

static bool add(struct names *names, const char *name)
{
    return names_add(names, name, strlen(name), 0, ROLE_FULL, 0);
}

static void test_what_is_a_name(void **state)
{
    (void)state;
    struct names names = { 0 };
    assert_false(add(&names, ""));
    assert_false(add(&names, " \t　\n"));
    assert_false(add(&names, "…!-·"));
    assert_false(add(&names, "Jack\n\nMa"));
    assert_true(add(&names, "马"));
    assert_true(add(&names, "é"));
    assert_true(add(&names, "Yahoo!"));
    char long_name[NAMES_LENGTH_LIMIT + 2];
    memset(long_name, 'a', sizeof long_name);
    assert_true(names_add(&names, long_name, NAMES_LENGTH_LIMIT, 0, ROLE_FULL, 0));
    assert_false(names_add(&names, long_name, NAMES_LENGTH_LIMIT + 1, 0, ROLE_FULL, 0));
    assert_true(names_add(&names, "a\xFF\xE4", 3, 0, ROLE_FULL, 0));
    assert_int_equal(names.count, 5);
    names_free(&names);
}

static void test_names_are_stored_trimmed_and_narrow(void **state)
{
    (void)state;
    struct names names = { 0 };
    assert_true(names_add(&names, "　Ｊack Ma １！ ", strlen("　Ｊack Ma １！ "), 7, ROLE_SHORT, NAME_PERSON));
    assert_true(add(&names, "b"));
    assert_int_equal(names.items[0].length, strlen("Jack Ma 1！"));
    assert_memory_equal(names_text(&names, 0), "Jack Ma 1！", names.items[0].length);
    assert_int_equal(names.items[0].entity, 7);
    assert_int_equal(names.items[0].role, ROLE_SHORT);
    assert_memory_equal(names_text(&names, 1), "b", 1);
    names_free(&names);
}

static void check(const struct variants *variants, const char *a, const char *b,
                  enum agreement expected)
{
    enum agreement agreement = units_compare(variants, a, strlen(a), b, strlen(b));
    if (agreement != expected)
        print_message("%s / %s\n", a, b);
    assert_int_equal(agreement, expected);
}

static void test_spellings(void **state)
{
    (void)state;
    struct variants *variants = variants_new();
    check(variants, "Alibaba", "Alibaba", AGREE_EXACT);
    check(variants, "Alibaba", "Ａｌｉｂａｂａ", AGREE_EXACT);
    check(variants, "Alibaba", "ALIBABA", AGREE_CAPS);
    check(variants, "Alibaba", "alibaba", AGREE_CASE);
    check(variants, "Alibaba", "Alibab", AGREE_NOT);
    check(variants, "Alibab", "Alibaba", AGREE_NOT);
    check(variants, "Sina", "Sina Weibo", AGREE_NOT);
    check(variants, "Sina Weibo", "Sina", AGREE_NOT);
    check(variants, "新浪", "新浪网", AGREE_NOT);
    check(variants, "11 Main", "11Main", AGREE_EXACT);
    check(variants, "Windows 10", "Windows10", AGREE_EXACT);
    check(variants, "3 M", "3M", AGREE_NOT);
    check(variants, "open sky", "opensky", AGREE_NOT);
    check(variants, "Wal-Mart", "Wal‑Mart", AGREE_EXACT);
    check(variants, "罗恩·康韦", "羅恩‧康韋", AGREE_EXACT);
    check(variants, "罗恩·康韦", "罗恩康韦", AGREE_EXACT);
    check(variants, "新浪 微博", "新浪微博", AGREE_NOT);
    check(variants, "台湾", "臺灣", AGREE_EXACT);
    check(variants, "马云", "馬雲", AGREE_EXACT);
    check(variants, "后宫", "後宮", AGREE_EXACT);
    check(variants, "皇后", "皇後", AGREE_EXACT); /* the price of single characters */
    check(variants, "ÉTÉ", "été", AGREE_CASE);
    check(variants, "été", "ÉTÉ", AGREE_CAPS);
    free(variants);
}

static void test_every_form_folds_to_its_character(void **state)
{
    (void)state;
    struct variants *variants = variants_new();
    size_t pairs = 0;
    for (uint32_t code = VARIANTS_FIRST; code < VARIANTS_END; code++) {
        uint32_t simple = variants->simple[code - VARIANTS_FIRST];
        assert_int_equal(variants->simple[simple - VARIANTS_FIRST], simple);
        uint32_t forms[VARIANTS_FORMS];
        size_t count = variants_forms(variants, simple, forms);
        bool found = false;
        for (size_t i = 0; i < count; i++)
            found |= forms[i] == code;
        assert_true(found);
        pairs += simple != code;
    }
    assert_true(pairs > 2500);
    free(variants);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_a_name),
        cmocka_unit_test(test_names_are_stored_trimmed_and_narrow),
        cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_every_form_folds_to_its_character)
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
