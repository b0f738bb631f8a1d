/* rendering: one translation as a dictionary words it, made into the stems that it consists of.
 *
 * What stands in brackets is left out, and words that say nothing (english.h). A dictionary's
 * entry is cut into glosses at "/" and ";"; those that only refer elsewhere ("variant of",
 * "surname", "CL:", "abbr.") are passed over. */
#ifndef DIPTYCH_DICTIONARY_RENDERING_H
#define DIPTYCH_DICTIONARY_RENDERING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "language/english_stem.h"

#define RENDERING_STEMS 8 /* more words than these are a definition, no translation */

struct rendering {
    char stems[RENDERING_STEMS][ENGLISH_WORD_LIMIT + 2]; /* distinct, in the order of the text */
    size_t count;
};

/* The next gloss of an entry at or after *at; false at the end. */
bool rendering_next(const char *entry, size_t length, size_t *at, struct span *gloss);

/* Reads one gloss. `words` is for reuse between calls (start with { 0 }, english_words_free). */
void rendering_read(const char *text, size_t length, struct english_words *words,
                    struct rendering *gloss);

/* How much one of `count` stems stands for the whole gloss: 1 where it stands alone. */
double rendering_share(size_t count);

#endif
