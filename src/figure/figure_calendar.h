/* figure_calendar: the dates of a text and the times from one to another, as written in English and Chinese.
 *
 *   English  June 3, 2013; 3 June; June 2014; end of July; mid-June; in November; 2013-06-03;
 *            06/3/13 (month first); 1999 where it is a year (in 1999, not 1999 people); the
 *            1990s, the '90s, the 19th century; second quarter of 2014, Q2 2014, 2014 Q2, H1 2014;
 *            FY2015; summer of 2014; 21.04.2016 (day first); its 2014 sales, the fourth of July
 *   Chinese  2013年6月3日, 2014 年 6 月, 7月底, 二〇一四年, 07年, 十月, 1990年代, 上世纪90年代,
 *            19世纪, 第二季度, 2014年上半年, 2014财年, 民國104年, 105年1月16日, 道光二十年
 *   periods  June to July 2014; from 2010 to 2015; between 2007 and 2009; January 10-12; 3-5 June 2013;
 *            the 2014-15 fiscal year; the first four months of 2018; 2010年至2015年; 1至3月; 6月1日至30日;
 *            2014-2015财年; 前三季度, 七八月, 六七十年代
 *
 * May and March count only where they cannot be verbs. With a publication date, and only then,
 * dates that are told from it count as well: last month, on Tuesday, last November, on the 4th; 去年,
 * 上个月, 本月初, 周二, 今年6月, 4日; and a month without a year gets the year that puts it within five
 * months of the publication (figure.resolved). A weekday or a day alone is the last such day up to
 * it. Of a publication date without a year only days alone are told. */
#ifndef DIPTYCH_FIGURE_FIGURE_CALENDAR_H
#define DIPTYCH_FIGURE_FIGURE_CALENDAR_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* Reads the date or period at `at`, where a word, digit or Han character begins. The span may begin
 * before `at`: at the “end of” before the month. False when there is none. */
bool figure_calendar_read(const struct figure_scan *scan, size_t at, struct figure *figure);

/* The date at `at` that the one just before it tells the rest of: 3日 behind 11月2日、, 16 behind May 9
 * and, 第二季度 behind 2016年第一季度和. */
bool figure_calendar_follow(const struct figure_scan *scan, const struct figure *before, size_t at,
                            struct figure *figure);

#endif
