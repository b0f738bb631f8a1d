#include "align/moved_parts.h"

#include <stdlib.h>

#include "align/moved_block.h"
#include "align/moved_growth.h"
#include "align/moved_runs.h"
#include "align/weights.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define RUNS_NODES_MOST 500000 /* of the bands of all runs that may have moved */
#define LOOKS_MOST 4 /* for runs, since each goes with one and chance splits them */
#define SECTION_LEAST 20 /* sentences on both sides of what is worth looking for the rest of, */
#define BLOCKS_MOST 8    /* while there are so few: more are sentences in any order */
#define SMALLER 4 /* times, what was set apart before than a run that takes its place */

void moved_parts_begin(struct moved_parts *parts, const struct corpus *corpus,
                       const struct pins *pins)
{
    *parts = (struct moved_parts){ .corpus = corpus, .pins = pins };
    parts->source_out = xcalloc(corpus->source->count + 1, sizeof *parts->source_out);
    parts->target_out = xcalloc(corpus->target->count + 1, sizeof *parts->target_out);
}

void moved_parts_free(struct moved_parts *parts)
{
    free(parts->blocks.items);
    free(parts->beads.items);
    free(parts->source_out);
    free(parts->target_out);
}

bool moved_parts_have(const struct moved_parts *parts, const struct bead *bead)
{
    return bead->source_count > 0 ? parts->source_out[bead->source]
                                  : parts->target_out[bead->target];
}

static bool is_out(const bool *flags, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (flags[i])
            return true;
    }
    return false;
}

/* Whether the block has a sentence that a pin holds. */
static bool is_pinned(const struct moved_parts *parts, const struct moved_block *block)
{
    for (size_t i = 0; i < parts->pins->in_order.count; i++) {
        const struct bead *pin = &parts->pins->in_order.items[i];
        if ((pin->source < block->source_end && block->source < pin->source + pin->source_count) ||
            (pin->target < block->target_end && block->target < pin->target + pin->target_count))
            return true;
    }
    return is_out(parts->pins->source, block->source, block->source_end) ||
           is_out(parts->pins->target, block->target, block->target_end);
}

/* Or brings back what was left out. */
static void leave_out(struct moved_parts *parts, const struct moved_block *block, bool out)
{
    for (uint32_t k = block->source; k < block->source_end; k++)
        parts->source_out[k] = out || parts->pins->source[k];
    for (uint32_t k = block->target; k < block->target_end; k++)
        parts->target_out[k] = out || parts->pins->target[k];
}

/* The heading of a section goes with its first paragraph. */
static void take_heading(const struct moved_parts *parts, struct moved_block *block)
{
    if (block->source == 0 || block->target == 0)
        return;
    struct moved_block wider = *block;
    wider.source--;
    wider.target--;
    if (parts->corpus->source->sentences[wider.source].heading &&
        parts->corpus->target->sentences[wider.target].heading && !parts->source_out[wider.source] &&
        !parts->target_out[wider.target] && !is_pinned(parts, &wider))
        *block = wider;
}

void moved_parts_find(struct moved_parts *parts, struct scorer *scorer)
{
    size_t kept = 0;
    parts->blocks.count = 0;
    paragraph_moves_find(parts->corpus, &parts->blocks);
    for (size_t i = 0; i < parts->blocks.count; i++) {
        struct moved_block block = parts->blocks.items[i];
        if (is_pinned(parts, &block) || !moved_block_fits(scorer, &weights_first, &block))
            continue;
        take_heading(parts, &block);
        parts->blocks.items[kept++] = block;
        leave_out(parts, &block, true);
    }
    parts->blocks.count = kept;
    for (size_t i = 0; i < parts->corpus->source->count; i++)
        parts->source_out[i] = parts->source_out[i] || parts->pins->source[i];
    for (size_t j = 0; j < parts->corpus->target->count; j++)
        parts->target_out[j] = parts->target_out[j] || parts->pins->target[j];
}

