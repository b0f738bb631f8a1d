/* passage: what a sentence looks like from outside: length, how it ends, quotation marks, numbers.
 *
 * Sentences are read in order, since a quotation may go on from one to the next. Chinese and
 * English marks are told apart by the characters themselves: “ ” 「 」 face their way, and a
 * straight quote or an apostrophe opens before a word and closes behind one.
 * Counts are code points unless something else is said.
 * Ownership: sentence_shape_free. */
#ifndef DIPTYCH_ALIGN_SENTENCE_SHAPE_H
#define DIPTYCH_ALIGN_SENTENCE_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/side.h"
#include "language/sentence_numbers.h"

enum passage_end { END_OTHER, END_QUESTION, END_EXCLAMATION };

struct passage {
    uint32_t length;
    uint32_t han;    /* how many of these are Han */
    uint32_t quoted; /* characters within quotation marks, of `unquoted` + this */
    uint32_t unquoted;
    uint16_t questions;
    uint16_t exclamations;
    uint8_t end;    /* enum passage_end, behind which quotes may close */
    bool in_before; /* inside a quotation where it begins */
    bool in_after;  /* and where it ends */
    bool opens;     /* its first character opens a quotation */
    bool closes;    /* its last one closes one */
    bool ellipsis;
    bool lower_case;     /* its first Latin letter is a small one */
    size_t first_number; /* in passages.numbers */
    size_t number_count;
};

struct passages {
    struct passage *items;
    size_t count;
    struct numerals numbers;
};

/* Reads all sentences of a side. False when `go_on` (NULL: nobody asks) has stopped it. */
bool sentence_shape_read(struct passages *passages, const struct side *side,
                         bool (*go_on)(void *data, double done), void *data);
void sentence_shape_free(struct passages *passages);

#endif
