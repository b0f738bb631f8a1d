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
    const char *id; /* in the tables */
    const char *name;
    const char *base; /* that the other units of its kind convert into, too; NULL */
    double in_base;   /* how much it is of that, */
    double offset;    /* and where its zero is */
    enum figure_kind kind;
    unsigned factor;
    int power; /* and ten to this */
};

/* The currency or 百分之 at `at`, before the number: $, US$, RMB, 港币; *end where it ends. */
const struct figure_unit *figure_unit_ahead(const struct figure_scan *scan, size_t at, size_t *end);

/* The unit at `at` or behind blanks or a hyphen; *end where it ends. NULL when there is none. */
const struct figure_unit *figure_unit_behind(const struct figure_scan *scan, size_t at,
                                             size_t *end);

/* The unit that is written just so, in small letters and with _ for blanks, and that of a name; NULL. */
const struct figure_unit *figure_unit_named(const char *written);
const struct figure_unit *figure_unit_of(const char *name);

/* Multiplies a stated number into the unit's; false when it does not fit. */
bool figure_unit_apply(const struct figure_unit *unit, struct decimal *value);

/* Of scan->text[start, end), a sum of bare pesos or 比索: the currency of the country that is named
 * nearest before it, else behind it in its block; that of Jamaican dollars tells itself. NULL when none
 * is. */
const struct figure_unit *figure_unit_about(const struct figure_scan *scan, size_t start,
                                            size_t end);

/* ---- figure_unit_table.c: the units by their ids, and their spellings in lines, in the order of strcmp ---- */

#define FIGURE_UNIT_LINE 240

extern const struct figure_unit figure_units[];
extern const size_t figure_unit_count;
extern const char figure_unit_spellings[][FIGURE_UNIT_LINE];
extern const size_t figure_unit_ahead_lines; /* of those that may stand before a number; the others follow */
extern const size_t figure_unit_lines;

#endif
