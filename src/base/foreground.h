/* foreground: runs a program to its end while the terminal is lent to it.
 *
 * No shell reads anything: argv goes to execvp. The program keeps our process group, so that
 * Ctrl-Z in an editor stops the job as a whole and `fg` resumes it. */
#ifndef DIPTYCH_BASE_FOREGROUND_H
#define DIPTYCH_BASE_FOREGROUND_H

#include <stddef.h>

#include "base/error.h"

/* Runs argv[0] with `environment` (NAME=VALUE, NULL at the end; NULL: none) before our own, with `input`
 * (NULL: the terminal `in`) as its standard input and `out` as its standard output; waits for it until
 * `ending` returns other than 0. The terminal must have been left. Returns its exit status, or -1 and a
 * reason. A program that does not read all of its input is no failure. */
int foreground_run(const char *const *argv, const char *const *environment, const char *input,
                   size_t input_length, int in, int out, int (*ending)(void),
                   struct error *error);

/* "press Enter to go on", and waits until somebody does, `in` ends, or `ending` returns other than 0. */
void foreground_wait_for_enter(int in, int out, int (*ending)(void));

#endif
