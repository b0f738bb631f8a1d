#include "align/linking_chance.h"

#include <math.h>
#include <stdlib.h>

#include "align/clue_terms.h"
#include "align/linking_event.h"
#include "align/linking_rest.h"
#include "align/linking_rule.h"
#include "align/linking_weights.h"
#include "align/linking_who.h"
#include "align/shared_strings.h"
#include "align/statements.h"
#include "base/xalloc.h"

#define NO_RIVAL (-8.0F)
#define AHEAD_MOST 4.0F
#define SUPPORTS 3
#define SUPPORT_LEAST 0.02F
#define FIGURE_TELLING 0.3F
#define FIGURE_STRONG 0.6F
#define CLUE_TELLING 0.15F
#define CLUE_FIRM 0.1F
#define CLUE_BESIDE 0.05F /* beside a name that the reader has noted, or in one language */
#define CLUE_ALONE 1.4F   /* a figure that no other sentence has */
#define COMPANY 2         /* links that show that two texts tell of one event */
#define AMONG 0.85F       /* chance from which one thing will do among those */
#define CLUE_AMONG 0.4F
#define CLUE_SOLID 0.3F   /* wherever else it may stand */
#define CLUE_PROOF 0.2F   /* of several that amount to PROOF */
#define PROOF 0.9F
#define COVERED 0.3F      /* of a sentence that tells little else */
#define SURE 0.95F        /* chance of two sentences that quote the same or share so much */
#define TIE 0.0001F       /* of scores */
#define WATCH_EVERY 16 /* pairs: of long sentences one takes milliseconds */
#define SENTENCES_LEARNED 12.0F /* of the reports in one language that taught the weights */

struct chances {
    struct links *links;
    const struct candidates *candidates;
    const struct clues *clues;
    enum pair_kind kind;
    const struct linking_weights *weights;
    struct shared_strings strings; /* of two Chinese texts */
    struct candidate **order;
    size_t count;
    float event[LINKING_EVENT_FACTS];
    float crowd; /* what the chance of any one pair loses in longer texts */
    bool (*go_on)(void *data, double done);
    void *data;
};

/* Asks the caller now and then, while the pairs are gone through. */
static bool may_go_on(const struct chances *chances, size_t pair)
{
    return chances->go_on == NULL || pair % WATCH_EVERY != 0 ||
           chances->go_on(chances->data, (double)pair / (double)chances->count);
}

static float logistic(float x)
{
    return 1 / (1 + expf(-x));
}

/* ---- by itself ---- */

static bool find_logits(struct chances *chances)
{
    struct candidate_list *rows = &chances->links->candidates->rows;
    struct pair_facts facts;
    bool going = true;
    pair_facts_begin(&facts, chances->links->clues);
    going = chances->go_on == NULL || chances->go_on(chances->data, 0);
    for (size_t i = 0; i < rows->count && going; i++) {
        struct candidate *pair = &rows->items[i];
        pair_facts_read(&facts, pair);
        pair->logit = chances->weights->bias;
        for (size_t k = 0; k < FACT_COUNT; k++)
            pair->logit += chances->weights->facts[k] * facts.items[k];
        going = may_go_on(chances, i);
    }
    pair_facts_free(&facts);
    return going;
}

static int compare_places(const struct candidate *one, const struct candidate *other)
{
    if (one->source != other->source)
        return one->source < other->source ? -1 : 1;
    return one->target < other->target ? -1 : one->target > other->target;
}

static int compare_logits(const void *a, const void *b)
{
    const struct candidate *one = *(const struct candidate *const *)a;
    const struct candidate *other = *(const struct candidate *const *)b;
    if (one->logit != other->logit)
        return one->logit > other->logit ? -1 : 1;
    return compare_places(one, other);
}

