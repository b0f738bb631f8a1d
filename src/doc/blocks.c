#include "doc/blocks.h"

#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/grapheme.h"
#include "text/utf8.h"

#define CUT_SEARCH 1024  /* bytes before the limit in which a good place is looked for */
#define CUT_CLUSTERS 256 /* bytes before the limit in which clusters are counted off */

size_t blocks_blank_at(const char *text, size_t length, size_t at)
{
    if (at >= length)
        return 0;
    unsigned char byte = (unsigned char)text[at];
    if (byte == ' ' || byte == '\t' || byte == '\n')
        return 1;
    if (byte == 0xC2 && at + 1 < length && (unsigned char)text[at + 1] == 0xA0)
        return 2;
    if (byte == 0xE3 && at + 2 < length && (unsigned char)text[at + 1] == 0x80 &&
        (unsigned char)text[at + 2] == 0x80)
        return 3;
    return 0;
}

size_t blocks_skip_blanks(const char *text, size_t length, size_t at)
{
    size_t size;
    while ((size = blocks_blank_at(text, length, at)) > 0)
        at += size;
    return at;
}

size_t blocks_trim_blanks(const char *text, size_t start, size_t end)
{
    while (end > start) {
        size_t size = 1;
        if ((unsigned char)text[end - 1] == 0xA0)
            size = 2;
        else if ((unsigned char)text[end - 1] == 0x80)
            size = 3;
        if (end - start < size || blocks_blank_at(text, end, end - size) != size)
            break;
        end -= size;
    }
    return end;
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t code_point_start(const char *text, size_t at)
{
    while (at > 0 && is_continuation(text[at]))
        at--;
    return at;
}

/* A line may break before `at`: beside a blank, or between two Han characters. */
static bool may_cut(const char *text, size_t start, size_t end, size_t at)
{
    if (blocks_blank_at(text, end, at) > 0 || blocks_trim_blanks(text, start, at) < at)
        return true;
    uint32_t before;
    uint32_t after;
    size_t previous = utf8_previous(text, at);
    utf8_decode(text + previous, at - previous, &before);
    utf8_decode(text + at, end - at, &after);
    return utf8_is_han(before) && utf8_is_han(after);
}

static size_t cluster_cut(const char *text, size_t end, size_t limit)
{
    size_t at = code_point_start(text, limit - CUT_CLUSTERS);
    size_t fallback = code_point_start(text, limit);
    size_t seen = end - limit > CUT_CLUSTERS ? code_point_start(text, limit + CUT_CLUSTERS) : end;
    size_t next;
    size_t cut = 0;
    while (at < seen && (next = grapheme_next(text, seen, at)) <= limit && next > at)
        cut = at = next;
    return cut > 0 ? cut : fallback;
}

static size_t cut_place(const char *text, size_t start, size_t end)
{
    size_t limit = start + DOCUMENT_BLOCK_LIMIT;
    size_t at = code_point_start(text, limit);
    while (at > limit - CUT_SEARCH) {
        if (may_cut(text, start, end, at))
            return at;
        at = utf8_previous(text, at);
    }
    return cluster_cut(text, end, limit);
}

void blocks_push(struct blocks *blocks, const char *text, struct block block)
{
    bool blanks_count = block.kind == BLOCK_CODE || block.kind == BLOCK_TABLE_ROW;
    size_t end = block.end;
    while (end - block.start > DOCUMENT_BLOCK_LIMIT) {
        size_t cut = cut_place(text, block.start, end);
        block.end = blanks_count ? cut : blocks_trim_blanks(text, block.start, cut);
        VECTOR_PUSH(blocks, block);
        block.start = blanks_count ? cut : blocks_skip_blanks(text, end, cut);
        block.flags |= BLOCK_CONTINUES | BLOCK_TIGHT;
        block.marker = 0;
    }
    block.end = end;
    VECTOR_PUSH(blocks, block);
}

void blocks_hand_over(struct blocks *blocks, struct document *document)
{
    if (blocks->count < blocks->capacity && blocks->count > 0)
        blocks->items = xreallocarray(blocks->items, blocks->count, sizeof *blocks->items);
    document->blocks = blocks->items;
    document->block_count = blocks->count;
    *blocks = (struct blocks){ 0 };
}

static bool is_east_asian(uint32_t code_point)
{
    return utf8_is_han(code_point) || (code_point >= 0x3001 && code_point <= 0x312F) ||
           (code_point >= 0xFF01 && code_point <= 0xFF60) ||
           (code_point >= 0xFE30 && code_point <= 0xFE4F);
}

/* Marks that Chinese shares with Latin typesetting: quotation marks, dash, ellipsis, dot. */
static bool is_shared_mark(uint32_t code_point)
{
    return (code_point >= 0x2018 && code_point <= 0x201F) || code_point == 0x2014 ||
           code_point == 0x2026 || code_point == 0x00B7;
}

/* Punctuation as wide as a Han character, which has its blank in itself: 。 before OpenSky. */
static bool is_full_mark(uint32_t code_point)
{
    return (code_point >= 0x3001 && code_point <= 0x3002) ||
           (code_point >= 0x3008 && code_point <= 0x3011) ||
           (code_point >= 0xFF01 && code_point <= 0xFF0F) ||
           (code_point >= 0xFF1A && code_point <= 0xFF20);
}

bool blocks_join_closed(uint32_t before, uint32_t after)
{
    bool left = is_east_asian(before);
    bool right = is_east_asian(after);
    return (left && (right || is_shared_mark(after))) || (right && is_shared_mark(before)) ||
           is_full_mark(before) || is_full_mark(after);
}

struct document *blocks_new_document(void)
{
    struct document *document = xcalloc(1, sizeof *document);
    document->frontmatter = xcalloc(1, sizeof *document->frontmatter);
    return document;
}
