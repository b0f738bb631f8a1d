/* help_card: what most people need, on one screen: two columns where the pane is wide enough. */
#ifndef DIPTYCH_COMMAND_HELP_CARD_H
#define DIPTYCH_COMMAND_HELP_CARD_H

#include "base/buffer.h"
#include "ui/keymap.h"

#define HELP_CARD_COLUMNS 72 /* cells of text that two columns take */

/* Appends it as Markdown for a pane of that many columns; the keys are those that are bound now. */
void help_card_add(const struct keymap *keymap, int columns, struct buffer *out);

/* Appends text with what Markdown would take for markup escaped. */
void help_card_escape(struct buffer *out, const char *text);

#endif
