#include "text/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/xalloc.h"
#include "text/ascii.h"
#include "text/hanpairs.h"
#include "text/utf8.h"

#define CLUSTER_MAX 32 /* code points normalised together; a longer flood is cut */
#define FOLDED_MAX (CLUSTER_MAX * 4)

struct folder {
    const char *text;
    size_t length;
    unsigned flags;
    bool wide; /* the last character was Han or its punctuation */
    struct fold *out;
};

/* A base and the marks on it, with where each came from. */
struct cluster {
    uint32_t codes[CLUSTER_MAX];
    uint32_t offsets[CLUSTER_MAX];
    size_t count;
};

/* ---- output ---- */

static void reserve(struct fold *fold, size_t more)
{
    size_t need = fold->length + more + 1;
    if (need <= fold->capacity)
        return;
    size_t capacity = fold->capacity < 128 ? 128 : fold->capacity;
    while (capacity < need)
        capacity *= 2;
    fold->text = xrealloc(fold->text, capacity);
    fold->map = xreallocarray(fold->map, capacity, sizeof *fold->map);
    fold->capacity = capacity;
}

static void emit_bytes(struct fold *fold, const char *bytes, size_t length, size_t offset)
{
    reserve(fold, length);
    for (size_t i = 0; i < length; i++) {
        fold->text[fold->length] = bytes[i];
        fold->map[fold->length++] = (uint32_t)offset;
    }
}

static void emit_code(struct fold *fold, uint32_t code, size_t offset)
{
    char bytes[4];
    emit_bytes(fold, bytes, utf8_encode(code, bytes), offset);
}

/* ---- single code points ---- */

/* Han or the punctuation set with it: no space stands for a line break between these. */
static bool is_wide(uint32_t code)
{
    return utf8_is_han(code) || (code >= 0x3001 && code <= 0x303F) ||
           (code >= 0xFF01 && code <= 0xFF65);
}

/* Width, quotes and hyphens. */
static uint32_t to_ascii(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E)
        return code - 0xFEE0;
    switch (code) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x02BC: case 0x2032:
    case 0x2039: case 0x203A:
        return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0xAB: case 0xBB:
    case 0x300C: case 0x300D: case 0x300E: case 0x300F: case 0x301D: case 0x301E: case 0x301F:
        return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
    case 0x2212: case 0xFE58: case 0xFE63:
        return '-';
    case 0xFFE0: return 0xA2;
    case 0xFFE1: return 0xA3;
    case 0xFFE5: return 0xA5;
    case 0xFFE6: return 0x20A9;
    default: return code;
    }
}

/* Han, kana, Hangul syllables, and the punctuation set with them but for quotation marks: no case, no
 * decomposition that would change them. */
static bool is_plain(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3001 && code <= 0x300B) ||
           (code >= 0x3010 && code <= 0x301C) || (code >= 0x3020 && code <= 0x3029) ||
           (code >= 0x3400 && code <= 0x4DBF) || (code >= 0xAC00 && code <= 0xD7A3);
}

static bool is_dropped(uint32_t code)
{
    return !is_plain(code) && uc_is_property_default_ignorable_code_point(code);
}

static bool is_mark(uint32_t code)
{
    return code >= 0x300 && !is_plain(code) &&
           uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M);
}

/* Joins the character before it: a mark, or a Hangul vowel or final. */
static bool is_attached(uint32_t code)
{
    return is_mark(code) || (code >= 0x1160 && code <= 0x11FF);
}

