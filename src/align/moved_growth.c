#include "align/moved_growth.h"

#include <math.h>
#include <stdlib.h>

#include "align/moved_block.h"
#include "base/xalloc.h"

#define BACK 2          /* beads of the block that an end may lose */
#define FORTH 5         /* sentences of either side that it may take in at a time */
#define ROUNDS_MOST 12  /* tries of all ends, since what one takes in another may have */
#define GAIN_LEAST 1.0  /* in log-likelihood, of ends that change, */
#define SENTENCE_COST 0.25 /* and for each sentence that is taken in */
#define WIDE_MOST 24       /* sentences that are shared out, and one */
#define NODES_MOST 2400    /* beside an end: what lies farther apart is not looked at */
#define NODES_OF_BLOCK 200000

enum { SOURCE, TARGET, SIDES };

/* What the main alignment has around a block on one side: the sentences before it and behind it, and
 * those of the other side that may belong to them. */
struct window {
    uint32_t before; /* from here to the block, */
    uint32_t behind; /* and from the block to here */
    uint32_t low;    /* on the other side */
    uint32_t high;
    size_t first; /* beads of the main alignment before it, and up to its end */
    size_t last;
};

struct growth {
    struct moved_parts *parts;
    struct scorer *scorer;
    const struct weights *weights;
    const struct beads *main;
    bool *out[SIDES];  /* those of the parts */
    bool *held[SIDES]; /* what no block may take in */
    uint32_t counts[SIDES];
};

/* One end of a block. */
struct end {
    struct moved_block *block;
    bool last;              /* where the block ends, not where it begins */
    uint32_t at[SIDES];     /* now, */
    uint32_t fixed[SIDES];  /* the block's other end, */
    uint32_t inner[SIDES];  /* as far as it may go back, */
    uint32_t outer[SIDES];  /* and forth */
};

static uint32_t first_of(const struct bead *bead, size_t side)
{
    return side == SOURCE ? bead->source : bead->target;
}

static uint32_t end_of(const struct bead *bead, size_t side)
{
    return side == SOURCE ? bead->source + bead->source_count : bead->target + bead->target_count;
}

/* ---- the bounds of an end ---- */

static bool is_linked(const struct growth *growth, const struct bead *bead)
{
    if (bead->source_count == 0 || bead->target_count == 0)
        return false;
    for (size_t side = 0; side < SIDES; side++) {
        for (uint32_t i = first_of(bead, side); i < end_of(bead, side); i++) {
            if (growth->out[side][i])
                return false;
        }
    }
    return true;
}

/* Goes back over the last beads of the block; false when there are not more of them. */
static bool find_inner(const struct growth *growth, struct end *end)
{
    struct beads beads = { 0 };
    size_t nodes = NODES_OF_BLOCK, linked = 0;
    scorer_leave_out(growth->scorer, NULL, NULL);
    bool ok = moved_block_align(growth->parts->corpus, growth->scorer, growth->weights, NULL,
                                end->block, &nodes, &beads);
    for (size_t i = 0; ok && i < beads.count && linked < BACK; i++) {
        const struct bead *bead = &beads.items[end->last ? beads.count - 1 - i : i];
        if (bead->source_count == 0 || bead->target_count == 0)
            continue;
        for (size_t side = 0; side < SIDES; side++)
            end->inner[side] = end->last ? first_of(bead, side) : end_of(bead, side);
        linked++;
    }
    free(beads.items);
    return linked == BACK;
}

static void find_outer(const struct growth *growth, struct end *end)
{
    for (size_t side = 0; side < SIDES; side++) {
        uint32_t at = end->at[side];
        for (size_t n = 0; n < FORTH; n++) {
            if (end->last ? at >= growth->counts[side] || growth->held[side][at]
                          : at == 0 || growth->held[side][at - 1])
                break;
            at = end->last ? at + 1 : at - 1;
        }
        end->outer[side] = at;
    }
}

static bool find_end(const struct growth *growth, struct moved_block *block, bool last,
                     struct end *end)
{
    *end = (struct end){ .block = block, .last = last };
    end->at[SOURCE] = last ? block->source_end : block->source;
    end->at[TARGET] = last ? block->target_end : block->target;
    end->fixed[SOURCE] = last ? block->source : block->source_end;
    end->fixed[TARGET] = last ? block->target : block->target_end;
    find_outer(growth, end);
    if (!find_inner(growth, end))
        return false;
    return bead_distance(end->inner[SOURCE], end->outer[SOURCE]) < WIDE_MOST &&
           bead_distance(end->inner[TARGET], end->outer[TARGET]) < WIDE_MOST;
}

