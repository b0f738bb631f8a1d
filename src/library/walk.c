#include "library/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vector.h"
#include "library/article.h"

#define OPEN_FLAGS (O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)

static void walk_open_folder(int file, struct buffer *path, int depth, struct walk *walk);

static void refuse(struct walk *walk, const struct buffer *path, int reason)
{
    buffer_add_format(&walk->refused, "%s: %s\n", buffer_text(path), strerror(reason));
}

static void add_file(struct walk *walk, const struct buffer *path, const struct stat *status)
{
    int64_t mtime = (int64_t)status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
    VECTOR_PUSH(walk, (struct walk_file){ walk->names.length, (int64_t)status->st_size, mtime,
                                          (uint64_t)status->st_ino });
    buffer_add(&walk->names, path->data, path->length + 1);
}

/* `path` is the entry's name below the walk's folder, its last part `name` within `folder`. */
static void visit(int folder, const char *name, struct buffer *path, int depth, struct walk *walk)
{
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return;
    if (S_ISDIR(status.st_mode)) {
        if (depth <= 0)
            return;
        int file = openat(folder, name, OPEN_FLAGS);
        if (file >= 0)
            walk_open_folder(file, path, depth - 1, walk);
        else
            refuse(walk, path, errno);
        return;
    }
    if (!article_is_name(name))
        return;
    if (S_ISLNK(status.st_mode) && fstatat(folder, name, &status, 0) != 0)
        return;
    if (S_ISREG(status.st_mode))
        add_file(walk, path, &status);
}

/* Takes over `file`. `path` is the folder's name below the walk's folder, "" for itself. */
static void walk_open_folder(int file, struct buffer *path, int depth, struct walk *walk)
{
    DIR *stream = fdopendir(file);
    if (stream == NULL) {
        refuse(walk, path, errno);
        close(file);
        return;
    }
    size_t length = path->length;
    for (;;) {
        const struct dirent *entry = readdir(stream);
        if (entry == NULL)
            break;
        if (entry->d_name[0] == '.')
            continue;
        if (length > 0)
            buffer_add_byte(path, '/');
        buffer_add_text(path, entry->d_name);
        visit(file, entry->d_name, path, depth, walk);
        buffer_truncate(path, length);
    }
    closedir(stream);
}

bool walk_folder(const char *folder, int depth, struct walk *walk, struct error *error)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) {
        error_set(error, "%s: %s", folder, strerror(errno));
        return false;
    }
    struct buffer path = { 0 };
    buffer_reserve(&path, 0);
    walk_open_folder(file, &path, depth, walk);
    buffer_free(&path);
    return true;
}

const char *walk_name(const struct walk *walk, size_t index)
{
    return walk->names.data + walk->items[index].name;
}

void walk_free(struct walk *walk)
{
    buffer_free(&walk->names);
    buffer_free(&walk->refused);
    free(walk->items);
    *walk = (struct walk){ 0 };
}
