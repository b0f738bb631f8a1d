#include "text/find_anchor.h"

#include <string.h>

#include <uninorm.h>

#include "text/fold.h"
#include "text/utf8.h"

/* How often each byte comes in prose, half of it English, half Chinese, per 2500. */
static const unsigned char weights[256] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 19, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    235, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 17, 9, 12, 1,
    6, 10, 3, 1, 1, 2, 1, 1, 1, 1, 5, 1, 1, 1, 1, 1,
    1, 8, 2, 5, 1, 1, 1, 1, 1, 3, 1, 1, 1, 5, 1, 3,
    1, 1, 1, 5, 4, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 101, 23, 31, 37, 122, 18, 23, 49, 84, 1, 10, 45, 30, 86, 77,
    26, 1, 59, 73, 89, 25, 8, 19, 2, 15, 1, 1, 1, 1, 1, 1,
    28, 11, 13, 6, 17, 10, 8, 13, 13, 11, 12, 8, 32, 12, 11, 13,
    10, 8, 4, 6, 8, 9, 8, 5, 15, 8, 23, 16, 17, 6, 4, 5,
    4, 8, 4, 4, 9, 9, 5, 6, 10, 5, 4, 4, 7, 9, 15, 14,
    14, 5, 4, 3, 20, 6, 7, 17, 30, 12, 22, 14, 28, 16, 11, 16,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 2, 11, 54, 111, 52, 44, 35, 27, 1, 1, 1, 1, 1, 21,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
};

/* Every code point whose fold holds ASCII lies in these ranges (a test proves it). */
static const struct {
    uint32_t first;
    uint32_t last;
} ascii_sources[] = {
    { 0x00A0, 0x024F }, { 0x02BC, 0x02BC }, { 0x037E, 0x037E }, { 0x1E96, 0x1E9E },
    { 0x1FEF, 0x1FEF }, { 0x2010, 0x203A }, { 0x2100, 0x214F }, { 0x2212, 0x2212 },
    { 0xFB00, 0xFB06 }, { 0xFE58, 0xFE63 }, { 0xFF01, 0xFF5E },
};

static const struct {
    uint32_t first;
    uint32_t last;
} han_sources[] = { { 0xF900, 0xFAFF }, { 0x2F800, 0x2FA1F } };

static void add_variant(struct find_anchor *anchor, uint32_t code)
{
    if (anchor->variant_count < ANCHOR_VARIANTS_MAX)
        anchor->variants[anchor->variant_count++] = code;
}

static void add_ascii_variants(struct find_anchor *anchor, unsigned flags)
{
    struct fold fold = { 0 };
    uint32_t letter = anchor->code;
    if ((flags & FOLD_CASE) != 0 && letter >= 'a' && letter <= 'z')
        add_variant(anchor, letter - 'a' + 'A');
    for (size_t i = 0; i < sizeof ascii_sources / sizeof *ascii_sources; i++) {
        for (uint32_t c = ascii_sources[i].first; c <= ascii_sources[i].last; c++) {
            char bytes[4];
            fold_text(bytes, utf8_encode(c, bytes), flags, &fold);
            if (memchr(fold.text, (int)letter, fold.length) != NULL)
                add_variant(anchor, c);
        }
    }
    fold_free(&fold);
}

static void add_han_variants(struct find_anchor *anchor)
{
    for (size_t i = 0; i < sizeof han_sources / sizeof *han_sources; i++) {
        for (uint32_t c = han_sources[i].first; c <= han_sources[i].last; c++) {
            ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
            if (uc_canonical_decomposition(c, parts) == 1 && parts[0] == anchor->code)
                add_variant(anchor, c);
        }
    }
}

/* Marks the rarest byte of the variant as a stop; returns what that adds to the cost. */
static unsigned add_stop(struct find_anchor *anchor, uint32_t variant)
{
    char bytes[4];
    size_t size = utf8_encode(variant, bytes);
    unsigned char best = (unsigned char)bytes[0];
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (anchor->stops[byte] != 0)
            return 0;
        if (weights[byte] < weights[best])
            best = byte;
    }
    anchor->stops[best] = 1;
    anchor->only = anchor->only == -2 ? best : -1;
    return weights[best];
}

