/* escape_csv: cells of CSV (RFC 4180) and of TSV.
 *
 * A spreadsheet takes a cell that begins with = + - @ for a formula, also behind white space and in
 * full width; escape_csv puts an apostrophe before it, which makes it text. TSV is for
 * programs and keeps to the batch commands' rule: tab, newline and backslash are \t \n \\.
 * What is hidden (clean.h) is its label in both. */
#ifndef DIPTYCH_EXPORT_ESCAPE_CSV_H
#define DIPTYCH_EXPORT_ESCAPE_CSV_H

#include <stddef.h>

#include "base/buffer.h"

/* The cell, in quotation marks where it needs them. */
void escape_csv(struct buffer *out, const char *text, size_t length);
void escape_tsv(struct buffer *out, const char *text, size_t length);

#endif
