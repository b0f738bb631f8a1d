/* capped_logs: natural logarithms of what is so many times as likely as by chance, at most 3.
 *
 * The aligner asks for some ten million of them, so they are gathered and taken four at a time.
 * They are good to four digits: the exponent by the bits of the float, the rest by a rational
 * function, which gives the same on all machines. Nothing is allocated. */
#ifndef DIPTYCH_ALIGN_CAPPED_LOGS_H
#define DIPTYCH_ALIGN_CAPPED_LOGS_H

#include <stdbool.h>
#include <stddef.h>

#define CAPPED_LOGS 32 /* that are gathered at most */
#define CAPPED_LOGS_MOST 3.0F

/* Starts with { 0 }. */
struct capped_logs {
    float values[CAPPED_LOGS]; /* ratios, all positive; then their logarithms */
    size_t of[CAPPED_LOGS];    /* what each belongs to, for the caller */
    size_t count;
};

/* Puts the logarithms in place of the ratios. */
void capped_logs_take(struct capped_logs *logs);

/* Adds a ratio where it counts, which is as likely as not, so without a branch. There is room. */
static inline void capped_logs_push(struct capped_logs *logs, float ratio, size_t of, bool counts)
{
    logs->values[logs->count] = ratio;
    logs->of[logs->count] = of;
    logs->count += counts;
}

#endif
