#include "ui/selection.h"

#include <stdbool.h>
#include <string.h>

#include "text/fold.h"
#include "text/grapheme.h"

/* The paragraph is cut in several blocks when it is very long. */
static struct span paragraph_at(const struct document *document, size_t offset)
{
    size_t first = document_block_at(document, offset);
    size_t last = first;
    while (first > 0 && (document->blocks[first].flags & BLOCK_CONTINUES) != 0)
        first--;
    while (last + 1 < document->block_count &&
           (document->blocks[last + 1].flags & BLOCK_CONTINUES) != 0)
        last++;
    return (struct span){ document->blocks[first].start, document->blocks[last].end };
}

/* The sentence that `offset` stands in, behind its end the same one still. */
static struct span sentence_at(const struct document *document, size_t offset)
{
    size_t index = document_block_at(document, offset);
    struct span found = { document->blocks[index].start, document->blocks[index].end };
    struct spans sentences = { 0 };
    document_sentences(document, index, &sentences);
    for (size_t i = 0; i < sentences.count && (i == 0 || sentences.items[i].start <= offset); i++)
        found = sentences.items[i];
    spans_free(&sentences);
    return found;
}

static struct span cluster_at(const struct document *document, size_t offset)
{
    const struct block *block = &document->blocks[document_block_at(document, offset)];
    if (offset >= block->end)
        return (struct span){ block->end, block->end };
    return (struct span){ offset, grapheme_next(document->text, block->end, offset) };
}

static struct span unit_at(enum selection_unit unit, const struct document *document, size_t offset)
{
    return unit == SELECTION_PARAGRAPHS  ? paragraph_at(document, offset)
           : unit == SELECTION_SENTENCES ? sentence_at(document, offset)
                                         : cluster_at(document, offset);
}

static struct span trimmed(const struct document *document, struct span span)
{
    const char *text = document->text;
    size_t blank;
    while (span.start < span.end && (blank = fold_white_space(text, span.end, span.start)) > 0)
        span.start += blank;
    while (span.start < span.end) {
        size_t last = span.end - 1;
        while (last > span.start && ((unsigned char)text[last] & 0xC0) == 0x80)
            last--;
        if (fold_white_space(text, span.end, last) == 0)
            break;
        span.end = last;
    }
    return span;
}

struct span selection_span(const struct selection *selection, const struct document *document)
{
    if (selection->unit == SELECTION_NONE || document->block_count == 0)
        return (struct span){ 0, 0 };
    struct span a = unit_at(selection->unit, document, selection->anchor);
    struct span b = unit_at(selection->unit, document, selection->head);
    struct span span = { a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end };
    return trimmed(document, span);
}

void selection_set(struct selection *selection, const struct document *document, struct span span)
{
    const struct block *block = &document->blocks[document_block_at(document, span.end - 1)];
    size_t start = span.start > block->start ? span.start : block->start;
    size_t last = start;
    for (size_t at = start; at < span.end; at = grapheme_next(document->text, block->end, at))
        last = at;
    *selection = (struct selection){ SELECTION_CHARACTERS, span.start, last };
}

void selection_swap(struct selection *selection)
{
    size_t anchor = selection->anchor;
    selection->anchor = selection->head;
    selection->head = anchor;
}

void selection_text(const struct document *document, struct span span, struct buffer *out)
{
    size_t first = document->block_count > 0 ? document_block_at(document, span.start) : 0;
    bool begun = false;
    for (size_t i = first; i < document->block_count && document->blocks[i].start < span.end; i++) {
        const struct block *block = &document->blocks[i];
        size_t start = span.start > block->start ? span.start : block->start;
        size_t end = span.end < block->end ? span.end : block->end;
        if (end <= start)
            continue;
        if (begun && (block->flags & BLOCK_CONTINUES) == 0)
            buffer_add_text(out, (block->flags & BLOCK_TIGHT) != 0 ? "\n" : "\n\n");
        buffer_add(out, document->text + start, end - start);
        begun = true;
    }
}
