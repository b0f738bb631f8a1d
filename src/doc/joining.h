/* joining: a document built from whole documents and what the program writes around them (the
 * page of an entity is its note and a list of mentions).
 *
 * Offsets of what was added first stay true, so a text that grows at its end can take the place
 * of the shorter one on screen. */
#ifndef DIPTYCH_DOC_JOINING_H
#define DIPTYCH_DOC_JOINING_H

#include "doc/builder.h"
#include "doc/document.h"

/* Appends all blocks of `document` with their styles, links, markers and tables. Its front matter
 * is left out. */
void joining_add(struct builder *builder, const struct document *document);

#endif
