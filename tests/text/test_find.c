#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <unictype.h>

#include "base/buffer.h"
#include "text/find.h"
#include "text/find_anchor.h"
#include "text/fold.h"
#include "text/utf8.h"

/* The hits of `pattern` in `text`, each followed by a bar. */
static void hits_are(const char *pattern, unsigned flags, const char *text, const char *wanted)
{
    struct error error = { "" };
    struct spans hits = { 0 };
    struct buffer got = { 0 };
    struct find *find = find_new(pattern, flags, &error);
    assert_non_null(find);
    find_all(find, text, 0, strlen(text), SIZE_MAX, &hits);
    for (size_t i = 0; i < hits.count; i++) {
        buffer_add(&got, text + hits.items[i].start, hits.items[i].end - hits.items[i].start);
        buffer_add_byte(&got, '|');
    }
    assert_string_equal(buffer_text(&got), wanted);
    buffer_free(&got);
    spans_free(&hits);
    find_free(find);
}

static void finds_what_a_reader_means(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        unsigned flags;
        const char *text;
        const char *wanted;
    } cases[] = {
        { "open", 0, "Open OPEN open", "Open|OPEN|open|" },
        { "Open", 0, "Open OPEN open", "Open|" },
        { "open", FIND_CASE, "Open OPEN open", "open|" },
        { "open", 0, "Ｏｐｅｎ oｐeN", "Ｏｐｅｎ|oｐeN|" },
        { "opensky", 0, "Open\xC2\xADSky", "Open\xC2\xADSky|" },
        { "sky", 0, "Sky\xC2\xAD.", "Sky|" },
        { "kelvin", 0, "\xE2\x84\xAA" "elvin", "\xE2\x84\xAA" "elvin|" },
        { "strasse", 0, "Straße STRASSE", "Straße|STRASSE|" },
        { "straße", 0, "Straße STRASSE", "Straße|STRASSE|" },
        { "ss", 0, "ß sß", "ß|sß|" },
        { "won't", 0, "won’t won't", "won’t|won't|" },
        { "\"go\"", 0, "“go” \"Go\"", "“go”|\"Go\"|" },
        { "e-mail", 0, "e‑mail e–mail E-mail email", "e‑mail|e–mail|E-mail|" },
        { "11 main", 0, "11 Main 11\nMain 11\xC2\xA0Main 11 \n  Main", "11 Main|11\nMain|"
          "11\xC2\xA0Main|11 \n  Main|" },
        { "11 main", 0, "11\n\nMain 11 \n \n Main", "" },
        { "阿里巴巴", 0, "阿里巴巴 阿里\n巴巴 阿里\n\n巴巴", "阿里巴巴|阿里\n巴巴|" },
        { "阿里 巴巴", 0, "阿里巴巴", "阿里巴巴|" },
        { "在 11 main", 0, "在 11 Main 在\n11 Main", "在 11 Main|在\n11 Main|" },
        { "说，你好", 0, "他说，你好。他说，\n你好。", "说，你好|说，\n你好|" },
        { "金", 0, "\xEF\xA4\x8A 金", "\xEF\xA4\x8A|金|" },
        { "cafe", 0, "café cafe cafe\xCC\x81", "café|cafe|cafe\xCC\x81|" },
        { "Cafe", 0, "Café cafe", "Café|" },
        { "zurich", 0, "Zürich ZÜRICH Zu\xCC\x88rich", "Zürich|ZÜRICH|Zu\xCC\x88rich|" },
        { "zürich", 0, "Zürich Zurich", "Zürich|" },
        { "viet", 0, "Việt viet", "Việt|viet|" },
        { "sao paulo", 0, "São\xC2\xA0Paulo", "São\xC2\xA0Paulo|" },
        { "开通铁路", 0, "開通鐵路 开通铁路 開通铁路", "開通鐵路|开通铁路|開通铁路|" },
        { "鐵路", 0, "铁路 鐵路", "鐵路|" },
        { "鐵路", FIND_KEY, "铁路 鐵路", "铁路|鐵路|" },
        { "后来", 0, "後來后来", "後來|后来|" },
        { "NESTLÉ", FIND_KEY, "Nestle Nestlé", "Nestle|Nestlé|" },
        { "café", 0, "CAFÉ cafe\xCC\x81 cafe", "CAFÉ|cafe\xCC\x81|" },
        { "i", 0, "İi", "İ|i|" },
        { "привет", 0, "Привет, ПРИВЕТ", "Привет|ПРИВЕТ|" },
        { "ガ", 0, "カ\xE3\x82\x99 ガ カ", "カ\xE3\x82\x99|ガ|" },
        { " ", 0, "a  b\nc", "  |\n|" },
        { "aa", 0, "aaaaa", "aa|aa|" },
        { "x", 0, "", "" },
        { "main", FIND_WHOLE_WORD, "Main 11Main main’s mainly (main)", "Main|main|main|" },
        { "巴巴", FIND_WHOLE_WORD, "阿里巴巴集团", "巴巴|" },
        { "m[ai]+n", FIND_REGEX, "Main man mn", "Main|man|" },
        { "M[ai]+n", FIND_REGEX, "Main man mn", "Main|" },
        { "\\w+x", FIND_REGEX, "ax bx", "ax|bx|" },
        { "x*", FIND_REGEX, "axxbx", "xx|x|" },
        { "^b", FIND_REGEX, "ab\nb b", "b|" },
        { "^b", FIND_REGEX, "bb", "b|" },
        { "a.b", FIND_REGEX, "a\nb a巴b", "a巴b|" },
        { "b$", FIND_REGEX, "ab\nbb c b", "b|b|" },
        { "man", FIND_REGEX | FIND_WHOLE_WORD, "man woman man", "man|man|" },
        { "\\<man\\>", FIND_REGEX, "man woman mankind (man)", "man|man|" },
        { "[\\<]b", FIND_REGEX, "<b a b", "<b|" },
        { "(?<=no )man", FIND_REGEX, "no man, a man", "man|" },
        { "\\bma", FIND_REGEX, "mama ma", "ma|ma|" },
        { "é", FIND_REGEX, "É e", "É|" },
        { "股[权份]", FIND_REGEX, "股权与股份", "股权|股份|" },
        { "\\d+ *%", FIND_REGEX, "37 % 5%", "37 %|5%|" },
        { "b\\s+c", FIND_REGEX, "b\nc b\n\nc", "b\nc|" },
        { "aab", 0, "aaab aab", "aab|aab|" },
        { "ааб", 0, "аааб ааааб", "ааб|ааб|" },
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        hits_are(cases[i].pattern, cases[i].flags, cases[i].text, cases[i].wanted);
}

