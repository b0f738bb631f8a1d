#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "notes/recorder.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define FILES 400

enum call_kind {
    CALL_WRITE,
    CALL_TRUNCATE,
    CALL_NAME,
    CALL_RENAME,
    CALL_UNNAME,
    CALL_FOLDER,
    CALL_SYNC,
    CALL_SYNC_FOLDER
};

/* Names are below the folder. A file is known by its number, whatever it is called. */
struct call {
    enum call_kind kind;
    size_t file;
    char *name, *other; /* other: a rename's new name; of CALL_SYNC_FOLDER the folder's */
    char *bytes;
    size_t offset, length;
};

struct calls {
    struct call *items;
    size_t count, capacity;
};

static char *root; /* NULL: nothing is recorded */
static char *whole_root; /* without links, from / on: as SQLite names it */
static struct calls calls;
static char *names[FILES];        /* of each file, NULL: it has none */
static struct buffer base[FILES]; /* its bytes at the beginning */
static char *base_names[FILES];
static size_t file_count, base_count;
static struct {
    size_t file;
    char *folder; /* of a folder's descriptor its name */
    bool open;
} descriptors[1024];

/* ---- recording ---- */

static const char *behind(const char *path, const char *folder)
{
    size_t length = folder != NULL ? strlen(folder) : 0;
    if (folder == NULL || strncmp(path, folder, length) != 0 ||
        (path[length] != '/' && path[length] != '\0'))
        return NULL;
    return path[length] == '/' ? path + length + 1 : path + length;
}

/* The name below the folder, NULL when it is elsewhere; "" is the folder itself. */
static const char *below(const char *path)
{
    const char *name = behind(path, root);
    return name != NULL ? name : behind(path, whole_root);
}

static size_t file_of(const char *name)
{
    size_t i = 0;
    while (i < file_count && (names[i] == NULL || strcmp(names[i], name) != 0))
        i++;
    return i;
}

static struct call *add_call(enum call_kind kind, size_t file, const char *name, const char *other)
{
    VECTOR_PUSH(&calls, (struct call){ .kind = kind, .file = file,
                                       .name = xstrdup(name),
                                       .other = xstrdup(other) });
    return &calls.items[calls.count - 1];
}

static void name_file(size_t file, const char *name)
{
    free(names[file]);
    names[file] = xstrdup(name);
}

static size_t new_file(const char *name)
{
    if (file_count == FILES)
        abort();
    name_file(file_count, name);
    return file_count++;
}

static int note_open(int descriptor, const char *path, int flags, bool was_there)
{
    const char *name = below(path);
    struct stat status;
    if (descriptor < 0 || descriptor >= (int)(sizeof descriptors / sizeof *descriptors) ||
        name == NULL || fstat(descriptor, &status) != 0)
        return descriptor;
    free(descriptors[descriptor].folder);
    descriptors[descriptor].folder = S_ISDIR(status.st_mode) ? xstrdup(name) : NULL;
    descriptors[descriptor].open = true;
    if (S_ISDIR(status.st_mode))
        return descriptor;
    size_t file = file_of(name);
    if (file == file_count && !was_there) {
        file = new_file(name);
        add_call(CALL_NAME, file, name, NULL);
    } else if ((flags & O_TRUNC) != 0) {
        add_call(CALL_TRUNCATE, file, NULL, NULL);
    }
    descriptors[descriptor].file = file;
    return descriptor;
}

static bool is_recorded(int descriptor)
{
    return root != NULL && descriptor >= 0 &&
           descriptor < (int)(sizeof descriptors / sizeof *descriptors) &&
           descriptors[descriptor].open && descriptors[descriptor].folder == NULL;
}

static void note_write(int descriptor, const void *bytes, ssize_t length, off_t offset)
{
    if (!is_recorded(descriptor) || length <= 0)
        return;
    struct call *call = add_call(CALL_WRITE, descriptors[descriptor].file, NULL, NULL);
    call->bytes = xmalloc((size_t)length);
    memcpy(call->bytes, bytes, (size_t)length);
    call->offset = (size_t)offset;
    call->length = (size_t)length;
}

