#include "export/html_document.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "doc/reader.h"
#include "export/code_block.h"
#include "export/escape_markup.h"
#include "export/layers.h"

#define DEEPEST 40 /* as html_page.c has classes for */
#define QUOTES_MOST 32

struct html_document {
    struct buffer *out;
    const struct document *document;
    const struct page_marks *marks;
    html_mark_note *note;
    int lower;
    struct layers layers;
    struct sweep sweep;
    const struct layer **open; /* elements that are open, outermost first */
    size_t open_count;
    size_t open_capacity;
    size_t next_mark; /* whose number does not stand yet */
    size_t told;      /* marks whose note has been written */
    bool noted;       /* the division of a block and its notes is open */
    unsigned quotes;  /* block quotes that are open */
    bool table;       /* a table is open */
};

/* ---- within a line ---- */

static const char *const names[] = { "mark", "a", "strong", "em", "s", "code" };

static const char *element(const struct html_document *page, const struct layer *layer)
{
    if (layer->kind != LAYER_LINK)
        return names[layer->kind];
    const struct link *link = &page->document->links[layer->index];
    return link->kind == LINK_URL && escape_is_address(link->target) ? "a" : NULL;
}

static void open_layer(struct html_document *page, const struct layer *layer)
{
    struct buffer *out = page->out;
    const char *name = element(page, layer);
    page->open =
        vector_grow(page->open, &page->open_capacity, page->open_count + 1, sizeof *page->open);
    page->open[page->open_count++] = layer;
    if (name == NULL)
        return;
    buffer_add_format(out, "<%s", name);
    if (layer->kind == LAYER_LINK) {
        buffer_add_text(out, " rel=\"noopener noreferrer\" href=\"");
        escape_markup_text(out, page->document->links[layer->index].target);
        buffer_add_byte(out, '"');
    } else if (layer->kind == LAYER_MARK) {
        const struct page_mark *mark = &page->marks->items[layer->index];
        buffer_add_format(out, " class=\"%s\" data-note=\"%zu\"",
                          annotation_kind_name(mark->record->annotation->kind), mark->number);
    }
    buffer_add_byte(out, '>');
}

static void close_to(struct html_document *page, size_t count)
{
    while (page->open_count > count) {
        const char *name = element(page, page->open[--page->open_count]);
        if (name != NULL)
            buffer_add_format(page->out, "</%s>", name);
    }
}

/* Numbers of the marks that end at `at` or before it. */
static void add_numbers(struct html_document *page, size_t at)
{
    while (page->marks != NULL && page->next_mark < page->marks->count &&
           page->marks->items[page->next_mark].at <= at) {
        size_t number = page->marks->items[page->next_mark++].number;
        buffer_add_format(page->out,
                          "<sup class=\"ref\"><a id=\"ref%zu\" href=\"#note%zu\">%zu</a></sup>",
                          number, number, number);
    }
}

/* Where the segment must end for a number to stand in it. */
static size_t next_number(const struct html_document *page, size_t from, size_t limit)
{
    for (size_t i = page->next_mark; page->marks != NULL && i < page->marks->count; i++) {
        if (page->marks->items[i].at > from)
            return page->marks->items[i].at < limit ? page->marks->items[i].at : limit;
    }
    return limit;
}

static void add_inline(struct html_document *page, size_t start, size_t end, const char *newline)
{
    for (size_t at = start; at < end;) {
        size_t stop = layers_segment(&page->sweep, at, next_number(page, at, end));
        size_t shared = 0;
        while (shared < page->open_count && shared < page->sweep.count &&
               page->open[shared] == page->sweep.active[shared])
            shared++;
        close_to(page, shared);
        add_numbers(page, at);
        while (page->open_count < page->sweep.count)
            open_layer(page, page->sweep.active[page->open_count]);
        escape_markup(page->out, page->document->text + at, stop - at, newline);
        at = stop;
    }
    close_to(page, 0);
    add_numbers(page, end);
}

/* ---- blocks ---- */

/* The notes of the marks up to `end`, before the block that has them: so they begin beside it. */
static void open_notes(struct html_document *page, size_t end)
{
    const struct page_marks *marks = page->marks;
    size_t count = page->told;
    while (page->note != NULL && marks != NULL && count < marks->count &&
           marks->items[count].at <= end)
        count++;
    if (count == page->told)
        return;
    buffer_add_text(page->out, "<div class=\"noted\">\n");
    page->noted = true;
    while (page->told < count)
        page->note(page->out, &marks->items[page->told++]);
}

static void close_notes(struct html_document *page)
{
    buffer_add_text(page->out, page->noted ? "</div>\n" : "");
    page->noted = false;
}

static void end_table(struct html_document *page)
{
    if (page->table) {
        buffer_add_text(page->out, "</table>\n");
        page->table = false;
        close_notes(page);
    }
}