/* ---- what the main alignment has beside it ---- */

static uint32_t least_of(uint32_t one, uint32_t other)
{
    return one < other ? one : other;
}

static uint32_t most_of(uint32_t one, uint32_t other)
{
    return one > other ? one : other;
}

static bool find_window(const struct growth *growth, const struct end *end, size_t side,
                        struct window *window)
{
    size_t other = 1 - side;
    uint32_t low = least_of(end->outer[side], end->fixed[side]);
    uint32_t high = most_of(end->outer[side], end->fixed[side]);
    *window = (struct window){ .behind = growth->counts[side],
                               .high = growth->counts[other],
                               .last = growth->main->count + 1 };
    for (size_t i = 0; i < growth->main->count; i++) {
        const struct bead *bead = &growth->main->items[i];
        if (!is_linked(growth, bead))
            continue;
        if (end_of(bead, side) <= low) {
            window->first = i + 1;
            window->before = end_of(bead, side);
            window->low = end_of(bead, other);
        } else if (first_of(bead, side) >= high) {
            window->last = i + 1;
            window->behind = first_of(bead, side);
            window->high = first_of(bead, other);
            break;
        }
    }
    window->before = most_of(window->before, low > FORTH ? low - FORTH : 0);
    window->behind = least_of(window->behind, high + FORTH);
    return window->low <= window->high &&
           (window->high - window->low + (size_t)1) * WIDE_MOST <= NODES_MOST;
}

/* All that sentences [low, high) of both sides may be. */
static void fill(const struct growth *growth, const uint32_t low[SIDES],
                 const uint32_t high[SIDES], struct lattice *lattice)
{
    struct band band;
    band_begin(&band, low[SOURCE], high[SOURCE], low[TARGET], high[TARGET]);
    for (size_t i = low[SOURCE]; i <= high[SOURCE]; i++)
        band_widen(&band, i, low[TARGET], high[TARGET]);
    band_settle(&band);
    lattice_fill(lattice, band, growth->scorer, growth->weights, NULL, NULL);
}

/* ---- sharing out ---- */

static double value_at(const struct lattice *lattice, size_t source, size_t target, bool before)
{
    size_t node = band_node(&lattice->band, source, target);
    return before ? lattice->before[node].to_plain : lattice->after[node].plain;
}

/* What the main alignment is worth, by how far the block's end goes: the sentences between that and
 * what is beside it, together with those beyond the other end of the block. */
static void value_beside(const struct growth *growth, const struct end *end, size_t side,
                         const struct window *window, double values[WIDE_MOST])
{
    size_t other = 1 - side;
    uint32_t near_low = end->last ? end->inner[side] : window->before;
    uint32_t near_high = end->last ? window->behind : end->inner[side];
    uint32_t far_low = end->last ? window->before : end->fixed[side];
    uint32_t far_high = end->last ? end->fixed[side] : window->behind;
    uint32_t low[SIDES], high[SIDES];
    struct lattice near, far;
    low[other] = window->low;
    high[other] = window->high;
    low[side] = near_low;
    high[side] = near_high;
    fill(growth, low, high, &near);
    low[side] = far_low;
    high[side] = far_high;
    fill(growth, low, high, &far);
    for (uint32_t i = least_of(end->inner[side], end->outer[side]);
         i <= most_of(end->inner[side], end->outer[side]); i++) {
        double most = -HUGE_VAL;
        for (uint32_t k = window->low; k <= window->high; k++) {
            uint32_t at = end->fixed[side];
            double here = side == SOURCE ? value_at(&near, i, k, !end->last)
                                         : value_at(&near, k, i, !end->last);
            double there = side == SOURCE ? value_at(&far, at, k, end->last)
                                          : value_at(&far, k, at, end->last);
            most = fmax(most, here + there);
        }
        values[bead_distance(i, end->inner[side])] = most;
    }
    lattice_free(&near);
    lattice_free(&far);
}