static void says_what_is_wrong_with_a_pattern(void **state)
{
    (void)state;
    struct error error = { "" };
    assert_null(find_new("(", FIND_REGEX, &error));
    assert_non_null(strstr(error.text, "regular expression (: "));
    assert_null(find_new("(((a{200}){200}){200}){200}", FIND_REGEX, &error));
    assert_non_null(strstr(error.text, "too large"));
    assert_null(find_new("", 0, &error));
    assert_non_null(strstr(error.text, "empty"));
    assert_null(find_new("\xC2\xAD", 0, &error));
    assert_non_null(strstr(error.text, "invisible"));
    assert_null(find_new("[", FIND_REGEX, NULL));
    find_free(NULL);
}

static void goes_forward_and_back_from_a_place(void **state)
{
    (void)state;
    static const char *const patterns[] = { "ab", "а", "a[b]" };
    for (size_t i = 0; i < 3; i++) {
        const char *text = i == 1 ? "-а--а--а-" : "-ab-ab-ab-";
        size_t size = strlen(text), step = i == 1 ? 4 : 3;
        struct find *find = find_new(patterns[i], i == 2 ? FIND_REGEX : 0, NULL);
        struct span hit;
        assert_true(find_forward(find, text, size, 1, &hit));
        assert_int_equal(hit.start, 1);
        assert_true(find_forward(find, text, size, 1 + step, &hit));
        assert_int_equal(hit.start, 1 + step);
        assert_false(find_forward(find, text, size, 2 + 2 * step, &hit));
        assert_false(find_forward(find, text, size, size, &hit));
        assert_true(find_backward(find, text, size, size, &hit));
        assert_int_equal(hit.start, 1 + 2 * step);
        assert_true(find_backward(find, text, size, 1 + 2 * step, &hit));
        assert_int_equal(hit.start, 1 + step);
        assert_false(find_backward(find, text, size, 1, &hit));
        assert_false(find_backward(find, text, size, 0, &hit));
        find_free(find);
    }
}

