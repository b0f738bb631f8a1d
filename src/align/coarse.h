/* coarse: where in the grid an alignment of two texts is to be looked for, before any of it is
 * known.
 *
 * Small texts are searched whole. In larger ones pairs of sentences that share rare words (of a
 * unit seen a few times, a token seen a few times) are anchors; the heaviest chain of anchors that
 * rises on both sides is kept (a longest increasing subsequence with weights), stray ones are
 * dropped, and the band goes from anchor to anchor, the wider the farther they are apart. Where
 * hundreds of sentences repeat a few, it is no wider than those are many: one place is as good as
 * another there. Time and memory go with the length of the texts, not with its square. */
#ifndef DIPTYCH_ALIGN_COARSE_H
#define DIPTYCH_ALIGN_COARSE_H

#include <stdbool.h>

#include "align/band.h"
#include "align/sentence_model.h"

/* `band` has its corners (band_begin) and is settled on return. `part`: one text tells but a part of
 * the other, so that hardly anything is known of where that is. */
void coarse_band(const struct corpus *corpus, bool part, struct band *band);

#endif
