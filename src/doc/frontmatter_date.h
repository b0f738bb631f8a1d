/* frontmatter_date: dates as people write them, to ISO 8601.
 *
 * Read are 2014-06-05 (also with / or . and one digit, 20140605, a time behind it), 2014-06, 2014,
 * "June 5, 2014", "5 June 2014", "5th Jun. 2014", "June 2014" with a weekday or a time around it,
 * 2014年6月5日 (and in Han numerals: 二〇一四年六月五日), 2014年6月, 2014年. "6/5/2014" is not:
 * half of the world reads May in it; with 13 or more in one place it is. */
#ifndef DIPTYCH_DOC_FRONTMATTER_DATE_H
#define DIPTYCH_DOC_FRONTMATTER_DATE_H

#include <stdbool.h>

#define FRONTMATTER_DATE_SIZE 11

/* Writes "2014-06-05", "2014-06" or "2014" and a NUL to `iso`; false when `text` is none of them or
 * the day does not exist. */
bool frontmatter_date(const char *text, char iso[FRONTMATTER_DATE_SIZE]);

#endif