static int note_sync(int descriptor)
{
    if (root == NULL || descriptor < 0 || !descriptors[descriptor].open)
        return 0;
    if (descriptors[descriptor].folder != NULL)
        add_call(CALL_SYNC_FOLDER, 0, NULL, descriptors[descriptor].folder);
    else
        add_call(CALL_SYNC, descriptors[descriptor].file, NULL, NULL);
    return 0;
}

/* ---- what stands between ---- */

static int open_file(const char *path, int flags, mode_t mode)
{
    bool there = root != NULL && faccessat(AT_FDCWD, path, F_OK, 0) == 0;
    return note_open(openat(AT_FDCWD, path, flags, mode), path, flags, there);
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_file(path, flags, mode);
}

int mkstemp(char *path)
{
    static unsigned number;
    int file = -1;
    for (unsigned tries = 0; file < 0 && tries < 1000; tries++) {
        char ending[7];
        snprintf(ending, sizeof ending, "%06u", number++ % 1000000);
        memcpy(path + strlen(path) - 6, ending, 6);
        file = open_file(path, O_RDWR | O_CREAT | O_EXCL, 0600);
    }
    return file;
}

int close(int descriptor)
{
    if (descriptor >= 0 && descriptor < (int)(sizeof descriptors / sizeof *descriptors))
        descriptors[descriptor].open = false;
    return (int)syscall(SYS_close, descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t length)
{
    off_t at = is_recorded(descriptor) ? lseek(descriptor, 0, SEEK_CUR) : 0;
    struct iovec all = { .iov_base = (void *)(uintptr_t)bytes, .iov_len = length };
    ssize_t done = writev(descriptor, &all, 1);
    note_write(descriptor, bytes, done, at);
    return done;
}

static ssize_t write_at(int descriptor, const void *bytes, size_t length, off_t offset)
{
    struct iovec all = { .iov_base = (void *)(uintptr_t)bytes, .iov_len = length };
    ssize_t done = pwritev(descriptor, &all, 1, offset);
    note_write(descriptor, bytes, done, offset);
    return done;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset)
{
    return write_at(descriptor, bytes, length, offset);
}

static int truncate_to(int descriptor, off_t length)
{
    int code = (int)syscall(SYS_ftruncate, descriptor, length);
    if (code == 0 && is_recorded(descriptor))
        add_call(CALL_TRUNCATE, descriptors[descriptor].file, NULL, NULL)->length = (size_t)length;
    return code;
}

int ftruncate(int descriptor, off_t length)
{
    return truncate_to(descriptor, length);
}

#if defined(__GLIBC__) && !defined(__USE_FILE_OFFSET64)
/* As SQLite of a distribution calls them. */
int open64(const char *path, int flags, ...);
ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset);
int ftruncate64(int descriptor, off64_t length);

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_file(path, flags, mode);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset)
{
    return write_at(descriptor, bytes, length, offset);
}

int ftruncate64(int descriptor, off64_t length)
{
    return truncate_to(descriptor, length);
}
#endif

int fsync(int descriptor)
{
    return note_sync(descriptor);
}

int fdatasync(int descriptor)
{
    return note_sync(descriptor);
}

int rename(const char *from, const char *to)
{
    int code = renameat(AT_FDCWD, from, AT_FDCWD, to);
    const char *old = below(from), *new = below(to);
    if (code != 0 || old == NULL || new == NULL)
        return code;
    size_t file = file_of(old), gone = file_of(new);
    if (gone < file_count)
        name_file(gone, NULL);
    add_call(CALL_RENAME, file, old, new);
    name_file(file, new);
    return code;
}

int link(const char *from, const char *to)
{
    int code = linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
    if (code == 0 && below(from) != NULL && below(to) != NULL)
        add_call(CALL_NAME, file_of(below(from)), below(to), NULL);
    return code;
}

