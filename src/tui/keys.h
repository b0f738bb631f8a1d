/* keys: what is typed, read through curses.
 *
 * Curses (getch, get_wch) decodes characters and the keys of the terminal's description; ui/key_sequence
 * knows the rest. Bracketed paste is collected here. Nothing is read before the descriptor can be;
 * the only waits, of the escape delay at most, are for the rest of something that has begun.
 *
 * Ownership: the reader owns its state; a paste is valid until the next call. */
#ifndef DIPTYCH_TUI_KEYS_H
#define DIPTYCH_TUI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "ui/key.h"

#define KEYS_PASTE_LIMIT ((size_t)1 << 20) /* bytes of one paste; the rest is dropped */

struct key_event {
    struct key key;
    const struct buffer *paste; /* as sent; NULL: `key` */
};

struct keys;

/* Curses must be running (newterm) and read from `fd`, a terminal that answers at once when there is
 * nothing (VMIN 0, VTIME 0); `escape_delay` is in milliseconds. */
struct keys *keys_new(int fd, int escape_delay);
void keys_free(struct keys *keys);

/* Takes the next event; false when there is none yet. What means nothing is passed over. */
bool keys_next(struct keys *keys, struct key_event *event);

/* Something can be read from the descriptor: the next keys_next need not look. Unless told to `ask`, which
 * costs as much as reading, those after it take it that no more has come. */
void keys_arrived(struct keys *keys, bool ask);

#endif
