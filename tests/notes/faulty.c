#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "notes/faulty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

static enum fault_kind kind;
static size_t at;
static size_t calls;

static sqlite3_vfs *real;
static sqlite3_vfs shim;
static const sqlite3_io_methods *real_methods; /* writing is the same for all files */
static sqlite3_io_methods methods[2]; /* databases are locked, other files are not */

void faulty_set(enum fault_kind which, size_t nth)
{
    kind = which;
    at = nth;
    calls = 0;
}

size_t faulty_calls(void)
{
    return calls;
}

static bool fails(void)
{
    calls++;
    if (kind == FAULT_KILL && calls == at)
        kill(getpid(), SIGKILL);
    return (kind == FAULT_ONCE && calls == at) || (kind == FAULT_FULL && calls >= at);
}

static int fail_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
    bool full = kind == FAULT_FULL || at % 2 == 0;
    if (fails())
        return full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    if (kind == FAULT_TORN && calls == at) {
        (void)real_methods->xWrite(file, bytes, length / 2, offset);
        kill(getpid(), SIGKILL);
    }
    return real_methods->xWrite(file, bytes, length, offset);
}

static int fail_sync(sqlite3_file *file, int flags)
{
    return fails() ? SQLITE_IOERR_FSYNC : real_methods->xSync(file, flags);
}

static int fail_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return fails() ? SQLITE_IOERR_TRUNCATE : real_methods->xTruncate(file, size);
}

static int fail_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *out_flags)
{
    (void)vfs;
    file->pMethods = NULL;
    if (fails())
        return SQLITE_CANTOPEN;
    int code = real->xOpen(real, name, file, flags, out_flags);
    if (code == SQLITE_OK && file->pMethods != NULL) {
        real_methods = file->pMethods;
        sqlite3_io_methods *own = &methods[(flags & SQLITE_OPEN_MAIN_DB) != 0];
        *own = *real_methods;
        own->xWrite = fail_write;
        own->xSync = fail_sync;
        own->xTruncate = fail_truncate;
        file->pMethods = own;
    }
    return code;
}

static int fail_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    return kind != FAULT_FULL && fails() ? SQLITE_IOERR_DELETE : real->xDelete(real, name, sync);
}

void faulty_begin(void)
{
    if (real != NULL)
        return;
    real = sqlite3_vfs_find(NULL);
    shim = *real;
    shim.pNext = NULL;
    shim.zName = "faulty";
    shim.xOpen = fail_open;
    shim.xDelete = fail_delete;
    sqlite3_vfs_register(&shim, 1);
}

static int refuse(void)
{
    errno = kind == FAULT_FULL ? ENOSPC : EIO;
    return -1;
}

int rename(const char *from, const char *to)
{
    return fails() ? refuse() : renameat(AT_FDCWD, from, AT_FDCWD, to);
}

#ifdef __linux__
static int real_sync(int file)
{
    return (int)syscall(SYS_fdatasync, file);
}

/* SQLite's, of files and of their folder. */
int fdatasync(int file)
{
    return fails() ? refuse() : real_sync(file);
}
#else
static int real_sync(int file)
{
    return fdatasync(file);
}
#endif

int fsync(int file)
{
    return fails() ? refuse() : real_sync(file);
}
