#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/width.h"

static void check(const char *text, size_t cells)
{
    size_t found = width_text(text, strlen(text));
    if (found != cells)
        fail_msg("%s: %zu cells, not %zu", text, found, cells);
}

static void set_locale(const char *name)
{
    assert_int_equal(setenv("LC_ALL", name, 1), 0);
}

static void measuring_works_in_any_locale(void **state)
{
    (void)state;
    static const char *const names[] = { "C", "no_SUCH.locale", "C.UTF-8" };
    for (size_t i = 0; i < 3; i++) {
        set_locale(names[i]);
        bool sent = width_begin();
        if (i < 2)
            assert_false(sent);
        check("11 Main 被卖", 12);
        check("e\u0301", 1);
        check("😀", 2);
        check("한국어", 6);
    }
}

/* Without width_begin() there is no help from the C library; the answer is still right. */
static void measuring_works_without_a_utf8_locale(void **state)
{
    (void)state;
    setlocale(LC_CTYPE, "C");
    check("😀", 2);
    check("中、", 4);
    check("e\u0301", 1);
    check("Ж", 1);
    set_locale("C.UTF-8");
    width_begin();
}

static void code_points_take_nought_one_or_two(void **state)
{
    (void)state;
    static const struct {
        uint32_t code_point;
        int cells;
    } cases[] = {
        { 'a', 1 },      { 0xE9, 1 },    { 0x301, 0 },   { 0x416, 1 },   { 0x2014, 1 },
        { 0x201C, 1 },   { 0x2026, 1 },  { 0x2500, 1 },  { 0x3000, 2 },  { 0x3001, 2 },
        { 0x3042, 2 },   { 0x30FC, 2 },  { 0x3099, 0 },  { 0x4E2D, 2 },  { 0x3400, 2 },
        { 0xAC00, 2 },   { 0xFF0C, 2 },  { 0xFF71, 1 },  { 0x20000, 2 }, { 0x1F600, 2 },
        { 0x302A, 0 },   { 0xFFFD, 1 },  { 0xA0, 1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (width_code_point(cases[i].code_point) != cases[i].cells)
            fail_msg("U+%04X takes %d", (unsigned)cases[i].code_point,
                     width_code_point(cases[i].code_point));
}

static void labels_are_as_wide_as_they_are_long(void **state)
{
    (void)state;
    assert_int_equal(width_code_point(0x202E), 8);
    assert_int_equal(width_code_point(0xAD), 8);
    assert_int_equal(width_code_point(0xE0001), 9);
    assert_int_equal(width_code_point(0xFE0F), 8);
    assert_int_equal(width_code_point('\n'), 1);
    assert_int_equal(width_code_point(0x1B), 1);
    assert_int_equal(width_code_point(0x9B), 1);
}

/* The shortcuts may not differ from what the terminal's library says. */
static void widths_follow_the_c_library(void **state)
{
    (void)state;
    set_locale("C.UTF-8");
    if (!width_begin())
        skip(); /* no C.UTF-8 on this system */
    for (uint32_t code_point = 0x20; code_point <= 0x10FFFF; code_point++) {
        char label[SANITIZE_LABEL_SIZE];
        int wanted = wcwidth((wchar_t)code_point);
        if (wanted < 0 || sanitize_label(code_point, label) != NULL)
            continue;
        if (width_code_point(code_point) != wanted)
            fail_msg("U+%04X: %d, wcwidth %d", (unsigned)code_point,
                     width_code_point(code_point), wanted);
    }
}

static void joined_selectors_take_no_cell(void **state)
{
    (void)state;
    check("❤\uFE0F", 1);
    check("👩\u200D👩\u200D👧", 6);
    check("葛\U000E0100城", 4);
    check("a\u200Cb", 2);
    check("\uFE0Fa", 9);
    check(" \u200Db", 10);
    check("a\u202Eb", 10);
}

static void a_run_is_as_wide_as_its_clusters(void **state)
{
    (void)state;
    static const uint32_t sample[] = { 'a', ' ', 0x301, 0x4E2D, 0x9F99, 0xFF0C, 0x200D, 0x1F469,
                                       0x1F1E8, 0xFE0F, 0xAC00, 0x201C, 0xE9, 0x202E, 0x3000 };
    uint32_t seed = 3;
    for (int round = 0; round < 2000; round++) {
        char text[200];
        size_t length = 0;
        size_t sum = 0;
        for (int i = 0; i < 30; i++) {
            seed = seed * 1664525u + 1013904223u;
            length += utf8_encode(sample[(seed >> 8) % (sizeof sample / sizeof *sample)],
                                  text + length);
        }
        for (size_t at = 0; at < length;) {
            size_t next = grapheme_next(text, length, at);
            size_t used;
            size_t cells = width_text(text + at, next - at);
            assert_int_equal(width_fit(text + at, length - at, cells, &used) >= next - at, 1);
            sum += cells;
            at = next;
        }
        assert_int_equal(width_text(text, length), sum);
    }
}

static void check_fit(const char *text, size_t cells, size_t bytes, size_t used)
{
    size_t found;
    assert_int_equal(width_fit(text, strlen(text), cells, &found), bytes);
    assert_int_equal(found, used);
}

static void fitting_keeps_clusters_whole(void **state)
{
    (void)state;
    check_fit("11 Main", 4, 4, 4);
    check_fit("11 Main", 7, 7, 7);
    check_fit("11 Main", 99, 7, 7);
    check_fit("中文字", 5, 6, 4);
    check_fit("中文字", 1, 0, 0);
    check_fit("中文字", 0, 0, 0);
    check_fit("", 5, 0, 0);
    check_fit("ae\u0301b", 2, 4, 2);
    check_fit("ae\u0301b", 1, 1, 1);
    check_fit("a中文", 3, 4, 3);
    check_fit("a中文", 2, 1, 1);
    check_fit("👩\u200D👧x", 3, 0, 0);
    check_fit("👩\u200D👧x", 4, 11, 4);
    check_fit("❤\uFE0Fx", 1, 6, 1);
}

static bool uncertain(const char *cluster)
{
    return width_is_uncertain(cluster, strlen(cluster));
}

static void doubtful_widths_are_known(void **state)
{
    (void)state;
    static const char *const doubtful[] = { "“", "…", "—", "é", "│", "😀", "❤", "e\u0301",
                                            "👩\u200D👧", "䷀", "㉈", "\u0301", "�", "🇨🇳", "\x1B" };
    static const char *const certain[] = { "a", " ", "~", "中", "，", "あ", "한", "（",
                                           "\u202E", "\u00AD" };
    for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++)
        if (!uncertain(doubtful[i]))
            fail_msg("%s is not always that wide", doubtful[i]);
    for (size_t i = 0; i < sizeof certain / sizeof *certain; i++)
        if (uncertain(certain[i]))
            fail_msg("%s is as wide everywhere", certain[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measuring_works_in_any_locale),
        cmocka_unit_test(measuring_works_without_a_utf8_locale),
        cmocka_unit_test(code_points_take_nought_one_or_two),
        cmocka_unit_test(labels_are_as_wide_as_they_are_long),
        cmocka_unit_test(widths_follow_the_c_library),
        cmocka_unit_test(joined_selectors_take_no_cell),
        cmocka_unit_test(a_run_is_as_wide_as_its_clusters),
        cmocka_unit_test(fitting_keeps_clusters_whole),
        cmocka_unit_test(doubtful_widths_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
