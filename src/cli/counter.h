/* counter: byte offsets of a text as code points, for output in reading order.
 *
 * Counts forward only, so that a whole article costs one pass: ask for offsets that never get
 * smaller. Start with { .text = ... }; nothing is owned. */
#ifndef DIPTYCH_CLI_COUNTER_H
#define DIPTYCH_CLI_COUNTER_H

#include <stddef.h>

#define COUNTER_SIZE 24

struct counter {
    const char *text;
    size_t byte;
    size_t code_points;
};

/* The number of code points before `byte`, in decimal digits; returns `out`. */
const char *counter_at(struct counter *counter, size_t byte, char out[COUNTER_SIZE]);

#endif
