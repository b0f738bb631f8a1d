/* note_import_worker: a thread that reads a file of notes and looks for them (note_import.h), with a
 * collection of its own, while one reads on.
 *
 * Ownership: note_import_worker_free, which stops it. */
#ifndef DIPTYCH_QUERY_NOTE_IMPORT_WORKER_H
#define DIPTYCH_QUERY_NOTE_IMPORT_WORKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "query/note_import.h"

struct note_import_worker;

/* Strings are copied; `conversion` is borrowed. `folder`: of the collection, NULL none. */
struct note_import_worker *note_import_worker_start(const char *path, const char *folder,
                                                    const char *cache_folder,
                                                    struct conversion *conversion);
void note_import_worker_free(struct note_import_worker *worker);

/* Whether it has ended; *done is how many notes of *count it has looked for, 0 of 0 while the file is
 * read. With `wait`: once it has. */
bool note_import_worker_has_ended(struct note_import_worker *worker, bool wait, size_t *done,
                                  size_t *count);

/* What it has read, once it has ended; NULL with a sentence. The worker keeps it. */
struct note_import *note_import_worker_result(struct note_import_worker *worker,
                                              struct error *error);

#endif
