/* numerals: the numbers that a sentence names, in English or Chinese, as the aligner counts them.
 *
 * Only whether two sentences name equal numbers is asked here, so units, hedges and years do not
 * matter: 二〇一五 is 2015, 三千 and 3,000 and three thousand are one, 5万 is 50,000, ordinals
 * count as cardinals. One and 一 say too little and are left out unless they are part of a larger
 * number. Values are hundredths. Ownership: free(items). */
#ifndef DIPTYCH_LANGUAGE_SENTENCE_NUMBERS_H
#define DIPTYCH_LANGUAGE_SENTENCE_NUMBERS_H

#include <stddef.h>
#include <stdint.h>

#include "language/english_stem.h"

#define NUMERAL_UNIT 100 /* what stands for 1 */

struct numerals {
    int64_t *items;
    size_t count;
    size_t capacity;
};

/* Appends the numbers among the words items[0, count). */
void numerals_english(const struct english_word *words, size_t count, struct numerals *out);

/* Appends the numbers of text[start, end), written in digits (of any width) or in Chinese. */
void numerals_chinese(const char *text, size_t start, size_t end, struct numerals *out);

#endif
