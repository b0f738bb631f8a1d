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
