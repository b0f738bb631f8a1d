#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "text/fold.h"
#include "text/utf8.h"

#define ALL (FOLD_CASE | FOLD_SPACE)

static void folds_to(const char *text, unsigned flags, const char *wanted)
{
    struct fold fold = { 0 };
    fold_text(text, strlen(text), flags, &fold);
    assert_string_equal(fold.text, wanted);
    assert_int_equal(fold.length, strlen(wanted));
    assert_int_equal(fold.map[fold.length], strlen(text));
    fold_free(&fold);
}

static void folds_what_a_searcher_means(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned flags;
        const char *wanted;
    } cases[] = {
        { "", ALL, "" },
        { "Open SKY", ALL, "open sky" },
        { "Open SKY", FOLD_SPACE, "Open SKY" },
        { "ＡＢＣ１２！", ALL, "abc12!" },
        { "ＡＢＣ", 0, "ABC" },
        { "Ma’s ‘x’ “y”", ALL, "ma's 'x' \"y\"" },
        { "1–2 a—b c‑d −3", ALL, "1-2 a-b c-d -3" },
        { "a\xC2\xA0" "b\xE2\x80\x89" "c　d\ne", ALL, "a b c d e" },
        { "a \n\t b", ALL, "a b" },
        { "a \n b", 0, "a   b" },
        { "a \xE2\x80\x8B b", ALL, "a b" },
        { "co\xC2\xADop\xE2\x80\x8B" "er\xEF\xBB\xBF" "ate", ALL, "cooperate" },
        { "Straße STRAẞE", ALL, "strasse strasse" },
        { "Straße", FOLD_SPACE, "Straße" },
        { "ﬁne ﬃ", ALL, "fine ffi" },
        { "\xE2\x84\xAA" "elvin", ALL, "kelvin" },
        { "\xE2\x84\xAA" "elvin", 0, "Kelvin" },
        { "İ", ALL, "i\xCC\x87" },
        { "ΣΑΣς", ALL, "σασσ" },
        { "cafe\xCC\x81 CAFÉ", ALL, "café café" },
        { "e\xE2\x80\x8B\xCC\x81", ALL, "é" },
        { "café gǔ", ALL | FOLD_MARKS, "cafe gu" },
        { "cafe\xCC\x81", ALL | FOLD_MARKS, "cafe" },
        { "が か\xE3\x82\x99", ALL | FOLD_MARKS, "が が" },
        { "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB 한", ALL, "한 한" },
        { "\xEF\xA4\x8A", ALL, "金" },
        { "葛\xF3\xA0\x84\x80城", ALL, "葛城" },
        { "Å Å", FOLD_SPACE, "Å Å" },
        { "\xFF" "a", ALL, "\xEF\xBF\xBD" "a" },
        { "阿里\n巴巴", ALL, "阿里 巴巴" },
        { "阿里\n巴巴", ALL | FOLD_LINES, "阿里巴巴" },
        { "他说，\n你好 。", ALL | FOLD_LINES, "他说,你好。" },
        { "阿里\nMain 巴", ALL | FOLD_LINES, "阿里 main 巴" },
        { "a\n \nb", ALL | FOLD_LINES, "a\nb" },
        { "阿\n\n里", ALL | FOLD_LINES, "阿\n里" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        folds_to(cases[i].text, cases[i].flags, cases[i].wanted);
}

static void maps_back_exactly(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned flags;
        uint32_t map[12];
    } cases[] = {
        { "aB", ALL, { 0, 1, 2 } },
        { "ＡB", ALL, { 0, 3, 4 } },
        { "a \n b", ALL, { 0, 1, 4, 5 } },
        { "ßa", ALL, { 0, 0, 2, 3 } },
        { "xe\xCC\x81y", ALL, { 0, 1, 1, 4, 5 } },
        { "a\xC2\xAD" "b", ALL, { 0, 3, 4 } },
        { "İx", ALL, { 0, 0, 0, 2, 3 } },
        { "q\xCC\x81x", ALL, { 0, 1, 1, 3, 4 } },
        { "阿\n里", ALL | FOLD_LINES, { 0, 0, 0, 4, 4, 4, 7 } },
    };
    struct fold fold = { 0 };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fold_text(cases[i].text, strlen(cases[i].text), cases[i].flags, &fold);
        for (size_t k = 0; k <= fold.length; k++)
            assert_int_equal(fold.map[k], cases[i].map[k]);
    }
    fold_free(&fold);
}

static const char *const pieces[] = {
    "a", "B", "k", "s", "i", " ", " ", "\n",
    "\n\n", "\xC2\xA0", "　", "阿", "里", "，", "。", "’", "—",
    "ß", "İ", "ﬁ", "é", "e\xCC\x81", "\xCC\x81", "\xC2\xAD", "\xE2\x80\x8B", "ｋ", "\xE2\x84\xAA",
    "한", "\xE1\x84\x92", "\xE1\x85\xA1", "\xE1\x86\xAB",
    "か", "\xE3\x82\x99", "\xEF\xA4\x8A", "😀",
};

