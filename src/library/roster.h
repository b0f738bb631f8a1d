/* roster: the article files below a folder by id, heads unread.
 *
 * The order is roster_compare's: by name without extension, then by extension. An id is the name
 * without its extension; where two files differ in that alone, the second's id is its whole name.
 * Ownership: roster_free. */
#ifndef DIPTYCH_LIBRARY_ROSTER_H
#define DIPTYCH_LIBRARY_ROSTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "library/walk.h"

struct roster {
    struct walk files;
    size_t *order;      /* indexes into files.items */
    const char **ids;   /* in that order, as are the paths */
    const char **paths;
    char *text; /* what ids and paths point into */
    size_t count;
};

/* A folder whose files are read, and what their names below it have before them ("" or "name/"). */
struct roster_source {
    const char *folder;
    const char *prefix;
};

/* Walks the sources, `depth` folders deep. False when the first cannot be read; others that cannot be are
 * as if they were empty. */
bool roster_read_all(const struct roster_source *sources, size_t count, int depth,
                     struct roster *roster, struct error *error);

/* The same of one folder. */
bool roster_read(const char *folder, int depth, struct roster *roster, struct error *error);
void roster_free(struct roster *roster); /* frees the contents, not the struct */

/* Index of `id`, `count` when there is none. */
size_t roster_find(const struct roster *roster, const char *id);

/* The `index`th file's name below the folder. */
const char *roster_name(const struct roster *roster, size_t index);

int roster_compare(const char *a, const char *b); /* two such names; strcmp's signs */

#endif
