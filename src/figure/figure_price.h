/* figure_price: what a sum of money is the price of: $52 a barrel, £7.20/hour, 3200元/吨, 每股0.35元.
 *
 * The sum stays one of its currency; figure->per names the thing: a unit of measure as figure.h names
 * it, or share, barrel, person, ticket, night, unit. Constant text, nothing is allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_PRICE_H
#define DIPTYCH_FIGURE_FIGURE_PRICE_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* Sets figure->per where the words around a sum of money tell it. */
void figure_price_read(const struct figure_scan *scan, struct figure *figure);

#endif
