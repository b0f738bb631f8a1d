/* figure_chain: terms that stand together: a range, a change, an enumeration, or one alone.
 *
 *   range        $5-10 million, between 5 and 8 percent, 15亿至20亿美元, 两到三年, ranging from 3
 *                to 5, 10 or 15 years, 10年、15年 (the second says the first again, up to twice as
 *                large), 五、六个
 *   change       from 10% to 15%, 由10%升至15%: two figures
 *   enumeration  31%, 29% and 34%; 4% and 6%; 分别; 120、85、340人: each for itself
 *
 * What one member does not tell (its scale, unit, currency, sign or noun) another one does. Ranges
 * are so found before it is known what the numbers are of; labels and what is no figure at all are
 * taken out last (figure_count.h, figure_measure.h). Bare numbers joined by a hyphen that do not
 * rise, or three of them, are scores and telephone numbers and none. */
#ifndef DIPTYCH_FIGURE_FIGURE_CHAIN_H
#define DIPTYCH_FIGURE_FIGURE_CHAIN_H

#include "figure/figure_scan.h"
#include "figure/figures.h"

/* Appends the figures of the chain that begins at `at`, and returns where to go on: `at` when
 * nothing begins there. */
size_t figure_chain_read(const struct figure_scan *scan, size_t at, struct figures *figures);

#endif
