/* definition_markup: the text of a definition that is written in HTML, Pango markup or XDXF.
 *
 * Tags go, and with them whatever a script, a style or a comment holds; where a block ends or a
 * line breaks there is a newline; character references are what they stand for. A < that begins no
 * tag stays. There is no judging whether the markup is right. */
#ifndef DIPTYCH_DICTIONARY_DEFINITION_MARKUP_H
#define DIPTYCH_DICTIONARY_DEFINITION_MARKUP_H

#include <stddef.h>

#include "base/buffer.h"

void definition_markup_strip(struct buffer *out, const char *text, size_t length);

#endif
