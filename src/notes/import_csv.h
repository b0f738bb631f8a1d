/* import_csv: Readwise's CSV (RFC 4180; columns Highlight, Book Title, Book Author, Note, Color,
 * Tags, Highlighted at, by name and in any order). */
#ifndef DIPTYCH_NOTES_IMPORT_CSV_H
#define DIPTYCH_NOTES_IMPORT_CSV_H

#include "notes/import.h"

/* Whether the first line names the columns that are needed. */
bool import_is_csv(const char *bytes, size_t length);

/* False with a sentence when a quoted field does not end, before anything was given away, or when
 * `take` ended it (*ended). */
bool import_csv(const char *bytes, size_t length, struct import_job *job, bool *ended,
                struct error *error);

#endif
