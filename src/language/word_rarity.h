/* word_rarity: how rare an English stem is in news at large.
 *
 * ln(N / d) / ln(N / 3) for a stem that d of N documents have, so 0 for what all have and 1 for
 * what three have or fewer: what two reports share of "say" or "government" tells nothing. */
#ifndef DIPTYCH_LANGUAGE_WORD_RARITY_H
#define DIPTYCH_LANGUAGE_WORD_RARITY_H

#include <stddef.h>

/* Of a stem as english_stem returns it, 0 to 1; 1 for what does not begin with a letter a to z and
 * 0 for a single byte, which is a part of some word. */
float word_rarity(const char *stem, size_t length);

#endif
