/* versions: which other articles tell an article's story, nearest first.
 *
 * Those that it is a translation of, or that are translations of it; then the story's others in
 * another language, by language and id (collection_story). The collection must have been scanned.
 * Articles are the collection's. */
#ifndef DIPTYCH_QUERY_VERSIONS_H
#define DIPTYCH_QUERY_VERSIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "library/collection.h"

#define VERSIONS_MOST 16

bool versions_translated(const struct article *a, const struct article *b);

/* Fills `out`; how many there are, VERSIONS_MOST at most. Goes through all articles. */
size_t versions_of(const struct collection *collection, const struct article *article,
                   const struct article *out[VERSIONS_MOST]);

/* The same for who has the articles of the story, in that order, already. */
size_t versions_among(const struct collection *collection, const struct article *article,
                      const struct article *const *story, size_t count,
                      const struct article *out[VERSIONS_MOST]);

#endif
