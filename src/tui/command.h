/* command: runs a program in the foreground while the terminal is lent to it.
 *
 * No shell reads anything: argv goes to execvp. The program keeps our process group, so that
 * Ctrl-Z in an editor stops the job as a whole and `fg` resumes it. */
#ifndef DIPTYCH_TUI_COMMAND_H
#define DIPTYCH_TUI_COMMAND_H

#include <stddef.h>

#include "base/error.h"

/* Runs argv[0] with `input` (NULL: the terminal `in`) as its standard input and `out` as its
 * standard output; waits for it. The terminal must have been left. Returns its exit status, or
 * -1 and a reason. A program that does not read all of its input is no failure. */
int command_run(const char *const *argv, const char *input, size_t input_length, int in, int out,
                struct error *error);

#endif