static int compare_chances(const void *a, const void *b)
{
    const struct candidate *one = *(const struct candidate *const *)a;
    const struct candidate *other = *(const struct candidate *const *)b;
    if (one->chance != other->chance)
        return one->chance > other->chance ? -1 : 1;
    return compare_logits(a, b);
}

/* ---- among all others ---- */

/* By how much a pair is ahead of the best of its row (or column) that does not stand beside it. */
static float ahead(const struct candidates *candidates, const struct candidate *pair, bool row)
{
    const size_t *starts = row ? candidates->row_start : candidates->column_start;
    uint32_t number = row ? pair->source : pair->target;
    float best = NO_RIVAL;
    for (size_t i = starts[number]; i < starts[number + 1]; i++) {
        const struct candidate *rival = &candidates->rows.items[row ? i : candidates->columns[i]];
        if (bead_distance(rival->source, pair->source) + bead_distance(rival->target, pair->target) > 1 &&
            rival->logit > best)
            best = rival->logit;
    }
    float lead = pair->logit - best;
    return lead > AHEAD_MOST ? AHEAD_MOST : lead < -AHEAD_MOST ? -AHEAD_MOST : lead;
}

static bool is_apart(const struct candidate *pair, const struct candidate *const *others,
                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (others[i]->source == pair->source || others[i]->target == pair->target)
            return false;
    }
    return true;
}

/* The sum of the best chances elsewhere; the best of them. By falling logit. */
static float support(const struct chances *chances, const struct candidate *pair, float *strongest)
{
    const struct candidate *taken[SUPPORTS + 1] = { pair };
    size_t count = 1;
    float sum = 0;
    *strongest = 0;
    for (size_t i = 0; i < chances->count && count <= SUPPORTS; i++) {
        const struct candidate *other = chances->order[i];
        float chance = logistic(other->logit);
        if (chance < SUPPORT_LEAST)
            break;
        if (!is_apart(other, taken, count))
            continue;
        *strongest = count == 1 ? chance : *strongest;
        sum += chance;
        taken[count++] = other;
    }
    return sum;
}

static void read_chance(const struct chances *chances, const struct candidate *pair,
                        float facts[CHANCE_COUNT])
{
    facts[CHANCE_BIAS] = 1;
    facts[CHANCE_LOGIT] = pair->logit;
    facts[CHANCE_ROW] = ahead(chances->candidates, pair, true);
    facts[CHANCE_COLUMN] = ahead(chances->candidates, pair, false);
    facts[CHANCE_SUPPORT] = support(chances, pair, &facts[CHANCE_STRONGEST]);
    facts[CHANCE_SHARED] = chances->event[LINKING_EVENT_SHARED];
    facts[CHANCE_EVENT_NAMES] = chances->event[LINKING_EVENT_NAMES];
    facts[CHANCE_EVENT_FIGURES] = chances->event[LINKING_EVENT_FIGURES];
    facts[CHANCE_STRANGE] = chances->event[LINKING_EVENT_STRANGE];
}

/* Where words alone speak for a pair, in one language, or the limit is low, two that have nothing to do with
 * each other come up more often the more pairs there are: each loses what both texts are longer, in their
 * mean. */
static float find_crowd(const struct chances *chances)
{
    float source = (float)chances->clues->source.side->count;
    float target = (float)chances->clues->target.side->count;
    float mean = sqrtf(source * target);
    return mean > SENTENCES_LEARNED ? logf(mean / SENTENCES_LEARNED) : 0;
}

static float chance_of(const struct chances *chances, const struct candidate *pair)
{
    float facts[CHANCE_COUNT], sum = 0;
    read_chance(chances, pair, facts);
    for (size_t i = 0; i < CHANCE_COUNT; i++)
        sum += chances->weights->chances[i] * facts[i];
    return logistic(chances->kind >= PAIR_ENGLISH ? sum - chances->crowd : sum);
}

enum vouching { VOUCHED_NOT, VOUCHED_TOGETHER, VOUCHED_ALONE };

