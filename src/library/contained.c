#include "library/contained.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"

#define MOST 100

/* Whether the one folder is the other or lies in it. */
static bool lies_in(const char *inner, const char *outer)
{
    size_t length = strlen(outer);
    return strncmp(inner, outer, length) == 0 && (inner[length] == '\0' || inner[length] == '/');
}

static bool overlaps(const struct contained *contained, const char *own, const char *real)
{
    if (own == NULL || lies_in(real, own) || lies_in(own, real))
        return true;
    for (size_t i = 1; i < contained->count; i++) {
        if (lies_in(real, contained->folders[i]) || lies_in(contained->folders[i], real))
            return true;
    }
    return false;
}

/* "name/", with a number that no other one has. */
static char *make_prefix(const struct contained *contained, const char *real)
{
    for (unsigned turn = 1;; turn++) {
        char *prefix = turn == 1 ? xasprintf("%s/", file_base_name(real))
                                 : xasprintf("%s-%u/", file_base_name(real), turn);
        bool taken = false;
        for (size_t i = 0; i < contained->count; i++)
            taken = taken || strcmp(contained->items[i].prefix, prefix) == 0;
        if (!taken)
            return prefix;
        free(prefix);
    }
}

static char *articles_of(const char *real)
{
    char *declaration = file_join(real, "collection.yaml");
    bool declared = file_exists(declaration);
    free(declaration);
    return declared ? file_join(real, "articles") : xstrdup(real);
}

static void take(struct contained *contained, const char *own, const char *folder, const char *path)
{
    char *joined = path[0] == '/' ? xstrdup(path) : file_join(folder, path);
    char *real = realpath(joined, NULL);
    free(joined);
    if (real == NULL || !file_is_folder(real) || overlaps(contained, own, real)) {
        free(real);
        return;
    }
    contained->items[contained->count] =
        (struct roster_source){ articles_of(real), make_prefix(contained, real) };
    contained->folders[contained->count++] = real;
}

void contained_read(const char *folder, const char *root, const struct frontmatter *declaration,
                    struct contained *contained)
{
    const struct frontmatter_entry *entry;
    contained->items = xcalloc(MOST + 1, sizeof *contained->items);
    contained->folders = xcalloc(MOST + 1, sizeof *contained->folders);
    contained->items[0] = (struct roster_source){ xstrdup(root), xstrdup("") };
    contained->folders[0] = xstrdup(folder);
    contained->count = 1;
    if (frontmatter_nth(declaration, "contains", 0) == NULL)
        return;
    char *own = realpath(folder, NULL);
    for (size_t i = 0; i < MOST && (entry = frontmatter_nth(declaration, "contains", i)) != NULL; i++)
        take(contained, own, folder, entry->value);
    free(own);
}

void contained_free(struct contained *contained)
{
    for (size_t i = 0; i < contained->count; i++) {
        free((char *)contained->items[i].folder);
        free((char *)contained->items[i].prefix);
        free(contained->folders[i]);
    }
    free(contained->items);
    free(contained->folders);
    *contained = (struct contained){ 0 };
}
