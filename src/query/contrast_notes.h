/* contrast_notes: the reader's notes on two reports, as rows of what sets them against each other.
 */
#ifndef DIPTYCH_QUERY_CONTRAST_NOTES_H
#define DIPTYCH_QUERY_CONTRAST_NOTES_H

#include "notes/record.h"
#include "query/contrast.h"

/* Adds a row for each that stands in one of the two texts as it is now, or in both. `articles`:
 * what notes call the two (annotation.h). */
void contrast_notes_add(struct contrast *contrast, char *const articles[2],
                        const struct note_record *records, size_t count);

#endif
