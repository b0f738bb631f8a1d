#include "text/word.h"

#include <stdint.h>

#include <unictype.h>
#include <uniwbrk.h>

#include "text/ascii.h"
#include "text/punctuation.h"
#include "text/utf8.h"

/* How far a window reaches for white space or Han, where a word boundary is certain. A run
 * without either that is longer (no language's word) is cut at multiples of it. */
#define WORD_REACH 4096
#define MARKS_MOST 4 /* before a word: —“‘( */

struct window {
    size_t start;
    size_t end;
    char marks[2 * WORD_REACH + 8]; /* from uniwbrk: 1 where a segment starts */
};

static bool is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static bool han_at(const char *text, size_t length, size_t at, size_t *size)
{
    uint32_t code_point;
    *size = 1;
    if ((unsigned char)text[at] < 0xE3)
        return false;
    *size = utf8_decode(text + at, length - at, &code_point);
    return utf8_is_han(code_point);
}

/* Han at `at` with the variation selectors and marks that follow it. */
static size_t han_end(const char *text, size_t length, size_t at)
{
    uint32_t code_point;
    size_t size = utf8_decode(text + at, length - at, &code_point);
    for (at += size; at < length && (unsigned char)text[at] >= 0xCC; at += size) {
        size = utf8_decode(text + at, length - at, &code_point);
        int property = uc_wordbreak_property(code_point);
        if (property != WBP_EXTEND && property != WBP_FORMAT && property != WBP_ZWJ)
            break;
    }
    return at;
}

/* First code point that starts at or after `at`. */
static size_t code_point_from(const char *text, size_t length, size_t at)
{
    while (at < length && ((unsigned char)text[at] & 0xC0) == 0x80)
        at++;
    return at;
}

/* The nearest certain boundary at or before `at`, which stands at a code point's start. */
static size_t safe_start(const char *text, size_t length, size_t at)
{
    size_t size;
    size_t floor = at > WORD_REACH ? at - WORD_REACH : 0;
    for (size_t i = at; i > 0; i = utf8_previous(text, i)) {
        if (han_at(text, length, i, &size))
            return han_end(text, length, i) <= at ? han_end(text, length, i) : i;
        if (is_white(text[i]) || is_white(text[i - 1]))
            return i;
        if (i < floor)
            return code_point_from(text, length, at - at % WORD_REACH);
    }
    if (at > 0 && han_at(text, length, 0, &size) && han_end(text, length, 0) <= at)
        return han_end(text, length, 0);
    return 0;
}

static size_t white_end(const char *text, size_t length, size_t at)
{
    while (at < length && is_white(text[at]))
        at++;
    return at;
}

/* The nearest certain boundary after `at`. */
static size_t safe_end(const char *text, size_t length, size_t at)
{
    size_t size;
    uint32_t code_point;
    if (is_white(text[at]))
        return white_end(text, length, at);
    for (size_t i = at; i < length; i += utf8_decode(text + i, length - i, &code_point)) {
        if (is_white(text[i]) || han_at(text, length, i, &size))
            return i;
        if (i - at > WORD_REACH)
            return code_point_from(text, length, at - at % WORD_REACH + WORD_REACH);
    }
    return length;
}

/* Fills `window` with the segments around `at` (< length). */
static void window_read(const char *text, size_t length, size_t at, struct window *window)
{
    size_t size;
    at = utf8_start(text, at);
    window->start = safe_start(text, length, at);
    window->end = han_at(text, length, window->start, &size)
                      ? han_end(text, length, window->start)
                      : safe_end(text, length, at);
    if (is_white(text[window->start])) {
        window->marks[0] = 0; /* nothing in it; it may be long */
        return;
    }
    u8_wordbreaks((const uint8_t *)text + window->start, window->end - window->start,
                  window->marks);
}

static size_t segment_end(const struct window *window, size_t start)
{
    size_t end = start + 1;
    while (end < window->end && window->marks[end - window->start] == 0)
        end++;
    return end;
}

static bool has_letter(const char *text, struct span segment)
{
    for (size_t i = segment.start; i < segment.end;) {
        uint32_t code_point;
        i += utf8_decode(text + i, segment.end - i, &code_point);
        if (uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_L |
                                                             UC_CATEGORY_MASK_N))
            return true;
    }
    return false;
}

/* "U.S" takes its last full stop along: letters with a stop between each. */
static size_t dotted_end(const char *text, size_t length, struct span word)
{
    if (word.end >= length || text[word.end] != '.' || (word.end - word.start) % 2 == 0 ||
        word.end - word.start < 3)
        return word.end;
    for (size_t i = word.start; i < word.end; i++) {
        if ((i - word.start) % 2 == 0 ? !ascii_is_letter(text[i]) : text[i] != '.')
            return word.end;
    }
    return word.end + 1;
}

/* First word in the window that starts at or after `at`. */
static bool window_next(const char *text, size_t length, const struct window *window, size_t at,
                        struct span *word)
{
    size_t start = window->start;
    while (start < window->end && !is_white(text[start])) {
        struct span segment = { start, segment_end(window, start) };
        if (start >= at && has_letter(text, segment)) {
            *word = (struct span){ start, dotted_end(text, length, segment) };
            return true;
        }
        start = segment.end;
    }
    return false;
}

bool word_next(const char *text, size_t length, size_t at, struct span *word)
{
    struct window window;
    for (size_t from = at; from < length; from = window.end) {
        window_read(text, length, from, &window);
        if (window_next(text, length, &window, at, word))
            return true;
    }
    return false;
}

bool word_previous(const char *text, size_t length, size_t at, struct span *word)
{
    struct window window;
    bool found = false;
    if (at > length)
        at = length;
    for (size_t to = at; to > 0 && !found; to = window.start) {
        struct span next;
        while (to > 1 && is_white(text[to - 1]))
            to--;
        window_read(text, length, to - 1, &window);
        for (size_t from = window.start;
             window_next(text, length, &window, from, &next) && next.start < at;
             from = next.end) {
            *word = next;
            found = true;
        }
    }
    return found;
}

bool word_at(const char *text, size_t length, size_t at, struct span *word)
{
    return at < length && word_previous(text, length, at + 1, word) && word->end > at;
}

bool word_behind_marks(const char *text, size_t length, size_t at, struct span *word)
{
    size_t marks = 0;
    while (at < length && marks++ < MARKS_MOST && !word_at(text, length, at, word)) {
        uint32_t code;
        at += utf8_decode(text + at, length - at, &code);
        if (punctuation_is_blank(code) || code == '\n')
            return false;
    }
    return at < length && word_at(text, length, at, word);
}
