/* han_words: the Chinese words of an English-Chinese dictionary's meanings.
 *
 * "n. 股份, 赌注(比赛); 以...打赌/vt. 支持" has 股份, 赌注 and 支持: what stands between commas,
 * semicolons, slashes, blanks and the like and is all Han, at most HAN_WORD_MOST characters, and in no
 * parentheses or brackets. */
#ifndef DIPTYCH_DICTIONARY_HAN_WORDS_H
#define DIPTYCH_DICTIONARY_HAN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

#define HAN_WORD_MOST 6 /* characters; more are an explanation */

/* The next word of `glosses` at or behind *at, which goes behind it; false when there is none. */
bool han_word_next(const char *glosses, size_t *at, struct span *word);

#endif
