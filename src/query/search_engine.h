/* search_engine: a program of the reader's own that searches in place of the index: option
 * search-engine.
 *
 * Its words are parted by blanks, and no shell reads them; %(query) in one of them becomes what is
 * searched for, as it was typed, and is added as the last word where none has it. A pair of quotes
 * around all is left out. It prints a line a hit, the best first:
 *
 *     ARTICLE, tab, SCORE, tab, SNIPPET
 *
 * ARTICLE is the id of an article of the collection, or the path of a file. A thread waits for it;
 * of more than SEARCH_ENGINE_OUTPUT bytes nothing is taken. What it says on standard error is
 * dropped.
 *
 * Ownership: search_engine_free, which kills what still runs. */
#ifndef DIPTYCH_QUERY_SEARCH_ENGINE_H
#define DIPTYCH_QUERY_SEARCH_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "library/collection.h"

#define SEARCH_ENGINE_TIME 30000 /* milliseconds, what it is usually given */
#define SEARCH_ENGINE_OUTPUT ((size_t)8 << 20)
#define SEARCH_ENGINE_HITS 1000

struct search_engine;

struct engine_hit {
    char *article; /* clean; an id or a path */
    char *path;    /* to be given to reader_open */
    double score;
    char *snippet; /* clean, one line */
};

struct engine_hits {
    struct engine_hit *items;
    size_t count;
    size_t capacity;
    size_t rubbish; /* lines of another form, or of articles that there are none of */
};

struct search_engine *search_engine_start(const char *words, const char *query,
                                          int milliseconds);
void search_engine_free(struct search_engine *engine);

/* Whether it has ended. With `wait`: once it has, or `go_on` (may be NULL), asked ten times a second, says
 * no. */
bool search_engine_poll(struct search_engine *engine, bool wait, bool (*go_on)(void *data), void *data);

/* What it has found, once it has ended; false with a sentence when it failed. Start with { 0 }. */
bool search_engine_hits(const struct search_engine *engine, const struct collection *collection,
                        struct engine_hits *hits, struct error *error);
void engine_hits_free(struct engine_hits *hits);

#endif
