/* search_query: what is asked of a library, and where its articles answer it.
 *
 *   lamp ferry      all of the words: in one paragraph, or else anywhere in the article
 *   "the lamp"      a phrase; “the lamp”
 *   lamp OR lantern either
 *   -lamp           no article that has it
 *   lant*           words that begin so
 *   lamp NEAR ferry both in one paragraph, ten words apart at most; NEAR/3: three
 *   lang:zh story:ferry publisher:courier entity:"North Bank" since:2014 until:2014-06 tag:read
 *
 * Words are those of search_text.h, compared by the key of all searches. An English word stands for
 * the words of its stem (sells, selling); Chinese ones count wherever they stand; signs within a term
 * have to stand there, too (37%, C++), but for quotes, hyphens and blanks. A date of since: and until:
 * is as fine as it is told; articles without one have none. entity: counts every mention of whom the
 * name means; tag: asks for articles with a note of that tag.
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
struct search_places; /* query/search_term.h */
struct store; /* notes/store.h */

/* NULL with a sentence when it asks for nothing that a text could have. */
struct search_query *search_query_new(const char *text, struct error *error);
void search_query_free(struct search_query *query);

/* Whether it has an entity: to be given an index for; or a tag: to be told who bears it. */
bool search_query_names_entity(const struct search_query *query);
bool search_query_names_tag(const struct search_query *query);

/* Looks what its entities are called, so that the index knows which articles cannot mention them; before,
 * and without an index of them (NULL), any article can. */
void search_query_read_names(struct search_query *query, const struct entity_index *index);

/* Looks which articles have notes of its tags; before, and without a store (NULL), none has. */
void search_query_read_tags(struct search_query *query, struct store *store);

/* Whether the fields that need no text rule the article out. */
bool search_query_skips(const struct search_query *query, const struct article *article);

/* What an article says to it. */
struct search_answer {
    struct spans hits; /* sorted, without overlap; words next to one another are one */
    bool answers;      /* it has all that is asked for */
    bool together;     /* all words in one paragraph */
    size_t *counts;    /* of each part of the query, how often; also where it does not answer */
    double score;      /* search_query_rank's */
    double length;     /* bytes of the text */
    struct search_places *mentions; /* of each term of the query that is an entity: the words it stands at */
};

/* `index` may be NULL: no entity is known then. True when the article answers. */
bool search_query_ask(const struct search_query *query, const struct document *document,
                      const struct entity_index *index, struct search_answer *answer);
void search_answer_free(const struct search_query *query, struct search_answer *answer);

/* What is known of all articles that the fields do not rule out. */
struct search_totals {
    size_t articles;
    double bytes;
    size_t *with; /* of each part of the query: articles that have it */
};

struct search_totals search_totals_new(const struct search_query *query);
void search_totals_add(const struct search_query *query, const struct search_answer *answer,
                       struct search_totals *totals);
void search_totals_free(struct search_totals *totals);

/* The score of an article with these counts. */
double search_query_score(const struct search_query *query, const struct search_totals *totals,
                          const size_t *counts, double length);

/* For lighting up: its first word or phrase, "" when it has none. */
const char *search_query_first(const struct search_query *query);

#endif
