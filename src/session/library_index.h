/* library_index: the search index of the open collection (query/search_index.h), kept open between
 * searches; what it misses a thread takes in while one reads. */
#ifndef DIPTYCH_SESSION_LIBRARY_INDEX_H
#define DIPTYCH_SESSION_LIBRARY_INDEX_H

struct search_index;
struct session;

/* For a search: it knows which articles of the collection, as last scanned, it has. NULL where there is
 * none: a small collection, no cache, others writing to it. */
struct search_index *library_index_get(struct session *session);

#endif
