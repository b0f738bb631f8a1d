/* figure_unit: units of measure and currencies as they are written, English and Chinese, before a
 * number and behind it.
 *
 * One table for both languages: a spelling (a sign, an ISO 4217 code, an English phrase with its
 * adjective, a Chinese word) is of a unit, and a unit has a kind, its name in figures (figure.h)
 * and what the number is to be multiplied with: two decades are 20 years, 三斤 is 1.5 kg, 45 cents
 * 0.45 USD. $ is taken for the US dollar, ¥ for the yuan, “pounds” behind a number for pounds of
 * weight, and bare pesos and francs for "?". */
#ifndef DIPTYCH_FIGURE_FIGURE_UNIT_H
#define DIPTYCH_FIGURE_FIGURE_UNIT_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

struct figure_unit {
    const char *name;
    enum figure_kind kind;
    unsigned factor;
    int power; /* and ten to this */
};

/* The currency or 百分之 at `at`, before the number: $, US$, RMB, 港币; *end where it ends. */
const struct figure_unit *figure_unit_ahead(const struct figure_scan *scan, size_t at, size_t *end);

/* The unit at `at` or behind blanks or a hyphen; *end where it ends. NULL when there is none. */
const struct figure_unit *figure_unit_behind(const struct figure_scan *scan, size_t at,
                                             size_t *end);

/* The unit that is written just so, in small letters; NULL. */
const struct figure_unit *figure_unit_named(const char *written);

/* Multiplies a stated number into the unit's; false when it does not fit. */
bool figure_unit_apply(const struct figure_unit *unit, struct decimal *value);

/* Of scan->text[start, end), a sum of bare pesos or 比索: the currency of the country that is named
 * nearest before it, else behind it in its block; that of Jamaican dollars tells itself. NULL when none
 * is. */
const struct figure_unit *figure_unit_about(const struct figure_scan *scan, size_t start,
                                            size_t end);

/* ---- figure_unit_table.c: the units, and their spellings in the order of strcmp ---- */

/* Currencies stand ahead of a number or on both sides, the other units behind it. */
#define UNIT_AHEAD 0x4000
#define UNIT_BOTH 0x8000
#define UNIT_INDEX 0x3FFF

struct unit_spelling {
    char written[28]; /* no pointer, which each start would have to relocate */
    unsigned short unit; /* index of figure_units, UNIT_AHEAD, UNIT_BOTH */
};

extern const struct figure_unit figure_units[];
extern const size_t figure_unit_count;
extern const struct unit_spelling unit_spellings[];
extern const size_t unit_spelling_count;

#endif
