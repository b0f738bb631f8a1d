#include "dictionary/string_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define SLOTS_FIRST ((size_t)1024)

/* FNV-1a, 32 bits. */
static uint32_t hash(const char *word)
{
    uint32_t value = 2166136261u;
    for (; *word != '\0'; word++)
        value = (value ^ (unsigned char)*word) * 16777619u;
    return value;
}

const char *wordlist_word(const struct wordlist *list, uint32_t number)
{
    return list->text.data + list->items[number];
}

/* Where the word is, or where it would be put. */
static size_t slot_of(const struct wordlist *list, const char *word)
{
    size_t mask = list->slot_count - 1;
    size_t slot = hash(word) & mask;
    while (list->slots[slot] != WORDLIST_NONE &&
           strcmp(wordlist_word(list, list->slots[slot]), word) != 0)
        slot = (slot + 1) & mask;
    return slot;
}

static void grow(struct wordlist *list)
{
    list->slot_count = list->slot_count > 0 ? list->slot_count * 2 : SLOTS_FIRST;
    list->slots = xreallocarray(list->slots, list->slot_count, sizeof *list->slots);
    memset(list->slots, 0xFF, list->slot_count * sizeof *list->slots);
    for (size_t i = 0; i < list->count; i++)
        list->slots[slot_of(list, wordlist_word(list, (uint32_t)i))] = (uint32_t)i;
}

uint32_t wordlist_add(struct wordlist *list, const char *word)
{
    if (list->count * 2 >= list->slot_count)
        grow(list);
    size_t slot = slot_of(list, word);
    if (list->slots[slot] == WORDLIST_NONE) {
        list->slots[slot] = (uint32_t)list->count;
        VECTOR_PUSH(list, (uint32_t)list->text.length);
        buffer_add(&list->text, word, strlen(word) + 1);
    }
    return list->slots[slot];
}

uint32_t wordlist_find(const struct wordlist *list, const char *word)
{
    return list->slot_count > 0 ? list->slots[slot_of(list, word)] : WORDLIST_NONE;
}

void wordlist_free(struct wordlist *list)
{
    free(list->items);
    free(list->slots);
    buffer_free(&list->text);
    *list = (struct wordlist){ 0 };
}
