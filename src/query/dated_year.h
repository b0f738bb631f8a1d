/* dated_year: years that no news tells of, and that no reader of figures takes for dates, lest a count
 * be one: 44 BC, 公元前221年, AD 79, 公元780年, the year 1066, by 2100, 9999年12月31日, 0001-01-01.
 *
 * Years before Christ are negative: -44. There is no year 0: what tells one tells no date.
 * Bytes of the text. */
#ifndef DIPTYCH_QUERY_DATED_YEAR_H
#define DIPTYCH_QUERY_DATED_YEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "figure/figure_date.h"
#include "query/dated_near.h"

/* Reads the year, or the years from one to another, that begin at `at` with a digit, a word or a Han
 * character; false when there are none. */
bool dated_year_read(const char *text, struct span sentence, size_t at, struct dated_words *words);

/* The same year as the century that stands between `start` and `end` where that is told of before Christ:
 * the 3rd century BC, 公元前3世纪. */
void dated_year_settle_century(const char *text, struct span sentence, struct span words,
                               struct figure_date *date);

/* The year behind a day and month: 9999 of “31 December 9999”, where *end is moved over it; -1 where there
 * is none, 0 where it is none that can be. */
int dated_year_behind(const char *text, struct span sentence, size_t *end);

#endif
