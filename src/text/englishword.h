/* englishword: is a string of letters a word of everyday English?
 *
 * Some 40,000 words: a table of 16,000 (SCOWL up to size 35, American and British spelling) and what the
 * endings -s -es -ies -ed -ing -er -ers -est -ly -ness make of them. Names are not in it, and a word
 * that is not in it may be one all the same. Nothing is allocated. */
#ifndef DIPTYCH_TEXT_ENGLISHWORD_H
#define DIPTYCH_TEXT_ENGLISHWORD_H

#include <stdbool.h>
#include <stddef.h>

/* ASCII letters in any case; false for a string with anything else in it. */
bool englishword_is(const char *word, size_t length);

#endif
