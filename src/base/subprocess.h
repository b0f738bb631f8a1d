/* subprocess: the output of a program of the reader's own (sdcv, dict), read while the room goes
 * on.
 *
 * The program is run without a shell: its words, and one argument more, the term. Standard input is
 * empty; what it prints, errors too, is taken up to ASKING_MOST bytes and for ASKING_TIME
 * milliseconds, then it is killed with all it has started.
 *
 * Ownership: subprocess_free, which kills what still runs. */
#ifndef DIPTYCH_BASE_SUBPROCESS_H
#define DIPTYCH_BASE_SUBPROCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define ASKING_MOST ((size_t)64 << 10)
#define ASKING_TIME 5000
#define ASKING_WORDS 30

struct subprocess;

/* NULL with a sentence when there is no program of that name or it cannot be run. */
struct subprocess *subprocess_start(const char *words, const char *term, struct error *error);
void subprocess_free(struct subprocess *asking);

/* Reads what has come (with `wait`: all there will be); true when that is all. */
bool subprocess_poll(struct subprocess *asking, bool wait);

/* What it has printed, as it came; and, once it has ended, why there is no more or what is odd
 * about it, "" nothing. */
const char *subprocess_text(const struct subprocess *asking, size_t *length);
const char *subprocess_fault(const struct subprocess *asking);

#endif
