/* kwic: a key word in its context (Luhn 1960), as concordances and indexes show it: one line, the
 * key in a column of its own, what stands before it to its left, what follows to its right.
 *
 * Contexts do not leave the key's block. They are cut between grapheme clusters, Latin ones
 * between words where one ends near; what is white space in the text (a line break, a tab between
 * cells) is one space in the line. Spans are bytes of the document, widths are cells.
 * Nothing is allocated but by kwic_add. */
#ifndef DIPTYCH_ENTITY_KWIC_H
#define DIPTYCH_ENTITY_KWIC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/span.h"
#include "doc/document.h"

struct kwic {
    struct span left;
    struct span key;
    struct span right;
    bool left_cut; /* something of the block stands before `left`, behind `right` */
    bool right_cut;
};

/* At most `left` cells before the key and `right` cells behind it. */
struct kwic kwic_around(const struct document *document, struct span key, size_t left,
                        size_t right);

/* Appends the span as part of a line. */
void kwic_add(struct buffer *out, const struct document *document, struct span span);

#endif
