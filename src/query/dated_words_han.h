/* dated_words_han: the Chinese of the dates of dated_words.h: 那年冬天, 次年年初, 年底, 上周末, 大前年. */
#ifndef DIPTYCH_QUERY_DATED_WORDS_HAN_H
#define DIPTYCH_QUERY_DATED_WORDS_HAN_H

#include "query/dated_near.h"

/* Reads the date that begins at `at`, a Han character; false when none does. */
bool dated_words_han_read(const char *text, struct span sentence, size_t at,
                          const struct dated_near *near, struct dated_words *words);

#endif
