#include "layout/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "layout/table.h"
#include "text/grapheme.h"
#include "text/linebreak.h"
#include "text/width.h"

/* Enough for every block on a large screen and the pages around it. */
#define CACHE_SLOTS 256

/* Below this many cells of text, quote bars and indents give way. */
#define LEAST_COLUMN 6

/* In a narrower column the mark of a cut word would take too much. */
#define LEAST_MARKED 4

struct slot {
    bool used;
    struct block_layout block;
};

struct layout {
    const struct document *document;
    int width;
    struct layout_options options;
    struct slot slots[CACHE_SLOTS];
    unsigned char *marks; /* line break opportunities of the block being set */
    size_t marks_capacity;
    struct table table; /* the table measured last */
    const unsigned char *visible; /* a byte a block; NULL: all are */
    struct tags tags;
};

static int column_width(int width, const struct layout_options *options)
{
    if (options->measure > 0 && width > options->measure)
        width = options->measure;
    return width < 1 ? 1 : width;
}

struct layout *layout_new(const struct document *document, int width,
                          const struct layout_options *options)
{
    struct layout *layout = xcalloc(1, sizeof *layout);
    layout->document = document;
    layout->options = *options;
    layout->width = column_width(width, options);
    layout->table.first = SIZE_MAX;
    return layout;
}

static void forget(struct layout *layout)
{
    for (size_t i = 0; i < CACHE_SLOTS; i++)
        layout->slots[i].used = false;
    layout->table.first = SIZE_MAX;
}

void layout_free(struct layout *layout)
{
    if (layout == NULL)
        return;
    for (size_t i = 0; i < CACHE_SLOTS; i++)
        free(layout->slots[i].block.pieces);
    free(layout->marks);
    free(layout);
}

void layout_configure(struct layout *layout, int width, const struct layout_options *options)
{
    int column = column_width(width, options);
    if (column == layout->width && options->tab == layout->options.tab)
        return;
    layout->width = column;
    layout->options = *options;
    forget(layout);
}

void layout_set_tags(struct layout *layout, struct tags tags)
{
    layout->tags = tags;
    forget(layout);
}

const struct tags *layout_tags(const struct layout *layout)
{
    return &layout->tags;
}

const struct document *layout_document(const struct layout *layout)
{
    return layout->document;
}

int layout_width(const struct layout *layout)
{
    return layout->width;
}

int layout_left(const struct layout *layout, size_t block)
{
    const struct block *b = &layout->document->blocks[block];
    int left = b->quote * 2 + b->indent;
    int most = layout->width > LEAST_COLUMN ? layout->width - LEAST_COLUMN : 0;
    return left < most ? left : most;
}

int layout_cluster_width(const struct layout *layout, const char *cluster, size_t length, int x)
{
    unsigned char first = (unsigned char)cluster[0];
    if (first == '\t') {
        int tab = layout->options.tab > 0 ? layout->options.tab : 8;
        return tab - x % tab;
    }
    if (first == '\n')
        return 0;
    if (length == 1 && first >= 0x20 && first < 0x7F)
        return 1;
    size_t width = width_text(cluster, length);
    return width < 1 ? 1 : (int)width;
}

/* Width of the cluster text[at, next) at cell `x` with the tags behind it; text[0] is the document's
 * byte `base`. */
static int tagged_width(const struct layout *layout, const char *text, size_t base, size_t at,
                        size_t next, int x)
{
    int width = layout_cluster_width(layout, text + at, next - at, x);
    return layout->tags.count > 0 ? width + tags_cells(&layout->tags, base + at, base + next)
                                  : width;
}

/* A blank and nothing that stands on it. */
static bool is_blank(const char *text, size_t start, size_t end)
{
    return end == start + 1 && (text[start] == ' ' || text[start] == '\t' || text[start] == '\n');
}

/* End of the cluster at `at`; the common cases without asking the library. */
static size_t next_cluster(const char *text, size_t length, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    if (byte < 0x80 && (at + 1 >= length || (unsigned char)text[at + 1] < 0x80))
        return at + 1;
    return grapheme_next(text, length, at);
}

