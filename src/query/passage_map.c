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
        placed[i] = (struct placed){ passage_map_span(&alignment->items[i], side), i };
    qsort(placed, count, sizeof *placed, compare_placed);
    for (size_t i = 0; i < count; i++)
        order[i] = placed[i].index;
    free(placed);
    return order;
}

static const struct alignment_item *nth(const struct passage_map *hinge, int side, size_t place)
{
    return &hinge->alignment.items[hinge->orders[side][place]];
}

static bool is_shared(const struct passage_map *hinge, int side, size_t place)
{
    const struct alignment_item *item = nth(hinge, side, place);
    return passage_map_owns(item, side) && passage_map_has(item, 1 - side);
}

/* How many shared passages stand before each place of the side's order, and before its end. */
static size_t *count_shared(const struct passage_map *hinge, int side)
{
    size_t *counts = xcalloc(hinge->alignment.count + 1, sizeof *counts);
    for (size_t i = 0; i < hinge->alignment.count; i++)
        counts[i + 1] = counts[i] + is_shared(hinge, side, i);
    return counts;
}

void passage_map_take(struct passage_map *hinge, struct alignment *alignment)
{
    passage_map_free(hinge);
    hinge->alignment = *alignment;
    *alignment = (struct alignment){ 0 };
    for (int side = 0; side < 2; side++) {
        hinge->orders[side] = order_of(&hinge->alignment, side);
        hinge->shared[side] = count_shared(hinge, side);
    }
}

void passage_map_free(struct passage_map *hinge)
{
    alignment_free(&hinge->alignment);
    for (int side = 0; side < 2; side++) {
        free(hinge->orders[side]);
        free(hinge->shared[side]);
    }
    *hinge = (struct passage_map){ 0 };
}

/* Places of the side's order that begin at or before `offset`. */
static size_t begun(const struct passage_map *hinge, int side, size_t offset)
{
    size_t low = 0;
    BISECT(low, hinge->alignment.count,
           passage_map_span(nth(hinge, side, low), side).start > offset);
    return low;
}

/* passage_map_at as a place of the side's order. */
static size_t place_at(const struct passage_map *hinge, int side, size_t offset)
{
    for (size_t place = begun(hinge, side, offset); place-- > 0;)
        if (passage_map_owns(nth(hinge, side, place), side))
            return place;
    for (size_t place = 0; place < hinge->alignment.count; place++)
        if (passage_map_owns(nth(hinge, side, place), side))
            return place;
    return HINGE_NONE;
}

size_t passage_map_at(const struct passage_map *hinge, int side, size_t offset)
{
    size_t place = place_at(hinge, side, offset);
    return place != HINGE_NONE ? hinge->orders[side][place] : HINGE_NONE;
}

size_t passage_map_number(const struct passage_map *hinge, int side, size_t offset, size_t *count)
{
    size_t place = place_at(hinge, side, offset);
    *count = hinge->alignment.count > 0 ? hinge->shared[side][hinge->alignment.count] : 0;
    return place != HINGE_NONE && is_shared(hinge, side, place) ? hinge->shared[side][place + 1]
                                                                : 0;
}

size_t passage_map_shared(const struct passage_map *hinge, int side, size_t offset, bool forward)
{
    size_t place = begun(hinge, side, offset);
    if (forward) {
        for (; place < hinge->alignment.count; place++)
            if (is_shared(hinge, side, place))
                return hinge->orders[side][place];
        return HINGE_NONE;
    }
    while (place-- > 0)
        if (is_shared(hinge, side, place) &&
            passage_map_span(nth(hinge, side, place), side).start < offset)
            return hinge->orders[side][place];
    return HINGE_NONE;
}

size_t passage_map_near(const struct passage_map *hinge, int side, size_t offset)
{
    size_t before = passage_map_shared(hinge, side, offset, false);
    size_t after = passage_map_shared(hinge, side, offset, true);
    if (before == HINGE_NONE || after == HINGE_NONE)
        return before == HINGE_NONE ? after : before;
    size_t end = passage_map_span(&hinge->alignment.items[before], side).end;
    size_t start = passage_map_span(&hinge->alignment.items[after], side).start;
    return offset < end || offset - end <= start - offset ? before : after;
}

void passage_map_collect(const struct passage_map *hinge, int side, struct span range,
                         struct spans *out)
{
    size_t place = begun(hinge, side, range.start);
    if (hinge->alignment.count == 0)
        return;
    while (place > 0 && !passage_map_owns(nth(hinge, side, --place), side))
        ;
    for (; place < hinge->alignment.count; place++) {
        struct span span = passage_map_span(nth(hinge, side, place), side);
        if (span.start >= range.end)
            break;
        if (is_shared(hinge, side, place))
            spans_add(out, span.start, span.end);
    }
}

static bool is_unmatched(const struct passage_map *hinge, int side, size_t place)
{
    const struct alignment_item *item = nth(hinge, side, place);
    return passage_map_owns(item, side) && !passage_map_has(item, 1 - side);
}

/* Whether the passage before this one on the same side is unmatched as well. */
static bool goes_on(const struct passage_map *hinge, int side, size_t place)
{
    while (place-- > 0)
        if (passage_map_owns(nth(hinge, side, place), side))
            return is_unmatched(hinge, side, place);
    return false;
}

size_t passage_map_unmatched(const struct passage_map *hinge, int side, size_t offset, bool forward)
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
            passage_map_span(nth(hinge, side, place), side).start < offset)
            return hinge->orders[side][place];
    return HINGE_NONE;
}

/* Passages this many times longer together than one by one are scattered. */
#define SCATTERED 3

bool passage_map_join(const struct alignment *alignment, int side, struct span span,
                      struct span *other, double *confidence)
{
    struct span joined = { 0, 0 };
    size_t together = 0;
    double weight = 0;
    const struct alignment_item *best = NULL;
    *confidence = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        struct span here = passage_map_span(item, side);
        struct span there = passage_map_span(item, 1 - side);
        if (!passage_map_owns(item, side) || here.end <= span.start || here.start >= span.end)
            continue;
        double share = (double)(here.end - here.start);
        weight += share;
        if (!passage_map_has(item, 1 - side))
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
        *other = passage_map_span(best, 1 - side);
        *confidence = (double)best->confidence;
    }
    return true;
}
