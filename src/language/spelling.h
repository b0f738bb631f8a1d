/* spelling: the British and the American way to write an English word: fulfilment, fulfillment.
 *
 * The classes are those of Peters, The Cambridge Guide to English Usage (2004): -our and -or, -ise
 * and -ize, -ll- and -l-, -ence and -ense, -ogue and -og, ae and e. The rest is a list: -re and -er,
 * oe and e, in which other words differ as well (pet, poet), and single words. Spelling alone does
 * not tell which of the results are words: the caller asks a dictionary. Words are lower-case and
 * NUL-terminated. Nothing is allocated.
 */
#ifndef DIPTYCH_LANGUAGE_SPELLING_H
#define DIPTYCH_LANGUAGE_SPELLING_H

#include "language/inflection.h"

#define SPELLING_MOST 12

struct spellings {
    char items[SPELLING_MOST][INFLECTION_SIZE];
    size_t count;
};

/* How else `word` may be written, with one difference each; the first SPELLING_MOST. */
void spelling_others(const char *word, struct spellings *others);

#endif
