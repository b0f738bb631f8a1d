#include "base/vector.h"

#include "base/xalloc.h"

void *vector_grow(void *items, size_t *capacity, size_t need, size_t size)
{
    if (need <= *capacity)
        return items;
    size_t larger = *capacity < 8 ? 8 : *capacity * 2;
    if (larger < need)
        larger = need;
    *capacity = larger;
    return xreallocarray(items, larger, size);
}
