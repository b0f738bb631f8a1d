/* string_ids: strings numbered in the order in which they are first seen.
 *
 * The words, stems and units of a pair of texts are compared by number. Bytes of any kind may be
 * words; a number never changes. O(1) to add and to find.
 * Ownership: string_ids_free releases everything. Start with { 0 }. */
#ifndef DIPTYCH_DICTIONARY_STRING_IDS_H
#define DIPTYCH_DICTIONARY_STRING_IDS_H

#include <stddef.h>
#include <stdint.h>

#define VOCABULARY_NONE UINT32_MAX

struct vocabulary_word {
    uint32_t at; /* in the arena */
    uint32_t length;
};

struct string_ids {
    struct vocabulary_word *items;
    size_t count;
    size_t capacity;
    char *arena; /* up to 4 GiB */
    size_t arena_length;
    size_t arena_capacity;
    uint32_t *slots; /* open addressing; a number and one, 0 for none */
    size_t slot_count;
};

/* FNV-1a, as the tables here and in the lexicon's file use it. */
uint64_t string_ids_hash(const char *word, size_t length);

/* The word's number, a new one when it was not known. */
uint32_t string_ids_add(struct string_ids *vocabulary, const char *word, size_t length);

/* VOCABULARY_NONE when it is not known. */
uint32_t string_ids_find(const struct string_ids *vocabulary, const char *word, size_t length);

static inline const char *string_ids_text(const struct string_ids *vocabulary, uint32_t number)
{
    return vocabulary->arena + vocabulary->items[number].at;
}

static inline size_t string_ids_length(const struct string_ids *vocabulary, uint32_t number)
{
    return vocabulary->items[number].length;
}

void string_ids_free(struct string_ids *vocabulary);

#endif
