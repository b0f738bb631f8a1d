#include "notes/backup.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define PREFIX "notes-"
#define SUFFIX ".db"
#define DAY_LENGTH 10
#define HALF_MADE ".new"

/* A daily backup, and how much it knows: the number of the last change in its journal, and its notes;
 * -1 when it cannot be read. */
struct copy {
    char *path;
    int64_t changes;
    int64_t notes;
};

struct copies {
    struct copy *items;
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

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_best_first(const void *a, const void *b)
{
    const struct copy *one = a;
    const struct copy *other = b;
    int order = compare_numbers(other->changes, one->changes);
    if (order == 0)
        order = compare_numbers(other->notes, one->notes);
    return order != 0 ? order : strcmp(other->path, one->path);
}

static void look_into(struct copy *copy)
{
    struct sql *sql = sql_open(copy->path, SQL_READ, NULL);
    if (sql == NULL ||
        !sql_ask(sql, "SELECT count(*) FROM annotation", &copy->notes, NULL) ||
        !sql_ask(sql, "SELECT coalesce(max(sequence), 0) FROM change", &copy->changes, NULL))
        copy->notes = copy->changes = -1;
    sql_close(sql);
}

/* The daily backups, the one that knows most first. */
static void list_daily(const char *backups, struct copies *copies)
{
    DIR *folder = opendir(backups);
    struct dirent *entry;
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        struct copy copy = { .path = is_daily(entry->d_name) ? file_join(backups, entry->d_name)
                                                             : NULL };
        if (copy.path == NULL)
            continue;
        look_into(&copy);
        VECTOR_PUSH(copies, copy);
    }
    if (folder != NULL)
        closedir(folder);
    if (copies->count > 0)
        qsort(copies->items, copies->count, sizeof *copies->items, compare_best_first);
}

static void free_copies(struct copies *copies)
{
    for (size_t i = 0; i < copies->count; i++)
        free(copies->items[i].path);
    free(copies->items);
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

/* The copy just made stays, for a clock that was wrong gave others later names. */
static void rotate(const char *backups, const char *made, size_t keep)
{
    struct copies copies = { 0 };
    list_daily(backups, &copies);
    size_t kept = 1;
    for (size_t i = 0; i < copies.count; i++) {
        const char *path = copies.items[i].path;
        if (strcmp(path, made) != 0 && ++kept > keep)
            (void)unlink(path);
    }
    free_copies(&copies);
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

static bool make_folder(const char *backups, struct error *error)
{
    bool there = file_exists(backups);
    bool ok = file_make_folders(backups, error);
    if (ok && !there)
        (void)chmod(backups, 0700);
    return ok;
}

bool backup_is_any(const char *folder)
{
    char *backups = folder_of(folder);
    DIR *opened = opendir(backups);
    struct dirent *entry;
    bool any = false;
    while (!any && opened != NULL && (entry = readdir(opened)) != NULL)
        any = is_daily(entry->d_name);
    if (opened != NULL)
        closedir(opened);
    free(backups);
    return any;
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
    bool ok = make_folder(backups, error) && copy_whole(sql, path, error);
    remove_half_made(backups, day);
    if (ok)
        rotate(backups, path, keep);
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
        file_exists(path) || (make_folder(backups, error) && copy_whole(sql, path, error));
    free(path);
    free(name);
    free(backups);
    return ok;
}

void backup_each(const char *folder, bool (*visit)(void *context, const char *path), void *context)
{
    char *backups = folder_of(folder);
    struct copies copies = { 0 };
    list_daily(backups, &copies);
    bool more = true;
    for (size_t i = 0; more && i < copies.count; i++)
        more = visit(context, copies.items[i].path);
    free_copies(&copies);
    free(backups);
}
