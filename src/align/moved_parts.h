/* moved_parts: what is set apart from the main alignment since it stands elsewhere in the other text.
 *
 * Paragraphs are found before (paragraph_moves.h), long runs that were left alone behind it
 * (moved_runs.h); where they end is settled against what is beside them (moved_growth.h). What a pin
 * holds is never moved.
 * Ownership: moved_parts_free. What begin is given is borrowed. */
#ifndef DIPTYCH_ALIGN_MOVED_PARTS_H
#define DIPTYCH_ALIGN_MOVED_PARTS_H

#include <stdbool.h>

#include "align/bead.h"
#include "align/lattice.h"
#include "align/paragraph_moves.h"
#include "align/pin_constraints.h"
#include "align/score.h"
#include "align/sentence_model.h"

struct moved_parts {
    const struct corpus *corpus;
    const struct pins *pins;
    struct moved_blocks blocks;
    struct beads beads; /* of all blocks, each aligned by itself */
    bool *source_out;   /* by sentence: not in the main alignment, nor are those that pins take */
    bool *target_out;
};

void moved_parts_begin(struct moved_parts *parts, const struct corpus *corpus,
                       const struct pins *pins);
void moved_parts_free(struct moved_parts *parts);

/* Finds moved paragraphs and drops those whose sentences do not fit each other. */
void moved_parts_find(struct moved_parts *parts, struct scorer *scorer);

/* Aligns each block by itself; false when stopped. The scorer leaves nothing out from then on. */
bool moved_parts_align(struct moved_parts *parts, struct scorer *scorer,
                       const struct weights *weights, const struct lattice_watch *watch);

/* Holds long runs that the main alignment has left alone at different places against each other,
 * and settles where all blocks end. False when it was stopped. */
bool moved_parts_settle(struct moved_parts *parts, const struct beads *main,
                        const struct lattice_watch *watch);

/* Whether the main alignment has but left out the bead, a gap there. */
bool moved_parts_have(const struct moved_parts *parts, const struct bead *bead);

#endif
