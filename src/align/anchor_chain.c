#include "align/anchor_chain.h"

#include <stdlib.h>

#include "base/xalloc.h"

/* A tree of maxima over target sentences (Fenwick 1994): the heaviest chain that ends before. */
struct maxima {
    uint32_t *best; /* an anchor's index and one, 0 none */
    size_t size;
};

static uint32_t best_before(const struct maxima *maxima, const float *sums, size_t target)
{
    uint32_t best = 0;
    for (size_t i = target; i > 0; i &= i - 1) {
        uint32_t other = maxima->best[i];
        if (other != 0 && (best == 0 || sums[other - 1] > sums[best - 1]))
            best = other;
    }
    return best;
}

static void put_best(struct maxima *maxima, const float *sums, size_t target, uint32_t anchor)
{
    for (size_t i = target + 1; i <= maxima->size; i += i & (~i + 1)) {
        uint32_t other = maxima->best[i];
        if (other == 0 || sums[anchor - 1] > sums[other - 1])
            maxima->best[i] = anchor;
    }
}

void anchor_chain_keep(struct anchor_chain *anchors, size_t targets)
{
    struct maxima maxima = { xcalloc(targets + 2, sizeof *maxima.best), targets + 1 };
    float *sums = xcalloc(anchors->count + 1, sizeof *sums);
    uint32_t *before = xcalloc(anchors->count + 1, sizeof *before);
    uint32_t last = 0;
    for (size_t i = 0; i < anchors->count;) {
        size_t end = i;
        while (end < anchors->count && anchors->items[end].source == anchors->items[i].source)
            end++;
        for (size_t k = i; k < end; k++) {
            before[k] = best_before(&maxima, sums, anchors->items[k].target);
            sums[k] = anchors->items[k].weight + (before[k] > 0 ? sums[before[k] - 1] : 0);
            if (last == 0 || sums[k] > sums[last - 1])
                last = (uint32_t)k + 1;
        }
        for (size_t k = i; k < end; k++)
            put_best(&maxima, sums, anchors->items[k].target, (uint32_t)k + 1);
        i = end;
    }
    size_t kept = 0;
    for (uint32_t at = last; at != 0; at = before[at - 1])
        kept++;
    struct chain_anchor *chain = xreallocarray(NULL, kept + 1, sizeof *chain);
    size_t fill = kept;
    for (uint32_t at = last; at != 0; at = before[at - 1])
        chain[--fill] = anchors->items[at - 1];
    free(anchors->items);
    *anchors = (struct anchor_chain){ chain, kept, kept + 1 };
    free(maxima.best);
    free(sums);
    free(before);
}
