/* figure_ordinal: which ordinals are figures. The rules are told in figure_count.h. */
#ifndef DIPTYCH_FIGURE_FIGURE_ORDINAL_H
#define DIPTYCH_FIGURE_FIGURE_ORDINAL_H

#include "figure/figure.h"
#include "figure/figure_scan.h"
#include "text/numeral.h"

/* Judges the ordinal at figure->start, whose value and span are there, and fills its kind. */
bool figure_ordinal_judge(const struct figure_scan *scan, const struct numeral *numeral,
                          struct figure *figure);

#endif
