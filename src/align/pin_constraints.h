/* pins: the reader's pins made into beads that the alignment must keep to.
 *
 * A pin becomes the run of sentences it touches on each side. Those that follow one another on both
 * sides divide the texts into segments; the others are set apart. A sentence that a later pin has
 * taken is no longer an earlier one's.
 * Ownership: pins_free. */
#ifndef DIPTYCH_ALIGN_PIN_CONSTRAINTS_H
#define DIPTYCH_ALIGN_PIN_CONSTRAINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "align/alignment.h"
#include "align/bead.h"
#include "align/side.h"

struct pins {
    struct beads in_order; /* rising on both sides, none empty */
    struct beads apart;    /* others, also those with an empty side */
    bool *source;          /* by sentence: taken by a pin that is apart */
    bool *target;
};

/* `swapped`: side A is the target. */
void pins_read(struct pins *pins, const struct side *source, const struct side *target,
               const struct pin *items, size_t count, bool swapped);
void pins_free(struct pins *pins);

#endif
