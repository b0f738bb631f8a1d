/* word_count: how long a text is for a reader: Latin words, Han characters, minutes. */
#ifndef DIPTYCH_DOC_WORD_COUNT_H
#define DIPTYCH_DOC_WORD_COUNT_H

#include <stddef.h>

#include "base/buffer.h"

struct document;

struct word_count {
    size_t words, han;
    size_t characters; /* code points in all */
};

/* Of any text. A word is a run with a letter or a digit in it. */
struct word_count word_count_text(const char *text, size_t length);

/* The count times `part`, to three digits. */
struct word_count word_count_scale(struct word_count count, double part);

/* As text for a store, "WORDS HAN CHARACTERS", and back: zeros for what is none. */
void word_count_write(struct word_count count, struct buffer *out);
struct word_count word_count_parse(const char *text);

/* Of a document over 256 kB as its beginning has it, in proportion. */
struct word_count word_count_of(const struct document *document);

/* Appends "1,240 words · 6 min", of a text that is mostly Chinese "1,240 characters · 4 min": 230 words
 * or 350 characters a minute. Nothing for an empty text. */
void word_count_brief(struct word_count count, struct buffer *out); /* "1,240 w", "1,417 c" */
void word_count_show(struct word_count count, struct buffer *out);

#endif
