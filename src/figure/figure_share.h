/* figure_share: fractions and ratios, which need no exact decimal.
 *
 *   fraction  two-thirds, a quarter of, half the votes, one in five, 4.5 out of 5, 3/4 of them;
 *             三分之二, 一半的, 半数
 *   ratio     a ratio of 3 to 1, 3:1 odds, 男女比例为3比1; scores (3比1获胜, 3-1) are none
 *
 * A quarter of a percentage point is a percentage, 3/4 of an hour a duration. */
#ifndef DIPTYCH_FIGURE_FIGURE_SHARE_H
#define DIPTYCH_FIGURE_FIGURE_SHARE_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* Reads the one at `at`. False when there is none; *past then is behind what only looks like one
 * (a score), else `at`. */
bool figure_share_read(const struct figure_scan *scan, size_t at, struct figure *figure,
                       size_t *past);

#endif
