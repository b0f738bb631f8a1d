#include "notes/import_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"

void import_index_add(struct import_index *index, struct json key, struct json item)
{
    char *text = json_text(key);
    if (text[0] == '\0')
        free(text);
    else
        VECTOR_PUSH(index, (struct import_index_entry){ text, item, index->count });
}

static int compare(const void *a, const void *b)
{
    const struct import_index_entry *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

void import_index_sort(struct import_index *index)
{
    if (index->count > 1)
        qsort(index->items, index->count, sizeof *index->items, compare);
}

struct json import_index_find(const struct import_index *index, struct json key)
{
    char *text = json_text(key);
    size_t low = 0;
    BISECT(low, index->count, strcmp(index->items[low].key, text) >= 0);
    bool found = text[0] != '\0' && low < index->count && strcmp(index->items[low].key, text) == 0;
    free(text);
    return found ? index->items[low].item : (struct json){ NULL };
}

void import_index_free(struct import_index *index)
{
    for (size_t i = 0; i < index->count; i++)
        free(index->items[i].key);
    free(index->items);
    *index = (struct import_index){ 0 };
}
