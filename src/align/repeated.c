#include "align/repeated.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/xalloc.h"

#define LONG 1000        /* sentences */
#define DIFFERENT_MOST 3 /* of them */
#define OFTEN 100        /* times that a sentence stands in a text */

struct repeated {
    uint64_t hash;
    uint32_t sentence;
};

static int compare_repeated(const void *a, const void *b)
{
    const struct repeated *one = a, *other = b;
    if (one->hash != other->hash)
        return one->hash < other->hash ? -1 : 1;
    return (one->sentence > other->sentence) - (one->sentence < other->sentence);
}

/* Those that read the same together, in order. Caller frees. */
static struct repeated *sort_sentences(const struct side *side)
{
    struct repeated *all = xreallocarray(NULL, side->count + 1, sizeof *all);
    for (uint32_t i = 0; i < side->count; i++) {
        struct span span = side->sentences[i].span;
        all[i] = (struct repeated){ hash_bytes(side->text + span.start, span.end - span.start), i };
    }
    if (side->count > 1)
        qsort(all, side->count, sizeof *all, compare_repeated);
    return all;
}

uint32_t *repeated_find(const struct side *side)
{
    struct repeated *all = sort_sentences(side);
    uint32_t *behind = xcalloc(side->count + 1, sizeof *behind);
    for (size_t i = 1; i < side->count; i++) {
        if (all[i].hash == all[i - 1].hash)
            behind[all[i].sentence] = all[i - 1].sentence + 1;
    }
    free(all);
    return behind;
}

size_t repeated_different(const uint32_t *behind, size_t first, size_t end)
{
    size_t count = 0;
    for (size_t i = first; i < end; i++)
        count += behind[i] <= first;
    return count;
}

bool repeated_throughout(const struct side *side)
{
    if (side->count < LONG)
        return false;
    struct repeated *all = sort_sentences(side);
    size_t least = side->count;
    for (size_t i = 0, end; i < side->count && least >= OFTEN; i = end) {
        for (end = i + 1; end < side->count && all[end].hash == all[i].hash; end++) {
        }
        least = end - i < least ? end - i : least;
    }
    free(all);
    return least >= OFTEN;
}

bool repeated_is_all(const struct side *side)
{
    if (side->count < LONG)
        return false;
    uint32_t *behind = repeated_find(side);
    size_t different = repeated_different(behind, 0, side->count);
    free(behind);
    return different <= DIFFERENT_MOST;
}
