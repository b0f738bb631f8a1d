#include "align/alignment.h"

#include <stdio.h>
#include <stdlib.h>

void alignment_free(struct alignment *alignment)
{
    free(alignment->items);
    free(alignment->evidence.items);
    *alignment = (struct alignment){ 0 };
}

size_t alignment_with_a(const struct alignment *alignment, size_t number)
{
    size_t i = 0;
    while (i < alignment->count && (number < alignment->items[i].a ||
                                    number - alignment->items[i].a >= alignment->items[i].a_count))
        i++;
    return i;
}

size_t alignment_with_b(const struct alignment *alignment, size_t number)
{
    size_t i = 0;
    while (i < alignment->count && (number < alignment->items[i].b ||
                                    number - alignment->items[i].b >= alignment->items[i].b_count))
        i++;
    return i;
}

const char *aligned_name(const struct aligned *aligned, char out[ALIGNED_NAME])
{
    switch (aligned->kind) {
    case ALIGNED_ONLY_A: return "only-a";
    case ALIGNED_ONLY_B: return "only-b";
    case ALIGNED_MOVED: return "moved";
    case ALIGNED_PINNED: return "pinned";
    case ALIGNED_SAME: return "same";
    case ALIGNED_PARTIAL: return "partial";
    case ALIGNED_BEAD: break;
    }
    snprintf(out, ALIGNED_NAME, "%u-%u", (unsigned)aligned->a_count, (unsigned)aligned->b_count);
    return out;
}