/* Names that the reader has noted are no chance as other words are, which no training text has:
 * with two of them, or one and a figure, less is asked, and where the rule for two Chinese texts is
 * convinced still less. Without a figure one such pair alone may be of stories that only share
 * their people, unless it is their headings. */
static enum vouching vouch(const struct chances *chances, const struct candidate *pair)
{
    struct links *links = chances->links;
    size_t names = 0, figures = 0;
    bool strong = false;
    if (pair->chance < chances->weights->vouched ||
        (pair->chance < chances->weights->named && !linking_rule_convinces(links, pair)))
        return VOUCHED_NOT;
    clues_between(links->clues, &(struct bead){ pair->source, pair->target, 1, 1, 0 },
                  &links->list);
    for (size_t i = 0; i < links->list.count; i++) {
        names += links->list.items[i].kind == CLUE_NAME;
        figures += links->list.items[i].kind == CLUE_FIGURE &&
                   links->list.items[i].weight >= FIGURE_TELLING;
        strong = strong || (links->list.items[i].kind == CLUE_FIGURE &&
                            links->list.items[i].weight >= FIGURE_STRONG);
    }
    if (strong && chances->kind >= PAIR_ENGLISH)
        return VOUCHED_ALONE;
    if (names > 0 && (figures > 0 || links->clues->source.side->sentences[pair->source].heading))
        return VOUCHED_ALONE;
    return names > 1 ? VOUCHED_TOGETHER : VOUCHED_NOT;
}

static bool find_chances(struct chances *chances)
{
    struct links *links = chances->links;
    bool going = true;
    for (size_t i = 0; i < chances->count && going; i++) {
        struct candidate *pair = chances->order[i];
        pair->chance = chance_of(chances, pair);
        float *source = &links->source_chance[pair->source];
        float *target = &links->target_chance[pair->target];
        *source = pair->chance > *source ? pair->chance : *source;
        *target = pair->chance > *target ? pair->chance : *target;
        going = may_go_on(chances, i);
    }
    return going;
}

static bool is_quoted(const struct chances *chances, const struct candidate *pair)
{
    const struct weighted *items;
    size_t count = sparse_rows_at(&chances->clues->quoted, pair->source, &items);
    for (size_t i = 0; i < count; i++) {
        if (items[i].id == pair->target)
            return true;
    }
    return false;
}

/* Whether two sentences, each other's best, have in common what no two unrelated texts have. */
static bool is_alone(const struct chances *chances, const struct candidate *pair)
{
    return pair->logit >= chances->weights->alone &&
           candidates_lead(chances->candidates, pair) > 0;
}

/* The same words within quotation marks are no chance either, whatever is told around them. */
static void raise_sure(struct chances *chances)
{
    for (size_t i = 0; i < chances->count; i++) {
        struct candidate *pair = chances->order[i];
        if (pair->chance < SURE &&
            (is_alone(chances, pair) || is_quoted(chances, pair)))
            pair->chance = SURE;
    }
}

static bool raise_vouched(struct chances *chances)
{
    struct candidate **raised = xreallocarray(NULL, chances->count + 1, sizeof *raised);
    float least = chances->weights->link;
    size_t count = 0, sure = 0;
    bool going = true;
    for (size_t i = 0; i < chances->count && going; i++) {
        struct candidate *pair = chances->order[i];
        enum vouching vouching = pair->chance < least ? vouch(chances, pair) : VOUCHED_NOT;
        if (vouching == VOUCHED_ALONE)
            pair->chance = least;
        else if (vouching == VOUCHED_TOGETHER)
            raised[count++] = pair;
        sure += pair->chance >= least;
        going = may_go_on(chances, i);
    }
    for (size_t i = 0; i < count && sure + count > 1; i++)
        raised[i]->chance = least;
    free(raised);
    return going;
}

/* ---- links ---- */

