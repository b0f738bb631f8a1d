#include "align/omission.h"

#include <math.h>

#define USUAL 0.004 /* share of the sentences of a whole translation that are seen in gaps */
#define RUN_LONG 5  /* gaps: what is passed over (lattice.h), not left out in between */
#define MOST 5.0    /* what a gap's score grows by */
#define SPARED 2.0F /* of what it costs to pass over a sentence of the longer text; */
#define DEARER 3.0F /* what one of the shorter text costs more */

struct omission omission_share(const struct beads *beads)
{
    struct omission gaps = { 0, 0 }, all = { 0, 0 };
    struct omission run = { 0, 0 }; /* the sure part of a run of gaps */
    size_t length = 0, sources = 0;
    for (size_t i = 0; i <= beads->count; i++) {
        const struct bead *bead = i < beads->count ? &beads->items[i] : NULL;
        if (bead != NULL && (bead->source_count == 0 || bead->target_count == 0)) {
            run.source += bead->source_count > 0 ? (double)bead->confidence : 0;
            run.target += bead->target_count > 0 ? (double)bead->confidence : 0;
            sources += bead->source_count;
            length++;
            continue;
        }
        if (length < RUN_LONG) {
            gaps.source += run.source;
            gaps.target += run.target;
            all.source += (double)sources;
            all.target += (double)(length - sources);
        }
        if (bead != NULL) {
            all.source += bead->source_count;
            all.target += bead->target_count;
        }
        run = (struct omission){ 0, 0 };
        length = sources = 0;
    }
    return (struct omission){ all.source > 0 ? gaps.source / all.source : 0,
                              all.target > 0 ? gaps.target / all.target : 0 };
}

static float growth_of(double share)
{
    double growth = share > USUAL ? log(share / USUAL) : 0;
    return (float)(growth < MOST ? growth : MOST);
}

struct weights omission_weights(const struct weights *weights, const struct omission *share,
                                enum linked_longer longer)
{
    struct weights adapted = *weights;
    adapted.types[BEAD_TYPE_SOURCE_GAP] += growth_of(share->source);
    adapted.types[BEAD_TYPE_TARGET_GAP] += growth_of(share->target);
    if (longer != LINKED_NEITHER)
        adapted.spared[longer == LINKED_SOURCE ? BEAD_TYPE_TARGET_GAP : BEAD_TYPE_SOURCE_GAP] =
            -DEARER;
    if (longer == LINKED_SOURCE && share->source < OMISSION_BETWEEN)
        adapted.spared[BEAD_TYPE_SOURCE_GAP] = SPARED;
    if (longer == LINKED_TARGET && share->target < OMISSION_BETWEEN)
        adapted.spared[BEAD_TYPE_TARGET_GAP] = SPARED;
    return adapted;
}
