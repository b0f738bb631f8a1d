/* figure_compare: whether two figures tell the same.
 *
 * Values are compared in the same unit (kg and t, miles and km, acres and 亩, °C and °F, months and
 * years) and with what is said of their exactness:
 *   - They agree when they are equal; when one is hedged and the other satisfies the hedge (over
 *     100 and 110: up to half as much again; 三十多 below forty; nearly 400 and 392: down to a tenth less; about: what
 *     rounds to it); when one is vague and the other of its magnitude (millions, 5 million); when
 *     one is a range strictly within the other.
 *   - They are rounded when the finer one, rounded half up or cut at the last digit that the
 *     coarser one states, is the coarser one, and they are no more than a twentieth apart; zeros
 *     at the end of a whole number state nothing but in percentages, unless those are told in
 *     tenths (三成). Of two units, either may be put
 *     in the other's. A value within a range, and a date within a longer one (2014 and June 2014),
 *     is rounded as well.
 *   - Two-thirds and 67 % are compared as shares, 30 % off and 打七折 as a price; signs count.
 *   - A time before publication (一年多前) is a date when the publication date is known, and agrees
 *     with a date as near as half a year, or with “over”, up to a year earlier.
 * Pure functions; nothing is allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_COMPARE_H
#define DIPTYCH_FIGURE_FIGURE_COMPARE_H

#include "figure/figure.h"

enum figure_relation {
    FIGURES_UNRELATED, /* of other kinds or units, or of other things */
    FIGURES_DIFFERENT,
    FIGURES_ROUNDED,
    FIGURES_HEDGED, /* agree, as far as they go */
    FIGURES_EQUAL
};

enum figure_relation figure_compare(const struct figure *a, const struct figure *b);

/* Appends what a reader ought to know of two that agree or are rounded: "cut", "range", "off" of a price
 * (30 % off, 打七折), "order" of a date in slashes (4/5/2026), "hedges" where they lean differently, else the hedge that only one has ("more
 * than"), "head" where a table's head told the unit or scale of one; nothing for none. */
void figure_compare_remark(const struct figure *a, const struct figure *b, struct buffer *out);

#endif
