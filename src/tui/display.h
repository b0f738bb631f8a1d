/* display: shows a grid on the terminal.
 *
 * Keeps the grid that is shown. Where the terminal takes no UTF-8, curses is given the changed run of
 * each changed row. Elsewhere that costs ten times what writing does, and there is much that curses cannot
 * write: after a cluster on whose width terminals disagree (a joined emoji, a flag, a sign of ambiguous
 * width) it no longer knows where the cursor is, and it knows neither struck-out text nor links nor more
 * than 256 colours. So there the terminal is sent the text in the styles that curses makes, and rows that
 * moved are scrolled by it; the screens of curses stay blank. A cluster of disputed width is addressed
 * absolutely, and the cell after it once more: what follows (a border, the other pane) stands where it
 * belongs, however wide the terminal drew it. */
#ifndef DIPTYCH_TUI_DISPLAY_H
#define DIPTYCH_TUI_DISPLAY_H

#include <stdbool.h>

#include "base/buffer.h"
#include "layout/grid.h"
#include "layout/style.h"

struct display;

/* Curses must be running (newterm); `links`: cells tell where they lead. */
struct display *display_new(bool utf8, bool links);
void display_free(struct display *display);

/* What the terminal shows is no longer known (another program wrote there, it was resized): the
 * next frame begins with a clear screen. */
void display_forget(struct display *display);

/* Theme and number of colours in force; forgets what is shown when they changed. */
void display_choose(struct display *display, const struct palette *palette, int colors);

/* Shows the grid: appends to `out`, which is for the terminal, or has curses write. All grids shown must
 * share one pool. */
void display_show(struct display *display, const struct grid *grid, struct buffer *out);

#endif
