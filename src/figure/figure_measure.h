/* figure_measure: which numbers with a unit are figures, and of what.
 *
 *   - “A year” and 一年 measure in “a year ago”, “inside a year”, 一年之内, not in “twice a year”;
 *     “half” and 半 before a unit do, not in 上半年.
 *   - Pounds are money behind a word of paying and with a million, else mass; a length behind 时速
 *     is a speed; degrees are a temperature where one is about.
 *   - What stands behind “per”, “a”, 每 and / after a sum of money or a rate is no figure of its
 *     own: $10 a share, 3200元/吨. */
#ifndef DIPTYCH_FIGURE_FIGURE_MEASURE_H
#define DIPTYCH_FIGURE_FIGURE_MEASURE_H

#include "figure/figure_term.h"

/* Judges the figure made of `low` to `high` (the same one, but for ranges) and adds its hedges. */
bool figure_measure_judge(const struct figure_scan *scan, const struct figure_term *low,
                          const struct figure_term *high, struct figure *figure);

/* A year, an hour, a single day; the past year: at `at`, of one. */
bool figure_measure_article(const struct figure_scan *scan, size_t at, struct figure *figure);

/* 2:03:17 behind “in” or 成绩, 3:43.13: how long a race took, in seconds. */
bool figure_measure_clock(const struct figure_scan *scan, size_t at, struct figure *figure);

#endif
