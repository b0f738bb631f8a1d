#include "notes/approximate.h"

#include <stdlib.h>

#include "base/xalloc.h"

#define WORD 64

/* A column's vertical differences in one block: bit i of `up` and `down` says that the distance
 * rises or falls by one from row i to row i + 1. */
struct block {
    uint64_t up;
    uint64_t down;
};

struct approximate {
    size_t length;
    bool reversed;
    size_t blocks;
    uint64_t last; /* the bit of the last row, in the last block */
    struct block *column;
    uint32_t *keys;  /* open addressing, faster than string_ids: a code point of the pattern, */
    uint32_t *rows;  /* and where its masks begin, in units of `blocks`; 0 free */
    size_t slots;    /* a power of two */
    uint64_t *masks; /* bit i of block b: row 64 b + i is that code point; the first all 0 */
};

static size_t slot_of(const struct approximate *pattern, uint32_t code)
{
    size_t slot = (size_t)((code * 2654435761u) >> 7) & (pattern->slots - 1);
    while (pattern->rows[slot] != 0 && pattern->keys[slot] != code)
        slot = (slot + 1) & (pattern->slots - 1);
    return slot;
}

struct approximate *approximate_new(const uint32_t *code_points, size_t length, bool reversed)
{
    struct approximate *pattern = xcalloc(1, sizeof *pattern);
    pattern->length = length;
    pattern->reversed = reversed;
    pattern->blocks = (length + WORD - 1) / WORD;
    pattern->last = UINT64_C(1) << (length - 1) % WORD;
    pattern->column = xcalloc(pattern->blocks, sizeof *pattern->column);
    for (pattern->slots = 16; pattern->slots < 2 * length; pattern->slots *= 2)
        ;
    /* A large pattern has far fewer kinds of code points than code points. */
    size_t kinds = 0;
    pattern->keys = xcalloc(pattern->slots, sizeof *pattern->keys);
    pattern->rows = xcalloc(pattern->slots, sizeof *pattern->rows);
    for (size_t i = 0; i < length; i++) {
        size_t slot = slot_of(pattern, code_points[i]);
        if (pattern->rows[slot] == 0) {
            pattern->keys[slot] = code_points[i];
            pattern->rows[slot] = (uint32_t)++kinds;
        }
    }
    pattern->masks = xcalloc((kinds + 1) * pattern->blocks, sizeof *pattern->masks);
    for (size_t i = 0; i < length; i++) {
        uint32_t code = code_points[reversed ? length - 1 - i : i];
        size_t row = pattern->rows[slot_of(pattern, code)];
        pattern->masks[row * pattern->blocks + i / WORD] |= UINT64_C(1) << i % WORD;
    }
    return pattern;
}

void approximate_free(struct approximate *pattern)
{
    if (pattern == NULL)
        return;
    free(pattern->column);
    free(pattern->keys);
    free(pattern->rows);
    free(pattern->masks);
    free(pattern);
}

/* One block, one text character on. `in` and the result are the horizontal differences above the
 * first and at the `last` row. */
static int advance(struct block *block, uint64_t equal, int in, uint64_t last)
{
    uint64_t below = equal | block->down;
    if (in < 0)
        equal |= 1;
    uint64_t across = (((equal & block->up) + block->up) ^ block->up) | equal;
    uint64_t rise = block->down | ~(across | block->up);
    uint64_t fall = block->up & across;
    int out = (rise & last) != 0 ? 1 : (fall & last) != 0 ? -1 : 0;
    rise = rise << 1 | (in > 0 ? 1 : 0);
    fall = fall << 1 | (in < 0 ? 1 : 0);
    block->up = fall | ~(below | rise);
    block->down = rise & below;
    return out;
}

void approximate_run(struct approximate *pattern, const uint32_t *text, size_t length,
                     bool anchored, uint32_t *distances)
{
    const uint64_t top = UINT64_C(1) << (WORD - 1);
    uint32_t distance = (uint32_t)pattern->length;
    for (size_t i = 0; i < pattern->blocks; i++)
        pattern->column[i] = (struct block){ .up = ~UINT64_C(0) };
    distances[0] = distance;
    for (size_t i = 0; i < length; i++) {
        uint32_t code = text[pattern->reversed ? length - 1 - i : i];
        size_t row = pattern->rows[slot_of(pattern, code)];
        const uint64_t *masks = pattern->masks + row * pattern->blocks;
        int carry = anchored ? 1 : 0;
        for (size_t b = 0; b + 1 < pattern->blocks; b++)
            carry = advance(&pattern->column[b], masks[b], carry, top);
        carry = advance(&pattern->column[pattern->blocks - 1], masks[pattern->blocks - 1], carry,
                        pattern->last);
        distance = (uint32_t)((int64_t)distance + carry);
        distances[i + 1] = distance;
    }
}
