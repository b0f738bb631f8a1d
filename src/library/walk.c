#include "library/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"
#include "base/vector.h"
#include "library/article.h"

#define OPEN_FLAGS (O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)

static void walk_open_folder(int file, struct buffer *path, int depth, struct walk *walk);

static void refuse(struct walk *walk, const struct buffer *path, int reason)
{
    buffer_add_format(&walk->refused, "%s: %s\n", buffer_text(path), _(strerror(reason)));
}

/* What the file is, is asked later (ask_all). */
static void add_file(struct walk *walk, const struct buffer *path)
{
    VECTOR_PUSH(walk, (struct walk_file){ .name = walk->names.length });
    buffer_add(&walk->names, path->data, path->length + 1);
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
        add_file(walk, path);
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

/* ---- asking for sizes and times ---- */

/* The files [from, to) of a walk; `folder` is the walk's. */
struct question {
    struct walk *walk;
    int folder;
    size_t from, to;
};

/* Files that are none, or gone, get size NOT_A_FILE; folders FOLDER. */
#define NOT_A_FILE (-1)
#define FOLDER (-2)

static void *ask(void *argument)
{
    const struct question *question = argument;
    for (size_t i = question->from; i < question->to; i++) {
        struct walk_file *file = &question->walk->items[i];
        const char *name = walk_name(question->walk, i);
        struct stat status;
        bool there = fstatat(question->folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
        file->size = there && S_ISDIR(status.st_mode) ? FOLDER : NOT_A_FILE;
        if (there && S_ISLNK(status.st_mode))
            there = fstatat(question->folder, name, &status, 0) == 0;
        if (!there || !S_ISREG(status.st_mode))
            continue;
        file->size = (int64_t)status.st_size;
        file->mtime = (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
        file->inode = (uint64_t)status.st_ino;
    }
    return NULL;
}

/* The kernel's part of a large listing is nearly all of it; two threads halve it. */
static void ask_all(struct walk *walk, int folder, size_t from)
{
    size_t middle = walk->count - from > 500 ? from + (walk->count - from) / 2 : walk->count;
    struct question first = { walk, folder, from, middle };
    struct question second = { walk, folder, middle, walk->count };
    pthread_t thread;
    bool parallel = middle < walk->count && pthread_create(&thread, NULL, ask, &second) == 0;
    ask(&first);
    if (parallel)
        pthread_join(thread, NULL);
    else
        ask(&second);
}

/* Leaves only true files behind; folders with an article's name are walked. */
static void settle(struct walk *walk, int folder, int depth)
{
    for (size_t from = 0; from < walk->count;) {
        size_t end = walk->count;
        ask_all(walk, folder, from);
        size_t kept = from;
        struct buffer path = { 0 };
        for (size_t i = from; i < end; i++) {
            struct walk_file file = walk->items[i];
            if (file.size == FOLDER) {
                buffer_truncate(&path, 0);
                buffer_add_text(&path, walk_name(walk, i));
                int below = depth; /* less the folders that its path has passed */
                for (size_t c = 0; c < path.length; c++)
                    below -= path.data[c] == '/';
                enter(folder, path.data, &path, below, walk);
            } else if (file.size != NOT_A_FILE) {
                walk->items[kept++] = file;
            }
        }
        buffer_free(&path);
        memmove(walk->items + kept, walk->items + end, (walk->count - end) * sizeof *walk->items);
        walk->count -= end - kept;
        from = kept;
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
    buffer_reserve(&path, 0);
    walk_open_folder(file, &path, depth, walk);
    buffer_free(&path);
    settle(walk, asked, depth);
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