static unsigned prepare(struct find_anchor *anchor, uint32_t code, unsigned flags)
{
    unsigned cost = 0;
    *anchor = (struct find_anchor){ .code = code, .only = -2 };
    add_variant(anchor, code);
    if (code < 0x80)
        add_ascii_variants(anchor, flags);
    else
        add_han_variants(anchor);
    for (size_t i = 0; i < anchor->variant_count; i++)
        cost += add_stop(anchor, anchor->variants[i]);
    return cost;
}

/* A guess at prepare()'s cost that does without the variants. */
static unsigned guess(uint32_t code, unsigned flags)
{
    struct find_anchor anchor = { .only = -2 };
    unsigned cost = add_stop(&anchor, code);
    if ((flags & FOLD_CASE) != 0 && code >= 'a' && code <= 'z')
        cost += add_stop(&anchor, code - 'a' + 'A');
    return cost;
}

bool find_anchor_choose(struct find_anchor *anchor, const char *folded, size_t length,
                        unsigned fold_flags)
{
    unsigned best = 0;
    bool found = false;
    size_t index = 0, best_index = 0, best_offset = 0;
    uint32_t code, best_code = 0;
    for (size_t at = 0, size; at < length; at += size, index++) {
        size = utf8_decode(folded + at, length - at, &code);
        bool fit = (code > ' ' && code < 0x7F) || utf8_is_han(code);
        if (!fit || (found && guess(code, fold_flags) >= best))
            continue;
        found = true;
        best = guess(code, fold_flags);
        best_code = code;
        best_index = index;
        best_offset = at;
    }
    if (!found)
        return false;
    prepare(anchor, best_code, fold_flags);
    anchor->index = best_index;
    anchor->offset = best_offset;
    return true;
}

static bool is_variant(const struct find_anchor *anchor, uint32_t code)
{
    for (size_t i = 0; i < anchor->variant_count; i++) {
        if (anchor->variants[i] == code)
            return true;
    }
    return false;
}

/* Start of the code point that `at` stands in. */
static size_t code_start(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* The next stop byte at or after `at`. Four table look-ups a turn: the loop is bound by the
 * loads, which is a few bytes a nanosecond on any machine. */
static size_t scan_forward(const struct find_anchor *anchor, const char *text, size_t length,
                           size_t at)
{
    const unsigned char *stops = anchor->stops;
    const unsigned char *bytes = (const unsigned char *)text;
    if (anchor->only >= 0) {
        const char *found = memchr(text + at, anchor->only, length - at);
        return found == NULL ? length : (size_t)(found - text);
    }
    while (length - at >= 8 &&
           (stops[bytes[at]] | stops[bytes[at + 1]] | stops[bytes[at + 2]] |
            stops[bytes[at + 3]] | stops[bytes[at + 4]] | stops[bytes[at + 5]] |
            stops[bytes[at + 6]] | stops[bytes[at + 7]]) == 0)
        at += 8;
    while (at < length && stops[bytes[at]] == 0)
        at++;
    return at;
}

/* One past the last stop byte before `at`; 0 when there is none. */
static size_t scan_backward(const struct find_anchor *anchor, const char *text, size_t at)
{
    const unsigned char *stops = anchor->stops;
    const unsigned char *bytes = (const unsigned char *)text;
    while (at >= 8 && (stops[bytes[at - 1]] | stops[bytes[at - 2]] | stops[bytes[at - 3]] |
                       stops[bytes[at - 4]] | stops[bytes[at - 5]] | stops[bytes[at - 6]] |
                       stops[bytes[at - 7]] | stops[bytes[at - 8]]) == 0)
        at -= 8;
    while (at > 0 && stops[bytes[at - 1]] == 0)
        at--;
    return at;
}

size_t find_anchor_next(const struct find_anchor *anchor, const char *text, size_t length,
                        size_t at, uint32_t *code)
{
    while ((at = scan_forward(anchor, text, length, at)) < length) {
        size_t start = code_start(text, at);
        size_t size = utf8_decode(text + start, length - start, code);
        if (is_variant(anchor, *code))
            return start;
        at = start + size > at ? start + size : at + 1;
    }
    return length;
}

size_t find_anchor_previous(const struct find_anchor *anchor, const char *text, size_t length,
                            size_t at, uint32_t *code)
{
    while ((at = scan_backward(anchor, text, at)) > 0) {
        at = code_start(text, at - 1);
        utf8_decode(text + at, length - at, code);
        if (is_variant(anchor, *code))
            return at;
    }
    return SIZE_MAX;
}
