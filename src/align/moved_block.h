/* moved_block: aligning what was moved with its counterpart, apart from all else.
 *
 * The scorer leaves nothing out meanwhile (scorer_leave_out). Nothing is kept. */
#ifndef DIPTYCH_ALIGN_MOVED_BLOCK_H
#define DIPTYCH_ALIGN_MOVED_BLOCK_H

#include <stdbool.h>

#include "align/bead.h"
#include "align/lattice.h"
#include "align/paragraph_moves.h"
#include "align/score.h"

/* Whether a block of a few sentences is clearly better aligned than left alone. */
bool moved_block_fits(struct scorer *scorer, const struct weights *weights,
                      const struct moved_block *block);

/* Appends the beads of a block of any size, none where that has more nodes than `nodes` has left
 * (NULL: any), which is less by them then. False when it was stopped. */
bool moved_block_align(const struct corpus *corpus, struct scorer *scorer,
                       const struct weights *weights, const struct lattice_watch *watch,
                       const struct moved_block *block, size_t *nodes, struct beads *beads);

/* How many sentences both sides of it have. */
uint32_t moved_block_size(const struct moved_block *block);

/* Whether two blocks share a sentence. */
bool moved_block_overlaps(const struct moved_block *one, const struct moved_block *other);

/* Narrows a block down to what its beads surely link; false when that is not most of it. */
bool moved_block_narrow(struct moved_block *block, const struct beads *beads);

#endif
