/* figure_date: a date as far as an article tells it, and its ISO 8601 form.
 *
 *   2014   2014-06   2013-06-03        as far as known
 *   --07   --07-03                     without a year
 *   2014-Q2   2014-H1   --Q2           quarters and half-years
 *   2014-21                            seasons, 21 spring to 24 winter, as ISO 8601-2 has them
 *   199X   19XX                        decades and centuries, as ISO 8601-2 has them
 *   -0220  -02XX                       221 BC (0000 is 1 BC), the third century BC
 *
 * Early, middle and late (“end of July”, 7月底) are parts of what is known and not printed. A
 * number read in the American order, 06/3/13, is month, day, year; a year of two digits is
 * 2000 to 2039 or 1940 to 1999.
 * Years 1 to 9999 of the Gregorian calendar; years before are negative, from -1. Plain values: nothing is allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_DATE_H
#define DIPTYCH_FIGURE_FIGURE_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum date_part {
    PART_NONE,
    PART_EARLY,
    PART_MIDDLE,
    PART_LATE,
    PART_QUARTER, /* `number` 1 to 4 */
    PART_HALF,    /* 1, 2 */
    PART_SEASON,  /* 1 spring to 4 winter */
    PART_DECADE,  /* `year` is its first */
    PART_CENTURY  /* 1900 to 1999 is the 20th: `year` is 1900 */
};

struct figure_date {
    int year; /* 0 unknown; so the others; -1 is 1 BC */
    unsigned char month;
    unsigned char day;
    unsigned char part; /* enum date_part */
    unsigned char number;
};

bool figure_date_is_set(const struct figure_date *date);

/* 2013-06-03, 2014-06, 2014. False when `text` is none of them. */
bool figure_date_parse(const char *text, struct figure_date *date);

/* Whether such a month and day can be; 0 is allowed for both. */
bool figure_date_is_valid(const struct figure_date *date);

void figure_date_print(const struct figure_date *date, struct buffer *out);

/* "year", "month", "day", "quarter", "half-year", "season", "decade",
 * "century": how fine it is. */
const char *figure_date_unit(const struct figure_date *date);

/* Moves by months (the day kept as far as the month has it) or days; a full date for days. */
void figure_date_add_months(struct figure_date *date, long months);
void figure_date_add_days(struct figure_date *date, long days);

/* 0 Monday to 6 Sunday, of a full date. */
int figure_date_weekday(const struct figure_date *date);

/* Days since the beginning of year 1 at which the time it tells begins, and ends (exclusive);
 * false when the year is not known. */
bool figure_date_bounds(const struct figure_date *date, long *begin, long *end);

#endif
