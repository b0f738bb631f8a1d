#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/grapheme.h"
#include "text/utf8.h"

/* `parts` is the text with | between its clusters; both directions must find them. */
static void check(const char *parts)
{
    char text[400];
    size_t ends[400];
    size_t length = 0;
    size_t count = 0;
    for (const char *c = parts; *c != '\0'; c++) {
        if (*c == '|')
            ends[count++] = length;
        else
            text[length++] = *c;
    }
    ends[count] = length;
    size_t at = 0;
    for (size_t i = 0; i <= count; i++) {
        size_t next = grapheme_next(text, length, at);
        if (next != ends[i])
            fail_msg("%s: after byte %zu comes %zu, not %zu", parts, at, next, ends[i]);
        size_t previous = grapheme_previous(text, ends[i]);
        if (previous != at)
            fail_msg("%s: before byte %zu comes %zu, not %zu", parts, ends[i], previous, at);
        at = next;
    }
}

static void letters_and_han_are_clusters_of_their_own(void **state)
{
    (void)state;
    check("a");
    check("1|1| |M|a|i|n|，|阿|里|“|巴|”|a|巴");
    check("é|ü|ß|…|—|中|!");
}

static void marks_stay_with_their_base(void **state)
{
    (void)state;
    check("e\u0301|a|e\u0301\u0323|中");
    check("中\uFE00|文\U000E0100|字");
    check("は\u3099|か");
    check("a|नि|ष\u094D");
    check("“\u0301|中");
    check("ﾊ\uFF9E|ﾊ");
}

static void line_ends_are_clusters(void **state)
{
    (void)state;
    check("a|\r\n|b|\n|\n|\t|\u0301|c");
    check("中|\n|\u0301");
}

static void hangul_syllables_compose(void **state)
{
    (void)state;
    check("\u1112\u1161\u11AB|\u1100\u1173\u11AF|한|국");
}

static void emoji_sequences_stay_whole(void **state)
{
    (void)state;
    check("a|👩\u200D👩\u200D👧\u200D👦|b");
    check("👍🏽|👍|中");
    check("❤\uFE0F|1\uFE0F\u20E3|2");
    check("👩🏻\u200D👩🏻\u200D👧🏻\u200D👦🏻|中");
    check("👩\u200D|a|👦"); /* no pictograph behind the joiner */
    check("a\u200D|👦");    /* none before it */
}

static void flags_are_pairs(void **state)
{
    (void)state;
    check("🇨🇳|🇺🇸|🇨");
    check("a|🇨🇳|🇺🇸|b|🇨|c|🇺🇸");
}

static void a_flood_is_cut_alike_in_both_directions(void **state)
{
    (void)state;
    char text[1 + 2 * 700];
    size_t length = sizeof text;
    size_t starts[200];
    size_t count = 0;
    text[0] = 'a';
    for (size_t at = 1; at < length; at += 2)
        memcpy(text + at, "\u0301", 2);
    for (size_t at = 0; at < length; at = grapheme_next(text, length, at)) {
        starts[count++] = at;
        assert_true(grapheme_next(text, length, at) - at <= GRAPHEME_LIMIT);
        assert_true(at == 0 || (at - 1) % 2 == 0);
    }
    assert_true(count > length / GRAPHEME_LIMIT);
    size_t at = length;
    while (count > 0) {
        at = grapheme_previous(text, at);
        assert_int_equal(at, starts[--count]);
    }
    assert_int_equal(at, 0);
}

static void ends_are_safe(void **state)
{
    (void)state;
    assert_int_equal(grapheme_next("", 0, 0), 0);
    assert_int_equal(grapheme_next("ab", 2, 2), 2);
    assert_int_equal(grapheme_next("ab", 2, 9), 2);
    assert_int_equal(grapheme_previous("ab", 0), 0);
    assert_int_equal(grapheme_next("\xE4", 1, 0), 1); /* ill-formed: no harm */
    assert_int_equal(grapheme_previous("\xB8", 1), 0);
}

/* Over random text, going there and going back meet the same boundaries. */
static void there_and_back_again(void **state)
{
    (void)state;
    static const uint32_t sample[] = { 'a', ' ', '\n', '\r', 0x301, 0x4E2D, 0xFF0C, 0x200D,
                                       0x1F469, 0x1F1E8, 0xFE0F, 0x1100, 0x1161, 0x11A8, 0x903,
                                       0x600, 0x1F3FB, 0xAC00, 0x201C, 0xE9, 0xA9 };
    uint32_t seed = 5;
    for (int round = 0; round < 3000; round++) {
        char text[300];
        size_t starts[300];
        size_t count = 0;
        size_t length = 0;
        for (int i = 0; i < 40; i++) {
            seed = seed * 1664525u + 1013904223u;
            length += utf8_encode(sample[(seed >> 8) % (sizeof sample / sizeof *sample)],
                                  text + length);
        }
        for (size_t at = 0; at < length; at = grapheme_next(text, length, at))
            starts[count++] = at;
        for (size_t at = length; at > 0;) {
            at = grapheme_previous(text, at);
            assert_true(count > 0);
            assert_int_equal(at, starts[--count]);
        }
        assert_int_equal(count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_and_han_are_clusters_of_their_own),
        cmocka_unit_test(marks_stay_with_their_base),
        cmocka_unit_test(line_ends_are_clusters),
        cmocka_unit_test(hangul_syllables_compose),
        cmocka_unit_test(emoji_sequences_stay_whole),
        cmocka_unit_test(flags_are_pairs),
        cmocka_unit_test(a_flood_is_cut_alike_in_both_directions),
        cmocka_unit_test(ends_are_safe),
        cmocka_unit_test(there_and_back_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
