#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/message.h"
#include "base/xalloc.h"

#define BESIDE_MARK ".new-" /* in the name of what is written beside a file, before what makes it unique */
#define BESIDE_UNIQUE "XXXXXX"
#define SWEPT_AFTER 600 /* seconds: who writes now is done by then */

/* Opens a regular file for reading; O_NONBLOCK keeps a FIFO from hanging the open. */
static int open_regular(const char *path, struct stat *status, struct error *error)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) {
        error_set(error, "%s: %s", path, _(strerror(errno)));
        return -1;
    }
    const char *fault = NULL;
    if (fstat(file, status) != 0)
        fault = _(strerror(errno));
    else if (S_ISDIR(status->st_mode))
        fault = _("is a folder, not an article");
    else if (S_ISFIFO(status->st_mode))
        fault = _("is a pipe; save its output to a file and open that");
    else if (!S_ISREG(status->st_mode))
        fault = _("is a device or socket, not a file");
    if (fault == NULL)
        return file;
    error_set(error, "%s: %s", path, fault);
    close(file);
    return -1;
}

static bool read_up_to(int file, const char *path, size_t limit, struct buffer *out,
                       struct error *error)
{
    size_t done = 0;
    while (done < limit) {
        size_t want = limit - done;
        if (out->capacity - out->length < 2)
            buffer_reserve(out, want < 65536 ? want : 65536);
        size_t room = out->capacity - out->length - 1;
        ssize_t got = read(file, out->data + out->length, room < want ? room : want);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            error_set(error, "%s: %s", path, _(strerror(errno)));
            return false;
        }
        if (got == 0)
            break;
        out->length += (size_t)got;
        done += (size_t)got;
    }
    if (out->data != NULL)
        out->data[out->length] = '\0';
    return true;
}

bool file_read(const char *path, size_t limit, struct buffer *out, struct error *error)
{
    struct stat status;
    int file = open_regular(path, &status, error);
    if (file < 0)
        return false;
    if (limit == 0)
        limit = FILE_LIMIT_DEFAULT;
    bool ok = status.st_size >= 0 && (size_t)status.st_size <= limit;
    if (!ok) {
        error_set(error, "%s: is larger than the %zu MiB that can be opened", path, limit >> 20);
    } else {
        buffer_reserve(out, (size_t)status.st_size + 1);
        ok = read_up_to(file, path, limit, out, error);
    }
    close(file);
    return ok;
}

bool file_read_open(int file, const char *path, struct buffer *out, struct error *error)
{
    return read_up_to(file, path, FILE_LIMIT_DEFAULT, out, error);
}

bool file_read_head(const char *path, size_t length, struct buffer *out, bool *whole,
                    struct error *error)
{
    struct stat status;
    int file = open_regular(path, &status, error);
    if (file < 0)
        return false;
    size_t size = status.st_size > 0 ? (size_t)status.st_size : 0;
    buffer_reserve(out, size < length ? size + 1 : length);
    bool ok = read_up_to(file, path, length, out, error);
    *whole = ok && size <= length;
    close(file);
    return ok;
}

bool file_read_part(const char *path, size_t from, size_t length, struct buffer *out,
                    struct error *error)
{
    struct stat status;
    int file = open_regular(path, &status, error);
    if (file < 0)
        return false;
    buffer_reserve(out, length);
    bool ok = lseek(file, (off_t)from, SEEK_SET) >= 0 && read_up_to(file, path, length, out, error);
    close(file);
    return ok;
}

/* Makes the rename itself durable; some file systems refuse, and that is no fault. */
bool file_sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash == NULL ? xstrdup(".")
                                 : xstrndup(path, slash == path ? 1 : (size_t)(slash - path));
    int file = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    bool ok = file >= 0 && fsync(file) == 0;
    if (file >= 0)
        close(file);
    free(folder);
    return ok;
}

/* Leaves the bytes, synced, in a file beside `path`, whose name it returns; NULL with a sentence. */
static char *write_beside(const char *path, const char *bytes, size_t length, struct error *error)
{
    char *temporary = xasprintf("%s" BESIDE_MARK BESIDE_UNIQUE, path);
    int file = mkstemp(temporary);
    if (file < 0) {
        error_set(error, "%s: cannot be written: %s", path, _(strerror(errno)));
        free(temporary);
        return NULL;
    }
    struct stat old;
    bool ok = descriptor_write(file, bytes, length, NULL);
    if (ok && stat(path, &old) == 0)
        ok = fchmod(file, old.st_mode & 07777) == 0;
    ok = ok && fsync(file) == 0;
    int saved = errno;
    if (close(file) != 0 && ok) {
        ok = false;
        saved = errno;
    }
    if (ok)
        return temporary;
    (void)unlink(temporary);
    error_set(error, "%s: cannot be written: %s", path, _(strerror(saved)));
    free(temporary);
    errno = saved;
    return NULL;
}

