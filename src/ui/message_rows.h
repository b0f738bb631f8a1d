/* message_rows: a sentence at the bottom of the screen, in as many rows as it takes.
 *
 * Rows end where a line of text may end. The caller says how many rows there are at most; what does not fit
 * into these is cut with an ellipsis: of “WHAT: WHY” in one row the beginning of WHAT, if WHY fits then. Rows and
 * columns are cells. */
#ifndef DIPTYCH_UI_MESSAGE_ROWS_H
#define DIPTYCH_UI_MESSAGE_ROWS_H

#include "ui/canvas.h"

#define MESSAGE_ROWS_MOST 5

/* How many rows of `columns` cells the sentence takes, 1 to `most`, which is no more than MESSAGE_ROWS_MOST. */
int message_rows_count(const char *text, int columns, int most);

/* Paints it into `rows` rows, which are blank, from `row` on. */
void message_rows_paint(const struct canvas *canvas, int row, int rows, const char *text, unsigned style);

#endif
