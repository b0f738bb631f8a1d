#include "dictionary/dictionaries.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define ENDING ".dictionary"

char *dictionaries_path(const char *folder, const char *name)
{
    if (name[0] == '\0' || name[0] == '.' || strchr(name, '/') != NULL)
        return NULL;
    char *file = xasprintf("%s" ENDING, name);
    char *path = file_join(folder, file);
    free(file);
    return path;
}

/* Bytes of the dictionary's name in that of its file; 0: it is none's. */
static size_t name_length(const char *file)
{
    size_t length = strlen(file), size = strlen(ENDING);
    bool is = file[0] != '.' && length > size && strcmp(file + length - size, ENDING) == 0;
    return is ? length - size : 0;
}

static void add(struct dictionaries *dictionaries, const char *folder, const char *file)
{
    size_t length = name_length(file);
    if (length == 0)
        return;
    struct error error = { "" };
    struct installed installed = { xstrndup(file, length), file_join(folder, file), NULL, NULL };
    installed.dictionary = dictionary_open(installed.path, &error);
    if (installed.dictionary == NULL)
        installed.fault = xstrdup(error.text);
    VECTOR_PUSH(dictionaries, installed);
}

static int compare(const void *left, const void *right)
{
    return strcmp(((const struct installed *)left)->name, ((const struct installed *)right)->name);
}

struct dictionaries *dictionaries_open(const char *folder)
{
    struct dictionaries *dictionaries = xcalloc(1, sizeof *dictionaries);
    DIR *files = folder != NULL ? opendir(folder) : NULL;
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;)
        add(dictionaries, folder, file->d_name);
    if (files != NULL)
        closedir(files);
    if (dictionaries->count > 0)
        qsort(dictionaries->items, dictionaries->count, sizeof *dictionaries->items, compare);
    return dictionaries;
}

struct file_stamp dictionaries_stamp(const char *folder)
{
    struct file_stamp all = { 0 };
    DIR *files = folder != NULL ? opendir(folder) : NULL;
    if (files == NULL)
        return all;
    all = file_stamp(folder);
    for (struct dirent *file; (file = readdir(files)) != NULL;) { /* in any order */
        if (name_length(file->d_name) == 0)
            continue;
        char *path = file_join(folder, file->d_name);
        struct file_stamp stamp = file_stamp(path);
        all.size += stamp.size;
        all.inode += stamp.inode ^ (uint64_t)stamp.mtime;
        free(path);
    }
    closedir(files);
    return all;
}

void dictionaries_free(struct dictionaries *dictionaries)
{
    if (dictionaries == NULL)
        return;
    for (size_t i = 0; i < dictionaries->count; i++) {
        dictionary_close(dictionaries->items[i].dictionary);
        free(dictionaries->items[i].name);
        free(dictionaries->items[i].path);
        free(dictionaries->items[i].fault);
    }
    free(dictionaries->items);
    free(dictionaries);
}
