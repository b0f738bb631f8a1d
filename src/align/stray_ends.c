#include "align/stray_ends.h"

#include <math.h>
#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define ALONE_LEAST 3    /* sentences without counterpart there, of one text */
#define BODY_LEAST 5     /* linked beads that are left, */
#define GROUP_MOST 16    /* and that may be given up at an end */
#define CLUES_MOST 4     /* of a bead: more of them say no more */
#define CHANCE 0.2       /* of the evidence that is usual is there by chance */
#define STRAY_LEAST 3.0  /* logarithm of how much likelier chance is */
#define SURE 0.9F
#define LIKELY 0.5F

struct stray_link {
    size_t bead;
    double clues;
    double length;
};

struct stray_links {
    struct stray_link *items;
    size_t count;
    size_t capacity;
};

static bool is_gap(const struct bead *bead)
{
    return bead->source_count == 0 || bead->target_count == 0;
}

/* Whether one text has sentences enough alone among these beads. */
static bool has_alone(const struct beads *beads, size_t first, size_t end)
{
    size_t sources = 0, targets = 0;
    for (size_t i = first; i < end; i++) {
        sources += beads->items[i].target_count == 0 ? beads->items[i].source_count : 0;
        targets += beads->items[i].source_count == 0 ? beads->items[i].target_count : 0;
    }
    return sources >= ALONE_LEAST || targets >= ALONE_LEAST;
}

static double length_of(const struct corpus *corpus, const struct bead *bead)
{
    double length = 0;
    for (uint32_t i = bead->source; i < bead->source + bead->source_count; i++)
        length += corpus->source_passages.items[i].length;
    return length;
}

static void read_links(const struct corpus *corpus, struct evidence_finder *finder,
                       const struct beads *beads, struct stray_links *links)
{
    struct evidences evidences = { 0 };
    for (size_t i = 0; i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        if (is_gap(bead))
            continue;
        size_t clues = evidence_find(finder, bead, &evidences);
        struct stray_link link = { i, clues < CLUES_MOST ? (double)clues : CLUES_MOST,
                             length_of(corpus, bead) };
        VECTOR_PUSH(links, link);
    }
    free(evidences.items);
}

/* How much likelier a bead is there by chance, by what nobody or everybody is sure of: a logarithm,
 * which counts by half, for a bead is no stranger to its neighbours. */
static double by_confidence(float confidence)
{
    return confidence >= SURE ? -1.2 : confidence >= LIKELY ? 0.4 : 0.9;
}

/* How many beads are given up at the beginning or the end. `rate` is the usual evidence to a
 * character. */
static size_t count_stray(const struct beads *beads, const struct stray_links *links, double rate,
                          bool last)
{
    double sum = 0, most = STRAY_LEAST;
    size_t stray = 0;
    for (size_t k = 0; k < GROUP_MOST && k + BODY_LEAST < links->count; k++) {
        const struct stray_link *link = &links->items[last ? links->count - 1 - k : k];
        sum += (1 - CHANCE) * rate * link->length + link->clues * log(CHANCE) +
               by_confidence(beads->items[link->bead].confidence);
        if (sum >= most &&
            has_alone(beads, last ? link->bead : 0, last ? beads->count : link->bead)) {
            most = sum;
            stray = k + 1;
        }
    }
    return stray;
}

/* The beads [first, end) of the links become gaps, a sentence each. */
static void give_up(struct beads *beads, const struct stray_links *links, size_t first, size_t end)
{
    struct beads kept = { 0 };
    size_t next = first;
    for (size_t i = 0; i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        if (next == end || i != links->items[next].bead) {
            VECTOR_PUSH(&kept, *bead);
            continue;
        }
        next++;
        float confidence = 1 - bead->confidence / 2;
        for (uint32_t k = 0; k < bead->source_count; k++)
            VECTOR_PUSH(&kept, (struct bead){ bead->source + k, bead->target, 1, 0, confidence });
        for (uint32_t k = 0; k < bead->target_count; k++)
            VECTOR_PUSH(&kept, (struct bead){ bead->source + bead->source_count, bead->target + k, 0, 1,
                                              confidence });
    }
    free(beads->items);
    *beads = kept;
}

void stray_ends_drop(const struct corpus *corpus, struct evidence_finder *finder,
                     struct beads *beads)
{
    struct stray_links links = { 0 };
    double clues = 0, length = 0;
    if (!has_alone(beads, 0, beads->count))
        return;
    read_links(corpus, finder, beads, &links);
    for (size_t i = 0; i < links.count; i++) {
        clues += links.items[i].clues;
        length += links.items[i].length;
    }
    double rate = length > 0 ? clues / length : 0;
    size_t behind = count_stray(beads, &links, rate, true);
    size_t before = count_stray(beads, &links, rate, false);
    if (behind + before + BODY_LEAST > links.count)
        behind = before = 0;
    if (behind > 0)
        give_up(beads, &links, links.count - behind, links.count);
    if (before > 0)
        give_up(beads, &links, 0, before);
    free(links.items);
}
