/* search_match: a query put to the rows of the index (search_index.h): what FTS5 finds of each phrase,
 * judged as search_judge.c judges what a reading of the articles finds. */
#ifndef DIPTYCH_QUERY_SEARCH_MATCH_H
#define DIPTYCH_QUERY_SEARCH_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "query/search_query.h"
#include "query/search_results.h"

struct sql;
struct search_found;

/* Which rows are which articles'. Ownership: search_rows_free. */
struct search_rows {
    size_t count;     /* articles */
    int64_t *ids;     /* of each article, 0 none */
    double *lengths;  /* of its text, in bytes */
    size_t *articles; /* of each id up to `most`: 1 + its article, 0 none */
    struct search_found *breaks; /* where paragraphs begin; NULL until that is needed */
    int64_t most;
};

struct search_rows search_rows_new(size_t count, int64_t most);
void search_rows_set(struct search_rows *rows, size_t article, int64_t id, double length);
/* The article has another row now, of any greater id. Whether it had one before. */
bool search_rows_replace(struct search_rows *rows, size_t article, int64_t id, double length);
void search_rows_free(struct search_rows *rows);

/* search_index_ask. */
bool search_match(struct sql *sql, struct search_rows *rows, const struct search_query *query,
                  const bool *allowed, bool *doubtful, struct search_results *results,
                  struct error *error);

#endif