static void all_keeps_to_its_range_and_limit(void **state)
{
    (void)state;
    struct spans hits = { 0 };
    struct find *find = find_new("ab", 0, NULL);
    find_all(find, "ab ab ab ab", 1, 7, 10, &hits);
    assert_int_equal(hits.count, 1);
    assert_int_equal(hits.items[0].start, 3);
    find_all(find, "ab ab ab ab", 0, 11, 2, &hits);
    assert_int_equal(hits.count, 3);
    find_free(find);
    spans_free(&hits);
}

/* ---- the same hits as searching the whole fold ---- */

static const char *const pieces[] = {
    "a", "A", "k", "K", "s", "S", "f", "i", "I",
    "n", "-", "'", "1", " ", " ", "\n", "\n\n", "\xC2\xA0",
    "　", "里", "金", "巴", "，", "。", "’", "—", "ß",
    "ẞ", "İ", "ı", "ſ", "ﬁ", "ﬃ", "ŉ", "é", "e",
    "e\xCC\x81", "\xCC\x81", "\xC2\xAD", "\xE2\x80\x8B", "ｋ",
    "Ｋ", "ａ", "\xE2\x84\xAA", "１", "－",
    "é", "ü", "東", "东", "萬", "\xEF\xA4\x8A", "\xF3\xA0\x84\x80", "я", "Я", "か", "\xE3\x82\x99",
};

static void random_text(uint32_t *random, unsigned most, struct buffer *text)
{
    buffer_truncate(text, 0);
    *random = *random * 1103515245u + 12345u;
    for (unsigned n = 1 + (*random >> 16) % most; n > 0; n--) {
        *random = *random * 1103515245u + 12345u;
        buffer_add_text(text, pieces[(*random >> 16) % (sizeof pieces / sizeof *pieces)]);
    }
}

/* Every place of the pattern in the fold of the whole text, overlapping ones too. */
static void search_fold(const char *pattern, unsigned ignored, const struct buffer *text,
                        struct spans *out)
{
    unsigned flags = FOLD_SPACE | FOLD_LINES | ignored;
    struct fold needle = { 0 }, whole = { 0 };
    fold_text(pattern, strlen(pattern), flags, &needle);
    fold_text(text->data, text->length, flags, &whole);
    for (size_t i = 0; i < needle.length; i++)
        needle.text[i] = needle.text[i] == '\n' ? ' ' : needle.text[i];
    for (size_t i = 0; needle.length > 0 && i + needle.length <= whole.length; i++) {
        uint32_t next = 0;
        size_t end = i + needle.length;
        if (memcmp(whole.text + i, needle.text, needle.length) != 0)
            continue;
        if (end < whole.length)
            utf8_decode(whole.text + end, whole.length - end, &next);
        if (uc_is_general_category_withtable(next, UC_CATEGORY_MASK_M))
            continue;
        size_t last = fold_unit_end(text->data, text->length, whole.map[end - 1]);
        if (out->count == 0 || out->items[out->count - 1].start != whole.map[i])
            spans_add(out, whole.map[i], last);
    }
    fold_free(&needle);
    fold_free(&whole);
}

static bool is_changed(const char *pattern, unsigned flag)
{
    struct fold plain = { 0 }, other = { 0 };
    fold_text(pattern, strlen(pattern), 0, &plain);
    fold_text(pattern, strlen(pattern), flag, &other);
    bool changed = strcmp(plain.text, other.text) != 0;
    fold_free(&plain);
    fold_free(&other);
    return changed;
}