size_t fold_white_space(const char *text, size_t length, size_t at)
{
    unsigned char first = (unsigned char)text[at];
    if (first < 0x80)
        return first == ' ' || (first >= '\t' && first <= '\r');
    if (first != 0xC2 && (first < 0xE1 || first > 0xE3))
        return 0;
    uint32_t code;
    size_t size = utf8_decode(text + at, length - at, &code);
    bool white = code == 0x85 || code == 0xA0 || code == 0x1680 ||
                 (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
                 code == 0x202F || code == 0x205F || code == 0x3000;
    return white ? size : 0;
}

uint32_t fold_simplified(uint32_t code)
{
    char bytes[4];
    uint32_t simplified = code;
    if (code < HANPAIRS_FIRST || code > HANPAIRS_LAST)
        return code;
    size_t block = (code - HANPAIRS_FIRST) / HANPAIRS_BLOCK;
    size_t low = hanpairs_from[block], high = hanpairs_from[block + 1];
    if (low == high || utf8_encode(code, bytes) != HANPAIRS_SIZE / 2)
        return code;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *pair = hanpair(hanpairs_order[middle]);
        int order = memcmp(bytes, pair, HANPAIRS_SIZE / 2);
        if (order == 0) {
            (void)utf8_decode(pair + HANPAIRS_SIZE / 2, HANPAIRS_SIZE / 2, &simplified);
            return simplified;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return code;
}

static uint32_t fold_code(uint32_t code, unsigned flags)
{
    return (flags & FOLD_HAN) != 0 ? fold_simplified(code) : code;
}

/* ---- runs ---- */

/* Copies ASCII that no mark can follow, with single spaces inside it; stops before other
 * white space and before the last character that precedes anything beyond ASCII. */
static size_t fold_ascii(struct folder *folder, size_t at)
{
    const char *text = folder->text;
    struct fold *out = folder->out;
    bool fold_case = (folder->flags & FOLD_CASE) != 0;
    size_t end = at;
    while (end < folder->length &&
           (text[end] > ' ' || (text[end] == ' ' && end > at && end + 1 < folder->length &&
                                text[end - 1] != ' ' && text[end + 1] > ' ')) &&
           (end + 1 == folder->length || (unsigned char)text[end + 1] < 0x80))
        end++;
    if (end == at)
        return at;
    reserve(out, end - at);
    for (; at < end; at++) {
        out->text[out->length] = fold_case ? ascii_lower(text[at]) : text[at];
        out->map[out->length++] = (uint32_t)at;
    }
    folder->wide = false;
    return end;
}

/* A common ideograph at `at`, and nothing behind it that could be a mark. */
static bool is_plain_han(const struct folder *folder, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)folder->text + at;
    size_t left = folder->length - at;
    if (left < 3 || bytes[0] < 0xE4 || bytes[0] > 0xE9 || (bytes[0] == 0xE4 && bytes[1] < 0xB8) ||
        (bytes[1] & 0xC0) != 0x80 || (bytes[2] & 0xC0) != 0x80)
        return false;
    return left == 3 || bytes[3] < 0x80 || (bytes[3] >= 0xE4 && bytes[3] <= 0xE9) ||
           (left > 4 && bytes[3] == 0xEF && bytes[4] == 0xBC);
}

static size_t fold_han(struct folder *folder, size_t at)
{
    for (; at < folder->length && is_plain_han(folder, at); at += 3) {
        uint32_t code;
        if ((folder->flags & FOLD_HAN) != 0 && utf8_decode(folder->text + at, 3, &code) == 3)
            emit_code(folder->out, fold_simplified(code), at);
        else
            emit_bytes(folder->out, folder->text + at, 3, at);
        folder->wide = true;
    }
    return at;
}

static uint32_t next_code(const struct folder *folder, size_t at)
{
    uint32_t code = 0;
    if (at < folder->length)
        utf8_decode(folder->text + at, folder->length - at, &code);
    return code;
}

/* A run of white space that starts at `at`, `size` bytes for its first character. */
static size_t fold_space_run(struct folder *folder, size_t at, size_t size)
{
    struct fold *out = folder->out;
    size_t start = at;
    size_t newlines = 0;
    for (; at < folder->length && size > 0;
         size = at < folder->length ? fold_white_space(folder->text, folder->length, at) : 0) {
        newlines += folder->text[at] == '\n';
        at += size;
    }
    bool lines = (folder->flags & FOLD_LINES) != 0;
    if (lines && newlines < 2 && folder->wide && at < folder->length &&
        is_wide(next_code(folder, at)))
        return at;
    folder->wide = false;
    char space = lines && newlines > 1 ? '\n' : ' ';
    char *last = out->length > 0 ? &out->text[out->length - 1] : NULL;
    if (last != NULL && (*last == ' ' || *last == '\n'))
        *last = space == '\n' ? '\n' : *last; /* a dropped character parted the run */
    else
        emit_bytes(out, &space, 1, start);
    return at;
}

static size_t fold_space(struct folder *folder, size_t at, size_t size)
{
    if ((folder->flags & FOLD_SPACE) != 0)
        return fold_space_run(folder, at, size);
    emit_bytes(folder->out, " ", 1, at);
    folder->wide = false;
    return at + size;
}

/* ---- clusters ---- */

static size_t casefold(const struct folder *folder, uint32_t code, uint32_t *folded)
{
    size_t count = 4;
    folded[0] = code;
    if ((folder->flags & FOLD_CASE) == 0 || is_plain(code))
        return 1;
    if (code < 0x80) {
        folded[0] = (uint32_t)(unsigned char)ascii_lower((char)code);
        return 1;
    }
    if (!uc_is_property_changes_when_casefolded(code))
        return 1;
    uint32_t *result = u32_casefold(&code, 1, NULL, NULL, folded, &count);
    if (result != NULL && result != folded) {
        count = count > 4 ? 4 : count;
        memcpy(folded, result, count * sizeof *folded);
        free(result);
    }
    return result == NULL ? 1 : count;
}

/* Normalises in place; what would not fit stays as it is. */
static size_t normalise(uninorm_t form, uint32_t *codes, size_t count)
{
    uint32_t result[FOLDED_MAX];
    size_t size = FOLDED_MAX;
    uint32_t *out = u32_normalize(form, codes, count, result, &size);
    if (out == NULL)
        return count;
    if (size <= FOLDED_MAX) {
        memcpy(codes, out, size * sizeof *codes);
        count = size;
    }
    if (out != result)
        free(out);
    return count;
}

/* Marks go, but for the voice marks of kana, which make another sound. */
static size_t drop_marks(uint32_t *codes, size_t count)
{
    size_t kept = 0;
    count = normalise(UNINORM_NFD, codes, count);
    for (size_t i = 0; i < count; i++) {
        bool voiced = codes[i] == 0x3099 || codes[i] == 0x309A;
        if (voiced || !uc_is_general_category_withtable(codes[i], UC_CATEGORY_MASK_Mn))
            codes[kept++] = codes[i];
    }
    return kept;
}

/* Most letters are what they are: no normalisation changes one that has no decomposition. */
static bool is_normal(uint32_t code)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    return code < 0xC0 || (!is_mark(code) && uc_canonical_decomposition(code, parts) < 0);
}

