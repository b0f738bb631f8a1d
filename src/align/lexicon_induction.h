/* learn: what an alignment teaches about words that the dictionary does not know.
 *
 * IBM Model 1 (Brown et al. 1993) over beads that are likely, each counted with its posterior; it
 * starts from the dictionary. The last round takes 1.5 off every count: what was seen
 * once must not confirm itself. */
#ifndef DIPTYCH_ALIGN_LEXICON_INDUCTION_H
#define DIPTYCH_ALIGN_LEXICON_INDUCTION_H

#include <stdbool.h>

#include "align/bead.h"
#include "align/lattice.h"
#include "align/sentence_model.h"

#define LEARN_LEAST 0.6F /* posterior of beads that are learned from */

/* Replaces corpus->learned by what the beads, whose confidence is their posterior, teach. At most
 * some tens of thousands of them are used. False when `watch` (NULL: nobody waits) stopped it; then it
 * has not learned. */
bool lexicon_induction_learn(struct corpus *corpus, const struct beads *beads,
                             const struct lattice_watch *watch);

#endif
