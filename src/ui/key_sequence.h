/* key_sequence: the keys that terminals spell as escape sequences, and those that curses names.
 *
 * Curses reads what the terminal's description lists. The rest comes as typed characters: keys told
 * by their code (xterm's modifyOtherKeys, kitty's CSI u), keys that the description lacks, mouse
 * reports (curses asks for presses alone, and inside tmux for the old form), focus, answers
 * nobody asked for. A sequence that has no meaning here is KEY_UNKNOWN and swallowed whole, so that its
 * tail is never taken for commands. Pure: no terminal, no curses; the text begins after the ESC. */
#ifndef DIPTYCH_UI_KEY_SEQUENCE_H
#define DIPTYCH_UI_KEY_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/key.h"

enum key_sequence_state {
    KEY_SEQUENCE_MORE,
    KEY_SEQUENCE_DONE,
    KEY_SEQUENCE_BROKEN /* the last character cannot stand in it, and is not of it */
};

/* The key that a character stands for, and whether one that follows an ESC begins a sequence. */
struct key key_typed(uint32_t character);
bool key_sequence_opens(uint32_t character);

/* Whether the `length` characters at `text`, which begin as such, are all of it. A
 * NUL stands for what is no character. */
enum key_sequence_state key_sequence_state(const char *text, size_t length);

/* The key that a sequence which is done stands for. */
struct key key_sequence_read(const char *text, size_t length);

/* The key that curses calls `name` (keyname()): "KEY_UP", "kUP5", "KEY_F(1)". */
struct key key_named_by_curses(const char *name);

#endif