int unlink(const char *path)
{
    int code = unlinkat(AT_FDCWD, path, 0);
    const char *name = below(path);
    if (code != 0 || name == NULL)
        return code;
    size_t file = file_of(name);
    add_call(CALL_UNNAME, file, name, NULL);
    if (file < file_count)
        name_file(file, NULL);
    return code;
}

int mkdir(const char *path, mode_t mode)
{
    int code = mkdirat(AT_FDCWD, path, mode);
    if (code == 0 && below(path) != NULL)
        add_call(CALL_FOLDER, 0, below(path), NULL);
    return code;
}

/* ---- beginning and end ---- */

static void take_folder(const char *folder)
{
    DIR *opened = opendir(folder);
    struct dirent *entry;
    while (opened != NULL && (entry = readdir(opened)) != NULL) {
        char *path = file_join(folder, entry->d_name);
        if (entry->d_name[0] != '.' && file_is_folder(path)) {
            take_folder(path);
        } else if (entry->d_name[0] != '.') {
            size_t file = new_file(below(path));
            base_names[file] = xstrdup(below(path));
            if (!file_read(path, 0, &base[file], NULL))
                abort();
        }
        free(path);
    }
    if (opened != NULL)
        closedir(opened);
}

void recorder_begin(const char *folder)
{
    recorder_free();
    root = xstrdup(folder);
    whole_root = realpath(folder, NULL);
    take_folder(folder);
    base_count = file_count;
    calls.count = 0;
}

void recorder_end(void)
{
    free(root);
    free(whole_root);
    root = whole_root = NULL;
}

void recorder_free(void)
{
    recorder_end();
    for (size_t i = 0; i < calls.count; i++) {
        free(calls.items[i].name);
        free(calls.items[i].other);
        free(calls.items[i].bytes);
    }
    for (size_t i = 0; i < file_count; i++) {
        name_file(i, NULL);
        free(base_names[i]);
        base_names[i] = NULL;
        buffer_free(&base[i]);
    }
    free(calls.items);
    calls = (struct calls){ NULL, 0, 0 };
    file_count = base_count = 0;
}

size_t recorder_calls(void)
{
    return calls.count;
}

/* ---- what is left ---- */

static bool is_in(const char *name, const char *folder)
{
    const char *slash = strrchr(name, '/');
    size_t length = slash != NULL ? (size_t)(slash - name) : 0;
    return strlen(folder) == length && strncmp(name, folder, length) == 0;
}

/* Whether a later sync of the first `count` calls has made the call last. */
static bool is_lasting(size_t at, size_t count)
{
    const struct call *call = &calls.items[at];
    bool bytes = call->kind == CALL_WRITE || call->kind == CALL_TRUNCATE;
    for (size_t i = at + 1; i < count; i++) {
        const struct call *sync = &calls.items[i];
        if (bytes ? sync->kind == CALL_SYNC && sync->file == call->file
                  : sync->kind == CALL_SYNC_FOLDER && is_in(call->name, sync->other))
            return true;
    }
    return false;
}

static bool is_sync(const struct call *call)
{
    return call->kind == CALL_SYNC || call->kind == CALL_SYNC_FOLDER;
}

size_t recorder_open_calls(size_t count)
{
    size_t open_calls = 0;
    for (size_t i = 0; i < count; i++)
        open_calls += !is_sync(&calls.items[i]) && !is_lasting(i, count);
    return open_calls;
}

struct left {
    struct buffer bytes[FILES];
    char *names[4 * FILES]; /* a name and the file that it leads to */
    size_t files[4 * FILES];
    size_t count;
};

static void unname(struct left *left, const char *name)
{
    for (size_t i = 0; i < left->count; i++) {
        if (strcmp(left->names[i], name) == 0) {
            free(left->names[i]);
            left->names[i] = left->names[--left->count];
            left->files[i] = left->files[left->count];
            return;
        }
    }
}

