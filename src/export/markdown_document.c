#include "export/markdown_document.h"

#include <string.h>

#include "export/clean.h"
#include "export/code_block.h"
#include "export/escape_markdown.h"
#include "export/escape_markup.h"
#include "export/layers.h"
#include "export/weave.h"

#define FOOTNOTE 4 /* columns that belong to a footnote */
#define DEEPEST 64 /* layers that are open at once: four styles and what links there are */

struct markdown_document {
    struct buffer *out;
    const struct document *document;
    const struct page_marks *marks;
    size_t next_mark;
    struct layers layers;
    struct sweep sweep;
    const struct layer *open[DEEPEST];
    size_t open_count;
    struct buffer prefix; /* what each further line of the block begins with */
};

void markdown_add_label(struct buffer *out, const struct page_mark *mark)
{
    buffer_add_text(out, "[^");
    weave_add_id(out, mark->record->annotation->id);
    buffer_add_text(out, mark->role == TARGET_SELECTION ? "]" : "-b]");
}

/* ---- within a line ---- */

static const char *mark_of(const struct markdown_document *page, const struct layer *layer)
{
    const struct link *link;
    switch (layer->kind) {
    case LAYER_STRONG: return "**";
    case LAYER_EMPHASIS: return "*";
    case LAYER_STRIKE: return "~~";
    case LAYER_LINK:
        link = &page->document->links[layer->index];
        return link->kind == LINK_URL && escape_is_address(link->target) ? "[" : "";
    case LAYER_MARK:
    case LAYER_CODE: break;
    }
    return "";
}

/* An address between < and >, in which only these three have a meaning. */
static void add_address(struct buffer *out, const char *address)
{
    buffer_add_text(out, "](<");
    for (; *address != '\0'; address++) {
        if (strchr("<>\\", *address) != NULL)
            buffer_add_format(out, "%%%02X", (unsigned)(unsigned char)*address);
        else if (*address != '\n')
            buffer_add_byte(out, *address);
    }
    buffer_add_text(out, ">)");
}

static bool has_code(const struct markdown_document *page)
{
    return page->open_count > 0 && page->open[page->open_count - 1]->kind == LAYER_CODE;
}

static void close_to(struct markdown_document *page, size_t count)
{
    size_t blanks = 0;
    while (page->open_count > count && !has_code(page) && page->out->length > 0 &&
           page->out->data[page->out->length - 1] == ' ') {
        buffer_truncate(page->out, page->out->length - 1);
        blanks++;
    }
    while (page->open_count > count) {
        const struct layer *layer = page->open[--page->open_count];
        const char *mark = mark_of(page, layer);
        if (layer->kind == LAYER_LINK && mark[0] != '\0')
            add_address(page->out, page->document->links[layer->index].target);
        else
            buffer_add_text(page->out, mark);
    }
    buffer_add_blanks(page->out, blanks);
}

static void add_labels(struct markdown_document *page, size_t at)
{
    for (; page->next_mark < page->marks->count && page->marks->items[page->next_mark].at <= at;
         page->next_mark++)
        markdown_add_label(page->out, &page->marks->items[page->next_mark]);
}

static size_t next_label(const struct markdown_document *page, size_t from, size_t limit)
{
    size_t next = page->next_mark;
    while (next < page->marks->count && page->marks->items[next].at <= from)
        next++;
    return next < page->marks->count && page->marks->items[next].at < limit
               ? page->marks->items[next].at
               : limit;
}

/* "[1]", the article's own footnote, as "[^1]". */
static bool add_reference(struct markdown_document *page, const char *text, size_t length)
{
    for (size_t i = 0; i < page->open_count; i++) {
        const struct layer *layer = page->open[i];
        if (layer->kind != LAYER_LINK || page->document->links[layer->index].kind != LINK_PLACE ||
            length < 3 || text[0] != '[' || text[length - 1] != ']')
            continue;
        buffer_add_text(page->out, "[^");
        escape_markdown_inline(page->out, text + 1, length - 2, " ", false);
        buffer_add_byte(page->out, ']');
        return true;
    }
    return false;
}

