/* numeral_part: what the reader of digits asks of those of English words and Chinese numerals. Parts of
 * numeral.h, which says what is read. */
#ifndef DIPTYCH_TEXT_NUMERAL_PART_H
#define DIPTYCH_TEXT_NUMERAL_PART_H

#include "text/numeral.h"

/* A number in words, or in Chinese, that begins at `at`. Fills all of `numeral`. */
bool numeral_words_read(const char *text, size_t length, size_t at, struct numeral *numeral);
bool numeral_han_read(const char *text, size_t length, size_t at, struct numeral *numeral);

/* Behind digits that end at numeral->end: hundred, dozen, million ..., multiplied in; 万, 亿, 3千5百, 多. */
void numeral_words_scale(const char *text, size_t length, struct numeral *numeral);
void numeral_han_scale(const char *text, size_t length, struct numeral *numeral);

/* Takes in the fraction behind a whole number: two and a half; of the scale before it in “a million and a
 * half”. One without an exact value (a third) is left. */
void numeral_words_mixed(const char *text, size_t length, struct numeral *numeral);

/* Of how many equal parts the word is one, or some: 2 of half, 3 of thirds, 4 of quarter; 0 of others. */
unsigned numeral_words_part(const char *word);

#endif
