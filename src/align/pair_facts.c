#include "align/pair_facts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "align/clue_figures.h"
#include "base/xalloc.h"

#define CLUE_MOST 1.5F
#define SUM_MOST 2.0F
#define NAME_LEAST 0.2F
#define LEAD 2 /* the last sentence of a lead, from 0 */
#define BACK_FACTOR 2.5F
#define BACK_COMMON 0.3F /* what a tie is worth to a word that tells nothing */
#define SOFT_BASE 1.0F
#define FIGURE_TELLING 0.7F
#define BACK_BASE 2.0F

/* Whether what a sentence tells is somebody's words, by a verb of saying or a quotation mark. */
static bool is_said(const struct side *side, struct span span)
{
    static const char *const signs[] = { "said", "says", "told", "\"", "“",    "「",
                                         "说",   "說",   "称",   "稱", "表示", "指出" };
    for (size_t at = span.start; at < span.end; at++) {
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            if (side->text[at] != signs[i][0])
                continue;
            size_t length = strlen(signs[i]);
            if (length <= span.end - at && memcmp(side->text + at, signs[i], length) == 0)
                return true;
        }
    }
    return false;
}

static bool *list_said(const struct side *side)
{
    bool *said = xcalloc(side->count + 1, sizeof *said);
    for (size_t i = 0; i < side->count; i++)
        said[i] = is_said(side, side->sentences[i].span);
    return said;
}

void pair_facts_begin(struct pair_facts *facts, struct clues *clues)
{
    *facts = (struct pair_facts){ .clues = clues };
    facts->said[0] = list_said(clues->source.side);
    facts->said[1] = list_said(clues->target.side);
    if (clues->two_scripts)
        character_ties_build(&facts->ties, &clues->corpus);
    if (clues->han)
        character_shares_build(&facts->shares, clues);
}

void pair_facts_free(struct pair_facts *facts)
{
    if (facts->clues->two_scripts)
        character_ties_free(&facts->ties);
    if (facts->clues->han)
        character_shares_free(&facts->shares);
    free(facts->list.items);
    free(facts->said[0]);
    free(facts->said[1]);
}

static float least(float one, float other)
{
    return one < other ? one : other;
}

/* ---- what explains what ---- */

/* How surely a sentence has a term. */
static float sure_of(const struct rows *terms, size_t sentence, uint32_t term)
{
    const struct weighted *items;
    size_t count = sparse_rows_at(terms, sentence, &items);
    for (size_t i = 0; i < count; i++) {
        if (items[i].id == term)
            return least(items[i].weight, 1);
    }
    return 0;
}

static float worth_of(const struct clues *clues, const struct clue_side *side, uint32_t term)
{
    return clues->common[term] * clue_rarity(side->term_sentences[term], side->side->count);
}

/* How much of a sentence there is to explain, and how much is explained. */
struct shares {
    float sum;
    float all;
};

/* The names of a sentence: those that the other text has too explain themselves. */
static void add_names(const struct clue_side *side, size_t sentence,
                      const struct clue_side *other, size_t other_sentence, struct shares *shares)
{
    const struct weighted *items;
    size_t count = sparse_rows_at(&side->names, sentence, &items);
    for (size_t i = 0; i < count; i++) {
        float worth = clue_rarity(side->name_sentences[items[i].id], side->side->count);
        shares->all += worth;
        shares->sum += worth * sure_of(&other->names, other_sentence, items[i].id);
    }
}

/* In one language: the share of one sentence's terms that the other has. */
static float share_of(const struct clues *clues, const struct clue_side *side, size_t sentence,
                      const struct clue_side *other, size_t other_sentence)
{
    const struct weighted *items;
    struct shares shares = { 0 };
    size_t count = sparse_rows_at(&side->terms, sentence, &items);
    for (size_t i = 0; i < count; i++) {
        float worth = worth_of(clues, side, items[i].id);
        shares.all += worth;
        shares.sum += worth * sure_of(&other->terms, other_sentence, items[i].id);
    }
    add_names(side, sentence, other, other_sentence, &shares);
    return shares.sum / (side->size[sentence] + SOFT_BASE);
}

/* The characters of the sentence have been asked for their ties with every token of the other. */
static float explain_characters(const struct pair_facts *facts, const struct candidate *pair)
{
    const struct character_ties *ties = &facts->ties;
    const struct clues *clues = facts->clues;
    const struct weighted *items;
    struct shares shares = { 0 };
    size_t count = sparse_rows_at(&ties->sentences, pair->source, &items);
    for (size_t i = 0; i < count; i++) {
        uint32_t c = items[i].id;
        float worth =
            ties->rare[c] * clue_rarity(ties->having[c], clues->source.side->count);
        shares.all += worth;
        shares.sum += worth * least(BACK_FACTOR * ties->strongest[c], 1);
    }
    add_names(&clues->source, pair->source, &clues->target, pair->target, &shares);
    return shares.sum / (shares.all + BACK_BASE);
}

