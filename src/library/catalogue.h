/* catalogue: the articles below a folder and what is known of each, remembered from one
 * run to the next.
 *
 * The cache is one file a folder, named by a hash of the folder's real path. A record holds
 * for when it is: same relative name, size, modification time (ns) and inode; a file
 * changed within CATALOGUE_RACY of the moment it was read is read again next time. A damaged
 * or foreign cache, or one that cannot be written, is never an error: the heads are read then.
 *
 * Ownership: the catalogue owns the articles and all their text. */
#ifndef DIPTYCH_LIBRARY_CATALOGUE_H
#define DIPTYCH_LIBRARY_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "library/article.h"
#include "library/roster.h"

#define CATALOGUE_RACY 2000000000 /* nanoseconds */

struct catalogue {
    struct article *articles; /* roster->count of them, in that order */
    struct buffer cached;     /* the cache file; articles point into it */
    struct article **owned;   /* read afresh, NULL for a cached one */
    size_t count;
    size_t read; /* heads read afresh */
};

/* Reading what is known of every file of `roster`, which must outlive the catalogue, in slices.
 * `cache_folder` NULL: nothing is cached. */
struct catalogue_reading;
struct catalogue_reading *catalogue_begin(const char *folder, const struct roster *roster,
                                          const char *cache_folder, struct conversion *conversion);

/* Goes on until `most` heads more are read afresh; true when all is known. `done` (may be NULL): the files
 * of which it is. */
bool catalogue_read(struct catalogue_reading *reading, size_t most, size_t *done);

/* Frees it and keeps in the cache what it read. What it found goes to `catalogue`: all has to be known
 * then; NULL lets it go. */
void catalogue_end(struct catalogue_reading *reading, struct catalogue *catalogue);
void catalogue_free(struct catalogue *catalogue);

#endif
