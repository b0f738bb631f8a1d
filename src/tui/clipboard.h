/* clipboard: the OSC 52 sequence that asks the terminal to take a text to the clipboard. Pure. */
#ifndef DIPTYCH_TUI_CLIPBOARD_H
#define DIPTYCH_TUI_CLIPBOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

#define CLIPBOARD_LIMIT ((size_t)100000) /* bytes; terminals drop longer sequences silently */

/* Appends the sequence (base64, so no byte of the text can steer the terminal); false and
 * nothing when the text is over the limit. */
bool clipboard_put(struct buffer *out, const char *text, size_t length);

#endif
