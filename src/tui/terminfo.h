/* terminfo: the terminal's description, for what curses has no call for.
 *
 * Capabilities go by their terminfo names ("cup"). The terminal asked about is the one that curses
 * (or terminfo_check) opened last. */
#ifndef DIPTYCH_TUI_TERMINFO_H
#define DIPTYCH_TUI_TERMINFO_H

#include "base/buffer.h"
#include "base/error.h"

/* The colours of the terminal `name`, 8 to 256, or 0: none; -1, with one sentence, when it is not known or
 * cannot place its cursor. */
int terminfo_check(const char *name, struct error *error);

/* The capability, as the database has it; NULL where the terminal lacks it. Valid while curses
 * runs on this terminal. */
const char *terminfo_find(const char *capability);

/* Appends a capability's text with its parameters (ignored where it has none) and without its
 * padding; nothing for NULL. */
void terminfo_put(struct buffer *out, const char *text, int first, int second);

/* Appends what switches to a style of curses (attr_t and pair), which notes that it is in force. */
void terminfo_put_style(struct buffer *out, unsigned attributes, short pair);

#endif