/* Where the block and what goes with it, code or table, ends. */
static size_t block_end(const struct document *document, size_t index, size_t last)
{
    if (document->blocks[index].kind == BLOCK_TABLE_ROW)
        while (last + 1 < document->block_count &&
               document->blocks[last + 1].kind == BLOCK_TABLE_ROW &&
               (document->blocks[last + 1].flags & BLOCK_TABLE_FIRST) == 0)
            last++;
    return document->blocks[last].end;
}

static void set_quotes(struct html_document *page, unsigned quotes)
{
    for (; page->quotes < quotes; page->quotes++)
        buffer_add_text(page->out, "<blockquote>\n");
    for (; page->quotes > quotes; page->quotes--)
        buffer_add_text(page->out, "</blockquote>\n");
}

static void add_row(struct html_document *page, const struct block *block)
{
    const char *cell = (block->flags & BLOCK_TABLE_HEADER) != 0 ? "th" : "td";
    const char *text = page->document->text;
    if (!page->table)
        buffer_add_text(page->out, "<table>\n");
    page->table = true;
    buffer_add_text(page->out, "<tr>");
    for (size_t at = block->start;; at++) {
        const char *tab = memchr(text + at, '\t', block->end - at);
        size_t stop = tab != NULL ? (size_t)(tab - text) : block->end;
        buffer_add_format(page->out, "<%s>", cell);
        add_inline(page, at, stop, " ");
        buffer_add_format(page->out, "</%s>", cell);
        at = stop;
        if (tab == NULL)
            break;
    }
    buffer_add_text(page->out, "</tr>\n");
}

static void add_paragraph(struct html_document *page, const struct block *block)
{
    unsigned indent = block->indent > DEEPEST ? DEEPEST : block->indent;
    buffer_add_text(page->out, "<p");
    if (indent > 0)
        buffer_add_format(page->out, " class=\"in%u\"", indent);
    buffer_add_byte(page->out, '>');
    if (block->marker > 0) {
        const char *marker = page->document->markers[block->marker - 1];
        buffer_add_text(page->out, "<span class=\"marker\">");
        escape_markup_text(page->out, marker);
        buffer_add_text(page->out, "</span> ");
    }
    add_inline(page, block->start, block->end, "<br>\n");
    buffer_add_text(page->out, "</p>\n");
}

/* Returns the index of the last block that went in. */
static size_t add_block(struct html_document *page, size_t index)
{
    const struct block *block = &page->document->blocks[index];
    size_t last = code_block_last(page->document, index);
    int level = block->level + page->lower;
    if (block->kind != BLOCK_TABLE_ROW || (block->flags & BLOCK_TABLE_FIRST) != 0)
        end_table(page);
    if (!page->table) {
        set_quotes(page, block->quote < QUOTES_MOST ? block->quote : QUOTES_MOST);
        open_notes(page, block_end(page->document, index, last));
    }
    level = level < 1 ? 1 : level > 6 ? 6 : level;
    switch ((enum block_kind)block->kind) {
    case BLOCK_HEADING:
        buffer_add_format(page->out, "<h%d>", level);
        add_inline(page, block->start, block->end, " ");
        buffer_add_format(page->out, "</h%d>\n", level);
        break;
    case BLOCK_CODE:
        buffer_add_text(page->out, "<pre><code>");
        add_inline(page, block->start, page->document->blocks[last].end, "\n");
        buffer_add_text(page->out, "</code></pre>\n");
        break;
    case BLOCK_TABLE_ROW: add_row(page, block); break;
    case BLOCK_RULE: buffer_add_text(page->out, "<hr>\n"); break;
    case BLOCK_PARAGRAPH:
    case BLOCK_CONTEXT: add_paragraph(page, block); break;
    }
    if (!page->table)
        close_notes(page);
    return last;
}

void html_document(struct buffer *out, const struct document *document,
                   const struct page_marks *marks, int lower, html_mark_note *note)
{
    struct html_document page = {
        .out = out, .document = document, .marks = marks, .note = note, .lower = lower
    };
    layers_add_document(&page.layers, document);
    for (size_t i = 0; marks != NULL && i < marks->count; i++)
        layers_add(&page.layers, LAYER_MARK, marks->items[i].start, marks->items[i].end, i);
    layers_sort(&page.layers);
    layers_begin(&page.sweep, &page.layers);
    for (size_t i = 0; i < document->block_count; i++)
        i = add_block(&page, i);
    end_table(&page);
    set_quotes(&page, 0);
    open_notes(&page, document->length);
    add_numbers(&page, document->length);
    close_notes(&page);
    layers_free(&page.layers);
    sweep_free(&page.sweep);
    free(page.open);
}

void html_markdown(struct buffer *out, const char *text, size_t length)
{
    struct buffer source = { 0 };
    /* A rule at its top is no front matter. */
    buffer_add_byte(&source, '\n');
    buffer_add(&source, text, length);
    struct document *document = reader_parse(source.data, source.length, READER_MARKDOWN, NULL);
    html_document(out, document, NULL, 2, NULL);
    document_free(document);
    buffer_free(&source);
}
