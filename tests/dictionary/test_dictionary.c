/* Compiled dictionaries: written from CEDICT's text form, opened, looked up, damaged. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dictionary/cedict.h"
#include "dictionary/dictionary.h"
#include "dictionary/dictionary_builder.h"
#include "dictionary/dictionary_file.h"
#include "base/gzip.h"
#include "library/scratch.h"

static const char sample[] =
    "# CC-CEDICT\n"
    "股權 股权 [gu3 quan2] /equity shares/stock right/\n"
    "股 股 [gu3] /thigh/part of a whole/portion of a sum/(stock) share/strand/\n"
    "賣 卖 [mai4] /to sell/to betray/to spare no effort/\n"
    "賣出 卖出 [mai4 chu1] /to sell/to sell off/\n"
    "賣家 卖家 [mai4 jia1] /seller; vendor/\n"
    "銷售 销售 [xiao1 shou4] /to sell; to market; sales (representative, agreement etc)/\n"
    "售罄 售罄 [shou4 qing4] /to be completely sold out; to sell out/\n"
    "賬戶餘額 账户余额 [zhang4 hu4 yu2 e2] /account balance/\n"
    "乾 干 [gan1] /dry/clean/\n"
    "幹 干 [gan4] /to do/\n"
    "A片 A片 [A pian4] /adult movie; pornography/\n";

static struct import_report report;

static void compile(const char *text, size_t length, const char *name)
{
    struct dictionary_builder *builder = dictionary_builder_new();
    report = (struct import_report){ 0 };
    cedict_read(text, length, builder, &report);
    assert_true(dictionary_builder_write(builder, scratch_path(name), NULL));
    dictionary_builder_free(builder);
}

static struct dictionary *open_sample(void)
{
    struct error error;
    compile(sample, strlen(sample), "sample");
    assert_int_equal(report.fault_count, 0);
    struct dictionary *dictionary = dictionary_open(scratch_path("sample"), &error);
    assert_non_null(dictionary);
    return dictionary;
}

static void test_entries_in_order(void **state)
{
    (void)state;
    struct dictionary *dictionary = open_sample();
    struct dictionary_entry entry = dictionary_entry_at(dictionary, 0);
    assert_int_equal(dictionary_count(dictionary), 11);
    assert_string_equal(dictionary_languages(dictionary), "zh-en");
    assert_string_equal(entry.traditional, "股權");
    assert_string_equal(entry.simplified, "股权");
    assert_string_equal(entry.reading, "gu3 quan2");
    assert_string_equal(entry.glosses, "equity shares/stock right");
    entry = dictionary_entry_at(dictionary, 1);
    assert_string_equal(entry.traditional, "股");
    assert_string_equal(dictionary_entry_at(dictionary, 11).simplified, "");
    assert_true(dictionary_verify(dictionary, NULL));
    dictionary_close(dictionary);
}

/* The simplified headwords that are found, with the length of the match of a Chinese one. */
static void check_hits(const struct dictionary *dictionary, const struct dictionary_hits *hits,
                       const char *expected)
{
    struct buffer found = { 0 };
    for (size_t i = 0; i < hits->count; i++) {
        struct dictionary_entry entry = dictionary_entry_at(dictionary, hits->items[i].entry);
        buffer_add_format(&found, "%s%s", i > 0 ? " " : "", entry.simplified);
        if (hits->items[i].length > 0)
            buffer_add_format(&found, ":%u", (unsigned)hits->items[i].length);
    }
    assert_string_equal(buffer_text(&found), expected);
    buffer_free(&found);
}

static void check_prefixes(const struct dictionary *dictionary, const char *text,
                           const char *expected)
{
    struct dictionary_hits hits = { 0 };
    dictionary_prefixes(dictionary, text, strlen(text), &hits);
    check_hits(dictionary, &hits, expected);
    dictionary_hits_free(&hits);
}

