#include "app/hinge.h"

#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

void hinge_add(struct hinge *hinge, struct hinge_pair pair)
{
    pair.evidence = (uint32_t)hinge->evidence.count;
    pair.evidence_count = 0;
    VECTOR_PUSH(hinge, pair);
}

void hinge_add_evidence(struct hinge *hinge, struct hinge_evidence evidence)
{
    VECTOR_PUSH(&hinge->evidence, evidence);
    hinge->items[hinge->count - 1].evidence_count++;
}

static bool has_side(const struct hinge_pair *pair, int side)
{
    return pair->span[side].end > pair->span[side].start;
}

/* By place; where an empty side stands at the start of a passage it comes before that. */
static int compare_spans(struct span a, struct span b)
{
    if (a.start != b.start)
        return a.start < b.start ? -1 : 1;
    return a.end < b.end ? -1 : a.end > b.end;
}

static int compare_source(const void *a, const void *b)
{
    const struct hinge_pair *first = a;
    const struct hinge_pair *second = b;
    int order = compare_spans(first->span[0], second->span[0]);
    return order != 0 ? order : compare_spans(first->span[1], second->span[1]);
}

struct placed {
    struct span span;
    size_t index;
};

static int compare_target(const void *a, const void *b)
{
    const struct placed *first = a;
    const struct placed *second = b;
    int order = compare_spans(first->span, second->span);
    return order != 0 ? order : first->index < second->index ? -1 : 1;
}

void hinge_settle(struct hinge *hinge)
{
    size_t count = hinge->count;
    struct placed *placed = xcalloc(count > 0 ? count : 1, sizeof *placed);
    if (count > 0)
        qsort(hinge->items, count, sizeof *hinge->items, compare_source);
    for (size_t i = 0; i < count; i++)
        placed[i] = (struct placed){ hinge->items[i].span[1], i };
    if (count > 0)
        qsort(placed, count, sizeof *placed, compare_target);
    hinge->order = xreallocarray(hinge->order, count + 1, sizeof *hinge->order);
    for (size_t i = 0; i < count; i++)
        hinge->order[i] = placed[i].index;
    free(placed);
}

void hinge_free(struct hinge *hinge)
{
    free(hinge->items);
    free(hinge->evidence.items);
    free(hinge->order);
    *hinge = (struct hinge){ 0 };
}

/* The pair at a place in the side's order. */
static size_t nth(const struct hinge *hinge, int side, size_t place)
{
    return side == 0 ? place : hinge->order[place];
}

/* Places of the side's order that begin at or before `offset`. */
static size_t begun(const struct hinge *hinge, int side, size_t offset)
{
    size_t low = 0;
    size_t high = hinge->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hinge->items[nth(hinge, side, middle)].span[side].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t hinge_at(const struct hinge *hinge, int side, size_t offset)
{
    for (size_t place = begun(hinge, side, offset); place-- > 0;)
        if (has_side(&hinge->items[nth(hinge, side, place)], side))
            return nth(hinge, side, place);
    for (size_t place = 0; place < hinge->count; place++)
        if (has_side(&hinge->items[nth(hinge, side, place)], side))
            return nth(hinge, side, place);
    return HINGE_NONE;
}

static bool is_unmatched(const struct hinge *hinge, int side, size_t place)
{
    const struct hinge_pair *pair = &hinge->items[nth(hinge, side, place)];
    return has_side(pair, side) && !has_side(pair, 1 - side);
}

/* Whether the passage before this one on the same side is unmatched as well. */
static bool goes_on(const struct hinge *hinge, int side, size_t place)
{
    while (place-- > 0)
        if (has_side(&hinge->items[nth(hinge, side, place)], side))
            return is_unmatched(hinge, side, place);
    return false;
}

size_t hinge_unmatched(const struct hinge *hinge, int side, size_t offset, bool forward)
{
    size_t place = begun(hinge, side, offset);
    if (forward) {
        for (; place < hinge->count; place++)
            if (is_unmatched(hinge, side, place) && !goes_on(hinge, side, place))
                return nth(hinge, side, place);
        return HINGE_NONE;
    }
    while (place-- > 0) {
        size_t index = nth(hinge, side, place);
        if (is_unmatched(hinge, side, place) && !goes_on(hinge, side, place) &&
            hinge->items[index].span[side].start < offset)
            return index;
    }
    return HINGE_NONE;
}
