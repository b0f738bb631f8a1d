/* stray_ends: beads at either end of an alignment that stand there by chance.
 *
 * An introduction before an excerpt has no counterpart; but whatever the other text has before the
 * place of the excerpt is there to be linked to, and of so many sentences some fit by their lengths
 * and a word or two. Such beads have less evidence than those of the rest, for their length, and
 * nobody is sure of them. They are given up where the text that they are linked to has sentences
 * without counterpart there: where it has none, the beginnings belong together. */
#ifndef DIPTYCH_ALIGN_STRAY_ENDS_H
#define DIPTYCH_ALIGN_STRAY_ENDS_H

#include "align/bead.h"
#include "align/evidence.h"
#include "align/sentence_model.h"

/* Makes gaps of them. The beads are in order and reach from corner to corner. */
void stray_ends_drop(const struct corpus *corpus, struct evidence_finder *finder,
                     struct beads *beads);

#endif
