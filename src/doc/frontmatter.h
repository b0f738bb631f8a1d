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
 * Lines are 1-based lines of the file. Ownership: frontmatter_free. */
#ifndef DIPTYCH_DOC_FRONTMATTER_H
#define DIPTYCH_DOC_FRONTMATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct frontmatter_entry {
    char *key;
    char *value;
    unsigned line;
    bool listed; /* a member of a sequence */
};

struct frontmatter {
    struct frontmatter_entry *items;
    size_t count;
    size_t capacity;
    char *fault; /* NULL, or what is wrong with the block ("line 3: ...") */
    unsigned fault_line; /* 1-based line in the file, 0 when there is no fault */
};

/* Looks for a block at the start of clean `text`. Returns the bytes it takes, closing line
 * included; 0 when there is none (then `out` is empty). */
size_t frontmatter_read(const char *text, size_t length, struct frontmatter *out);

/* A whole YAML file (collection.yaml) into the same form. */
bool frontmatter_read_yaml(const char *text, size_t length, struct frontmatter *out,
                           struct error *error);

/* First value of `key`, NULL when absent. */
const char *frontmatter_get(const struct frontmatter *frontmatter, const char *key);

/* The `index`th value of `key`, NULL past the last. */
const struct frontmatter_entry *frontmatter_nth(const struct frontmatter *frontmatter,
                                                const char *key, size_t index);

/* Makes one entry a member of "A, B" where `key` is no sequence, as vaults of notes read their
 * aliases; commas of either width. */
void frontmatter_split(struct frontmatter *frontmatter, const char *key);

void frontmatter_copy(struct frontmatter *to, const struct frontmatter *from); /* to: { 0 } */
void frontmatter_free(struct frontmatter *frontmatter); /* frees the contents, not the struct */

#endif
