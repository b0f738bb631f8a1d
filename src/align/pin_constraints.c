#include "align/pin_constraints.h"

#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

/* The sentences that a span touches. */
static void touched(const struct side *side, struct span span, uint32_t *first, uint32_t *count)
{
    *first = *count = 0;
    for (uint32_t i = 0; i < side->count && span.start < span.end; i++) {
        struct span sentence = side->sentences[i].span;
        if (sentence.start >= span.end || sentence.end <= span.start)
            continue;
        if ((*count)++ == 0)
            *first = i;
    }
}

/* Whether one of the run is taken; else takes them. */
static bool is_taken(const bool *taken, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (taken[first + i])
            return true;
    }
    return false;
}

static void take(bool *taken, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        taken[first + i] = true;
}

static int compare_beads(const void *a, const void *b)
{
    const struct bead *one = a;
    const struct bead *other = b;
    return one->source < other->source ? -1 : one->source > other->source;
}

/* The longest sequence that rises on both sides goes to `in_order`. */
static void divide(struct pins *pins, struct beads *all)
{
    size_t last = SIZE_MAX;
    size_t *length = xcalloc(all->count + 1, sizeof *length);
    size_t *before = xcalloc(all->count + 1, sizeof *before);
    bool *chosen = xcalloc(all->count + 1, sizeof *chosen);
    for (size_t i = 0; i < all->count; i++) {
        length[i] = 1;
        before[i] = SIZE_MAX;
        for (size_t k = 0; k < i; k++) {
            if (all->items[k].target < all->items[i].target && length[k] + 1 > length[i]) {
                length[i] = length[k] + 1;
                before[i] = k;
            }
        }
        if (last == SIZE_MAX || length[i] > length[last])
            last = i;
    }
    for (; last != SIZE_MAX; last = before[last])
        chosen[last] = true;
    for (size_t i = 0; i < all->count; i++) {
        if (chosen[i])
            VECTOR_PUSH(&pins->in_order, all->items[i]);
        else
            VECTOR_PUSH(&pins->apart, all->items[i]);
    }
    free(length);
    free(before);
    free(chosen);
}

void pins_read(struct pins *pins, const struct side *source, const struct side *target,
               const struct pin *items, size_t count, bool swapped)
{
    struct beads all = { 0 };
    *pins = (struct pins){ .source = xcalloc(source->count + 1, sizeof *pins->source),
                           .target = xcalloc(target->count + 1, sizeof *pins->target) };
    for (size_t i = count; i-- > 0;) {
        struct bead bead = { .confidence = 1 };
        touched(source, swapped ? items[i].b : items[i].a, &bead.source, &bead.source_count);
        touched(target, swapped ? items[i].a : items[i].b, &bead.target, &bead.target_count);
        if (bead.source_count + bead.target_count == 0 ||
            is_taken(pins->source, bead.source, bead.source_count) ||
            is_taken(pins->target, bead.target, bead.target_count))
            continue;
        take(pins->source, bead.source, bead.source_count);
        take(pins->target, bead.target, bead.target_count);
        if (bead.source_count == 0 || bead.target_count == 0)
            VECTOR_PUSH(&pins->apart, bead);
        else
            VECTOR_PUSH(&all, bead);
    }
    if (all.count > 0)
        qsort(all.items, all.count, sizeof *all.items, compare_beads);
    divide(pins, &all);
    for (size_t i = 0; i < pins->in_order.count; i++) {
        const struct bead *bead = &pins->in_order.items[i];
        for (uint32_t k = 0; k < bead->source_count; k++)
            pins->source[bead->source + k] = false;
        for (uint32_t k = 0; k < bead->target_count; k++)
            pins->target[bead->target + k] = false;
    }
    free(all.items);
}

void pins_free(struct pins *pins)
{
    free(pins->in_order.items);
    free(pins->apart.items);
    free(pins->source);
    free(pins->target);
}
