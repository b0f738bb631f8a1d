/* frontmatter_entries: what front matter says, whatever it was written in: keys with their values.
 *
 * frontmatter.h says how they come about. Ownership: frontmatter_free. */
#ifndef DIPTYCH_DOC_FRONTMATTER_ENTRIES_H
#define DIPTYCH_DOC_FRONTMATTER_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>

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
