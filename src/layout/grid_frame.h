/* grid_frame: a grid that is painted frame by frame.
 *
 * Most rows of a frame were there in the frame before, on the same row or on another: a text is scrolled,
 * or nothing but a number changed. What is painted straight into the grid is in its cells at once. What is
 * placed is only noted; at the end rows of the same notes as one of the frame before get its cells, by
 * exchange, and only the others are copied. So a frame costs what is new in it.
 *
 * Ownership: the grid owns its frame. */
#ifndef DIPTYCH_LAYOUT_GRID_FRAME_H
#define DIPTYCH_LAYOUT_GRID_FRAME_H

#include "layout/grid.h"

/* All cells become blank in ROLE_TEXT. Until the end, cells are there for what paints alone. */
void grid_frame_begin(struct grid *grid);
void grid_frame_end(struct grid *grid);

/* Places whole clusters from (row, column) on, within the grid; they must stay until the end. False, and
 * nothing is done, where the row is painted in already. */
bool grid_frame_place(struct grid *grid, int row, int column, const struct cell *cells, int count,
                      uint64_t stamp);

/* Blanks a row in a style. */
void grid_frame_blank(struct grid *grid, int row, unsigned style);

/* Places a cell that is one wide in the rows from `row` on, before `end`; returns the first that is painted
 * in already. */
int grid_frame_repeat(struct grid *grid, int row, int end, int column, struct cell cell);

/* The stamp of cells, a hash of 64 bits of which none is 0: that of others is another one, but by a chance that
 * no screen will see. */
uint64_t grid_frame_stamp(const struct cell *cells, int count);

/* The cells of a row, to be written. What was placed there is put into them first. */
struct cell *grid_frame_cells(struct grid *grid, int row);

/* Sets cells to spaces. */
void grid_frame_fill(struct cell *cells, int count, unsigned style);

/* For the grid alone: room for its rows and columns, blank; and none. */
void grid_frame_resize(struct grid *grid);
void grid_frame_free(struct grid *grid);

#endif
