/* figure_range: two numbers that are one figure, or say together what they count.
 * figures.h tells the rules. */
#ifndef DIPTYCH_FIGURE_FIGURE_RANGE_H
#define DIPTYCH_FIGURE_FIGURE_RANGE_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* The range at `at` that begins with a number which is no figure by itself: two to three years. */
bool figure_range_read(const struct figure_scan *scan, size_t at, struct figure *figure);

/* Looks behind `figure` for its upper end, and makes it a range. */
void figure_range_join(const struct figure_scan *scan, struct figure *figure);

/* Gives the unit of `before` to a bare count behind “to”, and the other way round. */
void figure_range_follow(const struct figure_scan *scan, struct figure *before,
                         struct figure *figure);

#endif
