#include "layout/paint.h"

#include <string.h>

#include "base/bisect.h"
#include "text/grapheme.h"
#include "text/utf8.h"
#include "text/width.h"

#define MARKER_LIMIT 64

enum { EMPTY_BOX = 0x2610, TICKED_BOX = 0x2611 };

/* Where a row is painted: the text column begins at `left` and ends at `limit`. */
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
    if (bits & STYLE_DIM)
        style = ROLE_DIM | STYLE_ATTRIBUTES(style);
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
    BISECT(low, document->style_count, document->styles[low].end > at);
    return low < document->style_count ? &document->styles[low] : NULL;
}

static const struct link *link_after(const struct document *document, size_t at)
{
    size_t low = 0;
    BISECT(low, document->link_count, document->links[low].span.end > at);
    return low < document->link_count ? &document->links[low] : NULL;
}

static const struct paint_span *painted_after(const struct paint_set *set, size_t at)
{
    size_t low = 0;
    BISECT(low, set->count, set->items[low].end > at);
    return low < set->count ? &set->items[low] : NULL;
}

/* What styles a piece as it is walked through: the next run and link of the document. */
struct walk {
    const struct canvas *canvas;
    const struct style_run *run; /* NULL: no more */
    const struct link *link;
    unsigned base;
};

static void advance(struct walk *walk, size_t at)
{
    const struct document *document = walk->canvas->document;
    while (walk->run != NULL && walk->run->end <= at)
        walk->run = walk->run < &document->styles[document->style_count - 1] ? walk->run + 1 : NULL;
    while (walk->link != NULL && walk->link->span.end <= at)
        walk->link = walk->link < &document->links[document->link_count - 1] ? walk->link + 1 : NULL;
}

/* The style at `at`, and in *change where it may be another one. */
static unsigned style_at(struct walk *walk, size_t at, size_t *change)
{
    const struct paint_job *job = walk->canvas->job;
    unsigned style = walk->base;
    advance(walk, at);
    if (walk->run != NULL && span_holds(walk->run->start, walk->run->end, at, change))
        style = inline_style(style, walk->run->bits);
    const struct link *link = walk->link;
    if (link != NULL && span_holds(link->span.start, link->span.end, at, change) &&
        link->kind != LINK_CONTEXT && STYLE_ROLE(style) != ROLE_NOTE_MARK)
        style = ROLE_LINK | STYLE_ATTRIBUTES(style);
    for (size_t i = 0; i < job->set_count; i++) {
        const struct paint_span *span = painted_after(&job->sets[i], at);
        if (span != NULL && span_holds(span->start, span->end, at, change))
            style = STYLE_ROLE(span->style) | STYLE_ATTRIBUTES(style) |
                    STYLE_ATTRIBUTES(span->style);
    }
    return style;
}

/* ASCII and U+4000-9FFF: two of these in a row are never one cluster. */
static bool is_plain_at(const char *text, size_t at)
{
    unsigned char lead = (unsigned char)text[at];
    return lead < 0x80 || (lead >= 0xE4 && lead <= 0xE9);
}

/* A style that changes inside a cluster changes after it. */
static size_t cluster_end(const char *text, size_t start, size_t end, size_t change)
{
    if (change >= end ||
        (is_plain_at(text, change) && is_plain_at(text, utf8_previous(text, change))))
        return change;
    size_t first = start + grapheme_previous(text + start, change - start);
    size_t next = grapheme_next(text, end, first);
    return next > change ? next : change;
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
        if (tab == NULL || x >= canvas->limit)
            break;
        int step = layout_cluster_width(canvas->job->layout, "\t", 1, x - origin);
        grid_fill(canvas->grid, canvas->row, x, 1,
                  x + step < canvas->limit ? step : canvas->limit - x, style);
        x += step;
        start = stop + 1;
    }
    return x;
}

/* End of what is seen of a piece: the blanks that hang and the line's end are not. */
static size_t visible_end(const char *text, size_t start, size_t end, bool code)
{
    while (end > start && (text[end - 1] == '\n' ||
                           (!code && (text[end - 1] == ' ' || text[end - 1] == '\t'))))
        end--;
    return end;
}