/* The state of filling one block's lines. */
struct filler {
    struct layout *layout;
    struct block_layout *out;
    const char *text; /* the block's */
    size_t base;      /* where in the document it begins */
    size_t length;
    const unsigned char *marks; /* NULL: code, lines end only where they are full */
    int x;                      /* left edge on the row, for the pieces */
    int width;
    uint32_t row;
};

static void emit(struct filler *filler, size_t start, size_t end, unsigned flags)
{
    struct block_layout *out = filler->out;
    out->pieces = vector_grow(out->pieces, &out->piece_capacity, out->piece_count + 1,
                              sizeof *out->pieces);
    out->pieces[out->piece_count++] = (struct piece){
        .start = (uint32_t)start,
        .end = (uint32_t)end,
        .row = filler->row++,
        .x = (uint16_t)filler->x,
        .flags = (uint16_t)flags,
    };
}

/* Where a row may end, the later the better: `best` at an opportunity, `cut` inside a word with
 * a cell left for the mark, `hang` before a blank beyond the column, `space` behind one of code
 * with a cell left for the mark. Not after the row's start: nowhere. */
struct ends {
    size_t best;
    size_t cut;
    size_t hang;
    size_t space;
};

/* Does the word of code at `start` fit on a row of its own, with the mark where it does not end
 * the line? */
static bool word_fits(const struct filler *filler, size_t start)
{
    int x = 0;
    size_t at = start;
    while (at < filler->length && !is_blank(filler->text, at, at + 1)) {
        size_t next = next_cluster(filler->text, filler->length, at);
        x += layout_cluster_width(filler->layout, filler->text + at, next - at, x);
        if (x >= filler->width)
            return x == filler->width && next == filler->length;
        at = next;
    }
    return true;
}

/* Ends the row that began at `start`, as what stands at `at` does not fit. Returns its end. */
static size_t end_row(struct filler *filler, const struct ends *ends, size_t start, size_t at)
{
    size_t end = at;
    unsigned flags = 0;
    if (ends->best > start) {
        end = ends->best;
    } else if (ends->hang > start) {
        end = ends->hang;
    } else if (ends->space > start && word_fits(filler, ends->space)) {
        end = ends->space;
        flags = PIECE_CUT;
    } else if (ends->cut > start) {
        end = ends->cut;
        flags = PIECE_CUT;
    }
    emit(filler, start, end, flags);
    return end;
}

/* Greedy filling: each row takes what fits, then ends at its last opportunity. Blanks hang
 * beyond the column, but for those of code. */
static void fill(struct filler *filler)
{
    struct ends ends = { 0, 0, 0, 0 };
    size_t start = 0;
    int x = 0;
    for (size_t at = 0; at < filler->length;) {
        unsigned mark = filler->marks != NULL && at > start ? filler->marks[at] : LINEBREAK_NO;
        if (mark == LINEBREAK_MUST) {
            emit(filler, start, at, 0);
            start = at;
            x = 0;
        } else if (mark == LINEBREAK_MAY) {
            ends.best = at;
        }
        size_t next = next_cluster(filler->text, filler->length, at);
        int width = tagged_width(filler->layout, filler->text, filler->base, at, next, x);
        bool fits = x + width <= filler->width;
        bool hangs = !fits && filler->marks != NULL && is_blank(filler->text, at, next);
        if (fits || hangs || at == start) {
            if (hangs)
                ends.hang = at;
            x += width;
            at = next;
            if (x < filler->width && filler->width >= LEAST_MARKED) {
                ends.cut = at;
                if (filler->marks == NULL && is_blank(filler->text, at - 1, at))
                    ends.space = at;
            }
            continue;
        }
        start = at = end_row(filler, &ends, start, at);
        x = 0;
    }
    emit(filler, start, filler->length, 0);
}

static const unsigned char *mark_breaks(struct layout *layout, const char *text, size_t length)
{
    layout->marks = vector_grow(layout->marks, &layout->marks_capacity, length + 1, 1);
    linebreak_mark(text, length, layout->marks);
    return layout->marks;
}

/* Moves what is seen of a cell's pieces, from the `first` one on, to the middle of their column or
 * to its right end. */
