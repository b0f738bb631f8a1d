/* figure_calendar_digits: dates and years written in digits alone, and what the readers of dates
 * share. A part of figure_calendar.h, which says what is read. */
#ifndef DIPTYCH_FIGURE_FIGURE_CALENDAR_DIGITS_H
#define DIPTYCH_FIGURE_FIGURE_CALENDAR_DIGITS_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* 06/3/13, 2013-06-03, 21.04.2016, 1Q 2015, '90s, 1999, 1990s, 2016 Q3 at `at`. */
bool figure_calendar_digits(const struct figure_scan *scan, size_t at, struct figure *figure);

/* Fills in what follows from figure->from; false when there is no such day. */
bool figure_calendar_finish(const struct figure_scan *scan, struct figure *figure);

/* Digits at `at`, no more than `most`, not part of a longer number; 0 when there are none. */
int figure_calendar_number(const struct figure_scan *scan, size_t at, unsigned most, size_t *end);

/* The same of a year, 1000 to 2999. */
int figure_calendar_year(const struct figure_scan *scan, size_t at, size_t *end);

/* The year that so many digits tell; 0 when they tell none. */
int figure_calendar_full(int year, size_t digits);

/* The second year of 2014-15 and 1848–91, whose two digits stand at `at`; 0 when they are none, as in
 * 2014-03, which is a month but for “2002-03 season”. */
int figure_calendar_second(const struct figure_scan *scan, int year, size_t at, size_t *end);

/* “End of”, “early” and “mid” before figure->start, which moves over them. */
void figure_calendar_part(const struct figure_scan *scan, struct figure *figure);

/* Whether a financial year or season is told behind a year; *size is that of the Chinese words. */
bool figure_calendar_season(const struct figure_scan *scan, size_t end, size_t *size);

/* Whether BC stands behind a year. */
bool figure_calendar_is_bc(const struct figure_scan *scan, size_t end);

#endif
