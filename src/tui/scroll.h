/* scroll: finds the band of rows that moved up or down between two frames.
 *
 * Works on row hashes alone. Rows are 0-based; a shift above 0 means the text moved up. */
#ifndef DIPTYCH_TUI_SCROLL_H
#define DIPTYCH_TUI_SCROLL_H

#include <stdbool.h>
#include <stdint.h>

struct scroll {
    int top, bottom; /* the band, both included */
    int shift;       /* rows; > 0 up, < 0 down */
};

/* Compares `front` (what is shown) with `back` (what is wanted), `rows` hashes each. True when
 * scrolling a band leaves clearly less to write: at least two rows and a quarter of the band. */
bool scroll_find(const uint64_t *front, const uint64_t *back, int rows, struct scroll *scroll);

#endif
