/* counter: byte offsets of a text as code points, for output in reading order.
 *
 * Counts forward only, so that a whole article costs one pass: ask for offsets that never get
 * smaller. Start with { .text = ... }; nothing is owned. */
#ifndef DIPTYCH_CLI_COUNTER_H
#define DIPTYCH_CLI_COUNTER_H

#include <stddef.h>

#include "base/span.h"
#include "cli/output.h"

struct counter {
    const char *text;
    size_t byte;
    size_t code_points;
};

/* Two cells of a row, where the span starts and ends. The next span may begin within it. */
void counter_print(struct counter *counter, struct span span, struct output *out);

#endif
