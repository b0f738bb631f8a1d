#include "align/paragraphs.h"

#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

/* The paragraphs of one side, numbered from 0. */
struct numbering {
    uint32_t *of;       /* by sentence */
    struct span *spans; /* by paragraph */
    uint32_t count;
};

static void number(const struct side *side, struct numbering *numbering)
{
    numbering->of = xcalloc(side->count + 1, sizeof *numbering->of);
    numbering->spans = xcalloc(side->count + 1, sizeof *numbering->spans);
    numbering->count = 0;
    for (size_t i = 0; i < side->count; i++) {
        const struct side_sentence *sentence = &side->sentences[i];
        if (i == 0 || sentence->paragraph != side->sentences[i - 1].paragraph)
            numbering->spans[numbering->count++] = sentence->span;
        numbering->of[i] = numbering->count - 1;
        numbering->spans[numbering->count - 1].end = sentence->span.end;
    }
}

static void numbering_free(struct numbering *numbering)
{
    free(numbering->of);
    free(numbering->spans);
}

/* Sets of paragraphs that hang together: those of A, then those of B (Galler and Fischer 1964). */
static uint32_t root(uint32_t *parents, uint32_t node)
{
    while (parents[node] != node) {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    return node;
}

static void join(uint32_t *parents, uint32_t a, uint32_t b)
{
    uint32_t one = root(parents, a), other = root(parents, b);
    if (one < other)
        parents[other] = one;
    else
        parents[one] = other;
}

/* What is told again elsewhere holds no paragraphs together. */
static struct alignment_item own_part(const struct alignment_item *item)
{
    struct alignment_item own = *item;
    own.a_count = alignment_item_owns(item, true) ? own.a_count : 0;
    own.b_count = alignment_item_owns(item, false) ? own.b_count : 0;
    return own;
}

/* All paragraphs that an item touches, and those between them: runs stay whole. */
static void join_item(const struct numbering *a, const struct numbering *b,
                      const struct alignment_item *item, uint32_t *parents)
{
    if (item->a_count == 0 || item->b_count == 0)
        return;
    uint32_t first = a->of[item->a], other = b->of[item->b];
    for (uint32_t i = first; i <= a->of[item->a + item->a_count - 1]; i++)
        join(parents, first, i);
    for (uint32_t i = other; i <= b->of[item->b + item->b_count - 1]; i++)
        join(parents, first, a->count + i);
}

/* What becomes an item: of each set its bounds on both sides and how sure it is. */
struct set {
    uint32_t low[2];
    uint32_t high[2]; /* beyond the last; 0 when it has none on that side */
    double confidence;
    double weight;
    bool moved;
    bool pinned;
    bool linked;  /* of independent reports, */
    bool partial; /* and something in it has no counterpart */
};

static void widen(struct set *set, int side, uint32_t paragraph)
{
    if (set->high[side] == 0 || paragraph < set->low[side])
        set->low[side] = paragraph;
    if (paragraph + 1 > set->high[side])
        set->high[side] = paragraph + 1;
}

static void weigh(struct set *set, const struct alignment_item *item)
{
    double weight = (double)item->a_count + (double)item->b_count;
    set->confidence += weight * (double)item->confidence;
    set->weight += weight;
    set->moved = set->moved || item->kind == ALIGNED_MOVED;
    set->pinned = set->pinned || item->kind == ALIGNED_PINNED;
    set->partial = set->partial || item->kind == ALIGNED_PARTIAL || item->kind == ALIGNED_ONLY_A ||
                   item->kind == ALIGNED_ONLY_B;
    set->linked = set->linked || item->kind == ALIGNED_SAME || item->kind == ALIGNED_PARTIAL;
}

static struct span bounds(const struct numbering *numbering, uint32_t first, uint32_t end,
                          size_t length)
{
    if (end > first)
        return (struct span){ numbering->spans[first].start, numbering->spans[end - 1].end };
    size_t at = first < numbering->count ? numbering->spans[first].start : length;
    return (struct span){ at, at };
}

static enum aligned_kind kind_of(const struct set *set)
{
    if (set->pinned)
        return ALIGNED_PINNED;
    if (set->high[1] == 0)
        return ALIGNED_ONLY_A;
    if (set->high[0] == 0)
        return ALIGNED_ONLY_B;
    if (set->linked)
        return set->partial ? ALIGNED_PARTIAL : ALIGNED_SAME;
    return set->moved ? ALIGNED_MOVED : ALIGNED_BEAD;
}

static int compare_items(const void *a, const void *b)
{
    const struct alignment_item *one = a;
    const struct alignment_item *other = b;
    if (one->a != other->a)
        return one->a < other->a ? -1 : 1;
    if (one->b != other->b)
        return one->b < other->b ? -1 : 1;
    return (one->a_count > 0) - (other->a_count > 0);
}

static void put_sets(const struct side *a, const struct side *b, const struct numbering *one,
                     const struct numbering *other, const struct set *sets, size_t count,
                     struct alignment *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct set *set = &sets[i];
        if (set->weight <= 0)
            continue;
        struct alignment_item item = { .a = set->low[0],
                                       .b = set->low[1],
                                       .a_count = set->high[0] > 0 ? set->high[0] - set->low[0] : 0,
                                       .b_count = set->high[1] > 0 ? set->high[1] - set->low[1] : 0,
                                       .confidence = (float)(set->confidence / set->weight),
                                       .kind = kind_of(set) };
        item.a_span = bounds(one, item.a, item.a + item.a_count, a->length);
        item.b_span = bounds(other, item.b, item.b + item.b_count, b->length);
        VECTOR_PUSH(out, item);
    }
    if (out->count > 0)
        qsort(out->items, out->count, sizeof *out->items, compare_items);
}

