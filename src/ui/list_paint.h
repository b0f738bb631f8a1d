/* list_paint: the rows of a list on the screen, label on the left, detail on the right. */
#ifndef DIPTYCH_UI_LIST_PAINT_H
#define DIPTYCH_UI_LIST_PAINT_H

#include "ui/canvas.h"
#include "ui/list.h"

/* With the focus, the grid's cursor stands on the chosen row. */
void list_paint(const struct list *list, const struct canvas *canvas, const struct area *area,
                bool focused);

/* Whether the chosen row has its details beside it in that area, and not their short form. */
bool list_shows_details(const struct list *list, const struct area *area);

#endif
