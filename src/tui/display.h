/* display: shows a grid through curses.
 *
 * Keeps the grid that is shown. Curses is given the changed run of each changed row; it moves the
 * cursor, chooses the styles and writes to the terminal.
 *
 * Where many rows change that costs ten times what writing does, for curses compares and measures each
 * cell several times: then the terminal is sent the text, rows that moved are scrolled by it, and both
 * screens of curses (what is shown, what shall be) are told of the outcome.
 *
 * Curses cannot write everything: after a cluster on whose width terminals disagree (a joined emoji,
 * a flag, a sign of ambiguous width) it no longer knows where the cursor is, and it knows no struck-out
 * text. Such a cell is a no-break space to curses, which it neither clears nor rewrites on its way, and
 * is written over afterwards, addressed absolutely, and the cell after it once more: what follows
 * (a border, the other pane) stands where it belongs, however wide the terminal drew it.
 *
 * Ownership: the display owns its state; grids are only read. */
#ifndef DIPTYCH_TUI_DISPLAY_H
#define DIPTYCH_TUI_DISPLAY_H

#include <stdbool.h>

#include "base/buffer.h"
#include "layout/grid.h"
#include "layout/style.h"

struct display;

/* Curses must be running (newterm). */
struct display *display_new(bool utf8);
void display_free(struct display *display);

/* What the terminal shows is no longer known (another program wrote there, it was resized): the
 * next frame begins with a clear screen. */
void display_forget(struct display *display);

/* Theme and number of colours in force; forgets what is shown when they changed. */
void display_choose(struct display *display, const struct palette *palette, int colors);

/* Appends to `out` what is faster written past curses; it must be sent before display_draw, which is
 * called next with the same grid. */
void display_write(struct display *display, const struct grid *grid, struct buffer *out);

/* Makes the terminal show `grid`, cursor included, once what this appends to `out` is written, too.
 * A grid of another size than the last resizes curses. All grids drawn must share one pool. */
void display_draw(struct display *display, const struct grid *grid, struct buffer *out);

#endif
