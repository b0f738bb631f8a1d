#include "align/moved_block.h"

#include <stdlib.h>

#include "align/coarse.h"

#define MOVED_GAIN 6.0 /* by how much a moved block must beat two gaps, in log-likelihood */
#define BEADS_LEAST 4  /* sure beads in a run that was moved, and */
#define SURE_SHARE 0.8 /* of its sentences they hold */
#define SURE 0.5F
#define SMALL_NODES 5000 /* of a grid that is scored as a whole */
#define REACH 8          /* columns around the first path of a larger one */

/* Leaves what is near the best path of plain beads, so that the others are scored there alone. */
static bool narrow(struct band *band, struct scorer *scorer, const struct weights *weights,
                   const struct lattice_watch *watch)
{
    struct beads path = { 0 };
    struct band around;
    bool ok = lattice_first_path(scorer, weights, band, watch, NULL, &path);
    if (ok) {
        band_around(&around, band, &path, REACH);
        band_free(band);
        *band = around;
    }
    free(path.items);
    return ok;
}

bool moved_block_align(const struct corpus *corpus, struct scorer *scorer,
                       const struct weights *weights, const struct lattice_watch *watch,
                       const struct moved_block *block, size_t *nodes, struct beads *beads)
{
    struct lattice lattice;
    struct band band;
    /* Asks here as well, since unrelated texts have thousands that are too large to be scored. */
    if (!lattice_may_begin(watch))
        return false;
    band_begin(&band, block->source, block->source_end, block->target, block->target_end);
    coarse_band(corpus, true, &band);
    if (nodes != NULL && band.nodes > *nodes) {
        band_free(&band);
        return true;
    }
    if (nodes != NULL)
        *nodes -= band.nodes;
    if (band.nodes > SMALL_NODES && !narrow(&band, scorer, weights, watch)) {
        band_free(&band);
        return false;
    }
    bool ok = lattice_fill(&lattice, band, scorer, weights, NULL, watch) &&
              lattice_decode(&lattice, beads);
    lattice_free(&lattice);
    return ok;
}

bool moved_block_fits(struct scorer *scorer, const struct weights *weights,
                      const struct moved_block *block)
{
    struct lattice lattice;
    struct band band;
    band_begin(&band, block->source, block->source_end, block->target, block->target_end);
    for (size_t i = block->source; i <= block->source_end; i++)
        band_widen(&band, i, block->target, block->target_end);
    band_settle(&band);
    lattice_fill(&lattice, band, scorer, weights, NULL, NULL);
    double gaps = 0;
    for (size_t i = block->source; i < block->source_end; i++)
        gaps += (double)lattice.scores[band_node(&lattice.band, i, block->target) * BEAD_TYPES + 1];
    for (size_t j = block->target; j < block->target_end; j++)
        gaps += (double)lattice.scores[band_node(&lattice.band, block->source_end, j) * BEAD_TYPES];
    double total = lattice.total;
    lattice_free(&lattice);
    return total - gaps >= MOVED_GAIN;
}

uint32_t moved_block_size(const struct moved_block *block)
{
    return block->source_end - block->source + block->target_end - block->target;
}

bool moved_block_overlaps(const struct moved_block *one, const struct moved_block *other)
{
    return (one->source < other->source_end && other->source < one->source_end) ||
           (one->target < other->target_end && other->target < one->target_end);
}

bool moved_block_narrow(struct moved_block *block, const struct beads *beads)
{
    struct moved_block inner = { UINT32_MAX, 0, UINT32_MAX, 0 };
    double linked = 0, sure = 0;
    for (size_t i = 0; i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        if (bead->source_count == 0 || bead->target_count == 0 || bead->confidence < SURE)
            continue;
        inner.source = bead->source < inner.source ? bead->source : inner.source;
        inner.target = bead->target < inner.target ? bead->target : inner.target;
        inner.source_end = bead->source + bead->source_count;
        inner.target_end = bead->target + bead->target_count;
        linked += (double)bead->source_count + bead->target_count;
        sure++;
    }
    if (sure < BEADS_LEAST)
        return false;
    *block = inner;
    return linked >= SURE_SHARE * ((double)(inner.source_end - inner.source) +
                                  (double)(inner.target_end - inner.target));
}
