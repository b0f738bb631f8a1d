#include "doc/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/xalloc.h"
#include "doc/text_head.h"
#include "text/ascii.h"
#include "text/sentence.h"
#include "text/utf8.h"

#define TITLE_LIMIT 120 /* code points of a first paragraph that may pass for a title */
#define TITLE_WITHIN 12   /* blocks among which a title is looked for where a caption comes first */
#define REPEATS_WITHIN 64 /* blocks looked at to know a caption by its being repeated */

void document_free(struct document *document)
{
    if (document == NULL)
        return;
    for (size_t i = 0; i < document->link_count; i++)
        free(document->links[i].target);
    for (size_t i = 0; i < document->anchor_count; i++)
        free(document->anchors[i].name);
    free(document->anchors);
    for (size_t i = 0; i < document->marker_count; i++)
        free(document->markers[i]);
    if (document->frontmatter != NULL)
        frontmatter_free(document->frontmatter);
    free(document->frontmatter);
    free(document->markers);
    free(document->bars);
    free(document->tables);
    free(document->links);
    free(document->styles);
    free(document->blocks);
    free(document->encoding);
    free(document->undecoded);
    free(document->text);
    free(document);
}

size_t document_block_at(const struct document *document, size_t offset)
{
    size_t low = 0;
    BISECT(low, document->block_count, document->blocks[low].start > offset);
    return low > 0 ? low - 1 : 0;
}

const struct link *document_link_at(const struct document *document, size_t offset)
{
    size_t low = 0;
    BISECT(low, document->link_count, document->links[low].span.end > offset);
    if (low == document->link_count || document->links[low].span.start > offset)
        return NULL;
    return &document->links[low];
}

/* Index of the first style run that ends beyond `offset`. */
static size_t style_after(const struct document *document, size_t offset)
{
    size_t low = 0;
    BISECT(low, document->style_count, document->styles[low].end > offset);
    return low;
}

unsigned document_style_at(const struct document *document, size_t offset)
{
    size_t at = style_after(document, offset);
    if (at == document->style_count || document->styles[at].start > offset)
        return 0;
    return document->styles[at].bits;
}

struct span document_key(const struct document *document, size_t block)
{
    const struct block *b = &document->blocks[block];
    size_t at = style_after(document, b->start);
    if (at == document->style_count || document->styles[at].start >= b->end)
        return (struct span){ b->start, b->start };
    return (struct span){ document->styles[at].start, document->styles[at].end };
}

uint64_t document_bars(const struct document *document, size_t block)
{
    static const uint64_t all = UINT64_C(0x5555555555555555);
    const struct block *at = &document->blocks[block];
    if (at->bars > 0)
        return document->bars[at->bars - 1];
    return at->quote < 32 ? all & ((UINT64_C(1) << at->quote * 2) - 1) : all;
}

const struct table_alignment *document_alignment(const struct document *document, size_t block)
{
    size_t low = 0;
    BISECT(low, document->table_count, document->tables[low].block >= block);
    if (low == document->table_count || document->tables[low].block != block)
        return NULL;
    return &document->tables[low];
}

static bool is_blank_between(const char *text, size_t start, size_t end)
{
    while (start < end && strchr(" \t\n", text[start]) != NULL)
        start++;
    return start == end;
}

void document_sentences(const struct document *document, size_t block, struct spans *out)
{
    if (block >= document->block_count)
        return;
    const struct block *at = &document->blocks[block];
    if (at->kind == BLOCK_PARAGRAPH)
        sentence_split(document->text, at->start, at->end, out);
    else if (!is_blank_between(document->text, at->start, at->end))
        spans_add(out, at->start, at->end);
}

/* One line: what breaks it becomes a space. */
static char *one_line(const char *text, size_t length)
{
    char *line = xstrndup(text, length), *to = line;
    /* the head of a manual page is set with blanks: LS(1)     User Commands     LS(1) */
    for (const char *at = line; *at != '\0'; at++) {
        bool blank = *at == ' ' || *at == '\n' || *at == '\t';
        if (!blank || to == line || to[-1] != ' ')
            *to++ = blank ? ' ' : *at;
    }
    *to = '\0';
    return line;
}

/* A date or a number is no title. */
static bool has_letter(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char lower = (unsigned char)text[i] | 0x20;
        if ((lower >= 'a' && lower <= 'z') || (unsigned char)text[i] >= 0x80)
            return true;
    }
    return false;
}

/* A title has no full stop at its end; it may ask or exclaim. */
static bool passes_for_title(const char *text, size_t length)
{
    static const char han_stop[] = "\xe3\x80\x82";
    if (length == 0 || length > TITLE_LIMIT * 4 || text[length - 1] == '.')
        return false;
    if (length >= 3 && memcmp(text + length - 3, han_stop, 3) == 0)
        return false;
    return utf8_count(text, length) <= TITLE_LIMIT;
}

static bool is_same_text(const struct document *document, const struct block *a,
                         const struct block *b)
{
    size_t length = a->end - a->start;
    return b->end - b->start == length &&
           memcmp(document->text + a->start, document->text + b->start, length) == 0;
}

/* Does the text say the same again near its beginning? */
static bool is_repeated(const struct document *document, const struct block *paragraph)
{
    for (size_t i = 0; i < document->block_count && i < REPEATS_WITHIN; i++) {
        const struct block *block = &document->blocks[i];
        if (block != paragraph && is_same_text(document, paragraph, block))
            return true;
    }
    return false;
}

/* Three words or more, most of them with a capital, and no punctuation at the end. */
static bool is_title_case(const char *text, size_t length)
{
    size_t words = 0;
    size_t capitals = 0;
    if (length == 0 || strchr(".,:;!?", text[length - 1]) != NULL)
        return false;
    for (size_t at = 0; at < length; at++) {
        if (text[at] == ' ' || (at > 0 && text[at - 1] != ' '))
            continue;
        words++;
        capitals += ascii_is_capital(text[at]);
    }
    return words >= 3 && capitals * 3 >= words * 2;
}

/* What goes before the caption `first` as a title: `first` itself when nothing does. */
static const struct block *better_title(const struct document *document, const struct block *first)
{
    for (size_t i = 0; i < document->block_count && i < TITLE_WITHIN; i++) {
        const struct block *block = &document->blocks[i];
        const char *text = document->text + block->start;
        size_t length = block->end - block->start;
        if (block->kind == BLOCK_PARAGRAPH && passes_for_title(text, length) &&
            is_title_case(text, length) && !is_repeated(document, block))
            return block;
    }
    return first;
}

char *document_title(const struct document *document)
{
    const char *given = frontmatter_get(document->frontmatter, "title");
    if (given != NULL && given[0] != '\0')
        return one_line(given, strlen(given));
    struct span head;
    if (text_head_title(document, &head) && passes_for_title(document->text + head.start, head.end - head.start))
        return one_line(document->text + head.start, head.end - head.start);
    const struct block *paragraph = NULL;
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind == BLOCK_HEADING && block->level == 1 && block->end > block->start)
            return one_line(document->text + block->start, block->end - block->start);
        if (paragraph == NULL && block->kind == BLOCK_PARAGRAPH &&
            has_letter(document->text + block->start, block->end - block->start))
            paragraph = block;
    }
    if (paragraph == NULL || paragraph->marker > 0) /* an item of a list or what is said first in a film */
        return xstrdup("");
    if (is_repeated(document, paragraph))
        paragraph = better_title(document, paragraph);
    const char *text = document->text + paragraph->start;
    size_t length = paragraph->end - paragraph->start;
    return passes_for_title(text, length) ? one_line(text, length) : xstrdup("");
}
