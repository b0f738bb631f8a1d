#include "text/find_anchor.h"

#include <string.h>

#include <uninorm.h>

#include "text/fold.h"
#include "text/hanpairs.h"
#include "text/utf8.h"

/* What makes a pair of bytes a place. */
#define ANCHOR_BEFORE 1 /* the neighbour before the anchor, the anchor in ASCII */
#define ANCHOR_AFTER 2  /* the anchor in ASCII, the neighbour after it */
#define ANCHOR_INSIDE 4 /* two bytes of a variant beyond ASCII */
#define ANCHOR_LEAD 8   /* anything, the lead byte of a variant of two bytes */
#define ANCHOR_LAST 16  /* in `second` only: the last byte of a variant beyond ASCII */

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
    { 0x00A0, 0x024F }, { 0x02BC, 0x02BC }, { 0x037E, 0x037E }, { 0x1E00, 0x1EFF },
    { 0x1FEF, 0x1FEF }, { 0x2010, 0x203A }, { 0x2100, 0x214F }, { 0x2212, 0x2212 }, { 0x2260, 0x226F },
    { 0x300C, 0x300F }, { 0x301D, 0x301F }, { 0xFB00, 0xFB06 }, { 0xFE58, 0xFE63 }, { 0xFF01, 0xFF5E },
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

static bool is_variant(const struct find_anchor *anchor, uint32_t code)
{
    for (size_t i = 0; i < anchor->variant_count; i++) {
        if (anchor->variants[i] == code)
            return true;
    }
    return false;
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

/* The traditional characters of a simplified one. */
static void add_traditional(struct find_anchor *anchor)
{
    uint32_t code;
    for (size_t i = 0; i < hanpairs_count; i++) {
        const char *pair = hanpair(i);
        (void)utf8_decode(pair + HANPAIRS_SIZE / 2, HANPAIRS_SIZE / 2, &code);
        if (code == anchor->code) {
            (void)utf8_decode(pair, HANPAIRS_SIZE / 2, &code);
            add_variant(anchor, code);
        }
    }
}

static void add_han_variants(struct find_anchor *anchor, unsigned flags)
{
    if ((flags & FOLD_HAN) != 0)
        add_traditional(anchor);
    for (size_t i = 0; i < sizeof han_sources / sizeof *han_sources; i++) {
        for (uint32_t c = han_sources[i].first; c <= han_sources[i].last; c++) {
            ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
            if (uc_canonical_decomposition(c, parts) == 1 && is_variant(anchor, parts[0]))
                add_variant(anchor, c);
        }
    }
}

/* Marks the pairs that the bytes of a variant make. */
static void mark_variant(struct find_anchor *anchor, uint32_t variant)
{
    char bytes[4];
    size_t size = utf8_encode(variant, bytes);
    for (size_t i = 0; i + 1 < size; i++) {
        anchor->first[(unsigned char)bytes[i]] |= ANCHOR_INSIDE;
        anchor->second[(unsigned char)bytes[i + 1]] |= ANCHOR_INSIDE;
    }
    if (size > 1)
        anchor->second[(unsigned char)bytes[size - 1]] |= ANCHOR_LAST;
    if (size == 1) {
        anchor->second[(unsigned char)bytes[0]] |= ANCHOR_BEFORE;
        anchor->first[(unsigned char)bytes[0]] |= ANCHOR_AFTER;
    } else if (size == 2) {
        anchor->second[(unsigned char)bytes[0]] |= ANCHOR_LEAD;
        for (unsigned byte = 0; byte < 256; byte++)
            anchor->first[byte] |= ANCHOR_LEAD;
    }
}

/* Which bytes may stand where the pattern has its neighbour `code` of the anchor: itself, its
 * capital, any blank for a space, and all beyond ASCII, which only a fold can judge.
 * Anything when there is no neighbour, or one that may be written as a letter and marks. */
static void mark_neighbour(unsigned char table[256], unsigned char bit, uint32_t code,
                           unsigned flags)
{
    bool letter = (flags & FOLD_CASE) != 0 && code >= 'a' && code <= 'z';
    for (unsigned byte = 0; byte < 256; byte++) {
        bool blank = code == ' ' && (byte == ' ' || (byte >= '\t' && byte <= '\r'));
        bool capital = letter && byte == code - 'a' + 'A';
        bool open = code == 0 || (code >= 0x80 && !utf8_is_han(code));
        if (open || byte >= 0x80 || byte == code || capital || blank)
            table[byte] |= bit;
    }
}

/* The pattern as find_anchor_choose walks over it. */
struct step {
    uint32_t before; /* 0 at the start */
    uint32_t code;
    uint32_t after; /* 0 at the end */
    size_t index;
    size_t offset;
};

/* How often the ASCII character is met; a missing neighbour is always met. */
static unsigned frequency(uint32_t code, unsigned flags)
{
    if (code == 0)
        return 2500;
    if (code >= 0x80)
        return utf8_is_han(code) ? 500 : 2500;
    bool letter = (flags & FOLD_CASE) != 0 && code >= 'a' && code <= 'z';
    return weights[code] + (letter ? weights[code - 'a' + 'A'] : 0u);
}

/* Dashes and quotes beyond ASCII are common in every text. */
#define DASH_COST 100000u

/* How often the scan would stop for nothing. */
static unsigned step_cost(const struct step *step, unsigned flags)
{
    char bytes[4];
    unsigned cost = 0;
    if (step->code < 0x80)
        cost = step->code == '-' || step->code == '\'' || step->code == '"' ? DASH_COST : 0;
    if (step->code < 0x80)
        return cost + frequency(step->code, flags) *
                          (frequency(step->before, flags) + frequency(step->after, flags));
    size_t size = utf8_encode(step->code, bytes);
    for (size_t i = 0; i + 1 < size; i++)
        cost += (unsigned)weights[(unsigned char)bytes[i]] * weights[(unsigned char)bytes[i + 1]];
    return cost;
}

static void prepare(struct find_anchor *anchor, const struct step *step, unsigned flags)
{
    *anchor = (struct find_anchor){
        .code = step->code, .index = step->index, .offset = step->offset,
    };
    add_variant(anchor, step->code);
    if (step->code < 0x80)
        add_ascii_variants(anchor, flags);
    else
        add_han_variants(anchor, flags);
    for (size_t i = 0; i < anchor->variant_count; i++)
        mark_variant(anchor, anchor->variants[i]);
    mark_neighbour(anchor->first, ANCHOR_BEFORE, step->before, flags);
    mark_neighbour(anchor->second, ANCHOR_AFTER, step->after, flags);
}

static bool is_fit(uint32_t code)
{
    return (code > ' ' && code < 0x7F) || utf8_is_han(code);
}

bool find_anchor_choose(struct find_anchor *anchor, const char *folded, size_t length,
                        unsigned fold_flags)
{
    struct step step = { 0 };
    struct step best = { 0 };
    unsigned best_cost = 0;
    size_t size;
    for (; step.offset < length; step.offset += size, step.index++) {
        size = utf8_decode(folded + step.offset, length - step.offset, &step.code);
        step.after = 0;
        if (step.offset + size < length)
            utf8_decode(folded + step.offset + size, length - step.offset - size, &step.after);
        if (is_fit(step.code) && (best.code == 0 || step_cost(&step, fold_flags) < best_cost)) {
            best = step;
            best_cost = step_cost(&step, fold_flags);
        }
        step.before = step.code;
    }
    if (best.code == 0)
        return false;
    prepare(anchor, &best, fold_flags);
    return true;
}

/* Not zero when the two bytes at `at` are a place. */
static inline unsigned is_place(const struct find_anchor *anchor, const char *text, size_t at)
{
    return (unsigned)(anchor->first[(unsigned char)text[at]] &
                      anchor->second[(unsigned char)text[at + 1]]);
}

/* The next pair at or after `at` that is a place; a last single byte is always one. */
static size_t scan_forward(const struct find_anchor *anchor, const char *text, size_t length,
                           size_t at)
{
    while (length - at >= 8 &&
           (is_place(anchor, text, at) | is_place(anchor, text, at + 2) |
            is_place(anchor, text, at + 4) | is_place(anchor, text, at + 6)) == 0)
        at += 8;
    while (length - at >= 2 && is_place(anchor, text, at) == 0)
        at += 2;
    return at;
}

/* The end of the last pair before `at` that is a place; a first single byte is always one. */
static size_t scan_backward(const struct find_anchor *anchor, const char *text, size_t at)
{
    while (at >= 8 && (is_place(anchor, text, at - 2) | is_place(anchor, text, at - 4) |
                       is_place(anchor, text, at - 6) | is_place(anchor, text, at - 8)) == 0)
        at -= 8;
    while (at >= 2 && is_place(anchor, text, at - 2) == 0)
        at -= 2;
    return at;
}

/* Whether the ASCII at `at` is the anchor, with both neighbours as they should be. */
static bool ascii_at(const struct find_anchor *anchor, const char *text, size_t length, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)text;
    return (anchor->first[bytes[at]] & ANCHOR_AFTER) != 0 &&
           (at == 0 || (anchor->first[bytes[at - 1]] & ANCHOR_BEFORE) != 0) &&
           (at + 1 == length || (anchor->second[bytes[at + 1]] & ANCHOR_AFTER) != 0);
}

