/* note_import: the notes of a file (notes/import.h) into the store.
 *
 * Foreign notes get the place that their quote has now in the article of their address or title,
 * else in all of a small collection; a note on a whole article gets its beginning. What is there
 * already is known by its id, its origin or its words, and left alone. Changes that were made in
 * the blocks of our own Markdown go into the notes, unless a note was changed here since the file
 * was written. All or nothing: one batch. */
#ifndef DIPTYCH_QUERY_NOTE_IMPORT_H
#define DIPTYCH_QUERY_NOTE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "doc/conversion.h"
#include "library/collection.h"
#include "notes/store.h"

enum note_import_outcome {
    NOTE_IMPORT_EXACT,
    NOTE_IMPORT_MOVED,
    NOTE_IMPORT_AMBIGUOUS,
    NOTE_IMPORT_LOST,
    NOTE_IMPORT_EDITED,   /* a note that was there has what was changed in the file */
    NOTE_IMPORT_CONFLICT, /* it was changed here, too, and is left as it is */
    NOTE_IMPORT_THERE,
    NOTE_IMPORT_LEFT_OUT,
    NOTE_IMPORT_OUTCOMES
};

struct note_import_report {
    const char *kind; /* what the file was recognised as */
    size_t outcomes[NOTE_IMPORT_OUTCOMES];
};

struct note_import_wish {
    struct collection *collection; /* NULL: none; so the next */
    struct conversion *conversion; /* reads the articles' files */
    /* Before each note is looked for; false stops. NULL: nobody waits. */
    bool (*go_on)(void *context, size_t done, size_t count);
    void *context;
};

const char *note_import_outcome_name(enum note_import_outcome outcome); /* "already there" */

/* How many are in the store now because of the file, or were there. */
size_t note_import_stored(const struct note_import_report *report);

struct note_import;

/* Reads the file and looks for its notes, which may take long and may be done in a thread: the store
 * is not asked. NULL with a sentence that names the file; an empty one when go_on has stopped it. */
struct note_import *note_import_read(const struct note_import_wish *wish, const char *path,
                                     struct error *error);
void note_import_free(struct note_import *import);

/* Stores them, once. False with a sentence that names the file; then nothing was stored. */
bool note_import_store(struct note_import *import, struct store *store,
                       struct note_import_report *report, struct error *error);

#endif
