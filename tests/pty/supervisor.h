/* supervisor: the little shell that a test's program is a job of.
 *
 * Runs in the forked child with the pty's other side as its controlling terminal. Reports on
 * `status`: 'P' and the program's pid_t, 'S' when it stopped, 'E' and an int (exit status, 128 + N
 * for signal N) when it ended. Reads `control`: 'c' continues a stopped job in the foreground; its
 * end ends the supervisor. */
#ifndef DIPTYCH_TESTS_PTY_SUPERVISOR_H
#define DIPTYCH_TESTS_PTY_SUPERVISOR_H

struct supervision {
    const char *terminal; /* path of the pty's other side */
    const char *program;
    char *const *arguments;   /* whole argv */
    char *const *environment; /* whole environment */
    const char *folder;
    const char *input; /* NULL: the terminal */
    int status, control;
};

void supervise(const struct supervision *supervision); /* does not return */

#endif
