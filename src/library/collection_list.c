#include "library/collection_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/collection.h"
#include "library/contained.h"
#include "library/roster.h"

char *collection_list_library(const char *data_folder)
{
    char *folder = data_folder != NULL ? file_join(data_folder, COLLECTION_LIST_LIBRARY) : NULL;
    if (folder != NULL && file_is_folder(folder))
        return folder;
    free(folder);
    return NULL;
}

static void add(struct collection_list *list, const char *name, const char *folder)
{
    struct collection *collection = collection_open(folder, NULL, NULL, NULL);
    if (collection == NULL)
        return;
    VECTOR_PUSH(list, (struct listed_collection){ xstrdup(name), xstrdup(folder),
                                                  xstrdup(collection_title(collection)) });
    collection_free(collection);
}

static void add_contained(struct collection_list *list, const char *library)
{
    struct collection *collection = collection_open(library, NULL, NULL, NULL);
    struct contained contained;
    if (collection == NULL)
        return;
    contained_read(library, collection_root(collection), collection_declaration(collection),
                   &contained);
    for (size_t i = 1; i < contained.count; i++) {
        const char *prefix = contained.items[i].prefix;
        char *name = xstrndup(prefix, strlen(prefix) - 1);
        add(list, name, contained.folders[i]);
        free(name);
    }
    contained_free(&contained);
    collection_free(collection);
}

void collection_list_read(const char *data_folder, const char *bundled,
                          struct collection_list *list)
{
    char *library = collection_list_library(data_folder);
    if (library != NULL)
        add(list, COLLECTION_LIST_LIBRARY, library);
    if (bundled != NULL)
        add(list, COLLECTION_LIST_BUNDLED, bundled);
    if (library != NULL)
        add_contained(list, library);
    free(library);
}

void collection_list_free(struct collection_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].name);
        free(list->items[i].folder);
        free(list->items[i].title);
    }
    free(list->items);
    *list = (struct collection_list){ 0 };
}

char *collection_list_folder(const char *data_folder, const char *bundled, const char *word)
{
    struct collection_list list = { 0 };
    char *folder = NULL;
    if (!file_is_folder(word))
        collection_list_read(data_folder, bundled, &list);
    for (size_t i = 0; i < list.count && folder == NULL; i++) {
        if (strcmp(list.items[i].name, word) == 0)
            folder = xstrdup(list.items[i].folder);
    }
    collection_list_free(&list);
    return folder != NULL ? folder : xstrdup(word);
}

/* By names alone: no file is read. */
static bool has_any(const char *folder, const char *const *names, size_t count)
{
    struct collection *collection = collection_open(folder, NULL, NULL, NULL);
    bool any = false;
    if (collection == NULL)
        return false;
    const struct roster *roster = collection_roster(collection);
    for (size_t i = 0; i < count && !any; i++)
        any = *article_id_language(names[i]) != '\0' && !file_exists(names[i]) &&
              roster_find(roster, names[i]) < roster->count;
    collection_free(collection);
    return any;
}

const char *collection_list_choose(const char *library, const char *bundled,
                                   const char *const *names, size_t count)
{
    if (library == NULL || bundled == NULL)
        return library != NULL ? library : bundled;
    return has_any(bundled, names, count) && !has_any(library, names, count) ? bundled : library;
}
