#include "library/asker.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define BATCH 256

struct asker_batch {
    struct asker_batch *after;
    size_t count;
    struct buffer names; /* NUL-terminated, one after another */
    struct walk_file files[BATCH]; /* their names offsets into these */
};

static void ask(int folder, const char *name, struct walk_file *file)
{
    struct stat status;
    bool there = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
    file->size = there && S_ISDIR(status.st_mode) ? ASKER_FOLDER : ASKER_NO_FILE;
    if (there && S_ISLNK(status.st_mode))
        there = fstatat(folder, name, &status, 0) == 0;
    if (!there || !S_ISREG(status.st_mode))
        return;
    file->size = (int64_t)status.st_size;
    file->mtime = (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
    file->inode = (uint64_t)status.st_ino;
}

/* NULL where there is none to take; with `wait`, only once there will be none. */
static struct asker_batch *take(struct asker *asker, bool wait)
{
    pthread_mutex_lock(&asker->lock);
    while (wait && asker->next == NULL && !asker->complete)
        pthread_cond_wait(&asker->change, &asker->lock);
    struct asker_batch *batch = asker->next;
    if (batch != NULL)
        asker->next = batch->after;
    pthread_mutex_unlock(&asker->lock);
    return batch;
}

static void ask_all(struct asker *asker, int folder, bool wait)
{
    struct asker_batch *batch;
    while ((batch = take(asker, wait)) != NULL)
        for (size_t i = 0; i < batch->count; i++)
            ask(folder, batch->names.data + batch->files[i].name, &batch->files[i]);
}

/* With a descriptor of its own: two threads that ask through one get in each other's way. */
static void work(void *context)
{
    struct asker *asker = context;
    int own = openat(asker->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ask_all(asker, own >= 0 ? own : asker->folder, true);
    if (own >= 0)
        close(own);
}

/* The open batch, if there is one, may be asked about. */
static void hand_over(struct asker *asker, bool complete)
{
    struct asker_batch *batch = asker->open;
    asker->open = NULL;
    pthread_mutex_lock(&asker->lock);
    if (batch != NULL && asker->last != NULL)
        asker->last->after = batch;
    if (batch != NULL && asker->next == NULL)
        asker->next = batch;
    asker->complete = complete;
    pthread_cond_signal(&asker->change);
    pthread_mutex_unlock(&asker->lock);
    if (batch == NULL)
        return;
    asker->first = asker->first != NULL ? asker->first : batch;
    asker->last = batch;
}

void asker_begin(struct asker *asker, int folder)
{
    *asker = (struct asker){ .folder = folder };
    pthread_mutex_init(&asker->lock, NULL);
    pthread_cond_init(&asker->change, NULL);
}

void asker_add(struct asker *asker, const char *name)
{
    if (asker->open == NULL)
        asker->open = xcalloc(1, sizeof *asker->open);
    struct asker_batch *batch = asker->open;
    batch->files[batch->count++].name = batch->names.length;
    buffer_add(&batch->names, name, strlen(name) + 1);
    if (batch->count < BATCH)
        return;
    hand_over(asker, false);
    if (!asker->beside && asker->first != batch)
        asker->beside = worker_start(&asker->worker, work, asker);
}

void asker_end(struct asker *asker, struct walk *walk)
{
    hand_over(asker, true);
    ask_all(asker, asker->folder, false);
    if (asker->beside)
        worker_join(&asker->worker);
    for (struct asker_batch *batch = asker->first, *after; batch != NULL; batch = after) {
        VECTOR_RESERVE(walk, walk->count + batch->count);
        for (size_t i = 0; i < batch->count; i++) {
            batch->files[i].name += walk->names.length;
            walk->items[walk->count++] = batch->files[i];
        }
        buffer_add(&walk->names, batch->names.data, batch->names.length);
        after = batch->after;
        buffer_free(&batch->names);
        free(batch);
    }
    pthread_cond_destroy(&asker->change);
    pthread_mutex_destroy(&asker->lock);
}
