/* linking_who: whether two reports share no more than who they are about.
 *
 * Whoever writes of a firm tells in the same words what it is and where (总部设在苏州的生物制药企业蓝岭药业),
 * whatever has happened to it. Where nothing is linked but what both texts of one language open
 * with, and what that has in common all stands in one long string, they are of two events. */
#ifndef DIPTYCH_ALIGN_LINKING_WHO_H
#define DIPTYCH_ALIGN_LINKING_WHO_H

#include <stdbool.h>

#include "align/links.h"

bool linking_who_is_all(struct links *links);

#endif
