/* store: the reader's annotations, on disk, for good.
 *
 * One SQLite file, notes.db, in a folder of the reader's own. Whatever a function here has said to
 * be done is on the disk: every change is a transaction of its own, synced before the function
 * returns (rollback journal, synchronous=EXTRA, which is FULL and more), unless it is part of a
 * batch, which is one transaction as a whole. A change that cannot be made (disk full, no
 * permission, another program at it) leaves everything as it was and says why in one sentence; the
 * caller still has what it wanted to store.
 *
 * Each annotation is kept in its packed form (pack.h), sealed with a SHA-256; one whose seal is
 * wrong is never handed out, but counted and told. Before the first change of a day the file is
 * copied to backups/notes-DATE.db, the last STORE_BACKUPS of which are kept, and before a change of
 * schema to backups/notes-before-schema-N.db. A file of a newer schema is only read. A damaged one
 * is taken apart (salvage.h): what is sound goes to a new notes.db, the old file is kept beside it.
 *
 * Several programs may have the same file open: each sees what the others have committed;
 * store_changed tells that there is something new.
 *
 * Undo and redo go through a journal of changes in the same file, so they outlive the program. What
 * was deleted, and what undo took away, also goes to a bin, and stays there until it is emptied.
 *
 * Not thread-safe. Ownership: the store owns its connection; annotations handed out by
 * store_get are the caller's, those given to a visitor are valid during the call. */
#ifndef DIPTYCH_NOTES_STORE_H
#define DIPTYCH_NOTES_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "notes/annotation.h"

#define STORE_FILE "notes.db"
#define STORE_BACKUPS 7
#define STORE_JOURNAL 1000 /* changes that can be undone, batches counting as one */

struct store;

enum store_mode {
    STORE_READ, /* makes no file: where there is none, the store is empty */
    STORE_WRITE
};

/* Opens the notes in `folder`, which is made when it is not there (STORE_WRITE). NULL with a
 * sentence when they can be neither read nor salvaged. */
struct store *store_open(const char *folder, enum store_mode mode, struct error *error);
void store_close(struct store *store);

/* What a reader should be told once: that the file is only read, and why; that it was damaged, what
 * was salvaged, and where the old one lies; that a backup failed. "" when all is well; reading
 * it clears it. */
void store_notice(struct store *store, struct error *notice);

/* Stores a new annotation. An empty id, created or modified is filled in; an id that is taken is an
 * error. */
bool store_add(struct store *store, struct annotation *annotation, struct error *error);

/* Replaces the annotation of that id; `modified` becomes now. */
bool store_update(struct store *store, struct annotation *annotation, struct error *error);
bool store_remove(struct store *store, const char *id, struct error *error);

/* Makes the changes up to store_end one: all are stored and undone together, or none is. A failed
 * store_end has stored none. store_abandon takes them all back. */
bool store_begin(struct store *store, struct error *error);
bool store_end(struct store *store, struct error *error);
void store_abandon(struct store *store);

/* One annotation; false with a sentence when there is none of that id. */
bool store_get(struct store *store, const char *id, struct annotation *annotation,
               struct error *error);
bool store_has(struct store *store, const char *id);

/* Which annotations: all that meet every condition given. NULL and 0: no condition. An annotation
 * meets one about articles if any of its targets but a link's destination does. */
struct store_filter {
    const char *article;
    const char *story;
    const char *hash;  /* of the article's text */
    const char *title; /* of the article */
    const char *tag;
    const char *text;   /* occurs in comment, quote or a tag; letter case and width do not matter */
    const char *origin; /* as it was called where it was imported from */
    const char
        *since; /* first and last moment of creation, as far as given: "2015-06" is all June */
    const char *until;
    unsigned kinds; /* a bit (1 << kind) for each kind wanted; 0: all but words */
};

/* Visits them in the order in which they were created; a visitor that returns false ends it. False
 * with a sentence when reading failed. *damaged (may be NULL) counts what could not be read. */
bool store_each(struct store *store, const struct store_filter *filter,
                bool (*visit)(void *context, const struct annotation *annotation), void *context,
                size_t *damaged, struct error *error);

size_t store_count(struct store *store);

/* Visits every tag in use, those of words too, in the order of its bytes, with the number of annotations
 * that bear it. */
bool store_tags(struct store *store, void (*visit)(void *context, const char *tag, size_t count),
                void *context, struct error *error);

/* Whether others have changed anything since this was last asked. Costs no more than a look at
 * the file's header. */
bool store_changed(struct store *store);

enum store_action { STORE_ADDED, STORE_EDITED, STORE_REMOVED };

struct store_step {
    enum store_action action;    /* what was undone or redone */
    char id[ANNOTATION_ID_SIZE]; /* the annotation, the first one of a batch */
    size_t count;                /* annotations in the batch */
    bool mixed;                  /* not all of them were added, edited or removed: store_peek only */
    bool own; /* the change was made through this store, not before it was opened or by others */
};

/* What store_undo or store_redo would do next, and the annotation it is about, the first of a batch, which
 * the caller frees. */
bool store_peek(struct store *store, bool undo, struct store_step *step,
                struct annotation *annotation, struct error *error);

/* Takes the last change back, or makes the one last taken back again. False with a sentence
 * when there is none. `step` may be NULL. */
bool store_undo(struct store *store, struct store_step *step, struct error *error);
bool store_redo(struct store *store, struct store_step *step, struct error *error);

/* The bin: visits what is in it, what went last first; `gone` is the time. */
bool store_bin_each(struct store *store,
                    bool (*visit)(void *context, const struct annotation *annotation,
                                  const char *gone),
                    void *context, struct error *error);

/* Brings back what went last under that id, as a change that can be undone; under a new id where the old
 * one is in use. */
bool store_bin_restore(struct store *store, const char *id, char restored[ANNOTATION_ID_SIZE],
                       struct error *error);

/* For good. *count is how many there were. */
bool store_bin_empty(struct store *store, size_t *count, struct error *error);

#endif
