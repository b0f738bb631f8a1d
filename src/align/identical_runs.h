/* identical_runs: long runs of sentences that two texts have word for word, in order in both: of a text
 * and itself, a text and its next version, a listing that both print.
 *
 * Nothing has to be sought there, and that is most of such texts. A run is what the texts begin or end
 * with alike, or goes on from RUNS_GRAM sentences in a row that stand once in either text (Cohen's
 * patience diff, by more than one line); of those that cross, the heavier chain stays. Its ends are cut
 * off, since what stands around a run may be a matter of choice. Time goes with the sentences and the
 * logarithm of their number. */
#ifndef DIPTYCH_ALIGN_IDENTICAL_RUNS_H
#define DIPTYCH_ALIGN_IDENTICAL_RUNS_H

#include "align/anchor_chain.h"
#include "align/band.h"
#include "align/side.h"

/* Appends the runs inside a band's corners, rising on both sides: where they begin, and how many
 * sentences they hold as their weight. */
void identical_runs_find(const struct side *source, const struct side *target,
                         const struct band *band, struct anchor_chain *runs);

#endif