static void align_cell(const struct filler *cell, size_t first, bool right)
{
    for (size_t i = first; i < cell->out->piece_count; i++) {
        struct piece *piece = &cell->out->pieces[i];
        size_t end = piece->end;
        while (end > piece->start && is_blank(cell->text, end - 1, end))
            end--;
        int room = cell->width - ((piece->flags & PIECE_CUT) != 0 ? 1 : 0);
        room -= (int)width_text(cell->text + piece->start, end - piece->start);
        room -= tags_cells(&cell->layout->tags, cell->base + piece->start, cell->base + end);
        if (room > 0)
            piece->x = (uint16_t)(piece->x + (right ? room : room / 2));
    }
}

/* Each cell of a table row is filled in its own column. */
static void fill_row(struct filler *filler)
{
    struct layout *layout = filler->layout;
    const char *text = filler->text;
    size_t length = filler->length;
    int left = filler->x;
    uint32_t rows = 1;
    size_t start = 0;
    for (int i = 0; i < layout->table.count; i++) {
        const char *tab = i + 1 < layout->table.count
                              ? memchr(text + start, '\t', length - start) : NULL;
        size_t end = tab != NULL ? (size_t)(tab - text) + 1 : length;
        struct filler cell = *filler;
        size_t before = filler->out->piece_count;
        cell.text = text + start;
        cell.base = filler->base + start;
        cell.length = end - start;
        cell.marks = mark_breaks(layout, cell.text, cell.length);
        cell.x = left + layout->table.columns[i].x;
        cell.width = layout->table.columns[i].width;
        cell.row = 0;
        fill(&cell);
        if (((layout->table.right | layout->table.centred) >> i & 1) != 0)
            align_cell(&cell, before, (layout->table.right >> i & 1) != 0);
        for (size_t p = before; p < filler->out->piece_count; p++) {
            filler->out->pieces[p].start += (uint32_t)start;
            filler->out->pieces[p].end += (uint32_t)start;
        }
        rows = cell.row > rows ? cell.row : rows;
        start = end;
        if (tab == NULL)
            break;
    }
    filler->row = rows;
}

/* One row, its key two fifths of the way: what does not fit on either side is left out. */
static void fill_context(struct filler *filler, struct span key)
{
    int column = filler->width * 2 / 5;
    size_t start = key.start;
    int left = 0;
    while (start > 0) {
        size_t before = grapheme_previous(filler->text, start);
        int width = layout_cluster_width(filler->layout, filler->text + before, start - before, 0);
        if (left + width > column - (before > 0 ? 1 : 0))
            break;
        left += width;
        start = before;
    }
    size_t end = key.start;
    for (int x = column; end < filler->length;) {
        size_t next = next_cluster(filler->text, filler->length, end);
        x += layout_cluster_width(filler->layout, filler->text + end, next - end, x);
        if (x > filler->width - (next < filler->length ? 1 : 0))
            break;
        end = next;
    }
    filler->x += column - left;
    emit(filler, start, end, (start > 0 ? PIECE_CUT_LEFT : 0u) |
                             (end < filler->length ? PIECE_CUT : 0u));
}

void layout_filter(struct layout *layout, const unsigned char *visible)
{
    layout->visible = visible;
    forget(layout);
}

static bool is_shown(const struct layout *layout, size_t block)
{
    return layout->visible == NULL || layout->visible[block] != 0;
}

/* The nearest shown block after or before `block`; `block` itself when there is none. */
static size_t shown_neighbour(const struct layout *layout, size_t block, bool down)
{
    size_t count = layout->document->block_count;
    for (size_t at = block; down ? ++at < count : at-- > 0;)
        if (is_shown(layout, at))
            return at;
    return block;
}

size_t layout_shown_block(const struct layout *layout, size_t block)
{
    if (layout->document->block_count == 0 || is_shown(layout, block))
        return block;
    size_t next = shown_neighbour(layout, block, true);
    return next != block ? next : shown_neighbour(layout, block, false);
}

static uint32_t gap_above(const struct layout *layout, size_t block)
{
    const struct block *b = &layout->document->blocks[block];
    if (layout->visible != NULL) /* what was left out leaves a gap */
        return shown_neighbour(layout, block, false) == block ? 0 : 1;
    return block == 0 || (b->flags & (BLOCK_TIGHT | BLOCK_CONTINUES)) != 0 ? 0 : 1;
}