bool moved_parts_align(struct moved_parts *parts, struct scorer *scorer,
                       const struct weights *weights, const struct lattice_watch *watch)
{
    bool ok = true;
    parts->beads.count = 0;
    scorer_leave_out(scorer, NULL, NULL);
    for (size_t i = 0; ok && i < parts->blocks.count; i++)
        ok = moved_block_align(parts->corpus, scorer, weights, watch, &parts->blocks.items[i], NULL,
                               &parts->beads);
    return ok;
}

/* Sets a block apart, and with it the few sentences that were so already; nothing when those are
 * too many. */
static void take_block(struct moved_parts *parts, const struct moved_block *block)
{
    size_t kept = 0;
    for (size_t i = 0; i < parts->blocks.count; i++) {
        const struct moved_block *other = &parts->blocks.items[i];
        if (moved_block_overlaps(block, other) &&
            moved_block_size(other) * SMALLER > moved_block_size(block))
            return;
    }
    for (size_t i = 0; i < parts->blocks.count; i++) {
        if (moved_block_overlaps(block, &parts->blocks.items[i]))
            leave_out(parts, &parts->blocks.items[i], false);
        else
            parts->blocks.items[kept++] = parts->blocks.items[i];
    }
    parts->blocks.count = kept;
    VECTOR_PUSH(&parts->blocks, *block);
    leave_out(parts, block, true);
}

/* Takes the runs that are what was moved; `nodes` are left for all of them. */
static bool take_runs(struct moved_parts *parts, struct scorer *scorer,
                      const struct moved_blocks *runs, size_t *nodes,
                      const struct lattice_watch *watch)
{
    struct beads beads = { 0 };
    bool ok = true;
    scorer_leave_out(scorer, NULL, NULL);
    for (size_t i = 0; ok && i < runs->count; i++) {
        struct moved_block block = runs->items[i];
        beads.count = 0;
        ok = moved_block_align(parts->corpus, scorer, &weights_first, watch, &block, nodes, &beads);
        if (ok && moved_block_narrow(&block, &beads) && !is_pinned(parts, &block))
            take_block(parts, &block);
    }
    free(beads.items);
    return ok;
}

static bool has_section(const struct moved_parts *parts, size_t from)
{
    for (size_t i = from; i < parts->blocks.count && parts->blocks.count <= BLOCKS_MOST; i++) {
        if (moved_block_size(&parts->blocks.items[i]) >= SECTION_LEAST)
            return true;
    }
    return false;
}

/* Takes the runs, and looks again while they are sections, as what is left of one may go with another. */
static bool take_all_runs(struct moved_parts *parts, struct scorer *scorer,
                          struct moved_blocks *runs, const struct beads *main,
                          const struct lattice_watch *watch)
{
    size_t nodes = RUNS_NODES_MOST, before = parts->blocks.count;
    bool ok = take_runs(parts, scorer, runs, &nodes, watch);
    for (size_t n = 1; ok && n < LOOKS_MOST && has_section(parts, before); n++) {
        before = parts->blocks.count;
        runs->count = 0;
        moved_runs_find(parts->corpus, main, parts->source_out, parts->target_out, runs);
        ok = take_runs(parts, scorer, runs, &nodes, watch);
    }
    return ok;
}

bool moved_parts_settle(struct moved_parts *parts, const struct beads *main,
                        const struct lattice_watch *watch)
{
    struct moved_blocks runs = { 0 };
    moved_runs_find(parts->corpus, main, parts->source_out, parts->target_out, &runs);
    bool ok = true;
    if (runs.count > 0 || parts->blocks.count > 0) {
        struct scorer *scorer = scorer_new(parts->corpus);
        ok = take_all_runs(parts, scorer, &runs, main, watch);
        ok = ok && moved_growth_settle(parts, scorer, &weights_first, main, watch) &&
             moved_parts_align(parts, scorer, &weights_first, watch);
        scorer_free(scorer);
    }
    free(runs.items);
    return ok;
}
