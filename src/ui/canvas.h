/* canvas: a grid to paint into, and whether it takes more than ASCII.
 *
 * All text that the program itself shows goes through here, so that its dashes, dots and ellipses
 * have ASCII stand-ins where the terminal needs them. Rows and columns are cells of the grid, a
 * limit is the first column that is out of bounds; each function returns the column after what it
 * painted. */
#ifndef DIPTYCH_UI_CANVAS_H
#define DIPTYCH_UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/grid.h"

struct canvas {
    struct grid *grid;
    bool ascii;
};

/* A rectangle of cells. */
struct area {
    int row, column, rows, columns;
};

int canvas_put(const struct canvas *canvas, int row, int column, int limit, const char *text,
               unsigned style);
int canvas_bytes(const struct canvas *canvas, int row, int column, int limit, const char *text,
                 size_t length, unsigned style);

/* What does not fit ends with an ellipsis, so that nobody takes a part for the whole. */
int canvas_cut(const struct canvas *canvas, int row, int column, int limit, const char *text,
               unsigned style);

/* As canvas_cut, but the middle is left out: names often differ at their ends. */
void canvas_shorten(const struct canvas *canvas, int row, int column, int limit, const char *text,
                    unsigned style);

/* Blanks the rectangle and draws a line along its edges. */
void canvas_frame(const struct canvas *canvas, const struct area *area);

#endif
