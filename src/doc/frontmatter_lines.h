/* frontmatter_lines: a block that YAML refuses, key by key.
 *
 * Each "key: ..." at the left edge is read as YAML for itself, with the lines below it that are
 * indented or items ("- "). What YAML refuses even so is taken as it is written, less the blanks
 * and a pair of quotes around it: the rest of the line is the value, items are members,
 * "name: value" below a key without a value is the key's, other lines go on with the value. A
 * full-width colon counts as one. Lines that belong to no key are left out.
 *
 * Linear in the text; at most FRONTMATTER_ENTRIES keys. Used by frontmatter.c alone. */
#ifndef DIPTYCH_DOC_FRONTMATTER_LINES_H
#define DIPTYCH_DOC_FRONTMATTER_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/frontmatter_entries.h"

/* Appends the entries of clean `text`, whose first line is `first_line` of its file. Leaves
 * out->fault as it is. */
void frontmatter_lines_read(const char *text, size_t length, unsigned first_line,
                            struct frontmatter *out);

/* Length of the key in the line text[0, length), its colon not included; 0: the line has none.
 * *value: where what follows the colon begins. */
size_t frontmatter_lines_key(const char *text, size_t length, size_t *value);

#endif
