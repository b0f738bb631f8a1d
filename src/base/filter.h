/* filter: a program that is given bytes and gives others back, waited for.
 *
 * The program is run without a shell, found along PATH unless its name has a slash; what it says on
 * standard error is dropped. It is killed, with all it has started, when it takes longer or
 * says more than it may. Writing to one that reads no more is no fault, and raises no SIGPIPE.
 * Ownership: the caller owns the buffer. */
#ifndef DIPTYCH_BASE_FILTER_H
#define DIPTYCH_BASE_FILTER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct filter_limits {
    int milliseconds;
    size_t output; /* bytes */
    const atomic_bool *stop; /* once it is true the program is killed; NULL none */
};

enum filter_end {
    FILTER_DONE,    /* exit status 0 */
    FILTER_FAILED,  /* another one; *status tells it */
    FILTER_DIED,    /* of a signal; *status tells it */
    FILTER_SLOW,    /* stopped */
    FILTER_TALKS,   /* stopped: more output than fits */
    FILTER_MISSING, /* could not be run; *status is errno */
    FILTER_STOPPED  /* somebody no longer wants it */
};

/* Appends the program's output. `argv` ends with NULL; `input` may be NULL for none. */
enum filter_end filter_run(char *const argv[], const char *input, size_t length,
                           struct filter_limits limits, struct buffer *out, int *status);

#endif
