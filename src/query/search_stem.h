/* search_stem: english_stem.h's stems for searching: none of what is not all a to z, and each
 * remembered, for most words of a text are few. Ownership: search_stems_free. */
#ifndef DIPTYCH_QUERY_SEARCH_STEM_H
#define DIPTYCH_QUERY_SEARCH_STEM_H

#include <stddef.h>

#include "language/english_stem.h"

#define SEARCH_STEM_SIZE (ENGLISH_WORD_LIMIT + 2)

/* The stem of a word of the key; 0 and "" for what is no English word of two letters and more. */
size_t search_stem(const char *word, size_t length, char stem[SEARCH_STEM_SIZE]);

struct search_stems;

/* Room for `count` words, a power of two. */
struct search_stems *search_stems_new(size_t count);
void search_stems_free(struct search_stems *stems);

/* The same; valid until the next call. */
const char *search_stems_find(struct search_stems *stems, const char *word, size_t length);

#endif