static void explain_tokens(struct pair_facts *facts, const struct candidate *pair)
{
    const struct clues *clues = facts->clues;
    const struct weighted *items;
    struct shares shares = { 0 };
    size_t count = sparse_rows_at(&clues->target.terms, pair->target, &items);
    character_ties_mark(&facts->ties, pair->source);
    for (size_t i = 0; i < count; i++) {
        uint32_t term = items[i].id;
        float worth = worth_of(clues, &clues->target, term);
        float tied = character_ties_token(&facts->ties, term,
                                          BACK_COMMON + (1 - BACK_COMMON) * clues->common[term]);
        float sure = sure_of(&clues->source.terms, pair->source, term);
        shares.all += worth;
        shares.sum += worth * (tied > sure ? tied : sure);
    }
    add_names(&clues->target, pair->target, &clues->source, pair->source, &shares);
    facts->items[FACT_SOFT] = shares.sum / (shares.all + SOFT_BASE);
    facts->items[FACT_BACK] = explain_characters(facts, pair);
    character_ties_clear(&facts->ties, pair->source);
}

static void explain(struct pair_facts *facts, const struct candidate *pair)
{
    const struct clues *clues = facts->clues;
    if (clues->two_scripts) {
        explain_tokens(facts, pair);
        return;
    }
    float parts[2];
    if (clues->han) {
        character_shares_between(&facts->shares, pair->source, pair->target, parts);
    } else {
        parts[0] = share_of(clues, &clues->source, pair->source, &clues->target, pair->target);
        parts[1] = share_of(clues, &clues->target, pair->target, &clues->source, pair->source);
    }
    facts->items[FACT_SOFT] = parts[0] > parts[1] ? parts[0] : parts[1];
    facts->items[FACT_BACK] = least(parts[0], parts[1]);
}

/* ---- all of it ---- */

static void sum_clues(struct pair_facts *facts, float *sum)
{
    float figures = 0, proper = 0, names = 0;
    *sum = 0;
    for (size_t i = 0; i < facts->list.count; i++) {
        const struct clue *clue = &facts->list.items[i];
        bool name = clue->kind == CLUE_NAME || clue->proper;
        *sum += clue->weight;
        figures += clue->kind == CLUE_FIGURE ? clue->weight : 0;
        proper += name ? clue->weight : 0;
        names += clue->kind == CLUE_NAME || (clue->proper && clue->weight >= NAME_LEAST);
        if (i < 3)
            facts->items[FACT_FIRST + i] = least(clue->weight, CLUE_MOST);
    }
    facts->items[FACT_FIGURE] = least(figures, SUM_MOST);
    facts->items[FACT_PROPER] = least(proper, SUM_MOST);
    facts->items[FACT_NAMES] = names;
}

/* Which kinds of figures that tell something a sentence has. */
static unsigned kinds_of(const struct clue_side *side, size_t sentence)
{
    unsigned kinds = 0;
    for (size_t i = side->first_figure[sentence]; i < side->first_figure[sentence + 1]; i++) {
        if (clue_figures_worth(&side->figures.items[i]) >= FIGURE_TELLING)
            kinds |= 1U << side->figures.items[i].kind;
    }
    return kinds;
}

unsigned pair_facts_differing(const struct clues *clues, const struct clue_list *list,
                              size_t source, size_t target)
{
    unsigned kinds = kinds_of(&clues->source, source) & kinds_of(&clues->target, target);
    for (size_t i = 0; i < list->count; i++) {
        const struct clue *clue = &list->items[i];
        if (clue->kind == CLUE_FIGURE)
            kinds &= ~(1U << clues->source.figures.items[clue->source].kind) &
                     ~(1U << clues->target.figures.items[clue->target].kind);
    }
    return kinds;
}

bool pair_facts_differ(const struct clues *clues, const struct clue_list *list, size_t source,
                       size_t target)
{
    return (pair_facts_differing(clues, list, source, target) & ~(1U << FIGURE_DATE)) != 0;
}

static float sum_topic(const struct pair_facts *facts)
{
    float sum = 0;
    for (size_t i = 0; i < facts->list.count; i++)
        sum += clues_topic(facts->clues, &facts->list.items[i]);
    return logf(1 + sum);
}

void pair_facts_read(struct pair_facts *facts, const struct candidate *pair)
{
    struct clues *clues = facts->clues;
    float source = clues->source.size[pair->source], target = clues->target.size[pair->target];
    float *items = facts->items, sum;
    items[FACT_FIRST] = items[FACT_SECOND] = items[FACT_THIRD] = 0;
    clues_between(clues, &(struct bead){ pair->source, pair->target, 1, 1, 0 }, &facts->list);
    sum_clues(facts, &sum);
    items[FACT_SCORE] = pair->score;
    items[FACT_SUM] = logf(1 + sum);
    items[FACT_LEAD] = pair->source <= LEAD && pair->target <= LEAD;
    items[FACT_TOPIC] = sum_topic(facts);
    items[FACT_SPEECH] = facts->said[0][pair->source] == facts->said[1][pair->target];
    items[FACT_TITLE] = pair->source == 0 && pair->target == 0;
    items[FACT_EARLY] = -logf(1 + (float)pair->source + (float)pair->target);
    items[FACT_COVER] = sum / (1 + least(source, target));
    items[FACT_SOURCE_SIZE] = logf(1 + source);
    items[FACT_TARGET_SIZE] = logf(1 + target);
    items[FACT_DIFFER] = 0;
    for (unsigned kinds = pair_facts_differing(clues, &facts->list, pair->source, pair->target);
         kinds != 0; kinds &= kinds - 1)
        items[FACT_DIFFER]++;
    explain(facts, pair);
}
