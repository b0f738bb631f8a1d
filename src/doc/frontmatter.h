/* frontmatter: what an article or note says of itself at its top: YAML between --- lines, TOML
 * between +++ lines, or a JSON object.
 *
 * Nested mappings are flattened to dotted keys ("names.en"); a sequence gives one entry a
 * member under the same key. Values are text as the format resolves it (quotes removed; null
 * is ""), sanitised; no typing. Limits: 1 MiB, 10,000 entries, depth 32; YAML's anchors and
 * aliases are refused (they can explode).
 * A block with a fault is read all the same, key by key (frontmatter_lines.h,
 * frontmatter_toml.h); the first fault is told.
 * "published" is written as ISO 8601 where it can be read as a date (frontmatter_date.h);
 * where it is missing, the first of "date", "pubdate" and "created" that can is it.
 * Of a text that is retold-from a source (its publisher, date, url, byline, nested), publisher and byline are
 * “after NAME” where it names none of its own, so that no sentence of it is credited to the source.
 * Lines are 1-based lines of the file. Ownership: frontmatter_free. */
#ifndef DIPTYCH_DOC_FRONTMATTER_H
#define DIPTYCH_DOC_FRONTMATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "doc/frontmatter_entries.h"

/* Looks for a block at the start of clean `text`. Returns the bytes it takes, closing line
 * included; 0 when there is none (then `out` is empty). */
size_t frontmatter_read(const char *text, size_t length, struct frontmatter *out);

/* A whole YAML file (collection.yaml) into the same form. */
bool frontmatter_read_yaml(const char *text, size_t length, struct frontmatter *out,
                           struct error *error);

/* A publisher or author as a reader is told of it: “after NAME”, which stands for the source of a text retold from
 * it, is said in the language of messages. The caller frees it. */
char *frontmatter_told_name(const char *name);

#endif
