#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

struct bytes {
    const char *bytes;
    size_t length;
};

#define BYTES(literal) { (literal), sizeof(literal) - 1 }

/* What a decoder has to say of ill-formed bytes: how many U+FFFD in all. */
struct ill_formed {
    const char *name;
    struct bytes text;
    size_t replacements;
};

static const struct ill_formed ill_formed_cases[] = {
    { "first continuation alone", BYTES("\x80"), 1 },
    { "last continuation alone", BYTES("\xBF"), 1 },
    { "two continuations", BYTES("\x80\xBF"), 2 },
    { "seven continuations", BYTES("\x80\xBF\x80\xBF\x80\xBF\x80"), 7 },
    { "lead of two, then space", BYTES("\xC2 \xDF "), 2 },
    { "lead of three, then space", BYTES("\xE0 \xEF "), 2 },
    { "lead of four, then space", BYTES("\xF0 \xF4 "), 2 },
    { "leads that never occur", BYTES("\xC0 \xC1 \xF5 \xF8 \xFB \xFC \xFD "), 7 },
    { "two cut short", BYTES("\xC3"), 1 },
    { "three cut after one", BYTES("\xE4"), 1 },
    { "three cut after two", BYTES("\xE4\xB8"), 1 },
    { "E0 cut after two", BYTES("\xE0\xA0"), 1 },
    { "four cut after two", BYTES("\xF0\x9F"), 1 },
    { "four cut after three", BYTES("\xF0\x9F\x98"), 1 },
    { "five-byte form cut short", BYTES("\xF8\x88\x80\x80"), 4 },
    { "six-byte form cut short", BYTES("\xFC\x84\x80\x80\x80"), 5 },
    { "all the cut ones in a row", BYTES("\xC3\xE4\xB8\xF0\x9F\x98\xE0\xA0\xF4\x8F\xBF"), 5 },
    { "FE", BYTES("\xFE"), 1 },
    { "FF", BYTES("\xFF"), 1 },
    { "FE FE FF FF", BYTES("\xFE\xFE\xFF\xFF"), 4 },
    { "slash in two bytes", BYTES("\xC0\xAF"), 2 },
    { "slash in three bytes", BYTES("\xE0\x80\xAF"), 3 },
    { "slash in four bytes", BYTES("\xF0\x80\x80\xAF"), 4 },
    { "slash in five bytes", BYTES("\xF8\x80\x80\x80\xAF"), 5 },
    { "slash in six bytes", BYTES("\xFC\x80\x80\x80\x80\xAF"), 6 },
    { "highest overlong of two", BYTES("\xC1\xBF"), 2 },
    { "highest overlong of three", BYTES("\xE0\x9F\xBF"), 3 },
    { "highest overlong of four", BYTES("\xF0\x8F\xBF\xBF"), 4 },
    { "NUL in two bytes", BYTES("\xC0\x80"), 2 },
    { "NUL in three bytes", BYTES("\xE0\x80\x80"), 3 },
    { "surrogate D800", BYTES("\xED\xA0\x80"), 3 },
    { "surrogate DBFF", BYTES("\xED\xAF\xBF"), 3 },
    { "surrogate DFFF", BYTES("\xED\xBF\xBF"), 3 },
    { "pair of surrogates", BYTES("\xED\xA0\xBD\xED\xB8\x80"), 6 },
    { "110000", BYTES("\xF4\x90\x80\x80"), 4 },
    { "1FFFFF", BYTES("\xF7\xBF\xBF\xBF"), 4 },
    { "truncated, then a letter", BYTES("\xF1\x80\x80" "a\xE1\x80" "b\xC2" "c"), 3 },
    { "the standard's own example", BYTES("a\xF1\x80\x80\xE1\x80\xC2" "b\x80" "c\x80\xBF" "d"), 6 },
    { "a good one between", BYTES("\xE4\xE4\xB8\xAD\xB8"), 2 },
};

static size_t count_replacements(const char *text, size_t length)
{
    size_t found = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t size = utf8_decode(text + at, length - at, &code_point);
        assert_true(size >= 1 && size <= length - at);
        found += code_point == UTF8_REPLACEMENT;
        at += size;
    }
    return found;
}

