/* note_index: which note a name means, without looking at all of them.
 *
 * The names of all notes (short ones left out) folded for letter case, width and white space and
 * sorted. Built once when notes have been read; a lookup is O(log n).
 * Ownership: note_index_free. Notes are borrowed and must not change meanwhile. */
#ifndef DIPTYCH_LIBRARY_NOTE_INDEX_H
#define DIPTYCH_LIBRARY_NOTE_INDEX_H

#include <stddef.h>

#include "library/note.h"

struct note_index *note_index_new(const struct notes *notes);
void note_index_free(struct note_index *index);

/* The first note one of whose names is exactly `name`, else the first whose name folds alike; NULL
 * when there is none. */
const struct note *note_index_find(const struct note_index *index, const char *name);

#endif
