/* sequence: the escape sequences that curses does not know.
 *
 * Curses reads what the terminal's description lists. The rest comes as typed characters: keys told
 * by their code (xterm's modifyOtherKeys, kitty's CSI u), keys that the description lacks, mouse
 * reports (curses asks for presses alone, and inside tmux for the old form), focus, answers
 * nobody asked for. A sequence that has no meaning here is KEY_UNKNOWN and swallowed whole, so that its
 * tail is never taken for commands. Pure; the text begins after the ESC. */
#ifndef DIPTYCH_TUI_SEQUENCE_H
#define DIPTYCH_TUI_SEQUENCE_H

#include <stddef.h>

#include "ui/key.h"

enum sequence_state {
    SEQUENCE_MORE,
    SEQUENCE_DONE,
    SEQUENCE_BROKEN /* the last character cannot stand in it, and is not of it */
};

/* Whether the `length` characters at `text`, of which the first is `[` or `O`, are all of it. */
enum sequence_state sequence_state(const char *text, size_t length);

/* The key that a sequence which is done stands for. */
struct key sequence_key(const char *text, size_t length);

/* The key that curses calls `name` (keyname()): "KEY_UP", "kUP5", "KEY_F(1)". */
struct key sequence_named(const char *name);

#endif
