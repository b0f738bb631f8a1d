/* import_index: the items of a JSON list by a text that each has, so that finding one does not read
 * the whole list again.
 *
 * Ownership: import_index_free; the JSON stays the caller's. Of items with one text the first
 * counts. */
#ifndef DIPTYCH_NOTES_IMPORT_INDEX_H
#define DIPTYCH_NOTES_IMPORT_INDEX_H

#include <stddef.h>

#include "text/json.h"

struct import_index_entry {
    char *key;
    struct json item;
    size_t number;
};

struct import_index {
    struct import_index_entry *items;
    size_t count;
    size_t capacity;
};

/* Takes in an item; "" is no key. Then, once, sort. */
void import_index_add(struct import_index *index, struct json key, struct json item);
void import_index_sort(struct import_index *index);

/* JSON_NOTHING when there is none. */
struct json import_index_find(const struct import_index *index, struct json key);
void import_index_free(struct import_index *index);

#endif
