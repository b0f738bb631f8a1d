/* Many strings of any bytes: each has one number, in the order in which they came. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/string_ids.h"

static void numbers_in_the_order_of_coming(void **state)
{
    (void)state;
    struct string_ids ids = { 0 };
    assert_int_equal(string_ids_find(&ids, "pear", 4), STRING_IDS_NONE);
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < 5000; i++) {
            char word[16];
            int length = snprintf(word, sizeof word, "word %u", i);
            assert_int_equal(string_ids_add(&ids, word, (size_t)length), i);
        }
    }
    assert_int_equal(ids.count, 5000);
    assert_int_equal(string_ids_find(&ids, "word 4321", 9), 4321);
    assert_int_equal(string_ids_find(&ids, "word 4321", 8), 432);
    assert_int_equal(string_ids_find(&ids, "word 5000", 9), STRING_IDS_NONE);
    assert_int_equal(string_ids_length(&ids, 77), 7);
    assert_memory_equal(string_ids_text(&ids, 77), "word 77", 7);
    string_ids_free(&ids);
    assert_int_equal(string_ids_find(&ids, "word 1", 6), STRING_IDS_NONE);
}

static void any_bytes_are_a_word(void **state)
{
    (void)state;
    struct string_ids ids = { 0 };
    assert_int_equal(string_ids_add(&ids, "\0\0", 2), 0);
    assert_int_equal(string_ids_add(&ids, "\0", 1), 1);
    assert_int_equal(string_ids_add(&ids, "", 0), 2);
    assert_int_equal(string_ids_add(&ids, "\0\xFF", 2), 3);
    assert_int_equal(string_ids_find(&ids, "\0\0", 2), 0);
    assert_int_equal(string_ids_find(&ids, "", 0), 2);
    assert_int_equal(string_ids_find(&ids, "\0\0\0", 3), STRING_IDS_NONE);
    string_ids_free(&ids);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_in_the_order_of_coming),
        cmocka_unit_test(any_bytes_are_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
