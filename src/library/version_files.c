#include "library/version_files.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/article.h"
#include "library/version_name.h"

#define LOOKED_AT 4000

/* The file whose versions are wanted. */
struct wanted {
    const char *file; /* its last name */
    char *name;       /* version_name's */
    char language[VERSION_NAME_LANGUAGE];
    struct version_names *paths;
};

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* `language` is the folder's, "" where the file names say it themselves. */
static void look_in_folder(struct wanted *wanted, const char *folder, const char *language)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    for (int i = 0; dir != NULL && i < LOOKED_AT && (entry = readdir(dir)) != NULL; i++) {
        char tag[VERSION_NAME_LANGUAGE];
        if (!article_is_name(entry->d_name))
            continue;
        char *stem = article_stem(entry->d_name);
        char *name = version_name(stem, tag);
        const char *own = language[0] != '\0' ? language : tag;
        if (strcmp(name, wanted->name) == 0 && strcmp(own, wanted->language) != 0)
            VECTOR_PUSH(wanted->paths, file_join(folder, entry->d_name));
        free(stem);
        free(name);
    }
    if (dir != NULL)
        closedir(dir);
}

/* "zh" when a folder of that name holds versions in one language. */
static void folder_language(const char *folder, char language[VERSION_NAME_LANGUAGE])
{
    char *inside = xasprintf("%s/-", folder);
    free(version_name(inside, language));
    free(inside);
}

/* The folders of other languages beside the one called `own` in `parent`. */
static void look_beside(struct wanted *wanted, const char *parent, const char *own)
{
    DIR *dir = opendir(parent);
    struct dirent *entry;
    for (int i = 0; dir != NULL && i < LOOKED_AT && (entry = readdir(dir)) != NULL; i++) {
        char language[VERSION_NAME_LANGUAGE];
        folder_language(entry->d_name, language);
        if (language[0] == '\0' || strcmp(entry->d_name, own) == 0)
            continue;
        char *folder = file_join(parent, entry->d_name);
        look_in_folder(wanted, folder, language);
        free(folder);
    }
    if (dir != NULL)
        closedir(dir);
}

static char *parent_of(const char *path)
{
    const char *base = file_base_name(path);
    if (base == path)
        return xstrdup(".");
    size_t length = (size_t)(base - path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    return xstrndup(path, length);
}

void version_files(const char *path, struct version_names *paths)
{
    struct wanted wanted = { .file = file_base_name(path), .paths = paths };
    char *real = realpath(path, NULL);
    char *folder = parent_of(real != NULL ? real : path);
    char *stem = article_stem(wanted.file);
    char language[VERSION_NAME_LANGUAGE];
    wanted.name = version_name(stem, wanted.language);
    folder_language(file_base_name(folder), language);
    look_in_folder(&wanted, folder, "");
    if (language[0] != '\0') {
        char *parent = parent_of(folder);
        memcpy(wanted.language, language, sizeof language);
        look_beside(&wanted, parent, file_base_name(folder));
        free(parent);
    }
    if (paths->count > 1)
        qsort(paths->items, paths->count, sizeof *paths->items, compare_paths);
    free(wanted.name);
    free(stem);
    free(folder);
    free(real);
}