static void check_against_fold(const char *pattern, unsigned flags, const struct buffer *text)
{
    struct spans wanted = { 0 };
    struct span hit;
    struct find *find = find_new(pattern, flags, NULL);
    if (find == NULL)
        return;
    bool capital = false;
    for (size_t at = 0; pattern[at] != '\0';) {
        uint32_t code;
        at += utf8_decode(pattern + at, strlen(pattern + at), &code);
        capital = capital || uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Lu);
    }
    unsigned ignored = capital || (flags & FIND_CASE) != 0 ? 0 : FOLD_CASE;
    ignored |= is_changed(pattern, FOLD_MARKS) ? 0 : FOLD_MARKS;
    ignored |= is_changed(pattern, FOLD_HAN) ? 0 : FOLD_HAN;
    search_fold(pattern, ignored, text, &wanted);
    size_t at = 0;
    for (size_t i = 0; i < wanted.count; i++, at = hit.start + 1) {
        assert_true(find_forward(find, text->data, text->length, at, &hit));
        assert_int_equal(hit.start, wanted.items[i].start);
        assert_int_equal(hit.end, wanted.items[i].end);
    }
    assert_false(find_forward(find, text->data, text->length, at, &hit));
    at = text->length;
    for (size_t i = wanted.count; i > 0; i--, at = hit.start) {
        assert_true(find_backward(find, text->data, text->length, at, &hit));
        assert_int_equal(hit.start, wanted.items[i - 1].start);
        assert_int_equal(hit.end, wanted.items[i - 1].end);
    }
    assert_false(find_backward(find, text->data, text->length, at, &hit));
    find_free(find);
    spans_free(&wanted);
}

static void finds_what_the_whole_fold_has(void **state)
{
    (void)state;
    uint32_t random = 2024;
    struct buffer text = { 0 }, pattern = { 0 };
    for (int round = 0; round < 1500; round++) {
        random_text(&random, 3, &pattern);
        random_text(&random, 120, &text);
        if (round % 2 == 0) /* a pattern that is there, written otherwise */
            buffer_add(&text, pattern.data, pattern.length);
        check_against_fold(pattern.data, round % 3 == 0 ? FIND_CASE : 0, &text);
    }
    buffer_free(&text);
    buffer_free(&pattern);
}

/* Hits across the edges of the windows of a long text. */
static void long_texts_have_no_seams(void **state)
{
    (void)state;
    static const char *const patterns[] = { "needle in", "яблоко я", "针在草" };
    static const char *const fillers[] = { "hay ", "сено ", "草" };
    for (size_t i = 0; i < 3; i++) {
        for (size_t shift = 0; shift < 24; shift += 3) {
            struct buffer text = { 0 };
            struct span hit;
            struct find *find = find_new(patterns[i], 0, NULL);
            while (text.length < (64u << 10) - 40 + shift)
                buffer_add_text(&text, fillers[i]);
            size_t wanted = text.length;
            buffer_add_text(&text, patterns[i]);
            while (text.length < 200000)
                buffer_add_text(&text, fillers[i]);
            assert_true(find_forward(find, text.data, text.length, 0, &hit));
            assert_int_equal(hit.start, wanted);
            assert_true(find_backward(find, text.data, text.length, text.length, &hit));
            assert_int_equal(hit.start, wanted);
            assert_false(find_backward(find, text.data, text.length, wanted, &hit));
            find_free(find);
            buffer_free(&text);
        }
    }
}

/* The letters that fold_text makes from beyond ASCII are all among the anchor's variants. */
static void variants_are_known(unsigned flags)
{
    struct fold fold = { 0 };
    struct find_anchor anchors[128];
    for (unsigned c = '!'; c < 0x7F; c++) {
        char letter = (char)c;
        assert_true(find_anchor_choose(&anchors[c], &letter, 1, flags));
        assert_true(anchors[c].variant_count < ANCHOR_VARIANTS_MAX);
    }
    for (uint32_t code = 0x80; code < 0x110000; code++) {
        char bytes[4];
        if (code >= 0xD800 && code < 0xE000)
            continue;
        size_t size = utf8_encode(code, bytes);
        fold_text(bytes, size, flags, &fold);
        for (size_t i = 0; i < fold.length; i++) {
            unsigned char c = (unsigned char)fold.text[i];
            if (c > ' ' && c < 0x7F)
                assert_int_equal(find_anchor_next(&anchors[c], bytes, size, 0), 0);
        }
    }
    fold_free(&fold);
}

static void anchors_know_their_variants(void **state)
{
    (void)state;
    variants_are_known(FOLD_CASE | FOLD_SPACE);
    variants_are_known(FOLD_CASE | FOLD_SPACE | FOLD_MARKS | FOLD_HAN);
}

