#include "figure/figure_period.h"

#include <string.h>

#include "figure/figure_calendar.h"
#include "figure/figure_row.h"

#define TIE_MOST strlen("以及")

/* What joins two dates; *and tells “and”, which does only between them. */
static bool read_tie(const struct figure_scan *scan, size_t at, bool *and, size_t *behind)
{
    static const char signs[] = "- – — － ~ ～ 至 到 − / 持续到 一直到 延续到 直到 起至 起到 開始至 开始至 开始到 持續到";
    size_t start = figure_scan_skip(scan, at);
    *behind = start;
    *and = false;
    bool tied = figure_scan_over(scan, behind, signs);
    if (!tied)
        tied = *and = figure_scan_over(scan, behind, "与 和 與 及");
    if (!tied && start > at && !figure_scan_is(scan, start, "-")) {
        *and = figure_scan_past(scan, behind, "and");
        tied = *and || figure_scan_past(scan, behind, "to through until");
    }
    *behind = figure_scan_skip(scan, *behind);
    return tied && *behind < scan->to;
}

static bool is_between(const struct figure_scan *scan, size_t start, size_t end)
{
    return figure_scan_is_in(scan, end, "之间 之間 间 間") ||
           figure_scan_word_before_in(scan, start, "between");
}

/* May and June 2016: the year of both. */
static void share_year(const struct figure_scan *scan, const struct figure *next, struct figure *figure)
{
    if (figure->from.year != 0 || next->from.year == 0 || strcmp(next->unit, figure->unit) != 0)
        return;
    bool later = figure->from.month > next->from.month || figure->from.number > next->from.number;
    figure->from.year = next->from.year - later;
    (void)figure_row_finish(scan, figure);
}

static void join_next(const struct figure_scan *scan, struct figure *figure)
{
    size_t behind;
    struct figure next;
    bool and;
    if (!read_tie(scan, figure->end, &and, &behind))
        return;
    size_t era = figure_calendar_era(scan, behind);
    bool date = behind + era < scan->to && figure_calendar_read(scan, behind + era, &next) && next.start == behind;
    if (and && !is_between(scan, figure->start, date ? next.end : behind)) {
        if (date)
            share_year(scan, &next, figure);
    } else if (date && !next.range) {
        (void)figure_row_join(figure, next.from, next.end);
    }
}

bool figure_period_read(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    if (!figure_calendar_read(scan, at, figure))
        return false;
    if (!figure->range)
        join_next(scan, figure);
    return true;
}

/* Nothing is counted behind it. */
static bool is_end(const struct figure_scan *scan, size_t at)
{
    return at >= scan->to || figure_scan_is_in(scan, at, ". , ; : ) ， 。 ； ） \n");
}

bool figure_period_follow(const struct figure_scan *scan, const struct figure *before, size_t at,
                          struct figure *figure)
{
    static const char ties[] = "、 和 及 与 與 以及 _and_ ,_and_ ,_ _or_ _&_";
    size_t end = before->end;
    if (before->kind != FIGURE_DATE || at < end || at - end > TIE_MOST || !figure_scan_over(scan, &end, ties) ||
        end != at)
        return false;
    const struct figure_date *last = before->range ? &before->until : &before->from;
    const struct row_number day = figure_row_whole(scan, at);
    *figure = (struct figure){ .start = at, .end = day.end, .from = *last };
    bool han = figure_scan_over(scan, &figure->end, "日 号 號");
    if (last->day > 0 && day.value > last->day && day.value <= 31 &&
        (han || (figure_scan_digit(scan, before->end - 1) > 0 && is_end(scan, day.past)))) {
        figure->from.day = (unsigned char)day.value;
        figure->end = han ? figure->end : day.past;
        return figure_row_finish(scan, figure);
    }
    if (last->year == 0 || !figure_calendar_read(scan, at, figure) || figure->start != at ||
        figure->from.year != 0 || strcmp(figure->unit, figure_date_unit(last)) != 0)
        return false;
    figure->from.year = last->year;
    return (figure->from.month > last->month || figure->from.number > last->number) &&
           figure_row_finish(scan, figure);
}
