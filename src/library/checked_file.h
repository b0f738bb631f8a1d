/* checked_file: an article or note as check sees it, and the rules that hold for both: it can be
 * read, its bytes are text, its front matter is YAML with known keys, it has a body.
 *
 * Ownership: checked_file_free; `id` is borrowed. */
#ifndef DIPTYCH_LIBRARY_CHECKED_FILE_H
#define DIPTYCH_LIBRARY_CHECKED_FILE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "doc/document.h"
#include "library/fault.h"

struct checked_file {
    const char *id;
    char *path;
    struct buffer bytes;
    struct document *document;
};

struct conversion; /* doc/conversion.h */

/* False when the file cannot be read; that is then a fault. */
bool checked_file_open(struct checked_file *file, struct conversion *conversion, const char *path,
                       const char *id, struct faults *faults);
void checked_file_free(struct checked_file *file);

/* First value of `key` in the front matter that is not empty; *line is the line of the key, 1
 * without it. */
const char *checked_file_value(const struct checked_file *file, const char *key, unsigned *line);

/* A text in another encoding: what the room reads, and a declared collection is not to have. */
void checked_file_utf8(const struct checked_file *file, struct faults *faults);

/* Keys that are not in `known` (NULL-terminated), or given twice but for `several`. */
void checked_file_keys(const struct checked_file *file, const char *const *known,
                       const char *const *several, struct faults *faults);

/* A body without anything to read. */
void checked_file_body(const struct checked_file *file, struct faults *faults);

/* Ill-formed UTF-8 and controls in `bytes`, at their first lines. */
void checked_file_encoding(const char *path, const struct buffer *bytes, struct faults *faults);

#endif
