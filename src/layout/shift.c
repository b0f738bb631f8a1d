#include "layout/shift.h"

#include <stdbool.h>
#include <stdlib.h>

#define ASKED 8 /* rows */

struct frames {
    const struct grid_line *old;
    const struct grid *grid;
    int rows;
};

static bool is_same(const struct frames *frames, int old, int row)
{
    return grid_line_is_same(&frames->old[old], &frames->grid->lines[row], frames->grid->columns);
}

/* How far below itself within top to bottom a row stood before, the nearest place; 0 nowhere. */
static int find_distance(const struct frames *frames, int row, int top, int bottom)
{
    for (int by = 1; by <= bottom - top; by++) {
        if (row + by <= bottom && is_same(frames, row + by, row))
            return by;
        if (row - by >= top && is_same(frames, row - by, row))
            return -by;
    }
    return 0;
}

/* Counts no further than to a gain of `worth`. */
static struct shift grow(const struct frames *frames, int row, int by, int worth)
{
    struct shift shift = { .first = row, .last = row, .by = by };
    while (shift.first > 0 && shift.first + by > 0 &&
           is_same(frames, shift.first - 1 + by, shift.first - 1))
        shift.first--;
    while (shift.last + 1 < frames->rows && shift.last + by + 1 < frames->rows &&
           is_same(frames, shift.last + 1 + by, shift.last + 1))
        shift.last++;
    for (int at = shift.first; at <= shift.last && shift.gain < worth + abs(by); at++)
        shift.gain += !is_same(frames, at, at);
    for (int at = 1; at <= abs(by); at++) {
        int blanked = by > 0 ? shift.last + at : shift.first - at;
        shift.gain -= is_same(frames, blanked, blanked);
    }
    return shift;
}

struct shift shift_find(const struct grid_line *old, const struct grid *grid, int rows, int worth)
{
    struct frames frames = { old, grid, rows };
    struct shift shift = { .gain = 0 };
    int top = 0;
    int bottom = rows - 1;
    while (top < bottom && is_same(&frames, top, top))
        top++;
    while (top < bottom && is_same(&frames, bottom, bottom))
        bottom--;
    int step = (bottom - top) / ASKED + 1;
    for (int row = top; row <= bottom && shift.gain < worth; row += step) {
        int by = is_same(&frames, row, row) ? 0 : find_distance(&frames, row, top, bottom);
        if (by != 0)
            shift = grow(&frames, row, by, worth);
    }
    return shift;
}

void shift_turn(struct grid_line *rows, struct shift shift)
{
    for (int i = 0; i <= shift.last - shift.first; i++) {
        int row = shift.by > 0 ? shift.first + i : shift.last - i;
        struct grid_line out = rows[row];
        rows[row] = rows[row + shift.by];
        rows[row + shift.by] = out;
    }
}
