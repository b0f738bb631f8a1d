#include "layout/grid_frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/xalloc.h"
#include "layout/style.h"

#define FILL_PIECE 128 /* cells */
#define PIECES 6       /* of a row; three panes and their borders are five */
#define SINGLES 4      /* that are unlike; borders have one or two styles */
#define PAINTED (-1)   /* the cells of the row are as they shall be */

struct placed {
    const struct cell *cells;
    int16_t column, count;
};

/* What every frame asks of all rows lies together: when a key comes, little of this is in the processor's
 * caches. */
struct grid_frame {
    struct grid_line *before;  /* the lines of the frame before */
    struct cell *cells;        /* of all lines, now and before */
    int8_t *counts;            /* of a row's pieces, or PAINTED */
    uint16_t *styles;          /* of a row's blanks */
    bool begun, ended;         /* a frame is being painted; one was */
    struct placed *pieces;     /* the first ones of all rows, then the second ones ... */
    struct cell singles[SINGLES];
    int single_count;
};

/* What is filled is copied behind itself, in pieces that stay at hand. */
void grid_frame_fill(struct cell *cells, int count, unsigned style)
{
    cells[0] = (struct cell){ .glyph = ' ', .style = (uint16_t)style, .width = 1 };
    for (int done = 1, piece; done < count; done += piece) {
        piece = done < FILL_PIECE ? done : FILL_PIECE;
        piece = piece < count - done ? piece : count - done;
        memcpy(&cells[done], cells, (size_t)piece * sizeof *cells);
    }
}

void grid_frame_resize(struct grid *grid)
{
    size_t rows = (size_t)grid->rows;
    size_t columns = (size_t)grid->columns;
    if (grid->frame == NULL)
        grid->frame = xcalloc(1, sizeof *grid->frame);
    struct grid_frame *frame = grid->frame;
    free(frame->cells);
    frame->cells = xreallocarray(NULL, 2 * rows * columns, sizeof *frame->cells);
    grid->lines = xreallocarray(grid->lines, rows, sizeof *grid->lines);
    frame->before = xreallocarray(frame->before, rows, sizeof *frame->before);
    frame->counts = xreallocarray(frame->counts, rows, sizeof *frame->counts);
    frame->styles = xreallocarray(frame->styles, rows, sizeof *frame->styles);
    frame->begun = frame->ended = false;
    frame->pieces = xreallocarray(frame->pieces, PIECES * rows, sizeof *frame->pieces);
    for (size_t row = 0; row < rows; row++) {
        grid->lines[row] = (struct grid_line){ frame->cells + row * columns, 0 };
        frame->before[row] = (struct grid_line){ frame->cells + (rows + row) * columns, 0 };
        frame->counts[row] = PAINTED;
        grid_frame_fill(grid->lines[row].cells, grid->columns, ROLE_TEXT);
    }
}

void grid_frame_free(struct grid *grid)
{
    free(grid->frame->cells);
    free(grid->frame->before);
    free(grid->frame->counts);
    free(grid->frame->styles);
    free(grid->frame->pieces);
    free(grid->frame);
    free(grid->lines);
}

static void blank(struct grid *grid, int row, unsigned style)
{
    grid->lines[row].stamp = hash_mix(HASH_START, style) | 1;
    grid->frame->styles[row] = (uint16_t)style;
    grid->frame->counts[row] = 0;
}

void grid_frame_begin(struct grid *grid)
{
    struct grid_line *before = grid->lines;
    if (grid->frame->ended) { /* the first frame, which shall be there soon, needs no other memory */
        grid->lines = grid->frame->before;
        grid->frame->before = before;
    }
    for (int row = 0; row < grid->rows; row++)
        blank(grid, row, ROLE_TEXT);
    grid->frame->single_count = 0;
    grid->frame->begun = true;
}

void grid_frame_blank(struct grid *grid, int row, unsigned style)
{
    if (grid->frame->begun)
        blank(grid, row, style);
    else
        grid_frame_fill(grid_frame_cells(grid, row), grid->columns, style);
}

static struct placed *placed_of(const struct grid *grid, int row, int number)
{
    return &grid->frame->pieces[(size_t)number * (size_t)grid->rows + (size_t)row];
}

static void put_pieces(struct grid *grid, int row)
{
    struct cell *cells = grid->lines[row].cells;
    grid_frame_fill(cells, grid->columns, grid->frame->styles[row]);
    for (int i = 0; i < grid->frame->counts[row]; i++) {
        const struct placed *piece = placed_of(grid, row, i);
        memcpy(&cells[piece->column], piece->cells, (size_t)piece->count * sizeof *cells);
    }
    grid->frame->counts[row] = PAINTED;
}

struct cell *grid_frame_cells(struct grid *grid, int row)
{
    if (grid->frame->counts[row] != PAINTED)
        put_pieces(grid, row);
    grid->lines[row].stamp = 0;
    return grid->lines[row].cells;
}

uint64_t grid_frame_stamp(const struct cell *cells, int count)
{
    return hash_checksum((const char *)cells, (size_t)count * sizeof *cells) | 1;
}

bool grid_frame_place(struct grid *grid, int row, int column, const struct cell *cells, int count, uint64_t stamp)
{
    struct grid_line *line = &grid->lines[row];
    int number = grid->frame->counts[row];
    if (number == PAINTED || number == PIECES || column + count > INT16_MAX)
        return false;
    for (int i = 0; i < number; i++) {
        const struct placed *piece = placed_of(grid, row, i);
        if (piece->column < column + count && column < piece->column + piece->count)
            return false;
    }
    *placed_of(grid, row, number) = (struct placed){ cells, (int16_t)column, (int16_t)count };
    grid->frame->counts[row]++;
    line->stamp = hash_mix(hash_mix(line->stamp, (uint64_t)column), stamp) | 1;
    return true;
}

/* Where the cell stays until the end of the frame; NULL if it cannot. */
static const struct cell *keep_single(struct grid_frame *frame, struct cell cell)
{
    int at = 0;
    while (at < frame->single_count && memcmp(&frame->singles[at], &cell, sizeof cell) != 0)
        at++;
    if (at == SINGLES)
        return NULL;
    frame->singles[at] = cell;
    frame->single_count = at < frame->single_count ? frame->single_count : at + 1;
    return &frame->singles[at];
}

int grid_frame_repeat(struct grid *grid, int row, int end, int column, struct cell cell)
{
    const struct cell *kept = keep_single(grid->frame, cell);
    uint64_t stamp = grid_frame_stamp(&cell, 1);
    while (kept != NULL && row < end && grid_frame_place(grid, row, column, kept, 1, stamp))
        row++;
    return row;
}

/* Gives the row the cells of the one before that has its stamp, near where the last one was found. */
static bool take_from_before(struct grid *grid, int row, int *by)
{
    struct grid_line *line = &grid->lines[row];
    for (int i = 0; i < grid->rows; i++) {
        struct grid_line *old = &grid->frame->before[(row + *by + i) % grid->rows];
        if (old->stamp != line->stamp)
            continue;
        *by = (*by + i) % grid->rows;
        struct cell *cells = line->cells;
        line->cells = old->cells;
        *old = (struct grid_line){ cells, 0 };
        return true;
    }
    return false;
}

void grid_frame_end(struct grid *grid)
{
    int by = 0;
    grid->frame->begun = false;
    grid->frame->ended = true;
    for (int row = 0; row < grid->rows; row++) {
        if (grid->frame->counts[row] == PAINTED)
            continue;
        if (take_from_before(grid, row, &by))
            grid->frame->counts[row] = PAINTED;
        else
            put_pieces(grid, row);
    }
}
