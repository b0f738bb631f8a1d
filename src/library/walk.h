/* walk: the files of a folder that count as articles or notes, with what tells whether they
 * changed.
 *
 * Everything below the folder, `depth` folders deep (0: the folder alone), in no order. Hidden
 * names are skipped, linked folders not followed, linked files are. Names are
 * relative to the folder, with slashes.
 * Ownership: walk_free. */
#ifndef DIPTYCH_LIBRARY_WALK_H
#define DIPTYCH_LIBRARY_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

struct walk_file {
    size_t name; /* offset into `names` */
    int64_t size;
    int64_t mtime; /* nanoseconds since 1970 */
    uint64_t inode;
};

struct walk {
    struct buffer names; /* NUL-terminated, one after another */
    struct walk_file *items;
    size_t count;
    size_t capacity;
    struct buffer refused; /* folders that could not be read: "NAME: reason\n" each */
    struct asker *asker;   /* NULL but while it walks */
};

/* False when `folder` itself cannot be read. Appends to `walk` ({ 0 } to begin with). */
bool walk_folder(const char *folder, int depth, struct walk *walk, struct error *error);
const char *walk_name(const struct walk *walk, size_t index);
void walk_free(struct walk *walk); /* frees the contents, not the struct */

#endif
