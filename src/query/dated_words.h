/* dated_words: dates told in words that only a whole text resolves: last summer, the following spring,
 * 那年冬天, by the end of the year, 年底, last week, 上周, the following Monday, that year, 大前年; and the years
 * of dated_year.h.
 *
 * What the reader of figures knows (last year, 去年夏天) is left to it. English and Chinese, bytes of the
 * text; what a date means is for dated_near.h to say. */
#ifndef DIPTYCH_QUERY_DATED_WORDS_H
#define DIPTYCH_QUERY_DATED_WORDS_H

#include "query/dated_near.h"

/* Reads the date that begins at `at`, at any byte of the sentence; false when none does. */
bool dated_words_read(const char *text, struct span sentence, size_t at,
                      const struct dated_near *near, struct dated_words *words);

#endif
