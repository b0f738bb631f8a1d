/* figure_unit: units of measure and currencies as they are written, English and Chinese.
 *
 * Tables only. A unit has a kind, its name in figures (figure.h) and what the number is to be
 * multiplied with: two decades are 20 years, 三斤 is 1.5 kg. ¥ is taken for the yuan and $ for
 * the US dollar, “pounds” behind a number for pounds of weight. */
#ifndef DIPTYCH_FIGURE_FIGURE_UNIT_H
#define DIPTYCH_FIGURE_FIGURE_UNIT_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

struct figure_unit {
    const char *written;
    enum figure_kind kind;
    const char *name;
    unsigned factor; /* 0: 1 */
    int power;       /* and ten to this */
};

/* The currency sign or code at `at`, before the number: $, US$, RMB; *size its bytes. */
const struct figure_unit *figure_unit_sign(const struct figure_scan *scan, size_t at, size_t *size);

/* The unit at `at` or behind blanks or a hyphen; *end where it ends. NULL when there is none. */
const struct figure_unit *figure_unit_behind(const struct figure_scan *scan, size_t at,
                                             size_t *end);

/* The name of a duration in English, of that word; NULL. */
const struct figure_unit *figure_unit_duration(const char *word);

/* Multiplies a stated number into the unit's; false when it does not fit. */
bool figure_unit_apply(const struct figure_unit *unit, struct decimal *value);

#endif
