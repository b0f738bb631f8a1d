#include "align/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

static uint32_t *no_links(size_t count)
{
    uint32_t *links = xreallocarray(NULL, count + 1, sizeof *links);
    memset(links, 0xFF, (count + 1) * sizeof *links);
    return links;
}

void links_begin(struct links *links, struct candidates *candidates, const bool *source_out,
                 const bool *target_out)
{
    struct clues *clues = candidates->clues;
    size_t sources = clues->source.side->count, targets = clues->target.side->count;
    *links = (struct links){
        .candidates = candidates, .clues = clues, .source_out = source_out, .target_out = target_out
    };
    links->source_link = no_links(sources);
    links->target_link = no_links(targets);
    links->source_chance = xcalloc(sources + 1, sizeof *links->source_chance);
    links->target_chance = xcalloc(targets + 1, sizeof *links->target_chance);
}

void links_free(struct links *links)
{
    free(links->source_link);
    free(links->target_link);
    free(links->source_chance);
    free(links->target_chance);
    free(links->items);
    free(links->list.items);
}

void links_add(struct links *links, const struct candidate *pair, float score)
{
    links->source_link[pair->source] = links->target_link[pair->target] = (uint32_t)links->count;
    VECTOR_PUSH(links, (struct linked){ { pair->source, pair->target, 1, 1, 0 }, score, false });
}

void links_also(struct links *links, const struct candidate *pair, float score)
{
    bool source = links->source_link[pair->source] == LINKS_NONE;
    uint32_t *own = source ? &links->source_link[pair->source] : &links->target_link[pair->target];
    size_t already = 0;
    for (size_t i = 0; i < links->count; i++)
        already += links->items[i].also && (source ? links->items[i].bead.target == pair->target
                                                   : links->items[i].bead.source == pair->source);
    if (*own != LINKS_NONE || already >= LINKS_ALSO)
        return;
    *own = (uint32_t)links->count;
    VECTOR_PUSH(links, (struct linked){ { pair->source, pair->target, 1, 1, 0 }, score, true });
}

static bool is_known(const struct clue_list *known, const struct clue *clue)
{
    for (size_t i = 0; i < known->count; i++) {
        if (known->items[i].kind == clue->kind &&
            (known->items[i].target == clue->target || known->items[i].source == clue->source))
            return true;
    }
    return false;
}

float links_added(struct links *links, const struct bead *link, const struct bead *pair)
{
    struct clue_list known = { 0 };
    float sum = 0;
    bool strong = false;
    clues_between(links->clues, link, &known);
    clues_between(links->clues, pair, &links->list);
    for (size_t i = 0; i < links->list.count; i++) {
        const struct clue *clue = &links->list.items[i];
        if (is_known(&known, clue))
            continue;
        sum += clue->weight;
        strong = strong || clue->weight >= LINKS_STRONG;
    }
    free(known.items);
    return strong ? sum : 0;
}

/* Makes the sentence of one side a part of the link that the other one has; false when it does not
 * stand beside or brings nothing strong that the link has not. */
static bool join(struct links *links, const struct candidate *pair, bool source)
{
    uint32_t *own = source ? &links->source_link[pair->source] : &links->target_link[pair->target];
    uint32_t link = source ? links->target_link[pair->target] : links->source_link[pair->source];
    if (link == LINKS_NONE || *own != LINKS_NONE)
        return false;
    struct bead *bead = &links->items[link].bead;
    uint32_t *first = source ? &bead->source : &bead->target;
    uint32_t *count = source ? &bead->source_count : &bead->target_count;
    uint32_t sentence = source ? pair->source : pair->target;
    if ((source ? bead->target_count : bead->source_count) > 1 || *count >= LINKS_RUN ||
        (sentence + 1 != *first && sentence != *first + *count) ||
        links_added(links, bead, &(struct bead){ pair->source, pair->target, 1, 1, 0 }) == 0)
        return false;
    *first = sentence < *first ? sentence : *first;
    *count += 1;
    *own = link;
    return true;
}

bool links_join(struct links *links, const struct candidate *pair)
{
    return join(links, pair, true) || join(links, pair, false);
}
