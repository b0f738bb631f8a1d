#include "query/content_search.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/worker.h"
#include "base/xalloc.h"
#include "query/article_pairs.h"

struct content_found {
    char *paths[2];
    double score;
};

struct content_search {
    char *folder;
    char *cache_folder; /* NULL none */
    struct conversion *conversion;
    struct aligner *aligner;
    struct worker thread; /* in hundredths */
    struct content_found *items; /* the thread's until it has ended */
    size_t count;
    size_t capacity;
};

static bool go_on(void *data, double done)
{
    struct content_search *search = data;
    return worker_go_on(&search->thread, (size_t)(done * 100), 100);
}

static void keep(struct content_search *search, const struct article_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        const struct article_pair *pair = &pairs->items[i];
        if (pair->how != PAIRED_BY_CONTENT)
            continue;
        VECTOR_PUSH(search, (struct content_found){
            .paths = { xstrdup(pair->a->path), xstrdup(pair->b->path) }, .score = pair->score,
        });
    }
}

static void look(void *data)
{
    struct content_search *search = data;
    struct article_pairs pairs = { 0 };
    struct collection *collection =
        collection_open(search->folder, search->cache_folder, search->conversion, NULL);
    size_t count = 0;
    if (collection != NULL && collection_scan(collection, NULL))
        (void)collection_articles(collection, &count);
    if (count > 0 && count <= CONTENT_SEARCH_MOST &&
        article_pairs_find(collection, search->aligner,
                           &(struct article_pairs_wish){ go_on, search, &search->thread.stop }, &pairs))
        keep(search, &pairs);
    article_pairs_free(&pairs);
    collection_free(collection);
}

struct content_search *content_search_start(const char *folder, const char *cache_folder,
                                            struct conversion *conversion, struct aligner *aligner)
{
    struct content_search *search = xcalloc(1, sizeof *search);
    search->folder = xstrdup(folder);
    search->cache_folder = xstrdup(cache_folder);
    search->conversion = conversion;
    search->aligner = aligner;
    (void)worker_start(&search->thread, look, search); /* else nothing is found, but nobody waits for it */
    return search;
}

void content_search_free(struct content_search *search)
{
    if (search == NULL)
        return;
    worker_stop(&search->thread);
    for (size_t i = 0; i < search->count; i++) {
        free(search->items[i].paths[0]);
        free(search->items[i].paths[1]);
    }
    free(search->items);
    free(search->folder);
    free(search->cache_folder);
    free(search);
}

bool content_search_has_ended(struct content_search *search, bool wait)
{
    return worker_has_ended(&search->thread, wait);
}

const char *content_search_version(const struct content_search *search, const char *path,
                                   double *score)
{
    const struct content_found *best = NULL;
    size_t other = 0;
    for (size_t i = 0; i < search->count; i++) {
        for (size_t k = 0; k < 2; k++) {
            const struct content_found *found = &search->items[i];
            if (strcmp(found->paths[k], path) != 0 || (best != NULL && best->score >= found->score))
                continue;
            best = found;
            other = 1 - k;
        }
    }
    if (best == NULL)
        return NULL;
    *score = best->score;
    return best->paths[other];
}