static void test_headwords_that_begin_a_text(void **state)
{
    (void)state;
    struct dictionary *dictionary = open_sample();
    check_prefixes(dictionary, "股权收购", "股权:6 股:3");
    check_prefixes(dictionary, "股權收購", "股权:6 股:3");
    check_prefixes(dictionary, "股", "股:3");
    check_prefixes(dictionary, "干", "干:3 干:3");
    check_prefixes(dictionary, "乾燥", "干:3");
    check_prefixes(dictionary, "A片", "A片:4");
    check_prefixes(dictionary, "a片", "A片:4");
    check_prefixes(dictionary, "Ａ片", "A片:6");
    check_prefixes(dictionary, "ａ片子", "A片:6");
    check_prefixes(dictionary, "片", "");
    check_prefixes(dictionary, "账户余额不足", "账户余额:12");
    check_prefixes(dictionary, "账户余", "");
    check_prefixes(dictionary, "权", "");
    check_prefixes(dictionary, "", "");
    check_prefixes(dictionary, "\xE8\x82", "");
    struct dictionary_hits hits = { 0 };
    dictionary_prefixes(dictionary, "股权", 3, &hits);
    check_hits(dictionary, &hits, "股:3");
    dictionary_hits_free(&hits);
    dictionary_close(dictionary);
}

static void check_english(const struct dictionary *dictionary, const char *term, size_t limit,
                          const char *expected)
{
    struct dictionary_hits hits = { 0 };
    dictionary_english(dictionary, term, strlen(term), limit, &hits);
    check_hits(dictionary, &hits, expected);
    dictionary_hits_free(&hits);
}

static void test_words_of_glosses(void **state)
{
    (void)state;
    struct dictionary *dictionary = open_sample();
    /* 卖 comes first of three that say "sell" and no more: two other headwords begin with it. */
    check_english(dictionary, "sell", 0, "卖 卖出 销售 售罄");
    check_english(dictionary, "to sell", 0, "卖 卖出 销售 售罄");
    check_english(dictionary, "Sells", 0, "卖 卖出 销售 售罄");
    check_english(dictionary, "sold", 0, "卖 卖出 销售 售罄");
    check_english(dictionary, "selling", 2, "卖 卖出");
    check_english(dictionary, "sold out", 0, "售罄");
    check_english(dictionary, "sells off", 0, "卖出");
    check_english(dictionary, "off sell", 0, "");
    check_english(dictionary, "account balances", 0, "账户余额");
    check_english(dictionary, "movies", 0, "A片");
    check_english(dictionary, "share", 0, "股 股权");
    check_english(dictionary, "shares", 0, "股 股权");
    check_english(dictionary, "sel", 0, "");
    check_english(dictionary, "nothing", 0, "");
    check_english(dictionary, "", 0, "");
    check_english(dictionary, "股", 0, "");
    dictionary_close(dictionary);
}

static void test_broken_lines_are_told(void **state)
{
    (void)state;
    static const char text[] = "# remark\r\n"
                               "賣 卖 [mai4] /to sell/\r\n"
                               "\n"
                               "nothing here\n"
                               "賣 卖 mai4 /to sell/\n"
                               "賣 卖 [mai4] to sell\n"
                               "賣 卖 [mai4] //\n"
                               "賣 [mai4] /to sell/\n"
                               "股 股 [[gu3]] /\tshare\033[2J/\n"
                               "股權 股权 [gu3 qu";
    compile(text, sizeof text - 1, "broken");
    assert_int_equal(report.fault_count, 6);
    static const size_t lines[] = { 4, 5, 6, 7, 8, 10 };
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(report.faults[i].place, lines[i]);
    struct dictionary *dictionary = dictionary_open(scratch_path("broken"), NULL);
    assert_int_equal(dictionary_count(dictionary), 2);
    assert_string_equal(dictionary_entry_at(dictionary, 0).glosses, "to sell");
    assert_string_equal(dictionary_entry_at(dictionary, 1).reading, "gu3");
    assert_string_equal(dictionary_entry_at(dictionary, 1).glosses, "share␛[2J");
    dictionary_close(dictionary);
}

static void test_only_faults_make_no_file(void **state)
{
    (void)state;
    struct error error;
    struct dictionary_builder *builder = dictionary_builder_new();
    report = (struct import_report){ 0 };
    for (size_t i = 0; i < 30; i++)
        cedict_read("x\n", 2, builder, &report);
    assert_int_equal(report.fault_count, 30);
    assert_false(dictionary_builder_write(builder, scratch_path("none"), &error));
    assert_non_null(strstr(error.text, "there is no entry"));
    assert_false(file_exists(scratch_path("none")));
    dictionary_builder_free(builder);
}

