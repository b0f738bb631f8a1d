/* file: whole files in, whole files out.
 *
 * Reading refuses what is no regular file (directory, FIFO, device, socket) and what
 * is larger than the limit, with a sentence that says so; it never blocks on a FIFO.
 * Writing goes to a temporary file in the same folder, is synced and renamed, so that a
 * reader sees the old bytes or the new ones and nothing between.
 * Sizes are bytes; paths are used as they are. */
#ifndef DIPTYCH_BASE_FILE_H
#define DIPTYCH_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

#define FILE_LIMIT_DEFAULT ((size_t)2 << 30)

/* Appends the file's bytes to `out`. `limit` 0 means FILE_LIMIT_DEFAULT. */
bool file_read(const char *path, size_t limit, struct buffer *out, struct error *error);

/* The same from a descriptor that is open, to its end; it stays open. `path` is for the sentence. */
bool file_read_open(int file, const char *path, struct buffer *out, struct error *error);

/* As file_read, but at most the first `length` bytes; *whole tells whether that was all. */
bool file_read_head(const char *path, size_t length, struct buffer *out, bool *whole,
                    struct error *error);

/* As file_read_head, but `length` bytes from the byte `from` on; nothing beyond the end. */
bool file_read_part(const char *path, size_t from, size_t length, struct buffer *out,
                    struct error *error);

/* Replaces or creates `path`, mode 0600 & ~umask for a new file, else the old file's mode. */
bool file_write(const char *path, const char *bytes, size_t length, struct error *error);

/* Removes what a file_write to `path` that was killed more than ten minutes ago left beside it. */
void file_sweep_beside(const char *path);

/* As file_write, for a file that must not be there yet: *exists tells that it is; errno, why it
 * cannot be written. Its folder is not synced, for whoever writes many. */
bool file_create(const char *path, const char *bytes, size_t length, bool *exists,
                 struct error *error);

/* Syncs `from` and renames it to `to`, which it replaces, in the same folder. */
bool file_move(const char *from, const char *to, struct error *error);

/* Syncs the folder that `path` lies in, so that what was made, renamed or removed there stays so. */
bool file_sync_folder(const char *path);

/* mkdir -p, mode 0700 for what it makes, which stays so after a power cut. */
bool file_make_folders(const char *path, struct error *error);

bool file_exists(const char *path);

/* What tells whether a file has changed; all 0 for one that is not there. */
struct file_stamp {
    int64_t size;
    int64_t mtime; /* nanoseconds since 1970 */
    uint64_t inode;
};

struct file_stamp file_stamp(const char *path);
/* The time of the clock as a stamp has it, nanoseconds since 1970. */
int64_t file_now(void);

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);

bool file_is_folder(const char *path);

/* "folder/name" as a fresh string, with one slash between. Caller frees. */
char *file_join(const char *folder, const char *name);

/* The part after the last slash; points into `path`. */
const char *file_base_name(const char *path);

#endif
