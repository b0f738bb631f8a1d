/* common_words: passages that are paired in two texts of one language, and share no word.
 *
 * Two versions of a text say most of a sentence in the same words; where nothing is said alike, a
 * pair is but what was left over on either side. Texts in two languages have no words to share, so
 * nothing is told of them. A word is one of four letters or more, by its beginning (burn, burned),
 * or a long number; in Chinese two characters that follow one another. A date is none: much is told
 * of one day. */
#ifndef DIPTYCH_ALIGN_COMMON_WORDS_H
#define DIPTYCH_ALIGN_COMMON_WORDS_H

#include <stddef.h>

#include "align/alignment.h"
#include "align/side.h"

/* How many pairs have nothing in common; 0 where the two are not in one language, as far as can be
 * told: both Chinese, or both English. Meant for short texts: each pair costs the product of its
 * lengths. */
size_t common_words_lacking(const struct side *a, const struct side *b,
                            const struct alignment *alignment);

#endif
