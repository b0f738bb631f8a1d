#include "notes/anchor_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "text/utf8.h"

#define BITS 18
#define KINDS ((size_t)1 << BITS)
#define GRAM_LATIN 4
#define GRAM_HAN 2

static uint32_t *decode(const struct fold *fold, size_t *count)
{
    uint32_t *points = xcalloc(fold->length + 1, sizeof *points);
    *count = 0;
    for (size_t at = 0; at < fold->length;)
        at += utf8_decode(fold->text + at, fold->length - at, &points[(*count)++]);
    return points;
}

/* Where each folded code point stood, counted in one pass over the text. */
static void locate(struct anchor_text *text, const struct fold *fold)
{
    size_t byte = 0;
    size_t place = 0;
    size_t at = 0;
    for (size_t i = 0; i <= text->count; i++) {
        size_t there = fold->map[at];
        place += utf8_count(text->text + byte, there - byte);
        byte = there;
        text->places[i] = (uint32_t)place;
        text->bytes[i] = (uint32_t)byte;
        uint32_t ignored;
        at += utf8_decode(fold->text + at, fold->length - at, &ignored);
    }
}

static size_t choose_gram(const struct anchor_text *text)
{
    size_t han = 0;
    for (size_t i = 0; i < text->count; i++)
        han += utf8_is_han(text->points[i]);
    return han * 4 > text->count ? GRAM_HAN : GRAM_LATIN;
}

struct anchor_text *anchor_text_new(const char *bytes, size_t length)
{
    struct anchor_text *text = xcalloc(1, sizeof *text);
    struct fold fold = { 0 };
    text->text = bytes;
    text->length = length;
    sha256_hex(bytes, length, text->hash);
    fold_text(bytes, length, FOLD_SPACE, &fold);
    text->points = decode(&fold, &text->count);
    text->places = xcalloc(text->count + 1, sizeof *text->places);
    text->bytes = xcalloc(text->count + 1, sizeof *text->bytes);
    locate(text, &fold);
    text->gram = choose_gram(text);
    fold_free(&fold);
    return text;
}

void anchor_text_free(struct anchor_text *text)
{
    if (text == NULL)
        return;
    free(text->points);
    free(text->places);
    free(text->bytes);
    free(text->heads);
    free(text->positions);
    free(text);
}

uint32_t *anchor_text_fold(const char *quote, size_t *count)
{
    struct fold fold = { 0 };
    fold_text(quote, strlen(quote), FOLD_SPACE, &fold);
    uint32_t *points = decode(&fold, count);
    fold_free(&fold);
    return points;
}

size_t anchor_text_start(const struct anchor_text *text, size_t at)
{
    return text->places[at];
}

/* A ligature folds to several code points with one place: its end is the next other place. */
size_t anchor_text_end(const struct anchor_text *text, size_t at)
{
    while (at > 0 && at < text->count && text->places[at] == text->places[at - 1])
        at++;
    return text->places[at];
}

size_t anchor_text_at(const struct anchor_text *text, size_t place)
{
    size_t at = 0;
    BISECT(at, text->count, text->places[at] >= place);
    return at;
}

static size_t kind_of(const uint32_t *points, size_t gram)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < gram; i++)
        hash = (hash + points[i] + 1) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(hash >> (64 - BITS));
}

/* A counting sort of all positions by the kind of sequence that begins there. */
static void build_index(struct anchor_text *text)
{
    size_t count = text->count >= text->gram ? text->count - text->gram + 1 : 0;
    text->heads = xcalloc(KINDS + 1, sizeof *text->heads);
    text->positions = xcalloc(count + 1, sizeof *text->positions);
    for (size_t i = 0; i < count; i++)
        text->heads[kind_of(text->points + i, text->gram) + 1]++;
    for (size_t kind = 0; kind < KINDS; kind++)
        text->heads[kind + 1] += text->heads[kind];
    uint32_t *next = xcalloc(KINDS, sizeof *next);
    memcpy(next, text->heads, KINDS * sizeof *next);
    for (size_t i = 0; i < count; i++)
        text->positions[next[kind_of(text->points + i, text->gram)]++] = (uint32_t)i;
    free(next);
}

const uint32_t *anchor_text_lookup(struct anchor_text *text, const uint32_t *points, size_t *count)
{
    if (text->heads == NULL)
        build_index(text);
    size_t kind = kind_of(points, text->gram);
    *count = text->heads[kind + 1] - text->heads[kind];
    return text->positions + text->heads[kind];
}

size_t anchor_text_scan(const struct anchor_text *text, const uint32_t *points, size_t count,
                        size_t from)
{
    for (size_t i = from; i + count <= text->count; i++) {
        if (text->points[i] == points[0] &&
            memcmp(text->points + i, points, count * sizeof *points) == 0)
            return i;
    }
    return text->count;
}
