#include "align/coarse.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "align/anchor_chain.h"
#include "align/anchor_votes.h"
#include "align/identical_runs.h"
#include "align/repeated.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define WHOLE_GRID 2500            /* nodes */
#define WHOLE_GRID_OF_PARTS 200000 /* where one side is but a part of the other */
#define UNEVEN 2                   /* times as many sentences as the other side has, */
#define UNEVEN_MORE 15             /* and these besides */
#define ANCHORS_OF_A_SENTENCE 2
#define ANCHOR_LEAST 0.5F
#define NEIGHBOURS 6      /* anchors on either side that are asked whether one is a stray */
#define STRAY 12          /* sentences off the line between its neighbours that an anchor may be */
#define REACH 10          /* columns of the band on either side, at least */
#define REACH_MOST 300    /* whatever is not known */
#define NODES_MOST 400000 /* between two anchors */
#define REACH_SHARE 0.25  /* and of the distance to the anchors */
#define REPEATING 400     /* sentences from which on it matters that they repeat each other */
#define REACH_REPEATING 3

/* Takes the sentences with the most votes, and the votes away. */
static void elect(struct gather *votes, size_t source, struct anchor_chain *anchors)
{
    for (size_t n = 0; n < ANCHORS_OF_A_SENTENCE; n++) {
        size_t best = SIZE_MAX;
        for (size_t i = 0; i < votes->touched_count; i++) {
            float value = votes->values[votes->touched[i]];
            if (value >= ANCHOR_LEAST &&
                (best == SIZE_MAX || value > votes->values[votes->touched[best]]))
                best = i;
        }
        if (best == SIZE_MAX)
            break;
        uint32_t target = votes->touched[best];
        VECTOR_PUSH(anchors,
                    (struct chain_anchor){ (uint32_t)source, target, votes->values[target] });
        votes->values[target] = ANCHOR_LEAST / 2;
    }
    sparse_rows_gather_clear(votes);
}

static void find_anchors(const struct corpus *corpus, const struct band *band,
                         struct anchor_chain *anchors)
{
    struct votes votes;
    anchor_votes_begin(&votes, corpus, band->source, band->source_end, band->target,
                       band->target_end);
    for (size_t i = band->source; i < band->source_end; i++) {
        anchor_votes_add(&votes, i);
        elect(&votes.targets, i, anchors);
    }
    anchor_votes_free(&votes);
}

/* How far an anchor is off the line between two others, in target sentences. */
static double deviation(const struct chain_anchor *anchor, const struct chain_anchor *a,
                        const struct chain_anchor *b)
{
    double part = b->source > a->source
                      ? (double)(anchor->source - a->source) / (double)(b->source - a->source)
                      : 0;
    return fabs((double)a->target + part * ((double)b->target - (double)a->target) -
                (double)anchor->target);
}

/* Drops anchors that neither their neighbours before nor those behind lead to. */
static void drop_strays(struct anchor_chain *anchors)
{
    size_t kept = 0;
    struct chain_anchor *all = xreallocarray(NULL, anchors->count + 1, sizeof *all);
    if (anchors->count > 0)
        memcpy(all, anchors->items, anchors->count * sizeof *all);
    for (size_t i = 0; i < anchors->count; i++) {
        size_t first = i < NEIGHBOURS ? 0 : i - NEIGHBOURS;
        size_t last = i + NEIGHBOURS < anchors->count ? i + NEIGHBOURS : anchors->count - 1;
        double distance = (double)(all[last].source - all[first].source);
        if (deviation(&all[i], &all[first], &all[last]) <= STRAY + REACH_SHARE * distance)
            anchors->items[kept++] = all[i];
    }
    anchors->count = kept;
    free(all);
}

/* ---- the band ---- */

/* A band, and what repeats itself in either text. */
struct widening {
    struct band *band;
    uint32_t *source;
    uint32_t *target;
};

/* How far from the line between two anchors anything is to be found. */
static double reach_most(const struct widening *widening, const struct chain_anchor *a,
                         const struct chain_anchor *b)
{
    size_t sources = b->source - a->source, targets = b->target - a->target;
    double most = (double)NODES_MOST / 2 / (double)(sources + 1);
    most = most < REACH ? REACH : most > REACH_MOST ? REACH_MOST : most;
    if (sources < REPEATING || targets < REPEATING)
        return most;
    size_t one = repeated_different(widening->source, a->source, b->source);
    size_t other = repeated_different(widening->target, a->target, b->target);
    size_t reach = REACH_REPEATING + (one > other ? one : other);
    return (double)reach < most ? (double)reach : most;
}

