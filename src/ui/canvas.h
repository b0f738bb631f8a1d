/* stage: where the painters of the room put text: a grid, and whether it takes UTF-8.
 *
 * All that the program says of its own goes through here, so that its dashes, dots and ellipses
 * have ASCII stand-ins where the terminal wants them. Rows and columns are cells of the grid, a
 * limit is the first column that is out of bounds; what was painted ends at the column returned. */
#ifndef DIPTYCH_UI_CANVAS_H
#define DIPTYCH_UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/grid.h"

struct session;

struct stage {
    struct session *session;
    struct grid *grid;
    bool ascii;
};

int stage_put(const struct stage *stage, int row, int column, int limit, const char *text,
              unsigned style);
int stage_bytes(const struct stage *stage, int row, int column, int limit, const char *text,
                size_t length, unsigned style);

/* What does not fit ends with an ellipsis, so that nobody takes a part for the whole. */
int stage_cut(const struct stage *stage, int row, int column, int limit, const char *text,
              unsigned style);

/* As stage_cut, but the middle is what goes: names often differ at their ends. */
void stage_shorten(const struct stage *stage, int row, int column, int limit, const char *text,
                   unsigned style);

#endif
