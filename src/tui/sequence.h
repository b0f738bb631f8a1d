/* sequence: what one escape sequence means, in the dialects of xterm and its relatives.
 *
 * The grammar half of tui/keys: it looks at the front of a byte string and keeps no state.
 * Offsets are bytes. */
#ifndef DIPTYCH_TUI_SEQUENCE_H
#define DIPTYCH_TUI_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/key.h"

#define SEQUENCE_LIMIT 4096 /* bytes after which an unfinished sequence is given up */

enum sequence_kind {
    SEQUENCE_INCOMPLETE,
    SEQUENCE_KEY,         /* KEY_UNKNOWN when it is well formed and unknown */
    SEQUENCE_PASTE,       /* bracketed paste begins after it */
    SEQUENCE_LIGHT,       /* background colour answer */
    SEQUENCE_DARK
};

struct sequence {
    enum sequence_kind kind;
    size_t length; /* bytes it takes; 0 when incomplete */
    struct key key;
};

/* Reads the sequence that begins with the ESC at bytes[0] and goes on with `[`, `O`, `]`, `P`, `_`,
 * `^` or `X` at bytes[1]. */
struct sequence sequence_read(const char *bytes, size_t length);

#endif
