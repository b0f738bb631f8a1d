/* timing: what a query has cost, for the programs that measure searching. */
#ifndef DIPTYCH_BENCH_TIMING_H
#define DIPTYCH_BENCH_TIMING_H

#include <stddef.h>
#include <time.h>

struct timing {
    double milliseconds;
    char query[200];
    size_t count; /* of what was found */
};

/* Milliseconds of the processor that this program has taken. */
static inline double timing_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* For qsort: the quickest first. */
static inline int timing_compare(const void *a, const void *b)
{
    double left = ((const struct timing *)a)->milliseconds;
    double right = ((const struct timing *)b)->milliseconds;
    return (left > right) - (left < right);
}

#endif
