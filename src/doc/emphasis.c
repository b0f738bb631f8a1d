#include "doc/emphasis.h"

#include <stdint.h>

#include "text/utf8.h"

static bool is_in(uint32_t c, const uint32_t (*ranges)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    }
    return false;
}

static bool is_wide_mark(uint32_t c)
{
    static const uint32_t ranges[][2] = { { 0x3001, 0x3003 }, { 0x3008, 0x3011 },
                                          { 0x3014, 0x301F }, { 0x3030, 0x3030 },
                                          { 0x303D, 0x303D }, { 0x30A0, 0x30A0 },
                                          { 0x30FB, 0x30FB }, { 0xFE10, 0xFE6B },
                                          { 0xFF01, 0xFF0F }, { 0xFF1A, 0xFF20 },
                                          { 0xFF3B, 0xFF40 }, { 0xFF5B, 0xFF65 } };
    return is_in(c, ranges, sizeof ranges / sizeof *ranges);
}

static bool is_mark(uint32_t c)
{
    static const uint32_t ranges[][2] = { { 0x21, 0x2F },     { 0x3A, 0x40 },     { 0x5B, 0x60 },
                                          { 0x7B, 0x7E },     { 0xA1, 0xA1 },     { 0xA7, 0xA7 },
                                          { 0xAB, 0xAB },     { 0xB6, 0xB7 },     { 0xBB, 0xBB },
                                          { 0xBF, 0xBF },     { 0x2010, 0x2027 }, { 0x2030, 0x205E } };
    return is_wide_mark(c) || is_in(c, ranges, sizeof ranges / sizeof *ranges);
}

static bool is_wide_letter(uint32_t c)
{
    return utf8_is_han(c) || (c >= 0x3041 && c <= 0x30FF && !is_wide_mark(c)) ||
           (c >= 0x3105 && c <= 0x312F) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xFF10 && c <= 0xFF5A && !is_wide_mark(c));
}

static bool is_space(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

/* Whether the mark on one side is in the way, as the other side stands. */
static bool is_in_the_way(uint32_t mark, uint32_t other)
{
    if (!is_mark(mark) || is_space(other) || is_mark(other))
        return false;
    return is_wide_mark(mark) || is_wide_letter(other);
}

struct emphasis_hints emphasis_hints(const char *text, size_t at, size_t run_end, size_t length)
{
    uint32_t before = ' ';
    uint32_t after = ' ';
    if (at > 0) {
        size_t last = utf8_previous(text, at);
        utf8_decode(text + last, at - last, &before);
    }
    if (run_end < length)
        utf8_decode(text + run_end, length - run_end, &after);
    return (struct emphasis_hints){ is_in_the_way(before, after), is_in_the_way(after, before) };
}
