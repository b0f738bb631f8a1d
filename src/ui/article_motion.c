/* The movements of view.h that go by the text rather than by rows. */
#include <stdlib.h>
#include <string.h>

#include "ui/article_view.h"
#include "text/grapheme.h"
#include "text/word.h"

static bool finish(struct article_view *view, size_t before, size_t target)
{
    article_view_go(view, target);
    return view->cursor != before;
}

static bool is_shown(const struct article_view *view, size_t block)
{
    return view->visible == NULL || view->visible[block] != 0;
}

/* Where the block's text begins for the reader: past its leading blanks. */
static size_t block_start(const struct document *document, size_t block)
{
    const struct block *b = &document->blocks[block];
    size_t at = b->start;
    while (at + 1 < b->end && (document->text[at] == ' ' || document->text[at] == '\t'))
        at++;
    return at;
}

bool article_view_clusters(struct article_view *view, long count)
{
    const struct document *document = view->text->document;
    size_t before = view->cursor;
    size_t at = before;
    if (document->block_count == 0)
        return false;
    for (; count > 0; count--) {
        size_t index = document_block_at(document, at);
        size_t next = grapheme_next(document->text, document->blocks[index].end, at);
        if (next < document->blocks[index].end)
            at = next;
        else if (index + 1 < document->block_count)
            at = document->blocks[index + 1].start;
        else
            break;
    }
    for (; count < 0; count++) {
        size_t index = document_block_at(document, at);
        const struct block *block = &document->blocks[index];
        if (at > block->start)
            at = block->start + grapheme_previous(document->text + block->start,
                                                  at - block->start);
        else if (index > 0)
            at = document->blocks[index - 1].end > document->blocks[index - 1].start
                     ? document->blocks[index - 1].end - 1 : document->blocks[index - 1].start;
        else
            break;
        while (at > 0 && ((unsigned char)document->text[at] & 0xC0) == 0x80)
            at--;
    }
    return finish(view, before, at);
}

bool article_view_words(struct article_view *view, long count)
{
    const struct document *document = view->text->document;
    size_t before = view->cursor;
    size_t at = before;
    struct span word;
    for (; count > 0; count--) {
        size_t from = word_at(document->text, document->length, at, &word) ? word.end : at + 1;
        if (from > document->length || !word_next(document->text, document->length, from, &word))
            break;
        at = word.start;
    }
    for (; count < 0; count++) {
        if (!word_previous(document->text, document->length, at, &word))
            break;
        at = word.start;
    }
    return finish(view, before, at);
}

/* To the last cluster of the word, or of the next one where the cursor stands there already. */
bool article_view_word_ends(struct article_view *view, long count)
{
    const struct document *document = view->text->document;
    size_t before = view->cursor;
    size_t at = before;
    for (; count > 0; count--) {
        struct span word;
        size_t from = grapheme_next(document->text, document->length, at);
        if (from >= document->length ||
            (!word_at(document->text, document->length, from, &word) &&
             !word_next(document->text, document->length, from, &word)))
            break;
        at = word.start + grapheme_previous(document->text + word.start, word.end - word.start);
    }
    return finish(view, before, at);
}

/* The start of the next sentence in reading order, or of the previous one; document->length
 * when there is none. A sentence's own start comes first when going back from within. */
static size_t sentence_beside(const struct article_view *view, size_t at, bool forward)
{
    const struct document *document = view->text->document;
    size_t index = document_block_at(document, at);
    size_t found = document->length;
    for (size_t i = index; i < document->block_count && found == document->length;) {
        struct spans spans = { 0 };
        if (is_shown(view, i))
            document_sentences(document, i, &spans);
        for (size_t s = 0; s < spans.count; s++) {
            size_t start = spans.items[s].start;
            if (forward && start > at) {
                found = start;
                break;
            }
            if (!forward && start < at)
                found = start;
        }
        spans_free(&spans);
        if (!forward && i == 0)
            break;
        i = forward ? i + 1 : i - 1;
    }
    return found;
}

bool article_view_sentences(struct article_view *view, long count)
{
    size_t before = view->cursor;
    size_t at = before;
    if (view->text->document->block_count == 0)
        return false;
    for (bool forward = count > 0; count != 0; count += forward ? -1 : 1) {
        size_t next = sentence_beside(view, at, forward);
        if (next == view->text->document->length)
            break;
        at = next;
    }
    return finish(view, before, at);
}