/* A paragraph that is alone stands where its first sentence does. */
static void place(struct set *set, int side, uint32_t paragraph)
{
    if (set->high[side] == 0 && set->weight == 0)
        set->low[side] = paragraph;
}

/* Finds the bounds of all sets. Links of independent reports leave paragraphs between those of a
 * set: these join it, and what they bring along, until all sets are apart. */
static void bound_all(uint32_t *parents, uint32_t a_count, uint32_t count, struct set *sets)
{
    for (bool joined = true; joined;) {
        joined = false;
        for (uint32_t i = 0; i < count; i++)
            sets[i] = (struct set){ .weight = 0 };
        for (uint32_t i = 0; i < count; i++)
            widen(&sets[root(parents, i)], i >= a_count, i < a_count ? i : i - a_count);
        for (uint32_t i = 0; i < count; i++) {
            const struct set *set = &sets[i];
            for (int side = 0; side < 2; side++) {
                for (uint32_t k = set->low[side]; k < set->high[side]; k++) {
                    uint32_t node = side == 0 ? k : a_count + k;
                    if (root(parents, node) == root(parents, i))
                        continue;
                    join(parents, node, i);
                    joined = true;
                }
            }
        }
    }
}

void paragraphs_align(const struct side *a, const struct side *b, const struct alignment *sentences,
                      struct alignment *out)
{
    struct numbering one, other;
    number(a, &one);
    number(b, &other);
    uint32_t count = one.count + other.count;
    uint32_t *parents = xcalloc((size_t)count + 1, sizeof *parents);
    struct set *sets = xcalloc((size_t)count + 1, sizeof *sets);
    for (uint32_t i = 0; i < count; i++)
        parents[i] = i;
    for (size_t i = 0; i < sentences->count; i++) {
        struct alignment_item item = own_part(&sentences->items[i]);
        join_item(&one, &other, &item, parents);
    }
    bound_all(parents, one.count, count, sets);
    for (size_t i = 0; i < sentences->count; i++) {
        struct alignment_item item = own_part(&sentences->items[i]);
        uint32_t node = item.a_count > 0 ? one.of[item.a] : one.count + other.of[item.b];
        struct set *set = &sets[root(parents, node)];
        place(set, 0, item.a < a->count ? one.of[item.a] : one.count);
        place(set, 1, item.b < b->count ? other.of[item.b] : other.count);
        weigh(set, &item);
    }
    put_sets(a, b, &one, &other, sets, count, out);
    free(parents);
    free(sets);
    numbering_free(&one);
    numbering_free(&other);
}
