/* term_locate: where a word that the aligner compares stands in a text.
 *
 * Words are units or tokens of a corpus (corpus.h): Han as they are, anything else the stem of a
 * Latin word. Linear in the sentences looked at. Nothing stays allocated. */
#ifndef DIPTYCH_ALIGN_TERM_LOCATE_H
#define DIPTYCH_ALIGN_TERM_LOCATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "align/side.h"

/* Where it first stands in sentences [first, end); false when it does not. */
bool term_locate_word(const struct side *side, size_t first, size_t end, const char *word,
                      size_t length, struct span *span);

/* From the first of `count` sentences to the end of the last; an empty span before sentence
 * `first` when there are none. */
struct span term_locate_run(const struct side *side, size_t first, size_t count);

#endif
