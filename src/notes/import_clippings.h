/* import_clippings: "My Clippings.txt" as Kindle and KOReader write it, in any of the languages that
 * Kindle speaks.
 *
 *     TITLE (AUTHOR)
 *     - Your Highlight on page 12 | Location 170-172 | Added on Friday, 3 July 2015 10:12:13
 *
 *     The text
 *     ==========
 *
 * A note is an entry of its own: it becomes the comment of the highlight of the same book at whose
 * place, or within it, it stands; one without a highlight is left out, as are bookmarks. Of the second line
 * only what kind of entry it is and the numbers of its place are read: dates are written in too many
 * ways to be told apart. */
#ifndef DIPTYCH_NOTES_IMPORT_CLIPPINGS_H
#define DIPTYCH_NOTES_IMPORT_CLIPPINGS_H

#include "notes/import.h"

bool import_is_clippings(const char *bytes, size_t length);

/* False when `take` ended it. */
bool import_clippings(const char *bytes, size_t length, struct import_job *job);

#endif
