/* paragraphs: an alignment of sentences seen as one of paragraphs.
 *
 * Paragraphs belong together when sentences of theirs do; what hangs together in this way is one
 * item. A paragraph none of whose sentences has a counterpart is alone. Confidence is the mean of
 * the sentences', weighed by their number. There is no evidence in it. */
#ifndef DIPTYCH_ALIGN_PARAGRAPHS_H
#define DIPTYCH_ALIGN_PARAGRAPHS_H

#include "align/alignment.h"
#include "align/side.h"

/* Fills `out` (empty before); a and b of its items number paragraphs, not sentences. */
void paragraphs_align(const struct side *a, const struct side *b, const struct alignment *sentences,
                      struct alignment *out);

#endif
