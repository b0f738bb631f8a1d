/* alignment: which passages of two texts belong together, as the rest of the program sees it.
 *
 * Every sentence of either side belongs to exactly one item. But one of two reports may tell twice
 * what the other tells once: then the second telling is an item of its own, ALIGNED_ALSO_A or _B,
 * that borrows the sentence of the other side from the first one's (alignment_item_owns). Items
 * stand in the order of side A; those that are only in B stand where B would have them. Spans are
 * bytes of each side's text and reach from the first sentence's start to the last one's end; an
 * empty side has an empty span at the place where the reading would go on.
 *
 * Evidence is what a reader can check: a term and its rendering, a name, a figure, strongest first.
 * Confidence is the probability that exactly these sentences belong together (a pin's is 1).
 * Ownership: alignment_free. */
#ifndef DIPTYCH_ALIGN_ALIGNMENT_H
#define DIPTYCH_ALIGN_ALIGNMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

enum aligned_kind {
    ALIGNED_BEAD,   /* in the order of both texts */
    ALIGNED_ONLY_A, /* nothing in B says this */
    ALIGNED_ONLY_B,
    ALIGNED_MOVED, /* in a paragraph that stands elsewhere in the other text */
    ALIGNED_PINNED, /* as the reader said; one side may be empty */
    ALIGNED_SAME,   /* independent reports say the same here, */
    ALIGNED_PARTIAL, /* or share a part of it, */
    ALIGNED_ALSO_A,  /* or A tells again what stands in B's sentence of another item, */
    ALIGNED_ALSO_B   /* or B what stands in A's */
};

/* What two texts are to each other: the texts decide; a text and its translation; independent
 * reports. */
enum align_mode { ALIGN_AUTO, ALIGN_PARALLEL, ALIGN_COMPARABLE };

struct alignment_item {
    uint32_t a; /* number of the first sentence */
    uint32_t a_count;
    uint32_t b;
    uint32_t b_count;
    struct span a_span;
    struct span b_span;
    float confidence; /* 0 to 1 */
    enum aligned_kind kind;
    uint32_t first_evidence; /* in alignment.evidence */
    uint32_t evidence_count;
};

enum support_kind { SUPPORT_TERM, SUPPORT_NAME, SUPPORT_FIGURE };

struct evidence {
    struct span a;
    struct span b;
    float weight;
    enum support_kind kind;
};

struct evidences {
    struct evidence *items;
    size_t count;
    size_t capacity;
};

/* What a reader says of two passages: all sentences that the spans touch belong together; with one
 * span empty, the other has no counterpart. */
struct pin {
    struct span a;
    struct span b;
};

/* Start with { 0 }. */
struct alignment {
    struct alignment_item *items;
    size_t count;
    size_t capacity;
    struct evidences evidence;
};

/* Whether the item has sentences of side A (or B) that it has not borrowed. */
static inline bool alignment_item_owns(const struct alignment_item *item, bool a)
{
    return a ? item->a_count > 0 && item->kind != ALIGNED_ALSO_B
             : item->b_count > 0 && item->kind != ALIGNED_ALSO_A;
}

void alignment_free(struct alignment *alignment);

/* The item that holds sentence `number` of side A (or B); alignment->count when none
 * does. */
size_t alignment_with_a(const struct alignment *alignment, size_t number);
size_t alignment_with_b(const struct alignment *alignment, size_t number);

/* "1-2", "only-a", "only-b", "moved", "pinned", "same", "partial", "also": what `diptych align` calls an
 * item. `out` has room for ALIGNED_NAME bytes. */
#define ALIGNED_NAME 24
const char *alignment_item_name(const struct alignment_item *aligned, char out[ALIGNED_NAME]);

#endif
