#include "align/paragraph_moves.h"

#include <stdlib.h>

#include "align/anchor_votes.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define VOTES_LEAST 1.2F /* for a paragraph to be believed where it does not belong */
#define VOTES_STRONG 2.4F /* and where its neighbours leave it a place */
#define VOTES_CLEARLY 2  /* times the votes for the next best */
#define NOBODY UINT32_MAX

/* Paragraphs of one side: the first sentence of each, and one more. */
struct paragraphs {
    uint32_t *items;
    size_t count;
    size_t capacity;
    uint32_t *of; /* by sentence */
};

static void read_paragraphs(const struct side *side, struct paragraphs *paragraphs)
{
    paragraphs->of = xcalloc(side->count + 1, sizeof *paragraphs->of);
    for (uint32_t i = 0; i < side->count; i++) {
        if (i == 0 || side->sentences[i].paragraph != side->sentences[i - 1].paragraph)
            VECTOR_PUSH(paragraphs, i);
        paragraphs->of[i] = (uint32_t)paragraphs->count - 1;
    }
    size_t count = paragraphs->count;
    VECTOR_PUSH(paragraphs, (uint32_t)side->count);
    paragraphs->count = count;
}

static void paragraphs_free(struct paragraphs *paragraphs)
{
    free(paragraphs->items);
    free(paragraphs->of);
}

/* That choose NOBODY yet. */
static struct vote_choice *no_choices(size_t count)
{
    struct vote_choice *choices = xcalloc(count + 1, sizeof *choices);
    for (size_t i = 0; i < count; i++)
        choices[i].other = NOBODY;
    return choices;
}

static void choose(const struct corpus *corpus, const struct paragraphs *sources,
                   const struct paragraphs *targets, struct vote_choice *choices,
                   struct vote_choice *target_choices)
{
    struct votes votes;
    struct gather sums = { 0 };
    sparse_rows_gather_reserve(&sums, targets->count + 1);
    anchor_votes_begin(&votes, corpus, 0, corpus->source->count, 0, corpus->target->count);
    for (uint32_t p = 0; p < sources->count; p++) {
        for (uint32_t i = sources->items[p]; i < sources->items[p + 1]; i++)
            anchor_votes_add(&votes, i);
        for (size_t k = 0; k < votes.targets.touched_count; k++) {
            uint32_t target = votes.targets.touched[k];
            sparse_rows_gather_add(&sums, targets->of[target], votes.targets.values[target]);
        }
        for (size_t k = 0; k < sums.touched_count; k++) {
            uint32_t q = sums.touched[k];
            anchor_votes_consider(&choices[p], q, sums.values[q]);
            anchor_votes_consider(&target_choices[q], p, sums.values[q]);
        }
        sparse_rows_gather_clear(&votes.targets);
        sparse_rows_gather_clear(&sums);
    }
    anchor_votes_free(&votes);
    sparse_rows_gather_free(&sums);
}

static bool is_clear(const struct vote_choice *choice)
{
    return choice->votes >= VOTES_LEAST && choice->votes >= VOTES_CLEARLY * choice->next;
}

/* Of the paragraphs that choose and are chosen, those in the heaviest chain that rises; quadratic
 * in their number, so that what is looked at is bounded. */
#define PAIRS_MOST 4000

struct pair {
    uint32_t source;
    uint32_t target;
    float votes;
    float sum; /* of the heaviest chain that ends here */
    size_t before;
    bool clear;
    bool in_order;
};

struct pairs {
    struct pair *items;
    size_t count;
    size_t capacity;
};

static void pair_up(const struct vote_choice *choices, size_t count,
                    const struct vote_choice *target_choices, struct pairs *pairs)
{
    for (uint32_t p = 0; p < count && pairs->count < PAIRS_MOST; p++) {
        uint32_t q = choices[p].other;
        if (q == NOBODY || target_choices[q].other != p)
            continue;
        VECTOR_PUSH(
            pairs, (struct pair){ .source = p,
                                  .target = q,
                                  .votes = choices[p].votes,
                                  .clear = is_clear(&choices[p]) && is_clear(&target_choices[q]) });
    }
}

static void find_order(struct pairs *pairs)
{
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < pairs->count; i++) {
        struct pair *pair = &pairs->items[i];
        pair->sum = pair->votes;
        pair->before = SIZE_MAX;
        for (size_t k = 0; k < i; k++) {
            const struct pair *other = &pairs->items[k];
            if (other->target < pair->target && other->sum + pair->votes > pair->sum) {
                pair->sum = other->sum + pair->votes;
                pair->before = k;
            }
        }
        if (last == SIZE_MAX || pair->sum > pairs->items[last].sum)
            last = i;
    }
    for (; last != SIZE_MAX; last = pairs->items[last].before)
        pairs->items[last].in_order = true;
}

/* Whether the neighbours of a paragraph that keep their order leave it a place in the other text: then
 * it is there rather than elsewhere, unless very much tells the contrary. */
static bool has_place(const struct pairs *pairs, const struct pair *pair, bool by_source)
{
    const struct pair *before = NULL, *behind = NULL;
    uint32_t at = by_source ? pair->source : pair->target;
    for (size_t i = 0; i < pairs->count && behind == NULL; i++) {
        const struct pair *other = &pairs->items[i];
        uint32_t here = by_source ? other->source : other->target;
        if (other->in_order && here < at)
            before = other;
        else if (other->in_order && here > at)
            behind = other;
    }
    return before != NULL && behind != NULL && pair->votes < VOTES_STRONG &&
           behind->source - before->source == behind->target - before->target;
}

static bool has_paragraphs(const struct paragraphs *paragraphs, size_t sentences)
{
    return paragraphs->count > 2 && paragraphs->count < sentences;
}

void paragraph_moves_find(const struct corpus *corpus, struct moved_blocks *blocks)
{
    struct paragraphs sources = { 0 }, targets = { 0 };
    struct pairs pairs = { 0 };
    read_paragraphs(corpus->source, &sources);
    read_paragraphs(corpus->target, &targets);
    if (has_paragraphs(&sources, corpus->source->count) ||
        has_paragraphs(&targets, corpus->target->count)) {
        struct vote_choice *choices = no_choices(sources.count);
        struct vote_choice *target_choices = no_choices(targets.count);
        choose(corpus, &sources, &targets, choices, target_choices);
        pair_up(choices, sources.count, target_choices, &pairs);
        find_order(&pairs);
        free(choices);
        free(target_choices);
    }
    for (size_t i = 0; i < pairs.count; i++) {
        const struct pair *pair = &pairs.items[i];
        if (!pair->in_order && pair->clear && !has_place(&pairs, pair, true) &&
            !has_place(&pairs, pair, false))
            VECTOR_PUSH(blocks, (struct moved_block){
                                    sources.items[pair->source], sources.items[pair->source + 1],
                                    targets.items[pair->target], targets.items[pair->target + 1] });
    }
    free(pairs.items);
    paragraphs_free(&sources);
    paragraphs_free(&targets);
}
