/* search_query: what is asked of a library, and where its articles answer it.
 *
 *   lamp ferry      all of the words: in one paragraph, or else anywhere in the article
 *   "the lamp"      a phrase; “the lamp”
 *   lamp OR lantern either
 *   -lamp           no article that has it
 *   lant*           words that begin so
 *   lang:zh story:ferry publisher:courier entity:"North Bank" since:2014 until:2014-06
 *
 * Words are compared by the key of all searches (FIND_KEY). An English word stands for the words of
 * its stem (sells, selling) and is a whole word; Chinese ones count wherever they stand. A date of
 * since: and until: is as fine as it is told; articles without one have none. entity: counts every
 * mention of whom the name means.
 *
 * Articles are ranked by BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009),
 * those with all words in one paragraph first.
 * Ownership: search_query_free. Not shared between threads. */
#ifndef DIPTYCH_QUERY_SEARCH_QUERY_H
#define DIPTYCH_QUERY_SEARCH_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/span.h"
#include "doc/document.h"
#include "library/article.h"
#include "query/entity_index.h"

struct search_query;

/* NULL with a sentence when it asks for nothing that a text could have. */
struct search_query *search_query_new(const char *text, struct error *error);
void search_query_free(struct search_query *query);

/* Whether it has an entity: to be given an index for. */
bool search_query_names_entity(const struct search_query *query);

/* Whether the fields that need no text rule the article out. */
bool search_query_skips(const struct search_query *query, const struct article *article);

/* An article's answer; all 0 where it has none. */
struct search_answer {
    struct spans hits; /* sorted, without overlap; words next to one another are one */
    bool together;     /* all words in one paragraph */
    size_t *counts;    /* of each part of the query, how often */
    double score;      /* search_query_rank's */
    double length;     /* bytes of the text */
};

/* `index` may be NULL: no entity is known then. True when the article answers. */
bool search_query_ask(struct search_query *query, const struct document *document,
                      const struct entity_index *index, struct search_answer *answer);
void search_answer_free(struct search_answer *answer);

/* Scores the answers, of `looked` articles with `bytes` bytes in all. */
void search_query_rank(const struct search_query *query, struct search_answer *const *answers,
                       size_t count, size_t looked, double bytes);

/* For lighting up: its first word or phrase, "" when it has none. */
const char *search_query_first(const struct search_query *query);

#endif
