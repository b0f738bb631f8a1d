/* target: what a name on the command line, at the prompt or in a [[link]] means.
 *
 * Names alone decide as far as that goes: no collection_scan is needed.
 * Ownership: target_free releases what was filled in. */
#ifndef DIPTYCH_LIBRARY_TARGET_H
#define DIPTYCH_LIBRARY_TARGET_H

#include <stdbool.h>

#include "base/error.h"
#include "library/collection.h"

enum target_kind { TARGET_ARTICLE, TARGET_NOTE, TARGET_FILE, TARGET_FOLDER };

struct target {
    enum target_kind kind;
    char *id;   /* article or note id; of a file or folder: the path as given */
    char *path; /* to be given to reader_open or collection_open */
};

/* What a reader means by `name`. The first of these that there is:
 *   an article id; NAME of articles NAME.LANG (the English one, else the first language); a
 *   file or folder of that path (an article's file is that article); the beginning of
 *   exactly one NAME ("weibo": weibo-stake.en).
 * What begins with / ./ or ../ is a path only. `collection` may be NULL.
 * False with a sentence that names near misses. */
bool target_resolve(struct collection *collection, const char *name, struct target *target,
                    struct error *error);

/* Where the link [[name]] leads: an entity note's id, an article id, NAME of NAME.LANG in
 * language `lang` if there is one; in a plain folder also a file's base name; else a note's
 * name or alias (these alone need the notes read). An article's extension, blanks around the name
 * and a "#heading" at the end are left out.
 * False with a sentence when it leads nowhere. */
bool target_follow(struct collection *collection, const char *name, const char *lang,
                   struct target *target, struct error *error);

void target_free(struct target *target); /* frees the contents, not the struct */

#endif
