#include "align/moved_runs.h"

#include <stdlib.h>

#include "align/anchor_votes.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define SURE 0.5F       /* beads that hold their place */
#define RUN_LEAST 4     /* sentences */
#define BRIDGE_MOST 2   /* sentences that may seem linked between two runs of one section */
#define VOTES_LEAST 1.5F
#define NO_RUN UINT32_MAX

/* Sentences [first, end), behind so many sure beads where they begin and where they end. */
struct run {
    uint32_t first;
    uint32_t end;
    uint32_t low;
    uint32_t high;
};

struct runs {
    struct run *items;
    size_t count;
    size_t capacity;
    uint32_t *of; /* by sentence */
};

/* What holds its place, and how many sure beads come before each sentence. */
struct places {
    bool *held;
    uint32_t *before;
};

static bool is_sure(const struct bead *bead)
{
    return bead->source_count > 0 && bead->target_count > 0 && bead->confidence >= SURE;
}

static void read_places(const struct beads *beads, bool source, const bool *out, size_t count,
                        struct places *places)
{
    uint32_t sure = 0;
    places->held = xcalloc(count + 1, sizeof *places->held);
    places->before = xcalloc(count + 1, sizeof *places->before);
    for (size_t i = 0; i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        uint32_t first = source ? bead->source : bead->target;
        uint32_t size = source ? bead->source_count : bead->target_count;
        for (uint32_t k = first; k < first + size; k++) {
            places->held[k] = is_sure(bead);
            places->before[k] = sure;
        }
        sure += is_sure(bead);
    }
    for (size_t i = 0; i < count; i++)
        places->held[i] = places->held[i] || out[i];
}

static void add_run(struct runs *runs, const struct places *places, uint32_t first, uint32_t end)
{
    struct run *last = runs->count > 0 ? &runs->items[runs->count - 1] : NULL;
    if (end - first < RUN_LEAST)
        return;
    if (last != NULL && first - last->end <= BRIDGE_MOST) {
        last->end = end;
        last->high = places->before[end - 1];
        return;
    }
    VECTOR_PUSH(runs, (struct run){ first, end, places->before[first], places->before[end - 1] });
}

static void find_runs(const struct beads *beads, bool source, const bool *out, uint32_t count,
                      struct runs *runs)
{
    struct places places;
    read_places(beads, source, out, count, &places);
    for (uint32_t i = 0; i < count;) {
        uint32_t first = i;
        while (i < count && !places.held[i])
            i++;
        add_run(runs, &places, first, i);
        i += i < count;
    }
    runs->of = xcalloc(count + (size_t)1, sizeof *runs->of);
    for (uint32_t i = 0; i < count; i++)
        runs->of[i] = NO_RUN;
    for (uint32_t r = 0; r < runs->count; r++) {
        for (uint32_t i = runs->items[r].first; i < runs->items[r].end; i++)
            runs->of[i] = r;
    }
    free(places.held);
    free(places.before);
}

static bool is_elsewhere(const struct run *a, const struct run *b)
{
    return a->high < b->low || b->high < a->low;
}

/* The run of the target that a run of the source votes for; NO_RUN for none. */
static uint32_t choose(struct votes *votes, struct gather *sums, const struct run *run,
                       const struct runs *targets)
{
    struct vote_choice choice = { .other = NO_RUN };
    for (uint32_t i = run->first; i < run->end; i++)
        anchor_votes_add(votes, i);
    for (size_t k = 0; k < votes->targets.touched_count; k++) {
        uint32_t target = votes->targets.touched[k];
        if (targets->of[target] != NO_RUN)
            sparse_rows_gather_add(sums, targets->of[target], votes->targets.values[target]);
    }
    for (size_t k = 0; k < sums->touched_count; k++) {
        uint32_t other = sums->touched[k];
        if (is_elsewhere(run, &targets->items[other]))
            anchor_votes_consider(&choice, other, sums->values[other]);
    }
    sparse_rows_gather_clear(&votes->targets);
    sparse_rows_gather_clear(sums);
    return choice.votes >= VOTES_LEAST ? choice.other : NO_RUN;
}

void moved_runs_find(const struct corpus *corpus, const struct beads *beads,
                     const bool *source_out, const bool *target_out, struct moved_blocks *blocks)
{
    struct runs sources = { 0 }, targets = { 0 };
    find_runs(beads, true, source_out, (uint32_t)corpus->source->count, &sources);
    find_runs(beads, false, target_out, (uint32_t)corpus->target->count, &targets);
    if (sources.count > 0 && targets.count > 0) {
        struct votes votes;
        struct gather sums = { 0 };
        anchor_votes_begin(&votes, corpus, 0, corpus->source->count, 0, corpus->target->count);
        sparse_rows_gather_reserve(&sums, targets.count);
        for (size_t i = 0; i < sources.count; i++) {
            const struct run *run = &sources.items[i];
            uint32_t other = choose(&votes, &sums, run, &targets);
            if (other != NO_RUN)
                VECTOR_PUSH(blocks, (struct moved_block){ run->first, run->end,
                                                          targets.items[other].first,
                                                          targets.items[other].end });
        }
        anchor_votes_free(&votes);
        sparse_rows_gather_free(&sums);
    }
    free(sources.items);
    free(sources.of);
    free(targets.items);
    free(targets.of);
}
