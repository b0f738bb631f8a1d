/* ncurses: the curses library with wide characters, wherever its header lies.
 *
 * Its KEY_ names are also ours (ui/key.h), so a file that needs both includes ui/key.h first and
 * leaves the names that both have alone. As functions, for the macros have everyday names. */
#ifndef DIPTYCH_TUI_NCURSES_H
#define DIPTYCH_TUI_NCURSES_H

#include "config.h"

#define NCURSES_NOMACROS 1
#define key_name curses_key_name /* not called here, and ours has the name */
#include CURSES_HEADER
#undef key_name

#endif
