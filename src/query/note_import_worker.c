#include "query/note_import_worker.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/xalloc.h"

struct note_import_worker {
    char *path, *folder, *cache_folder;
    struct conversion *conversion;
    struct collection *collection;
    pthread_t thread;
    bool joined;
    atomic_bool stop, ended;
    atomic_size_t done, count;
    struct note_import *import; /* these two once it has ended */
    struct error error;
};

static bool go_on(void *context, size_t done, size_t count)
{
    struct note_import_worker *worker = context;
    atomic_store(&worker->done, done);
    atomic_store(&worker->count, count);
    return !atomic_load(&worker->stop);
}

static void *work(void *argument)
{
    struct note_import_worker *worker = argument;
    if (worker->folder != NULL)
        worker->collection =
            collection_open(worker->folder, worker->cache_folder, worker->conversion, NULL);
    struct note_import_wish wish = { .collection = worker->collection,
                                     .conversion = worker->conversion,
                                     .go_on = go_on,
                                     .context = worker };
    worker->import = note_import_read(&wish, worker->path, &worker->error);
    atomic_store(&worker->ended, true);
    return NULL;
}

static char *copy_of(const char *text)
{
    return text != NULL ? xstrdup(text) : NULL;
}

struct note_import_worker *note_import_worker_start(const char *path, const char *folder,
                                                    const char *cache_folder,
                                                    struct conversion *conversion)
{
    struct note_import_worker *worker = xcalloc(1, sizeof *worker);
    worker->path = xstrdup(path);
    worker->folder = copy_of(folder);
    worker->cache_folder = copy_of(cache_folder);
    worker->conversion = conversion;
    atomic_init(&worker->stop, false);
    atomic_init(&worker->ended, false);
    atomic_init(&worker->done, 0);
    atomic_init(&worker->count, 0);
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
        worker->joined = true;
        work(worker);
    }
    return worker;
}

static void join(struct note_import_worker *worker)
{
    if (!worker->joined)
        pthread_join(worker->thread, NULL);
    worker->joined = true;
}

bool note_import_worker_has_ended(struct note_import_worker *worker, bool wait, size_t *done,
                                  size_t *count)
{
    if (wait)
        join(worker);
    *done = atomic_load(&worker->done);
    *count = atomic_load(&worker->count);
    return atomic_load(&worker->ended);
}

struct note_import *note_import_worker_result(struct note_import_worker *worker,
                                              struct error *error)
{
    join(worker);
    *error = worker->error;
    return worker->import;
}

void note_import_worker_free(struct note_import_worker *worker)
{
    if (worker == NULL)
        return;
    atomic_store(&worker->stop, true);
    join(worker);
    note_import_free(worker->import);
    collection_free(worker->collection);
    free(worker->path);
    free(worker->folder);
    free(worker->cache_folder);
    free(worker);
}