static bool variant_at(const struct find_anchor *anchor, const char *text, size_t length,
                       size_t start)
{
    uint32_t code;
    unsigned char lead = (unsigned char)text[start];
    if (lead < 0x80)
        return ascii_at(anchor, text, length, start);
    size_t last = start + (lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1);
    if (last >= length || (anchor->second[(unsigned char)text[last]] & ANCHOR_LAST) == 0)
        return false;
    utf8_decode(text + start, length - start, &code);
    return is_variant(anchor, code);
}

size_t find_anchor_next(const struct find_anchor *anchor, const char *text, size_t length,
                        size_t at)
{
    size_t from = at;
    while ((at = scan_forward(anchor, text, length, at)) < length) {
        for (size_t i = at; i < at + 2 && i < length; i++) {
            size_t start = utf8_start(text, i);
            if (start >= from && variant_at(anchor, text, length, start))
                return start;
        }
        at = length - at > 2 ? at + 2 : length;
    }
    return length;
}

size_t find_anchor_previous(const struct find_anchor *anchor, const char *text, size_t length,
                            size_t at)
{
    size_t before = at;
    while (at < length && ((unsigned char)text[at] & 0xC0) == 0x80)
        at++;
    while ((at = scan_backward(anchor, text, at)) > 0) {
        for (size_t i = at; i + 2 > at && i > 0; i--) {
            size_t start = utf8_start(text, i - 1);
            if (start < before && variant_at(anchor, text, length, start))
                return start;
        }
        at = at > 2 ? at - 2 : 0;
    }
    return SIZE_MAX;
}
