#include "base/message_catalogues.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define SIZE_LIMIT ((size_t)4 << 20) /* bytes of a catalogue */

struct named {
    char *name;
    struct message_catalogue catalogue;
};

struct message_catalogues {
    char *folder, *wanted;
    struct named **items; /* each stays where it is: it may be in force */
    size_t count, capacity;
};

struct message_catalogues *message_catalogues_new(const char *folder, const char *wanted)
{
    struct message_catalogues *catalogues = xcalloc(1, sizeof *catalogues);
    catalogues->folder = xstrdup(folder);
    catalogues->wanted = xstrdup(wanted);
    return catalogues;
}

void message_catalogues_free(struct message_catalogues *catalogues)
{
    if (catalogues == NULL)
        return;
    message_use(NULL);
    for (size_t i = 0; i < catalogues->count; i++) {
        free(catalogues->items[i]->name);
        free(catalogues->items[i]->catalogue.bytes);
        free(catalogues->items[i]);
    }
    free(catalogues->items);
    free(catalogues->folder);
    free(catalogues->wanted);
    free(catalogues);
}

static char *path_of(const struct message_catalogues *catalogues, const char *name)
{
    char *installed = xasprintf("%s/%s/LC_MESSAGES/diptych.mo", catalogues->folder, name);
    if (file_exists(installed))
        return installed;
    free(installed);
    return xasprintf("%s/%s.mo", catalogues->folder, name);
}

/* NULL when there is none of that name, or none that can be read. */
static const struct message_catalogue *load(struct message_catalogues *catalogues, const char *name)
{
    for (size_t i = 0; i < catalogues->count; i++)
        if (strcmp(catalogues->items[i]->name, name) == 0)
            return &catalogues->items[i]->catalogue;
    if (catalogues->folder == NULL || strchr(name, '/') != NULL)
        return NULL;
    char *path = path_of(catalogues, name);
    struct buffer bytes = { 0 };
    struct named *named = xcalloc(1, sizeof *named);
    bool read = file_read(path, SIZE_LIMIT, &bytes, NULL);
    size_t length = bytes.length;
    char *data = buffer_take(&bytes);
    free(path);
    if (!read || !message_catalogue_read(&named->catalogue, data, length)) {
        free(data);
        free(named);
        return NULL;
    }
    named->name = xstrdup(name);
    VECTOR_PUSH(catalogues, named);
    return &named->catalogue;
}

static bool begins(const char *name, const char *language)
{
    size_t length = strlen(language);
    return strncmp(name, language, length) == 0 && strchr("_-.@", name[length]) != NULL;
}

static bool is_english(const char *name)
{
    return begins(name, "en") || begins(name, "C") || begins(name, "POSIX");
}

static bool is_traditional(const char *name)
{
    static const char *const signs[] = { "TW", "tw", "HK", "hk", "MO", "mo", "Hant", "hant" };
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strstr(name, signs[i]) != NULL)
            return true;
    return false;
}

/* The catalogue for one name; English, too, is NULL. */
static const struct message_catalogue *find(struct message_catalogues *catalogues, const char *name)
{
    if (is_english(name))
        return NULL;
    if (begins(name, "zh"))
        return load(catalogues, is_traditional(name) ? "zh_TW" : "zh_CN");
    char *plain = xstrndup(name, strcspn(name, ".@"));
    const struct message_catalogue *found = load(catalogues, plain);
    plain[strcspn(plain, "_-")] = '\0';
    if (found == NULL)
        found = load(catalogues, plain);
    free(plain);
    return found;
}

static const struct message_catalogue *find_wanted(struct message_catalogues *catalogues)
{
    const struct message_catalogue *found = NULL;
    const char *at = catalogues->wanted != NULL ? catalogues->wanted : "";
    while (*at != '\0' && found == NULL) {
        size_t length = strcspn(at, ":");
        char *name = xstrndup(at, length);
        bool english = length > 0 && is_english(name);
        found = length > 0 ? find(catalogues, name) : NULL;
        free(name);
        if (english)
            break;
        at += length + (at[length] == ':');
    }
    return found;
}

bool message_catalogues_use(struct message_catalogues *catalogues, const char *name, struct error *error)
{
    bool automatic = strcmp(name, "auto") == 0;
    const struct message_catalogue *found = automatic ? find_wanted(catalogues) : find(catalogues, name);
    message_use(found);
    if (found != NULL || automatic || is_english(name))
        return true;
    error_set(error, "language: %s: there is no catalogue of it here, the program speaks English", name);
    return false;
}