/* Whether the name is that of write_beside for `base`. */
static bool is_beside(const char *name, const char *base)
{
    size_t length = strlen(base), mark = strlen(BESIDE_MARK);
    return strncmp(name, base, length) == 0 && strncmp(name + length, BESIDE_MARK, mark) == 0 &&
           strlen(name + length + mark) == strlen(BESIDE_UNIQUE);
}

void file_sweep_beside(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash != NULL ? slash + 1 : path;
    char *folder = slash != NULL ? xstrndup(path, (size_t)(slash + 1 - path)) : xstrdup("./");
    DIR *files = opendir(folder);
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;) {
        char *whole = xasprintf("%s%s", folder, file->d_name);
        struct stat status;
        if (is_beside(file->d_name, base) && lstat(whole, &status) == 0 &&
            S_ISREG(status.st_mode) && status.st_mtime < time(NULL) - SWEPT_AFTER)
            (void)unlink(whole);
        free(whole);
    }
    if (files != NULL)
        closedir(files);
    free(folder);
}

bool file_write(const char *path, const char *bytes, size_t length, struct error *error)
{
    char *temporary = write_beside(path, bytes, length, error);
    if (temporary == NULL)
        return false;
    bool ok = rename(temporary, path) == 0;
    if (ok) {
        (void)file_sync_folder(path);
    } else {
        error_set(error, "%s: cannot be written: %s", path, _(strerror(errno)));
        (void)unlink(temporary);
    }
    free(temporary);
    return ok;
}

bool file_create(const char *path, const char *bytes, size_t length, bool *exists,
                 struct error *error)
{
    *exists = false;
    char *temporary = write_beside(path, bytes, length, error);
    if (temporary == NULL)
        return false;
    bool ok = link(temporary, path) == 0;
    int saved = errno;
    if (!ok && saved != EEXIST && !file_exists(path)) { /* a file system without links */
        ok = rename(temporary, path) == 0;
        saved = errno;
    } else {
        (void)unlink(temporary);
    }
    *exists = !ok && saved == EEXIST;
    if (!ok)
        error_set(error, "%s: cannot be written: %s", path, _(strerror(saved)));
    free(temporary);
    errno = saved;
    return ok;
}

bool file_move(const char *from, const char *to, struct error *error)
{
    int file = open(from, O_RDONLY | O_CLOEXEC);
    bool ok = file >= 0 && fsync(file) == 0;
    int saved = errno;
    if (file >= 0)
        close(file);
    if (ok && rename(from, to) != 0) {
        ok = false;
        saved = errno;
    }
    if (ok)
        (void)file_sync_folder(to);
    else
        error_set(error, "%s: cannot be written: %s", to, _(strerror(saved)));
    return ok;
}

bool file_make_folders(const char *path, struct error *error)
{
    char *copy = xstrdup(path);
    bool ok = true;
    for (char *at = copy + 1; ok && *copy != '\0'; at++) {
        char here = *at;
        if (here != '/' && here != '\0')
            continue;
        *at = '\0';
        if (mkdir(copy, 0700) == 0) {
            (void)file_sync_folder(copy);
        } else if (errno != EEXIST) {
            error_set(error, "%s: the folder cannot be made: %s", copy, _(strerror(errno)));
            ok = false;
        }
        *at = here;
        if (here == '\0')
            break;
    }
    free(copy);
    return ok;
}

bool file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

struct file_stamp file_stamp(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return (struct file_stamp){ 0, 0, 0 };
    return (struct file_stamp){
        .size = (int64_t)status.st_size,
        .mtime = (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec,
        .inode = (uint64_t)status.st_ino,
    };
}

int64_t file_now(void)
{
    struct timespec time = { 0 };
    clock_gettime(CLOCK_REALTIME, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->size == b->size && a->mtime == b->mtime && a->inode == b->inode;
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

char *file_join(const char *folder, const char *name)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    bool root = length == 1 && folder[0] == '/';
    return xasprintf("%.*s%s%s", (int)length, folder, root ? "" : "/", name);
}

const char *file_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}
