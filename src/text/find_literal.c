#include "text/find_literal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>

#include "base/bisect.h"
#include "base/xalloc.h"
#include "text/find_anchor.h"
#include "text/fold.h"
#include "text/utf8.h"

#define PART_SIZE ((size_t)64 << 10) /* what is folded at once without an anchor */
#define FIRST_PART ((size_t)64)      /* ... at first, so that hits close together stay cheap */
#define ANCHOR_LIMIT 64              /* code points of a pattern that is compared at each anchor */
#define MARGIN 64                    /* bytes around a pattern that a window takes along */

enum verdict { VERDICT_NO, VERDICT_YES, VERDICT_UNSURE };

struct find_literal {
    char *folded;
    size_t length; /* of `folded`, bytes */
    uint32_t *codes;
    size_t count; /* of `codes` */
    unsigned flags;
    bool whole_word;
    bool anchored;
    struct find_anchor anchor;
    size_t *borders; /* without an anchor: Knuth, Morris and Pratt's table of `folded` */
    struct fold window; /* scratch */
};

/* Where Knuth, Morris and Pratt's algorithm stands in the folded window. */
struct window_scan {
    size_t at;      /* bytes read */
    size_t matched; /* of the pattern, by the last of them */
};

/* The text being searched. */
struct place {
    const char *text;
    size_t length;
};

/* ---- the pattern ---- */

static void decode_pattern(struct find_literal *literal)
{
    literal->codes = xreallocarray(NULL, literal->length, sizeof *literal->codes);
    for (size_t at = 0; at < literal->length; literal->count++)
        at += utf8_decode(literal->folded + at, literal->length - at,
                          &literal->codes[literal->count]);
}

/* borders[i]: the longest proper prefix of the pattern that ends its first i + 1 bytes. */
static size_t *find_borders(const char *pattern, size_t length)
{
    size_t *borders = xreallocarray(NULL, length, sizeof *borders);
    borders[0] = 0;
    for (size_t i = 1, matched = 0; i < length; i++) {
        while (matched > 0 && pattern[i] != pattern[matched])
            matched = borders[matched - 1];
        matched += pattern[i] == pattern[matched];
        borders[i] = matched;
    }
    return borders;
}

/* A long pattern goes without an anchor: compared at each of a million places where its rarest
 * character stands, it would take as many times its length. */
struct find_literal *find_literal_new(const char *pattern, unsigned ignored, bool whole_word)
{
    struct fold fold = { 0 };
    unsigned flags = FOLD_SPACE | FOLD_LINES | ignored;
    fold_text(pattern, strlen(pattern), flags, &fold);
    for (size_t i = 0; i < fold.length; i++) { /* an empty line in a pattern is a space */
        if (fold.text[i] == '\n')
            fold.text[i] = ' ';
    }
    struct find_literal *literal = NULL;
    if (fold.length > 0) {
        literal = xcalloc(1, sizeof *literal);
        literal->folded = xstrndup(fold.text, fold.length);
        literal->length = fold.length;
        literal->flags = flags;
        literal->whole_word = whole_word;
        decode_pattern(literal);
        literal->anchored =
            literal->count <= ANCHOR_LIMIT &&
            find_anchor_choose(&literal->anchor, literal->folded, literal->length, flags);
        if (!literal->anchored)
            literal->borders = find_borders(literal->folded, literal->length);
    }
    fold_free(&fold);
    return literal;
}

void find_literal_free(struct find_literal *literal)
{
    if (literal == NULL)
        return;
    fold_free(&literal->window);
    free(literal->borders);
    free(literal->codes);
    free(literal->folded);
    free(literal);
}

/* ---- whole words ---- */

static bool touches(uint32_t code)
{
    return !utf8_is_han(code) &&
           (code == '_' || uc_is_general_category_withtable(
                               code, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_M));
}

/* Whether letters or digits stand on both sides of `at`. */
static bool splits_word(const char *text, size_t length, size_t at)
{
    uint32_t before, after;
    if (at == 0 || at >= length)
        return false;
    size_t previous = utf8_previous(text, at);
    utf8_decode(text + previous, at - previous, &before);
    utf8_decode(text + at, length - at, &after);
    return touches(before) && touches(after);
}

bool find_literal_is_whole(const char *text, size_t length, struct span span)
{
    return !splits_word(text, length, span.start) && !splits_word(text, length, span.end);
}

/* ---- comparing without folding ---- */

/* Whether what stands at `at` is sure to leave the character before it alone. */
static bool is_closed(const struct find_literal *literal, struct place place, size_t at)
{
    uint32_t code, folded;
    if (at >= place.length || (unsigned char)place.text[at] < 0x80)
        return true;
    utf8_decode(place.text + at, place.length - at, &code);
    return fold_simple(code, literal->flags, &folded);
}

/* A single blank between ASCII characters, which folds to one space. */
static bool is_lone_blank(struct place place, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)place.text;
    return (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\t') && at > 0 &&
           at + 1 < place.length && bytes[at - 1] > ' ' && bytes[at - 1] < 0x80 &&
           bytes[at + 1] > ' ' && bytes[at + 1] < 0x80;
}