/* Whether another pair of the row or column, not beside it, is just as good. */
static bool is_doubled(const struct candidates *candidates, const struct candidate *pair, bool row)
{
    const size_t *starts = row ? candidates->row_start : candidates->column_start;
    uint32_t number = row ? pair->source : pair->target;
    for (size_t i = starts[number]; i < starts[number + 1]; i++) {
        const struct candidate *rival = &candidates->rows.items[row ? i : candidates->columns[i]];
        if (bead_distance(rival->source, pair->source) + bead_distance(rival->target, pair->target) > 1 &&
            fabsf(rival->score - pair->score) < TIE)
            return true;
    }
    return false;
}

/* Whether both are what a report begins with. */
static bool both_open(const struct candidate *pair)
{
    return pair->source <= LINKS_OPENING && pair->target <= LINKS_OPENING;
}

/* Whether two Chinese sentences, whose clues are listed, share more than one string beside who
 * speaks, or a figure that few have; what both texts open with need not. */
static bool says_more(const struct chances *chances, const struct candidate *pair)
{
    const struct clue_list *list = &chances->links->list;
    if (both_open(pair))
        return true;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].kind == CLUE_FIGURE && list->items[i].weight >= FIGURE_STRONG)
            return true;
    }
    return shared_strings_count(&chances->strings, list, pair->source, pair->target) > 1;
}

/* Whether what two sentences share is much of the smaller of them. */
static bool covers(const struct chances *chances, const struct candidate *pair, float shared)
{
    float source = chances->clues->source.size[pair->source];
    float target = chances->clues->target.size[pair->target];
    return shared >= COVERED * (source < target ? source : target);
}

/* Whether a reader would see why: two things in common, or three where they are but names, beside that
 * somebody speaks, and no other pair just as good. One will do that is a figure which nothing else has, or, where a
 * dictionary vouches for words or both begin with it, with others that stand all over the texts; or
 * in two languages with any other, when there is little else in one of the sentences. Among other
 * links one will do that is no day. */
static bool is_plain(struct chances *chances, const struct candidate *pair)
{
    struct links *links = chances->links;
    float least = chances->kind >= PAIR_ENGLISH ? CLUE_BESIDE : CLUE_TELLING;
    size_t names = 0, others = 0, telling = 0, solid = 0;
    struct bead bead = { pair->source, pair->target, 1, 1, 0 };
    float sum = 0, most = 0;
    if (is_quoted(chances, pair))
        return true;
    if (is_doubled(chances->candidates, pair, true) || is_doubled(chances->candidates, pair, false))
        return false;
    clues_between(links->clues, &bead, &links->list);
    for (size_t i = 0; i < links->list.count && i < CLUES_HEAVIEST; i++) {
        const struct clue *clue = &links->list.items[i];
        if (clue_is_heard(&links->list, i))
            continue;
        sum += clue->weight;
        names += clue->kind == CLUE_NAME;
        if (clues_is_saying(links->clues, clue))
            continue;
        if (clue->kind != CLUE_NAME && clue->weight > most && !clues_is_day(chances->clues, clue))
            most = clue->weight;
        others += clue->kind != CLUE_NAME && clue->weight >= CLUE_BESIDE;
        telling += clue->kind != CLUE_NAME && clue->weight >= least;
        solid += clue->weight + clues_topic(links->clues, clue) >= CLUE_SOLID;
    }
    if (chances->kind == PAIR_CHINESE && !says_more(chances, pair))
        return false;
    if (chances->kind == PAIR_ENGLISH &&
        statements_differ(links->clues, &links->list, &bead, CLUE_BESIDE))
        return false;
    if (links->list.count > 0 && links->list.items[0].weight >= CLUE_ALONE)
        return true;
    if (links->count >= COMPANY && pair->chance >= AMONG && most >= CLUE_AMONG)
        return true;
    bool opens = both_open(pair);
    bool vouched = chances->kind == PAIR_DICTIONARY || (opens && chances->kind == PAIR_BARE);
    if (vouched && telling > 0 && solid > (opens ? 1 : 2))
        return true;
    if (chances->kind < PAIR_ENGLISH && telling > 0 && others > 1 && covers(chances, pair, sum))
        return true;
    return names == 0 ? telling > 1 : others > 0 ? names + others > 1 : names > 2;
}