static void fold_cluster(struct folder *folder, const struct cluster *cluster)
{
    uint32_t codes[FOLDED_MAX];
    size_t count = 0;
    for (size_t i = 0; i < cluster->count; i++)
        count += casefold(folder, to_ascii(cluster->codes[i]), codes + count);
    if (count == 1 && is_normal(codes[0])) {
        emit_code(folder->out, fold_code(codes[0], folder->flags), cluster->offsets[0]);
        return;
    }
    bool each = count == cluster->count; /* else ﬁ with a mark would give its i to the mark */
    if ((folder->flags & FOLD_MARKS) != 0)
        count = drop_marks(codes, count);
    count = normalise(UNINORM_NFC, codes, count);
    for (size_t i = 0; i < count; i++)
        emit_code(folder->out, fold_code(codes[i], folder->flags),
                  cluster->offsets[each && count == cluster->count ? i : 0]);
}

/* Reads the base at `at` and the marks on it; what is dropped does not part them. */
static size_t read_cluster(const struct folder *folder, size_t at, struct cluster *cluster)
{
    cluster->count = 0;
    while (at < folder->length) {
        uint32_t code;
        size_t size = utf8_decode(folder->text + at, folder->length - at, &code);
        bool dropped = code >= 0xAD && is_dropped(code);
        if (!dropped && cluster->count > 0 &&
            (cluster->count == CLUSTER_MAX || !is_attached(code)))
            break;
        if (dropped && cluster->count == 0)
            return at + size; /* what follows may be white space */
        if (!dropped) {
            cluster->codes[cluster->count] = code;
            cluster->offsets[cluster->count++] = (uint32_t)at;
        }
        at += size;
    }
    return at;
}

