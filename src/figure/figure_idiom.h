/* figure_idiom: what begins with a numeral and has no figure: set phrases (三番五次, nine to five),
 * titles (《1984》), the numbers of papers (〔2016〕36号) and years before our era. */
#ifndef DIPTYCH_FIGURE_FIGURE_IDIOM_H
#define DIPTYCH_FIGURE_FIGURE_IDIOM_H

#include "figure/figure_scan.h"

/* The bytes of the one that begins at `at`; 0 for none. */
size_t figure_idiom_size(const struct figure_scan *scan, size_t at);

#endif
