/* searchbench: what a query costs in the room: the index is open and follows the collection, the answer is
 * ranked, the articles are not read; and what it costs to take in an article that has changed, which is read.
 *
 *   searchbench FOLDER CACHE QUERIES     one query a line; prints milliseconds of the processor: p50, p95,
 *                                        most, and the slowest queries */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/reader.h"
#include "query/search_library.h"
#include "bench/timing.h"

static void ask(struct search_index *index, struct collection *collection, struct timing *timing)
{
    struct error error = { "" };
    size_t count;
    struct search_query *query = search_query_new(timing->query, &error);
    if (query == NULL)
        return;
    const struct article *articles = collection_articles(collection, &count);
    bool *allowed = xcalloc(count + 1, sizeof *allowed), *doubtful = xcalloc(count + 1, 1);
    struct search_results results = search_results_new(query);
    double start = timing_now();
    for (size_t i = 0; i < count; i++)
        allowed[i] = !search_query_skips(query, &articles[i]);
    if (!search_index_ask(index, query, allowed, doubtful, &results, &error))
        fprintf(stderr, "%s\n", error.text);
    search_results_rank(&results, query);
    search_results_group(&results, articles);
    timing->milliseconds = timing_now() - start;
    timing->count = results.count;
    search_results_free(&results);
    search_query_free(query);
    free(allowed);
    free(doubtful);
}

#define CHANGED 100

/* Each is written by itself, as while one reads. */
static void add_changed(struct search_index *index, struct collection *collection)
{
    struct error error = { "" };
    struct timing timings[CHANGED];
    size_t count;
    double sum = 0;
    const struct article *articles = collection_articles(collection, &count);
    for (size_t i = 0; i < CHANGED; i++) {
        size_t article = i * count / CHANGED;
        double start = timing_now();
        struct document *document = reader_open(collection_conversion(collection), articles[article].path, &error);
        if (document == NULL || !search_index_add(index, article, document, &error) ||
            !search_index_commit(index, &error))
            fprintf(stderr, "%s\n", error.text);
        document_free(document);
        timings[i].milliseconds = timing_now() - start;
        sum += timings[i].milliseconds;
    }
    qsort(timings, CHANGED, sizeof *timings, timing_compare);
    printf("an article added: mean %.2f p50 %.2f most %.2f ms\n", sum / CHANGED,
           timings[CHANGED / 2].milliseconds, timings[CHANGED - 1].milliseconds);
}

int main(int argc, char **argv)
{
    struct error error = { "" };
    static struct timing timings[10000];
    size_t count = 0;
    setlocale(LC_CTYPE, "C.UTF-8");
    if (argc != 4)
        return 2;
    struct collection *collection = collection_open(argv[1], argv[2], NULL, &error);
    double start = timing_now();
    bool ok = collection != NULL && collection_scan(collection, &error);
    double scanned = timing_now();
    struct search_index *index = ok ? search_index_open(argv[2], collection_root(collection), 1000, &error) : NULL;
    ok = index != NULL && search_index_follow(index, collection_roster(collection), &error);
    double opened = timing_now();
    if (ok && search_index_missing(index) > 0)
        ok = search_library_index(index, collection, NULL, NULL, &error) &&
             search_index_follow(index, collection_roster(collection), &error);
    double built = timing_now();
    FILE *file = fopen(argv[3], "r");
    while (ok && file != NULL && count < 10000 && fgets(timings[count].query, 200, file) != NULL) {
        timings[count].query[strcspn(timings[count].query, "\n")] = '\0';
        ask(index, collection, &timings[count++]);
    }
    if (!ok || count == 0) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    qsort(timings, count, sizeof *timings, timing_compare);
    printf("scan %.1f open %.1f build %.0f ms; %zu queries: p50 %.2f p95 %.2f most %.2f\n", scanned - start,
           opened - scanned, built - opened, count, timings[count / 2].milliseconds,
           timings[count * 95 / 100].milliseconds, timings[count - 1].milliseconds);
    for (size_t i = count; i > 0 && i + 12 > count; i--)
        printf("%.2f\t%zu\t%s\n", timings[i - 1].milliseconds, timings[i - 1].count, timings[i - 1].query);
    add_changed(index, collection);
    search_index_close(index);
    collection_free(collection);
    return 0;
}
