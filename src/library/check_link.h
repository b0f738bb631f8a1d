/* check_link: whether links lead somewhere. [[links]] are asked of an index of all that can be
 * linked to, so that a folder of any size is checked in one pass; the rules are target_follow's.
 * Links to files and #headings go by local_link.h; a heading of another file is not looked for.
 *
 * Ownership: link_index_free. */
#ifndef DIPTYCH_LIBRARY_CHECK_LINK_H
#define DIPTYCH_LIBRARY_CHECK_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "library/checked_file.h"
#include "library/collection.h"

struct link_index {
    char **items; /* sorted */
    size_t count;
    size_t capacity;
};

void link_index_build(struct link_index *index, struct collection *collection);
void link_index_free(struct link_index *index);

/* Links of `file` that lead nowhere. */
void check_links(const struct checked_file *file, const struct link_index *index,
                 struct faults *faults);

#endif
