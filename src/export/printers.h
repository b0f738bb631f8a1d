/* printers: the table of all formats. */
#ifndef DIPTYCH_EXPORT_PRINTERS_H
#define DIPTYCH_EXPORT_PRINTERS_H

#include <stddef.h>

#include "export/printer.h"

/* All printers; NULL past the last. */
const struct printer *printer_at(size_t index);

/* What a reader calls it: a preset is a format of its own name. */
const char *printer_title(const struct printer *printer);

/* The printer of that format and preset (NULL: none); NULL when there is none. */
const struct printer *printer_find(const char *name, const char *preset);

#endif
