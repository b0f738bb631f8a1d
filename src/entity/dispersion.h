/* dispersion: where in a text something occurs, as a strip of block characters one row high (the
 * dispersion plot of corpus linguistics, turned into a sparkline).
 *
 * The text is cut into as many equal parts as the strip has cells; a cell is the higher the more
 * occurrences begin in its part: ▁ one, ▂ two, up to █ eight, a blank where there is none. Where
 * some part has more than eight, that one is █ and the others are in proportion to it; no
 * occurrence is ever blank. In ASCII the eight steps are . : - = + * # @
 *
 * Offsets and lengths are bytes of the text (any unit will do, if it is the same for both).
 * Nothing is kept. */
#ifndef DIPTYCH_ENTITY_DISPERSION_H
#define DIPTYCH_ENTITY_DISPERSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Appends a strip exactly `cells` cells wide. `offsets` need not be sorted; those at or beyond
 * `length` count for the last cell, and in an empty text there is none. */
void dispersion_strip(const size_t *offsets, size_t count, size_t length, size_t cells,
                      bool ascii, struct buffer *out);

#endif
