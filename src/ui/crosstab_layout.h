/* crosstab_layout: a crosstab in its pane: widths and rows, and moving in it.
 *
 * Sizes and places are cells of the terminal. */
#ifndef DIPTYCH_UI_CROSSTAB_LAYOUT_H
#define DIPTYCH_UI_CROSSTAB_LAYOUT_H

#include "ui/crosstab.h"

/* Size of the table in its pane: lays it out anew. */
void crosstab_resize(struct crosstab *crosstab, int rows, int columns);

void crosstab_move(struct crosstab *crosstab, long rows);
void crosstab_across(struct crosstab *crosstab, long columns);
void crosstab_go(struct crosstab *crosstab, size_t row); /* past the end: the last */
void crosstab_edge(struct crosstab *crosstab, bool end); /* to the name, to the last column */
void crosstab_scroll(struct crosstab *crosstab, long rows);

/* Goes to the cell that stands at a place of the laid-out table, 0-based. False where none is. */
bool crosstab_click(struct crosstab *crosstab, int row, int column);

/* Goes to the cell of that row and column (NULL: the name), by their ids. False when they are not
 * shown. */
bool crosstab_seek(struct crosstab *crosstab, const char *entity, const char *article);

/* To the next row, or the one before, that the words occur in, around the end. */
bool crosstab_search(struct crosstab *crosstab, const char *words, bool forward);

/* First of the columns whose strips are shown. */
size_t crosstab_first_strip(const struct crosstab *crosstab);

#endif
