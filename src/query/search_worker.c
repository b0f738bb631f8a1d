#include "query/search_worker.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "query/search_library.h"

#define PATIENCE 5000 /* milliseconds for others who write */

struct search_worker {
    char *folder, *cache_folder;
    struct conversion *conversion;
    pthread_t thread;
    bool joined;
    atomic_bool stop, ended;
    atomic_size_t done, count;
};

static bool go_on(void *data, size_t done, size_t count)
{
    struct search_worker *worker = data;
    atomic_store(&worker->done, done);
    atomic_store(&worker->count, count);
    return !atomic_load(&worker->stop);
}

/* What fails here fails again when it is searched, and is told then. */
static void *work(void *argument)
{
    struct search_worker *worker = argument;
    struct search_index *index = NULL;
    struct collection *collection =
        collection_open(worker->folder, worker->cache_folder, worker->conversion, NULL);
    if (collection != NULL && collection_scan(collection, NULL))
        index = search_index_open(worker->cache_folder, collection_root(collection), PATIENCE, NULL);
    if (index != NULL && search_index_follow(index, collection_roster(collection), NULL))
        (void)search_library_index(index, collection, go_on, worker, NULL);
    search_index_close(index);
    collection_free(collection);
    atomic_store(&worker->ended, true);
    return NULL;
}

struct search_worker *search_worker_start(const char *folder, const char *cache_folder,
                                          struct conversion *conversion)
{
    struct search_worker *worker = xcalloc(1, sizeof *worker);
    worker->folder = xstrdup(folder);
    worker->cache_folder = xstrdup(cache_folder);
    worker->conversion = conversion;
    atomic_init(&worker->stop, false);
    atomic_init(&worker->ended, false);
    atomic_init(&worker->done, 0);
    atomic_init(&worker->count, 0);
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
        worker->joined = true; /* the texts are read, then */
        atomic_store(&worker->ended, true);
    }
    return worker;
}

static void join(struct search_worker *worker)
{
    if (!worker->joined)
        pthread_join(worker->thread, NULL);
    worker->joined = true;
}

bool search_worker_has_ended(struct search_worker *worker, bool wait, size_t *done, size_t *count)
{
    if (wait)
        join(worker);
    *done = atomic_load(&worker->done);
    *count = atomic_load(&worker->count);
    return atomic_load(&worker->ended);
}

void search_worker_free(struct search_worker *worker)
{
    if (worker == NULL)
        return;
    atomic_store(&worker->stop, true);
    join(worker);
    free(worker->folder);
    free(worker->cache_folder);
    free(worker);
}
