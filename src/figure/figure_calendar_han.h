/* figure_calendar_han: Chinese dates, and what is told from the publication date.
 * A part of figure_calendar.h, which says what is read. */
#ifndef DIPTYCH_FIGURE_FIGURE_CALENDAR_HAN_H
#define DIPTYCH_FIGURE_FIGURE_CALENDAR_HAN_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* The Chinese date that begins at `at`; figure->start is there. */
bool figure_calendar_han(const struct figure_scan *scan, size_t at, struct figure *figure);

/* Sets figure->resolved of a date without a year. */
void figure_calendar_resolve(const struct figure_scan *scan, struct figure *figure);

/* "last", "this" or "next" before the month that figure->from has: its year is told. */
void figure_calendar_told_before(const struct figure_scan *scan, struct figure *figure);

/* Makes it the quarter so many after that of the publication. */
void figure_calendar_quarter(const struct figure_scan *scan, int offset, struct figure *figure);

/* The last such day of a month up to the publication date, whose year may be unknown. */
struct figure_date figure_calendar_day(const struct figure_scan *scan, int day);

/* The last such day (0 Monday) up to the publication date, which is a full one. */
struct figure_date figure_calendar_weekday(const struct figure_scan *scan, int weekday);

#endif
