#include "layout/tag.h"

size_t tags_after(const struct tags *tags, size_t offset)
{
    size_t low = 0;
    size_t high = tags->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tags->items[middle].offset > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

int tags_cells(const struct tags *tags, size_t start, size_t end)
{
    int cells = 0;
    for (size_t i = tags_after(tags, start); i < tags->count && tags->items[i].offset <= end; i++)
        cells += tags->items[i].cells;
    return cells;
}