/* Alone, and behind and before text that the fast paths take: same answer. */
static void ill_formed_bytes_count_as_maximal_subparts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ill_formed_cases / sizeof *ill_formed_cases; i++) {
        const struct ill_formed *given = &ill_formed_cases[i];
        size_t found = count_replacements(given->text.bytes, given->text.length);
        if (found != given->replacements)
            fail_msg("%s: %zu replacements, not %zu", given->name, found, given->replacements);
        if (utf8_is_valid(given->text.bytes, given->text.length))
            fail_msg("%s: called valid", given->name);
        for (size_t before = 0; before < 20; before++) {
            char text[64];
            memset(text, 'x', sizeof text);
            memcpy(text + before, given->text.bytes, given->text.length);
            assert_false(utf8_is_valid(text, sizeof text));
            assert_true(utf8_clean_prefix(text, sizeof text) < before + given->text.length);
            assert_true(utf8_clean_prefix(text, sizeof text) >= before);
        }
    }
}

static void bounds_of_each_length_decode(void **state)
{
    (void)state;
    static const struct {
        struct bytes text;
        uint32_t code_point;
    } good[] = {
        { BYTES("\0"), 0 },
        { BYTES("\x7F"), 0x7F },
        { BYTES("\xC2\x80"), 0x80 },
        { BYTES("\xDF\xBF"), 0x7FF },
        { BYTES("\xE0\xA0\x80"), 0x800 },
        { BYTES("\xED\x9F\xBF"), 0xD7FF },
        { BYTES("\xEE\x80\x80"), 0xE000 },
        { BYTES("\xEF\xBF\xBD"), 0xFFFD },
        { BYTES("\xEF\xBF\xBF"), 0xFFFF },
        { BYTES("\xF0\x90\x80\x80"), 0x10000 },
        { BYTES("\xF4\x8F\xBF\xBF"), 0x10FFFF },
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        uint32_t code_point;
        char again[4];
        size_t length = good[i].text.length;
        assert_int_equal(utf8_decode(good[i].text.bytes, length, &code_point), length);
        assert_int_equal(code_point, good[i].code_point);
        assert_true(utf8_is_valid(good[i].text.bytes, length));
        assert_int_equal(utf8_encode(code_point, again), length);
        assert_memory_equal(again, good[i].text.bytes, length);
    }
}

