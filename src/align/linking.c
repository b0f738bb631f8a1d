#include "align/linking.h"

#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define SCORE_TELLING 0.24F /* of a link with a rare name or a figure in it, */
#define SCORE_WORDS 0.45F   /* with words alone, */
#define SCORE_ECHO 0.5F     /* in one language, */
#define SCORE_HEADING 0.12F /* of two headings, */
#define SCORE_NEAR 0.2F     /* and of one that stands near another link */
#define SCORE_GROWN 0.22F   /* of what a sentence adds to one */
#define ECHO 0.85F          /* of what could be shared */
#define AHEAD 1.2F          /* of the next best */
#define NEAR 2              /* sentences */
#define NEAR_BONUS 1.25F
#define CLUE_TELLING 0.6F
#define CLUE_STRONG 0.4F
#define CLUE_WORD 0.3F
#define CLUE_COUNTS 0.1F

/* ---- links ---- */

/* What the clues of two sentences amount to. */
struct case_for {
    size_t counting;
    size_t words; /* terms that say something */
    bool strong;
    size_t names; /* rare ones */
    bool figure;
};

static struct case_for weigh(const struct clue_list *list)
{
    struct case_for sum = { 0 };
    for (size_t i = 0; i < list->count; i++) {
        const struct clue *clue = &list->items[i];
        sum.counting += clue->weight >= CLUE_COUNTS;
        sum.words += clue->kind == CLUE_TERM && clue->weight >= CLUE_WORD;
        sum.strong = sum.strong || clue->weight >= CLUE_STRONG;
        sum.names += clue->kind == CLUE_NAME && clue->weight >= CLUE_TELLING;
        sum.figure = sum.figure || (clue->kind == CLUE_FIGURE && clue->weight >= CLUE_TELLING);
    }
    return sum;
}

static bool are_headings(const struct linking *linking, const struct candidate *pair)
{
    return linking->clues->source.side->sentences[pair->source].heading &&
           linking->clues->target.side->sentences[pair->target].heading;
}

/* Whether a link stands within NEAR sentences on both sides. */
static bool is_near_link(const struct linking *linking, const struct candidate *pair)
{
    uint32_t first = pair->source > NEAR ? pair->source - NEAR : 0;
    for (uint32_t i = first; i <= pair->source + NEAR && i < linking->clues->source.side->count;
         i++) {
        if (linking->source_link[i] == LINKING_NONE)
            continue;
        const struct bead *bead = &linking->items[linking->source_link[i]].bead;
        if (bead->target <= pair->target + NEAR && pair->target <= bead->target + NEAR)
            return true;
    }
    return false;
}

/* Whether two sentences of one language, whose clues are listed, are nearly the same words. */
static bool is_echo(const struct linking *linking, const struct candidate *pair)
{
    float sum = 0, source = linking->clues->source.size[pair->source];
    float target = linking->clues->target.size[pair->target];
    for (size_t i = 0; i < linking->list.count; i++)
        sum += linking->list.items[i].weight;
    return sum >= ECHO * (source > target ? source : target);
}

static bool is_convincing(struct linking *linking, const struct candidate *pair, bool near)
{
    if (candidates_lead(linking->candidates, pair, near ? NEAR_BONUS : 1) < AHEAD ||
        linking->source_link[pair->source] != LINKING_NONE ||
        linking->target_link[pair->target] != LINKING_NONE)
        return false;
    clues_between(linking->clues, &(struct bead){ pair->source, pair->target, 1, 1, 0 },
                  &linking->list);
    struct case_for sum = weigh(&linking->list);
    if (near)
        return (sum.figure || (sum.strong && sum.words > 0 && sum.counting > 2)) &&
               is_near_link(linking, pair);
    if (are_headings(linking, pair))
        return sum.counting > 2;
    if ((sum.figure && sum.counting > 1) || (sum.names > 0 && sum.words > 0) || sum.names > 2)
        return pair->score >= SCORE_TELLING;
    if (linking->one_language && sum.words > 0 && is_echo(linking, pair))
        return true;
    return pair->score >= (linking->one_language ? SCORE_ECHO : SCORE_WORDS) && sum.words > 2;
}

/* Links what convinces by itself, or what does so near another link. */
static void link_pairs(struct linking *linking, bool near)
{
    for (size_t i = 0; i < linking->candidates->rows.count; i++) {
        const struct candidate *pair = &linking->candidates->rows.items[i];
        float least = near                          ? SCORE_NEAR
                      : are_headings(linking, pair) ? SCORE_HEADING
                                                    : SCORE_TELLING;
        if (pair->score < least || !is_convincing(linking, pair, near))
            continue;
        struct linked link = { { pair->source, pair->target, 1, 1, 0 }, pair->score };
        linking->source_link[pair->source] = linking->target_link[pair->target] =
            (uint32_t)linking->count;
        VECTOR_PUSH(linking, link);
    }
}

