/* linking_rest: what two reports that have been linked at several places still have in common.
 *
 * Where a third of the shorter text is linked, both tell of one event, so that less is asked:
 *
 *   - of two sentences that no link holds, each likelier the other's than all else that is left: the
 *     weights' `rest` and the best score of its row and column, or `beside` where a link stands near,
 *     as far on in one text as in the other. A reader must see a word or a figure that both have,
 *     not names, days and that somebody speaks alone, as every story of the same people has, and no
 *     figures that differ or statements to different effect. What one text alone opens with is told
 *     all over the other.
 *   - of two one of which stands in a link: `figure`, and a figure that none of its links has, which
 *     is told there as well. An age, or a time of years, tells of whom, not what. */
#ifndef DIPTYCH_ALIGN_LINKING_REST_H
#define DIPTYCH_ALIGN_LINKING_REST_H

#include <stdbool.h>
#include <stddef.h>

#include "align/linking_weights.h"
#include "align/links.h"

/* Adds to the links; the candidates are by falling chance. False when `go_on` (NULL never) has
 * stopped it. */
bool linking_rest_take(struct links *links, struct candidate *const *order, size_t count,
                       const struct linking_weights *weights,
                       bool (*go_on)(void *data, double done), void *data);

#endif
