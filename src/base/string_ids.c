#include "base/string_ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define SLOTS_LEAST 256

uint64_t string_ids_hash(const void *word, size_t length)
{
    uint64_t hash = hash_bytes(word, length);
    return hash ^ (hash >> 29);
}

/* The slot that holds the word, or the empty one where it belongs. */
static size_t slot_of(const struct string_ids *ids, const void *word, size_t length)
{
    size_t slot = string_ids_hash(word, length) & (ids->slot_count - 1);
    while (ids->slots[slot] != 0) {
        const struct string_ids_word *known = &ids->items[ids->slots[slot] - 1];
        if (known->length == length && memcmp(ids->arena + known->at, word, length) == 0)
            break;
        slot = (slot + 1) & (ids->slot_count - 1);
    }
    return slot;
}

static void grow(struct string_ids *ids)
{
    free(ids->slots);
    ids->slot_count = ids->slot_count == 0 ? SLOTS_LEAST : ids->slot_count * 2;
    ids->slots = xcalloc(ids->slot_count, sizeof *ids->slots);
    for (size_t i = 0; i < ids->count; i++) {
        const struct string_ids_word *word = &ids->items[i];
        size_t slot = slot_of(ids, ids->arena + word->at, word->length);
        ids->slots[slot] = (uint32_t)i + 1;
    }
}

uint32_t string_ids_add(struct string_ids *ids, const void *word, size_t length)
{
    if (ids->count * 2 >= ids->slot_count)
        grow(ids);
    size_t slot = slot_of(ids, word, length);
    if (ids->slots[slot] != 0)
        return ids->slots[slot] - 1;
    size_t at = ids->arena_length;
    ids->arena = vector_grow(ids->arena, &ids->arena_capacity, at + length + 1,
                                    sizeof *ids->arena);
    if (length > 0)
        memcpy(ids->arena + at, word, length);
    ids->arena_length += length;
    VECTOR_PUSH(ids, (struct string_ids_word){ (uint32_t)at, (uint32_t)length });
    ids->slots[slot] = (uint32_t)ids->count;
    return (uint32_t)ids->count - 1;
}

uint32_t string_ids_find(const struct string_ids *ids, const void *word, size_t length)
{
    if (ids->slot_count == 0)
        return STRING_IDS_NONE;
    uint32_t found = ids->slots[slot_of(ids, word, length)];
    return found == 0 ? STRING_IDS_NONE : found - 1;
}

void string_ids_free(struct string_ids *ids)
{
    free(ids->items);
    free(ids->arena);
    free(ids->slots);
    *ids = (struct string_ids){ 0 };
}
