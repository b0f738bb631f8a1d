#include "align/clue.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define RARITY_LEAST 0.05
#define FEW 16 /* as two sentences share mostly, are sorted without a call for each pair */

float clue_rarity(size_t having, size_t sentences)
{
    double n = (double)(sentences > CLUES_SENTENCES ? sentences : CLUES_SENTENCES);
    double d = (double)(having > 0 ? having : 1);
    double rarity = log((n + 1) / d) / log(n + 1);
    return (float)(rarity > RARITY_LEAST ? rarity : RARITY_LEAST);
}

static int compare_clues(const void *a, const void *b)
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

void clue_sort(struct clue *items, size_t count)
{
    if (count > FEW) {
        qsort(items, count, sizeof *items, compare_clues);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        struct clue clue = items[i];
        size_t at = i;
        for (; at > 0 && compare_clues(&items[at - 1], &clue) > 0; at--)
            items[at] = items[at - 1];
        items[at] = clue;
    }
}

void clue_blank(struct clue_side *side, struct span span)
{
    memset(side->text + span.start, ' ', span.end - span.start);
}

bool clue_is_heard(const struct clue_list *list, size_t index)
{
    const struct clue *clue = &list->items[index];
    for (size_t i = 0; i < index && clue->kind == CLUE_TERM && clue->source != CLUES_NO_UNIT; i++) {
        if (list->items[i].kind == CLUE_TERM && list->items[i].source == clue->source)
            return true;
    }
    return false;
}
