/* ask: a query put to the database (query/search_query.h, the whole language).
 *
 * The fields and the tokens of the words choose articles there; what they say is judged here, from
 * the text that the database keeps, as a reading of the files would. Of more than ASK_JUDGED articles that
 * may answer those are judged that ts_rank puts first, and scores are BM25's all the same: how many
 * articles have a word is asked of the index. */
#ifndef DIPTYCH_POSTGRES_ASK_H
#define DIPTYCH_POSTGRES_ASK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "postgres/database.h"
#include "query/entity_index.h"
#include "query/search_query.h"

#define ASK_JUDGED 1000

struct ask_answer {
    char *id, *path;
    double score;
    char *snippet; /* clean, one line */
};

struct ask_answers {
    struct ask_answer *items; /* the best first */
    size_t count;
    size_t capacity;
};

/* A folder that was loaded, for its notes; NULL none is left. Caller frees. */
char *ask_folder(struct database *database);

/* The query has read its names and tags already; `entities` may be NULL. Start with { 0 }. */
bool ask_database(struct database *database, const struct search_query *query,
                  const struct entity_index *entities, struct ask_answers *answers, struct error *error);
void ask_answers_free(struct ask_answers *answers);

#endif
