#include "align/part_chance.h"

#include <math.h>

#define SEEN_MOST 4.0   /* figures to a sentence */
#define FIGURES_BASE 2.0
#define LOST_LEAST (-1.0) /* evidence to a sentence, that is lost when it is turned */
#define LOST_MOST 2.0
#define LONGER_MOST 1.8   /* logarithm of how many times: of less than a sixth nothing is learned */
#define PART_MOST 0.7   /* times as many sentences as the other text has */
#define CLUES_ENOUGH 20  /* pieces of evidence, however many sentences have none */
#define ORDER_LEAST 5   /* sentences that have an order to speak of */
#define TOLD 0.85
#define TINY_BEADS 14   /* that may be refuted, */
#define TINY_LEAST 6    /* of so many sentences: fewer tell nothing */
#define REFUTED 0.55

/* Learned by tests/align/learn_parts.c: of parts. */
static const double part_weights[PART_CHANCE_FACTS] = {
    -15.711, /* always */
    -4.553,  /* confidence of the beads, to a sentence of the shorter text, */
    8.752,   /* the same, by the logarithm of how many those are */
    0.580,   /* evidence that is lost when they are turned */
    6.949,   /* logarithm of how many times longer the other text is */
    -7.630,  /* share of the figures that the other half has not */
    -0.822,  /* figures, to a sentence */
    -5.113,  /* links of reports that change places, to a sentence */
};

/* Of an earlier set of pairs, which knew what few sentences of either text are: more trust in what
 * fits, less in its length. */
static const double few_weights[PART_CHANCE_FACTS] = { -5.681, 3.54,    2.942,  1.752,
                                                       0.247,  -10.683, -3.282, -16.604 };

static void read_facts(const struct rendered_signs *signs, double lost,
                       double facts[PART_CHANCE_FACTS])
{
    double part = signs->shorter, likely = signs->likely / part;
    facts[0] = 1;
    facts[1] = likely;
    facts[2] = log(part) * likely;
    facts[3] = lost;
    facts[4] = fmin(log((signs->sentences - part) / part), LONGER_MOST);
    facts[5] = signs->unmatched / (signs->figures + FIGURES_BASE);
    facts[6] = fmin(signs->seen / part, SEEN_MOST);
    facts[7] = signs->crossing / part;
}

static double chance_of(const struct rendered_signs *signs, bool translated, double lost)
{
    const double *weights = translated ? few_weights : part_weights;
    double facts[PART_CHANCE_FACTS], sum = 0;
    read_facts(signs, lost, facts);
    for (size_t i = 0; i < PART_CHANCE_FACTS; i++)
        sum += weights[i] * facts[i];
    return 1 / (1 + exp(-sum));
}

static double find_lost(const struct rendered_signs *signs, const struct rendered_signs *turned)
{
    return fmax(LOST_LEAST, fmin((signs->clues - turned->clues) / signs->shorter, LOST_MOST));
}

void part_chance_facts(const struct rendered_signs *signs, const struct rendered_signs *turned,
                       double facts[PART_CHANCE_FACTS])
{
    read_facts(signs, find_lost(signs, turned), facts);
}

double part_chance_find(const struct rendered_signs *signs, const struct rendered_signs *turned,
                        bool translated)
{
    double lost = find_lost(signs, turned);
    if (!translated && lost <= 0 && signs->shorter >= ORDER_LEAST)
        return 0; /* whatever else is told: there is as much in any order */
    return chance_of(signs, translated, lost);
}

bool part_chance_has_evidence(const struct rendered_signs *signs)
{
    return signs->beads > 0 && signs->clues >= fmin(signs->shorter, CLUES_ENOUGH);
}

bool part_chance_may_tell(const struct rendered_signs *signs, bool translated)
{
    static const struct rendered_signs nothing = { .clues = 0 };
    if (signs->pinned || signs->beads == 0)
        return false;
    return translated ? part_chance_refutes(signs, chance_of(signs, true, LOST_LEAST))
                      : part_chance_tells(signs, part_chance_find(signs, &nothing, false));
}

bool part_chance_tells(const struct rendered_signs *signs, double chance)
{
    double part = signs->shorter;
    return part >= PART_CHANCE_LEAST && part < PART_MOST * (signs->sentences - part) &&
           part_chance_has_evidence(signs) && chance >= TOLD;
}

bool part_chance_refutes(const struct rendered_signs *signs, double chance)
{
    return signs->shorter >= TINY_LEAST && signs->beads <= TINY_BEADS && chance < REFUTED;
}
