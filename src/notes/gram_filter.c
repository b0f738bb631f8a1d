#include "notes/gram_filter.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/xalloc.h"

#define GRAM 5    /* code points: shorter quotes pass */
#define SPARSE 16 /* bits for a sequence */

static uint64_t number_of(const uint32_t *points)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < GRAM; i++)
        hash = (hash ^ points[i]) * HASH_PRIME;
    return hash >> 20;
}

void gram_filter_make(struct gram_filter *filter, const struct anchor_text *text)
{
    uint64_t size = 64;
    while (size < (uint64_t)text->count * SPARSE)
        size *= 2;
    filter->bits = xcalloc((size_t)(size / 8), 1);
    filter->mask = size - 1;
    for (size_t i = 0; i + GRAM <= text->count; i++) {
        uint64_t bit = number_of(text->points + i) & filter->mask;
        filter->bits[bit / 8] = (unsigned char)(filter->bits[bit / 8] | 1u << bit % 8);
    }
}

void gram_filter_free(struct gram_filter *filter)
{
    free(filter->bits);
    *filter = (struct gram_filter){ NULL, 0 };
}

bool gram_filter_passes(const struct gram_filter *filter, const uint32_t *points, size_t count)
{
    for (size_t i = 0; i + GRAM <= count; i++) {
        uint64_t bit = number_of(points + i) & filter->mask;
        if ((filter->bits[bit / 8] >> bit % 8 & 1) == 0)
            return false;
    }
    return true;
}
