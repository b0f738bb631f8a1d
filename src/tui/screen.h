/* screen: sends the terminal the difference between what it shows and what it should show.
 *
 * The screen keeps the front grid (what the terminal shows) and is handed the back grid
 * (what session_paint painted). It writes only changed cells, moves whole bands with
 * the terminal's scroll region, clears blank tails in one go, and switches styles as rarely as
 * possible. Pure: it appends to a buffer and knows no file descriptor, so tests run its output
 * through an emulator.
 *
 * After a character on whose width terminals disagree the cursor is addressed absolutely
 * and the next cell is written afresh, so that what follows (a border, the other pane) always
 * stands where it belongs. Where the terminal takes no UTF-8, everything outside ASCII
 * is written as '?'.
 *
 * Rows and columns are 0-based cells. Ownership: the screen owns its state and borrows the
 * capabilities; the grid is only read. */
#ifndef DIPTYCH_TUI_SCREEN_H
#define DIPTYCH_TUI_SCREEN_H

#include <stdbool.h>

#include "base/buffer.h"
#include "layout/grid.h"
#include "layout/style.h"
#include "tui/capability.h"

struct screen;

struct screen *screen_new(const struct capabilities *capabilities, bool utf8);
void screen_free(struct screen *screen);

/* What the terminal shows, its style and its cursor are no longer known (another program wrote
 * there, it was resized): the next frame begins with a clear screen. */
void screen_forget(struct screen *screen);

/* Theme and number of colours in force; forgets the screen when they changed. */
void screen_choose(struct screen *screen, enum theme_name theme, int colors);

/* Appends what makes the terminal show `grid`, cursor included; nothing when it does already. A
 * grid of another size than the last forgets the screen. All grids drawn must share one pool. */
void screen_draw(struct screen *screen, const struct grid *grid, struct buffer *out);

#endif
