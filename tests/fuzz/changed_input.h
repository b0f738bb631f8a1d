/* changed_input: the seeds of a fuzz target, changed in the ways that find faults: bytes and numbers
 * replaced, stretches, words and lines taken out, repeated, or taken from another seed.
 *
 * Nothing but the seeds and a number chooses an input, so that every machine meets the same ones, and no
 * change of the code that reads them brings others. */
#ifndef DIPTYCH_TESTS_FUZZ_CHANGED_INPUT_H
#define DIPTYCH_TESTS_FUZZ_CHANGED_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

#define CHANGED_INPUT_LIMIT 8192 /* bytes */

/* Fills `out`, emptied first, with input `number` of those that the `count` seeds give; count > 0. */
void changed_input(const struct buffer *seeds, size_t count, uint64_t number, struct buffer *out);

#endif