/* The least chance of a pair that shares much: less where others are linked already. */
static float least_proven(const struct chances *chances)
{
    return chances->links->count >= COMPANY ? chances->weights->backed : chances->weights->proven;
}

/* Whether two sentences, each other's best, share so much that a link may be less likely than others: two
 * things that tell, or one figure that nothing else has. Names that the reader has noted do not count, which
 * other stories of the same people have as well; nor, where others are linked, do days. Then what
 * both begin with is what it is all about, and needs no more. */
static bool is_proven(struct chances *chances, const struct candidate *pair)
{
    struct links *links = chances->links;
    size_t proofs = 0;
    float sum = 0, odds = (1 - pair->chance) / pair->chance * expf(chances->crowd);
    float chance = 1 / (1 + odds);
    bool backed = chance < chances->weights->proven, alone = false;
    if (chance < least_proven(chances) || candidates_lead(chances->candidates, pair) <= 0)
        return false;
    if (both_open(pair) && links->count >= COMPANY)
        return true;
    clues_between(links->clues, &(struct bead){ pair->source, pair->target, 1, 1, 0 },
                  &links->list);
    for (size_t i = 0; i < links->list.count && i < CLUES_HEAVIEST; i++) {
        const struct clue *clue = &links->list.items[i];
        if (clue->kind == CLUE_NAME || clue_is_heard(&links->list, i) ||
            (backed && clues_is_day(chances->clues, clue)))
            continue;
        sum += clue->weight;
        proofs += clue->weight >= CLUE_PROOF;
        alone = alone || clue->weight >= CLUE_ALONE;
    }
    return (alone || (proofs > 1 && sum >= PROOF)) &&
           (chances->kind >= PAIR_ENGLISH ||
            !pair_facts_differ(chances->clues, &links->list, pair->source, pair->target));
}

static bool take_links(struct chances *chances)
{
    struct links *links = chances->links;
    float least = chances->weights->link, again = chances->weights->again;
    bool going = true;
    for (size_t i = 0;
         going && i < chances->count && chances->order[i]->chance >= least_proven(chances); i++) {
        const struct candidate *pair = chances->order[i];
        going = may_go_on(chances, i);
        if (!is_plain(chances, pair) || (pair->chance < least && !is_proven(chances, pair)))
            continue;
        bool linked = links->source_link[pair->source] != LINKS_NONE ||
                      links->target_link[pair->target] != LINKS_NONE;
        if (!linked)
            links_add(links, pair, pair->chance);
        else if (pair->chance >= again && !links_join(links, pair) && pair->chance >= chances->weights->also)
            links_also(links, pair, pair->chance);
    }
    return going;
}

/* Whether two sentences share so much that they may be all that two texts share: three things that
 * tell, a telling figure and one more, not figures alone or with a word that any sentence has, and
 * none that differs; or the same quotation. */
static bool is_firm(const struct chances *chances, const struct bead *bead)
{
    struct links *links = chances->links;
    size_t telling = 0, words = 0;
    bool figure = false;
    clues_between(links->clues, bead, &links->list);
    for (size_t i = 0; i < links->list.count && i < CLUES_HEAVIEST; i++) {
        const struct clue *clue = &links->list.items[i];
        if (clue_is_heard(&links->list, i) || clue->weight < CLUE_FIRM)
            continue;
        telling++;
        words += clue->kind != CLUE_FIGURE && clue->weight >= CLUE_SOLID;
        figure = figure || (clue->kind == CLUE_FIGURE && clue->weight >= FIGURE_STRONG);
    }
    if (words > 0 &&
        !pair_facts_differ(links->clues, &links->list, bead->source, bead->target) &&
        (telling > 2 || (figure && telling > 1)))
        return true;
    return is_quoted(chances,
                     &(struct candidate){ .source = bead->source, .target = bead->target });
}

