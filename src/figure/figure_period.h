/* figure_period: a date, or the time from one date to another.
 *
 *   June to July 2014; from 2010 to 2015; between 2007 and 2009; January 10-12; 3-5 June 2013;
 *   the 2014-15 fiscal year; 2010年至2015年; 1至3月; 6月1日至30日; 2014-2015财年; 前三季度
 *
 * What one end does not tell, a year or month, it takes from the other. */
#ifndef DIPTYCH_FIGURE_FIGURE_PERIOD_H
#define DIPTYCH_FIGURE_FIGURE_PERIOD_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* Reads the date or period at `at`. False when there is none. */
bool figure_period_read(const struct figure_scan *scan, size_t at, struct figure *figure);

/* The date at `at` that the one just before it tells the rest of: 3日 behind 11月2日、, 16 behind May 9
 * and, 第二季度 behind 2016年第一季度和. */
bool figure_period_follow(const struct figure_scan *scan, const struct figure *before, size_t at,
                          struct figure *figure);

#endif
