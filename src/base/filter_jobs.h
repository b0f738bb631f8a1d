/* filter_jobs: filters (filter.h) that run in threads of their own, so that who asks need not wait.
 *
 * A job goes by a key that tells what it makes: who asks for the same key joins the one that runs or
 * has what it made. The last FILTER_JOBS_KEPT that have ended are remembered with what they gave.
 * All functions may be called by any thread.
 *
 * Ownership: filter_jobs_free, which stops what still runs; nobody may be waiting then. */
#ifndef DIPTYCH_BASE_FILTER_JOBS_H
#define DIPTYCH_BASE_FILTER_JOBS_H

#include "base/filter.h"

#define FILTER_JOBS_KEPT 8
#define FILTER_JOBS_MOST 2 /* that run for those who do not wait */
#define FILTER_JOBS_FOREVER (-1)

struct filter_jobs;

struct filter_task {
    const char *key;
    char *const *argv; /* this and the input are copied */
    const char *input; /* NULL none */
    size_t length;
    struct filter_limits limits; /* `stop` is the jobs' own */
};

struct filter_jobs *filter_jobs_new(void);
void filter_jobs_free(struct filter_jobs *jobs);

/* Kills what runs and whatever is asked for from now on; does not wait. */
void filter_jobs_stop(struct filter_jobs *jobs);

/* Starts the task or finds it, waits for so many milliseconds (FILTER_JOBS_FOREVER) or until *stop (NULL
 * never) and appends what it gave: ends as filter_run. FILTER_STOPPED: it has not ended yet and goes
 * on, or has not been started, since FILTER_JOBS_MOST are running. */
enum filter_end filter_jobs_run(struct filter_jobs *jobs, const struct filter_task *task,
                                int milliseconds, const atomic_bool *stop, struct buffer *out,
                                int *status);

/* What it gave is kept elsewhere. */
void filter_jobs_forget(struct filter_jobs *jobs, const char *key);

#endif
