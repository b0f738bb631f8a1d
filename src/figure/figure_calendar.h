/* figure_calendar: the dates of a text, as written in English and Chinese.
 *
 *   English  June 3, 2013; 3 June; June 2014; end of July; mid-June; in November; 2013-06-03;
 *            06/3/13 (month first); 1999 where it is a year (in 1999, not 1999 people); the
 *            1990s, the '90s, the 19th century; second quarter of 2014, Q2 2014, 2014 Q2, H1 2014;
 *            FY2015; summer of 2014; 21.04.2016 (day first); its 2014 sales, the fourth of July
 *   Chinese  2013年6月3日, 2014 年 6 月, 7月底, 二〇一四年, 07年, 十月, 1990年代, 上世纪90年代,
 *            19世纪, 第二季度, 2014年上半年, 2014财年, 民國104年, 105年1月16日, 道光二十年
 *
 * May and March count only where they cannot be verbs. With a publication date, and only then,
 * dates that are told from it count as well: last month, on Tuesday, last November, on the 4th; 去年,
 * 上个月, 本月初, 周二, 今年6月, 4日; and a month without a year gets the year that puts it within five
 * months of the publication (figure.resolved). A weekday or a
 * day alone is the last such day up to it. Of a publication date without a year only days alone
 * are told. */
#ifndef DIPTYCH_FIGURE_FIGURE_CALENDAR_H
#define DIPTYCH_FIGURE_FIGURE_CALENDAR_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* Reads the date that begins at `at`, where a word, digit or Han character begins. The span may
 * begin before `at`: at the “end of” before the month. False when there is none. */
bool figure_calendar_read(const struct figure_scan *scan, size_t at, struct figure *figure);

/* The second year of 2014-15 and 1848–91, whose two digits stand at `at`; 0 when they are none, as in
 * 2014-03, which is a month but for “2002-03 season”. */
int figure_calendar_second(const struct figure_scan *scan, int year, size_t at, size_t *end);

/* Whether a financial year or season is told behind a year; *size is that of the Chinese words. */
bool figure_calendar_season(const struct figure_scan *scan, size_t end, size_t *size);

/* A whole number as dates have it. */
struct calendar_number {
    long value; /* -1 when there is none */
    size_t start;
    size_t past; /* right behind it */
    size_t end;  /* and behind the blanks that follow */
    bool spelled;
    unsigned places;
};

struct calendar_number figure_calendar_whole(const struct figure_scan *scan, size_t at);

/* ---- what the three readers share: words (figure_calendar.c), digits and Chinese ---- */

/* 06/3/13, 2013-06-03, 21.04.2016, 1Q 2015, '90s, 1999, 1990s, 2016 Q3 at `at`. */
bool figure_calendar_digits(const struct figure_scan *scan, size_t at, struct figure *figure);

/* The Chinese date that begins at `at`; figure->start is there. */
bool figure_calendar_han(const struct figure_scan *scan, size_t at, struct figure *figure);

/* The bytes of the name of an era at `at` (民国, 昭和), with blanks behind it; 0 for none. */
size_t figure_calendar_era(const struct figure_scan *scan, size_t at);

/* Makes it that part of its year or month, ending at `end`; always true. */
bool figure_calendar_set(struct figure *figure, enum date_part part, int number, size_t end);

/* Fills in what follows from figure->from, `resolved` of a date without a year among it; false when
 * there is no such day. */
bool figure_calendar_finish(const struct figure_scan *scan, struct figure *figure);

/* Digits at `at`, no more than `most`, not part of a longer number; 0 when there are none. */
int figure_calendar_number(const struct figure_scan *scan, size_t at, unsigned most, size_t *end);

/* The same of a year, 1000 to 2999. */
int figure_calendar_year(const struct figure_scan *scan, size_t at, size_t *end);

/* The year that so many digits tell; 0 when they tell none. */
int figure_calendar_full(int year, size_t digits);

/* The same of ’87 at `at`. */
int figure_calendar_brief(const struct figure_scan *scan, size_t at, size_t *end);

/* Q3, 1H: the quarter or half-year whose letter and digit stand next to one another. */
bool figure_calendar_quarter(const struct figure_scan *scan, size_t letter, size_t digit,
                             struct figure *figure);

/* Makes it the year, month, quarter or day so many after that of the publication, where it is known. */
enum calendar_told { TOLD_YEAR, TOLD_MONTH, TOLD_QUARTER, TOLD_DAY, TOLD_KINDS };
bool figure_calendar_told(const struct figure_scan *scan, enum calendar_told kind, int offset,
                          struct figure *figure);

/* “End of”, “early” and “mid” before figure->start, which moves over them. */
void figure_calendar_part(const struct figure_scan *scan, struct figure *figure);

/* The last such day of a month up to the publication date, whose year may be unknown; the last such
 * day of the week (0 Monday) up to it, which is a full one. */
struct figure_date figure_calendar_day(const struct figure_scan *scan, int day);
struct figure_date figure_calendar_weekday(const struct figure_scan *scan, int weekday);

#endif
