/* short_name: the name of a text, or its path, in few cells. */
#ifndef DIPTYCH_SESSION_SHORT_NAME_H
#define DIPTYCH_SESSION_SHORT_NAME_H

#include "base/buffer.h"

/* Appends it, cleaned, in at most `cells`: a long one loses its beginning, not its end and what
 * stands behind it. */
void short_name_add(struct buffer *out, const char *name, int cells);

#endif
