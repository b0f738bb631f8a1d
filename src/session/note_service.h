/* note_service: the reader's annotations as the room has them: a store that is opened when
 * something needs it.
 *
 * To read, it is opened only where there is a file; looking costs one stat. To write, the file is
 * made. Whatever changes the annotations, here or in another program, makes `edition` grow, so
 * that what was derived from them can tell that it is old.
 *
 * Ownership: note_service_free closes the store; the folder's name is copied. */
#ifndef DIPTYCH_SESSION_NOTE_SERVICE_H
#define DIPTYCH_SESSION_NOTE_SERVICE_H

#include <stdbool.h>

#include "base/error.h"
#include "base/file.h"
#include "notes/store.h"

struct note_service {
    char *folder; /* NULL: there is none, and no notes */
    char *path;   /* of the file in it */
    struct store *store;
    struct file_stamp failed; /* of a file that could not be opened: it is left alone until it is
                                 another one */
    unsigned long edition;
};

void note_service_init(struct note_service *notebook, const char *folder);
void note_service_free(struct note_service *notebook);

/* The store to read from. NULL when there are no notes; with a sentence when there are but they
 * cannot be read, once for each state of the file. */
struct store *note_service_read(struct note_service *notebook, struct error *error);

/* The store to change; NULL with a sentence when it cannot be. */
struct store *note_service_write(struct note_service *notebook, struct error *error);

/* Looks whether others have changed the notes: true when they have (edition has grown). */
bool note_service_poll(struct note_service *notebook);

/* The sentence with the name of the notes' file in place of its path, so that the reason fits into a
 * line. Caller frees. */
char *note_service_brief(const struct note_service *notebook, const char *sentence);

/* Tells that something was changed here. */
void note_service_changed(struct note_service *notebook);

#endif
