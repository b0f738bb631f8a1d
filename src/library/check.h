/* check: what is wrong with a collection: every fault with its file and line.
 *
 * A declared collection (collection.yaml) is held to all rules of diptych-collection(5). In a plain
 * folder, which was not written for this program, only what is wrong anywhere counts: files that cannot be
 * read, bytes that are no text, front matter that is no YAML, links that lead nowhere; a text in an
 * encoding that the room reads is none. The rules for one kind of file each: check_article.h,
 * check_note.h, check_glossary.h; for the reader's own notes: check_vault.h. */
#ifndef DIPTYCH_LIBRARY_CHECK_H
#define DIPTYCH_LIBRARY_CHECK_H

#include "library/collection.h"
#include "library/fault.h"

/* Adds the collection's faults to `faults`, sorted. */
void check_collection(struct collection *collection, struct faults *faults);

#endif
