#include "layout/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/xalloc.h"
#include "layout/fill.h"
#include "layout/table.h"
#include "layout/whole.h"

/* Enough for every block on a large screen and the pages around it. */
#define CACHE_SLOTS 256

/* Below this many cells of text, quote bars and indents give way. */
#define LEAST_COLUMN 6

struct slot {
    bool used;
    struct block_layout block;
};

struct layout {
    const struct document *document;
    int width;
    struct layout_options options;
    struct slot slots[CACHE_SLOTS];
    struct fill_marks marks; /* of the block being set */
    struct table table; /* the table measured last */
    const unsigned char *visible; /* a byte a block; NULL: all are */
    struct tags tags;
    unsigned age; /* how often the lines changed */
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
    layout->age++;
}

unsigned layout_age(const struct layout *layout)
{
    return layout->age;
}

void layout_free(struct layout *layout)
{
    if (layout == NULL)
        return;
    for (size_t i = 0; i < CACHE_SLOTS; i++)
        free(layout->slots[i].block.pieces);
    free(layout->marks.items);
    free(layout);
}

void layout_configure(struct layout *layout, int width, const struct layout_options *options)
{
    int column = column_width(width, options);
    if (column == layout->width && options->tab == layout->options.tab &&
        options->spacing == layout->options.spacing)
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

int layout_cluster_width(const struct layout *layout, const char *cluster, size_t length, int x)
{
    return fill_cluster_width(layout->options.tab, cluster, length, x);
}

/* With the tags behind it; text[0] is the document's byte `base`. */
static int tagged_width(const struct layout *layout, const char *text, size_t base, size_t at,
                        size_t next, int x)
{
    return layout_cluster_width(layout, text + at, next - at, x) +
           tags_cells(&layout->tags, base + at, base + next);
}

int layout_left(const struct layout *layout, size_t block)
{
    const struct block *b = &layout->document->blocks[block];
    int left = b->quote * 2 + b->indent;
    int most = layout->width > LEAST_COLUMN ? layout->width - LEAST_COLUMN : 0;
    return left < most ? left : most;
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
    uint32_t rows = (uint32_t)layout->options.spacing;
    if (layout->visible != NULL) /* what was left out leaves a gap */
        return shown_neighbour(layout, block, false) == block ? 0 : rows;
    return block == 0 || (b->flags & (BLOCK_TIGHT | BLOCK_CONTINUES)) != 0 ? 0 : rows;
}

static void set_block(struct layout *layout, size_t index, struct block_layout *out)
{
    const struct block *block = &layout->document->blocks[index];
    int left = layout_left(layout, index);
    struct filler filler = {
        .tab = layout->options.tab,
        .tags = &layout->tags,
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
        fill_table_row(&filler, &layout->table, &layout->marks);
    } else if (block->kind == BLOCK_RULE) {
        filler.row = 1;
    } else if (block->kind == BLOCK_CONTEXT) {
        struct span key = document_key(layout->document, index);
        fill_context(&filler, (struct span){ key.start - block->start, key.end - block->start });
    } else {
        if (block->kind != BLOCK_CODE) {
            unsigned char *marks =
                fill_mark_breaks(&layout->marks, filler.text, filler.length, filler.width);
            whole_code(layout->document, block->start, filler.length, filler.width, marks);
            filler.marks = marks;
        }
        fill_lines(&filler);
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
    BISECT(low, block->piece_count - 1, block->pieces[low].end > offset);
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
        size_t next = fill_next_cluster(text, piece->end, at);
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
        size_t next = fill_next_cluster(text, piece->end, at);
        here += tagged_width(layout, text, base, at, next, here - piece->x);
        bool blank = fill_is_blank(text, at, next);
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

/* `last` is the last row of the place's block. */
static long move_down(struct layout *layout, struct place *place, uint32_t last, long rows)
{
    long gone = 0;
    for (;; last = last_row(layout, place->block)) {
        long left = (long)last - (long)place->row;
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
    return rows >= 0 ? move_down(layout, place, last, rows) : -move_up(layout, place, -rows);
}

size_t layout_places(struct layout *layout, struct place from, struct place *places, size_t most)
{
    size_t count = 0;
    if (layout->document->block_count == 0 || most == 0)
        return 0;
    layout_move(layout, &from, 0);
    for (size_t block = from.block;; from.row = 0) {
        uint32_t last = last_row(layout, block);
        for (uint32_t row = from.row; row <= last && count < most; row++)
            places[count++] = (struct place){ block, row };
        size_t next = count < most ? shown_neighbour(layout, block, true) : block;
        if (next == block)
            return count;
        block = next;
    }
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
