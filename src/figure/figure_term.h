/* figure_term: one number with its sign, its scale and what it is a number of.
 *
 * A term is what ranges and enumerations are made of (figure_chain.h): -$71.5 million and, as
 * accountants write it, $(71.5) million; 50 basis points, 负0.25%, 6 feet 7 inches, five foot eleven,
 * 3元5角, 三斤二两, 9秒58, 两公里半, ninety (90) days; or a number alone, whose unit another term may
 * tell. A sign is one only where it stands right at the number and behind no word or number. */
#ifndef DIPTYCH_FIGURE_FIGURE_TERM_H
#define DIPTYCH_FIGURE_FIGURE_TERM_H

#include "figure/figure_scan.h"
#include "figure/figure_unit.h"
#include "text/numeral.h"

struct figure_term {
    size_t start;      /* of the sign or currency */
    size_t number;     /* of the numeral */
    size_t number_end; /* of the numeral and its scale */
    size_t end;        /* of the unit */
    struct numeral numeral;
    const struct figure_unit *unit; /* NULL: none, or another term's */
    bool ahead;                     /* its currency stands before it */
    bool bracketed;                 /* $(3.2) million */
    struct decimal low;             /* in that unit */
    struct decimal high;            /* low, but for 两三百 */
};

/* What may stand behind a unit of measure, in hundredths of it. */
#define FIGURE_TERM_PARTS \
    "半=50 _and_a_half=50 _and_a_quarter=25 半导=0 半价=0 半成=0 半岛=0 半路=0 半年=0"

/* Reads the term at `at`; `money` tells that a currency has been told before it, so that 5m is five
 * million. False when there is none; *past then is how far nothing can be. */
bool figure_term_read(const struct figure_scan *scan, size_t at, bool money,
                      struct figure_term *term, size_t *past);

/* Makes it one of a unit that another term told, and in the scale of that, a power of ten. */
bool figure_term_share(struct figure_term *term, const struct figure_unit *unit, int scale);

/* “One” or 一, “half” or 半 as words, which are articles more often than numbers. */
bool figure_term_is_one(const struct figure_term *term);
bool figure_term_is_half(const struct figure_term *term);

#endif
