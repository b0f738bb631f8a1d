#include "page/concordance_worker.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "page/concordance_page.h"
#include "base/xalloc.h"

#define FIRST_PAGE ((size_t)20) /* rows worth showing before the end */

struct concordance_work {
    struct translation_memory *memory;
    struct concordance *concordance;
    char *term;
    pthread_t thread;
    bool joined;
    bool done; /* and the last page taken */
    atomic_bool stop;
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

static void *make(void *argument)
{
    struct concordance_work *work = argument;
    size_t shown = 0;
    size_t count;
    while (!atomic_load(&work->stop) && concordance_step(work->concordance)) {
        concordance_items(work->concordance, &count);
        if (count >= FIRST_PAGE && count >= shown * 2) {
            publish(work, false);
            shown = count;
        }
    }
    translation_memory_save(work->memory);
    publish(work, true);
    return NULL;
}

struct concordance_work *concordance_work_start(struct translation_memory *memory,
                                                struct concordance *concordance, const char *term)
{
    struct concordance_work *work = xcalloc(1, sizeof *work);
    work->memory = memory;
    work->concordance = concordance;
    work->term = xstrdup(term);
    atomic_init(&work->stop, false);
    pthread_mutex_init(&work->mutex, NULL);
    translation_memory_stop_at(memory, &work->stop);
    if (pthread_create(&work->thread, NULL, make, work) != 0) {
        work->joined = true;
        make(work);
    }
    return work;
}

static void join(struct concordance_work *work)
{
    if (!work->joined)
        pthread_join(work->thread, NULL);
    work->joined = true;
}

void concordance_work_free(struct concordance_work *work)
{
    if (work == NULL)
        return;
    atomic_store(&work->stop, true);
    join(work);
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
        join(work);
    pthread_mutex_lock(&work->mutex);
    struct document *page = work->page;
    work->page = NULL;
    work->done = work->ended;
    pthread_mutex_unlock(&work->mutex);
    return page;
}

bool concordance_work_is_done(const struct concordance_work *work)
{
    return work->done;
}
