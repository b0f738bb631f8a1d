#include "align/omission.h"

#include <math.h>

#define USUAL 0.004 /* share of the sentences of a whole translation that are seen in gaps */
#define MOST 3.0    /* what a gap's score grows by */

struct weights abridged_weights(const struct weights *weights, const struct beads *beads)
{
    struct weights adapted = *weights;
    double gaps = 0, all = 0;
    for (size_t i = 0; i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        size_t sentences = (size_t)bead->source_count + bead->target_count;
        all += (double)sentences;
        if (bead->source_count == 0 || bead->target_count == 0)
            gaps += (double)sentences * (double)bead->confidence;
    }
    double growth = all > 0 && gaps > USUAL * all ? log(gaps / all / USUAL) : 0;
    for (size_t i = 0; i < BEAD_TYPES; i++) {
        if (bead_type_is_gap(bead_types[i]))
            adapted.types[i] += (float)(growth < MOST ? growth : MOST);
    }
    return adapted;
}
