/* key: one press, however the terminal spelt it.
 *
 * A key is a Unicode code point or one of the named keys below, with modifiers. Names, as
 * they stand in the keymap, in diptychrc and in the help: "j" "G" "0" "你" "Space" "Tab" "S-Tab"
 * "Enter" "Esc" "Backspace" "Delete" "Up" "PageDown" "F1" "C-w" "M-x" "C-Left". A Ctrl-letter is
 * KEY_CTRL with the lower-case letter (C-i is Tab, C-m is Enter, C-[ is Esc, as on every
 * terminal). Upper-case letters carry no KEY_SHIFT.
 * Pure data: no curses here. */
#ifndef DIPTYCH_UI_KEY_H
#define DIPTYCH_UI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_modifier { KEY_SHIFT = 1, KEY_META = 2, KEY_CTRL = 4 };

/* Named keys lie above Unicode. */
enum key_code {
    KEY_NAMED = 0x110000,
    KEY_TAB,
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_INSERT,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_F1, /* .. KEY_F1 + 19 */
    KEY_F20 = KEY_F1 + 19,
    KEY_MOUSE_PRESS, /* struct key's row and column say where; `button` which */
    KEY_MOUSE_RELEASE,
    KEY_MOUSE_DRAG,
    KEY_WHEEL_UP,
    KEY_WHEEL_DOWN,
    KEY_FOCUS_IN,
    KEY_FOCUS_OUT,
    KEY_DARK_BACKGROUND, /* the terminal's answer */
    KEY_LIGHT_BACKGROUND,
    KEY_UNKNOWN /* an escape sequence nobody knows: ignored */
};

struct key {
    uint32_t code;
    uint8_t modifiers;
    uint8_t button;     /* mouse: 1 left, 2 middle, 3 right */
    uint16_t row, column; /* mouse: 0-based cell */
};

#define KEY_NAME_SIZE 32

/* Writes the key's name; returns `out`. */
const char *key_name(struct key key, char out[KEY_NAME_SIZE]);

/* Reads one key name at `text`, returns its length, 0 when it is none. Names of more
 * than one character are written in a row with spaces or in < >: "g g", "C-w s", "<C-w>s".
 * Spaces before the name are skipped and counted. */
size_t key_parse(const char *text, struct key *key);

/* The one form of a key that several spellings stand for: C-i is Tab, C-A is C-a, S-a is A.
 * The decoder and key_parse both return keys in this form. */
struct key key_normalize(struct key key);

bool key_equal(struct key a, struct key b);

#endif
