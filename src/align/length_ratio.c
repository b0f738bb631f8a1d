#include "align/length_ratio.h"

#define HAN_WORTH 4.1  /* letters of a translation to a Han character */
#define WHOLE_MOST 1.5 /* times as long as the other that a text may be which tells the same */

/* The length of a text, Han characters counted as what they would be in letters. */
static double extent_of(const struct passages *passages)
{
    double extent = 0;
    for (size_t i = 0; i < passages->count; i++)
        extent += passages->items[i].length + (HAN_WORTH - 1) * passages->items[i].han;
    return extent;
}

double length_ratio_find(const struct corpus *corpus)
{
    double source = extent_of(&corpus->source_passages);
    double target = extent_of(&corpus->target_passages);
    if (source <= 0 || target <= 0 ||
        (source < WHOLE_MOST * target && target < WHOLE_MOST * source))
        return corpus->ratio;
    return corpus->ratio * source / target;
}
