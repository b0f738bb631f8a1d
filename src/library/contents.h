/* contents: which texts a folder of articles has, so that none comes in twice.
 *
 * A text is known by a digest of its letters, digits and signs: front matter, markup, blanks, line
 * ends and widths (fold.h) make no other text; letter case, accents and traditional characters do.
 * The digests are kept in the cache folder with what tells whether a file has changed (size, time,
 * inode); a file that has, or is new, is read again.
 *
 * Ownership: contents_free. Not shared between threads. */
#ifndef DIPTYCH_LIBRARY_CONTENTS_H
#define DIPTYCH_LIBRARY_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/document.h"
#include "library/roster.h"

#define CONTENT_DIGEST_SIZE 16

struct content_digest {
    unsigned char bytes[CONTENT_DIGEST_SIZE];
};

struct contents;
struct conversion; /* doc/conversion.h */

/* False where the text has nothing to be known by: no letter, no digit, no sign. */
bool contents_digest(const struct document *document, struct content_digest *digest);

/* Of the files of `roster`, which is borrowed for the call, below `folder`. `cache_folder` NULL: nothing
 * is kept; `conversion` reads the files (doc/reader.h) and is borrowed until contents_free. `go_on` may be
 * NULL; it is asked after each file that is read; NULL is returned when it says no. */
struct contents *contents_read(const char *folder, const struct roster *roster,
                               const char *cache_folder, struct conversion *conversion,
                               bool (*go_on)(void *data, size_t done, size_t count), void *data);
void contents_free(struct contents *contents);

/* The id of the article that has the text, NULL none. */
const char *contents_find(const struct contents *contents, const struct content_digest *digest);

/* Reads the file `name` below the folder, whose id is `id`, if somebody else added it since
 * contents_read. False: it was known already, or is not there. */
bool contents_look(struct contents *contents, const char *name, const char *id);

/* An article has been added: the file `name` below the folder, `id` in the collection. */
void contents_add(struct contents *contents, const struct content_digest *digest, const char *name,
                  const char *id);

/* Writes the cache; one that cannot be written is no fault. */
void contents_save(const struct contents *contents);

#endif
