/* Dictionaries of other programs: StarDict's files, packed files, broken ones (import.h,
 * stardict.h, gzip_unpack.h, markup.h, dictionaries.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/xalloc.h"
#include "dictionary/dictionaries.h"
#include "base/gzip.h"
#include "dictionary/dictionary_import.h"
#include "dictionary/definition_markup.h"
#include "library/scratch.h"

static struct import_report report;
static struct error error;

static void pack(const char *name, const char *bytes, size_t length, const char *mode)
{
    gzFile file = gzopen(scratch_path(name), mode);
    assert_non_null(file);
    assert_int_equal(gzwrite(file, bytes, (unsigned)length), (int)length);
    assert_int_equal(gzclose(file), Z_OK);
}

static struct dictionary *import(const char *name)
{
    char *target = xstrdup(scratch_path("compiled.dictionary"));
    error.text[0] = '\0';
    bool ok = dictionary_import_file(scratch_path(name), target, &report, &error);
    struct dictionary *dictionary = ok ? dictionary_open(target, &error) : NULL;
    assert_true(ok == (dictionary != NULL));
    free(target);
    return dictionary;
}

/* --- StarDict --- */

/* An index of 32 or 64 bits, and the definitions, one entry after another. */
static struct buffer entries;
static struct buffer definitions;

static void put(const char *headword, const char *definition, size_t length, size_t bits)
{
    buffer_add(&entries, headword, strlen(headword) + 1);
    for (size_t i = bits; i > 0; i -= 8)
        buffer_add_byte(&entries, (char)((uint64_t)definitions.length >> (i - 8)));
    for (size_t i = 32; i > 0; i -= 8)
        buffer_add_byte(&entries, (char)((uint64_t)length >> (i - 8)));
    buffer_add(&definitions, definition, length);
}

static void info(const char *more)
{
    struct buffer text = { 0 };
    buffer_add_format(&text, "StarDict's dict ifo file\nversion=3.0.0\nbookname=Test\n%s\n", more);
    scratch_file("test.ifo", buffer_text(&text));
    buffer_free(&text);
}

static void finish(void)
{
    scratch_bytes("test.idx", buffer_text(&entries), entries.length);
    scratch_bytes("test.dict", buffer_text(&definitions), definitions.length);
    buffer_free(&entries);
    buffer_free(&definitions);
}

static void check_entry(const struct dictionary *dictionary, size_t index, const char *headword,
                        const char *glosses)
{
    struct dictionary_entry entry = dictionary_entry_at(dictionary, index);
    assert_string_equal(entry.simplified, headword);
    assert_string_equal(entry.traditional, headword);
    assert_string_equal(entry.glosses, glosses);
}

static void test_plain_definitions(void **state)
{
    (void)state;
    info("sametypesequence=m\r");
    put("股权", "equity shares\n\n  stock right \n", 30, 32);
    put("甲/乙", "a/b\tc", 5, 32);
    finish();
    struct dictionary *dictionary = import("test.ifo");
    assert_non_null(dictionary);
    assert_int_equal(report.fault_count, 0);
    check_entry(dictionary, 0, "股权", "equity shares/stock right");
    check_entry(dictionary, 1, "甲/乙", "a∕b c");
    assert_string_equal(dictionary_languages(dictionary), "zh-en");
    dictionary_close(dictionary);
}

static void test_english_headwords(void **state)
{
    (void)state;
    info("sametypesequence=m");
    put("sell", "vt. 卖, 出售", strlen("vt. 卖, 出售"), 32);
    put("account balance", "账户余额", strlen("账户余额"), 32);
    finish();
    struct dictionary *dictionary = import("test.ifo");
    assert_non_null(dictionary);
    assert_string_equal(dictionary_languages(dictionary), "en-zh");
    struct dictionary_hits hits = { 0 };
    dictionary_english(dictionary, "sold", 4, 0, &hits);
    dictionary_english(dictionary, "account balances", 16, 0, &hits);
    assert_int_equal(hits.count, 2);
    check_entry(dictionary, hits.items[0].entry, "sell", "vt. 卖, 出售");
    check_entry(dictionary, hits.items[1].entry, "account balance", "账户余额");
    dictionary_hits_free(&hits);
    dictionary_close(dictionary);
}

static void test_types_and_markup(void **state)
{
    (void)state;
    static const char mixed[] = "tgu3 quan2\0W\0\0\0\3abch<b>equity</b> &amp; shares<br>right";
    info("");
    put("股权", mixed, sizeof mixed, 32);
    finish();
    struct dictionary *dictionary = import("test.ifo");
    assert_non_null(dictionary);
    check_entry(dictionary, 0, "股权", "gu3 quan2/equity & shares/right");
    dictionary_close(dictionary);
    static const char same[] = "gu3\0<k>股</k> <i>share</i>";
    info("sametypesequence=tx");
    put("股", same, sizeof same - 1, 32);
    finish();
    dictionary = import("test.ifo");
    assert_non_null(dictionary);
    check_entry(dictionary, 0, "股", "gu3/股 share");
    dictionary_close(dictionary);
}

