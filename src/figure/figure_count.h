/* figure_count: which numbers without a unit are counts. The rules are told in figure_quantity.h.
 */
#ifndef DIPTYCH_FIGURE_FIGURE_COUNT_H
#define DIPTYCH_FIGURE_FIGURE_COUNT_H

#include "figure/figure.h"
#include "figure/figure_scan.h"
#include "text/numeral.h"

/* Judges the number of figure->start to figure->end, whose value is there; fills in kind, noun and
 * hedges, and takes the Chinese measure word into the span. */
bool figure_count_judge(const struct figure_scan *scan, const struct numeral *numeral,
                        struct figure *figure);

/* "One" or 一, "half" or 半 as words, which are articles more often than numbers. */
bool figure_count_is_one(const struct numeral *numeral);
bool figure_count_is_half(const struct numeral *numeral);

#endif
