/* anchor_chain: the heaviest chain of pairs of sentences that rises on both sides. */
#ifndef DIPTYCH_ALIGN_ANCHOR_CHAIN_H
#define DIPTYCH_ALIGN_ANCHOR_CHAIN_H

#include <stddef.h>
#include <stdint.h>

struct chain_anchor {
    uint32_t source;
    uint32_t target;
    float weight;
};

/* Start with { 0 }; free(items). */
struct anchor_chain {
    struct chain_anchor *items;
    size_t count;
    size_t capacity;
};

/* Keeps the heaviest chain of anchors in order of their sources, whose targets are below `targets`
 * (a longest increasing subsequence with weights, in a tree of maxima). */
void anchor_chain_keep(struct anchor_chain *anchors, size_t targets);

#endif
