/* collection_list: the collections that a reader has: the library of her own, the one that comes with the
 * program, and those that the library contains (contained.h), by name.
 *
 * Ownership: collection_list_free. */
#ifndef DIPTYCH_LIBRARY_COLLECTION_LIST_H
#define DIPTYCH_LIBRARY_COLLECTION_LIST_H

#include <stddef.h>

#define COLLECTION_LIST_LIBRARY "library" /* its name, and its folder in the data folder */
#define COLLECTION_LIST_BUNDLED "bundled"

struct listed_collection {
    char *name;
    char *folder;
    char *title;
};

/* Start with { 0 }. */
struct collection_list {
    struct listed_collection *items;
    size_t count;
    size_t capacity;
};

/* The reader's own library in the data folder, NULL where there is none (yet). Caller frees. */
char *collection_list_library(const char *data_folder);

/* Either folder may be NULL. */
void collection_list_read(const char *data_folder, const char *bundled, struct collection_list *list);
void collection_list_free(struct collection_list *list);

/* The folder that a word means: the collection of that name, where there is no folder called so; else
 * the word itself. Caller frees. */
char *collection_list_folder(const char *data_folder, const char *bundled, const char *word);

/* Which of the two is meant where none is named: the library, unless an article of exactly one of these
 * names stands in the bundled collection alone. Return `library` or `bundled`; either may be NULL. */
const char *collection_list_choose(const char *library, const char *bundled,
                                   const char *const *names, size_t count);

#endif
