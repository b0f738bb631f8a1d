/* frontmatter_yaml: one YAML document to entries, through libyaml (the one file that knows it).
 *
 * Used by frontmatter.c alone. */
#ifndef DIPTYCH_DOC_FRONTMATTER_YAML_H
#define DIPTYCH_DOC_FRONTMATTER_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/frontmatter.h"

#define FRONTMATTER_ENTRIES 10000

/* Appends the entries of clean `text`, whose first line is `first_line` of its file. False when
 * the YAML has a fault, which out->fault then says; what came before it is there.
 * *saw_mapping: whether any "key: value" was found. */
bool frontmatter_yaml_read(const char *text, size_t length, unsigned first_line, bool *saw_mapping,
                           struct frontmatter *out);

#endif