/* Goes over blocks that `wanted` accepts. */
static bool by_blocks(struct article_view *view, long count, bool (*wanted)(const struct block *))
{
    const struct document *document = view->text->document;
    size_t before = view->cursor;
    if (document->block_count == 0)
        return false;
    size_t index = document_block_at(document, before);
    size_t target = before;
    for (; count > 0; count--) {
        size_t i = index + 1;
        while (i < document->block_count && !(is_shown(view, i) && wanted(&document->blocks[i])))
            i++;
        if (i >= document->block_count)
            break;
        index = i;
        target = block_start(document, i);
    }
    for (; count < 0; count++) {
        if (is_shown(view, index) && wanted(&document->blocks[index]) &&
            block_start(document, index) < target) {
            target = block_start(document, index);
            continue;
        }
        size_t i = index;
        while (i > 0 && !(is_shown(view, i - 1) && wanted(&document->blocks[i - 1])))
            i--;
        if (i == 0)
            break;
        index = i - 1;
        target = block_start(document, index);
    }
    return finish(view, before, target);
}

static bool is_paragraph(const struct block *block)
{
    return (block->flags & BLOCK_CONTINUES) == 0 && block->kind != BLOCK_RULE;
}

static bool is_heading(const struct block *block)
{
    return block->kind == BLOCK_HEADING;
}

bool article_view_paragraphs(struct article_view *view, long count)
{
    return by_blocks(view, count, is_paragraph);
}

bool article_view_headings(struct article_view *view, long count)
{
    return by_blocks(view, count, is_heading);
}

const struct mention *article_view_mention(const struct article_view *view)
{
    const struct mentions *mentions = &view->text->mentions;
    size_t at = mentions_first_after(mentions, view->cursor);
    if (at >= mentions->count || mentions->items[at].start > view->cursor)
        return NULL;
    return &mentions->items[at];
}

/* Start of the next link or mention after `at` (or the one before it); `at` when there is none. */
static size_t stop_beside(const struct article_view *view, size_t at, bool forward)
{
    const struct document *document = view->text->document;
    const struct mentions *mentions = &view->text->mentions;
    size_t found = at;
    for (size_t i = 0; i < document->link_count; i++) {
        size_t start = document->links[i].span.start;
        if (forward ? start > at && (found == at || start < found) : start < at)
            found = start;
    }
    size_t mention = mentions_first_after(mentions, at);
    if (forward) {
        while (mention < mentions->count && mentions->items[mention].start <= at)
            mention++;
        bool nearer = mention < mentions->count &&
                      (found == at || mentions->items[mention].start < found);
        return nearer ? mentions->items[mention].start : found;
    }
    while (mention > 0 && (mention >= mentions->count ||
                           mentions->items[mention].start >= at))
        mention--;
    bool nearer = mention < mentions->count && mentions->items[mention].start < at &&
                  (found == at || mentions->items[mention].start > found);
    return nearer ? mentions->items[mention].start : found;
}

bool article_view_links(struct article_view *view, long count)
{
    size_t before = view->cursor;
    size_t at = before;
    for (long i = labs(count); i > 0; i--) {
        size_t next = stop_beside(view, at, count > 0);
        if (next == at)
            break;
        at = next;
    }
    return at != before && finish(view, before, at);
}

void article_view_row_edge(struct article_view *view, bool end)
{
    struct place place = layout_place(view->layout, view->cursor);
    size_t at = layout_offset_at(view->layout, place, end ? layout_width(view->layout) : 0);
    article_view_go(view, at);
}

void article_view_middle(struct article_view *view)
{
    struct place place = view->top;
    struct place last = view->top;
    long rows = layout_move(view->layout, &last, view->height - 1);
    layout_move(view->layout, &place, rows / 2);
    article_view_go(view, layout_offset_at(view->layout, place, 0));
}

void article_view_percent(struct article_view *view, int percent)
{
    const struct document *document = view->text->document;
    percent = percent < 0 ? 0 : percent > 100 ? 100 : percent;
    size_t at = (size_t)((double)document->length * percent / 100.0);
    at = at < document->length ? at : document->length;
    while (at > 0 && at < document->length && ((unsigned char)document->text[at] & 0xC0) == 0x80)
        at--;
    article_view_go(view, at);
}

struct span article_view_block(const struct article_view *view)
{
    const struct document *document = view->text->document;
    if (document->block_count == 0)
        return (struct span){ 0, 0 };
    const struct block *block = &document->blocks[document_block_at(document, view->cursor)];
    return (struct span){ block->start, block->end };
}

struct span article_view_sentence(const struct article_view *view)
{
    const struct document *document = view->text->document;
    struct span found = article_view_block(view);
    if (document->block_count == 0)
        return found;
    struct spans spans = { 0 };
    document_sentences(document, document_block_at(document, view->cursor), &spans);
    for (size_t i = 0; i < spans.count; i++)
        if (view->cursor >= spans.items[i].start && view->cursor < spans.items[i].end)
            found = spans.items[i];
    spans_free(&spans);
    return found;
}
