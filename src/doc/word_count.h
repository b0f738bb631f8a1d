/* word_count: how long a text is for a reader: Latin words, Han characters, minutes. */
#ifndef DIPTYCH_DOC_WORD_COUNT_H
#define DIPTYCH_DOC_WORD_COUNT_H

#include <stddef.h>

#include "base/buffer.h"

struct document;

struct word_count {
    size_t words, han;
};

/* Of a document over 256 kB as its beginning has it, in proportion. */
struct word_count word_count_of(const struct document *document);

/* Appends "1,240 words · 6 min", of a text that is mostly Chinese "1,240 characters · 4 min": 230 words
 * or 350 characters a minute. Nothing for an empty text. */
void word_count_show(struct word_count count, struct buffer *out);

#endif
