/* figure_address: tokens that are addresses: https://..., www..., someone@domain, and a domain
 * with a path. Their digits count nothing. */
#ifndef DIPTYCH_FIGURE_FIGURE_ADDRESS_H
#define DIPTYCH_FIGURE_FIGURE_ADDRESS_H

#include "figure/figure_scan.h"

/* Whether the run of printable ASCII at `at` is an address; *end is where the run ends, beyond
 * `at`. */
bool figure_address_at(const struct figure_scan *scan, size_t at, size_t *end);

#endif
