/* figure_compound: what stands behind a number and its unit and belongs to both.
 *
 * A smaller unit (6 feet 7 inches, five foot eleven, 1小时45分钟, 3元5角, 三斤二两, 5 dollars 30 cents) or
 * the digits that end what is said (1米82, 三块五, 9秒58). The parts are added to the term, in the
 * smaller unit but for money. */
#ifndef DIPTYCH_FIGURE_FIGURE_COMPOUND_H
#define DIPTYCH_FIGURE_FIGURE_COMPOUND_H

#include "figure/figure_term.h"

/* Takes in the second part of a compound behind the term. */
void figure_compound_read(const struct figure_scan *scan, struct figure_term *term);

/* Takes in the tenths or hundredths that are said behind the unit; false when they do not fit. */
bool figure_compound_spoken(const struct figure_scan *scan, struct figure_term *term);

/* 块 or 毛 behind the number, where they are money: 三块五, 花了五毛; *end is where it ends. */
const struct figure_unit *figure_compound_coin(const struct figure_scan *scan,
                                               const struct figure_term *term, size_t *end);

/* Adds to both of the term's values; of its unit: halves, tenths. */
bool figure_compound_add(struct figure_term *term, struct decimal part);
bool figure_compound_part(struct figure_term *term, struct decimal part);

#endif
