#include "layout/tag.h"

#include "base/bisect.h"

size_t tags_after(const struct tags *tags, size_t offset)
{
    size_t low = 0;
    BISECT(low, tags->count, tags->items[low].offset > offset);
    return low;
}

int tags_cells(const struct tags *tags, size_t start, size_t end)
{
    int cells = 0;
    for (size_t i = tags_after(tags, start); i < tags->count && tags->items[i].offset <= end; i++)
        cells += tags->items[i].cells;
    return cells;
}
