#include "align/linking_rule.h"

#define SCORE_TELLING 0.24F /* of a link with a rare name or a figure in it, */
#define SCORE_ECHO 0.5F     /* with words alone, */
#define SCORE_HEADING 0.12F /* and of two headings */
#define SCORE_GROWN 0.22F   /* of what a sentence adds to one */
#define ECHO 0.85F          /* of what could be shared */
#define AHEAD 1.2F          /* of the next best */
#define CLUE_TELLING 0.6F
#define CLUE_WORD 0.3F
#define CLUE_COUNTS 0.1F

/* ---- links ---- */

/* What the clues of two sentences amount to. */
struct case_for {
    size_t counting;
    size_t words; /* terms that say something */
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
        sum.names += clue->kind == CLUE_NAME && clue->weight >= CLUE_TELLING;
        sum.figure = sum.figure || (clue->kind == CLUE_FIGURE && clue->weight >= CLUE_TELLING);
    }
    return sum;
}

static bool are_headings(const struct links *links, const struct candidate *pair)
{
    return links->clues->source.side->sentences[pair->source].heading &&
           links->clues->target.side->sentences[pair->target].heading;
}

/* Whether two sentences of one language, whose clues are listed, are nearly the same words. */
static bool is_echo(const struct links *links, const struct candidate *pair)
{
    float sum = 0, source = links->clues->source.size[pair->source];
    float target = links->clues->target.size[pair->target];
    for (size_t i = 0; i < links->list.count; i++)
        sum += links->list.items[i].weight;
    return sum >= ECHO * (source > target ? source : target);
}

bool linking_rule_convinces(struct links *links, const struct candidate *pair)
{
    bool headings = are_headings(links, pair);
    if (pair->score < (headings ? SCORE_HEADING : SCORE_TELLING) ||
        candidates_lead(links->candidates, pair) < AHEAD)
        return false;
    clues_between(links->clues, &(struct bead){ pair->source, pair->target, 1, 1, 0 },
                  &links->list);
    struct case_for sum = weigh(&links->list);
    if (headings)
        return sum.counting > 2;
    if ((sum.figure && sum.counting > 1) || (sum.names > 0 && sum.words > 0) || sum.names > 2)
        return true;
    return (sum.words > 0 && is_echo(links, pair)) ||
           (pair->score >= SCORE_ECHO && sum.words > 2);
}

/* ---- runs ---- */

/* Whether the best that a sentence has on the other side is within [first, end). */
static bool best_is_within(const struct candidates *candidates, uint32_t sentence, bool source,
                           uint32_t first, uint32_t end)
{
    const size_t *starts = source ? candidates->row_start : candidates->column_start;
    const struct candidate *best = NULL;
    for (size_t i = starts[sentence]; i < starts[sentence + 1]; i++) {
        const struct candidate *pair = &candidates->rows.items[source ? i : candidates->columns[i]];
        if (best == NULL || pair->score > best->score)
            best = pair;
    }
    uint32_t at = best == NULL ? LINKS_NONE : source ? best->target : best->source;
    return at >= first && at < end;
}

/* Takes source sentence (or target sentence) `number`, beside the link, into it. */
static bool grow(struct links *links, struct linked *link, uint32_t number, bool source)
{
    struct bead *bead = &link->bead;
    struct bead alone = *bead;
    const struct clue_side *side = source ? &links->clues->source : &links->clues->target;
    uint32_t *held = source ? links->source_link : links->target_link;
    if (number >= side->side->count || held[number] != LINKS_NONE ||
        (source ? links->source_out : links->target_out)[number] ||
        side->side->sentences[number].heading !=
            side->side->sentences[source ? bead->source : bead->target].heading ||
        !best_is_within(links->candidates, number, source, source ? bead->target : bead->source,
                        source ? bead->target + bead->target_count
                               : bead->source + bead->source_count))
        return false;
    *(source ? &alone.source : &alone.target) = number;
    *(source ? &alone.source_count : &alone.target_count) = 1;
    float gain = links_added(links, bead, &alone);
    gain = candidates_normal(
        gain, candidates_size(&links->clues->source, alone.source, alone.source_count),
        candidates_size(&links->clues->target, alone.target, alone.target_count));
    if (gain < SCORE_GROWN)
        return false;
    uint32_t *first = source ? &bead->source : &bead->target;
    *first = number < *first ? number : *first;
    *(source ? &bead->source_count : &bead->target_count) += 1;
    held[number] = (uint32_t)(link - links->items);
    return true;
}

void linking_rule_grow(struct links *links)
{
    for (size_t i = 0; i < links->count; i++) {
        struct linked *link = &links->items[i];
        struct bead *bead = &link->bead;
        for (bool grown = !link->also; grown;) {
            grown = false;
            if (bead->source_count < LINKS_RUN && bead->target_count == 1)
                grown = grow(links, link, bead->source + bead->source_count, true) ||
                        (bead->source > 0 && grow(links, link, bead->source - 1, true));
            if (!grown && bead->target_count < LINKS_RUN && bead->source_count == 1)
                grown = grow(links, link, bead->target + bead->target_count, false) ||
                        (bead->target > 0 && grow(links, link, bead->target - 1, false));
        }
    }
}
