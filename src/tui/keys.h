/* keys: from the bytes a terminal sends to keys, pastes and answers.
 *
 * Knows the sequences of xterm and its relatives (rxvt, linux, tmux, kitty's and
 * xterm's CSI u forms) by itself, and takes what the terminfo entry says on top. Bytes may
 * arrive in any pieces. A sequence nobody knows is swallowed whole and comes out as KEY_UNKNOWN, so
 * that its tail is never taken for typed commands. Pure: no file descriptors, no clock.
 *
 * The one thing bytes cannot tell is a lone ESC from the beginning of a sequence. keys_timeout
 * says how long to wait for more; when that time passes without input, keys_expire
 * settles what is pending.
 *
 * Ownership: the decoder owns its state; the text of a paste is valid until the next call. */
#ifndef DIPTYCH_TUI_KEYS_H
#define DIPTYCH_TUI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/key.h"

#define KEYS_PASTE_LIMIT ((size_t)8 << 20) /* bytes of one paste; the rest is dropped */

/* One terminfo key: what it sends and what it means. */
struct key_sequence {
    const char *text;
    struct key key;
};

enum key_event_kind {
    KEY_EVENT_KEY,
    KEY_EVENT_PASTE,     /* text, as sent: any bytes */
    KEY_EVENT_BACKGROUND /* the answer to KEYS_BACKGROUND_QUERY: `light` */
};

/* Asks the terminal for its background colour (OSC 11). */
#define KEYS_BACKGROUND_QUERY "\033]11;?\033\\"

struct key_event {
    enum key_event_kind kind;
    struct key key;
    const char *text;
    size_t length;
    bool light;
};

struct keys;

/* `sequences` (copied; sorted as they come) are the terminal's own; `erase` is what its Backspace
 * key sends besides 0x7F (0: nothing); `escape_delay` is in milliseconds. */
struct keys *keys_new(const struct key_sequence *sequences, size_t count, unsigned char erase,
                      int escape_delay);
void keys_free(struct keys *keys);

void keys_feed(struct keys *keys, const char *bytes, size_t length);

/* Takes the next event; false when what is pending (if anything) is incomplete. */
bool keys_next(struct keys *keys, struct key_event *event);

/* Milliseconds to wait for the rest of an incomplete sequence, -1 when nothing is pending. */
int keys_timeout(const struct keys *keys);

/* The time has passed: the next keys_next calls deliver what is pending as it stands. */
void keys_expire(struct keys *keys);

#endif
