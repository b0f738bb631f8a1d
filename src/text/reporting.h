/* reporting: clauses that say who spoke, after a quotation that ends with a stop:
 * “…？” Ma said · “……。”他说. Such a clause belongs to the quotation's sentence.
 * Positions are bytes of `text`; nothing is allocated. */
#ifndef DIPTYCH_TEXT_REPORTING_H
#define DIPTYCH_TEXT_REPORTING_H

#include <stdbool.h>
#include <stddef.h>

/* English: capitalised names (or I), then said, asked, cried ... at text[at]. */
bool reporting_is_english(const char *text, size_t at, size_t end);

/* Chinese: a clause of a few characters that ends in 说, 道, 问 ... before ，。！？ or the
 * end. Before a colon it introduces the next quotation and is a sentence of its own. */
bool reporting_is_chinese(const char *text, size_t at, size_t end);

#endif
