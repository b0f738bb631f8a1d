/* wordlist: each different string once, numbered as they come. A hash table with open addressing.
 *
 * Ownership: wordlist_free; the strings belong to the list and may move when one is added. */
#ifndef DIPTYCH_DICTIONARY_STRING_TABLE_H
#define DIPTYCH_DICTIONARY_STRING_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

#define WORDLIST_NONE UINT32_MAX

/* Start with { 0 }. */
struct wordlist {
    struct buffer text;
    uint32_t *items; /* offset of each word in `text` */
    size_t count;
    size_t capacity;
    uint32_t *slots; /* number of a word, WORDLIST_NONE free */
    size_t slot_count;
};

/* The word's number, a new one when it was not there. */
uint32_t wordlist_add(struct wordlist *list, const char *word);

/* WORDLIST_NONE when it is not there. */
uint32_t wordlist_find(const struct wordlist *list, const char *word);
const char *wordlist_word(const struct wordlist *list, uint32_t number);
void wordlist_free(struct wordlist *list);

#endif
