/* dated_tense: whether what stands beside a date is told of the past or of what is to come.
 *
 * By lists of words in the date's clause, English and Chinese. Bytes of the text. */
#ifndef DIPTYCH_QUERY_DATED_TENSE_H
#define DIPTYCH_QUERY_DATED_TENSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "figure/figure.h"

/* Whether one of the words (a list of text/wordlist.h) stands in text[from, to). English ones are
 * whole words in small letters. */
bool dated_tense_has_word(const char *text, size_t from, size_t to, const char *words);

/* Where the last regular past form ends in [from, to): walked, but not planned; `from`. */
size_t dated_tense_last_past(const char *text, size_t from, size_t to);

/* The clause around the figure: between commas and stops. */
struct span dated_tense_clause(const char *text, struct span sentence, const struct figure *figure);

/* Whether what happens on the day is still to come: the nearest verb before it, else what follows,
 * is in the future. */
bool dated_tense_is_coming(const char *text, struct span sentence, const struct figure *figure);

/* Whether the verb nearest before the date is in the past. */
bool dated_tense_has_passed(const char *text, struct span sentence, const struct figure *figure);

/* Whether a word of the future stands in the clause. */
bool dated_tense_is_future(const char *text, struct span sentence, const struct figure *figure);

/* Whether the figure's words name a day of the week: Monday, 周一. */
bool dated_tense_is_weekday(const char *text, const struct figure *figure);

/* Whether it is 25日 or 25号: digits and the sign of a day. */
bool dated_tense_is_bare_day(const char *text, const struct figure *figure);

/* A weekday, or a bare day, that is still to come is the one behind the day of publication (known to the
 * day), and not the one before it, as which the figure was read. */
void dated_tense_place_day(const char *text, struct span sentence,
                           const struct figure_date *published, struct figure *figure);

#endif
