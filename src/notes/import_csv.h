/* import_csv: the CSV (RFC 4180) of Readwise, Hypothesis, KOReader (by way of KoHighlights)
 * and our own export, by the names of their
 * columns, in any order. */
#ifndef DIPTYCH_NOTES_IMPORT_CSV_H
#define DIPTYCH_NOTES_IMPORT_CSV_H

#include "notes/import.h"

/* Whether the first line names the columns of one of them; then *kind says whose. */
bool import_is_csv(const char *bytes, size_t length, const char **kind);

/* False with a sentence when a quoted field does not end, before anything was given away, or when
 * `take` ended it (*ended). */
bool import_csv(const char *bytes, size_t length, struct import_job *job, bool *ended,
                struct error *error);

#endif
