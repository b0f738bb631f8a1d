/* local_paths: notes without the paths of this computer, for files that go to others.
 *
 * An article outside a collection is known by its path: what leaves is its file's name. The path
 * that is kept as a hint does not leave, nor does a source that is a file: address.
 * Ownership: local_paths_free; until then the records given to local_paths_hide must stay. */
#ifndef DIPTYCH_EXPORT_LOCAL_PATHS_H
#define DIPTYCH_EXPORT_LOCAL_PATHS_H

#include "export/printer.h"

struct local_paths {
    struct export_set set; /* what may leave */
    struct note_record *records;
    struct annotation *copies;
    size_t count;
};

/* With EXPORT_PATHS among the set's wishes all stays as it is. */
void local_paths_hide(struct local_paths *hidden, const struct export_set *set);
/* What an article that is known by its path goes by; any other by its id. */
const char *local_paths_name(const char *article);
void local_paths_free(struct local_paths *hidden);

#endif
