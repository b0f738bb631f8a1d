#include "align/alignment.h"

#include <stdio.h>
#include <stdlib.h>

void alignment_free(struct alignment *alignment)
{
    free(alignment->items);
    free(alignment->evidence.items);
    *alignment = (struct alignment){ 0 };
}

static size_t with(const struct alignment *alignment, size_t number, bool a)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        size_t first = a ? item->a : item->b, count = a ? item->a_count : item->b_count;
        if (number >= first && number - first < count && alignment_item_owns(item, a))
            return i;
    }
    return alignment->count;
}

size_t alignment_with_a(const struct alignment *alignment, size_t number)
{
    return with(alignment, number, true);
}

size_t alignment_with_b(const struct alignment *alignment, size_t number)
{
    return with(alignment, number, false);
}

const char *alignment_item_name(const struct alignment_item *aligned, char out[ALIGNED_NAME])
{
    switch (aligned->kind) {
    case ALIGNED_ONLY_A: return "only-a";
    case ALIGNED_ONLY_B: return "only-b";
    case ALIGNED_MOVED: return "moved";
    case ALIGNED_PINNED: return "pinned";
    case ALIGNED_SAME: return "same";
    case ALIGNED_PARTIAL: return "partial";
    case ALIGNED_ALSO_A:
    case ALIGNED_ALSO_B: return "also";
    case ALIGNED_BEAD: break;
    }
    snprintf(out, ALIGNED_NAME, "%u-%u", (unsigned)aligned->a_count, (unsigned)aligned->b_count);
    return out;
}