/* The marks of what a row leaves out; `x` is the cell behind the piece. */
static void paint_cuts(const struct canvas *canvas, const struct block *block,
                       const struct piece *piece, int x)
{
    bool context = block->kind == BLOCK_CONTEXT;
    const char *mark = !context ? "\\" : canvas->job->ascii ? "~" : "…";
    unsigned style = context ? ROLE_DIM : ROLE_LABEL;
    if ((piece->flags & PIECE_CUT) != 0 && x < canvas->limit)
        grid_text(canvas->grid, canvas->row, x, canvas->limit, mark, strlen(mark), style);
    int before = canvas->left + piece->x - 1;
    if ((piece->flags & PIECE_CUT_LEFT) != 0 && before >= canvas->left)
        grid_text(canvas->grid, canvas->row, before, canvas->limit, mark, strlen(mark), style);
}

/* The tags behind text[start, end); `x` is the cell behind it. */
static int paint_tags(const struct canvas *canvas, size_t start, size_t end, int x)
{
    const struct tags *tags = layout_tags(canvas->job->layout);
    for (size_t i = tags_after(tags, start); i < tags->count && tags->items[i].offset <= end; i++)
        x = grid_text(canvas->grid, canvas->row, x, canvas->limit, tags->items[i].text,
                      strlen(tags->items[i].text), ROLE_MARKER);
    return x;
}

/* Where the text from `at` on goes on behind a tag, `change` if there is none before it. */
static size_t next_tag(const struct canvas *canvas, size_t at, size_t change)
{
    const struct tags *tags = layout_tags(canvas->job->layout);
    size_t next = tags_after(tags, at);
    return next < tags->count && tags->items[next].offset < change ? tags->items[next].offset
                                                                   : change;
}

static void paint_piece(const struct canvas *canvas, const struct block *block,
                        const struct piece *piece)
{
    const struct document *document = canvas->document;
    size_t at = block->start + piece->start;
    size_t end = visible_end(document->text, at, block->start + piece->end,
                             block->kind == BLOCK_CODE);
    int origin = canvas->left + piece->x;
    int x = origin;
    struct walk walk = { canvas, run_after(document, at), link_after(document, at),
                         block_style(block) };
    while (at < end && x < canvas->limit) {
        size_t change = end;
        unsigned style = style_at(&walk, at, &change);
        change = cluster_end(document->text, at, end, next_tag(canvas, at, change));
        int begun = x;
        x = paint_run(canvas, origin, x, at, change, style);
        if (walk.link != NULL && walk.link->kind == LINK_URL && walk.link->span.start <= at)
            grid_link(canvas->grid, canvas->row, begun, x, walk.link->target);
        x = paint_tags(canvas, at, change, x);
        at = change;
    }
    paint_cuts(canvas, block, piece, x);
}

/* The quotes' bars (document_bars) for which there are cells left of `room`. */
static void paint_bars(const struct canvas *canvas, uint64_t bars, int room)
{
    const char *bar = canvas->job->ascii ? "|" : "│";
    for (int x = 0; bars != 0 && x + 2 <= room; x++, bars >>= 1)
        if ((bars & 1) != 0)
            grid_text(canvas->grid, canvas->row, canvas->left + x, canvas->limit, bar,
                      strlen(bar), ROLE_MARKER);
}

/* Cells of the bars that stand side by side at the left. */
static int leading_bars(uint64_t bars)
{
    int cells = 0;
    for (; (bars & 1) != 0; bars >>= 2)
        cells += 2;
    return cells;
}

/* Every marker in as many cells of ASCII. */
static size_t ascii_marker(const char *marker, char out[MARKER_LIMIT])
{
    size_t length = strlen(marker);
    size_t kept = 0;
    for (size_t at = 0; at < length && kept < MARKER_LIMIT;) {
        uint32_t shown;
        at += utf8_decode(marker + at, length - at, &shown);
        bool box = shown == EMPTY_BOX || shown == TICKED_BOX;
        out[kept++] = shown < 0x80 ? (char)shown : !box ? '*' : shown == EMPTY_BOX ? 'o' : 'x';
    }
    return kept;
}

static void paint_marker(const struct canvas *canvas, const struct block *block, int text_left)
{
    if (block->marker == 0)
        return;
    char ascii[MARKER_LIMIT];
    const char *marker = canvas->document->markers[block->marker - 1];
    size_t length = strlen(marker);
    if (canvas->job->ascii) {
        length = ascii_marker(marker, ascii);
        marker = ascii;
    }
    int x = text_left - (int)width_text(marker, length) - 1;
    int least = block->quote == 0
                    ? 0
                    : leading_bars(document_bars(canvas->document,
                                                 (size_t)(block - canvas->document->blocks)));
    int limit = canvas->left + text_left < canvas->limit ? canvas->left + text_left
                                                         : canvas->limit;
    grid_text(canvas->grid, canvas->row, canvas->left + (x < least ? least : x), limit, marker,
              length, ROLE_MARKER);
}