static void test_other_encodings_are_counted(void **state)
{
    (void)state;
    info("sametypesequence=m");
    put("\xB9\xC9", "share \xFF", 7, 32);
    finish();
    struct dictionary *dictionary = import("test.ifo");
    assert_non_null(dictionary);
    assert_int_equal(report.ill_formed, 3);
    check_entry(dictionary, 0, "��", "share �");
    dictionary_close(dictionary);
}

static void test_wide_offsets_and_packed_files(void **state)
{
    (void)state;
    info("idxoffsetbits=64\nsametypesequence=g");
    put("股", "<b>share</b>", 12, 64);
    put("权", "right", 5, 64);
    pack("test.idx.gz", entries.data, entries.length, "wb");
    pack("test.dict.dz", definitions.data, definitions.length, "wb");
    buffer_free(&entries);
    buffer_free(&definitions);
    struct dictionary *dictionary = import("test.ifo");
    assert_non_null(dictionary);
    check_entry(dictionary, 0, "股", "share");
    check_entry(dictionary, 1, "权", "right");
    dictionary_close(dictionary);
}

static void test_broken_stardict(void **state)
{
    (void)state;
    info("sametypesequence=m");
    put("股", "share", 5, 32);
    put("", "none", 4, 32);
    put("空", " \n", 2, 32);
    put("过", "x", 1, 32);
    entries.data[entries.length - 4] = 1;
    buffer_add(&entries, "cut\0\0\0", 6);
    finish();
    struct dictionary *dictionary = import("test.ifo");
    assert_non_null(dictionary);
    assert_int_equal(dictionary_count(dictionary), 1);
    assert_true(report.numbered);
    assert_true(report.cut);
    assert_int_equal(report.fault_count, 3);
    assert_int_equal(report.faults[0].place, 2);
    assert_string_equal(report.faults[0].why, "has no headword");
    assert_string_equal(report.faults[1].why, "has no text");
    assert_string_equal(report.faults[2].why, "lies beyond the end of the definitions");
    dictionary_close(dictionary);
}

static void check_refused(const char *name, const char *why)
{
    assert_null(import(name));
    if (strstr(error.text, why) == NULL)
        print_message("%s\n", error.text);
    assert_non_null(strstr(error.text, why));
}

static void test_what_is_refused(void **state)
{
    (void)state;
    put("股", "share", 5, 32);
    finish();
    scratch_file("test.ifo", "StarDict's dict ifo file\nversion=9\n");
    check_refused("test.ifo", "is of a version of StarDict that is not known");
    scratch_file("test.ifo", "StarDict's dict ifo file\nversion=2.4.2\nidxoffsetbits=16\n");
    check_refused("test.ifo", "neither 32 nor 64");
    scratch_file("test.ifo", "version=2.4.2\n");
    check_refused("test.ifo", "is no StarDict dictionary");
    scratch_file("alone.ifo", "StarDict's dict ifo file\nversion=2.4.2\n");
    check_refused("alone.ifo", "alone.idx: No such file");
    scratch_file("part.idx", "");
    check_refused("part.idx", "its .ifo or .index is not beside it");
    check_refused("nothing.u8", "No such file");
    check_refused("", "is a folder");
    scratch_file("article.txt", "No dictionary\n");
    check_refused("article.txt", "neither CEDICT's text nor ECDICT's CSV");
    scratch_file("empty.u8", "");
    check_refused("empty.u8", "has no entry");
    assert_false(file_exists(scratch_path("compiled.dictionary")));
}

/* --- packed text --- */

static void test_packed_text(void **state)
{
    (void)state;
    static const char text[] = "股 股 [gu3] /share/\n權 权 [quan2] /right/\n";
    pack("a.u8.gz", text, sizeof text - 1, "wb");
    pack("a.u8.gz", "甲 甲 [jia3] /first/\n", strlen("甲 甲 [jia3] /first/\n"), "ab");
    struct dictionary *dictionary = import("a.u8.gz");
    assert_non_null(dictionary);
    assert_int_equal(dictionary_count(dictionary), 3);
    assert_false(report.cut);
    dictionary_close(dictionary);
}

static void test_text_cut_in_half(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct buffer packed = { 0 };
    for (unsigned i = 0; i < 2000; i++)
        buffer_add_format(&text, "股 股 [gu3] /share %u/\n", i * 2654435761u);
    pack("a.gz", text.data, text.length, "wb");
    assert_true(file_read(scratch_path("a.gz"), 0, &packed, NULL));
    scratch_bytes("half.gz", packed.data, packed.length / 2);
    scratch_bytes("half.txt", text.data, text.length / 2);
    buffer_free(&text);
    buffer_free(&packed);
    struct dictionary *dictionary = import("half.gz");
    assert_non_null(dictionary);
    assert_true(report.cut);
    assert_in_range(dictionary_count(dictionary), 500, 1500);
    dictionary_close(dictionary);
    dictionary = import("half.txt");
    assert_non_null(dictionary);
    assert_true(report.cut);
    assert_int_equal(report.fault_count, 1);
    dictionary_close(dictionary);
}

