/* moved_runs: long runs that the main alignment has left alone on both sides, at different places: a
 * section that was moved, in texts with paragraphs or without.
 *
 * What lies between two sure beads is one place; runs of one place have been held against each
 * other already. Of runs at different places those that share rare words (anchor_votes.h) are worth
 * a look. */
#ifndef DIPTYCH_ALIGN_MOVED_RUNS_H
#define DIPTYCH_ALIGN_MOVED_RUNS_H

#include <stdbool.h>

#include "align/bead.h"
#include "align/paragraph_moves.h"
#include "align/sentence_model.h"

/* Appends pairs of runs, each run of the source once at most. `beads` are those of the main
 * alignment in order; sentences with a flag are set apart already. */
void moved_runs_find(const struct corpus *corpus, const struct beads *beads,
                     const bool *source_out, const bool *target_out, struct moved_blocks *blocks);

#endif
