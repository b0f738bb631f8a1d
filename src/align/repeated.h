/* repeated: which sentences of a text read as one before them does, byte by byte.
 *
 * Where a text says the same again and again, one place is as good as another, and looking at all
 * of them would take the square of the time. */
#ifndef DIPTYCH_ALIGN_REPEATED_H
#define DIPTYCH_ALIGN_REPEATED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/side.h"

/* By sentence: the one behind the last sentence before it that reads the same, 0 when none does.
 * The caller frees it. */
uint32_t *repeated_find(const struct side *side);

/* How many different sentences are among [first, end). */
size_t repeated_different(const uint32_t *behind, size_t first, size_t end);

/* Whether each sentence of a long text stands in it so often that none of them tells anything. */
bool repeated_throughout(const struct side *side);

/* Whether a long text says nothing but a few sentences over and over. */
bool repeated_is_all(const struct side *side);

#endif
