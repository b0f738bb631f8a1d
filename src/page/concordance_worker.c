#include "page/concordance_worker.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/worker.h"
#include "base/xalloc.h"
#include "page/concordance_page.h"

#define FIRST_PAGE ((size_t)20) /* rows worth showing before the end */

struct concordance_work {
    struct translation_memory *memory;
    struct concordance *concordance;
    char *term;
    struct worker thread;
    bool done; /* and the last page taken */
    pthread_mutex_t mutex; /* of what follows */
    struct document *page;
    bool ended;
};

static void publish(struct concordance_work *work, bool last)
{
    struct document *page =
        concordance_page_compose(work->concordance, work->memory, work->term);
    pthread_mutex_lock(&work->mutex);
    document_free(work->page);
    work->page = page;
    work->ended = last;
    pthread_mutex_unlock(&work->mutex);
}

static void make(void *argument)
{
    struct concordance_work *work = argument;
    size_t shown = 0;
    size_t count, done;
    while (!atomic_load(&work->thread.stop) && concordance_step(work->concordance)) {
        concordance_progress(work->concordance, &done, &count);
        (void)worker_go_on(&work->thread, done, count);
        concordance_items(work->concordance, &count);
        if (count >= FIRST_PAGE && count >= shown * 2) {
            publish(work, false);
            shown = count;
        }
    }
    translation_memory_save(work->memory);
    publish(work, true);
}

struct concordance_work *concordance_work_start(struct translation_memory *memory,
                                                struct concordance *concordance, const char *term)
{
    struct concordance_work *work = xcalloc(1, sizeof *work);
    work->memory = memory;
    work->concordance = concordance;
    work->term = xstrdup(term);
    pthread_mutex_init(&work->mutex, NULL);
    translation_memory_stop_at(memory, &work->thread.stop);
    if (!worker_start(&work->thread, make, work))
        make(work);
    return work;
}

void concordance_work_free(struct concordance_work *work)
{
    if (work == NULL)
        return;
    worker_stop(&work->thread);
    translation_memory_stop_at(work->memory, NULL);
    pthread_mutex_destroy(&work->mutex);
    document_free(work->page);
    concordance_free(work->concordance);
    free(work->term);
    free(work);
}

struct document *concordance_work_take(struct concordance_work *work, bool wait)
{
    if (wait)
        worker_join(&work->thread);
    pthread_mutex_lock(&work->mutex);
    struct document *page = work->page;
    work->page = NULL;
    work->done = work->ended;
    pthread_mutex_unlock(&work->mutex);
    return page;
}

void concordance_work_progress(struct concordance_work *work, size_t *done, size_t *count)
{
    worker_progress(&work->thread, done, count);
}

bool concordance_work_is_done(const struct concordance_work *work)
{
    return work->done;
}
