/* pty: drives a program on a terminal of its own and reads what it shows, as a user would.
 *
 *     struct pty *pty = pty_start(&(struct pty_setup){ .rows = 24, .columns = 80,
 *         .arguments = (const char *const[]){ "--fresh", "article.md", NULL } });
 *     pty_wait(pty, "Alibaba");                 the text appears somewhere on the screen
 *     pty_send(pty, "/OpenSky\r");              keys, as the terminal sends them
 *     pty_wait_row(pty, 23, "1 of 9");
 *     pty_send(pty, "ZZ");
 *     assert_int_equal(pty_wait_exit(pty), 0);
 *     pty_assert_restored(pty);
 *     pty_free(pty);
 *
 * The program runs as a job of a small supervisor in a session of its own, so that Ctrl-Z, stopping
 * and continuing work as under a shell. Its output goes to an emulator (tui/vterm_harness.h) and,
 * byte by byte, past a watch (pty/outbytes.h): the first byte that neither printable text
 * nor one of diptych's own sequences explains fails the test.
 *
 * Environment of the program: nothing but PATH, HOME (a fresh empty folder, removed by pty_free),
 * TERM=xterm-256color, LC_ALL=C.UTF-8, ESCDELAY=25, COLLECTION and sanitizer options as they are
 * outside, and what pty_setup adds ("NAME=value"; a bare "NAME" removes it).
 *
 * Waiting polls the terminal and never sleeps: each pty_wait... returns as soon as its condition
 * holds and fails the test, with a picture of the screen, when it does not within PTY_DEADLINE
 * seconds. A lone ESC is told from a sequence by time: send "\033" by itself and wait for its
 * effect before sending more.
 *
 * Rows and columns are 0-based cells. All failures are cmocka failures. */
#ifndef DIPTYCH_TESTS_PTY_PTY_H
#define DIPTYCH_TESTS_PTY_PTY_H

#include <stdbool.h>
#include <stddef.h>

#include <sys/types.h>

#include "tui/vterm_harness.h"

#define PTY_DEADLINE 20 /* seconds; ten times the slowest thing, for sanitizers and busy machines */

struct pty;

struct pty_setup {
    int rows, columns;            /* 0: 24 and 80 */
    const char *program;          /* NULL: $DIPTYCH; the test is skipped when that is unset */
    const char *const *arguments; /* after argv[0], NULL-terminated; NULL none */
    const char *const *environment; /* additions, NULL-terminated; NULL none */
    const char *folder;           /* working folder; NULL: the fresh HOME */
    const char *input;            /* file to be standard input instead of the terminal; NULL none */
    bool unwatched;               /* do not watch the bytes (programs other than diptych) */
};

struct pty *pty_start(const struct pty_setup *setup);

/* Ends the program if it still runs, removes HOME. NULL is allowed. */
void pty_free(struct pty *pty);

/* ---- doing ---- */

void pty_send(struct pty *pty, const char *keys);
void pty_send_bytes(struct pty *pty, const char *bytes, size_t length);

/* Changes the terminal's size; the program gets SIGWINCH. */
void pty_resize(struct pty *pty, int rows, int columns);

/* To the program itself. */
void pty_signal(struct pty *pty, int number);

/* fg: gives a stopped program the terminal and lets it go on. */
void pty_continue(struct pty *pty);

/* The window is closed: the terminal is gone for good. */
void pty_hang_up(struct pty *pty);

/* From now on bytes are (not) watched: while another program has the terminal. */
void pty_watch(struct pty *pty, bool watch);

/* ---- waiting ---- */

void pty_wait(struct pty *pty, const char *text);      /* ... is on the screen */
void pty_wait_gone(struct pty *pty, const char *text); /* ... is nowhere on it */
void pty_wait_row(struct pty *pty, int row, const char *text);
void pty_wait_cursor(struct pty *pty, int row, int column);

/* Any condition on the screen; `what` says it in the failure message. */
void pty_wait_for(struct pty *pty, bool (*holds)(struct pty *pty, void *data), void *data,
                  const char *what);

/* The program is stopped (Ctrl-Z). */
void pty_wait_stopped(struct pty *pty);

/* Its exit status, 128 + N when signal N ended it; all output has been read then. */
int pty_wait_exit(struct pty *pty);

/* Takes in what the program has sent so far, without waiting. */
void pty_take(struct pty *pty);

/* And what it sends until nothing came for PTY_QUIET milliseconds: for pictures that are blessed, not
 * for tests, which wait for what they want. */
#define PTY_QUIET 500
void pty_take_all(struct pty *pty);

/* ---- looking ---- */

struct emulator *pty_screen(struct pty *pty);
bool pty_shows(struct pty *pty, const char *text);
const char *pty_home(const struct pty *pty);
pid_t pty_process(const struct pty *pty);

/* All bytes sent so far, for tests of bytes rather than pictures. */
const char *pty_output(const struct pty *pty, size_t *length);

/* CPU time the program has used, in clock ticks (Linux; -1 elsewhere). */
long pty_cpu_ticks(const struct pty *pty);

/* The terminal is as it was before the program: modes of the line, first screen, visible cursor,
 * no mouse, no bracketed paste, margin on. */
void pty_assert_restored(struct pty *pty);

/* The screen as text with row numbers, on standard error. */
void pty_print(struct pty *pty);

#endif
