/* tmx_print: notes on a passage and its counterpart as a translation memory (tmx.h). Notes on one
 * passage alone are left out. */
#ifndef DIPTYCH_EXPORT_TMX_PRINT_H
#define DIPTYCH_EXPORT_TMX_PRINT_H

#include "export/printer.h"

extern const struct printer tmx_printer;

#endif
