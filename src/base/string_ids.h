/* string_ids: the hash table: strings numbered in the order in which they are first seen.
 *
 * Bytes of any kind may be words, so also digests and keys; a number never changes, and what belongs
 * to a word lies in the caller's array under its number. O(1) to add and to find.
 * Ownership: string_ids_free releases everything. Start with { 0 }. */
#ifndef DIPTYCH_BASE_STRING_IDS_H
#define DIPTYCH_BASE_STRING_IDS_H

#include <stddef.h>
#include <stdint.h>

#define STRING_IDS_NONE UINT32_MAX

struct string_ids_word {
    uint32_t at; /* in the arena */
    uint32_t length;
};

struct string_ids {
    struct string_ids_word *items;
    size_t count;
    size_t capacity;
    char *arena; /* up to 4 GiB */
    size_t arena_length;
    size_t arena_capacity;
    uint32_t *slots; /* open addressing; a number and one, 0 for none */
    size_t slot_count;
};

/* FNV-1a, as the tables here and in the lexicon's file use it. */
uint64_t string_ids_hash(const void *word, size_t length);

/* The word's number, a new one when it was not known. */
uint32_t string_ids_add(struct string_ids *ids, const void *word, size_t length);

/* STRING_IDS_NONE when it is not known. */
uint32_t string_ids_find(const struct string_ids *ids, const void *word, size_t length);

static inline const char *string_ids_text(const struct string_ids *ids, uint32_t number)
{
    return ids->arena + ids->items[number].at;
}

static inline size_t string_ids_length(const struct string_ids *ids, uint32_t number)
{
    return ids->items[number].length;
}

void string_ids_free(struct string_ids *ids);

#endif
