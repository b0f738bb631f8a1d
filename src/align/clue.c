#include "align/clue.h"

#include <math.h>
#include <string.h>

#define RARITY_LEAST 0.05

float clue_rarity(size_t having, size_t sentences)
{
    double n = (double)(sentences > CLUES_SENTENCES ? sentences : CLUES_SENTENCES);
    double d = (double)(having > 0 ? having : 1);
    double rarity = log((n + 1) / d) / log(n + 1);
    return (float)(rarity > RARITY_LEAST ? rarity : RARITY_LEAST);
}

int clue_compare(const void *a, const void *b)
{
    const struct clue *one = a, *other = b;
    if (one->weight != other->weight)
        return one->weight > other->weight ? -1 : 1;
    if (one->kind != other->kind)
        return one->kind > other->kind ? -1 : 1;
    if (one->target != other->target)
        return one->target < other->target ? -1 : 1;
    return one->source < other->source ? -1 : one->source > other->source;
}

void clue_blank(struct clue_side *side, struct span span)
{
    memset(side->text + span.start, ' ', span.end - span.start);
}
