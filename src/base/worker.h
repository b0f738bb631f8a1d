/* worker: a thread that works beside the room, can be asked how far it is, and be told to stop.
 *
 * `work` runs once in the thread. It passes worker_go_on to what takes long, as its callback, with the
 * worker as context. What it makes may be looked at once worker_has_ended said so, or after worker_join.
 * Ownership: the worker is a field of its maker's, who stops it before anything that `work` uses goes. */
#ifndef DIPTYCH_BASE_WORKER_H
#define DIPTYCH_BASE_WORKER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct worker {
    void (*work)(void *context);
    void *context;
    pthread_t thread;
    bool joined;
    atomic_bool stop, ended;
    atomic_size_t done, count;
};

/* False where there can be no thread: nothing was done then, and it counts as ended. */
bool worker_start(struct worker *worker, void (*work)(void *context), void *context);

/* Notes how far it is; false once it shall stop. `worker` is a struct worker. */
bool worker_go_on(void *worker, size_t done, size_t count);

void worker_join(struct worker *worker);

/* `wait`: not before it has. */
bool worker_has_ended(struct worker *worker, bool wait);

/* What worker_go_on noted last; 0 of 0 before. */
void worker_progress(struct worker *worker, size_t *done, size_t *count);

/* Returns when it has ended. */
void worker_stop(struct worker *worker);

#endif
