/* common_word: words that are everywhere in the news, and therefore no name to be looked for.
 *
 * Two lists, chosen for this program: the English and Chinese words that articles on business and
 * notes on them use most (the, company, market, 公司, 市场), and what readers call notes that are
 * about nobody (Inbox, Templates, 日记). Words that are also known as first names, surnames,
 * companies or places are left out, whatever their frequency. */
#ifndef DIPTYCH_LIBRARY_COMMON_WORD_H
#define DIPTYCH_LIBRARY_COMMON_WORD_H

#include <stdbool.h>

/* `text` is one such word, in small letters or with a capital first: us, Us; US is not. */
bool common_word(const char *text);

#endif
