#include "library/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"
#include "library/article.h"
#include "library/asker.h"

#define OPEN_FLAGS (O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)

static void walk_open_folder(int file, struct buffer *path, int depth, struct walk *walk);

static void refuse(struct walk *walk, const struct buffer *path, int reason)
{
    buffer_add_format(&walk->refused, "%s: %s\n", buffer_text(path), _(strerror(reason)));
}

static void enter(int folder, const char *name, struct buffer *path, int depth, struct walk *walk)
{
    if (depth <= 0)
        return;
    int file = openat(folder, name, OPEN_FLAGS);
    if (file >= 0)
        walk_open_folder(file, path, depth - 1, walk);
    else
        refuse(walk, path, errno);
}

/* `path` is the entry's name below the walk's folder, its last part `name` within `folder`. What is
 * called like an article hardly ever is a folder: it is not asked one by one. */
static void visit(int folder, const char *name, struct buffer *path, int depth, struct walk *walk)
{
    struct stat status;
    if (article_is_name(name))
        asker_add(walk->asker, path->data); /* who is to tell what it is */
    else if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode))
        enter(folder, name, path, depth, walk);
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

/* What the asker tells, true files alone; folders with an article's name are walked. */
static void settle(struct walk *walk, int folder, int depth)
{
    for (size_t from = walk->count;; from = walk->count) {
        asker_end(walk->asker, walk);
        if (walk->count == from)
            return;
        asker_begin(walk->asker, folder);
        size_t kept = from;
        struct buffer path = { 0 };
        for (size_t i = from; i < walk->count; i++) {
            struct walk_file file = walk->items[i];
            if (file.size == ASKER_FOLDER) {
                buffer_truncate(&path, 0);
                buffer_add_text(&path, walk_name(walk, i));
                int below = depth; /* less the folders that its path has passed */
                for (size_t c = 0; c < path.length; c++)
                    below -= path.data[c] == '/';
                enter(folder, path.data, &path, below, walk);
            } else if (file.size != ASKER_NO_FILE) {
                walk->items[kept++] = file;
            }
        }
        buffer_free(&path);
        walk->count = kept;
    }
}

bool walk_folder(const char *folder, int depth, struct walk *walk, struct error *error)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) {
        error_set(error, "%s: %s", folder, _(strerror(errno)));
        return false;
    }
    int asked = fcntl(file, F_DUPFD_CLOEXEC, 0);
    if (asked < 0) {
        error_set(error, "%s: %s", folder, _(strerror(errno)));
        close(file);
        return false;
    }
    struct buffer path = { 0 };
    struct asker asker;
    buffer_reserve(&path, 0);
    asker_begin(&asker, asked);
    walk->asker = &asker;
    walk_open_folder(file, &path, depth, walk);
    buffer_free(&path);
    settle(walk, asked, depth);
    walk->asker = NULL;
    close(asked);
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
