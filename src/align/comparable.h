/* comparable: linking independent reports of one event.
 *
 * Texts that do not translate each other (comparable texts, in the field's terms) are linked, not
 * aligned: most sentences have no counterpart, and what two reports share they tell in an order of
 * their own. A link needs evidence that a reader would accept, so there are few; all the rest is
 * only in A or only in B.
 *
 * Two sentences are scored by the clues they share (clues.h) against their sizes (candidates.h);
 * which pairs are links is learned (linking_chance.h). A link is SAME when a quarter of what either
 * side could share is shared, as four in five sentences of a translation do and hardly any that have
 * but a fact in common, else PARTIAL.
 *
 * Related: Munteanu and Marcu (2005) on parallel sentences in comparable corpora.
 *
 * Links may cross. Items stand in A's order; what is only in B stands behind the counterpart of the
 * nearest linked sentence before it in B, and the empty side of what is only in A is likewise the
 * place behind the counterpart of what was linked last.
 *
 * Confidence is how likely a reader accepts a link; of a gap, that he accepts none. */
#ifndef DIPTYCH_ALIGN_COMPARABLE_H
#define DIPTYCH_ALIGN_COMPARABLE_H

#include <stdbool.h>

#include "align/alignment.h"
#include "align/parallel.h"
#include "base/error.h"

#define COMPARABLE_VERSION 26 /* grows whenever links may come out otherwise: caches ask */

/* Fills `alignment` (empty before). The same with the sides exchanged, but for what stands in
 * gaps. False with a sentence when it was stopped or a side is too long; then `alignment` stays
 * empty. */
bool comparable_align(const struct parallel_task *task, struct alignment *alignment,
                      struct error *error);

#endif