/* Whether so much of one side has no counterpart that the line between two corners says nothing. */
static bool is_uneven(size_t rows, size_t columns)
{
    return (rows > UNEVEN * columns + UNEVEN_MORE || columns > UNEVEN * rows + UNEVEN_MORE) &&
           (rows + 1) * (columns + 1) <= WHOLE_GRID_OF_PARTS;
}

/* Whether there is so little of it, or so much of one side only, that all of it is looked at. */
static bool is_searched_whole(size_t rows, size_t columns, bool part)
{
    return rows * columns <= (part ? WHOLE_GRID_OF_PARTS : WHOLE_GRID) || is_uneven(rows, columns);
}

static void widen_all(struct band *band, size_t source, size_t source_end, size_t target,
                      size_t target_end)
{
    for (size_t i = source; i <= source_end; i++)
        band_widen(band, i, target, target_end);
}

/* Widens the rows between two anchors around the line that joins them. */
static void widen_between(const struct widening *widening, const struct chain_anchor *a,
                          const struct chain_anchor *b)
{
    struct band *band = widening->band;
    double most = reach_most(widening, a, b);
    size_t rows = b->source - a->source;
    if (is_uneven(rows, b->target - a->target))
        widen_all(band, a->source, b->source, a->target, b->target);
    double slope = rows > 0 ? ((double)b->target - (double)a->target) / (double)rows : 0;
    double length = (double)rows > (double)b->target - (double)a->target
                        ? (double)rows
                        : (double)b->target - (double)a->target;
    for (size_t k = 0; k <= rows; k++) {
        double near = (double)(k < rows - k ? k : rows - k);
        double reach = REACH + REACH_SHARE * (length < 4 * near ? length : 4 * near);
        double middle = (double)a->target + slope * (double)k;
        if (reach > most)
            reach = most;
        double low = middle - reach, high = middle + reach;
        if (rows == 0)
            high += (double)b->target - (double)a->target;
        band_widen(band, a->source + k, low > 0 ? (size_t)low : 0, high > 0 ? (size_t)high : 0);
    }
}

/* The band of what lies between two corners. */
static void find_between(const struct corpus *corpus, bool part, const struct widening *widening)
{
    struct band *band = widening->band;
    size_t rows = band->source_end - band->source, columns = band->target_end - band->target;
    struct anchor_chain anchors = { 0 };
    struct chain_anchor last = { (uint32_t)band->source, (uint32_t)band->target, 0 };
    if (is_searched_whole(rows, columns, part)) {
        widen_all(band, band->source, band->source_end, band->target, band->target_end);
        return;
    }
    find_anchors(corpus, band, &anchors);
    anchor_chain_keep(&anchors, band->target_end);
    drop_strays(&anchors);
    for (size_t i = 0; i < anchors.count; i++) {
        widen_between(widening, &last, &anchors.items[i]);
        last = anchors.items[i];
    }
    widen_between(widening, &last,
                  &(struct chain_anchor){ (uint32_t)band->source_end, (uint32_t)band->target_end, 0 });
    free(anchors.items);
}

/* The same from the end of one identical run to the beginning of the next. */
static void find_up_to(const struct corpus *corpus, bool part, const struct widening *widening,
                       const struct chain_anchor *from, const struct chain_anchor *to)
{
    struct band inner = *widening->band;
    struct widening inside = { &inner, widening->source, widening->target };
    inner.rows += from->source - inner.source;
    inner.source = from->source;
    inner.target = from->target;
    inner.source_end = to->source;
    inner.target_end = to->target;
    find_between(corpus, part, &inside);
}

void coarse_band(const struct corpus *corpus, bool part, struct band *band)
{
    size_t rows = band->source_end - band->source, columns = band->target_end - band->target;
    struct chain_anchor last = { (uint32_t)band->source, (uint32_t)band->target, 0 };
    struct chain_anchor end = { (uint32_t)band->source_end, (uint32_t)band->target_end, 0 };
    if (is_searched_whole(rows, columns, part)) {
        widen_all(band, band->source, band->source_end, band->target, band->target_end);
        band_settle(band);
        return;
    }
    struct anchor_chain runs = { 0 };
    struct widening widening = { band, repeated_find(corpus->source),
                                 repeated_find(corpus->target) };
    identical_runs_find(corpus->source, corpus->target, band, &runs);
    for (size_t i = 0; i < runs.count; i++) {
        struct chain_anchor run = runs.items[i];
        uint32_t count = (uint32_t)run.weight;
        find_up_to(corpus, part, &widening, &last, &run);
        for (uint32_t k = 0; k < count; k++)
            band_widen(band, run.source + k, run.target + k, run.target + k);
        last = (struct chain_anchor){ run.source + count, run.target + count, 0 };
    }
    find_up_to(corpus, part, &widening, &last, &end);
    free(runs.items);
    free(widening.source);
    free(widening.target);
    band_settle(band);
}
