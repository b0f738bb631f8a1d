/* key_menu: what may follow the keys typed so far, shown after a moment.
 *
 * Who knows the keys never sees it: the menu waits for KEY_MENU_DELAY without a key
 * (session_rest), and the next key is taken as ever. It takes the message row and, where they do not
 * hold all of it, rows above; the status line moves up with it. Its words are the names of the
 * command table; what cannot be done in this state is left out. Rows are those of the grid. */
#ifndef DIPTYCH_SESSION_KEY_MENU_H
#define DIPTYCH_SESSION_KEY_MENU_H

#include "ui/canvas.h"

struct session;

#define KEY_MENU_DELAY 400 /* milliseconds */

/* How many rows at the bottom it takes on a screen of that size, 0: it is not shown. */
int key_menu_rows(const struct session *session, int rows, int columns);

/* Paints it into `rows` rows from `row` on. */
void key_menu_paint(const struct session *session, const struct canvas *canvas, int row, int rows);

#endif
