#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/commonword.h"

static bool is(const char *word)
{
    return commonword_is(word, strlen(word));
}

static void everyday_words_are_known(void **state)
{
    (void)state;
    static const char *const words[] = { "able", "apple", "Fancy", "SQUARE", "porter", "us", "zoom",
                                         "苹果", "公司", "今天", "黄河" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!is(words[i]))
            print_message("%s\n", words[i]);
        assert_true(is(words[i]));
    }
}

static void names_are_none(void **state)
{
    (void)state;
    static const char *const words[] = { "",       "a",       "zzz",    "Alibaba", "appl", "apples",
                                         "[pple",  "Apple Pay", "苹",   "苹果公司", "11",
                                         "averyverylongword", "\xFF" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_false(is(words[i]));
    assert_false(commonword_is("apple pie", 4));
    assert_true(commonword_is("apple pie", 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everyday_words_are_known),
        cmocka_unit_test(names_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
