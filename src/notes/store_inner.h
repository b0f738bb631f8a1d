/* store_inner: what the files of the store share, and nobody else sees. */
#ifndef DIPTYCH_NOTES_STORE_INNER_H
#define DIPTYCH_NOTES_STORE_INNER_H

#include <stdint.h>

#include "notes/sql.h"
#include "notes/store.h"

#define STORE_DAY_SIZE 11 /* "2015-06-23" */

struct own_batches {
    int64_t *items;
    size_t count;
    size_t capacity;
};

struct store {
    char *folder;
    char *path;
    struct sql *sql;
    enum store_mode mode;
    bool read_only;
    const char *loss; /* why the file must be made anew from its copies, NULL: it need not */
    bool nowhere;  /* there is no file yet, and it is not ours to make */
    bool batching; /* between store_begin and store_end */
    bool broken;   /* something in the batch failed */
    int64_t batch; /* of the changes being made */
    struct own_batches own; /* that were made through this store */
    int64_t data_version;
    char last_id[ANNOTATION_ID_SIZE]; /* that was chosen here */
    char checked[STORE_DAY_SIZE]; /* the day whose backup was seen to */
    struct error notice;
};

/* Opens the file that lies at the path now, when that is another than the one that is open. */
bool store_refresh(struct store *store, struct error *error);

/* Takes a damaged file apart and opens what comes of it. */
bool store_mend(struct store *store, struct error *error);

/* Adds a sentence to what the reader should be told. */
void store_tell(struct store *store, const char *text);

/* Opens the transaction of a change, or joins the batch; ends it, `ok` telling whether to keep it.
 */
bool store_enter(struct store *store, struct error *error);
bool store_leave(struct store *store, bool ok, struct error *error);

/* Puts what is no longer there into the bin; takes what is there again, record by record, out of it. */
bool store_bin_put(struct store *store, const struct annotation *annotation, struct error *error);
bool store_bin_drop(struct store *store, const struct annotation *annotation, struct error *error);

/* Remembers that the batch was this store's. */
void store_remember_own(struct store *store);

/* Numbers the batch that begins; forgets what was undone. At its end, forgets the oldest changes.
 */
bool store_journal_begin(struct store *store, struct error *error);
bool store_journal_trim(struct store *store, struct error *error);

/* Writes a change to the journal: what was before and what is after it, one of which may be NULL.
 */
bool store_journal(struct store *store, const struct annotation *before,
                   const struct annotation *after, struct error *error);

#endif
