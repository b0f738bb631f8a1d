/* figure_currency: which of the currencies of one name a text means.
 *
 * Many countries have dollars, pesos, rupees and crowns. "Jamaican dollars" say which; bare pesos
 * are of the country that the text names nearest, and of none it names ISO 4217's list has no
 * say: they stay "?". Codes are those of ISO 4217. */
#ifndef DIPTYCH_FIGURE_FIGURE_CURRENCY_H
#define DIPTYCH_FIGURE_FIGURE_CURRENCY_H

#include "figure/figure_scan.h"
#include "figure/figure_unit.h"

/* The currency that an adjective with a capital and a noun name at `at` (Jamaican dollars), its end
 * in *end; NULL when there is none. */
const struct figure_unit *figure_currency_read(const struct figure_scan *scan, size_t at,
                                               size_t *end);

/* Of scan->text[start, end), a sum of bare pesos or 比索: the currency of the country that is named
 * nearest before it, else behind it in its block. NULL when none is. */
const struct figure_unit *figure_currency_about(const struct figure_scan *scan, size_t start,
                                                size_t end);

#endif
