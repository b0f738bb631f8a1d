#include "dictionary/string_ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define SLOTS_LEAST 256

uint64_t string_ids_hash(const char *word, size_t length)
{
    uint64_t hash = hash_bytes(word, length);
    return hash ^ (hash >> 29);
}

/* The slot that holds the word, or the empty one where it belongs. */
static size_t slot_of(const struct string_ids *vocabulary, const char *word, size_t length)
{
    size_t slot = string_ids_hash(word, length) & (vocabulary->slot_count - 1);
    while (vocabulary->slots[slot] != 0) {
        const struct vocabulary_word *known = &vocabulary->items[vocabulary->slots[slot] - 1];
        if (known->length == length && memcmp(vocabulary->arena + known->at, word, length) == 0)
            break;
        slot = (slot + 1) & (vocabulary->slot_count - 1);
    }
    return slot;
}

static void grow(struct string_ids *vocabulary)
{
    free(vocabulary->slots);
    vocabulary->slot_count = vocabulary->slot_count == 0 ? SLOTS_LEAST : vocabulary->slot_count * 2;
    vocabulary->slots = xcalloc(vocabulary->slot_count, sizeof *vocabulary->slots);
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct vocabulary_word *word = &vocabulary->items[i];
        size_t slot = slot_of(vocabulary, vocabulary->arena + word->at, word->length);
        vocabulary->slots[slot] = (uint32_t)i + 1;
    }
}

uint32_t string_ids_add(struct string_ids *vocabulary, const char *word, size_t length)
{
    if (vocabulary->count * 2 >= vocabulary->slot_count)
        grow(vocabulary);
    size_t slot = slot_of(vocabulary, word, length);
    if (vocabulary->slots[slot] != 0)
        return vocabulary->slots[slot] - 1;
    size_t at = vocabulary->arena_length;
    vocabulary->arena = vector_grow(vocabulary->arena, &vocabulary->arena_capacity, at + length + 1,
                                    sizeof *vocabulary->arena);
    if (length > 0)
        memcpy(vocabulary->arena + at, word, length);
    vocabulary->arena_length += length;
    VECTOR_PUSH(vocabulary, (struct vocabulary_word){ (uint32_t)at, (uint32_t)length });
    vocabulary->slots[slot] = (uint32_t)vocabulary->count;
    return (uint32_t)vocabulary->count - 1;
}

uint32_t string_ids_find(const struct string_ids *vocabulary, const char *word, size_t length)
{
    if (vocabulary->slot_count == 0)
        return VOCABULARY_NONE;
    uint32_t found = vocabulary->slots[slot_of(vocabulary, word, length)];
    return found == 0 ? VOCABULARY_NONE : found - 1;
}

void string_ids_free(struct string_ids *vocabulary)
{
    free(vocabulary->items);
    free(vocabulary->arena);
    free(vocabulary->slots);
    *vocabulary = (struct string_ids){ 0 };
}
