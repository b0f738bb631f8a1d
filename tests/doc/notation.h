/* notation: a document as one line a block, for tests to compare.
 *
 *     KIND LEVEL FLAGS QUOTES {MARKER INDENT} |TEXT
 *
 * KIND    P paragraph, H1-H6 heading, C code line, T2 table row of two columns, R rule
 * FLAGS   ' tight, + continues, ^ header row, 1 first row, ~ footnote
 * QUOTES  one > for each level
 * {• 2}   the marker and the indent in cells; left out when there is neither
 * TEXT    {e:...} styles: e emphasis, s strong, c code, d struck, n note mark, f dim;
 *         <text=>target> a link, <text=>[[target]]> a note, <text=>@N> the place of block N;
 *         a newline is /, a tab is \
 */
#ifndef DIPTYCH_TESTS_DOC_NOTATION_H
#define DIPTYCH_TESTS_DOC_NOTATION_H

#include <string.h>

#include "base/buffer.h"
#include "doc/document.h"

static void notation_target(struct buffer *out, const struct document *document,
                            const struct link *link)
{
    if (link->kind == LINK_URL)
        buffer_add_format(out, "=>%s>", link->target);
    else if (link->kind == LINK_NOTE)
        buffer_add_format(out, "=>[[%s]]>", link->target);
    else
        buffer_add_format(out, "=>@%zu>", document_block_at(document, link->place));
}

static void notation_styles(struct buffer *out, unsigned bits)
{
    static const char letters[] = "escdnf";
    buffer_add_byte(out, '{');
    for (unsigned i = 0; i < 6; i++) {
        if (bits & (1u << i))
            buffer_add_byte(out, letters[i]);
    }
    buffer_add_byte(out, ':');
}

static void notation_text(struct buffer *out, const struct document *document,
                          const struct block *block)
{
    unsigned bits = 0;
    for (size_t at = block->start; at <= block->end; at++) {
        unsigned now = at < block->end ? document_style_at(document, at) : 0;
        const struct link *link = at < block->end ? document_link_at(document, at) : NULL;
        const struct link *ended = at > block->start ? document_link_at(document, at - 1) : NULL;
        if (bits != 0 && (now != bits || (ended != NULL && ended->span.end == at)))
            buffer_add_byte(out, '}');
        if (ended != NULL && ended->span.end == at)
            notation_target(out, document, ended);
        if (at == block->end)
            break;
        bool opens = link != NULL && link->span.start == at;
        if (opens && bits != 0 && now == bits && !(ended != NULL && ended->span.end == at))
            buffer_add_byte(out, '}');
        if (opens)
            buffer_add_byte(out, '<');
        if (now != 0 && (now != bits || opens || (ended != NULL && ended->span.end == at)))
            notation_styles(out, now);
        bits = now;
        char byte = document->text[at];
        buffer_add_byte(out, byte == '\n' ? '/' : byte == '\t' ? '\\' : byte);
    }
}

static void notation_block(struct buffer *out, const struct document *document,
                           const struct block *block)
{
    buffer_add_byte(out, "PHCTR"[block->kind]);
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_TABLE_ROW)
        buffer_add_format(out, "%u", block->level);
    static const char flags[] = "+'^1~";
    for (unsigned i = 0; i < 5; i++) {
        if (block->flags & (1u << i))
            buffer_add_byte(out, flags[i]);
    }
    for (unsigned i = 0; i < block->quote; i++)
        buffer_add_byte(out, '>');
    if (block->marker > 0)
        buffer_add_format(out, "{%s %u}", document->markers[block->marker - 1], block->indent);
    else if (block->indent > 0)
        buffer_add_format(out, "{%u}", block->indent);
    buffer_add_byte(out, '|');
    notation_text(out, document, block);
}

/* Caller frees with buffer_free. */
static struct buffer notation_of(const struct document *document)
{
    struct buffer out = { 0 };
    buffer_reserve(&out, 0);
    for (size_t i = 0; i < document->block_count; i++) {
        if (i > 0)
            buffer_add_byte(&out, '\n');
        notation_block(&out, document, &document->blocks[i]);
    }
    return out;
}

#endif
