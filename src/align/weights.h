/* weights: how much each feature counts, as tests/align/train has learned it.
 *
 * Two sets: for the first look at a pair of texts, and for the second, when the lexicon has
 * learned from the first. What the training texts do not have (marks, paragraphs, headings) is
 * weighed by hand. */
#ifndef DIPTYCH_ALIGN_WEIGHTS_H
#define DIPTYCH_ALIGN_WEIGHTS_H

#include "align/score.h"

#define WEIGHTS_VERSION 22 /* grows whenever alignments may come out otherwise: caches ask */

extern const struct weights weights_first;
extern const struct weights weights_second;

#endif
