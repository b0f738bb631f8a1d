/* figure_follow: what a figure takes from another that stands near it.
 *
 * A bare number is of what the one before it is of: 40 people to 3; 112.35 yen, down from 113.10; 61
 * percent, five points lower; and the noun at the end of a list is of all of it. */
#ifndef DIPTYCH_FIGURE_FIGURE_FOLLOW_H
#define DIPTYCH_FIGURE_FIGURE_FOLLOW_H

#include "figure/figure_scan.h"
#include "figure/figures.h"

/* Gives kinds and units to the figures from `from` on, which one chain of numbers made, and to the
 * one before them where those tell it. */
void figure_follow_read(const struct figure_scan *scan, struct figures *figures, size_t from);

#endif
