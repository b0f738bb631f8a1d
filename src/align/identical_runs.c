#include "align/identical_runs.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define RUNS_GRAM 8   /* sentences in a row that are sought, */
#define RUNS_MARGIN 8 /* are cut off at either end of a run, */
#define RUNS_LEAST 16 /* and must be left */

/* Sentences of a side, by their text. */
struct lines {
    uint64_t *hashes;
    size_t count;
};

static struct lines read_lines(const struct side *side, size_t first, size_t end)
{
    struct lines lines = { xreallocarray(NULL, end - first + 1, sizeof *lines.hashes),
                           end - first };
    for (size_t i = 0; i < lines.count; i++) {
        struct span span = side->sentences[first + i].span;
        lines.hashes[i] = hash_checksum(side->text + span.start, span.end - span.start);
    }
    return lines;
}

/* RUNS_GRAM sentences of a side in a row. */
struct gram {
    uint64_t hash;
    uint32_t at;
    bool target;
};

struct grams {
    struct gram *items;
    size_t count;
    size_t capacity;
};

static int compare_grams(const void *a, const void *b)
{
    const struct gram *one = a, *other = b;
    if (one->hash != other->hash)
        return one->hash < other->hash ? -1 : 1;
    return (int)one->target - (int)other->target;
}

static void add_grams(struct grams *grams, const struct lines *lines, size_t first, size_t end,
                      bool target)
{
    for (size_t i = first; i + RUNS_GRAM <= end; i++) {
        uint64_t hash = HASH_START;
        for (size_t k = 0; k < RUNS_GRAM; k++)
            hash = hash_mix(hash, lines->hashes[i + k]);
        VECTOR_PUSH(grams, (struct gram){ hash, (uint32_t)i, target });
    }
}

/* By where it stands in the source: where each gram stands in the target, and one; 0 for what stands
 * nowhere or not only there. */
static uint32_t *pair_grams(struct grams *grams, size_t sources)
{
    uint32_t *pairs = xcalloc(sources + 1, sizeof *pairs);
    if (grams->count > 1)
        qsort(grams->items, grams->count, sizeof *grams->items, compare_grams);
    for (size_t i = 0, end; i < grams->count; i = end) {
        const struct gram *gram = &grams->items[i];
        for (end = i + 1; end < grams->count && grams->items[end].hash == gram->hash; end++) {
        }
        if (end - i == 2 && !gram[0].target && gram[1].target)
            pairs[gram[0].at] = gram[1].at + 1;
    }
    return pairs;
}

static void add_run(struct anchor_chain *runs, const struct band *band, size_t source, size_t target,
                    size_t count)
{
    if (count < 2 * RUNS_MARGIN + RUNS_LEAST)
        return;
    VECTOR_PUSH(runs, (struct chain_anchor){ (uint32_t)(band->source + source + RUNS_MARGIN),
                                       (uint32_t)(band->target + target + RUNS_MARGIN),
                                       (float)(count - 2 * RUNS_MARGIN) });
}

/* Runs between what the texts begin and end with alike. */
static void find_inside(struct anchor_chain *runs, const struct band *band, const struct lines *source,
                        const struct lines *target, size_t before, size_t behind)
{
    struct grams grams = { 0 };
    size_t end = source->count - behind;
    add_grams(&grams, source, before, end, false);
    add_grams(&grams, target, before, target->count - behind, true);
    uint32_t *pairs = pair_grams(&grams, source->count);
    for (size_t i = before, next; i < end; i = next) {
        next = i + 1;
        if (pairs[i] == 0)
            continue;
        while (next < end && pairs[next] == pairs[i] + (next - i))
            next++;
        add_run(runs, band, i, pairs[i] - 1, next - i + RUNS_GRAM - 1);
    }
    free(pairs);
    free(grams.items);
}

void identical_runs_find(const struct side *source, const struct side *target,
                         const struct band *band, struct anchor_chain *runs)
{
    struct lines one = read_lines(source, band->source, band->source_end);
    struct lines other = read_lines(target, band->target, band->target_end);
    size_t least = one.count < other.count ? one.count : other.count;
    size_t before = 0, behind = 0;
    while (before < least && one.hashes[before] == other.hashes[before])
        before++;
    while (behind < least - before && one.hashes[one.count - 1 - behind] ==
                                          other.hashes[other.count - 1 - behind])
        behind++;
    add_run(runs, band, 0, 0, before);
    find_inside(runs, band, &one, &other, before, behind);
    add_run(runs, band, one.count - behind, other.count - behind, behind);
    anchor_chain_keep(runs, band->target_end);
    free(one.hashes);
    free(other.hashes);
}
