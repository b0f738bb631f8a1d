/* linking_who: whether two reports share no more than who they are about.
 *
 * Whoever writes of a firm tells in the same words what it is and where (总部设在苏州的生物制药企业蓝岭药业),
 * whatever has happened to it. Where nothing is linked but what both texts open with, they are of two
 * events when that has in common
 *   - in one language, what stands in one long string alone;
 *   - in two, in a single link, nothing in the last third of the Chinese sentence, where it is told
 *     what has happened. */
#ifndef DIPTYCH_ALIGN_LINKING_WHO_H
#define DIPTYCH_ALIGN_LINKING_WHO_H

#include <stdbool.h>

#include "align/links.h"

bool linking_who_is_all(struct links *links);

#endif
