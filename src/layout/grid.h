/* grid: a rectangle of terminal cells in memory.
 *
 * The session paints into a grid; tui/ compares it with what the terminal shows and
 * sends the difference. Coordinates are (row, column), 0-based cells. A cell holds
 * one grapheme cluster; a wide cluster takes its cell and leaves `width` 0 in the cells
 * it covers to the right. A cluster of several code points lives in the grid's `clusters`
 * and the cell holds its number, so that cells are 8 bytes and rows compare with memcmp.
 *
 * The grid accepts nothing unprintable: controls and invisible characters are painted
 * as text/sanitize.h's labels, bytes that are no UTF-8 as U+FFFD. A cluster takes as many
 * cells as width_text() says, but never none: a mark without a base stands on a dotted
 * circle. A wide cluster that would stick out of the clip is
 * replaced by spaces, and overwriting half of a wide cluster blanks its other half: a
 * border drawn into a grid cannot be broken by text.
 *
 * `style` is a number of layout/style.h (role and attribute bits). */
#ifndef DIPTYCH_LAYOUT_GRID_H
#define DIPTYCH_LAYOUT_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/string_ids.h"
#include "layout/hyperlink.h"

#define CELL_POOLED 0x80000000u /* `glyph` is a number in `clusters`, not a code point */

struct cell {
    uint32_t glyph; /* code point, or CELL_POOLED | number */
    uint16_t style;
    uint8_t width; /* 1, 2 or more for the first cell; 0 for a covered one */
    uint8_t link;  /* layout/hyperlink.h, 0 none */
};

/* The cells of a row. Rows of one width and one stamp have the same cells; a stamp of 0 tells nothing. */
struct grid_line {
    struct cell *cells;
    uint64_t stamp;
};

struct grid {
    int rows;
    int columns;
    struct grid_line *lines;
    struct grid_frame *frame; /* layout/grid_frame.h */
    struct string_ids clusters; /* of several code points; cells of an older frame stay comparable */
    struct hyperlinks *links; /* that cells lead to */
    int cursor_row; /* where the terminal's cursor belongs; -1 hidden */
    int cursor_column;
};

struct grid *grid_new(int rows, int columns);
void grid_free(struct grid *grid);

/* New size, all cells blank. The clusters are kept. */
void grid_resize(struct grid *grid, int rows, int columns);

/* Sets every cell of the rectangle to a space in `style`. Clipped to the grid. */
void grid_fill(struct grid *grid, int row, int column, int rows, int columns, unsigned style);

/* Paints one line of text from (row, column) to at most `limit` (exclusive column). Returns the
 * column after it. Tabs and newlines paint as one space. */
int grid_text(struct grid *grid, int row, int column, int limit, const char *text, size_t length,
              unsigned style);

/* Puts the cell, which is one wide, into those below it as well, `rows` with itself. */
void grid_repeat(struct grid *grid, int row, int column, int rows);

/* Lets the cells from `column` to `limit` lead to an address, until something else is painted there. */
void grid_link(struct grid *grid, int row, int column, int limit, const char *address);

/* The cluster's bytes of a first cell, into `out` (room for GRAPHEME_LIMIT + 1); returns their
 * number. */
size_t grid_cell_text(const struct grid *grid, const struct cell *cell, char *out);

/* The first cell of a row. */
const struct cell *grid_row(const struct grid *grid, int row);

/* Whether two rows have the same cells. Where stamps tell, it is false for some that have. */
bool grid_line_is_same(const struct grid_line *a, const struct grid_line *b, int columns);

/* The cells, both included, in which the row `back` differs from `front`, as whole clusters of `back`;
 * first is `columns` when nothing differs. */
struct cell_run {
    int first, last;
};
struct cell_run cell_run_changed(const struct cell *front, const struct cell *back, int columns);

/* Appends the text of the cells from `at` to before `end` that look as the first does, lead to the same and
 * have the width that all terminals give them, only blanks if so told. Returns the cell after them. */
int cell_run_put(const struct cell *cells, int at, int end, bool blanks, struct buffer *out);

/* Whether terminals, or the terminal and the grid, disagree on the cell's width. */
bool grid_cell_is_disputed(const struct grid *grid, const struct cell *cell);

/* Rows as text, trailing blanks cut, a newline after each: for tests and --dump. */
void grid_dump(const struct grid *grid, struct buffer *out);

#endif
