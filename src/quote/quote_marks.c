#include "quote/quote_marks.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "text/ascii.h"
#include "text/punctuation.h"
#include "text/utf8.h"

#define SINGLE_MOST 1000 /* bytes */

void quote_marks_free(struct quote_marks *marks)
{
    free(marks->items);
    *marks = (struct quote_marks){ 0 };
}

const struct quote_mark *quote_marks_after(const struct quote_marks *marks, size_t offset)
{
    size_t at = 0;
    BISECT(at, marks->count, marks->items[at].outer.end > offset);
    return at < marks->count ? &marks->items[at] : NULL;
}

const struct quote_mark *quote_marks_at(const struct quote_marks *marks, size_t offset)
{
    const struct quote_mark *mark = quote_marks_after(marks, offset);
    return mark != NULL && mark->outer.start <= offset ? mark : NULL;
}

/* Of the facing marks: 1 opens, -1 closes. */
static int facing(uint32_t code)
{
    switch (code) {
    case 0xAB: /* « */
    case 0x201C:
    case 0x201E:
    case 0x300C:
    case 0x300E: return 1;
    case 0xBB:
    case 0x201D:
    case 0x300D:
    case 0x300F: return -1;
    default: return 0;
    }
}

/* Where the ' at `at` is closed: by one behind a stop, with a blank or nothing behind it. 0 where
 * it opens nothing: an apostrophe. */
static size_t straight_close(const char *text, size_t from, size_t at, size_t to)
{
    size_t limit = to - at > SINGLE_MOST ? at + SINGLE_MOST : to;
    bool opens = (at == from || strchr(" \n(", text[at - 1]) != NULL) && at + 2 < to &&
                 ascii_is_capital(text[at + 1]);
    for (size_t i = at + 2; opens && i < limit; i++) {
        if (text[i] == '\'' && strchr(",.!?", text[i - 1]) != NULL &&
            (i + 1 == to || strchr(" \n.,;)", text[i + 1]) != NULL))
            return i;
    }
    return 0;
}

/* Where the ‘ at `at` is closed: by a ’ behind a stop, which no apostrophe is. 0 where it is not,
 * or far away: a ‘90s opens nothing. */
static size_t single_close(const char *text, size_t at, size_t to)
{
    uint32_t code, before = 0;
    size_t limit = to - at > SINGLE_MOST ? at + SINGLE_MOST : to;
    size_t size = utf8_decode(text + at, to - at, &code);
    for (at += size; at < limit; at += size) {
        size = utf8_decode(text + at, to - at, &code);
        if (code == 0x2018)
            return 0;
        if (code == 0x2019 && before < 0x80 && before != 0 && strchr(",.!?", (int)before) != NULL)
            return at;
        before = code;
    }
    return 0;
}

struct pairing_state {
    struct quote_marks *marks;
    size_t depth;
    bool straight; /* the one that is open is " */
    bool low;      /* it is „, which “ closes */
    struct span open;
};

static void close_pair(struct pairing_state *state, size_t inner_end, size_t end, bool closed)
{
    state->depth = 0;
    if (inner_end > state->open.end)
        VECTOR_PUSH(state->marks, (struct quote_mark){ { state->open.start, end },
                                                       { state->open.end, inner_end },
                                                       closed });
}

static void see_mark(struct pairing_state *state, size_t at, size_t size, int face,
                     bool after_digit)
{
    bool straight = face == 0;
    if (state->depth == 0) {
        if (face < 0 || (straight && after_digit))
            return;
        state->straight = straight;
        state->open = (struct span){ at, at + size };
        state->depth = 1;
    } else if (straight != state->straight) {
        return;
    } else if (face > 0) {
        state->depth++;
    } else if (--state->depth == 0) {
        close_pair(state, at, at + size, true);
    }
}

/* Whether the first mark closes and none has opened: a facing one, or the last of an odd number of
 * straight ones. */
static bool closes_first(const char *text, size_t from, size_t to, bool *straight)
{
    uint32_t code;
    size_t count = 0;
    for (size_t at = from, size; at < to; at += size) {
        size = utf8_decode(text + at, to - at, &code);
        int face = facing(code);
        if (face != 0 && count == 0)
            return face < 0;
        if (code == '"' && at == from)
            return false;
        count += code == '"';
    }
    *straight = true;
    return count % 2 == 1;
}

/* The bytes of a letter or a Han character, which are no marks; 0 for all others. */
static size_t plain_size(const char *text, size_t at, size_t to)
{
    unsigned char byte = (unsigned char)text[at];
    if (byte < 0x80)
        return byte != '"' && byte != '\'';
    return byte >= 0xE4 && byte <= 0xE9 && to - at >= 3 &&
                   ((unsigned char)text[at + 1] & 0xC0) == 0x80 &&
                   ((unsigned char)text[at + 2] & 0xC0) == 0x80
               ? 3
               : 0;
}

void quote_marks_find(const char *text, size_t from, size_t to, bool inside,
                      struct quote_marks *marks)
{
    struct pairing_state state = { .marks = marks };
    uint32_t code, before = 0;
    if (inside && closes_first(text, from, to, &state.straight)) {
        state.depth = 1;
        state.open = (struct span){ from, from };
    }
    for (size_t at = from; at < to;) {
        size_t plain = plain_size(text, at, to);
        if (plain > 0) {
            before = plain == 1 ? (unsigned char)text[at] : 0;
            at += plain;
            continue;
        }
        size_t size = utf8_decode(text + at, to - at, &code);
        int face = facing(code);
        size_t close = code == 0x2018 && state.depth == 0 ? single_close(text, at, to) : 0;
        if (code == '\'' && state.depth == 0)
            close = straight_close(text, from, at, to);
        if (close > 0) {
            state.open = (struct span){ at, at + size };
            at = close + size;
            close_pair(&state, close, at, true);
            before = 0x2019;
            continue;
        }
        if (code == 0x201E && state.depth == 0)
            state.low = true;
        else if (state.low && code == 0x201C)
            face = -1;
        state.low = state.low && !(state.depth == 1 && face < 0);
        if (face != 0 || code == '"')
            see_mark(&state, at, size, face, punctuation_is_digit(before));
        before = code;
        at += size;
    }
    if (state.depth > 0)
        close_pair(&state, to, to, false);
}
