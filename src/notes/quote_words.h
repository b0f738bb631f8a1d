/* quote_words: a passage cut into what can be compared: words, numbers, Han characters, and the
 * signs of money and percent.
 *
 * The passage is folded first (text/fold.h, FOLD_SPACE), so widths, invisible characters and shapes of
 * quotation marks are gone. Number words and Han numerals are numbers ("twelve" is 12); a single Han digit
 * is one only before what is counted (三月, not 一些).
 *
 * Ownership: quote_words_free; starts empty with { 0 }. */
#ifndef DIPTYCH_NOTES_QUOTE_WORDS_H
#define DIPTYCH_NOTES_QUOTE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/fold.h"

enum quote_word_kind {
    QUOTE_WORD,   /* of letters */
    QUOTE_NUMBER, /* told by its value */
    QUOTE_DAY,    /* tomorrow, last, 去年: a date that leans on another */
    QUOTE_NOT,    /* a negation */
    QUOTE_HAN,    /* one character */
    QUOTE_UNIT    /* % or a currency sign */
};

struct quote_word {
    enum quote_word_kind kind;
    size_t start; /* bytes of the fold */
    size_t end;
    uint64_t key; /* two of a kind are the same when these are: letters in small, values, any denial */
    bool capital; /* a word with a capital in it */
    bool joined;  /* digits and letters without a blank between them: 1q1, h11 */
    bool opens;   /* it begins the passage or a sentence */
};

struct quote_words {
    struct fold fold;
    struct quote_word *items;
    size_t count;
    size_t capacity;
};

void quote_words_read(const char *text, size_t length, struct quote_words *words);
void quote_words_free(struct quote_words *words);

#endif
