/* note_service: the reader's annotations as the room has them: a store that is opened when
 * something needs it.
 *
 * To read, it is opened only where there is a file; looking costs one stat. To write, the file is
 * made. Whatever changes the annotations, here or in another program, makes `edition` grow, so
 * that what was derived from them can tell that it is old.
 *
 * Ownership: notebook_free closes the store; the folder's name is copied. */
#ifndef DIPTYCH_SESSION_NOTE_SERVICE_H
#define DIPTYCH_SESSION_NOTE_SERVICE_H

#include <stdbool.h>

#include "base/error.h"
#include "base/file.h"
#include "notes/store.h"

struct notebook {
    char *folder; /* NULL: there is none, and no notes */
    char *path;   /* of the file in it */
    struct store *store;
    struct file_stamp failed; /* of a file that could not be opened: it is left alone until it is
                                 another one */
    unsigned long edition;
};

void notebook_init(struct notebook *notebook, const char *folder);
void notebook_free(struct notebook *notebook);

/* The store to read from. NULL when there are no notes; with a sentence when there are but they
 * cannot be read, once for each state of the file. */
struct store *notebook_read(struct notebook *notebook, struct error *error);

/* The store to change; NULL with a sentence when it cannot be. */
struct store *notebook_write(struct notebook *notebook, struct error *error);

/* Looks whether others have changed the notes: true when they have (edition has grown). */
bool notebook_poll(struct notebook *notebook);

/* The sentence with the name of the notes' file in place of its path, so that the reason fits into a
 * line. Caller frees. */
char *notebook_brief(const struct notebook *notebook, const char *sentence);

/* Tells that something was changed here. */
void notebook_changed(struct notebook *notebook);

#endif
