/* figure_start: where a figure may begin, told fast.
 *
 * Most of a text begins no figure; looking it up in the tables of units, months and numerals at
 * each word and each Han character would be most of the work. What may begin is a little more than
 * what does: whoever reads the figure decides. */
#ifndef DIPTYCH_FIGURE_FIGURE_START_H
#define DIPTYCH_FIGURE_FIGURE_START_H

#include <stdbool.h>

#include "figure/figure_scan.h"

/* Whether a figure may begin at `at`, where a word, a number or another character begins. */
bool figure_start_may(const struct figure_scan *scan, size_t at);

/* Whether the run of printable ASCII at `at` is an address, whose digits count nothing: https://...,
 * www..., someone@domain, a domain with a path; *end is where the run ends, beyond `at`. */
bool figure_start_address(const struct figure_scan *scan, size_t at, size_t *end);

/* The bytes of what begins with a numeral at `at` and has no figure: a set phrase (三番五次, forty
 * winks), a title (《1984》), the number of a paper (〔2016〕36号), a year before our era; 0 for none. */
size_t figure_start_idiom(const struct figure_scan *scan, size_t at);

#endif
