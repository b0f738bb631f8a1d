/* loop: the reading room on a real terminal.
 *
 * What arrives while a frame is made is decoded and handed to the session before one repaint, so a
 * key held down never queues up frames; between keys the process sleeps in poll(). */
#ifndef DIPTYCH_TUI_LOOP_H
#define DIPTYCH_TUI_LOOP_H

#include <stdbool.h>

#include "session/session.h"
#include "base/error.h"

struct tui_options {
    const char *term;  /* name of the terminal, NULL unknown */
    const char *theme; /* name of the theme to use, NULL: as the terminal's background is */
    bool no_color, light;
    bool true_color;  /* the terminal is said to take any colour */
    bool frames;      /* it is said to show frames whole */
    bool ask_background; /* nobody says what its background is */
    int escape_delay; /* milliseconds */
};

/* Opens the terminal, fills in setup's colors, theme, rows and columns, and runs a session until it
 * quits or the terminal goes away; the visit is saved and the terminal is as it was.
 * Returns the program's exit status: 0, 128 + N after signal N, 1 when the terminal went away, or with `error`
 * when it cannot be used or there is no session. That the visit could not be saved is an `error`, too, which
 * changes no status. */
int tui_run(struct session_setup *setup, const struct tui_options *options, struct error *error);

#endif
