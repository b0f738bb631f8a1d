#include "layout/paint.h"

#include <string.h>

#include "text/width.h"

struct canvas {
    struct grid *grid;
    int row;
    int left;
    int limit;
    const struct paint_job *job;
    const struct document *document;
};

static unsigned block_style(const struct block *block)
{
    if (block->kind == BLOCK_HEADING)
        return ROLE_HEADING | (block->level <= 1 ? ATTRIBUTE_UNDERLINE : 0u);
    if (block->kind == BLOCK_CODE)
        return ROLE_CODE;
    if (block->flags & BLOCK_TABLE_HEADER)
        return ROLE_TEXT | ATTRIBUTE_BOLD;
    return block->quote > 0 ? ROLE_QUOTE : ROLE_TEXT;
}

static unsigned inline_style(unsigned style, unsigned bits)
{
    if (bits & STYLE_CODE)
        style = ROLE_CODE | STYLE_ATTRIBUTES(style);
    if (bits & STYLE_NOTE_MARK)
        style = ROLE_NOTE_MARK | STYLE_ATTRIBUTES(style);
    if (bits & STYLE_EMPHASIS)
        style |= ATTRIBUTE_ITALIC;
    if (bits & STYLE_STRONG)
        style |= ATTRIBUTE_BOLD;
    if (bits & STYLE_STRIKE)
        style |= ATTRIBUTE_STRIKE;
    return style;
}

/* Lowers *change to where a span that holds or follows `at` begins or ends; true when it
 * holds `at`. */
static bool span_holds(size_t start, size_t end, size_t at, size_t *change)
{
    if (at < start) {
        *change = start < *change ? start : *change;
        return false;
    }
    *change = end < *change ? end : *change;
    return true;
}

static const struct style_run *run_after(const struct document *document, size_t at)
{
    size_t low = 0;
    size_t high = document->style_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->styles[middle].end > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low < document->style_count ? &document->styles[low] : NULL;
}

static const struct link *link_after(const struct document *document, size_t at)
{
    size_t low = 0;
    size_t high = document->link_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->links[middle].span.end > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low < document->link_count ? &document->links[low] : NULL;
}