static void paint_line(const struct canvas *canvas, int from, int cells, const char *stroke)
{
    for (int i = 0; i < cells; i++)
        grid_text(canvas->grid, canvas->row, from + i, canvas->limit, stroke, strlen(stroke),
                  ROLE_TABLE_RULE);
}

/* The strokes between a table's columns, or the rule under its header. */
static void paint_strokes(const struct canvas *canvas, int left,
                          const struct table_column *columns, int count, bool rule)
{
    bool ascii = canvas->job->ascii;
    const char *stroke = rule ? (ascii ? "+" : "┼") : (ascii ? "|" : "│");
    const char *line = ascii ? "-" : "─";
    for (int i = 0; i < count; i++) {
        int x = left + columns[i].x;
        if (rule)
            paint_line(canvas, i == 0 ? x : x - TABLE_BETWEEN,
                       columns[i].width + (i == 0 ? 0 : TABLE_BETWEEN), line);
        if (i > 0)
            paint_line(canvas, x - 2, 1, stroke);
    }
}

/* A row of a table: every cell keeps to its column. */
static void paint_table(const struct canvas *canvas, const struct block *block,
                        const struct block_layout *lines, uint32_t line)
{
    struct table_column columns[TABLE_COLUMNS];
    int count = layout_table(canvas->job->layout, lines->block, columns);
    int left = canvas->left + layout_left(canvas->job->layout, lines->block);
    bool rule = (block->flags & BLOCK_TABLE_HEADER) != 0 && line + 1 == lines->rows;
    struct canvas cell = *canvas;
    paint_strokes(canvas, left, columns, count, rule && lines->rows > 1);
    for (size_t i = 0; i < lines->piece_count; i++) {
        const struct piece *piece = &lines->pieces[i];
        if (piece->row != line)
            continue;
        int column = 0;
        while (column + 1 < count && canvas->left + piece->x >= left + columns[column + 1].x)
            column++;
        int end = count > 0 ? left + columns[column].x + columns[column].width : canvas->limit;
        cell.limit = end < canvas->limit ? end : canvas->limit;
        paint_piece(&cell, block, piece);
    }
}

/* What stands left of the text. */
static void paint_margin(const struct canvas *canvas, const struct block *block, uint32_t line,
                         int text_left)
{
    if (line == 0)
        paint_marker(canvas, block, text_left);
    if (block->quote > 0) /* over the blanks of a marker that stands before the quote */
        paint_bars(canvas,
                   document_bars(canvas->document, (size_t)(block - canvas->document->blocks)),
                   text_left);
}

/* Quote bars go on through the blank rows between two quoted paragraphs. */
static void paint_gap(const struct canvas *canvas, const struct block *block)
{
    size_t index = (size_t)(block - canvas->document->blocks);
    if (index == 0 || block->quote == 0 || block[-1].quote == 0)
        return;
    int left = layout_left(canvas->job->layout, index);
    int above = layout_left(canvas->job->layout, index - 1);
    paint_bars(canvas,
               document_bars(canvas->document, index) & document_bars(canvas->document, index - 1),
               left < above ? left : above);
}

void paint_row(struct grid *grid, int row, int left, int limit, const struct paint_job *job,
               struct place place)
{
    const struct document *document = layout_document(job->layout);
    if (place.block >= document->block_count)
        return;
    int width = layout_width(job->layout);
    struct canvas canvas = { grid, row, left, limit < left + width ? limit : left + width, job,
                             document };
    const struct block *block = &document->blocks[place.block];
    const struct block_layout *lines = layout_block(job->layout, place.block);
    if (place.row < lines->gap) {
        paint_gap(&canvas, block);
        return;
    }
    uint32_t line = place.row - lines->gap;
    int text_left = layout_left(job->layout, place.block);
    if (line >= lines->rows)
        return;
    paint_margin(&canvas, block, line, text_left);
    if (block->kind == BLOCK_RULE)
        paint_line(&canvas, left + text_left, width - text_left, job->ascii ? "-" : "─");
    else if (block->kind == BLOCK_TABLE_ROW)
        paint_table(&canvas, block, lines, line);
    else if (line < lines->piece_count) /* a piece a row */
        paint_piece(&canvas, block, &lines->pieces[line]);
}
