/* content_search: which articles of a collection are versions of one text, by what they say: article_pairs
 * in a thread of its own, over the collection as it is on disk.
 *
 * Ownership: content_search_free, which stops it. The aligner, what it borrows and the conversion must
 * outlive it; strings are copied, and what is returned belongs to the search. */
#ifndef DIPTYCH_QUERY_CONTENT_SEARCH_H
#define DIPTYCH_QUERY_CONTENT_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "query/aligner.h"

#define CONTENT_SEARCH_MOST 2000 /* articles of a collection; in a larger one nothing is looked for */

struct content_search;

struct content_search *content_search_start(const char *folder, const char *cache_folder,
                                            struct conversion *conversion,
                                            struct aligner *aligner);
void content_search_free(struct content_search *search);

/* `wait`: not before it has. */
bool content_search_has_ended(struct content_search *search, bool wait);

/* After that: the path of the version of the article at `path`, and how surely it is one; NULL none. */
const char *content_search_version(const struct content_search *search, const char *path,
                                   double *score);

#endif
