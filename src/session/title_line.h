/* title_line: the quiet line of facts below an article's one title.
 *
 * Where the header of the pane shows the title whole, the article's own heading is not shown a second
 * time: the line stands in its place, until the reader comes into the heading or something in it is
 * found, selected or annotated. Else it stands in the gap below the heading. Nothing of the layout
 * changes. */
#ifndef DIPTYCH_SESSION_TITLE_LINE_H
#define DIPTYCH_SESSION_TITLE_LINE_H

#include <stdbool.h>

#include "ui/canvas.h"

struct pane;
struct session;

/* Paints it over what the text has painted; `touched`: something is set off in the heading. */
void title_line_paint(const struct pane *pane, const struct canvas *canvas, const struct area *area,
                      bool touched);

#endif
