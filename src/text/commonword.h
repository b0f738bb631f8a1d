/* commonword: words of everyday English and Chinese that are names now and then, too: apple, square,
 * 苹果. A table, no more: some 1400 English words that a company, product or person is likely
 * to be called by, or that a sentence is likely to begin with, and some 150 Chinese ones.
 * What is not in it may be a common word all the same. Nothing is allocated. */
#ifndef DIPTYCH_TEXT_COMMONWORD_H
#define DIPTYCH_TEXT_COMMONWORD_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the word is one of them; ASCII letters in any case. */
bool commonword_is(const char *word, size_t length);

#endif
