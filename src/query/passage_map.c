#include "query/passage_map.h"

#include <stdlib.h>

#include "base/bisect.h"
#include "base/xalloc.h"

struct placed {
    struct span span;
    size_t index;
};

/* By place; an empty side that stands at the start of a passage comes before it. */
static int compare_placed(const void *a, const void *b)
{
    const struct placed *first = a;
    const struct placed *second = b;
    if (first->span.start != second->span.start)
        return first->span.start < second->span.start ? -1 : 1;
    if (first->span.end != second->span.end)
        return first->span.end < second->span.end ? -1 : 1;
    return first->index < second->index ? -1 : first->index > second->index;
}

static size_t *order_of(const struct alignment *alignment, int side)
{
    size_t count = alignment->count;
    struct placed *placed = xcalloc(count + 1, sizeof *placed);
    size_t *order = xcalloc(count + 1, sizeof *order);
    for (size_t i = 0; i < count; i++)
        placed[i] = (struct placed){ hinge_span(&alignment->items[i], side), i };
    qsort(placed, count, sizeof *placed, compare_placed);
    for (size_t i = 0; i < count; i++)
        order[i] = placed[i].index;
    free(placed);
    return order;
}

void hinge_take(struct hinge *hinge, struct alignment *alignment)
{
    hinge_free(hinge);
    hinge->alignment = *alignment;
    *alignment = (struct alignment){ 0 };
    for (int side = 0; side < 2; side++)
        hinge->orders[side] = order_of(&hinge->alignment, side);
}

void hinge_free(struct hinge *hinge)
{
    alignment_free(&hinge->alignment);
    free(hinge->orders[0]);
    free(hinge->orders[1]);
    *hinge = (struct hinge){ 0 };
}

static const struct aligned *nth(const struct hinge *hinge, int side, size_t place)
{
    return &hinge->alignment.items[hinge->orders[side][place]];
}

/* Places of the side's order that begin at or before `offset`. */
static size_t begun(const struct hinge *hinge, int side, size_t offset)
{
    size_t low = 0;
    BISECT(low, hinge->alignment.count, hinge_span(nth(hinge, side, low), side).start > offset);
    return low;
}

size_t hinge_at(const struct hinge *hinge, int side, size_t offset)
{
    for (size_t place = begun(hinge, side, offset); place-- > 0;)
        if (hinge_owns(nth(hinge, side, place), side))
            return hinge->orders[side][place];
    for (size_t place = 0; place < hinge->alignment.count; place++)
        if (hinge_owns(nth(hinge, side, place), side))
            return hinge->orders[side][place];
    return HINGE_NONE;
}

static bool is_unmatched(const struct hinge *hinge, int side, size_t place)
{
    const struct aligned *item = nth(hinge, side, place);
    return hinge_owns(item, side) && !hinge_has(item, 1 - side);
}

/* Whether the passage before this one on the same side is unmatched as well. */
static bool goes_on(const struct hinge *hinge, int side, size_t place)
{
    while (place-- > 0)
        if (hinge_owns(nth(hinge, side, place), side))
            return is_unmatched(hinge, side, place);
    return false;
}

size_t hinge_unmatched(const struct hinge *hinge, int side, size_t offset, bool forward)
{
    size_t place = begun(hinge, side, offset);
    if (forward) {
        for (; place < hinge->alignment.count; place++)
            if (is_unmatched(hinge, side, place) && !goes_on(hinge, side, place))
                return hinge->orders[side][place];
        return HINGE_NONE;
    }
    while (place-- > 0)
        if (is_unmatched(hinge, side, place) && !goes_on(hinge, side, place) &&
            hinge_span(nth(hinge, side, place), side).start < offset)
            return hinge->orders[side][place];
    return HINGE_NONE;
}

/* Passages this many times longer together than one by one are scattered. */
#define SCATTERED 3

bool hinge_join(const struct alignment *alignment, int side, struct span span, struct span *other,
                double *confidence)
{
    struct span joined = { 0, 0 };
    size_t together = 0;
    double weight = 0;
    const struct aligned *best = NULL;
    *confidence = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        const struct aligned *item = &alignment->items[i];
        struct span here = hinge_span(item, side);
        struct span there = hinge_span(item, 1 - side);
        if (!hinge_owns(item, side) || here.end <= span.start || here.start >= span.end)
            continue;
        double share = (double)(here.end - here.start);
        weight += share;
        if (!hinge_has(item, 1 - side))
            continue;
        joined.start = best == NULL || there.start < joined.start ? there.start : joined.start;
        joined.end = there.end > joined.end ? there.end : joined.end;
        together += there.end - there.start;
        *confidence += share * (double)item->confidence;
        if (best == NULL || item->confidence > best->confidence)
            best = item;
    }
    if (best == NULL)
        return false;
    *confidence /= weight;
    *other = joined;
    if (joined.end - joined.start > SCATTERED * together) {
        *other = hinge_span(best, 1 - side);
        *confidence = (double)best->confidence;
    }
    return true;
}