/* ---- runs ---- */

/* What a sentence adds to a link: clues that the link has not. */
static float added(struct linking *linking, const struct bead *before, const struct bead *alone,
                   struct clue_list *known)
{
    float sum = 0;
    bool strong = false;
    clues_between(linking->clues, before, known);
    clues_between(linking->clues, alone, &linking->list);
    for (size_t i = 0; i < linking->list.count; i++) {
        const struct clue *clue = &linking->list.items[i];
        bool fresh = true;
        for (size_t k = 0; k < known->count; k++)
            fresh = fresh && !(known->items[k].kind == clue->kind &&
                               (known->items[k].target == clue->target ||
                                known->items[k].source == clue->source));
        sum += fresh ? clue->weight : 0;
        strong = strong || (fresh && clue->weight >= CLUE_STRONG);
    }
    return strong ? sum : 0;
}

/* Whether the best that a sentence has on the other side is within [first, end). */
static bool best_is_within(const struct candidate *items, size_t count, bool source, uint32_t first,
                           uint32_t end)
{
    const struct candidate *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (best == NULL || items[i].score > best->score)
            best = &items[i];
    }
    uint32_t at = best == NULL ? LINKING_NONE : source ? best->target : best->source;
    return at >= first && at < end;
}

/* Takes source sentence (or target sentence) `number`, beside the link, into it. */
static bool grow(struct linking *linking, struct linked *link, uint32_t number, bool source)
{
    struct bead *bead = &link->bead;
    struct bead alone = *bead;
    struct clue_list known = { 0 };
    const struct clue_side *side = source ? &linking->clues->source : &linking->clues->target;
    const size_t *starts =
        source ? linking->candidates->row_start : linking->candidates->column_start;
    const struct candidate *items =
        source ? linking->candidates->rows.items : linking->candidates->columns.items;
    uint32_t *links = source ? linking->source_link : linking->target_link;
    if (number >= side->side->count || links[number] != LINKING_NONE ||
        (source ? linking->source_out : linking->target_out)[number] ||
        side->side->sentences[number].heading !=
            side->side->sentences[source ? bead->source : bead->target].heading ||
        !best_is_within(items + starts[number], starts[number + 1] - starts[number], source,
                        source ? bead->target : bead->source,
                        source ? bead->target + bead->target_count
                               : bead->source + bead->source_count))
        return false;
    *(source ? &alone.source : &alone.target) = number;
    *(source ? &alone.source_count : &alone.target_count) = 1;
    float gain = added(linking, bead, &alone, &known);
    free(known.items);
    gain = candidates_normal(
        gain, candidates_size(&linking->clues->source, alone.source, alone.source_count),
        candidates_size(&linking->clues->target, alone.target, alone.target_count));
    if (gain < SCORE_GROWN)
        return false;
    uint32_t *first = source ? &bead->source : &bead->target;
    *first = number < *first ? number : *first;
    *(source ? &bead->source_count : &bead->target_count) += 1;
    links[number] = (uint32_t)(link - linking->items);
    return true;
}

static void grow_links(struct linking *linking)
{
    for (size_t i = 0; i < linking->count; i++) {
        struct linked *link = &linking->items[i];
        struct bead *bead = &link->bead;
        for (bool grown = true; grown;) {
            grown = false;
            if (bead->source_count < LINKING_RUN && bead->target_count == 1)
                grown = grow(linking, link, bead->source + bead->source_count, true) ||
                        (bead->source > 0 && grow(linking, link, bead->source - 1, true));
            if (!grown && bead->target_count < LINKING_RUN && bead->source_count == 1)
                grown = grow(linking, link, bead->target + bead->target_count, false) ||
                        (bead->target > 0 && grow(linking, link, bead->target - 1, false));
        }
        link->score = candidates_score(linking->candidates, bead);
    }
}

/* ---- all of it ---- */

static uint32_t *no_links(size_t count)
{
    uint32_t *links = xreallocarray(NULL, count + 1, sizeof *links);
    for (size_t i = 0; i <= count; i++)
        links[i] = LINKING_NONE;
    return links;
}

void linking_find(struct linking *linking, struct candidates *candidates, const bool *source_out,
                  const bool *target_out)
{
    struct clues *clues = candidates->clues;
    *linking = (struct linking){
        .candidates = candidates, .clues = clues, .source_out = source_out, .target_out = target_out
    };
    linking->one_language = corpus_is_han(clues->source.side) == corpus_is_han(clues->target.side);
    linking->source_link = no_links(clues->source.side->count);
    linking->target_link = no_links(clues->target.side->count);
    link_pairs(linking, false);
    link_pairs(linking, true);
    grow_links(linking);
}

void linking_free(struct linking *linking)
{
    free(linking->source_link);
    free(linking->target_link);
    free(linking->items);
    free(linking->list.items);
}
