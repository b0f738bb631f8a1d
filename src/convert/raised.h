/* raised: raised and lowered digits as the characters for them, so that 10 to the sixth does not
 * read as 106. */
#ifndef DIPTYCH_CONVERT_RAISED_H
#define DIPTYCH_CONVERT_RAISED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Appends the text raised (else lowered). False, and nothing is appended, where a character has no
 * such form or there are no digits in it. */
bool raised_map(const char *text, size_t length, bool raised, struct buffer *out);

#endif
