/* note_template: a note that is not yet there: its name, its file's name, what it begins with.
 *
 * Pure text. Ownership: what is returned as char * is the caller's to free. */
#ifndef DIPTYCH_LIBRARY_NOTE_TEMPLATE_H
#define DIPTYCH_LIBRARY_NOTE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/document.h"

/* What a note at this place would be called: the run of capitalised words that `cursor` stands in
 * (a possessive ending left out), else the word; in Han text the run of Han, middle dots
 * included. *sure is false where such a run is longer than names are, so that the reader has to cut
 * it: it begins at the cursor then. NULL where there is no word. */
char *note_template_name_at(const struct document *document, size_t cursor, bool *sure);

/* The file that a note of that name lies in, without folder: letters, digits and Han of the name,
 * ASCII in lower case, dashes between its words, ".md". NULL when nothing is left of it. */
char *note_template_file_name(const char *name);

/* Front matter in the form of library/note.h: the name under its script's key, the other one open,
 * no aliases yet, the type open, and `source` (NULL: none). */
char *note_template_text(const char *name, const char *source);

#endif
