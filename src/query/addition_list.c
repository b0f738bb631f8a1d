#include "query/addition_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/collection.h"
#include "library/roster.h"

/* "clippings/2015" of the file clippings/2015/sale.txt in the folder clippings. */
static char *folder_below(const char *base, const char *name)
{
    size_t length = (size_t)(file_base_name(name) - name);
    return length > 0 ? xasprintf("%s/%.*s", base, (int)length - 1, name) : xstrdup(base);
}

static bool take_folder(struct addition_list *list, const char *folder, struct error *error)
{
    struct roster roster;
    if (!roster_read(folder, COLLECTION_DEPTH, &roster, error))
        return false;
    char *real = realpath(folder, NULL);
    const char *base = file_base_name(real != NULL ? real : folder);
    for (size_t i = 0; i < roster.count; i++) {
        char *below = folder_below(base, roster_name(&roster, i));
        VECTOR_PUSH(list, (struct addition_item){ xstrdup(roster.paths[i]), below });
    }
    if (roster.count == 0)
        error_set(error, "%s: has no articles in it", folder);
    bool any = roster.count > 0;
    free(real);
    roster_free(&roster);
    return any;
}

bool addition_list_take(struct addition_list *list, const char *name, struct error *error)
{
    if (file_is_folder(name))
        return take_folder(list, name, error);
    VECTOR_PUSH(list, (struct addition_item){ xstrdup(name), xstrdup("") });
    return true;
}

void addition_list_free(struct addition_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].path);
        free(list->items[i].below);
    }
    free(list->items);
    *list = (struct addition_list){ 0 };
}
