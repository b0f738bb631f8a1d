/* cite_print: the articles that notes are on, as bibliographies have them.
 *
 * BibTeX: an @misc an article, whose fields both BibTeX's styles and biblatex know. CSL-JSON: an
 * array of items as citation processors and Zotero take them
 * (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). Keys are made
 * of the articles' ids. Articles without title and source are left out. */
#ifndef DIPTYCH_EXPORT_CITE_PRINT_H
#define DIPTYCH_EXPORT_CITE_PRINT_H

#include "export/printer.h"

extern const struct printer bibtex_printer;
extern const struct printer csl_printer;

#endif
