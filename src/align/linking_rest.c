#include "align/linking_rest.h"

#include <stdlib.h>
#include <string.h>

#include "align/pair_facts.h"
#include "align/statements.h"

#define COMPANY 3       /* links that make it certain, */
#define COMPANY_SHARE 3 /* and of one in so many sentences of the shorter text */
#define NEAR 2          /* sentences from a link */
#define SHIFT 1         /* and how much farther on in one text than in the other */
#define CLUE_TELLING 0.2F
#define CLUE_QUOTED 0.05F
#define FIGURE_TELLING 0.4F
#define WATCH_EVERY 16 /* pairs */

struct rest {
    struct links *links;
    size_t certain; /* links there were before */
};

/* ---- both are free ---- */

/* Whether another free sentence is as likely, of the row or of the column. */
static bool has_rival(const struct links *links, const struct candidate *pair, bool row)
{
    const struct candidates *candidates = links->candidates;
    const size_t *starts = row ? candidates->row_start : candidates->column_start;
    uint32_t number = row ? pair->source : pair->target;
    for (size_t i = starts[number]; i < starts[number + 1]; i++) {
        const struct candidate *rival = &candidates->rows.items[row ? i : candidates->columns[i]];
        if (rival != pair && rival->chance >= pair->chance &&
            (row ? links->target_link[rival->target] : links->source_link[rival->source]) ==
                LINKS_NONE)
            return true;
    }
    return false;
}

/* Whether a link that was there before stands near, in both texts at the same side. */
static bool is_beside(const struct rest *rest, const struct candidate *pair)
{
    const struct links *links = rest->links;
    uint32_t first = pair->source > NEAR ? pair->source - NEAR : 0;
    uint32_t end = (uint32_t)links->clues->source.side->count;
    end = pair->source + NEAR < end ? pair->source + NEAR + 1 : end;
    for (uint32_t i = first; i < end; i++) {
        uint32_t link = links->source_link[i];
        if (link >= rest->certain || links->items[link].also)
            continue;
        const struct bead *bead = &links->items[link].bead;
        if (bead_distance(pair->target, bead->target) <= NEAR &&
            bead_distance(pair->source + bead->target, pair->target + i) <= SHIFT)
            return true;
    }
    return false;
}

/* Whether a reader would see why, and nothing against it. */
static bool is_told(struct links *links, const struct candidate *pair)
{
    struct bead bead = { pair->source, pair->target, 1, 1, 0 };
    clues_between(links->clues, &bead, &links->list);
    if (pair_facts_differ(links->clues, &links->list, pair->source, pair->target) ||
        statements_differ(links->clues, &links->list, &bead, CLUE_QUOTED))
        return false;
    for (size_t i = 0; i < links->list.count; i++) {
        const struct clue *clue = &links->list.items[i];
        if (clue->weight < CLUE_TELLING)
            return false;
        if (clue->kind != CLUE_NAME && !clue->proper && !clues_is_day(links->clues, clue) &&
            !clues_is_saying(links->clues, clue))
            return true;
    }
    return false;
}

static bool is_left(const struct rest *rest, const struct candidate *pair,
                    const struct linking_weights *weights)
{
    if ((pair->source <= LINKS_OPENING) != (pair->target <= LINKS_OPENING) ||
        has_rival(rest->links, pair, true) || has_rival(rest->links, pair, false))
        return false;
    return ((pair->chance >= weights->rest && candidates_lead(rest->links->candidates, pair) > 0) ||
            is_beside(rest, pair)) &&
           is_told(rest->links, pair);
}

/* ---- one is free ---- */

static bool holds(const struct bead *bead, const struct candidate *pair)
{
    return pair->source - bead->source < bead->source_count ||
           pair->target - bead->target < bead->target_count;
}

/* Whether it tells of a thing and not, as an age and a time of years do, who somebody is. */
static bool is_telling(const struct links *links, const struct clue *clue)
{
    const struct figure *figure = &links->clues->source.figures.items[clue->source];
    return clue->weight >= FIGURE_TELLING && figure->kind != FIGURE_DATE &&
           !(figure->kind == FIGURE_DURATION && strcmp(figure->unit, "year") == 0);
}

/* Whether any link of the two sentences has the source's figure or the target's. */
static bool is_known(struct links *links, const struct candidate *pair, const struct clue *figure)
{
    struct clue_list known = { 0 };
    bool found = false;
    for (size_t i = 0; i < links->count && !found; i++) {
        if (!holds(&links->items[i].bead, pair))
            continue;
        clues_between(links->clues, &links->items[i].bead, &known);
        for (size_t k = 0; k < known.count && !found; k++)
            found = known.items[k].kind == CLUE_FIGURE &&
                    (known.items[k].source == figure->source ||
                     known.items[k].target == figure->target);
    }
    free(known.items);
    return found;
}

static bool adds_figure(struct links *links, const struct candidate *pair)
{
    clues_between(links->clues, &(struct bead){ pair->source, pair->target, 1, 1, 0 },
                  &links->list);
    for (size_t i = 0; i < links->list.count; i++) {
        const struct clue *clue = &links->list.items[i];
        if (clue->kind == CLUE_FIGURE && is_telling(links, clue) && !is_known(links, pair, clue))
            return true;
    }
    return false;
}

/* ---- all of it ---- */

static float larger(float one, float other)
{
    return one > other ? one : other;
}

static void take(struct rest *rest, const struct candidate *pair,
                 const struct linking_weights *weights)
{
    struct links *links = rest->links;
    bool source = links->source_link[pair->source] != LINKS_NONE;
    bool target = links->target_link[pair->target] != LINKS_NONE;
    float chance = larger(pair->chance, weights->link);
    if (!source && !target) {
        if (is_left(rest, pair, weights))
            links_add(links, pair, chance);
    } else if (source != target && pair->chance >= weights->figure && adds_figure(links, pair)) {
        if (!links_join(links, pair))
            links_also(links, pair, chance);
    }
}

static bool is_certain(const struct links *links)
{
    size_t source = links->clues->source.side->count, target = links->clues->target.side->count;
    size_t own = 0;
    for (size_t i = 0; i < links->count; i++)
        own += !links->items[i].also;
    return own >= COMPANY && COMPANY_SHARE * own >= (source < target ? source : target);
}

bool linking_rest_take(struct links *links, struct candidate *const *order, size_t count,
                       const struct linking_weights *weights,
                       bool (*go_on)(void *data, double done), void *data)
{
    struct rest rest = { links, links->count };
    bool certain = is_certain(links);
    for (size_t i = 0; certain && i < count && order[i]->chance >= weights->beside; i++) {
        if (i % WATCH_EVERY == 0 && go_on != NULL && !go_on(data, (double)i / (double)count))
            return false;
        take(&rest, order[i], weights);
    }
    return true;
}
