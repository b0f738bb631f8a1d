/* omission: how much a pair of texts leaves out, and what that means for its gaps.
 *
 * The weights are learned from whole translations, where hardly a sentence has no counterpart.
 * Where more of one side have none, that side's gaps are likelier than the weights say: their score
 * grows by the logarithm of how many times as many there are. Long runs of sentences that are passed
 * over do not count: they cost as much for the most part at once.
 *
 * Of a text that the other one cannot tell all of, a sentence more that is passed over is nothing
 * unusual: it costs less, or else it would be drawn into the bead before the run. Where gaps are
 * expected between all beads, they are what leaves out. The other text has little of its own: to
 * pass over its sentences costs more, or else two free translations of which few words are known
 * would be given up, both at the same place. */
#ifndef DIPTYCH_ALIGN_OMISSION_H
#define DIPTYCH_ALIGN_OMISSION_H

#include "align/bead.h"
#include "align/linked_share.h"
#include "align/score.h"

#define OMISSION_BETWEEN 0.6 /* the share of a summary, which leaves out between all beads */

/* The share of the sentences of either side that an alignment leaves alone, 0 to 1. */
struct omission {
    double source;
    double target;
};

struct omission omission_share(const struct beads *beads);

/* The weights for texts of which such a share has no counterpart, one of them being `longer`. */
struct weights omission_weights(const struct weights *weights, const struct omission *share,
                                enum linked_longer longer);

#endif
