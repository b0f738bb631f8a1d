/* crosstab_paint: what the reader sees of the coverage table: the table, the strips under it, and
 * what header and status line say. */
#ifndef DIPTYCH_SESSION_CROSSTAB_PAINT_H
#define DIPTYCH_SESSION_CROSSTAB_PAINT_H

#include "base/buffer.h"
#include "query/mention_index.h"
#include "ui/canvas.h"
#include "ui/crosstab.h"

/* Paints the table; places of mentions come from the mention index. With the focus, the grid's
 * cursor stands in the chosen cell. */
void crosstab_paint(const struct crosstab *crosstab, const struct mention_index *mention_index,
                    const struct canvas *canvas, const struct area *area, bool focused);

/* The title, and the filter when there is one. Appended. */
void crosstab_heading(const struct crosstab *crosstab, struct buffer *out);

/* The cell: count and article first, then who it is and the article's title. Appended. */
void crosstab_status(const struct crosstab *crosstab, struct buffer *left, struct buffer *middle);

#endif
