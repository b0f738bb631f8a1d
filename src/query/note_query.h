/* gathering: the annotations that somebody wants, as records (notes/record.h) for the printers.
 *
 * Reads them from the store, looks for each target in its text as it is now, and tells which
 * entities a selection names there. In the order in which they were created.
 *
 * Ownership: gathering_free releases the records and what they point to; anchorage and gazetteer
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
struct gathering_wish {
    struct store_filter filter;
    const char *const *tags; /* each of them */
    size_t tag_count;
    char **articles; /* one of these, by id or path, for a selection or its counterpart */
    size_t article_count;
    const char **entities; /* one of these is named in the selection or linked to: ids, names */
    size_t entity_count;
    unsigned states; /* a bit (1 << state) for each state of the selection wanted */
};

struct gathering;

struct gathering *gathering_new(struct anchorage *anchorage, const struct gazetteer *gazetteer);
void gathering_free(struct gathering *gathering);

/* Adds what is wanted. False with a sentence when the store cannot be read; *damaged counts the
 * notes in it that are beyond reading. */
bool gathering_run(struct gathering *gathering, struct store *store,
                   const struct gathering_wish *wish, size_t *damaged, struct error *error);

/* Valid until more is added. */
const struct note_record *gathering_records(const struct gathering *gathering, size_t *count);

#endif
