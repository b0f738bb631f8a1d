/* figure_compare: whether two figures tell the same.
 *
 * Values are compared in the same unit (kg and t, km and m, months and years) and with what is said
 * of their exactness:
 *   - They agree when they are equal; when one is hedged and the other satisfies the hedge (over
 *     100 and 110: up to half as much again; nearly 400 and 392: down to a tenth less; about: a
 *     tenth either way); when one is vague and the other of its magnitude (millions, 5 million).
 *   - They are rounded when they are the same to the last digit that the coarser one states, cut
 *     or rounded (37 and 37.6, 5万 and 49,800), and no more than a twentieth apart; zeros at the
 *     end of a whole number state nothing but in percentages. A value within a range, and a date
 *     within a longer one (2014 and June 2014), is rounded as well.
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

#endif
