/* search_worker: a thread that brings a collection's search index up to date (search_index.h), with a
 * collection and a connection of its own, while one reads and searches.
 *
 * Ownership: search_worker_free, which stops it; what it has done is kept. */
#ifndef DIPTYCH_QUERY_SEARCH_WORKER_H
#define DIPTYCH_QUERY_SEARCH_WORKER_H

#include <stdbool.h>
#include <stddef.h>

struct conversion;
struct search_worker;

/* Strings are copied; `conversion` is borrowed. */
struct search_worker *search_worker_start(const char *folder, const char *cache_folder,
                                          struct conversion *conversion);
void search_worker_free(struct search_worker *worker);

/* Whether it has ended; *done of *count articles are in the index, 0 of 0 not known yet. With `wait`:
 * once it has. */
bool search_worker_has_ended(struct search_worker *worker, bool wait, size_t *done, size_t *count);

#endif
