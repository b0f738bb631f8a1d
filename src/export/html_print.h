/* html_print: notes as one HTML file (html_page.h): an <article> a note, a bilingual one with its
 * two quotes beside each other, each in its language. */
#ifndef DIPTYCH_EXPORT_HTML_PRINT_H
#define DIPTYCH_EXPORT_HTML_PRINT_H

#include "export/printer.h"

extern const struct printer html_printer;

#endif
