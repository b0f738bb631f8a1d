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

#define NUMERAL_UNIT 100 /* what stands for 1 */

struct numerals {
    int64_t *items;
    size_t count;
    size_t capacity;
};

/* Appends the numbers of text[start, end), English and Chinese, as text/numeral.h reads them. */
void sentence_numbers_find(const char *text, size_t start, size_t end, struct numerals *out);

#endif
