/* hinge: which passages of two texts stand for one another, as the room asks for it.
 *
 * The hinge is made of pairs, each a passage of text A and one of text B. A passage is a run of
 * sentences, a half-open range of bytes of its document. A gap is a pair with one side empty: then
 * that side's start is where the other text would go on, and the start of the next passage there.
 * Every sentence of both texts lies in exactly one pair.
 *
 * Evidence tells why two passages are paired: a name, a figure or a term on either side.
 *
 * Side 0 is A, side 1 is B. Ownership: hinge_free; documents are not known here. */
#ifndef DIPTYCH_APP_HINGE_H
#define DIPTYCH_APP_HINGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

#define HINGE_NONE SIZE_MAX

enum hinge_kind {
    HINGE_SAME,    /* the passages say the same */
    HINGE_PARTIAL, /* they have something in common */
    HINGE_GAP,     /* only one of them is there */
    HINGE_PINNED   /* paired by the reader's own hand */
};

enum evidence_kind { EVIDENCE_NAME, EVIDENCE_FIGURE, EVIDENCE_TERM };

struct hinge_evidence {
    struct span span[2];
    uint8_t kind; /* enum evidence_kind */
};

struct hinge_pair {
    struct span span[2];
    float confidence; /* 0 to 1 */
    uint8_t kind;     /* enum hinge_kind */
    bool moved;       /* stands elsewhere in the other text, across the passages around it */
    uint32_t evidence; /* the first one */
    uint32_t evidence_count;
};

struct hinge {
    struct hinge_pair *items; /* any order until hinge_settle, then by side A */
    size_t count;
    size_t capacity;
    struct {
        struct hinge_evidence *items;
        size_t count;
        size_t capacity;
    } evidence;
    size_t *order; /* the pairs by side B */
};

/* Adds a pair ({ 0 } to begin with); its evidence is what hinge_add_evidence adds next. */
void hinge_add(struct hinge *hinge, struct hinge_pair pair);
void hinge_add_evidence(struct hinge *hinge, struct hinge_evidence evidence);

/* Sorts; after this the functions below may be called. */
void hinge_settle(struct hinge *hinge);
void hinge_free(struct hinge *hinge); /* frees the contents, not the struct */

/* The pair that `offset` of that side lies in: between two passages the one before; before all the
 * first one that has a passage on that side. HINGE_NONE when there is none. */
size_t hinge_at(const struct hinge *hinge, int side, size_t offset);

static inline bool hinge_is_gap(const struct hinge_pair *pair)
{
    return pair->span[0].start == pair->span[0].end || pair->span[1].start == pair->span[1].end;
}

/* The next (or previous) pair behind `offset` that has a passage on that side and none on the
 * other, HINGE_NONE. Passages in a row count as one: what is returned begins such a run. */
size_t hinge_unmatched(const struct hinge *hinge, int side, size_t offset, bool forward);

#endif
