/* search_index: the words of a collection's articles in SQLite FTS5, so that a query need not read
 * them.
 *
 * One database a folder in the cache, CACHE/search-HASH.db: a row an article, its words as
 * search_text.h cuts them, with the stem of an English one beside it and a mark before each
 * paragraph. The texts themselves are not kept. It may be deleted at any time; one that is damaged,
 * of another version or another folder's is begun anew. An article's row holds for what its file was
 * (name, size, time, inode); what has changed since is not answered for.
 *
 * Answers are those of search_query_ask, number for number. Where a query asks for what the index does
 * not know (signs, entities) it tells which articles are worth reading. Where entities stand it can be
 * told then, and knows until one of the notes, or the article, changes.
 *
 * Ownership: search_index_close. One thread at a time; others, and other programs, may have the same
 * file open and write to it: what they take in is answered for, and not taken in again. */
#ifndef DIPTYCH_QUERY_SEARCH_INDEX_H
#define DIPTYCH_QUERY_SEARCH_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "doc/document.h"
#include "library/roster.h"
#include "query/search_query.h"
#include "query/search_results.h"

#define SEARCH_INDEX_LEAST 200 /* articles; fewer are read as fast */

struct search_index;

/* Of the articles below `folder`. NULL with a sentence when there can be none: SQLite without FTS5, a cache
 * that cannot be written. `patience`: milliseconds to wait for others who write. */
struct search_index *search_index_open(const char *cache_folder, const char *folder, int patience,
                                       struct error *error);
void search_index_close(struct search_index *index);

/* Whether a damaged file was thrown away when it was opened. */
bool search_index_was_damaged(const struct search_index *index);

/* Whether something failed because others were writing. */
bool search_index_was_busy(const struct search_index *index);

/* Whether its file is gone, or another one has its place. */
bool search_index_has_moved(const struct search_index *index);

/* Looks which articles of the roster it has as they are now; again after each change of either. `roster`
 * is borrowed until then. False with a sentence when the file cannot be read. */
bool search_index_follow(struct search_index *index, const struct roster *roster,
                         struct error *error);

/* Whether the article is in it as it is now; how many are not. */
bool search_index_has(const struct search_index *index, size_t article);
size_t search_index_missing(const struct search_index *index);

/* Takes an article in, in place of what it was, and answers for it from then on. Kept at
 * search_index_commit, which also forgets articles that are gone. False with a sentence: then nothing since
 * the last commit is kept, and the index has to follow the roster again. */
bool search_index_add(struct search_index *index, size_t article, const struct document *document,
                      struct error *error);
bool search_index_commit(struct search_index *index, struct error *error);

/* Where the entities of the query stand in the article, which has just been read for it: written at
 * search_index_commit. */
void search_index_keep(struct search_index *index, const struct search_query *query, size_t article,
                       const struct search_answer *answer);

/* Before many articles are taken in: their parts are left as they are; and after: makes one of all parts, so
 * that queries are fast and single articles soon added. */
bool search_index_expect(struct search_index *index, struct error *error);
bool search_index_settle(struct search_index *index, struct error *error);

/* Adds the answers of all articles that it has and `allowed` (one an article) allows. Where reading them
 * is needed, sets `doubtful` of those that may answer instead and adds the others'. False with a
 * sentence when the file cannot be read: then `results` is of no use. */
bool search_index_ask(struct search_index *index, const struct search_query *query,
                      const bool *allowed, bool *doubtful, struct search_results *results,
                      struct error *error);

#endif
