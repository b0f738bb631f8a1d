#include "notes/backup.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define PREFIX "notes-"
#define SUFFIX ".db"
#define DAY_LENGTH 10
#define HALF_MADE ".new"

struct names {
    char **items;
    size_t count;
    size_t capacity;
};

static char *folder_of(const char *folder)
{
    return file_join(folder, BACKUP_FOLDER);
}

static bool is_daily(const char *name)
{
    return strlen(name) == strlen(PREFIX SUFFIX) + DAY_LENGTH &&
           strncmp(name, PREFIX, strlen(PREFIX)) == 0 &&
           strspn(name + strlen(PREFIX), "0123456789-") == DAY_LENGTH &&
           strcmp(name + strlen(PREFIX) + DAY_LENGTH, SUFFIX) == 0;
}

static int compare_latest_first(const void *a, const void *b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

/* The daily backups by name, the latest first. */
static void list_daily(const char *backups, struct names *names)
{
    DIR *folder = opendir(backups);
    struct dirent *entry;
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        if (is_daily(entry->d_name))
            VECTOR_PUSH(names, xstrdup(entry->d_name));
    }
    if (folder != NULL)
        closedir(folder);
    if (names->count > 0)
        qsort(names->items, names->count, sizeof *names->items, compare_latest_first);
}

static void free_names(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

/* Into a file of this process's own, so that two programs do not write one. */
static bool copy_whole(struct sql *sql, const char *path, struct error *error)
{
    char *half = xasprintf("%s.%ld" HALF_MADE, path, (long)getpid());
    (void)unlink(half);
    bool ok = sql_copy(sql, half, error) && file_move(half, path, error);
    if (!ok)
        (void)unlink(half);
    free(half);
    return ok;
}

/* What a program that was killed left behind: all that is not of today. */
static void remove_half_made(const char *backups, const char *day)
{
    DIR *folder = opendir(backups);
    struct dirent *entry;
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        const char *name = entry->d_name;
        size_t length = strlen(name);
        if (strncmp(name, PREFIX, strlen(PREFIX)) != 0 || strstr(name, HALF_MADE) == NULL ||
            length < strlen(PREFIX) + DAY_LENGTH ||
            strncmp(name + strlen(PREFIX), day, DAY_LENGTH) == 0)
            continue;
        char *path = file_join(backups, name);
        (void)unlink(path);
        free(path);
    }
    if (folder != NULL)
        closedir(folder);
}

static void rotate(const char *backups, size_t keep)
{
    struct names names = { 0 };
    list_daily(backups, &names);
    for (size_t i = keep; i < names.count; i++) {
        char *path = file_join(backups, names.items[i]);
        (void)unlink(path);
        free(path);
    }
    free_names(&names);
}

static char *daily_path(const char *folder, const char *day)
{
    char *backups = folder_of(folder);
    char *name = xasprintf(PREFIX "%s" SUFFIX, day);
    char *path = file_join(backups, name);
    free(name);
    free(backups);
    return path;
}

bool backup_is_there(const char *folder, const char *day)
{
    char *path = daily_path(folder, day);
    bool there = file_exists(path);
    free(path);
    return there;
}

bool backup_daily(struct sql *sql, const char *folder, const char *day, size_t keep,
                  struct error *error)
{
    char *backups = folder_of(folder);
    char *path = daily_path(folder, day);
    bool ok = file_make_folders(backups, error) && copy_whole(sql, path, error);
    remove_half_made(backups, day);
    rotate(backups, keep);
    free(path);
    free(backups);
    return ok;
}

bool backup_before_schema(struct sql *sql, const char *folder, int64_t version, struct error *error)
{
    char *backups = folder_of(folder);
    char *name = xasprintf(PREFIX "before-schema-%lld" SUFFIX, (long long)version + 1);
    char *path = file_join(backups, name);
    bool ok =
        file_exists(path) || (file_make_folders(backups, error) && copy_whole(sql, path, error));
    free(path);
    free(name);
    free(backups);
    return ok;
}

void backup_each(const char *folder, bool (*visit)(void *context, const char *path), void *context)
{
    char *backups = folder_of(folder);
    struct names names = { 0 };
    list_daily(backups, &names);
    bool more = true;
    for (size_t i = 0; more && i < names.count; i++) {
        char *path = file_join(backups, names.items[i]);
        more = visit(context, path);
        free(path);
    }
    free_names(&names);
    free(backups);
}
