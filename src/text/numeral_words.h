/* numeral_words: numbers in English words, and the scale words behind digits (4.4 million).
 * A part of numeral.h, which says what is read. */
#ifndef DIPTYCH_TEXT_NUMERAL_WORDS_H
#define DIPTYCH_TEXT_NUMERAL_WORDS_H

#include "text/numeral.h"

/* A number in words that begins at `at`. Fills all of `numeral`. */
bool numeral_words_read(const char *text, size_t length, size_t at, struct numeral *numeral);

/* Behind digits that end at numeral->end: hundred, thousand, million ..., multiplied in, and before
 * them “and a half”. */
void numeral_words_scale(const char *text, size_t length, struct numeral *numeral);

/* Of how many equal parts the word is one, or some: 2 of half, 3 of thirds, 4 of quarter; 0 of others. */
unsigned numeral_words_part(const char *word);

#endif
