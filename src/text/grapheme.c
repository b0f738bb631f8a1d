#include "text/grapheme.h"

#include <stdbool.h>
#include <stdint.h>
#include <unictype.h>
#include <unigbrk.h>

#include "text/utf8.h"

/* How far grapheme_previous looks back for a boundary that is certain. Only a flood of
 * marks or flags is longer; its cuts may then fall elsewhere than grapheme_next's. */
#define LOOK_BACK (64 * GRAPHEME_LIMIT)

#define ZERO_WIDTH_JOINER 0x200D

/* A cluster of its own unless something that is not plain follows it: nothing plain
 * extends the character before it or draws in the one behind. */
static bool is_plain(uint32_t code_point)
{
    return (code_point >= 0x20 && code_point <= 0x7E) ||
           (code_point >= 0x4E00 && code_point <= 0x9FFF) ||
           (code_point >= 0xA0 && code_point <= 0x2FF && code_point != 0xAD) ||
           (code_point >= 0x2010 && code_point <= 0x2027) ||
           (code_point >= 0x3000 && code_point <= 0x3029) ||
           (code_point >= 0xFF01 && code_point <= 0xFF5E);
}

/* Bytes of the plain character that starts at `at`, 0 if it is another or costs more than
 * a look to tell: printable ASCII and U+4000-9FFF. */
static size_t plain_size(const char *text, size_t length, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    if (byte >= 0x20 && byte <= 0x7E)
        return 1;
    return byte >= 0xE4 && byte <= 0xE9 && length - at >= 3 ? 3 : 0;
}

/* The same for the character that ends at `at`. */
static size_t plain_size_before(const char *text, size_t at)
{
    if (at >= 1 && (unsigned char)text[at - 1] < 0x80)
        return plain_size(text, at, at - 1);
    return at >= 3 && plain_size(text, at, at - 3) == 3 ? 3 : 0;
}

static bool is_regional(uint32_t code_point)
{
    return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

/* What the rules that look further back than one code point (GB11, GB12) have to know of
 * the cluster so far. libunistring's pairwise test leaves these two to its caller. */
struct state {
    uint32_t last;
    bool pictographic; /* a pictograph and nothing but extenders after it */
    bool odd_regional; /* an odd number of regional indicators */
};

static void state_add(struct state *state, uint32_t code_point)
{
    bool extends = code_point == ZERO_WIDTH_JOINER ||
                   uc_graphemeclusterbreak_property(code_point) == GBP_EXTEND;
    if (!extends)
        state->pictographic = uc_is_property_extended_pictographic(code_point);
    state->odd_regional = is_regional(code_point) && !state->odd_regional;
    state->last = code_point;
}

static bool is_break(const struct state *state, uint32_t code_point)
{
    if (is_regional(state->last) && is_regional(code_point))
        return !state->odd_regional;
    if (state->last == ZERO_WIDTH_JOINER && uc_is_property_extended_pictographic(code_point))
        return !state->pictographic;
    return uc_is_grapheme_break(state->last, code_point);
}

static size_t next_by_rule(const char *text, size_t length, size_t at, uint32_t first)
{
    struct state state = { 0 };
    uint32_t code_point;
    size_t end = at + utf8_decode(text + at, length - at, &code_point);
    state_add(&state, first);
    while (end < length) {
        size_t size = utf8_decode(text + end, length - end, &code_point);
        if (end + size > at + GRAPHEME_LIMIT || is_break(&state, code_point))
            break;
        state_add(&state, code_point);
        end += size;
    }
    return end;
}

size_t grapheme_next(const char *text, size_t length, size_t at)
{
    if (at >= length)
        return length;
    size_t plain = plain_size(text, length, at);
    if (plain > 0 && (at + plain == length || plain_size(text, length, at + plain) > 0))
        return at + plain;
    uint32_t first;
    uint32_t second;
    size_t end = at + utf8_decode(text + at, length - at, &first);
    if (end >= length)
        return length;
    if (is_plain(first)) {
        utf8_decode(text + end, length - end, &second);
        if (is_plain(second))
            return end;
    }
    return next_by_rule(text, length, at, first);
}

/* A boundary whatever stands before `before`. */
static bool is_certain(uint32_t before, uint32_t code_point)
{
    if (is_plain(before) && is_plain(code_point))
        return true;
    return before != ZERO_WIDTH_JOINER && !(is_regional(before) && is_regional(code_point)) &&
           uc_is_grapheme_break(before, code_point);
}

/* The nearest certain boundary before `at`. */
static size_t certain_start(const char *text, size_t at)
{
    size_t floor = at > LOOK_BACK ? at - LOOK_BACK : 0;
    size_t start = utf8_previous(text, at);
    uint32_t code_point;
    utf8_decode(text + start, at - start, &code_point);
    while (start > floor) {
        size_t previous = utf8_previous(text, start);
        uint32_t before;
        utf8_decode(text + previous, start - previous, &before);
        if (is_certain(before, code_point))
            break;
        start = previous;
        code_point = before;
    }
    return start;
}

size_t grapheme_previous(const char *text, size_t at)
{
    size_t plain = plain_size_before(text, at);
    if (plain > 0 && (at == plain || plain_size_before(text, at - plain) > 0))
        return at - plain;
    if (at == 0)
        return 0;
    size_t start = certain_start(text, at);
    size_t next = grapheme_next(text, at, start);
    while (next < at) {
        start = next;
        next = grapheme_next(text, at, start);
    }
    return start;
}
