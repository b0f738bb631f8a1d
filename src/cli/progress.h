/* progress: a bar on standard error while something long goes on, where that is a terminal; and the
 * signals that end it, which are waited for between two steps, so that none is cut in half.
 *
 * progress_begin holds back SIGINT, SIGTERM and SIGHUP; progress_go_on tells whether one has come;
 * progress_end takes it and lets further ones through. Not shared between threads. */
#ifndef DIPTYCH_CLI_PROGRESS_H
#define DIPTYCH_CLI_PROGRESS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/progress_line.h"

struct progress {
    const char *what; /* "adding", shown in the reader's language */
    bool shows;       /* standard error is a terminal */
    bool drawn;
    int width;        /* cells of the terminal */
    int64_t last;     /* milliseconds: when it was drawn */
    int64_t since;    /* ... when `what` began */
    sigset_t before;
    bool stopped;
};

void progress_begin(struct progress *progress, int width);

/* Draws what is done at most ten times a second; false when the program is to end. */
bool progress_go_on(struct progress *progress, const char *what, size_t done, size_t count);

/* Removes the bar, for a line that is to stand there. */
void progress_clear(struct progress *progress);
void progress_end(struct progress *progress);

#endif
