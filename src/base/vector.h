/* vector: growing an array that a struct keeps as items, count and capacity.
 *
 *     struct spans { struct span *items; size_t count, capacity; };
 *     VECTOR_PUSH(spans, (struct span){ start, end });
 *
 * The struct that holds the three fields owns the memory; free(items) releases it.
 * Growth doubles, so pushing n items costs O(n). */
#ifndef DIPTYCH_BASE_VECTOR_H
#define DIPTYCH_BASE_VECTOR_H

#include <stddef.h>

/* Returns memory for at least `need` items of `size` bytes, moved if it must be,
 * and updates *capacity. */
void *vector_grow(void *items, size_t *capacity, size_t need, size_t size);

#define VECTOR_RESERVE(vector, need)                                                           \
    ((vector)->items = vector_grow((vector)->items, &(vector)->capacity, (need),               \
                                   sizeof *(vector)->items))

#define VECTOR_PUSH(vector, ...)                                                               \
    (VECTOR_RESERVE(vector, (vector)->count + 1),                                              \
     (void)((vector)->items[(vector)->count++] = (__VA_ARGS__)))

#endif