static void set_block(struct layout *layout, size_t index, struct block_layout *out)
{
    const struct block *block = &layout->document->blocks[index];
    int left = layout_left(layout, index);
    struct filler filler = {
        .layout = layout,
        .out = out,
        .text = layout->document->text + block->start,
        .base = block->start,
        .length = block->end - block->start,
        .x = left,
        .width = layout->width - left < 1 ? 1 : layout->width - left,
    };
    out->block = index;
    out->gap = 0;
    out->rows = 0;
    out->piece_count = 0;
    if (!is_shown(layout, index))
        return;
    out->gap = gap_above(layout, index);
    bool table = block->kind == BLOCK_TABLE_ROW &&
                 table_measure(&layout->table, layout->document, index, filler.width,
                               &layout->tags);
    if (table) {
        fill_row(&filler);
    } else if (block->kind == BLOCK_RULE) {
        filler.row = 1;
    } else if (block->kind == BLOCK_CONTEXT) {
        struct span key = document_key(layout->document, index);
        fill_context(&filler, (struct span){ key.start - block->start, key.end - block->start });
    } else {
        if (block->kind != BLOCK_CODE)
            filler.marks = mark_breaks(layout, filler.text, filler.length);
        fill(&filler);
    }
    out->rows = filler.row;
    if (table && (block->flags & BLOCK_TABLE_HEADER) != 0)
        out->rows++;
}

const struct block_layout *layout_block(struct layout *layout, size_t block)
{
    struct slot *slot = &layout->slots[block % CACHE_SLOTS];
    if (!slot->used || slot->block.block != block) {
        set_block(layout, block, &slot->block);
        slot->used = true;
    }
    return &slot->block;
}

int layout_table(struct layout *layout, size_t block,
                 struct table_column columns[TABLE_COLUMNS])
{
    int left = layout_left(layout, block);
    if (!table_measure(&layout->table, layout->document, block, layout->width - left,
                       &layout->tags))
        return 0;
    memcpy(columns, layout->table.columns, sizeof layout->table.columns);
    return layout->table.count;
}

