#include "query/addition_worker.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/worker.h"
#include "base/xalloc.h"
#include "query/addition.h"

struct addition_worker {
    char *library, *data_folder, *cache_folder;
    struct conversion *conversion;
    struct addition_list list;
    struct worker thread;
    pthread_mutex_t mutex; /* of the report */
    struct addition_report report;
};

static void count_one(struct addition_worker *worker, enum addition_outcome outcome,
                      const struct error *error)
{
    pthread_mutex_lock(&worker->mutex);
    struct addition_report *report = &worker->report;
    report->looked++;
    report->added += outcome == ADDITION_ADDED || outcome == ADDITION_LINKED;
    report->there += outcome == ADDITION_DOUBLE;
    report->failed += outcome == ADDITION_FAILED;
    if (outcome == ADDITION_FAILED && report->error.text[0] == '\0')
        report->error = *error;
    pthread_mutex_unlock(&worker->mutex);
}

static void add_all(struct addition_worker *worker, struct addition *addition)
{
    struct error error = { "" };
    struct added *added = xcalloc(worker->list.count + 1, sizeof *added);
    size_t looked = 0;
    for (; looked < worker->list.count && worker_go_on(&worker->thread, looked, worker->list.count); looked++) {
        const struct addition_item *item = &worker->list.items[looked];
        (void)addition_add(addition, item->path, item->below, &added[looked], &error);
        count_one(worker, added[looked].outcome, &error);
        if (addition_is_full(addition)) {
            looked++;
            break;
        }
    }
    if (worker->report.added > 0)
        (void)addition_find_stories(addition, worker->data_folder, NULL, added, looked, NULL);
    for (size_t i = 0; i < looked; i++)
        added_free(&added[i]);
    free(added);
}

static void work(void *argument)
{
    struct addition_worker *worker = argument;
    struct error error = { "" };
    struct addition_wish wish = { .library = worker->library, .cache_folder = worker->cache_folder,
                                  .conversion = worker->conversion, .stop = &worker->thread.stop,
                                  .go_on = worker_go_on, .data = &worker->thread };
    struct addition *addition = addition_new(&wish, &error);
    if (addition != NULL)
        add_all(worker, addition);
    addition_free(addition);
    pthread_mutex_lock(&worker->mutex);
    if (addition == NULL)
        worker->report.error = error;
    worker->report.ended = true;
    pthread_mutex_unlock(&worker->mutex);
}

struct addition_worker *addition_worker_start(const char *library, const char *data_folder,
                                              const char *cache_folder,
                                              struct conversion *conversion,
                                              struct addition_list *list)
{
    struct addition_worker *worker = xcalloc(1, sizeof *worker);
    worker->library = xstrdup(library);
    worker->data_folder = xstrdup(data_folder);
    worker->cache_folder = xstrdup(cache_folder);
    worker->conversion = conversion;
    worker->list = *list;
    worker->report.count = list->count;
    *list = (struct addition_list){ 0 };
    pthread_mutex_init(&worker->mutex, NULL);
    if (!worker_start(&worker->thread, work, worker))
        work(worker);
    return worker;
}

struct addition_report addition_worker_report(struct addition_worker *worker, bool wait)
{
    if (wait)
        worker_join(&worker->thread);
    pthread_mutex_lock(&worker->mutex);
    struct addition_report report = worker->report;
    pthread_mutex_unlock(&worker->mutex);
    return report;
}

void addition_worker_free(struct addition_worker *worker)
{
    if (worker == NULL)
        return;
    worker_stop(&worker->thread);
    pthread_mutex_destroy(&worker->mutex);
    addition_list_free(&worker->list);
    free(worker->library);
    free(worker->data_folder);
    free(worker->cache_folder);
    free(worker);
}
