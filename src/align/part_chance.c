#include "align/part_chance.h"

#include <math.h>

#define SEEN_MOST 4.0   /* figures to a sentence */
#define FIGURES_BASE 2.0
#define LOST_LEAST (-1.0) /* evidence to a sentence, that is lost when it is turned */
#define LOST_MOST 2.0
#define PART_MOST 0.7   /* times as many sentences as the other text has */
#define PART_LEAST 5    /* sentences of it, */
#define FEW 8           /* of which so few */
#define TOLD_FEW 0.96   /* must be likelier */
#define TOLD 0.9
#define TINY_BEADS 14   /* that may be refuted, */
#define TINY_LEAST 6    /* of so many sentences: fewer tell nothing */
#define REFUTED 0.4

/* Learned of what is told of above; each is multiplied by what its comment says. */
#define WEIGHT_LIKELY 3.54      /* confidence of the beads, to a sentence of the shorter text */
#define WEIGHT_LONG 2.942       /* the same, by the logarithm of how many those are */
#define WEIGHT_LOST 1.752       /* evidence that is lost when they are turned */
#define WEIGHT_RATIO 0.247      /* logarithm of how many times longer the other text is */
#define WEIGHT_UNMATCHED (-10.683) /* share of the figures that the other half has not */
#define WEIGHT_SEEN (-3.282)    /* figures */
#define WEIGHT_CROSSING (-16.604) /* links of reports that change places */
#define BASE (-5.681)

static double chance_of(const struct rendered_signs *signs, double lost)
{
    double part = signs->shorter, seen = signs->seen / part, likely = signs->likely / part;
    double sum = BASE + WEIGHT_LIKELY * likely + WEIGHT_LONG * log(part) * likely +
                 WEIGHT_LOST * lost + WEIGHT_RATIO * log((signs->sentences - part) / part) +
                 WEIGHT_UNMATCHED * signs->unmatched / (signs->figures + FIGURES_BASE) +
                 WEIGHT_SEEN * (seen < SEEN_MOST ? seen : SEEN_MOST) +
                 WEIGHT_CROSSING * signs->crossing / part;
    return 1 / (1 + exp(-sum));
}

double part_chance_find(const struct rendered_signs *signs, const struct rendered_signs *turned)
{
    double lost = (signs->clues - turned->clues) / signs->shorter;
    return chance_of(signs, fmax(LOST_LEAST, fmin(lost, LOST_MOST)));
}

bool part_chance_may_tell(const struct rendered_signs *signs, bool translated)
{
    static const struct rendered_signs nothing = { .clues = 0 };
    if (signs->pinned || signs->beads == 0)
        return false;
    return translated ? part_chance_refutes(signs, chance_of(signs, LOST_LEAST))
                      : part_chance_tells(signs, part_chance_find(signs, &nothing));
}

bool part_chance_tells(const struct rendered_signs *signs, double chance)
{
    double part = signs->shorter;
    return part >= PART_LEAST && part < PART_MOST * (signs->sentences - part) &&
           chance >= (part < FEW ? TOLD_FEW : TOLD);
}

bool part_chance_refutes(const struct rendered_signs *signs, double chance)
{
    return signs->shorter >= TINY_LEAST && signs->beads <= TINY_BEADS && chance < REFUTED;
}
