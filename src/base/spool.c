#include "base/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"

#define FOLDER_START "diptych-pipe."
#define SCREEN_BYTES ((size_t)64 << 10)
#define CHUNK 65536

struct spool {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t grown;
    int pipe, file;
    int stop[2]; /* closed at [1] to end the thread */
    char *folder, *path;
    size_t size; /* under `lock`, as `ended` */
    bool ended;
};

const char *spool_path(const struct spool *spool)
{
    return spool->path;
}

bool spool_is_path(const char *path)
{
    const char *name = file_base_name(path);
    const char *start = strstr(path, "/" FOLDER_START);
    return name[0] == '(' && start != NULL && strchr(start + 1, '/') == name - 1;
}

static void announce(struct spool *spool, size_t size, bool ended)
{
    pthread_mutex_lock(&spool->lock);
    spool->size = size;
    spool->ended = ended;
    pthread_cond_broadcast(&spool->grown);
    pthread_mutex_unlock(&spool->lock);
}

/* False at the end of the pipe, and when the spool is to end. */
static bool wait_for_bytes(const struct spool *spool)
{
    struct pollfd ends[2] = { { .fd = spool->pipe, .events = POLLIN },
                              { .fd = spool->stop[0], .events = POLLIN } };
    while (poll(ends, 2, -1) < 0) {
        if (errno != EINTR)
            return false;
    }
    return ends[1].revents == 0;
}

static void *copy_pipe(void *context)
{
    struct spool *spool = context;
    char *chunk = xmalloc(CHUNK);
    size_t size = 0;
    while (size < SPOOL_LIMIT && wait_for_bytes(spool)) {
        ssize_t count = read(spool->pipe, chunk, CHUNK);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count <= 0 || !descriptor_write(spool->file, chunk, (size_t)count, NULL))
            break;
        size += (size_t)count;
        announce(spool, size, false);
    }
    free(chunk);
    announce(spool, size, true);
    return NULL;
}

static bool make_file(struct spool *spool, const char *temporary, const char *name,
                      struct error *error)
{
    spool->folder = xasprintf("%s/" FOLDER_START "XXXXXX", temporary);
    if (mkdtemp(spool->folder) == NULL) {
        error_set(error, "%s: cannot be kept while it is read, since %s cannot be made: %s", name,
                  spool->folder, _(strerror(errno)));
        free(spool->folder);
        spool->folder = NULL;
        return false;
    }
    spool->path = file_join(spool->folder, name);
    spool->file = open(spool->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (spool->file < 0)
        error_set(error, "%s: cannot be written: %s", spool->path, _(strerror(errno)));
    return spool->file >= 0;
}

/* Undoes what spool_begin has done so far. */
static void release(struct spool *spool)
{
    if (spool->path != NULL)
        unlink(spool->path);
    if (spool->folder != NULL)
        rmdir(spool->folder);
    if (spool->file >= 0)
        close(spool->file);
    close(spool->pipe);
    free(spool->path);
    free(spool->folder);
    free(spool);
}

struct spool *spool_begin(int pipe_end, const char *temporary, const char *name,
                          struct error *error)
{
    struct spool *spool = xcalloc(1, sizeof *spool);
    spool->pipe = pipe_end;
    spool->file = -1;
    if (!make_file(spool, temporary, name, error)) {
        release(spool);
        return NULL;
    }
    int status = descriptor_pipe(spool->stop) ? 0 : errno;
    if (status == 0) {
        pthread_mutex_init(&spool->lock, NULL);
        pthread_cond_init(&spool->grown, NULL);
        status = pthread_create(&spool->thread, NULL, copy_pipe, spool);
    }
    if (status == 0)
        return spool;
    error_set(error, "%s: cannot be read in the background: %s", name, _(strerror(status)));
    release(spool);
    return NULL;
}

void spool_end(struct spool *spool)
{
    if (spool == NULL)
        return;
    close(spool->stop[1]);
    pthread_join(spool->thread, NULL);
    close(spool->stop[0]);
    pthread_cond_destroy(&spool->grown);
    pthread_mutex_destroy(&spool->lock);
    release(spool);
}

void spool_wait(struct spool *spool, int milliseconds)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    long nanoseconds = until.tv_nsec + (long)(milliseconds % 1000) * 1000000;
    until.tv_sec += milliseconds / 1000 + nanoseconds / 1000000000;
    until.tv_nsec = nanoseconds % 1000000000;
    pthread_mutex_lock(&spool->lock);
    while (!spool->ended && (milliseconds < 0 || spool->size < SCREEN_BYTES)) {
        int status = milliseconds < 0 ? pthread_cond_wait(&spool->grown, &spool->lock)
                                      : pthread_cond_timedwait(&spool->grown, &spool->lock, &until);
        if (status != 0)
            break;
    }
    pthread_mutex_unlock(&spool->lock);
}