static const struct paint_span *painted_after(const struct paint_set *set, size_t at)
{
    size_t low = 0;
    size_t high = set->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (set->items[middle].end > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low < set->count ? &set->items[low] : NULL;
}

/* The style at `at`, and in *change where it may be another one. */
static unsigned style_at(const struct canvas *canvas, unsigned style, size_t at, size_t *change)
{
    const struct style_run *run = run_after(canvas->document, at);
    if (run != NULL && span_holds(run->start, run->end, at, change))
        style = inline_style(style, run->bits);
    const struct link *link = link_after(canvas->document, at);
    if (link != NULL && span_holds(link->span.start, link->span.end, at, change) &&
        STYLE_ROLE(style) != ROLE_NOTE_MARK)
        style = ROLE_LINK | STYLE_ATTRIBUTES(style);
    for (size_t i = 0; i < canvas->job->set_count; i++) {
        const struct paint_span *span = painted_after(&canvas->job->sets[i], at);
        if (span != NULL && span_holds(span->start, span->end, at, change))
            style = STYLE_ROLE(span->style) | STYLE_ATTRIBUTES(style) |
                    STYLE_ATTRIBUTES(span->style);
    }
    return style;
}

/* A run of one style; tabs are widened to their stops. */
static int paint_run(const struct canvas *canvas, int origin, int x, size_t start, size_t end,
                     unsigned style)
{
    const char *text = canvas->document->text;
    while (start < end && x < canvas->limit) {
        const char *tab = memchr(text + start, '\t', end - start);
        size_t stop = tab != NULL ? (size_t)(tab - text) : end;
        x = grid_text(canvas->grid, canvas->row, x, canvas->limit, text + start, stop - start,
                      style);
        if (tab == NULL)
            break;
        int step = layout_cluster_width(canvas->job->layout, "\t", 1, x - origin);
        grid_fill(canvas->grid, canvas->row, x, 1,
                  x + step < canvas->limit ? step : canvas->limit - x, style);
        x += step;
        start = stop + 1;
    }
    return x;
}

static void paint_piece(const struct canvas *canvas, const struct block *block,
                        const struct piece *piece)
{
    const char *text = canvas->document->text;
    size_t at = block->start + piece->start;
    size_t end = block->start + piece->end;
    int origin = canvas->left + piece->x;
    int x = origin;
    unsigned base = block_style(block);
    bool table = block->kind == BLOCK_TABLE_ROW;
    while (end > at && (text[end - 1] == '\n' || (table && text[end - 1] == '\t')))
        end--;
    if (block->kind != BLOCK_CODE)
        while (end > at && text[end - 1] == ' ')
            end--;
    while (at < end && x < canvas->limit) {
        size_t change = end;
        unsigned style = style_at(canvas, base, at, &change);
        x = paint_run(canvas, origin, x, at, change, style);
        at = change;
    }
    if ((piece->flags & PIECE_CUT) != 0 && x < canvas->limit)
        grid_text(canvas->grid, canvas->row, x, canvas->limit, "\\", 1, ROLE_LABEL);
}

static void paint_bars(const struct canvas *canvas, const struct block *block)
{
    const char *bar = canvas->job->ascii ? "|" : "│";
    int room = layout_left(canvas->job->layout, (size_t)(block - canvas->document->blocks));
    for (int i = 0; i < block->quote && i * 2 + 2 <= room; i++)
        grid_text(canvas->grid, canvas->row, canvas->left + i * 2, canvas->limit, bar,
                  strlen(bar), ROLE_MARKER);
}

static void paint_marker(const struct canvas *canvas, const struct block *block, int text_left)
{
    if (block->marker == 0)
        return;
    const char *marker = canvas->document->markers[block->marker - 1];
    size_t length = strlen(marker);
    int x = text_left - (int)width_text(marker, length) - 1;
    int least = block->quote * 2;
    if (canvas->job->ascii && (unsigned char)marker[0] >= 0x80) {
        marker = "*";
        length = 1;
        x = text_left - 2;
    }
    x = x < least ? least : x;
    if (x < text_left)
        grid_text(canvas->grid, canvas->row, canvas->left + x, canvas->left + text_left, marker,
                  length, ROLE_MARKER);
}

static void paint_line(const struct canvas *canvas, int from, int cells, const char *stroke)
{
    for (int i = 0; i < cells; i++)
        grid_text(canvas->grid, canvas->row, from + i, canvas->limit, stroke, strlen(stroke),
                  ROLE_TABLE_RULE);
}

/* The strokes between a table's columns, or the rule under its header. */
static void paint_table(const struct canvas *canvas, size_t block, bool rule)
{
    struct table_column columns[TABLE_COLUMNS];
    int count = layout_table(canvas->job->layout, block, columns);
    int left = canvas->left + layout_left(canvas->job->layout, block);
    bool ascii = canvas->job->ascii;
    for (int i = 0; i < count; i++) {
        int x = left + columns[i].x;
        if (rule)
            paint_line(canvas, x, columns[i].width, ascii ? "-" : "─");
        if (i == 0)
            continue;
        if (rule)
            paint_line(canvas, x - 3, 3, ascii ? "-" : "─");
        const char *stroke = rule ? (ascii ? "+" : "┼") : (ascii ? "|" : "│");
        paint_line(canvas, x - 2, 1, stroke);
    }
}

void paint_row(struct grid *grid, int row, int left, int limit, const struct paint_job *job,
               struct place place)
{
    const struct document *document = layout_document(job->layout);
    if (place.block >= document->block_count)
        return;
    struct canvas canvas = { grid, row, left, limit, job, document };
    const struct block *block = &document->blocks[place.block];
    const struct block_layout *lines = layout_block(job->layout, place.block);
    if (place.row < lines->gap) {
        const struct block *above = block - 1;
        if (block->quote > 0 && above->quote > 0)
            paint_bars(&canvas, above->quote < block->quote ? above : block);
        return;
    }
    uint32_t line = place.row - lines->gap;
    int text_left = layout_left(job->layout, place.block);
    if (block->quote > 0)
        paint_bars(&canvas, block);
    if (line == 0)
        paint_marker(&canvas, block, text_left);
    if (block->kind == BLOCK_RULE)
        paint_line(&canvas, left + text_left, layout_width(job->layout) - text_left,
                   job->ascii ? "-" : "─");
    bool ruled = block->kind == BLOCK_TABLE_ROW && lines->rows > 0;
    bool rule = ruled && (block->flags & BLOCK_TABLE_HEADER) != 0 && line + 1 == lines->rows;
    if (ruled)
        paint_table(&canvas, place.block, rule && lines->rows > 1);
    size_t first = 0;
    if (block->kind != BLOCK_TABLE_ROW) /* a piece a row: go to it at once */
        first = line < lines->piece_count ? line : lines->piece_count;
    for (size_t i = first; i < lines->piece_count; i++) {
        if (lines->pieces[i].row == line)
            paint_piece(&canvas, block, &lines->pieces[i]);
        else if (block->kind != BLOCK_TABLE_ROW)
            break;
    }
}
