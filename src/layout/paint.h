/* paint: laying spans over lines and putting them into the grid.
 *
 * What a character looks like is decided in layers: the block (heading, code, quote), the
 * inline styles and links of the document, then the caller's sets in order, a later set
 * over an earlier one. A layer's role replaces the role below it, its attributes are
 * added. Coordinates: grid cells; offsets: bytes of the document. Nothing is allocated. */
#ifndef DIPTYCH_LAYOUT_PAINT_H
#define DIPTYCH_LAYOUT_PAINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/grid.h"
#include "layout/layout.h"
#include "layout/style.h"

struct paint_span {
    size_t start;
    size_t end;
    unsigned style;
};

/* Sorted by start, not overlapping. */
struct paint_set {
    const struct paint_span *items;
    size_t count;
};

struct paint_job {
    struct layout *layout;
    const struct paint_set *sets;
    size_t set_count;
    bool ascii; /* bars and rules in ASCII */
};

/* Paints the row at `place` from column `left` to `limit` (exclusive) of grid row `row`. The cells
 * there must have been blanked. */
void paint_row(struct grid *grid, int row, int left, int limit, const struct paint_job *job,
               struct place place);

#endif