/* One step outwards: the code point at `at` against one of the pattern's. */
static enum verdict compare(const struct find_literal *literal, struct place place, size_t at,
                            uint32_t wanted, size_t *size)
{
    uint32_t code, folded;
    *size = utf8_decode(place.text + at, place.length - at, &code);
    if (!fold_simple(code, literal->flags, &folded)) {
        if (!is_lone_blank(place, at))
            return VERDICT_UNSURE;
        folded = ' ';
    }
    if (folded == wanted)
        return VERDICT_YES;
    return is_closed(literal, place, at + *size) ? VERDICT_NO : VERDICT_UNSURE;
}

/* Compares outwards from the anchor that stands at `at`. */
static enum verdict match_simple(const struct find_literal *literal, struct place place, size_t at,
                                 struct span *hit)
{
    const struct find_anchor *anchor = &literal->anchor;
    size_t size;
    enum verdict verdict = compare(literal, place, at, anchor->code, &size);
    if (verdict != VERDICT_YES)
        return VERDICT_UNSURE; /* a variant, so its fold holds the anchor somehow */
    size_t end = at + size;
    for (size_t i = anchor->index + 1; i < literal->count; i++, end += size) {
        if (end >= place.length)
            return VERDICT_NO;
        verdict = compare(literal, place, end, literal->codes[i], &size);
        if (verdict != VERDICT_YES)
            return verdict;
    }
    if (!is_closed(literal, place, end))
        return VERDICT_UNSURE;
    for (size_t i = anchor->index; i > 0; i--) {
        if (at == 0)
            return VERDICT_NO;
        at = utf8_previous(place.text, at);
        verdict = compare(literal, place, at, literal->codes[i - 1], &size);
        if (verdict != VERDICT_YES)
            return verdict;
    }
    *hit = (struct span){ at, end };
    return VERDICT_YES;
}

/* ---- comparing over a fold ---- */

/* First folded byte that comes from `offset` of the window or later. */
static size_t folded_index(const struct fold *fold, size_t offset)
{
    size_t low = 0;
    BISECT(low, fold->length, fold->map[low] >= offset);
    return low;
}

/* No mark follows that would belong to the pattern's last character, which ends at folded[end]. */
static bool ends_cleanly(const struct find_literal *literal, size_t end)
{
    const struct fold *fold = &literal->window;
    uint32_t code;
    if (end == fold->length || (unsigned char)fold->text[end] < 0x80)
        return true;
    utf8_decode(fold->text + end, fold->length - end, &code);
    return !uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M);
}

static bool matches_fold(const struct find_literal *literal, size_t at)
{
    const struct fold *fold = &literal->window;
    size_t end = at + literal->length;
    return end <= fold->length && memcmp(fold->text + at, literal->folded, literal->length) == 0 &&
           ends_cleanly(literal, end);
}

/* The original span of the pattern at folded[at] of the window that began at `start`. */
static struct span original_span(const struct find_literal *literal, struct place place,
                                 size_t start, size_t at)
{
    const struct fold *fold = &literal->window;
    size_t last = start + fold->map[at + literal->length - 1];
    return (struct span){ start + fold->map[at],
                          fold_unit_end(place.text, place.length, last) };
}

/* Folds from `start` (fold_start_before) at least up to `reach`, and on until `need` folded bytes come
 * from `reach` and after or the text ends. */
static void fold_window(struct find_literal *literal, struct place place, size_t start,
                        size_t reach, size_t need)
{
    for (size_t more = 4 * need + MARGIN;; more *= 4) {
        size_t end = place.length - reach > more ? reach + more : place.length;
        end = fold_end_after(place.text, place.length, end);
        fold_text(place.text + start, end - start, literal->flags, &literal->window);
        if (end == place.length ||
            literal->window.length - folded_index(&literal->window, reach - start) >= need)
            return;
    }
}

/* Folds around the anchor at `at` and compares. */
static bool match_folded(struct find_literal *literal, struct place place, size_t at,
                         struct span *hit)
{
    const struct find_anchor *anchor = &literal->anchor;
    const struct fold *fold = &literal->window;
    size_t start, index;
    for (size_t back = 4 * anchor->offset + MARGIN;; back *= 4) {
        start = fold_start_before(place.text, place.length, at > back ? at - back : 0);
        fold_window(literal, place, start, at, literal->length + 4);
        index = folded_index(fold, at - start);
        if (start == 0 || index >= anchor->offset)
            break;
    }
    for (; index < fold->length && fold->map[index] == at - start; index++) {
        if (index >= anchor->offset && matches_fold(literal, index - anchor->offset)) {
            *hit = original_span(literal, place, start, index - anchor->offset);
            return true;
        }
    }
    return false;
}

/* ---- with an anchor ---- */

