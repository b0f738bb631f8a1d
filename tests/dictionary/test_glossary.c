/* A collection's glossary.tsv as a dictionary in memory (glossary.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "dictionary/glossary.h"
#include "library/scratch.h"

static void check_english(const struct dictionary *dictionary, const char *term,
                          const char *expected)
{
    struct dictionary_hits hits = { 0 };
    char found[256] = "";
    dictionary_english(dictionary, term, strlen(term), 0, &hits);
    for (size_t i = 0; i < hits.count; i++) {
        strcat(found, i > 0 ? " " : "");
        strcat(found, dictionary_entry_at(dictionary, hits.items[i].entry).simplified);
    }
    assert_string_equal(found, expected);
    dictionary_hits_free(&hits);
}

static void test_terms_of_both_languages(void **state)
{
    (void)state;
    scratch_file("glossary.tsv", "en\tzh\tpinyin\tremark\r\n"
                                 "controlling stake\t控股权\tkònggǔquán\t\r\n"
                                 "stake\t股权\tgǔquán\tof a company\r\n"
                                 "profit/loss\t盈亏\t\t\n"
                                 "no Chinese\t\t\t\n"
                                 "\t无\t\t\n"
                                 "\n"
                                 "one column\n"
                                 "goods\t货物");
    struct dictionary *dictionary = glossary_open(scratch_path("glossary.tsv"), NULL);
    assert_non_null(dictionary);
    assert_int_equal(dictionary_count(dictionary), 4);
    struct dictionary_entry entry = dictionary_entry_at(dictionary, 1);
    assert_string_equal(entry.simplified, "股权");
    assert_string_equal(entry.reading, "gǔquán");
    assert_string_equal(entry.glosses, "stake");
    assert_string_equal(dictionary_entry_at(dictionary, 2).glosses, "profit∕loss");
    check_english(dictionary, "stakes", "股权 控股权");
    check_english(dictionary, "controlling stakes", "控股权");
    check_english(dictionary, "loss", "盈亏");
    check_english(dictionary, "goods", "货物");
    check_english(dictionary, "pinyin", "");
    dictionary_close(dictionary);
}

static void test_no_glossary_is_an_empty_one(void **state)
{
    (void)state;
    struct error error;
    struct dictionary *dictionary = glossary_open(scratch_path("none.tsv"), NULL);
    assert_non_null(dictionary);
    assert_int_equal(dictionary_count(dictionary), 0);
    check_english(dictionary, "stake", "");
    dictionary_close(dictionary);
    scratch_file("empty.tsv", "");
    dictionary = glossary_open(scratch_path("empty.tsv"), NULL);
    assert_int_equal(dictionary_count(dictionary), 0);
    dictionary_close(dictionary);
    assert_null(glossary_open(scratch_folder, &error));
    assert_non_null(strstr(error.text, "is a folder"));
}

/* The bundled glossary, of which every line is an entry. */
static void test_bundled_glossary(void **state)
{
    (void)state;
    const char *collection = getenv("COLLECTION");
    if (collection == NULL)
        skip();
    char *path = file_join(collection, GLOSSARY_FILE);
    struct dictionary *dictionary = glossary_open(path, NULL);
    assert_true(dictionary_count(dictionary) > 500);
    assert_true(dictionary_verify(dictionary, NULL));
    check_english(dictionary, "account balances", "账户余额");
    dictionary_close(dictionary);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_terms_of_both_languages, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_no_glossary_is_an_empty_one, scratch_setup, scratch_teardown),
        cmocka_unit_test(test_bundled_glossary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