static void test_replaced_while_open(void **state)
{
    (void)state;
    struct dictionary *dictionary = open_sample();
    compile("甲 甲 [jia3] /first/\n", strlen("甲 甲 [jia3] /first/\n"), "sample");
    check_prefixes(dictionary, "股权", "股权:6 股:3");
    assert_int_equal(remove(scratch_path("sample")), 0);
    check_english(dictionary, "sold out", 0, "售罄");
    dictionary_close(dictionary);
}

/* Everything that can be asked of a dictionary, for a file that may say anything. */
static void use(const struct dictionary *dictionary)
{
    static const char *const terms[] = { "股权", "乾", "sell", "sold out", "account balances" };
    struct dictionary_hits hits = { 0 };
    size_t length = strlen(dictionary_languages(dictionary));
    for (size_t i = 0; i < dictionary_count(dictionary) && i < 1000; i++) {
        struct dictionary_entry entry = dictionary_entry_at(dictionary, i);
        length += strlen(entry.simplified) + strlen(entry.traditional) + strlen(entry.reading) +
                  strlen(entry.glosses);
    }
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        dictionary_prefixes(dictionary, terms[i], strlen(terms[i]), &hits);
        dictionary_english(dictionary, terms[i], strlen(terms[i]), 0, &hits);
    }
    for (size_t i = 0; i < hits.count; i++)
        length += strlen(dictionary_entry_at(dictionary, hits.items[i].entry).glosses);
    dictionary_hits_free(&hits);
    assert_true(length < (size_t)-1);
}

static void open_damaged(const char *bytes, size_t length)
{
    struct error error;
    scratch_bytes("damaged", bytes, length);
    struct dictionary *dictionary = dictionary_open(scratch_path("damaged"), &error);
    if (dictionary == NULL) {
        assert_non_null(strstr(error.text, scratch_path("damaged")));
        return;
    }
    assert_false(dictionary_verify(dictionary, &error));
    assert_non_null(strstr(error.text, "is damaged"));
    use(dictionary);
    dictionary_close(dictionary);
}

static void test_damage_is_told_and_harmless(void **state)
{
    (void)state;
    struct buffer bytes = { 0 };
    dictionary_close(open_sample());
    assert_true(file_read(scratch_path("sample"), 0, &bytes, NULL));
    for (size_t i = 0; i < bytes.length; i += 3)
        open_damaged(bytes.data, i);
    for (size_t i = 0; i < bytes.length; i++) {
        char byte = bytes.data[i];
        bytes.data[i] = (char)(i % 3 == 0 ? 0xFF : i % 3 == 1 ? 0x7F : ~byte);
        if (bytes.data[i] == byte)
            bytes.data[i] = (char)(byte ^ 1);
        open_damaged(bytes.data, bytes.length);
        bytes.data[i] = byte;
    }
    buffer_add(&bytes, "more and ", 8);
    open_damaged(bytes.data, bytes.length);
    buffer_free(&bytes);
}

/* One that a machine with the other byte order compiled: its numbers would be read wrong. */
static void test_other_byte_order(void **state)
{
    (void)state;
    struct buffer bytes = { 0 };
    struct dictionary_head head;
    struct error error = { .text = "" };
    dictionary_close(open_sample());
    assert_true(file_read(scratch_path("sample"), 0, &bytes, NULL));
    memcpy(&head, bytes.data, sizeof head);
    head.order = 0x04030201;
    head.sum = dictionary_sum(&head, offsetof(struct dictionary_head, sum));
    memcpy(bytes.data, &head, sizeof head);
    scratch_bytes("other", bytes.data, bytes.length);
    assert_null(dictionary_open(scratch_path("other"), &error));
    assert_true(strlen(error.text) > 20);
    buffer_free(&bytes);
}

