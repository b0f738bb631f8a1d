#include "base/worker.h"

static void *run(void *argument)
{
    struct worker *worker = argument;
    worker->work(worker->context);
    atomic_store(&worker->ended, true);
    return NULL;
}

bool worker_start(struct worker *worker, void (*work)(void *context), void *context)
{
    worker->work = work;
    worker->context = context;
    atomic_init(&worker->stop, false);
    atomic_init(&worker->ended, false);
    atomic_init(&worker->done, 0);
    atomic_init(&worker->count, 0);
    worker->joined = pthread_create(&worker->thread, NULL, run, worker) != 0;
    if (worker->joined)
        atomic_store(&worker->ended, true);
    return !worker->joined;
}

bool worker_go_on(void *worker, size_t done, size_t count)
{
    struct worker *own = worker;
    atomic_store(&own->done, done);
    atomic_store(&own->count, count);
    return !atomic_load(&own->stop);
}

void worker_join(struct worker *worker)
{
    if (!worker->joined)
        pthread_join(worker->thread, NULL);
    worker->joined = true;
}

bool worker_has_ended(struct worker *worker, bool wait)
{
    if (wait)
        worker_join(worker);
    return atomic_load(&worker->ended);
}

void worker_progress(struct worker *worker, size_t *done, size_t *count)
{
    *done = atomic_load(&worker->done);
    *count = atomic_load(&worker->count);
}

void worker_stop(struct worker *worker)
{
    atomic_store(&worker->stop, true);
    worker_join(worker);
}