static void add_segment(struct markdown_document *page, size_t start, size_t end, bool begins,
                        const char *newline)
{
    const char *text = page->document->text + start;
    if (add_reference(page, text, end - start))
        return;
    if (has_code(page))
        escape_markdown_code(page->out, text, end - start);
    else
        escape_markdown_inline(page->out, text, end - start, newline, begins);
}

/* Blanks just within emphasis keep it from being any: they go before its beginning and behind its
 * end. */
static size_t open_layers(struct markdown_document *page, size_t at, size_t stop)
{
    bool opens = page->open_count < page->sweep.count;
    while (opens && at < stop && page->document->text[at] == ' ' &&
           page->sweep.active[page->sweep.count - 1]->kind != LAYER_CODE) {
        buffer_add_byte(page->out, ' ');
        at++;
    }
    while (page->open_count < page->sweep.count && page->open_count < DEEPEST && at < stop) {
        page->open[page->open_count] = page->sweep.active[page->open_count];
        buffer_add_text(page->out, mark_of(page, page->open[page->open_count]));
        page->open_count++;
    }
    return at;
}

static void add_inline(struct markdown_document *page, size_t start, size_t end,
                       const char *newline)
{
    for (size_t at = start; at < end;) {
        size_t stop = layers_segment(&page->sweep, at, next_label(page, at, end));
        size_t shared = 0;
        while (shared < page->open_count && shared < page->sweep.count &&
               page->open[shared] == page->sweep.active[shared])
            shared++;
        close_to(page, shared);
        add_labels(page, at);
        bool begins = at == start;
        at = open_layers(page, at, stop);
        add_segment(page, at, stop, begins, newline);
        at = stop;
    }
    close_to(page, 0);
    add_labels(page, end);
}

/* ---- blocks ---- */

/* "-" for every kind of bullet, a number as it is; what else there is (a box) goes into the text.
 */
static void add_marker(struct markdown_document *page, const struct block *block)
{
    const char *marker = page->document->markers[block->marker - 1];
    bool number = marker[0] >= '0' && marker[0] <= '9';
    size_t width = number ? strlen(marker) + 1 : 2;
    buffer_add_blanks(page->out, block->indent > width ? block->indent - width : 0);
    buffer_add_format(page->out, "%s ", number ? marker : "-");
    if (!number && strcmp(marker, "☐") == 0)
        buffer_add_text(page->out, "[ ] ");
    else if (!number && strcmp(marker, "☑") == 0)
        buffer_add_text(page->out, "[x] ");
}

/* "[1]" stands before it. */
static bool is_footnote(const struct markdown_document *page, const struct block *block)
{
    return (block->flags & BLOCK_FOOTNOTE) != 0 &&
           page->document->markers[block->marker - 1][0] == '[';
}

static void add_start(struct markdown_document *page, const struct block *block)
{
    buffer_truncate(&page->prefix, 0);
    for (unsigned i = 0; i < block->quote; i++)
        buffer_add_text(&page->prefix, "> ");
    buffer_add(page->out, buffer_text(&page->prefix), page->prefix.length);
    buffer_add_blanks(&page->prefix, block->indent);
    if (block->marker > 0 && is_footnote(page, block)) {
        const char *marker = page->document->markers[block->marker - 1];
        buffer_add_format(page->out, "[^%s: ", marker + 1);
        buffer_add_blanks(&page->prefix, FOOTNOTE > block->indent ? FOOTNOTE - block->indent : 0);
    } else if (block->marker > 0) {
        add_marker(page, block);
    } else {
        buffer_add_blanks(page->out,
                          (block->flags & BLOCK_FOOTNOTE) != 0 && block->indent < FOOTNOTE
                              ? FOOTNOTE
                              : block->indent);
    }
}

