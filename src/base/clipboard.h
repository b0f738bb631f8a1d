/* clipboard: what lends a text to the clipboard of the terminal's window (OSC 52). */
#ifndef DIPTYCH_BASE_CLIPBOARD_H
#define DIPTYCH_BASE_CLIPBOARD_H

#include <stdbool.h>

#include "base/buffer.h"

#define CLIPBOARD_LIMIT ((size_t)100000) /* bytes of a text; terminals drop longer sequences silently */

/* Appends the sequence; base64, so that no byte of the text can steer the terminal. `wrapped`: the terminal may
 * be screen(1), which hands on what is wrapped for the one that it runs in. */
void clipboard_put(struct buffer *out, const char *text, size_t length, bool wrapped);

#endif
