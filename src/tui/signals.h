/* signals: the one place with signal handlers, and so the one with static state.
 *
 * Handlers write their signal into a pipe that the loop polls. A crash (SIGSEGV, SIGABRT ...) writes the
 * prepared bytes that give the terminal back, restores its modes, and lets the signal take its course. When
 * the program is asked to end and the terminal takes nothing for a second, nothing can be written to standard
 * output from then on. */
#ifndef DIPTYCH_TUI_SIGNALS_H
#define DIPTYCH_TUI_SIGNALS_H

#include <stdbool.h>
#include <termios.h>

#include "base/error.h"

/* Installs the handlers. Returns the descriptor to poll, -1 when there is none left for it. */
int signals_begin(struct error *error);

/* Puts back the dispositions that were there before. */
void signals_end(void);

/* What has happened since it was last asked. */
struct signals_news {
    bool resized, stopped, continued; /* stopped: SIGTSTP from outside */
};
struct signals_news signals_take(void);

/* The SIGTERM, SIGHUP or SIGINT that asks the program to end, 0 none. Stays set. */
int signals_ending(void);

/* Stops the whole job as Ctrl-Z would have; returns when it goes on. */
void signals_stop_job(void);

/* While a command has the terminal: Ctrl-C and Ctrl-\ are the command's, Ctrl-Z stops the job. There is no
 * news of what was before signals_take_terminal. */
void signals_lend_terminal(void);
void signals_take_terminal(void);

/* From now on a crash writes `leave` to the terminal and restores `modes` (both borrowed; NULL: no longer); where
 * it is empty, which is before there is a screen, so does a signal that asks to end. */
void signals_arm(const struct termios *modes, const char *leave);

#endif