static bool match_at(struct find_literal *literal, struct place place, size_t at,
                     struct span *hit)
{
    enum verdict verdict = match_simple(literal, place, at, hit);
    if (verdict == VERDICT_NO || (verdict == VERDICT_UNSURE &&
                                  !match_folded(literal, place, at, hit)))
        return false;
    return !literal->whole_word || find_literal_is_whole(place.text, place.length, *hit);
}

static bool anchored_forward(struct find_literal *literal, struct place place, size_t from,
                             struct span *hit)
{
    uint32_t code;
    size_t at = from;
    while ((at = find_anchor_next(&literal->anchor, place.text, place.length, at)) <
           place.length) {
        if (match_at(literal, place, at, hit) && hit->start >= from)
            return true;
        at += utf8_decode(place.text + at, place.length - at, &code);
    }
    return false;
}

/* Beyond this no anchor can belong to a hit that starts before `before`. */
static size_t last_reach(struct find_literal *literal, struct place place, size_t before)
{
    size_t start = fold_start_before(place.text, place.length, before);
    fold_window(literal, place, start, before, literal->length);
    size_t index = folded_index(&literal->window, before - start) + literal->length;
    if (index >= literal->window.length)
        return place.length;
    return fold_unit_end(place.text, place.length, start + literal->window.map[index]);
}

static bool anchored_backward(struct find_literal *literal, struct place place, size_t before,
                              struct span *hit)
{
    size_t at = last_reach(literal, place, before);
    while ((at = find_anchor_previous(&literal->anchor, place.text, place.length, at)) !=
           SIZE_MAX) {
        if (match_at(literal, place, at, hit) && hit->start < before)
            return true;
    }
    return false;
}

/* ---- without ---- */

/* Next place in the window where the pattern stands; SIZE_MAX for none. Each byte of the window is
 * read once, however often the pattern overlaps itself. */
static size_t next_in_window(const struct find_literal *literal, struct window_scan *scan)
{
    const struct fold *fold = &literal->window;
    while (scan->at < fold->length) {
        if (scan->matched == 0) {
            const char *found =
                memchr(fold->text + scan->at, literal->folded[0], fold->length - scan->at);
            if (found == NULL)
                break;
            scan->at = (size_t)(found - fold->text);
        }
        char byte = fold->text[scan->at++];
        while (scan->matched > 0 && literal->folded[scan->matched] != byte)
            scan->matched = literal->borders[scan->matched - 1];
        scan->matched += literal->folded[scan->matched] == byte;
        if (scan->matched < literal->length)
            continue;
        scan->matched = literal->borders[scan->matched - 1];
        if (ends_cleanly(literal, scan->at))
            return scan->at - literal->length;
    }
    return SIZE_MAX;
}

/* First, or else last, hit that starts in [from, to) of a part that is folded from `start`. */
static bool search_part(struct find_literal *literal, struct place place, size_t start,
                        size_t from, size_t to, bool last, struct span *hit)
{
    bool found = false;
    struct window_scan scan = { 0 };
    fold_window(literal, place, start, to, literal->length + 4);
    for (size_t at; (at = next_in_window(literal, &scan)) != SIZE_MAX;) {
        struct span span = original_span(literal, place, start, at);
        if (span.start >= to)
            break;
        if (span.start < from ||
            (literal->whole_word && !find_literal_is_whole(place.text, place.length, span)))
            continue;
        *hit = span;
        found = true;
        if (!last)
            break;
    }
    return found;
}

static size_t next_part(size_t part)
{
    return part < PART_SIZE / 2 ? 2 * part : PART_SIZE;
}

static bool parts_forward(struct find_literal *literal, struct place place, size_t from,
                          struct span *hit)
{
    for (size_t part = FIRST_PART; from < place.length; part = next_part(part)) {
        size_t to = place.length - from > part ? from + part : place.length;
        size_t start = fold_start_before(place.text, place.length, from);
        if (search_part(literal, place, start, from, to, false, hit))
            return true;
        from = to;
    }
    return false;
}

static bool parts_backward(struct find_literal *literal, struct place place, size_t before,
                           struct span *hit)
{
    for (size_t to = before, part = FIRST_PART; to > 0; part = next_part(part)) {
        size_t start = to > part ? to - part : 0;
        start = fold_start_before(place.text, place.length, start);
        if (search_part(literal, place, start, 0, to, true, hit))
            return true;
        to = start;
    }
    return false;
}

bool find_literal_forward(struct find_literal *literal, const char *text, size_t length,
                          size_t from, struct span *hit)
{
    struct place place = { text, length };
    if (from >= length)
        return false;
    return literal->anchored ? anchored_forward(literal, place, from, hit)
                             : parts_forward(literal, place, from, hit);
}

bool find_literal_backward(struct find_literal *literal, const char *text, size_t length,
                           size_t before, struct span *hit)
{
    struct place place = { text, length };
    if (before > length)
        before = length;
    return literal->anchored ? anchored_backward(literal, place, before, hit)
                             : parts_backward(literal, place, before, hit);
}