static void set_name(struct left *left, const char *name, size_t file)
{
    unname(left, name);
    left->names[left->count] = xstrdup(name);
    left->files[left->count++] = file;
}

static void set_length(struct buffer *bytes, size_t length)
{
    if (bytes->length > length)
        buffer_truncate(bytes, length);
    while (bytes->length < length)
        buffer_add_byte(bytes, '\0');
}

static void do_call(struct left *left, const struct call *call, enum recorder_part part)
{
    size_t length = part == RECORDER_HALF ? call->length / 2 : call->length;
    struct buffer *bytes = &left->bytes[call->file];
    switch (call->kind) {
    case CALL_WRITE:
        if (bytes->length < call->offset + length)
            set_length(bytes, call->offset + length);
        memcpy(bytes->data + call->offset, call->bytes, length);
        break;
    case CALL_TRUNCATE: set_length(bytes, call->length); break;
    case CALL_NAME: set_name(left, call->name, call->file); break;
    case CALL_RENAME:
        unname(left, call->name);
        set_name(left, call->other, call->file);
        break;
    case CALL_UNNAME: unname(left, call->name); break;
    case CALL_FOLDER:
    case CALL_SYNC:
    case CALL_SYNC_FOLDER: break;
    }
}

/* What lies in a folder whose own name has not reached the disk is gone with it. */
static void lose_folder(struct left *left, const char *folder)
{
    size_t length = strlen(folder);
    for (size_t i = left->count; i-- > 0;)
        if (strncmp(left->names[i], folder, length) == 0 && left->names[i][length] == '/')
            unname(left, left->names[i]);
}

static struct left *make_left(size_t count, const enum recorder_part *part)
{
    struct left *left = xcalloc(1, sizeof *left);
    size_t open_call = 0;
    bool *lost = xcalloc(count + 1, sizeof *lost);
    for (size_t i = 0; i < base_count; i++) {
        buffer_add(&left->bytes[i], buffer_text(&base[i]), base[i].length);
        set_name(left, base_names[i], i);
    }
    for (size_t i = 0; i < count; i++) {
        if (is_sync(&calls.items[i]))
            continue;
        enum recorder_part there = is_lasting(i, count) ? RECORDER_ALL : part[open_call++];
        lost[i] = there == RECORDER_NOTHING;
        if (!lost[i])
            do_call(left, &calls.items[i], there);
    }
    for (size_t i = 0; i < count; i++)
        if (calls.items[i].kind == CALL_FOLDER && lost[i])
            lose_folder(left, calls.items[i].name);
    free(lost);
    return left;
}

static void free_left(struct left *left)
{
    for (size_t i = 0; i < FILES; i++)
        buffer_free(&left->bytes[i]);
    for (size_t i = 0; i < left->count; i++)
        free(left->names[i]);
    free(left);
}

void recorder_leave(const char *folder, size_t count, const enum recorder_part *part)
{
    struct left *left = make_left(count, part);
    for (size_t i = 0; i < left->count; i++) {
        char *path = file_join(folder, left->names[i]);
        char *slash = strrchr(path, '/');
        *slash = '\0';
        if (!file_make_folders(path, NULL))
            abort();
        *slash = '/';
        FILE *file = fopen(path, "w");
        const struct buffer *bytes = &left->bytes[left->files[i]];
        if (file == NULL || fwrite(buffer_text(bytes), 1, bytes->length, file) != bytes->length ||
            fclose(file) != 0)
            abort();
        free(path);
    }
    free_left(left);
}

uint64_t recorder_hash(size_t count, const enum recorder_part *part)
{
    struct left *left = make_left(count, part);
    uint64_t sum = 0;
    for (size_t i = 0; i < left->count; i++) {
        const struct buffer *bytes = &left->bytes[left->files[i]];
        uint64_t one = hash_checksum(buffer_text(bytes), bytes->length);
        sum += (one ^ hash_bytes(left->names[i], strlen(left->names[i]))) * HASH_PRIME;
    }
    free_left(left);
    return sum;
}
