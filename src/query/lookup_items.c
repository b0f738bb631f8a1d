#include "query/lookup_items.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool say_the_same(const struct lookup_item *a, const struct lookup_item *b)
{
    return a->kind == b->kind && strcmp(a->term, b->term) == 0 && strcmp(a->reading, b->reading) == 0 &&
           strcmp(a->translation, b->translation) == 0 && strcmp(a->source, b->source) == 0;
}

static void free_item(struct lookup_item *item)
{
    free(item->term);
    free(item->reading);
    free(item->translation);
    free(item->source);
}

void lookup_items_fold(struct lookup_items *items)
{
    size_t kept = 0;
    for (size_t i = 0; i < items->count; i++) {
        size_t before = 0;
        while (before < kept && !say_the_same(&items->items[before], &items->items[i]))
            before++;
        if (before < kept)
            free_item(&items->items[i]);
        else
            items->items[kept++] = items->items[i];
    }
    items->count = kept;
}

void lookup_items_free(struct lookup_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        free_item(&items->items[i]);
    free(items->items);
    *items = (struct lookup_items){ 0 };
}
