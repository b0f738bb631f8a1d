/* matrix_paint: what the reader sees of the coverage table: the table, the strips under it, and
 * what header and status line say. */
#ifndef DIPTYCH_SESSION_CROSSTAB_PAINT_H
#define DIPTYCH_SESSION_CROSSTAB_PAINT_H

#include "ui/crosstab.h"
#include "ui/pane.h"
#include "ui/canvas.h"
#include "base/buffer.h"

/* Paints the table of the pane; places of mentions come from the session's census. */
void matrix_paint(const struct stage *stage, const struct pane *pane);

/* The title, and the filter when there is one. Appended. */
void matrix_heading(const struct matrix *matrix, struct buffer *out);

/* The cell: count and article first, then who it is and the article's title. Appended. */
void matrix_status(const struct matrix *matrix, struct buffer *left, struct buffer *middle);

#endif
