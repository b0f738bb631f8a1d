#include "layout/painted.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "layout/grid_frame.h"

struct overlaid {
    struct paint_span *items; /* in the order of their sets */
    size_t count, capacity;
};

struct painted_row {
    struct place place;
    struct overlaid spans;
    uint64_t stamp; /* of its cells, 0 they are not kept */
};

/* What all rows depend on. */
struct frame {
    int rows, columns;
    unsigned layout_age;
    bool ascii;
};

struct painted {
    struct frame frame;
    struct painted_row *rows; /* as a ring */
    int first;                /* where the screen's first row is kept */
    struct cell *cells;       /* of each kept row */
    struct place *places;     /* that are to be shown */
    struct overlaid spans;    /* of the row being painted */
    struct {
        size_t *items; /* the first span of each set that may lie over the next row */
        size_t capacity;
    } next;
};

struct painted *painted_new(void)
{
    return xcalloc(1, sizeof(struct painted));
}

static void free_rows(struct painted *painted)
{
    for (int i = 0; i < painted->frame.rows; i++)
        free(painted->rows[i].spans.items);
    free(painted->rows);
}

void painted_free(struct painted *painted)
{
    if (painted == NULL)
        return;
    free_rows(painted);
    free(painted->cells);
    free(painted->places);
    free(painted->spans.items);
    free(painted->next.items);
    free(painted);
}

/* Forgets all rows where the frame is another one. */
static void begin_frame(struct painted *painted, const struct frame *frame)
{
    const struct frame *old = &painted->frame;
    bool fits = old->rows == frame->rows && old->columns == frame->columns;
    if (fits && old->layout_age == frame->layout_age && old->ascii == frame->ascii)
        return;
    if (!fits) {
        size_t rows = (size_t)frame->rows;
        free_rows(painted);
        painted->rows = xcalloc(rows, sizeof *painted->rows);
        painted->cells = xreallocarray(painted->cells, rows * (size_t)frame->columns, sizeof *painted->cells);
        painted->places = xreallocarray(painted->places, rows, sizeof *painted->places);
        painted->first = 0;
    }
    painted->frame = *frame;
    for (int i = 0; i < frame->rows; i++)
        painted->rows[i] = (struct painted_row){ .spans = painted->rows[i].spans, .place = { SIZE_MAX, 0 } };
}

static struct painted_row *row_at(const struct painted *painted, int row)
{
    return &painted->rows[(painted->first + row) % painted->frame.rows];
}

static bool is_same_place(struct place a, struct place b)
{
    return a.block == b.block && a.row == b.row;
}

/* Turns the ring to where most rows that stay are kept already: the text went up, or down. False when none of
 * them was shown. */
static bool turn(struct painted *painted, int count)
{
    int rows = painted->frame.rows;
    for (int by = 0; by < rows; by++)
        if (is_same_place(row_at(painted, by)->place, painted->places[0])) {
            painted->first = (painted->first + by) % rows;
            return true;
        }
    for (int by = 1; by < count; by++)
        if (is_same_place(row_at(painted, 0)->place, painted->places[by])) {
            painted->first = (painted->first + rows - by) % rows;
            return true;
        }
    return false;
}

/* The bytes of the document that the row shows, or more. */
static struct span bytes_of(struct layout *layout, struct place place)
{
    const struct block *block = &layout_document(layout)->blocks[place.block];
    const struct block_layout *lines = layout_block(layout, place.block);
    uint32_t line = place.row - lines->gap;
    if (place.row < lines->gap)
        return (struct span){ block->start, block->start };
    if (block->kind == BLOCK_TABLE_ROW || line >= lines->piece_count)
        return (struct span){ block->start, block->end };
    return (struct span){ block->start + lines->pieces[line].start, block->start + lines->pieces[line].end };
}

/* The spans over the row; its rows come in their order. */
static void collect_spans(struct painted *painted, const struct paint_job *job, struct span row)
{
    for (size_t i = 0; i < job->set_count; i++) {
        const struct paint_set *set = &job->sets[i];
        size_t *next = &painted->next.items[i];
        while (*next < set->count && set->items[*next].end <= row.start)
            ++*next;
        for (size_t at = *next; at < set->count && set->items[at].start < row.end; at++)
            VECTOR_PUSH(&painted->spans, set->items[at]);
    }
}

static bool is_kept(const struct painted *painted, const struct painted_row *row, struct place place)
{
    if (row->stamp == 0 || !is_same_place(row->place, place) || row->spans.count != painted->spans.count)
        return false;
    for (size_t i = 0; i < row->spans.count; i++) {
        const struct paint_span *a = &row->spans.items[i];
        const struct paint_span *b = &painted->spans.items[i];
        if (a->start != b->start || a->end != b->end || a->style != b->style)
            return false;
    }
    return true;
}

/* Whether the cells mean the same in every frame: numbers of clusters and links may not. */
static bool is_lasting(const struct cell *cells, int columns)
{
    uint32_t numbered = 0;
    for (int i = 0; i < columns; i++)
        numbered |= (cells[i].glyph & CELL_POOLED) | cells[i].link;
    return numbered == 0;
}

static void keep_spans(struct painted *painted, struct painted_row *row)
{
    struct overlaid spans = row->spans;
    row->spans = painted->spans;
    painted->spans = spans;
}

void painted_rows(struct painted *painted, struct grid *grid, int row, int rows, int left, int limit,
                  const struct paint_job *job, struct place top)
{
    int most = limit < grid->columns ? limit : grid->columns;
    int end = left + layout_width(job->layout);
    struct frame frame = { rows < grid->rows - row ? rows : grid->rows - row, (end < most ? end : most) - left,
                           layout_age(job->layout), job->ascii };
    if (frame.rows < 1 || frame.columns < 1 || row < 0 || left < 0)
        return;
    begin_frame(painted, &frame);
    int count = (int)layout_places(job->layout, top, painted->places, (size_t)frame.rows);
    bool scrolled = count > 0 && turn(painted, count); /* else all are new, and may be once more */
    painted->next.items = vector_grow(painted->next.items, &painted->next.capacity, job->set_count + 1,
                                      sizeof *painted->next.items);
    memset(painted->next.items, 0, job->set_count * sizeof *painted->next.items);
    for (int i = 0; i < count; i++) {
        struct painted_row *kept = row_at(painted, i);
        struct cell *cells = painted->cells + (size_t)(kept - painted->rows) * (size_t)frame.columns;
        painted->spans.count = 0;
        if (job->set_count > 0)
            collect_spans(painted, job, bytes_of(job->layout, painted->places[i]));
        if (is_kept(painted, kept, painted->places[i]) &&
            grid_frame_place(grid, row + i, left, cells, frame.columns, kept->stamp))
            continue;
        paint_row(grid, row + i, left, limit, job, painted->places[i]);
        const struct cell *shown = grid_frame_cells(grid, row + i) + left; /* a gap is nothing that was painted */
        kept->stamp = scrolled && is_lasting(shown, frame.columns) ? grid_frame_stamp(shown, frame.columns) : 0;
        kept->place = painted->places[i];
        if (kept->stamp == 0)
            continue;
        memcpy(cells, shown, (size_t)frame.columns * sizeof *cells);
        keep_spans(painted, kept);
    }
}
