/* search_results: the articles that answer a query, ranked, wherever the answers come from.
 *
 * Numbers of articles are those of collection_articles. Add all articles that the fields do not rule
 * out, also those that do not answer: they count for the rank. Ownership: search_results_free. */
#ifndef DIPTYCH_QUERY_SEARCH_RESULTS_H
#define DIPTYCH_QUERY_SEARCH_RESULTS_H

#include <stdbool.h>
#include <stddef.h>

#include "query/search_query.h"

struct search_result {
    size_t article;
    bool together;
    double length;
    size_t counts; /* where its counts begin in the results' counts */
    double score;
    size_t group; /* search_results_group's: the rank of the best of its story */
};

struct search_results {
    struct search_result *items;
    size_t count;
    size_t capacity;
    size_t *counts;
    size_t counts_used, counts_capacity;
    struct search_totals totals;
};

struct search_results search_results_new(const struct search_query *query);
void search_results_free(struct search_results *results);

void search_results_add(struct search_results *results, const struct search_query *query,
                        size_t article, const struct search_answer *answer);

/* Scores them and puts the best first; equal ones by number. */
void search_results_rank(struct search_results *results, const struct search_query *query);

/* Of ranked ones: the articles of a story follow the best of it. */
void search_results_group(struct search_results *results, const struct article *articles);

#endif
