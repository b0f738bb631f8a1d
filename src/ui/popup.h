/* popup: a box of lines over the lower end of the panes, and how lines of boxes are broken.
 *
 * What is taller than the room is scrolled with the moving keys. Rows and columns are cells.
 * Ownership: the popup owns its text; popup_close frees it. Start with { 0 }. */
#ifndef DIPTYCH_UI_POPUP_H
#define DIPTYCH_UI_POPUP_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/canvas.h"
#include "ui/key.h"

struct popup {
    char *text;   /* NULL: closed */
    int top, max; /* lines scrolled out above, and how many can be; max is known once painted */
};

/* Opens it; takes over the text. */
void popup_show(struct popup *popup, char *text);
void popup_close(struct popup *popup);

/* True when the key scrolled it; `page` is how many lines a page key moves. */
bool popup_key(struct popup *popup, struct key key, int page);

/* Paints it above row `bottom`. */
void popup_paint(struct popup *popup, const struct canvas *canvas, int bottom);

/* How many bytes of the text fit into a line of `width` cells, broken at a blank where there is one
 * in its second half; and where the line after it begins. */
size_t popup_line_length(const char *text, size_t length, int width);
size_t popup_next_line(const char *text, size_t at);

#endif
