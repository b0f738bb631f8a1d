/* edited_block: what a person changed within a note's block in a file of ours in Markdown or Org
 * (notes/import_markdown.h and import_org.h read it), told by what the export would have written there. */
#ifndef DIPTYCH_EXPORT_EDITED_BLOCK_H
#define DIPTYCH_EXPORT_EDITED_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "export/printer.h"
#include "notes/import.h"

/* Whether comment or tags differ. */
bool edited_block_differs(const struct annotation *stored, const struct annotation *file,
                          enum import_edited edited);

/* Whether the block was written when the note was as it is now: then what differs is the person's. */
bool edited_block_is_newer(const struct annotation *stored, const struct annotation *file);

/* `made`: a copy of the stored note with what the file has. */
void edited_block_take(struct annotation *made, const struct annotation *stored,
                       const struct annotation *file, enum import_edited edited);

/* How many blocks of the file have changes that writing the notes anew would undo. */
size_t edited_block_count(const char *file, size_t length, const struct export_set *set);

#endif
