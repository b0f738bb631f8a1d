#include "align/omission.h"

#include <math.h>

#define USUAL 0.004 /* share of the sentences of a whole translation that are seen in gaps */
#define RUN_LONG 5  /* gaps: what is passed over (lattice.h), not left out in between */
#define MOST 3.0    /* what a gap's score grows by */

double omission_share(const struct beads *beads)
{
    double gaps = 0, all = 0, run = 0; /* the sure part of a run of gaps */
    size_t length = 0;
    for (size_t i = 0; i <= beads->count; i++) {
        const struct bead *bead = i < beads->count ? &beads->items[i] : NULL;
        if (bead != NULL && (bead->source_count == 0 || bead->target_count == 0)) {
            run += (double)bead->confidence;
            length++;
            continue;
        }
        if (length < RUN_LONG) {
            gaps += run;
            all += (double)length;
        }
        if (bead != NULL)
            all += (double)bead->source_count + bead->target_count;
        run = 0;
        length = 0;
    }
    return all > 0 ? gaps / all : 0;
}

struct weights omission_weights(const struct weights *weights, double share)
{
    struct weights adapted = *weights;
    double growth = share > USUAL ? log(share / USUAL) : 0;
    for (size_t i = 0; i < BEAD_TYPES; i++) {
        if (bead_type_is_gap(bead_types[i]))
            adapted.types[i] += (float)(growth < MOST ? growth : MOST);
    }
    return adapted;
}