static void every_code_point_survives_the_way_there_and_back(void **state)
{
    (void)state;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        char bytes[4];
        uint32_t again;
        size_t size = utf8_encode(code_point, bytes);
        bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
        assert_int_equal(utf8_decode(bytes, size, &again), size);
        assert_int_equal(again, surrogate ? UTF8_REPLACEMENT : code_point);
    }
    char bytes[4];
    assert_int_equal(utf8_encode(0x110000, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void nothing_decodes_to_no_bytes(void **state)
{
    (void)state;
    uint32_t code_point;
    assert_int_equal(utf8_decode("", 0, &code_point), 0);
    assert_int_equal(utf8_previous("", 0), 0);
    assert_int_equal(utf8_count("", 0), 0);
    assert_int_equal(utf8_offset("", 0, 5), 0);
    assert_int_equal(utf8_clean_prefix("", 0), 0);
    assert_true(utf8_is_valid("", 0));
}

static void previous_walks_back_over_whole_characters(void **state)
{
    (void)state;
    const char *text = "aé中😀";
    assert_int_equal(utf8_previous(text, 10), 6);
    assert_int_equal(utf8_previous(text, 6), 3);
    assert_int_equal(utf8_previous(text, 3), 1);
    assert_int_equal(utf8_previous(text, 1), 0);
}

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Text of random characters, in runs as real text has them. */
static size_t random_text(uint32_t *seed, char *text, size_t room)
{
    static const uint32_t from[] = { 0x20, 0xA0, 0x4E00, 0x1F300, 0x3001, 0x2013, 0xFF01 };
    static const uint32_t many[] = { 0x5F, 0x500, 0x5000, 0x100, 0x50, 0x14, 0x5E };
    size_t length = 0;
    while (length + 4 * 16 < room) {
        size_t kind = random_next(seed) % 7;
        for (uint32_t run = random_next(seed) % 16; run > 0; run--)
            length += utf8_encode(from[kind] + random_next(seed) % many[kind], text + length);
    }
    return length;
}

static void counting_and_offsets_agree_with_decoding(void **state)
{
    (void)state;
    uint32_t seed = 7;
    char text[3000];
    for (int round = 0; round < 200; round++) {
        size_t length = random_text(&seed, text, 100 + random_next(&seed) % 2900);
        size_t index = 0;
        assert_true(utf8_is_valid(text, length));
        assert_int_equal(utf8_clean_prefix(text, length), length);
        for (size_t at = 0; at < length; index++) {
            uint32_t code_point;
            if (index % 37 == 0)
                assert_int_equal(utf8_offset(text, length, index), at);
            at += utf8_decode(text + at, length - at, &code_point);
        }
        assert_int_equal(utf8_count(text, length), index);
        assert_int_equal(utf8_offset(text, length, index), length);
        assert_int_equal(utf8_offset(text, length, index + 9), length);
    }
}

static void long_texts_count_right(void **state)
{
    (void)state;
    size_t length = 300000;
    char *text = malloc(length);
    assert_non_null(text);
    for (size_t at = 0; at < length; at += 3)
        memcpy(text + at, "中", 3);
    assert_int_equal(utf8_count(text, length), length / 3);
    assert_int_equal(utf8_offset(text, length, 70000), 210000);
    free(text);
}

/* Wherever it stands, in ASCII or among Han, the prefix ends right before it. */
static void clean_prefix_stops_before(const char *unclean, size_t size)
{
    for (size_t before = 0; before < 24; before++) {
        char text[120];
        memset(text, 'x', sizeof text);
        memcpy(text + before, unclean, size);
        assert_int_equal(utf8_clean_prefix(text, 60), before);
        for (size_t at = 0; at + 3 <= sizeof text; at += 3)
            memcpy(text + at, "中", 3);
        memcpy(text + before * 3, unclean, size);
        assert_int_equal(utf8_clean_prefix(text, sizeof text), before * 3);
    }
}

static void clean_prefix_stops_at_what_a_terminal_obeys(void **state)
{
    (void)state;
    for (int byte = 0; byte < 0x80; byte++) {
        char text = (char)byte;
        if (byte == '\t' || byte == '\n' || (byte >= 0x20 && byte < 0x7F))
            assert_int_equal(utf8_clean_prefix(&text, 1), 1);
        else
            clean_prefix_stops_before(&text, 1);
    }
    for (uint32_t code_point = 0x80; code_point < 0xA0; code_point++) {
        char text[4];
        clean_prefix_stops_before(text, utf8_encode(code_point, text));
    }
    clean_prefix_stops_before("\xE2\x80\xA8", 3);
    clean_prefix_stops_before("\xE2\x80\xA9", 3);
    clean_prefix_stops_before("\xED\xA0\x80", 3);
    clean_prefix_stops_before("\xE0\x80\xAF", 3);
    clean_prefix_stops_before("\xE4\xB8\x20", 3);
    clean_prefix_stops_before("\x80", 1);
}

static void clean_prefix_passes_letters_tabs_and_newlines(void **state)
{
    (void)state;
    const char *text = "a\tb\n\u00A0é\u2027\u2030中，。“”\uFEFF😀\uFFFD end\n";
    assert_int_equal(utf8_clean_prefix(text, strlen(text)), strlen(text));
}

static void han_is_ideographs_only(void **state)
{
    (void)state;
    static const uint32_t han[] = { 0x3005, 0x3007, 0x3400, 0x4DBF, 0x4E00, 0x9FFF,
                                    0xF900, 0x20000, 0x2FA1D, 0x30000 };
    static const uint32_t other[] = { 'a', 0x3001, 0x3006, 0x3042, 0x30A2, 0x4DC0, 0xAC00,
                                      0xFF21, 0x1F600, 0x10FFFF };
    for (size_t i = 0; i < sizeof han / sizeof *han; i++)
        assert_true(utf8_is_han(han[i]));
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        assert_false(utf8_is_han(other[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ill_formed_bytes_count_as_maximal_subparts),
        cmocka_unit_test(bounds_of_each_length_decode),
        cmocka_unit_test(every_code_point_survives_the_way_there_and_back),
        cmocka_unit_test(nothing_decodes_to_no_bytes),
        cmocka_unit_test(previous_walks_back_over_whole_characters),
        cmocka_unit_test(counting_and_offsets_agree_with_decoding),
        cmocka_unit_test(long_texts_count_right),
        cmocka_unit_test(clean_prefix_stops_at_what_a_terminal_obeys),
        cmocka_unit_test(clean_prefix_passes_letters_tabs_and_newlines),
        cmocka_unit_test(han_is_ideographs_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
