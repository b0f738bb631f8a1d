#include "query/search_results.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "query/search_term.h"

struct search_results search_results_new(const struct search_query *query)
{
    return (struct search_results){ .totals = search_totals_new(query) };
}

void search_results_free(struct search_results *results)
{
    search_totals_free(&results->totals);
    free(results->items);
    free(results->counts);
    *results = (struct search_results){ .items = NULL };
}

void search_results_add(struct search_results *results, const struct search_query *query,
                        size_t article, const struct search_answer *answer)
{
    search_totals_add(query, answer, &results->totals);
    if (!answer->answers)
        return;
    size_t at = results->counts_used;
    results->counts = vector_grow(results->counts, &results->counts_capacity, at + query->parts,
                                  sizeof *results->counts);
    for (size_t part = 0; part < query->parts; part++)
        results->counts[results->counts_used++] = answer->counts[part];
    VECTOR_PUSH(results, (struct search_result){ .article = article, .together = answer->together,
                                                 .length = answer->length, .counts = at });
}

static int compare_results(const void *a, const void *b)
{
    const struct search_result *first = a, *second = b;
    if (first->together != second->together)
        return first->together ? -1 : 1;
    if (first->score < second->score || first->score > second->score)
        return first->score > second->score ? -1 : 1;
    return (first->article > second->article) - (first->article < second->article);
}

void search_results_rank(struct search_results *results, const struct search_query *query)
{
    for (size_t i = 0; i < results->count; i++) {
        struct search_result *result = &results->items[i];
        result->score = search_query_score(query, &results->totals, &results->counts[result->counts],
                                           result->length);
    }
    if (results->count > 1)
        qsort(results->items, results->count, sizeof *results->items, compare_results);
}

/* ---- stories ---- */

struct ranked {
    const char *story;
    size_t rank;
};

static int compare_stories(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    int order = strcmp(left->story, right->story);
    return order != 0 ? order : (left->rank > right->rank) - (left->rank < right->rank);
}

static int compare_groups(const void *a, const void *b)
{
    const struct search_result *left = a, *right = b;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    return compare_results(a, b);
}

void search_results_group(struct search_results *results, const struct article *articles)
{
    struct ranked *ranked = xcalloc(results->count + 1, sizeof *ranked);
    size_t count = 0, first = 0;
    bool moved = false;
    for (size_t i = 0; i < results->count; i++) {
        const char *story = articles[results->items[i].article].story;
        results->items[i].group = i;
        if (story[0] != '\0')
            ranked[count++] = (struct ranked){ story, i };
    }
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, compare_stories);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(ranked[i].story, ranked[first].story) != 0) {
            first = i;
            continue;
        }
        results->items[ranked[i].rank].group = ranked[first].rank;
        moved = true;
    }
    if (moved)
        qsort(results->items, results->count, sizeof *results->items, compare_groups);
    free(ranked);
}
