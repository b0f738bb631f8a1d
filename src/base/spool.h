/* spool: what comes in through a pipe, kept in a file while it comes.
 *
 * A thread copies the pipe into NAME in a new folder that nobody else can enter, below the
 * folder `temporary`, so that whoever reads files reads pipes too, and may read again as the file grows. It
 * stops at SPOOL_LIMIT bytes: whoever writes into the pipe then waits.
 * The file and its folder are removed by spool_end, which does not wait for the pipe's end.
 * Ownership: the caller frees the spool with spool_end; it takes over the descriptor. */
#ifndef DIPTYCH_BASE_SPOOL_H
#define DIPTYCH_BASE_SPOOL_H

#include <stdbool.h>

#include "base/error.h"

#define SPOOL_LIMIT ((size_t)64 << 20)
#define SPOOL_STDIN "(stdin)" /* the NAME of what comes in through the standard input */

struct spool;

/* Starts copying. Return NULL with a sentence when the file cannot be made; the descriptor is then
 * closed. */
struct spool *spool_begin(int pipe, const char *temporary, const char *name, struct error *error);
void spool_end(struct spool *spool);

const char *spool_path(const struct spool *spool);

/* Waits until the pipe has ended; with `milliseconds` >= 0 no longer than that, and not for more
 * than what fills a screen. */
void spool_wait(struct spool *spool, int milliseconds);

/* Whether a path is that of a spool's file; such a text is called by the last part of it. */
bool spool_is_path(const char *path);

#endif
