/* clue_places: where the words of a term stand that two runs of sentences share. A part of clues.h.
 *
 * Two Han that both Chinese texts have are shown with all that both have around them. */
#ifndef DIPTYCH_ALIGN_CLUE_PLACES_H
#define DIPTYCH_ALIGN_CLUE_PLACES_H

#include "align/bead.h"
#include "align/clue.h"

/* Sets the spans of a term; false when its words are not found. */
bool clue_places_term(const struct clues *clues, const struct bead *bead, struct clue *clue);

#endif
