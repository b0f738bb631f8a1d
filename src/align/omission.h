/* omission: how much a pair of texts leaves out, and what that means for its gaps.
 *
 * The weights are learned from whole translations, where hardly a sentence has no counterpart.
 * Where more of one side have none, that side's gaps are likelier than the weights say: their score
 * grows by the logarithm of how many times as many there are. Long runs of sentences that are passed over do not
 * count: they cost as much for the most part at once. */
#ifndef DIPTYCH_ALIGN_OMISSION_H
#define DIPTYCH_ALIGN_OMISSION_H

#include "align/bead.h"
#include "align/score.h"

/* The share of the sentences of either side that an alignment leaves alone, 0 to 1. */
struct omission {
    double source;
    double target;
};

struct omission omission_share(const struct beads *beads);

/* The weights for texts of which such a share has no counterpart. */
struct weights omission_weights(const struct weights *weights, const struct omission *share);

#endif
