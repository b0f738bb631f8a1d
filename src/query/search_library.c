#include "query/search_library.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "doc/reader.h"

#define TOGETHER 500 /* articles that are kept at once */
#define MANY 1000       /* articles after which the index settles */
#define PATIENCE 3000 /* milliseconds for others who write */

struct library_reading {
    const struct search_job *job;
    const struct search_query *query;
    const struct article *articles;
    size_t count;
    bool *allowed;
    bool *doubtful; /* may answer: to be read */
    struct search_results *results;
    struct search_index *index;
};

static struct document *read_article(struct collection *collection, const struct article *article,
                                     struct error *error)
{
    return reader_open(collection_conversion(collection), article->path, error);
}

bool search_library_index(struct search_index *index, struct collection *collection,
                          bool (*go_on)(void *data, size_t done, size_t count), void *data,
                          struct error *error)
{
    size_t count, done = 0, all = search_index_missing(index);
    const struct article *articles = collection_articles(collection, &count);
    bool on = true, ok = all < MANY || search_index_expect(index, error);
    for (size_t i = 0; i < count && ok && on && done < all; i++) {
        if (search_index_has(index, i))
            continue;
        struct document *document = read_article(collection, &articles[i], NULL);
        ok = document == NULL || search_index_add(index, i, document, error);
        document_free(document);
        if (ok && ++done % TOGETHER == 0)
            ok = search_index_commit(index, error);
        on = go_on == NULL || go_on(data, done, all);
    }
    ok = ok && search_index_commit(index, error);
    if (ok && on && done >= MANY)
        ok = search_index_settle(index, error);
    return ok && on;
}

/* Closes an index that is of no use, and tells why. */
static void give_up(struct library_reading *search, struct error *error)
{
    error_prefix(error, "search: every article is read");
    search->job->complain(search->job->data, error);
    search_index_close(search->index);
    search->index = NULL;
}

static void open_index(struct library_reading *search)
{
    struct error error = { "" };
    struct collection *collection = search->job->collection;
    const struct roster *roster = collection_roster(collection);
    if (search->count < SEARCH_INDEX_LEAST || search->job->cache_folder == NULL)
        return;
    search->index = search_index_open(search->job->cache_folder, collection_root(collection),
                                      PATIENCE, &error);
    if (search->index == NULL || !search_index_follow(search->index, roster, &error)) {
        give_up(search, &error);
        return;
    }
    if (search_index_was_damaged(search->index)) {
        error_set(&error, "search: the index was damaged and is made anew");
        search->job->complain(search->job->data, &error);
    }
    if (search_index_missing(search->index) == 0)
        return;
    if (!search_library_index(search->index, collection, search->job->go_on, search->job->data,
                              &error) && error.text[0] != '\0') {
        if (!search_index_was_busy(search->index)) /* others do the same; what it has is of use */
            search->job->complain(search->job->data, &error);
        if (!search_index_follow(search->index, roster, &error))
            give_up(search, &error);
    }
}

static void ask_index(struct library_reading *search)
{
    struct error error = { "" };
    if (search->index == NULL ||
        search_index_ask(search->index, search->query, search->allowed, search->doubtful,
                         search->results, &error))
        return;
    give_up(search, &error);
    search_results_free(search->results);
    *search->results = search_results_new(search->query);
}

/* Reads the articles that the index does not answer for. */
static bool ask_texts(struct library_reading *search)
{
    bool ok = true;
    for (size_t i = 0; i < search->count; i++) {
        bool known = search->index != NULL && search_index_has(search->index, i);
        struct error error = { "" };
        struct search_answer answer;
        if (!search->allowed[i] || (known && !search->doubtful[i]))
            continue;
        struct document *document = read_article(search->job->collection, &search->articles[i], &error);
        if (document == NULL) {
            search->job->complain(search->job->data, &error);
            ok = false;
            continue;
        }
        (void)search_query_ask(search->query, document, search->job->entities, &answer);
        if (known)
            search_index_keep(search->index, search->query, i, &answer);
        search_results_add(search->results, search->query, i, &answer);
        search_answer_free(search->query, &answer);
        document_free(document);
    }
    if (search->index != NULL && search_query_names_entity(search->query))
        (void)search_index_commit(search->index, NULL); /* one that cannot be written now is no fault */
    return ok;
}

bool search_library(const struct search_job *job, struct search_query *query,
                    struct search_results *results)
{
    struct library_reading search = { .job = job, .query = query, .results = results };
    search.articles = collection_articles(job->collection, &search.count);
    search.allowed = xcalloc(search.count + 1, sizeof *search.allowed);
    search.doubtful = xcalloc(search.count + 1, sizeof *search.doubtful);
    for (size_t i = 0; i < search.count; i++)
        search.allowed[i] = (job->among == NULL || job->among[i]) &&
                            !search_query_skips(query, &search.articles[i]);
    *results = search_results_new(query);
    search_query_read_names(query, job->entities);
    open_index(&search);
    ask_index(&search);
    bool ok = ask_texts(&search);
    search_results_rank(results, query);
    search_index_close(search.index);
    free(search.allowed);
    free(search.doubtful);
    return ok;
}
