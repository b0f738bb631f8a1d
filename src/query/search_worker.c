#include "query/search_worker.h"

#include <stdlib.h>

#include "base/worker.h"
#include "base/xalloc.h"
#include "query/search_library.h"

#define PATIENCE 5000 /* milliseconds for others who write */

struct search_worker {
    char *folder, *cache_folder;
    struct conversion *conversion;
    struct worker thread;
};

/* What fails here fails again when it is searched, and is told then. */
static void work(void *argument)
{
    struct search_worker *worker = argument;
    struct search_index *index = NULL;
    struct collection *collection =
        collection_open(worker->folder, worker->cache_folder, worker->conversion, NULL);
    if (collection != NULL && collection_scan(collection, NULL))
        index = search_index_open(worker->cache_folder, collection_root(collection), PATIENCE, NULL);
    if (index != NULL && search_index_follow(index, collection_roster(collection), NULL))
        (void)search_library_index(index, collection, worker_go_on, &worker->thread, NULL);
    search_index_close(index);
    collection_free(collection);
}

struct search_worker *search_worker_start(const char *folder, const char *cache_folder,
                                          struct conversion *conversion)
{
    struct search_worker *worker = xcalloc(1, sizeof *worker);
    worker->folder = xstrdup(folder);
    worker->cache_folder = xstrdup(cache_folder);
    worker->conversion = conversion;
    (void)worker_start(&worker->thread, work, worker); /* without it the texts are read */
    return worker;
}

bool search_worker_has_ended(struct search_worker *worker, bool wait, size_t *done, size_t *count)
{
    worker_progress(&worker->thread, done, count);
    return worker_has_ended(&worker->thread, wait);
}

void search_worker_free(struct search_worker *worker)
{
    if (worker == NULL)
        return;
    worker_stop(&worker->thread);
    free(worker->folder);
    free(worker->cache_folder);
    free(worker);
}
