/* package: what is in packed files, through libarchive; the one file that knows it.
 *
 * Nothing is written to disk: members are bytes under their names, so that a name like ../x or a link
 * leads nowhere. All together they may unpack to CONVERT_MOST bytes and PACKAGE_FILES members; a
 * bomb is an error. Ownership: package_free. */
#ifndef DIPTYCH_CONVERT_PACKAGE_H
#define DIPTYCH_CONVERT_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

#define PACKAGE_FILES 20000

struct package_file {
    char *name;
    char *bytes; /* NUL-terminated */
    size_t length;
};

/* Sorted by name. */
struct package {
    struct package_file *items;
    size_t count;
    size_t capacity;
};

/* Appends what gzip, xz, zstd or bzip2 bytes unpack to. */
bool package_unpack(const char *bytes, size_t length, struct buffer *out, struct error *error);

/* Reads the members that may be text, not images and the like, of a ZIP archive. */
bool package_open(const char *bytes, size_t length, struct package *package, struct error *error);
void package_free(struct package *package);

/* The member of that name, else the one that differs in case only; NULL none. */
const struct package_file *package_find(const struct package *package, const char *name);

#endif
