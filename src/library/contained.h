/* contained: the folders that a collection's articles lie in: its own, and those of the collections
 * that its collection.yaml names by path:
 *
 *     contains: [../clippings, /srv/archive]
 *
 * Paths are relative to the collection's folder. Ids of what is in one begin with the name of its
 * folder, with a number where two have one name. What is not there, is the collection itself, lies in
 * it or around it, or is a second mention, is left out; what a contained one contains itself is not
 * followed.
 * Ownership: contained_free. */
#ifndef DIPTYCH_LIBRARY_CONTAINED_H
#define DIPTYCH_LIBRARY_CONTAINED_H

#include <stddef.h>

#include "doc/frontmatter_entries.h"
#include "library/roster.h"

struct contained {
    struct roster_source *items; /* the first is the collection's own: `root`, without a prefix */
    char **folders;              /* of the collections; articles lie there or in articles/ */
    size_t count;
};

/* `root`: where the collection's own articles lie; borrowed. */
void contained_read(const char *folder, const char *root, const struct frontmatter *declaration,
                    struct contained *contained);
void contained_free(struct contained *contained);

#endif
