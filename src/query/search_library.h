/* search_library: a query put to a whole collection: to the index where there is one, to the texts
 * where there is none.
 *
 * The index is brought up to date first (search_index.h); collections of fewer than
 * SEARCH_INDEX_LEAST articles have none. The answers are the same. */
#ifndef DIPTYCH_QUERY_SEARCH_LIBRARY_H
#define DIPTYCH_QUERY_SEARCH_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "library/collection.h"
#include "query/entity_index.h"
#include "query/search_index.h"
#include "query/search_query.h"
#include "query/search_results.h"

struct search_job {
    struct collection *collection; /* has been scanned */
    const char *cache_folder;      /* NULL: there is no index */
    const struct entity_index *entities; /* NULL: none is known */
    const bool *among; /* the articles to look at, one a number; NULL: all */
    /* What went wrong and is no reason to stop: an article that cannot be read, an index that cannot be
     * used. */
    void (*complain)(void *data, const struct error *error);
    /* Articles taken into the index, of how many; false: the rest is read, and taken in another time. */
    bool (*go_on)(void *data, size_t done, size_t count);
    void *data;
};

/* Ranked results. False where an article could not be read. */
bool search_library(const struct search_job *job, struct search_query *query,
                    struct search_results *results);

/* Takes into the index what it misses, in parts that are kept one by one. False when it was stopped; with
 * a sentence when it failed. */
bool search_library_index(struct search_index *index, struct collection *collection,
                          bool (*go_on)(void *data, size_t done, size_t count), void *data,
                          struct error *error);

#endif
