/* charref: character references of HTML (&amp; &#8212; &#x2014;) to characters.
 *
 * The named ones that articles use are known, and all numeric ones. What comes out is
 * clean text: a reference to a control gives its picture, to a line end or tab a space,
 * to no character U+FFFD. Unknown names stay as they are written. */
#ifndef DIPTYCH_DOC_CHARREF_H
#define DIPTYCH_DOC_CHARREF_H

#include <stddef.h>

#include "base/buffer.h"

/* Appends what the reference text[0, length) stands for, "&" and ";" included. */
void charref_add(struct buffer *out, const char *text, size_t length);

#endif
