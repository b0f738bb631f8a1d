/* org_print: notes as an Org file.
 *
 * A headline a note with its tags, its fields (field.h) as PROPERTIES, quote and counterpart as
 * quote blocks, the comment as text, between two comment lines that name the note (weave.h). */
#ifndef DIPTYCH_EXPORT_ORG_PRINT_H
#define DIPTYCH_EXPORT_ORG_PRINT_H

#include "export/printer.h"

extern const struct printer org_printer;

#endif
