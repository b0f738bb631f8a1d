#include "base/filter_jobs.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/xalloc.h"

#define LOOK 20 /* milliseconds between looks at whether to stop */

struct job {
    struct filter_jobs *jobs;
    char *key;
    char **argv;
    char *input;
    size_t length;
    struct filter_limits limits;
    pthread_t thread;
    bool threaded; /* false: no thread could be had */
    /* Behind the lock: */
    bool done;
    bool forgotten;
    unsigned users; /* that wait */
    enum filter_end end;
    int status;
    struct buffer out;
    struct job *next; /* older */
};

struct filter_jobs {
    pthread_mutex_t lock;
    pthread_cond_t ended;
    atomic_bool stop;
    struct job *first;
};

struct filter_jobs *filter_jobs_new(void)
{
    struct filter_jobs *jobs = xcalloc(1, sizeof *jobs);
    pthread_mutex_init(&jobs->lock, NULL);
    pthread_cond_init(&jobs->ended, NULL);
    atomic_init(&jobs->stop, false);
    return jobs;
}

static void job_free(struct job *job)
{
    if (job->threaded)
        pthread_join(job->thread, NULL);
    for (char **word = job->argv; *word != NULL; word++)
        free(*word);
    free(job->argv);
    free(job->input);
    free(job->key);
    buffer_free(&job->out);
    free(job);
}

void filter_jobs_stop(struct filter_jobs *jobs)
{
    atomic_store(&jobs->stop, true);
}

void filter_jobs_free(struct filter_jobs *jobs)
{
    if (jobs == NULL)
        return;
    filter_jobs_stop(jobs);
    while (jobs->first != NULL) {
        struct job *job = jobs->first;
        jobs->first = job->next;
        job_free(job);
    }
    pthread_cond_destroy(&jobs->ended);
    pthread_mutex_destroy(&jobs->lock);
    free(jobs);
}

static size_t count_running(const struct filter_jobs *jobs)
{
    size_t count = 0;
    for (const struct job *job = jobs->first; job != NULL; job = job->next)
        count += !job->done;
    return count;
}

static void *work(void *data)
{
    struct job *job = data;
    struct filter_jobs *jobs = job->jobs;
    struct buffer out = { 0 };
    int status = 0;
    enum filter_end end =
        filter_run(job->argv, job->input, job->length, job->limits, &out, &status);
    pthread_mutex_lock(&jobs->lock);
    job->end = end;
    job->status = status;
    job->out = out;
    job->done = true;
    free(job->input);
    job->input = NULL;
    pthread_cond_broadcast(&jobs->ended);
    pthread_mutex_unlock(&jobs->lock);
    return NULL;
}

/* ---- behind the lock ---- */

static struct job *find(const struct filter_jobs *jobs, const char *key)
{
    for (struct job *job = jobs->first; job != NULL; job = job->next)
        if (!job->forgotten && strcmp(job->key, key) == 0)
            return job;
    return NULL;
}

/* Those that have ended, but for the last few; nobody waits for them. */
static void drop_old(struct filter_jobs *jobs)
{
    size_t kept = 0;
    for (struct job **link = &jobs->first; *link != NULL;) {
        struct job *job = *link;
        kept += job->done && !job->forgotten;
        if (job->done && job->users == 0 && (job->forgotten || kept > FILTER_JOBS_KEPT)) {
            *link = job->next;
            job_free(job);
        } else {
            link = &job->next;
        }
    }
}

static struct job *start(struct filter_jobs *jobs, const struct filter_task *task)
{
    size_t words = 0;
    while (task->argv[words] != NULL)
        words++;
    struct job *job = xcalloc(1, sizeof *job);
    job->jobs = jobs;
    job->key = xstrdup(task->key);
    job->argv = xcalloc(words + 1, sizeof *job->argv);
    for (size_t i = 0; i < words; i++)
        job->argv[i] = xstrdup(task->argv[i]);
    if (task->input != NULL) {
        job->input = xmalloc(task->length + 1);
        memcpy(job->input, task->input, task->length);
    }
    job->length = task->length;
    job->limits = task->limits;
    job->limits.stop = &jobs->stop;
    job->status = pthread_create(&job->thread, NULL, work, job);
    job->threaded = job->status == 0;
    job->done = !job->threaded;
    job->end = FILTER_MISSING;
    job->next = jobs->first;
    jobs->first = job;
    return job;
}

static struct timespec in_milliseconds(int milliseconds)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    time.tv_nsec += (long)milliseconds * 1000000;
    time.tv_sec += time.tv_nsec / 1000000000;
    time.tv_nsec %= 1000000000;
    return time;
}

static void wait_for(struct job *job, int milliseconds, const atomic_bool *stop)
{
    struct filter_jobs *jobs = job->jobs;
    job->users++;
    for (int spent = 0; !job->done && (milliseconds < 0 || spent < milliseconds) &&
                        (stop == NULL || !atomic_load(stop)); spent += LOOK) {
        struct timespec until = in_milliseconds(LOOK);
        (void)pthread_cond_timedwait(&jobs->ended, &jobs->lock, &until);
    }
    job->users--;
}

enum filter_end filter_jobs_run(struct filter_jobs *jobs, const struct filter_task *task,
                                int milliseconds, const atomic_bool *stop, struct buffer *out,
                                int *status)
{
    enum filter_end end = FILTER_STOPPED;
    *status = 0;
    pthread_mutex_lock(&jobs->lock);
    struct job *job = find(jobs, task->key);
    bool fresh = job == NULL;
    if (fresh && (milliseconds < 0 || count_running(jobs) < FILTER_JOBS_MOST))
        job = start(jobs, task);
    if (job != NULL && (fresh || milliseconds < 0))
        wait_for(job, milliseconds, stop);
    if (job != NULL && job->done) {
        end = job->end;
        *status = job->status;
        buffer_add(out, buffer_text(&job->out), job->out.length);
    }
    drop_old(jobs);
    pthread_mutex_unlock(&jobs->lock);
    return end;
}

void filter_jobs_forget(struct filter_jobs *jobs, const char *key)
{
    pthread_mutex_lock(&jobs->lock);
    struct job *job = find(jobs, key);
    if (job != NULL)
        job->forgotten = true;
    drop_old(jobs);
    pthread_mutex_unlock(&jobs->lock);
}
