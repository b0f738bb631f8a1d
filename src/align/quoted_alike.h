/* quoted_alike: sentences of two texts that quote the same words, whatever stands around them.
 *
 * A quotation is cut into runs of QUOTED_ALIKE_SIZE (a Latin word counts two, a character one); two
 * sentences quote the same when a run stands within quotation marks in both, and in no third one of
 * either text: what is quoted again and again is a saying. Letter case, marks and stops do not
 * count, nor do sentence ends: a quotation may go on through several, up to the end of a paragraph. */
#ifndef DIPTYCH_ALIGN_QUOTED_ALIKE_H
#define DIPTYCH_ALIGN_QUOTED_ALIKE_H

#include "align/side.h"
#include "align/sparse_rows.h"

#define QUOTED_ALIKE_SIZE 10

/* Sets the target sentences of each source sentence, in order; sparse_rows_free. */
void quoted_alike_find(const struct side *source, const struct side *target, struct rows *alike);

#endif