/* Whether there is a better end, which `best` is then. */
static bool find_best(const struct growth *growth, const struct end *end,
                      double beside[SIDES][WIDE_MOST], uint32_t best[SIDES])
{
    struct lattice block;
    uint32_t low[SIDES], high[SIDES];
    double least = -HUGE_VAL, now = -HUGE_VAL;
    for (size_t side = 0; side < SIDES; side++) {
        low[side] = least_of(end->inner[side], end->outer[side]);
        high[side] = most_of(end->inner[side], end->outer[side]);
    }
    fill(growth, low, high, &block);
    for (uint32_t i = low[SOURCE]; i <= high[SOURCE]; i++) {
        for (uint32_t k = low[TARGET]; k <= high[TARGET]; k++) {
            uint32_t sources = bead_distance(i, end->inner[SOURCE]);
            uint32_t targets = bead_distance(k, end->inner[TARGET]);
            double value = value_at(&block, i, k, end->last) + beside[SOURCE][sources] +
                           beside[TARGET][targets] - SENTENCE_COST * (sources + targets);
            if (i == end->at[SOURCE] && k == end->at[TARGET])
                now = value;
            if (value > least) {
                least = value;
                best[SOURCE] = i;
                best[TARGET] = k;
            }
        }
    }
    lattice_free(&block);
    return least > now + GAIN_LEAST;
}

/* Sets what lies between two places of an end in or out. */
static void mark(const struct growth *growth, const struct end *end, const uint32_t to[SIDES],
                 bool out)
{
    for (size_t side = 0; side < SIDES; side++) {
        uint32_t low = end->inner[side] < to[side] ? end->inner[side] : to[side];
        uint32_t high = end->inner[side] < to[side] ? to[side] : end->inner[side];
        for (uint32_t i = low; i < high; i++)
            growth->out[side][i] = growth->held[side][i] = out;
    }
}

/* Whether it is another one than before. */
static bool settle_end(const struct growth *growth, struct moved_block *block, bool last)
{
    struct end end;
    struct window windows[SIDES];
    double beside[SIDES][WIDE_MOST];
    uint32_t best[SIDES];
    if (!find_end(growth, block, last, &end))
        return false;
    mark(growth, &end, end.at, false);
    bool found = find_window(growth, &end, SOURCE, &windows[SOURCE]) &&
                 find_window(growth, &end, TARGET, &windows[TARGET]) &&
                 (windows[SOURCE].last <= windows[TARGET].first ||
                  windows[TARGET].last <= windows[SOURCE].first);
    if (found) {
        scorer_leave_out(growth->scorer, growth->out[SOURCE], growth->out[TARGET]);
        for (size_t side = 0; side < SIDES; side++)
            value_beside(growth, &end, side, &windows[side], beside[side]);
        found = find_best(growth, &end, beside, best);
    }
    mark(growth, &end, found ? best : end.at, true);
    if (found) {
        *(last ? &block->source_end : &block->source) = best[SOURCE];
        *(last ? &block->target_end : &block->target) = best[TARGET];
    }
    return found;
}

/* ---- all of it ---- */

static bool *copy_held(const bool *out, size_t count)
{
    bool *held = xcalloc(count + 1, sizeof *held);
    for (size_t i = 0; i < count; i++)
        held[i] = out[i];
    return held;
}

static void begin(struct growth *growth)
{
    const struct moved_parts *parts = growth->parts;
    growth->counts[SOURCE] = (uint32_t)parts->corpus->source->count;
    growth->counts[TARGET] = (uint32_t)parts->corpus->target->count;
    growth->out[SOURCE] = parts->source_out;
    growth->out[TARGET] = parts->target_out;
    for (size_t side = 0; side < SIDES; side++) {
        growth->held[side] = copy_held(growth->out[side], growth->counts[side]);
        for (size_t i = 0; i < parts->pins->in_order.count; i++) {
            const struct bead *pin = &parts->pins->in_order.items[i];
            for (uint32_t k = first_of(pin, side); k < end_of(pin, side); k++)
                growth->held[side][k] = true;
        }
    }
}

bool moved_growth_settle(struct moved_parts *parts, struct scorer *scorer,
                         const struct weights *weights, const struct beads *main,
                         const struct lattice_watch *watch)
{
    struct growth growth = { .parts = parts, .scorer = scorer, .weights = weights, .main = main };
    struct moved_block *blocks = parts->blocks.items;
    bool ok = true, grown = true;
    begin(&growth);
    for (size_t round = 0; ok && grown && round < ROUNDS_MOST; round++) {
        grown = false;
        for (size_t i = 0; ok && i < 2 * parts->blocks.count; i++) {
            ok = lattice_may_begin(watch);
            grown = (ok && settle_end(&growth, &blocks[i / 2], i % 2 == 1)) || grown;
        }
    }
    free(growth.held[SOURCE]);
    free(growth.held[TARGET]);
    return ok;
}