static void long_paragraphs_are_searched_in_parts(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct span hit;
    struct find *find = find_new("z+[0-9]", FIND_REGEX, NULL);
    while (text.length < 300000)
        buffer_add_text(&text, "草 hay ");
    size_t wanted = text.length;
    buffer_add_text(&text, "zz1 ");
    while (text.length < 600000)
        buffer_add_text(&text, "hay ");
    assert_true(find_forward(find, text.data, text.length, 0, &hit));
    assert_int_equal(hit.start, wanted);
    assert_int_equal(hit.end, wanted + 3);
    assert_true(find_backward(find, text.data, text.length, text.length, &hit));
    assert_true(hit.end == wanted + 3);
    assert_false(find_backward(find, text.data, text.length, wanted, &hit));
    find_free(find);
    buffer_free(&text);
}

static double seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Comparing them place by place would take half a minute each. */
static void long_patterns_take_linear_time(void **state)
{
    (void)state;
    static const char *const letters[] = { "a", "а", "啊" };
    for (size_t i = 0; i < 3; i++) {
        struct buffer text = { 0 }, pattern = { 0 };
        struct span hit;
        clock_t start = clock();
        while (pattern.length < 100000)
            buffer_add_text(&pattern, letters[i]);
        buffer_add_text(&text, "b");
        buffer_add(&text, pattern.data, pattern.length);
        buffer_add(&text, pattern.data, pattern.length);
        struct find *find = find_new(buffer_text(&pattern), 0, NULL);
        assert_true(find_forward(find, text.data, text.length, 0, &hit));
        assert_int_equal(hit.start, 1);
        assert_int_equal(hit.end, 1 + pattern.length);
        assert_true(find_backward(find, text.data, text.length, text.length, &hit));
        assert_int_equal(hit.start, 1 + pattern.length);
        buffer_add_text(&pattern, "c");
        find_free(find);
        find = find_new(buffer_text(&pattern), 0, NULL);
        assert_false(find_forward(find, text.data, text.length, 0, &hit));
        assert_true(seconds_since(start) < 4);
        find_free(find);
        buffer_free(&text);
        buffer_free(&pattern);
    }
}

static void dense_hits_take_linear_time(void **state)
{
    (void)state;
    static const char *const words[] = { "аб ", "а ", "а\n", "а\u3000" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct buffer text = { 0 };
        struct spans hits = { 0 };
        while (text.length < 400000)
            buffer_add_text(&text, words[i]);
        struct find *find = find_new("а", 0, NULL);
        clock_t start = clock();
        find_all(find, text.data, 0, text.length, SIZE_MAX, &hits);
        assert_int_equal(hits.count, text.length / strlen(words[i]));
        assert_true(seconds_since(start) < 4);
        spans_free(&hits);
        find_free(find);
        buffer_free(&text);
    }
}

static void expressions_that_backtrack_are_given_up(void **state)
{
    (void)state;
    static const char *const patterns[] = { "(.*)(.*)(.*)\\3\\2\\1[yz]", "(a+)+[yz]", "(a|aa)+[bc]" };
    struct buffer text = { 0 };
    struct span hit;
    while (text.length < 200000)
        buffer_add_text(&text, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n\n");
    for (size_t i = 0; i < 3; i++) {
        struct find *find = find_new(patterns[i], FIND_REGEX, NULL);
        clock_t start = clock();
        assert_false(find_gave_up(find));
        assert_false(find_forward(find, text.data, text.length, 0, &hit));
        assert_true(find_gave_up(find));
        assert_true(seconds_since(start) < 4);
        find_free(find);
    }
    struct find *find = find_new("a{3}z", FIND_REGEX, NULL);
    assert_false(find_forward(find, text.data, text.length, 0, &hit));
    assert_false(find_gave_up(find));
    find_free(find);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_a_reader_means),
        cmocka_unit_test(says_what_is_wrong_with_a_pattern),
        cmocka_unit_test(goes_forward_and_back_from_a_place),
        cmocka_unit_test(all_keeps_to_its_range_and_limit),
        cmocka_unit_test(finds_what_the_whole_fold_has),
        cmocka_unit_test(long_texts_have_no_seams),
        cmocka_unit_test(anchors_know_their_variants),
        cmocka_unit_test(long_paragraphs_are_searched_in_parts),
        cmocka_unit_test(long_patterns_take_linear_time),
        cmocka_unit_test(dense_hits_take_linear_time),
        cmocka_unit_test(expressions_that_backtrack_are_given_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
