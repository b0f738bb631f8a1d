/* gloss_lines: a definition of several lines as glosses ("a/b").
 *
 * Each line is cleaned; blanks at its ends go, empty ones go, a slash inside becomes U+2215. */
#ifndef DIPTYCH_DICTIONARY_GLOSS_LINES_H
#define DIPTYCH_DICTIONARY_GLOSS_LINES_H

#include <stddef.h>

#include "base/buffer.h"
#include "text/sanitize.h"

/* Appends those of any bytes behind the glosses that `glosses` has. */
void gloss_lines_add(const char *text, size_t length, struct buffer *glosses,
                     struct sanitize_counts *counts);

#endif
