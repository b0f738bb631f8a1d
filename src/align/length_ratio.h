/* length_ratio: how many characters of the target go to one of the source.
 *
 * That of the whole texts is right only where both tell the same. Of an excerpt, or a text with an
 * introduction of its own, it is that of the sentences which surely belong together: those that
 * choose each other by their rare words (anchor_votes.h), clearly before all others. Their median
 * is taken where the whole texts are far from it. */
#ifndef DIPTYCH_ALIGN_LENGTH_RATIO_H
#define DIPTYCH_ALIGN_LENGTH_RATIO_H

#include "align/sentence_model.h"

/* `whole`, or what the anchors say. */
double length_ratio_find(const struct corpus *corpus, double whole);

#endif