/* A head whose own checksum is right, with sections where no sections can be. */
static void test_forged_heads(void **state)
{
    (void)state;
    struct buffer bytes = { 0 };
    struct dictionary_head head;
    dictionary_close(open_sample());
    assert_true(file_read(scratch_path("sample"), 0, &bytes, NULL));
    static const uint64_t values[] = { 0, 7, 8, 1 << 20, UINT32_MAX, UINT64_MAX, UINT64_MAX - 7 };
    for (size_t section = 0; section < SECTION_COUNT; section++) {
        for (size_t i = 0; i < 2 * sizeof values / sizeof *values; i++) {
            memcpy(&head, bytes.data, sizeof head);
            if (i % 2 == 0)
                head.sections[section].start = values[i / 2];
            else
                head.sections[section].size = values[i / 2];
            head.sum = dictionary_sum(&head, offsetof(struct dictionary_head, sum));
            char *forged = malloc(bytes.length);
            assert_non_null(forged);
            memcpy(forged, bytes.data, bytes.length);
            memcpy(forged, &head, sizeof head);
            scratch_bytes("damaged", forged, bytes.length);
            struct dictionary *dictionary = dictionary_open(scratch_path("damaged"), NULL);
            if (dictionary != NULL)
                use(dictionary);
            dictionary_close(dictionary);
            free(forged);
        }
    }
    buffer_free(&bytes);
}

static void test_no_dictionary(void **state)
{
    (void)state;
    struct error error;
    assert_null(dictionary_open(scratch_path("none"), &error));
    assert_non_null(strstr(error.text, "No such file"));
    scratch_file("text", "An article, and not a dictionary at all.\n");
    assert_null(dictionary_open(scratch_path("text"), &error));
    assert_non_null(strstr(error.text, "is no compiled dictionary"));
    assert_null(dictionary_open(scratch_folder, &error));
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The real one, where the machine has it: CEDICT=FILE, packed or not. */
static void test_real_dictionary(void **state)
{
    (void)state;
    const char *path = getenv("CEDICT");
    if (path == NULL)
        skip();
    struct buffer bytes = { 0 };
    bool whole;
    double began = seconds();
    assert_true(gzip_read_file(path, (size_t)256 << 20, &bytes, &whole, NULL));
    assert_true(whole);
    compile(bytes.data, bytes.length, "real");
    double compiled = seconds();
    assert_int_equal(report.fault_count, 0);
    struct dictionary *dictionary = dictionary_open(scratch_path("real"), NULL);
    double opened = seconds();
    assert_non_null(dictionary);
    struct dictionary_hits hits = { 0 };
    for (size_t i = 0; i < 1000; i++)
        dictionary_prefixes(dictionary, "中华人民共和国股权", strlen("中华人民共和国股权"), &hits);
    double chinese = seconds();
    size_t count = hits.count;
    for (size_t i = 0; i < 100; i++)
        dictionary_english(dictionary, "sold", 4, 0, &hits);
    double english = seconds();
    for (size_t i = 0; i < 100; i++)
        dictionary_english(dictionary, "rights of the people", 20, 0, &hits);
    double phrase = seconds();
    assert_true(dictionary_verify(dictionary, NULL));
    print_message("%zu entries, compiled in %.2f s, opened in %.3f ms, a look-up takes %.2f us, of "
                  "sold %.0f us, of four words %.0f us, verified in %.1f ms\n",
                  dictionary_count(dictionary), compiled - began, (opened - compiled) * 1e3,
                  (chinese - opened) * 1e3, (english - chinese) * 1e4, (phrase - english) * 1e4,
                  (seconds() - phrase) * 1e3);
    assert_true(count > 3000);
    assert_true(opened - compiled < 0.005);
    dictionary_hits_free(&hits);
    check_english(dictionary, "sold", 2, "卖 售");
    assert_true(dictionary_count(dictionary) > 100000);
    dictionary_close(dictionary);
    buffer_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_entries_in_order, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_headwords_that_begin_a_text, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_words_of_glosses, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_broken_lines_are_told, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_only_faults_make_no_file, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_replaced_while_open, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_damage_is_told_and_harmless, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_other_byte_order, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_forged_heads, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_no_dictionary, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_real_dictionary, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
