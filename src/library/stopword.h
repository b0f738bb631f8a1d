/* stopword: words that are everywhere in the news, and therefore no name to be looked for.
 *
 * Two lists, chosen for this program: the English and Chinese words that articles on business and
 * notes on them use most (the, company, market, 公司, 市场), and what readers call notes that are
 * about nobody (Inbox, Templates, 日记). Words that people, companies or places are called by are
 * left out, whatever their frequency; those are text/commonword.h's. */
#ifndef DIPTYCH_LIBRARY_STOPWORD_H
#define DIPTYCH_LIBRARY_STOPWORD_H

#include <stdbool.h>

/* `text` is one such word, in small letters or with a capital first: us, Us; US is not. */
bool stopword_is(const char *text);

#endif
