/* everyday_words: some 3,800 everyday words of Chinese, two to four characters each, beside those of
 * core_words.h, written for this program: enough to see where words begin and end around a name.
 * Words of a string are parted by blanks; NULL ends the table. */
#ifndef DIPTYCH_DICTIONARY_EVERYDAY_WORDS_H
#define DIPTYCH_DICTIONARY_EVERYDAY_WORDS_H

#include <stddef.h>

extern const char *const everyday_words[];

#endif