static size_t fold_next(struct folder *folder, size_t at)
{
    size_t space = fold_white_space(folder->text, folder->length, at);
    if (space > 0)
        return fold_space(folder, at, space);
    struct cluster cluster;
    size_t end = read_cluster(folder, at, &cluster);
    if (cluster.count == 0)
        return end;
    uint32_t code = cluster.codes[0];
    folder->wide = is_wide(code);
    if (cluster.count == 1 && is_plain(code))
        emit_code(folder->out, fold_code(code, folder->flags), cluster.offsets[0]);
    else
        fold_cluster(folder, &cluster);
    return end;
}

void fold_text(const char *text, size_t length, unsigned flags, struct fold *fold)
{
    struct folder folder = { .text = text, .length = length, .flags = flags, .out = fold };
    fold->length = 0;
    reserve(fold, 0);
    for (size_t at = 0; at < length;) {
        at = fold_han(&folder, fold_ascii(&folder, at));
        if (at < length)
            at = fold_next(&folder, at);
    }
    fold->text[fold->length] = '\0';
    fold->map[fold->length] = (uint32_t)length;
}

/* ---- for search in parts ---- */

bool fold_simple(uint32_t code, unsigned flags, uint32_t *folded)
{
    *folded = is_plain(code) ? fold_code(code, flags) : to_ascii(code);
    if (is_plain(code))
        return true;
    if (*folded <= ' ' || *folded >= 0x7F)
        return false;
    if ((flags & FOLD_CASE) != 0)
        *folded = (uint32_t)(unsigned char)ascii_lower((char)*folded);
    return true;
}

/* Whether the character at `at` may belong to what stands before it. */
static bool is_bound(const char *text, size_t length, size_t at)
{
    uint32_t code;
    if (fold_white_space(text, length, at) > 0)
        return true;
    if ((unsigned char)text[at] < 0x80)
        return false;
    utf8_decode(text + at, length - at, &code);
    return is_attached(code) || (code >= 0xAD && is_dropped(code));
}

static bool is_inside(const char *text, size_t length, size_t at)
{
    return at > 0 && at < length && ((unsigned char)text[at] & 0xC0) == 0x80;
}

size_t fold_start_before(const char *text, size_t length, size_t at)
{
    while (at > 0 && at < length && (is_inside(text, length, at) || is_bound(text, length, at)))
        at--;
    return at;
}

/* White space ends what stands before it unless that is white space, too, or dropped, so that a run
 * of it may go on. */
static bool is_end(const char *text, size_t length, size_t at)
{
    uint32_t before;
    if (at == 0 || at >= length)
        return true;
    if (is_inside(text, length, at))
        return false;
    size_t previous = utf8_previous(text, at);
    if (fold_white_space(text, length, previous) > 0)
        return false;
    utf8_decode(text + previous, at - previous, &before);
    return fold_white_space(text, length, at) > 0 ? before < 0xAD || !is_dropped(before)
                                                  : !is_bound(text, length, at);
}

size_t fold_end_after(const char *text, size_t length, size_t at)
{
    while (!is_end(text, length, at))
        at++;
    return at;
}

size_t fold_unit_end(const char *text, size_t length, size_t at)
{
    uint32_t code;
    size_t space = fold_white_space(text, length, at);
    for (; space > 0; space = at < length ? fold_white_space(text, length, at) : 0) {
        at += space;
        if (at >= length || fold_white_space(text, length, at) == 0)
            return at;
    }
    size_t end = at + utf8_decode(text + at, length - at, &code);
    for (size_t i = end; i < length && is_bound(text, length, i);) {
        if (fold_white_space(text, length, i) > 0)
            break;
        i += utf8_decode(text + i, length - i, &code);
        if (is_attached(code) && !is_dropped(code))
            end = i;
    }
    return end;
}

void fold_free(struct fold *fold)
{
    free(fold->text);
    free(fold->map);
    *fold = (struct fold){ 0 };
}
