/* note_query: the annotations that somebody wants, as records (notes/record.h) for the printers.
 *
 * Reads them from the store, looks for each target in its text as it is now, and tells which
 * entities a selection names there. In the order in which they were created.
 *
 * Ownership: note_query_free releases the records and what they point to; locator and entity index
 * are borrowed and must outlive it. */
#ifndef DIPTYCH_QUERY_NOTE_QUERY_H
#define DIPTYCH_QUERY_NOTE_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "query/article_locator.h"
#include "query/entity_index.h"
#include "notes/record.h"
#include "notes/store.h"

/* What is wanted: all conditions at once, NULL and 0 are none. */
struct note_query_wish {
    struct store_filter filter;
    const char *const *tags; /* each of them */
    size_t tag_count;
    char **articles; /* one of these, by id or path, for a selection or its counterpart */
    size_t article_count;
    const char **entities; /* one of these is named in the selection or linked to: ids, names */
    size_t entity_count;
    unsigned states; /* a bit (1 << state) for each state of the selection wanted */
    /* Before each note is looked for; false stops. NULL: nobody waits. */
    bool (*go_on)(void *context, size_t done, size_t count);
    void *context;
};

struct note_query;

struct note_query *note_query_new(struct article_locator *locator,
                                  const struct entity_index *entity_index);
void note_query_free(struct note_query *note_query);

/* Adds what is wanted. False with a sentence when the store cannot be read, or it was stopped; *damaged
 * counts the notes in it that are beyond reading. */
bool note_query_run(struct note_query *note_query, struct store *store,
                    const struct note_query_wish *wish, size_t *damaged, struct error *error);

/* The same in steps: reads the store; looks for one note, until it returns true. The wish must stay; its
 * go_on is not asked. */
bool note_query_begin(struct note_query *note_query, struct store *store,
                      const struct note_query_wish *wish, size_t *damaged, struct error *error);
bool note_query_step(struct note_query *note_query, size_t *done, size_t *count);

/* Valid until more is added. */
const struct note_record *note_query_records(const struct note_query *note_query, size_t *count);

#endif