static void test_unpacking_stops_at_the_limit(void **state)
{
    (void)state;
    struct buffer packed = { 0 };
    struct buffer out = { 0 };
    bool whole;
    char *zeros = calloc(1, 1 << 20);
    pack("zeros.gz", zeros, 1 << 20, "wb");
    free(zeros);
    assert_true(file_read(scratch_path("zeros.gz"), 0, &packed, NULL));
    assert_false(
        gzip_unpack(packed.data, packed.length, (1 << 20) - 1, "zeros.gz", &out, &whole, &error));
    assert_non_null(strstr(error.text, "zeros.gz: is larger than"));
    buffer_free(&out);
    assert_true(gzip_unpack(packed.data, packed.length, 1 << 20, "zeros.gz", &out, &whole, &error));
    assert_true(whole);
    assert_int_equal(out.length, 1 << 20);
    buffer_free(&out);
    assert_true(
        gzip_unpack(packed.data, packed.length - 9, 1 << 20, "zeros.gz", &out, &whole, &error));
    assert_false(whole);
    assert_false(gzip_unpack("no gzip at all", 14, 1 << 20, "x", &out, &whole, &error));
    assert_non_null(strstr(error.text, "is not compressed"));
    buffer_free(&out);
    buffer_free(&packed);
}

/* --- markup --- */

static void check_markup(const char *text, const char *expected)
{
    struct buffer out = { 0 };
    definition_markup_strip(&out, text, strlen(text));
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
}

static void test_markup(void **state)
{
    (void)state;
    check_markup("plain", "plain");
    check_markup("<b>bold</b> <i class='x>y'>it</i>", "bold it");
    check_markup("a<br/>b<P>c</P>", "a\nb\nc\n");
    check_markup("a &lt; b &amp;&amp; c & d &#8212;", "a < b && c & d —");
    check_markup("1 < 2 <3> a<", "1 < 2 <3> a<");
    check_markup("<script>alert('<b>')</script>x<style>y", "x");
    check_markup("<!-- > hidden --> seen <!-- never closed", " seen ");
    check_markup("<b", "<b");
    check_markup("", "");
}

/* --- names and the folder --- */

static void check_name(const char *path, const char *expected)
{
    char *name = dictionary_import_name(path);
    assert_string_equal(name, expected);
    free(name);
}

static void test_names(void **state)
{
    (void)state;
    check_name("/tmp/cedict_ts.u8.gz", "cedict");
    check_name("cedict_1_0_ts_utf-8_mdbg.txt.gz", "cedict");
    check_name("cedict.u8", "cedict");
    check_name("cedictionary.u8", "cedictionary");
    check_name("langdao-ec-gb.ifo", "langdao-ec-gb");
    check_name("My Own (2).txt", "My-Own--2-");
    check_name("--x.txt", "x");
    check_name("词典.txt", "dictionary");
    check_name(".hidden", "dictionary");
}

static void test_folder_of_dictionaries(void **state)
{
    (void)state;
    scratch_file("src/a.u8", "股 股 [gu3] /share/\n");
    struct dictionary *dictionary = import("src/a.u8");
    assert_non_null(dictionary);
    dictionary_close(dictionary);
    scratch_file("broken.dictionary", "nothing");
    scratch_file("other.txt", "nothing");
    scratch_file(".dictionary", "nothing");
    scratch_file(".half-written.dictionary", "nothing");
    scratch_file("what-lies-beside-them.txt", "nothing");
    scratch_file("kept.dictionary.bak", "nothing");
    struct dictionaries *all = dictionaries_open(scratch_folder);
    assert_int_equal(all->count, 2);
    assert_string_equal(all->items[0].name, "broken");
    assert_null(all->items[0].dictionary);
    assert_non_null(strstr(all->items[0].fault, "is no compiled dictionary"));
    assert_string_equal(all->items[1].name, "compiled");
    assert_int_equal(dictionary_count(all->items[1].dictionary), 1);
    dictionaries_free(all);
    all = dictionaries_open(scratch_path("none"));
    assert_int_equal(all->count, 0);
    dictionaries_free(all);
    all = dictionaries_open(NULL);
    assert_int_equal(all->count, 0);
    dictionaries_free(all);
    assert_null(dictionaries_path("folder", "../x"));
    assert_null(dictionaries_path("folder", ""));
    assert_null(dictionaries_path("folder", ".x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_plain_definitions, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_english_headwords, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_types_and_markup, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_other_encodings_are_counted, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_wide_offsets_and_packed_files, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_broken_stardict, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_what_is_refused, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_packed_text, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_text_cut_in_half, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_unpacking_stops_at_the_limit, scratch_setup, scratch_teardown),
        cmocka_unit_test(test_markup),
        cmocka_unit_test(test_names),
        cmocka_unit_test_setup_teardown(test_folder_of_dictionaries, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
