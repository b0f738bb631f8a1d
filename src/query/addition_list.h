/* addition_list: the files that are to be added to a library, from what somebody names.
 *
 * A file is itself; a folder is all below it that counts as an article (library/walk.h), kept in its own
 * folders. Ownership: addition_list_free. */
#ifndef DIPTYCH_QUERY_ADDITION_LIST_H
#define DIPTYCH_QUERY_ADDITION_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct addition_item {
    char *path;
    char *below; /* the folder within the library, "" none */
};

/* Start with { 0 }. */
struct addition_list {
    struct addition_item *items;
    size_t count;
    size_t capacity;
};

/* False with a sentence when a folder cannot be read, or has nothing in it. */
bool addition_list_take(struct addition_list *list, const char *name, struct error *error);
void addition_list_free(struct addition_list *list);

#endif
