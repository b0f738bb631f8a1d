#include "query/note_import_worker.h"

#include <stdlib.h>

#include "base/worker.h"
#include "base/xalloc.h"

struct note_import_worker {
    char *path, *folder, *cache_folder;
    struct conversion *conversion;
    struct collection *collection;
    struct worker thread;
    struct note_import *import; /* these two once it has ended */
    struct error error;
};

static void work(void *argument)
{
    struct note_import_worker *worker = argument;
    if (worker->folder != NULL)
        worker->collection =
            collection_open(worker->folder, worker->cache_folder, worker->conversion, NULL);
    struct note_import_wish wish = { .collection = worker->collection,
                                     .conversion = worker->conversion,
                                     .go_on = worker_go_on,
                                     .context = &worker->thread };
    worker->import = note_import_read(&wish, worker->path, &worker->error);
}

struct note_import_worker *note_import_worker_start(const char *path, const char *folder,
                                                    const char *cache_folder,
                                                    struct conversion *conversion)
{
    struct note_import_worker *worker = xcalloc(1, sizeof *worker);
    worker->path = xstrdup(path);
    worker->folder = xstrdup(folder);
    worker->cache_folder = xstrdup(cache_folder);
    worker->conversion = conversion;
    if (!worker_start(&worker->thread, work, worker))
        work(worker);
    return worker;
}

bool note_import_worker_has_ended(struct note_import_worker *worker, bool wait, size_t *done,
                                  size_t *count)
{
    worker_progress(&worker->thread, done, count);
    return worker_has_ended(&worker->thread, wait);
}

struct note_import *note_import_worker_result(struct note_import_worker *worker,
                                              struct error *error)
{
    worker_join(&worker->thread);
    *error = worker->error;
    return worker->import;
}

void note_import_worker_free(struct note_import_worker *worker)
{
    if (worker == NULL)
        return;
    worker_stop(&worker->thread);
    note_import_free(worker->import);
    collection_free(worker->collection);
    free(worker->path);
    free(worker->folder);
    free(worker->cache_folder);
    free(worker);
}