static void random_text(uint32_t *random, struct buffer *text)
{
    buffer_truncate(text, 0);
    for (int n = 0; n < 30; n++) {
        *random = *random * 1103515245u + 12345u;
        buffer_add_text(text, pieces[(*random >> 16) % (sizeof pieces / sizeof *pieces)]);
    }
}

static void folding_twice_changes_nothing(void **state)
{
    (void)state;
    uint32_t random = 7;
    struct buffer text = { 0 };
    struct fold once = { 0 }, twice = { 0 };
    for (int round = 0; round < 5000; round++) {
        random_text(&random, &text);
        fold_text(text.data, text.length, ALL, &once);
        fold_text(once.text, once.length, ALL, &twice);
        assert_string_equal(once.text, twice.text);
    }
    buffer_free(&text);
    fold_free(&once);
    fold_free(&twice);
}

static void the_map_grows_and_stands_on_code_points(void **state)
{
    (void)state;
    uint32_t random = 8;
    struct buffer text = { 0 };
    struct fold fold = { 0 };
    for (int round = 0; round < 5000; round++) {
        random_text(&random, &text);
        fold_text(text.data, text.length, ALL | FOLD_LINES, &fold);
        assert_true(utf8_is_valid(fold.text, fold.length));
        for (size_t i = 0; i < fold.length; i++) {
            assert_true(fold.map[i] <= fold.map[i + 1]);
            assert_true(((unsigned char)text.data[fold.map[i]] & 0xC0) != 0x80);
        }
    }
    buffer_free(&text);
    fold_free(&fold);
}

/* Folding from a start on gives the end of the fold, folding up to an end its beginning. */
static void starts_and_ends_part_the_fold(void **state)
{
    (void)state;
    uint32_t random = 9;
    unsigned flags = ALL | FOLD_LINES;
    struct buffer text = { 0 };
    struct fold whole = { 0 }, part = { 0 };
    for (int round = 0; round < 5000; round++) {
        random_text(&random, &text);
        size_t middle = (random >> 8) % (text.length + 1);
        size_t start = fold_start_before(text.data, text.length, middle);
        size_t end = fold_end_after(text.data, text.length, middle);
        assert_true(start <= middle && end >= middle);
        fold_text(text.data, text.length, flags, &whole);
        fold_text(text.data + start, text.length - start, flags, &part);
        assert_true(part.length <= whole.length);
        assert_string_equal(part.text, whole.text + whole.length - part.length);
        fold_text(text.data, end, flags, &part);
        assert_true(part.length <= whole.length);
        assert_memory_equal(part.text, whole.text, part.length);
    }
    buffer_free(&text);
    fold_free(&whole);
    fold_free(&part);
}

/* Between two words there is a place to start and one to end, whatever their letters are. */
static void words_part_the_fold(void **state)
{
    static const char text[] = "а б в г д";
    (void)state;
    assert_int_equal(fold_start_before(text, sizeof text - 1, 8), 6);
    assert_int_equal(fold_end_after(text, sizeof text - 1, 7), 8);
}

/* fold_simple says the same as fold_text for every code point it knows. */
static void simple_folds_agree(void **state)
{
    (void)state;
    struct fold fold = { 0 };
    for (uint32_t code = 1; code < 0x30000; code++) {
        char bytes[4];
        uint32_t folded, got;
        if (!fold_simple(code, FOLD_CASE, &folded))
            continue;
        fold_text(bytes, utf8_encode(code, bytes), ALL, &fold);
        assert_int_equal(utf8_decode(fold.text, fold.length, &got), fold.length);
        assert_int_equal(got, folded);
    }
    fold_free(&fold);
}

static void a_flood_of_marks_is_folded(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct fold fold = { 0 };
    buffer_add_byte(&text, 'e');
    while (text.length < 200000)
        buffer_add_text(&text, "\xCC\x81");
    fold_text(text.data, text.length, ALL, &fold);
    assert_true(fold.length > 100000);
    fold_text(text.data, text.length, ALL | FOLD_MARKS, &fold);
    assert_string_equal(fold.text, "e");
    buffer_free(&text);
    fold_free(&fold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_what_a_searcher_means),
        cmocka_unit_test(maps_back_exactly),
        cmocka_unit_test(folding_twice_changes_nothing),
        cmocka_unit_test(the_map_grows_and_stands_on_code_points),
        cmocka_unit_test(starts_and_ends_part_the_fold),
        cmocka_unit_test(words_part_the_fold),
        cmocka_unit_test(simple_folds_agree),
        cmocka_unit_test(a_flood_of_marks_is_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
