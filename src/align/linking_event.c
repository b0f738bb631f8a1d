#include "align/linking_event.h"

#include <math.h>
#include <stdlib.h>

#include "align/clue_figures.h"
#include "align/linking_principals.h"
#include "base/xalloc.h"

#define EVENT_FIGURE 0.9F
#define STRANGE_MOST 1.5F /* what names of one story the other may leave out */

static float mean_best(const struct candidates *candidates, size_t sentences, bool source)
{
    float sum = 0;
    for (uint32_t i = 0; i < sentences; i++)
        sum += candidates_best(candidates, i, source);
    return sentences > 0 ? sum / (float)sentences : 0;
}

/* By term, how surely the source has it at all. */
static float *find_surest(const struct clues *clues)
{
    float *surest = xcalloc(clues->term_count + 1, sizeof *surest);
    for (size_t i = 0; i < clues->source.terms.count; i++) {
        const struct weighted *term = &clues->source.terms.items[i];
        surest[term->id] = term->weight > surest[term->id] ? term->weight : surest[term->id];
    }
    return surest;
}

/* Names and proper nouns that both texts have, the more the rarer they are. */
static float count_names(const struct clues *clues, const float *surest)
{
    float names = (float)clues->name_count;
    for (uint32_t i = 0; i < clues->corpus.tokens.count; i++) {
        if (clues->corpus.proper[i] && clues->target.term_sentences[i] > 0)
            names += clues->common[i] * clues->common[i] * surest[i];
    }
    return names;
}

static size_t count_telling(const struct figures *figures)
{
    size_t count = 0;
    for (size_t i = 0; i < figures->count; i++)
        count += figures->items[i].kind != FIGURE_DATE &&
                 clue_figures_worth(&figures->items[i]) >= EVENT_FIGURE;
    return count;
}

/* The less of the figures are equal, the more may those be by chance. */
static float weigh_figures(const struct clues *clues, float equal)
{
    size_t source = count_telling(&clues->source.figures);
    size_t target = count_telling(&clues->target.figures);
    float fewer = (float)(source < target ? source : target);
    return fewer > equal ? equal * equal / fewer : equal;
}

static float count_figures(const struct clues *clues)
{
    float figures = 0;
    for (size_t i = 0; i < clues->figure_pairs.row_count; i++) {
        const struct weighted *pairs;
        size_t count = sparse_rows_at(&clues->figure_pairs, i, &pairs);
        bool exact = false;
        for (size_t k = 0; k < count; k++)
            exact = exact || pairs[k].weight >= EVENT_FIGURE;
        figures += exact;
    }
    return figures;
}

void linking_event_weigh(const struct candidates *candidates, float facts[LINKING_EVENT_FACTS])
{
    const struct clues *clues = candidates->clues;
    float source = mean_best(candidates, clues->source.side->count, true);
    float target = mean_best(candidates, clues->target.side->count, false);
    facts[LINKING_EVENT_SHARED] = source > target ? source : target;
    float *surest = find_surest(clues), figures = count_figures(clues);
    struct linking_principals principals = linking_principals_weigh(clues, surest);
    facts[LINKING_EVENT_NAMES] = logf(1 + count_names(clues, surest));
    facts[LINKING_EVENT_FIGURES] = logf(1 + figures);
    float strange = (1 + principals.strange) / (1 + principals.known + weigh_figures(clues, figures));
    facts[LINKING_EVENT_STRANGE] = strange > STRANGE_MOST ? logf(strange / STRANGE_MOST) : 0;
    free(surest);
}

enum pair_kind linking_event_kind(const struct clues *clues)
{
    if (!corpus_is_han(clues->source.side))
        return PAIR_ENGLISH;
    if (clues->han)
        return PAIR_CHINESE;
    return lexicon_has_dictionary(clues->corpus.lexicon) ? PAIR_DICTIONARY : PAIR_BARE;
}
