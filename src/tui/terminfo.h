/* terminfo: the terminal's description from the terminfo database.
 *
 * The only file that includes a curses header. It uses the terminfo level alone: no windows,
 * no curses screen. Strings are copied with their padding ($<5>) removed: terminals that needed
 * it are in museums, and the line's flow control serves them. */
#ifndef DIPTYCH_TUI_TERMINFO_H
#define DIPTYCH_TUI_TERMINFO_H

#include <stdbool.h>

#include "base/error.h"
#include "tui/capability.h"
#include "tui/keys.h"

struct terminfo {
    struct capabilities capabilities;
    struct key_sequence *keys; /* what the function keys send; text owned */
    size_t key_count;
    unsigned char erase; /* what Backspace sends (kbs): 0x08 or 0x7F, 0 unknown */
};

/* Loads the terminal `name` (NULL: $TERM). Fails with one sentence when it is unknown or cannot
 * place the cursor. */
bool terminfo_load(struct terminfo *terminfo, const char *name, int fd, struct error *error);
void terminfo_free(struct terminfo *terminfo);

#endif