/* The piece that `offset` (from the block's start) is shown in. */
static const struct piece *piece_of(const struct block_layout *block, size_t offset)
{
    if (block->piece_count == 0)
        return NULL;
    size_t low = 0;
    size_t high = block->piece_count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (block->pieces[middle].end > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return &block->pieces[low];
}

static size_t within_block(const struct document *document, size_t block, size_t offset)
{
    const struct block *b = &document->blocks[block];
    if (offset <= b->start)
        return 0;
    return (offset < b->end ? offset : b->end) - b->start;
}

struct place layout_place(struct layout *layout, size_t offset)
{
    const struct document *document = layout->document;
    if (document->block_count == 0)
        return (struct place){ 0, 0 };
    size_t index = layout_shown_block(layout, document_block_at(document, offset));
    const struct block_layout *block = layout_block(layout, index);
    const struct piece *piece = piece_of(block, within_block(document, index, offset));
    return (struct place){ index, block->gap + (piece != NULL ? piece->row : 0) };
}

int layout_x(struct layout *layout, size_t offset)
{
    const struct document *document = layout->document;
    if (document->block_count == 0)
        return 0;
    size_t index = layout_shown_block(layout, document_block_at(document, offset));
    const struct block_layout *block = layout_block(layout, index);
    size_t within = within_block(document, index, offset);
    const struct piece *piece = piece_of(block, within);
    if (piece == NULL)
        return layout_left(layout, index);
    const char *text = document->text + document->blocks[index].start;
    int x = 0;
    for (size_t at = piece->start; at < within && at < piece->end;) {
        size_t next = next_cluster(text, piece->end, at);
        x += tagged_width(layout, text, document->blocks[index].start, at, next, x);
        at = next;
    }
    x += piece->x;
    return x < layout->width ? x : layout->width - 1;
}

/* The last piece on the row that begins left of `x`, the first one if all begin right of it. */
static const struct piece *piece_at(const struct block_layout *block, uint32_t row, int x)
{
    const struct piece *found = NULL;
    for (size_t i = 0; i < block->piece_count; i++) {
        const struct piece *piece = &block->pieces[i];
        if (piece->row == row && (found == NULL || piece->x <= x))
            found = piece;
    }
    if (found == NULL && block->piece_count > 0)
        found = &block->pieces[block->piece_count - 1];
    return found;
}

size_t layout_offset_at(struct layout *layout, struct place place, int x)
{
    const struct document *document = layout->document;
    if (document->block_count == 0)
        return 0;
    const struct block_layout *block = layout_block(layout, place.block);
    size_t base = document->blocks[place.block].start;
    if (place.row < block->gap)
        return base;
    const struct piece *piece = piece_at(block, place.row - block->gap, x);
    if (piece == NULL)
        return base;
    const char *text = document->text + base;
    size_t at = piece->start;
    size_t last = at;
    for (int here = piece->x; at < piece->end;) {
        size_t next = next_cluster(text, piece->end, at);
        here += tagged_width(layout, text, base, at, next, here - piece->x);
        bool blank = is_blank(text, at, next);
        if (here > x && (!blank || next < piece->end))
            return base + at;
        if (!blank)
            last = at;
        at = next;
    }
    return base + last;
}

size_t layout_row_offset(struct layout *layout, struct place place)
{
    return layout_offset_at(layout, place, 0);
}

static uint32_t rows_of(struct layout *layout, size_t block)
{
    const struct block_layout *lines = layout_block(layout, block);
    return lines->gap + lines->rows;
}

/* The last row of a block, 0 for a hidden one. */
static uint32_t last_row(struct layout *layout, size_t block)
{
    uint32_t rows = rows_of(layout, block);
    return rows > 0 ? rows - 1 : 0;
}

static long move_down(struct layout *layout, struct place *place, long rows)
{
    long gone = 0;
    for (;;) {
        long left = (long)last_row(layout, place->block) - (long)place->row;
        if (left >= rows - gone) {
            place->row += (uint32_t)(rows - gone);
            return rows;
        }
        size_t next = shown_neighbour(layout, place->block, true);
        if (next == place->block) {
            place->row += (uint32_t)left;
            return gone + left;
        }
        gone += left + 1;
        *place = (struct place){ next, 0 };
    }
}

static long move_up(struct layout *layout, struct place *place, long rows)
{
    long gone = 0;
    for (;;) {
        long above = (long)place->row;
        if (above >= rows - gone) {
            place->row -= (uint32_t)(rows - gone);
            return rows;
        }
        size_t previous = shown_neighbour(layout, place->block, false);
        if (previous == place->block) {
            place->row = 0;
            return gone + above;
        }
        gone += above + 1;
        *place = (struct place){ previous, last_row(layout, previous) };
    }
}

long layout_move(struct layout *layout, struct place *place, long rows)
{
    if (layout->document->block_count == 0)
        return 0;
    place->block = layout_shown_block(layout, place->block);
    uint32_t last = last_row(layout, place->block);
    if (place->row > last)
        place->row = last;
    return rows >= 0 ? move_down(layout, place, rows) : -move_up(layout, place, -rows);
}

static int place_compare(struct place a, struct place b)
{
    if (a.block != b.block)
        return a.block < b.block ? -1 : 1;
    return a.row < b.row ? -1 : a.row > b.row;
}

long layout_distance(struct layout *layout, struct place from, struct place to, long limit)
{
    if (place_compare(from, to) > 0)
        return -layout_distance(layout, to, from, limit);
    long rows = 0;
    while (from.block < to.block && rows < limit) {
        rows += (long)rows_of(layout, from.block) - (long)from.row;
        size_t next = shown_neighbour(layout, from.block, true);
        if (next == from.block)
            break;
        from = (struct place){ next, 0 };
    }
    if (from.block == to.block)
        rows += (long)to.row - (long)from.row;
    return rows < limit ? rows : limit;
}

struct place layout_end(struct layout *layout)
{
    size_t count = layout->document->block_count;
    if (count == 0)
        return (struct place){ 0, 0 };
    size_t last = is_shown(layout, count - 1) ? count - 1
                                              : shown_neighbour(layout, count - 1, false);
    return (struct place){ last, last_row(layout, last) };
}
