/* print: documents set in lines on plain pages: what show and the plain print put out.
 *
 * Widths are cells. The text stands at the left edge; titles stand above columns that
 * lie beside each other. Clean lines go to `out`, one row at a time, whatever the length. */
#ifndef DIPTYCH_CLI_PRINT_H
#define DIPTYCH_CLI_PRINT_H

#include <stdbool.h>

#include "cli/output.h"
#include "doc/document.h"
#include "library/article.h"

#define PRINT_BETWEEN 3 /* cells of " │ " */

/* One document, `width` cells wide. */
void print_document(struct output *out, const struct document *document, int width);

/* Title and publisher to the left, language to the right. */
void print_header(struct output *out, const struct article *article, int width);

/* Two in columns of (width - PRINT_BETWEEN) / 2, under their headers. Block stands beside block:
 * the shorter of two is followed by blank rows. */
void print_beside(struct output *out, const struct document *const documents[2],
                  const struct article *const articles[2], int width);

#endif
