/* moved: paragraphs that stand elsewhere in the other text.
 *
 * Paragraphs vote for each other with the rare words they share (as sentences do in coarse.h).
 * Pairs that choose each other, and clearly so, and that do not fit into the order in which the
 * bulk of them stand, are moved. Ownership: free(items). */
#ifndef DIPTYCH_ALIGN_PARAGRAPH_MOVES_H
#define DIPTYCH_ALIGN_PARAGRAPH_MOVES_H

#include <stddef.h>
#include <stdint.h>

#include "align/sentence_model.h"

/* Runs of sentences that belong together. */
struct moved_block {
    uint32_t source;
    uint32_t source_end;
    uint32_t target;
    uint32_t target_end;
};

/* Start with { 0 }. */
struct moved_blocks {
    struct moved_block *items;
    size_t count;
    size_t capacity;
};

/* Appends the blocks, in the order of the source. Nothing where a side has no paragraphs. */
void paragraph_moves_find(const struct corpus *corpus, struct moved_blocks *blocks);

#endif
