/* frontmatter_toml: the TOML that front matter is written in, to entries.
 *
 * Known: tables and arrays of tables (an entry's key is the dotted whole, as in YAML), dotted and
 * quoted keys, strings of all four kinds with their escapes, arrays and inline tables over several
 * lines, comments. Numbers, dates and booleans are text as written. A line that is none of these
 * is the fault; its value is taken as it is written and reading goes on below it.
 *
 * Linear in the text; nesting of 32, FRONTMATTER_ENTRIES entries. Used by frontmatter.c alone. */
#ifndef DIPTYCH_DOC_FRONTMATTER_TOML_H
#define DIPTYCH_DOC_FRONTMATTER_TOML_H

#include <stddef.h>

#include "doc/frontmatter.h"

/* Appends the entries of clean `text`, whose first line is `first_line` of its file; the first
 * fault goes to out->fault. */
void frontmatter_toml_read(const char *text, size_t length, unsigned first_line,
                           struct frontmatter *out);

#endif
