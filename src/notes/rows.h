/* rows: annotations as rows of the database.
 *
 *     annotation  sequence, id, created, kind, origin, record (pack.h, sealed by its hash)
 *     target      annotation, role, article, story, hash     to find by, and
 *     tag         annotation, tag                            made from the record
 *
 * The record alone is what an annotation is; the other columns narrow a search, and what they find
 * is judged by the record. */
#ifndef DIPTYCH_NOTES_ROWS_H
#define DIPTYCH_NOTES_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "notes/annotation.h"
#include "notes/sql.h"

/* Adds one that is not there, removes one that is. */
bool rows_insert(struct sql *sql, const struct annotation *annotation, struct error *error);
bool rows_delete(struct sql *sql, const char *id, struct error *error);

/* Whether two have the same record. */
bool rows_same(const struct annotation *a, const struct annotation *b);

/* Unpacks the record in a column; false when it is damaged, and then there is nothing to free. */
bool rows_read(struct sql_query *query, int record, struct annotation *annotation);

enum rows_found { ROWS_FOUND, ROWS_ABSENT, ROWS_DAMAGED, ROWS_FAILED };

/* The annotation of that id, to be freed when ROWS_FOUND. */
enum rows_found rows_find(struct sql *sql, const char *id, struct annotation *annotation,
                          struct error *error);

/* Reads everything: *sound is false when a record is damaged, or when it cannot be found by
 * what it says. False with a sentence when reading fails. */
bool rows_verify(struct sql *sql, bool *sound, struct error *error);

#endif
