/* terminal: the device: opened, put into raw mode, written to, and given back.
 *
 * The environment is read here and nowhere else in tui/: TERM, NO_COLOR, COLORFGBG, ESCDELAY.
 * Standard output must be a terminal; keys come from standard input, or, where that is no
 * terminal (`generate | diptych`), from the terminal that standard output is.
 *
 * Raw mode leaves no key to the driver: Ctrl-C, Ctrl-Z, Ctrl-S, Ctrl-Q and Ctrl-V arrive as keys.
 *
 * Ownership: the caller owns the struct; terminal_close gives the device back and frees it. */
#ifndef DIPTYCH_TUI_TERMINAL_H
#define DIPTYCH_TUI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#include <termios.h>

#include "base/buffer.h"
#include "base/error.h"
#include "layout/style.h"
#include "tui/terminfo.h"

struct terminal {
    struct terminfo info;
    int in, out;
    bool own_in; /* `in` was opened here */
    bool entered;
    bool clipboard;  /* worth sending OSC 52 to */
    int colors;      /* 0, 8, 16 or 256 */
    enum theme_name theme; /* as far as the environment tells: dark if nothing does */
    int escape_delay;
    struct termios saved;
    struct buffer enter, leave; /* the sequences for terminal_enter and terminal_leave */
};

/* Finds the terminal and what it can do; changes nothing on it yet. */
struct terminal *terminal_open(struct error *error);
void terminal_close(struct terminal *terminal);

/* Size in cells; at least 1x1, 24x80 when nobody knows. */
void terminal_size(const struct terminal *terminal, int *rows, int *columns);

/* Raw mode, and the bytes to switch to the program's screen appended to `out` (so that they leave
 * in one write with the first frame). Also arms the rescue in tui/signals. */
bool terminal_enter(struct terminal *terminal, struct buffer *out, struct error *error);

/* Asks for mouse reports, or no longer; terminal_leave ends them in any case. */
void terminal_mouse(const struct terminal *terminal, bool on, struct buffer *out);

/* The reader's screen and modes again. */
void terminal_leave(struct terminal *terminal);

/* Writes everything, however slow the terminal is. False when it is gone, or when a signal that
 * ends the program came in between. */
bool terminal_write(struct terminal *terminal, const char *bytes, size_t length);

#endif
