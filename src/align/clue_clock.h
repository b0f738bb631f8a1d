/* clue_clock: times of day, which figures.h does not count among figures, as clues: 8 p.m. and
 * 晚8时, 4:20 p.m. and 16时20分; and times of a race that are told with colons, 2:03:17.
 *
 * They are given as figures: a time of day as the ratio of its minutes to those of a day, a time of a race
 * as a duration in seconds. */
#ifndef DIPTYCH_ALIGN_CLUE_CLOCK_H
#define DIPTYCH_ALIGN_CLUE_CLOCK_H

#include "base/span.h"
#include "figure/figures.h"

/* Appends those of a sentence, in their order. */
void clue_clock_find(const char *text, struct span sentence, struct figures *figures);

#endif
