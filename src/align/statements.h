/* statements: whether two English sentences quote somebody to different effect.
 *
 * Two statements of one person share his name and what he is; those that are one share words within
 * the quotation marks of either. Nothing is allocated. */
#ifndef DIPTYCH_ALIGN_STATEMENTS_H
#define DIPTYCH_ALIGN_STATEMENTS_H

#include <stdbool.h>

#include "align/bead.h"
#include "align/clue.h"

/* `list` holds what the two sentences share, of which what weighs `least` counts; false where
 * either quotes no more than a word. */
bool statements_differ(const struct clues *clues, const struct clue_list *list,
                       const struct bead *bead, float least);

#endif
