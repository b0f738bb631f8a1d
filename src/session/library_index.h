/* library_index: the search index of the open collection (query/search_index.h), kept open between
 * searches; what it misses a thread takes in while one reads. */
#ifndef DIPTYCH_SESSION_LIBRARY_INDEX_H
#define DIPTYCH_SESSION_LIBRARY_INDEX_H

#include <stddef.h>

struct search_answer;
struct search_index;
struct search_query;
struct session;

/* For a search: it knows which articles of the collection, as last scanned, it has. NULL where there is
 * none: a small collection, no cache, others writing to it. */
struct search_index *library_index_get(struct session *session);

/* What an article that was read for a query told of its entities, for the next time; and the end of that. */
void library_index_keep(struct session *session, const struct search_query *query, size_t article,
                        const struct search_answer *answer);
void library_index_write(struct session *session, const struct search_query *query);

#endif
