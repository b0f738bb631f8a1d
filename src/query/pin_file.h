/* pin_file: pairs of passages that the reader has put together by hand.
 *
 * A pin names two articles and, of each, the passage: its words and where it begins. The words
 * are what counts: in a text that has changed a pin holds where its words stand once. One side may
 * have no words: then the other passage is said to have no counterpart.
 *
 * They lie in a file of the data folder, a line each, tab-separated: article, start, words,
 * article, start, words; starts are code points; \t \n \\ are escaped in the words. Lines that are
 * not understood are kept as they are. Ownership: pin_file_free. */
#ifndef DIPTYCH_QUERY_PIN_FILE_H
#define DIPTYCH_QUERY_PIN_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "query/open_texts.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/span.h"
#include "align/alignment.h"

struct pinned {
    char *article[2];
    size_t start[2]; /* code points */
    char *words[2];  /* "" for a side that has none */
};

struct pinboard {
    struct pinned *items;
    size_t count;
    size_t capacity;
    struct buffer others; /* lines of the file that are no pins */
};

/* A file that is not there holds none. False with a sentence when it cannot be read. */
bool pin_file_read(struct pinboard *pins, const char *path, struct error *error);
bool pin_file_write(const struct pinboard *pins, const char *path, struct error *error);
void pin_file_free(struct pinboard *pins); /* frees the contents, not the struct */

/* Adds a pair of passages; an empty span is a side without counterpart. */
void pin_file_add(struct pinboard *pins, const struct text *a, struct span a_span,
                  const struct text *b, struct span b_span);

/* Takes away the pins of these two texts in which the passage at `offset` of `text` is. */
bool pin_file_remove(struct pinboard *pins, const struct text *text, size_t offset,
                     const struct text *other);

/* Where a pin is in two texts; false when it is not theirs, or its words are gone. */
bool pin_file_resolve(const struct pinned *pinned, const struct text *a, const struct text *b,
                      struct pin *pin);

#endif