/* A rare word and a country may be in any two texts: what stands alone must be firm, but for what
 * both begin with. */
static bool is_lone(const struct chances *chances)
{
    if (chances->links->count != 1)
        return false;
    const struct bead *bead = &chances->links->items[0].bead;
    return bead->source_count + bead->target_count == 2 &&
           (bead->source > LINKS_OPENING || bead->target > LINKS_OPENING) && !is_firm(chances, bead);
}

/* Drops all links where they do not show that the texts are of one event. */
static void drop_stray(struct chances *chances)
{
    struct links *links = chances->links;
    if (!is_lone(chances) && !linking_who_is_all(links))
        return;
    for (size_t i = 0; i < links->count; i++) {
        const struct bead *bead = &links->items[i].bead;
        for (uint32_t k = 0; k < bead->source_count; k++)
            links->source_link[bead->source + k] = LINKS_NONE;
        for (uint32_t k = 0; k < bead->target_count; k++)
            links->target_link[bead->target + k] = LINKS_NONE;
    }
    links->count = 0;
}

/* Weighs all pairs by themselves; false when stopped. */
static bool begin(struct chances *chances, struct links *links,
                  const struct linking_weights *weights, bool (*go_on)(void *data, double done),
                  void *data)
{
    *chances = (struct chances){ .links = links,
                                 .candidates = links->candidates,
                                 .clues = links->clues,
                                 .kind = linking_event_kind(links->clues),
                                 .count = links->candidates->rows.count,
                                 .go_on = go_on,
                                 .data = data };
    chances->weights = weights != NULL ? weights : &linking_weights[chances->kind];
    linking_event_weigh(chances->candidates, chances->event);
    chances->crowd = find_crowd(chances);
    if ((go_on != NULL && !go_on(data, 0)) || !find_logits(chances))
        return false;
    if (chances->kind == PAIR_CHINESE)
        shared_strings_build(&chances->strings, chances->clues);
    chances->order = xreallocarray(NULL, chances->count + 1, sizeof *chances->order);
    for (size_t i = 0; i < chances->count; i++)
        chances->order[i] = &links->candidates->rows.items[i];
    if (chances->count > 1)
        qsort(chances->order, chances->count, sizeof *chances->order, compare_logits);
    return true;
}

void linking_chance_read(struct links *links, const struct linking_weights *weights,
                         float (*facts)[CHANCE_COUNT])
{
    struct chances chances;
    begin(&chances, links, weights, NULL, NULL);
    for (size_t i = 0; i < chances.count; i++)
        read_chance(&chances, &links->candidates->rows.items[i], facts[i]);
    shared_strings_free(&chances.strings);
    free(chances.order);
}

bool linking_chance_find(struct links *links, const struct linking_weights *weights,
                         bool (*go_on)(void *data, double done), void *data)
{
    struct chances chances;
    if (!begin(&chances, links, weights, go_on, data))
        return false;
    bool vouching = links->clues->name_count > 0 || chances.kind >= PAIR_ENGLISH;
    bool going = find_chances(&chances) && (!vouching || raise_vouched(&chances));
    if (going)
        raise_sure(&chances);
    if (going && chances.count > 1)
        qsort(chances.order, chances.count, sizeof *chances.order, compare_chances);
    going = going && take_links(&chances) &&
            linking_rest_take(links, chances.order, chances.count, chances.weights, go_on, data);
    if (going)
        drop_stray(&chances);
    if (going && links->clues->name_count > 0)
        linking_rule_grow(links);
    shared_strings_free(&chances.strings);
    free(chances.order);
    return going;
}
