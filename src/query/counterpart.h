/* counterpart: what stands for a passage, and for a term in it, in the version it was aligned with.
 *
 * Sides and alignment are borrowed, and nothing is allocated. Side 0 is the alignment's A, 1 its B;
 * offsets are bytes of each side's text.
 *
 * An alignment of two independent reports has links that nobody would draw: where the two are no
 * translation of each other, only those count that have evidence and are likely. */
#ifndef DIPTYCH_QUERY_COUNTERPART_H
#define DIPTYCH_QUERY_COUNTERPART_H

#include <stdbool.h>
#include <stddef.h>

#include "query/translations.h"
#include "align/alignment.h"
#include "align/side.h"

struct counterpart {
    const struct side *side[2];
    const struct alignment *alignment;
    bool translated; /* one is the translation of the other */
};

/* The sentence at `offset`: between two the one before, the first one before all; the number of
 * sentences when there is none. */
size_t counterpart_sentence(const struct side *side, size_t offset);

/* Whether the item's passages may be taken for counterparts. */
bool counterpart_trusts(const struct counterpart *opposite, const struct alignment_item *item);

/* The item that holds the sentence; NULL when it has no counterpart there. */
const struct alignment_item *counterpart_item(const struct counterpart *opposite, int side,
                                              size_t offset);

/* The other side's passage of an item. */
struct span counterpart_passage(const struct alignment_item *item, int side);

/* The words there that render the term: another name of the same entity, a translation, else what
 * the aligner took for evidence. Those before `taken`, which render an earlier term of the passage,
 * only if there are no others. False when they cannot be told. */
bool counterpart_words(const struct counterpart *opposite, int side,
                       const struct alignment_item *item, struct span term, size_t taken,
                       const struct translations *translations, struct span *words);

#endif
