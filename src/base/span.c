#include "base/span.h"

#include <stdlib.h>

#include "base/bisect.h"
#include "base/vector.h"

void spans_add(struct spans *spans, size_t start, size_t end)
{
    VECTOR_PUSH(spans, (struct span){ start, end });
}

void spans_free(struct spans *spans)
{
    free(spans->items);
    *spans = (struct spans){ 0 };
}

size_t spans_first_after(const struct span *items, size_t count, size_t offset)
{
    size_t low = 0;
    BISECT(low, count, items[low].end > offset);
    return low;
}

static int compare_spans(const void *a, const void *b)
{
    const struct span *left = a, *right = b;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return (left->end > right->end) - (left->end < right->end);
}

void spans_sort(struct spans *spans)
{
    if (spans->count > 1)
        qsort(spans->items, spans->count, sizeof *spans->items, compare_spans);
}
