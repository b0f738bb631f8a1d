/* abridged: how much a pair of texts leaves out, and what that means for its gaps.
 *
 * The weights are learned from whole translations, where hardly a sentence has no counterpart.
 * Where a first look finds more, gaps are likelier than the weights say: the score of each grows by
 * the logarithm of how many times as many there are. */
#ifndef DIPTYCH_ALIGN_OMISSION_H
#define DIPTYCH_ALIGN_OMISSION_H

#include "align/bead.h"
#include "align/score.h"

/* The weights for texts whose first alignment is `beads`. */
struct weights abridged_weights(const struct weights *weights, const struct beads *beads);

#endif
