/* clue_numbers: numbers that are no figures, as clues: 349 in "349 members out of 577", thirty-seven
 * in "thirty-seven of them".
 *
 * They are given as counts of nothing. Those up to ten, years and what is a part of a word or of a
 * score say too little. */
#ifndef DIPTYCH_ALIGN_CLUE_NUMBERS_H
#define DIPTYCH_ALIGN_CLUE_NUMBERS_H

#include "base/span.h"
#include "figure/figures.h"

/* Appends those of a sentence, in their order, that none of the figures from `first` on has. */
void clue_numbers_find(const char *text, struct span sentence, size_t first,
                       struct figures *figures);

#endif
