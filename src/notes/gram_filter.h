/* gram_filter: which texts a quote may stand in, without opening them: of each a Bloom filter of the
 * short sequences of code points that it has.
 *
 * It is never wrong about a quote that stands in the text as it is, folded (anchor_text.h); of others
 * hardly one in a thousand passes. A filter takes some two bytes for a code point of its text.
 *
 * Ownership: gram_filter_free; the text may go once the filter is made. */
#ifndef DIPTYCH_NOTES_GRAM_FILTER_H
#define DIPTYCH_NOTES_GRAM_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "notes/anchor_text.h"

struct gram_filter {
    unsigned char *bits; /* NULL: not made yet */
    uint64_t mask;       /* of the number of a bit */
};

void gram_filter_make(struct gram_filter *filter, const struct anchor_text *text);
void gram_filter_free(struct gram_filter *filter);

/* Whether all sequences of the folded quote occur in the text. */
bool gram_filter_passes(const struct gram_filter *filter, const uint32_t *points, size_t count);

#endif
