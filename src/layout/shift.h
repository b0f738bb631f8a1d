/* shift: rows that moved from one frame to the next.
 *
 * A terminal scrolls a band of rows for less than what sending them again costs; this finds the band.
 * It asks where a few of the changed rows stood before and lets each answer grow as far as the rows
 * around it moved as well, so a frame without such a band costs little. */
#ifndef DIPTYCH_LAYOUT_SHIFT_H
#define DIPTYCH_LAYOUT_SHIFT_H

#include "layout/grid.h"

/* The new rows `first` to `last` are the old rows first + by to last + by. */
struct shift {
    int first, last, by;
    int gain; /* rows that need not be sent, or that many of them, less those the scrolling blanks that stood right */
};

/* The first shift with a gain of `worth` (at least 1) or more; less when there is none. old[row] is
 * the row before, as wide as the grid's; only the first `rows` rows are looked at. */
struct shift shift_find(const struct grid_line *old, const struct grid *grid, int rows, int worth);

/* Lets the rows change places as in a terminal that scrolls; what comes in is the rows that went out. */
void shift_turn(struct grid_line *rows, struct shift shift);

#endif