static void add_row(struct markdown_document *page, size_t index)
{
    const struct block *block = &page->document->blocks[index];
    const char *text = page->document->text;
    size_t cells = 0;
    buffer_add_byte(page->out, '|');
    for (size_t at = block->start;; at++, cells++) {
        const char *tab = memchr(text + at, '\t', block->end - at);
        size_t stop = tab != NULL ? (size_t)(tab - text) : block->end;
        buffer_add_byte(page->out, ' ');
        add_inline(page, at, stop, " ");
        buffer_add_text(page->out, " |");
        at = stop;
        if (tab == NULL)
            break;
    }
    if ((block->flags & BLOCK_TABLE_FIRST) == 0)
        return;
    const struct table_alignment *table = document_alignment(page->document, index);
    buffer_add_format(page->out, "\n%s|", buffer_text(&page->prefix));
    for (size_t i = 0; i <= cells; i++) {
        bool centred = table != NULL && i < 64 && (table->centred >> i & 1) != 0;
        bool right = table != NULL && i < 64 && (table->right >> i & 1) != 0;
        buffer_add_text(page->out, centred ? " :-: |" : right ? " --: |" : " --- |");
    }
}

/* A fence longer than any in the code; numbers of notes cannot stand in it and come after it. */
static void add_code(struct markdown_document *page, size_t start, size_t end)
{
    struct buffer newline = { 0 };
    const char *text = page->document->text;
    size_t fence = 3;
    for (size_t at = start, run = 0; at < end; at++) {
        run = text[at] == '`' ? run + 1 : 0;
        fence = run >= fence ? run + 1 : fence;
    }
    buffer_add_format(&newline, "\n%s", buffer_text(&page->prefix));
    for (size_t i = 0; i < fence; i++)
        buffer_add_byte(page->out, '`');
    buffer_add_text(page->out, buffer_text(&newline));
    clean_add(page->out, text + start, end - start, buffer_text(&newline));
    buffer_add_text(page->out, buffer_text(&newline));
    for (size_t i = 0; i < fence; i++)
        buffer_add_byte(page->out, '`');
    if (page->next_mark < page->marks->count && page->marks->items[page->next_mark].at <= end) {
        buffer_add_format(page->out, "\n\n%s", buffer_text(&page->prefix));
        add_labels(page, end);
    }
    buffer_free(&newline);
}

static void add_paragraph(struct markdown_document *page, const struct block *block)
{
    struct buffer newline = { 0 };
    buffer_add_format(&newline, "\\\n%s", buffer_text(&page->prefix));
    add_inline(page, block->start, block->end, buffer_text(&newline));
    buffer_free(&newline);
}

/* Returns the index of the last block that went in. */
static size_t add_block(struct markdown_document *page, size_t index)
{
    size_t last = code_block_last(page->document, index);
    const struct block *block = &page->document->blocks[index];
    bool row = block->kind == BLOCK_TABLE_ROW && (block->flags & BLOCK_TABLE_FIRST) == 0;
    bool item = block->marker > 0 && (block->flags & BLOCK_TIGHT) != 0;
    if (index > 0 && !row && !item) {
        for (unsigned i = 0; i < block->quote && page->document->blocks[index - 1].quote > i; i++)
            buffer_add_text(page->out, i == 0 ? ">" : " >");
        buffer_add_byte(page->out, '\n');
    }
    add_start(page, block);
    switch ((enum block_kind)block->kind) {
    case BLOCK_HEADING:
        for (int i = 0; i < block->level; i++)
            buffer_add_byte(page->out, '#');
        buffer_add_byte(page->out, ' ');
        add_inline(page, block->start, block->end, " ");
        break;
    case BLOCK_CODE: add_code(page, block->start, page->document->blocks[last].end); break;
    case BLOCK_TABLE_ROW: add_row(page, index); break;
    case BLOCK_RULE: buffer_add_text(page->out, "* * *"); break;
    case BLOCK_PARAGRAPH:
    case BLOCK_CONTEXT: add_paragraph(page, block); break;
    }
    buffer_add_byte(page->out, '\n');
    return last;
}

void markdown_document(struct buffer *out, const struct document *document,
                       const struct page_marks *marks)
{
    struct markdown_document page = { .out = out, .document = document, .marks = marks };
    layers_add_document(&page.layers, document);
    layers_sort(&page.layers);
    layers_begin(&page.sweep, &page.layers);
    for (size_t i = 0; i < document->block_count; i++)
        i = add_block(&page, i);
    if (page.next_mark < marks->count) {
        buffer_add_byte(out, '\n');
        add_labels(&page, document->length);
        buffer_add_byte(out, '\n');
    }
    layers_free(&page.layers);
    sweep_free(&page.sweep);
    buffer_free(&page.prefix);
}
