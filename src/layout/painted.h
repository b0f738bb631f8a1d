/* painted: rows of a text in the grid, each painted once.
 *
 * A text that is scrolled shows mostly rows that it showed before. Their cells are kept and placed in the
 * frame (grid_frame.h), as long as the same spans lie over them; whatever else they depend on (the layout's
 * lines, the width) is compared once a frame.
 *
 * Coordinates: grid cells. Ownership: painted_free releases it, once the frame that it was painted in has
 * ended. */
#ifndef DIPTYCH_LAYOUT_PAINTED_H
#define DIPTYCH_LAYOUT_PAINTED_H

#include "layout/paint.h"

struct painted;

struct painted *painted_new(void);
void painted_free(struct painted *painted);

/* Paints what the layout has from `top` on, as paint_row does, from grid row `row` on, at most `rows` rows.
 * Once a frame. The layout must be the same every time, though it may be configured anew. */
void painted_rows(struct painted *painted, struct grid *grid, int row, int rows, int left, int limit,
                  const struct paint_job *job, struct place top);

#endif
