#include "figure/figure_period.h"

#include <string.h>

#include "figure/figure_calendar.h"
#include "text/numeral.h"

#define HAN strlen("年")
#define LISTED_MOST 4
#define TIE_MOST strlen("以及")

/* What joins two dates; *and tells “and”, which does only between them. */
static bool read_tie(const struct figure_scan *scan, size_t at, bool *and, size_t *behind)
{
    static const char signs[] = "- – — － ~ ～ 至 到 − / 持续到 一直到 延续到 直到 起至 起到 開始至 开始至 开始到 持續到";
    size_t start = figure_scan_skip(scan, at);
    *behind = start;
    if (figure_scan_over(scan, behind, signs)) {
        *and = false;
        *behind = figure_scan_skip(scan, *behind);
        return true;
    }
    *and = figure_scan_over(scan, behind, "与 和 與 及");
    if (*and || start == at || figure_scan_is(scan, start, "-"))
        return *and;
    *and = figure_scan_past(scan, behind, "and");
    bool tied = *and || figure_scan_past(scan, behind, "to through until");
    *behind = figure_scan_skip(scan, *behind);
    return tied;
}

static bool is_between(const struct figure_scan *scan, size_t start, size_t end)
{
    return figure_scan_is_in(scan, end, "之间 之間 间 間") ||
           figure_scan_word_before_in(scan, start, "between");
}

/* Makes a period of `figure` until `until`, where that is later. */
static bool join(struct figure *figure, struct figure_date from, struct figure_date until,
                 size_t end)
{
    long begin, stop, later, last;
    if (from.year == 0 && until.year > 0)
        from.year = until.year;
    if (until.year == 0 && from.year > 0) {
        until.year = from.year;
        if (until.month > 0 && until.month < from.month)
            until.year++;
    }
    /* ends of one kind: not 2014 to the 3rd of May */
    if (strcmp(figure_date_unit(&from), figure_date_unit(&until)) != 0 ||
        !figure_date_is_valid(&from) || !figure_date_is_valid(&until))
        return false;
    if (figure_date_bounds(&from, &begin, &stop) && figure_date_bounds(&until, &later, &last) &&
        later <= begin)
        return false;
    figure->from = from;
    figure->until = until;
    figure->range = true;
    figure->end = end;
    figure->resolved = (struct figure_date){ 0 };
    figure_set_kind(figure, FIGURE_DATE, figure_date_unit(&until));
    return true;
}

/* January 10-12, Nov. 19 to 20, 2014; 1月10日至12日. */
static bool join_day(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct figure_date until = figure->from;
    const struct calendar_number day = figure_calendar_whole(scan, at);
    size_t end = day.end;
    if (figure->from.day == 0 || day.value <= figure->from.day || day.value > 31)
        return false;
    if (!figure_scan_over(scan, &end, "日 号 號")) {
        end = day.past;
        /* 5%, 5 people, $ are no days */
        if ((end < scan->to && (strchr("%:$/-", scan->text[end]) != NULL ||
                                latinword_is_letter(scan->text[end]))) ||
            (unsigned char)scan->text[figure->end - 1] >= 0x80)
            return false;
    }
    until.day = (unsigned char)day.value;
    size_t comma = figure_scan_skip(scan, end + figure_scan_is(scan, end, ","));
    if (until.year == 0 && comma > end) {
        const struct calendar_number year = figure_calendar_whole(scan, comma);
        if (year.value >= 1500 && year.value < 2100) {
            figure->from.year = until.year = (int)year.value;
            end = year.past;
        }
    }
    return join(figure, figure->from, until, end);
}

/* 2014-15 fiscal year, 2014-2015财年, 2014–2016年 is read by the calendar. */
static bool join_year(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t size;
    const struct calendar_number number = figure_calendar_whole(scan, at);
    size_t end = number.past;
    long year = number.value;
    if (figure->from.month > 0 || figure->from.part != PART_NONE || year < 0)
        return false;
    bool brief = end - at == 2 && year <= 99;
    if (brief)
        year += figure->from.year / 100 * 100;
    bool plain = brief && figure_calendar_second(scan, figure->from.year, at, &end) > 0;
    bool season = figure_calendar_season(scan, end, &size);
    return (plain || (season && year == figure->from.year + 1)) &&
           join(figure, figure->from, (struct figure_date){ .year = (int)year }, end + size);
}

/* Nothing is counted behind it. */
static bool is_end(const struct figure_scan *scan, size_t at)
{
    return at >= scan->to || figure_scan_is_in(scan, at, ". , ; : ) ， 。 ； ） \n");
}

/* The number at `at` that a date behind tells the rest of: 9, 2nd, 一, third, 2010; 0 for none. */
static long read_bare(const struct figure_scan *scan, size_t at, size_t *end)
{
    struct numeral numeral;
    bool latin = latinword_is_letter(scan->text[at]);
    if ((latin && (strchr("fstFST", scan->text[at]) == NULL ||
                   !figure_scan_is_in(scan, at, "first second third fourth"))) ||
        !figure_scan_numeral(scan, at, &numeral) || numeral.vague || numeral.more ||
        numeral.grouped || (latin && !numeral.ordinal) || numeral.value.exponent < 0)
        return 0;
    *end = numeral.end;
    long value = decimal_whole(numeral.value, 9999);
    return value > 0 ? value : 0;
}

/* Puts it in the place of what the date is told to. */
static bool put_bare(long value, struct figure_date *date)
{
    unsigned char *part = date->day > 0                ? &date->day
                          : date->part >= PART_QUARTER ? &date->number
                                                       : &date->month;
    bool year = *part == 0;
    if (year ? value < 1000 || value >= date->year : value >= *part)
        return false;
    date->part = date->part < PART_QUARTER ? PART_NONE : date->part;
    if (year)
        date->year = (int)value;
    else
        *part = (unsigned char)value;
    return date->part <= PART_HALF;
}

/* 2010 至 2011 年, 1至3月, 3-5 June 2013, 6月1-3日; 9 and 16 October, 2nd, 3rd and 5th of May, 5、6月,
 * third and fourth quarters: the last says what the first is. */
static bool read_led(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char ties[] = "_and_ ,_ ,_and_ _or_ _& _ 、 和 及 与 與 或";
    size_t end, behind, past;
    struct figure next;
    bool and;
    const long value = read_bare(scan, at, &end);
    if (value == 0)
        return false;
    *figure = (struct figure){ .start = at, .end = end };
    if (read_tie(scan, end, &and, &behind) && behind < scan->to &&
        figure_calendar_read(scan, behind, &next) && next.start == behind && !next.range &&
        (!and || is_between(scan, at, next.end))) {
        figure->from = next.from;
        return put_bare(value, &figure->from) && join(figure, figure->from, next.from, next.end);
    }
    behind = end;
    for (int i = 0; value <= 31 && i < LISTED_MOST && figure_scan_over(scan, &behind, ties) &&
                    behind < scan->to;
         i++, behind = past) {
        if (figure_calendar_read(scan, behind, &next) && next.start == behind) {
            figure->from = next.from;
            return !next.range && put_bare(value, &figure->from) &&
                   figure_calendar_finish(scan, figure);
        }
        if (read_bare(scan, behind, &past) <= value)
            return false;
    }
    return false;
}

/* 11月2日、3日, 2016年3月和5月, May 9 and 16: what the date before tells of its fellow. */
bool figure_period_follow(const struct figure_scan *scan, const struct figure *before, size_t at,
                          struct figure *figure)
{
    static const char ties[] = "、 和 及 与 與 以及 _and_ ,_and_ ,_ _or_ _&_";
    size_t size;
    if (before->kind != FIGURE_DATE || at < before->end || at - before->end > TIE_MOST ||
        figure_scan_any(scan, before->end, ties, &size) < 0 || before->end + size != at)
        return false;
    const struct figure_date *last = before->range ? &before->until : &before->from;
    const struct calendar_number day = figure_calendar_whole(scan, at);
    size_t end = day.end;
    *figure = (struct figure){ .start = at, .from = *last };
    bool han = figure_scan_over(scan, &end, "日 号 號");
    if (last->day > 0 && day.value > last->day && day.value <= 31 &&
        (han || (figure_scan_digit(scan, before->end - 1) > 0 && is_end(scan, day.past)))) {
        figure->from.day = (unsigned char)day.value;
        figure->end = han ? end : day.past;
        return figure_calendar_finish(scan, figure);
    }
    if (last->year == 0 || !figure_calendar_read(scan, at, figure) || figure->start != at ||
        figure->from.year != 0 || strcmp(figure->unit, figure_date_unit(last)) != 0)
        return false;
    figure->from.year = last->year;
    return (figure->from.month > last->month || figure->from.number > last->number) &&
           figure_calendar_finish(scan, figure);
}

/* The first `count` months or quarters of a year. */
static bool join_first(struct figure *figure, int year, long count, bool quarters, size_t end)
{
    struct figure_date from = { .year = year, .month = !quarters, .number = quarters };
    from.part = quarters ? PART_QUARTER : PART_NONE;
    struct figure_date until = from;
    *(quarters ? &until.number : &until.month) = (unsigned char)count;
    return count >= 2 && count <= (quarters ? 3 : 11) && join(figure, from, until, end);
}

/* 前三季度, 2015年前三季度, 今年前四个月: the first quarters of a year, and the first months behind one */
static bool read_first(const struct figure_scan *scan, struct figure *figure)
{
    bool alone = figure->end == 0; /* 今年 without a publication */
    size_t at = alone ? figure->start : figure->end;
    if (!figure_scan_over(scan, &at, "前 头 頭"))
        return false;
    struct calendar_number count = figure_calendar_whole(scan, at);
    bool quarters = figure_scan_over(scan, &count.past, "季度 季");
    return (quarters || (figure_scan_over(scan, &count.past, "个月 個月") &&
                         (!alone || figure_scan_was_in(scan, figure->start, "今年 本年 全年 去年")))) &&
           join_first(figure, figure->from.year, count.value, quarters, count.past);
}

/* the first four months of 2018, the first three quarters of 2016 */
static bool read_first_english(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct numeral numeral;
    size_t end = at;
    if (!figure_scan_past(scan, &end, "first") ||
        !figure_scan_numeral(scan, figure_scan_skip(scan, end), &numeral) || numeral.ordinal)
        return false;
    bool quarters = figure_scan_past(scan, &numeral.end, "|quarters|of");
    if (!quarters && !figure_scan_past(scan, &numeral.end, "|months|of"))
        return false;
    int year = figure_calendar_year(scan, figure_scan_skip(scan, numeral.end), &end);
    return year >= 1500 && join_first(figure, year, decimal_whole(numeral.value, 11), quarters, end);
}

/* 上世纪六七十年代, 八九十年代; 七八月份 */
static bool read_two(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char centuries[] = "上世纪=1900 上世紀=1900 上个世纪=1900 20世纪=1900 20世紀=1900 二十世纪=1900 "
                                    "二十世紀=1900 19世纪=1800 十九世纪=1800";
    struct numeral two;
    size_t size = 0;
    int base = figure_scan_is_in(scan, at, "上 二 十 1 2") ? figure_scan_any(scan, at, centuries, &size) : 0;
    if (!figure_scan_numeral(scan, at + size, &two) || two.kind != NUMERAL_HAN)
        return false;
    int first = (int)decimal_whole(two.value, 90), last = (int)decimal_whole(two.upper, 90);
    struct figure_date from = { 0 }, until = { 0 };
    *figure = (struct figure){ .start = at };
    if (first < 1 || last <= first)
        return false;
    if (size == 0 && !two.scaled && last <= 12 && figure_scan_over(scan, &two.end, "月 月份")) {
        from.month = (unsigned char)first;
        until.month = (unsigned char)last;
        return last == first + 1 && join(figure, from, until, two.end);
    }
    base = size > 0 ? base : 1900;
    from = (struct figure_date){ .year = base + first, .part = PART_DECADE };
    until = (struct figure_date){ .year = base + last, .part = PART_DECADE };
    return first % 10 == 0 && last % 10 == 0 && figure_scan_over(scan, &two.end, "年代") &&
           join(figure, from, until, two.end);
}

static void share_year(const struct figure_scan *scan, const struct figure *next,
                       struct figure *figure)
{
    if (next->from.year == 0 || strcmp(next->unit, figure->unit) != 0)
        return;
    bool later = figure->from.month > next->from.month || figure->from.number > next->from.number;
    figure->from.year = next->from.year - later;
    (void)figure_calendar_finish(scan, figure);
}

/* 明治二十七年至二十八年 */
static bool join_era(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    const struct calendar_number next = figure_calendar_whole(scan, at);
    size_t era = figure_calendar_era(scan, figure->start);
    const struct calendar_number first = figure_calendar_whole(scan, figure->start + era);
    return era > 0 && next.value > first.value && next.value < 100 && figure->from.month == 0 &&
           figure_scan_is(scan, next.end, "年") &&
           join(figure, figure->from,
                (struct figure_date){ .year =
                                          figure->from.year +
                                          (int)(next.value - (first.value > 0 ? first.value : 1)) },
                next.end + HAN);
}

static void join_next(const struct figure_scan *scan, struct figure *figure)
{
    size_t behind;
    struct figure next;
    bool and;
    const int year = figure->from.year;
    if (year > 0 && figure->from.month == 0 && figure->from.part == PART_NONE &&
        read_first(scan, figure))
        return;
    /* 2016年一、二季度 */
    if (figure_scan_was(scan, figure->end, "年") && read_led(scan, figure->end, &next) &&
        next.from.year == 0 && next.from.day == 0) {
        next.start = figure->start;
        *figure = next;
        figure->from.year = figure->until.year = year; /* 2016年一至三季度, too */
        return;
    }
    if (!read_tie(scan, figure->end, &and, &behind) || behind >= scan->to)
        return;
    size_t era = figure_calendar_era(scan, behind);
    bool date = behind + era < scan->to && figure_calendar_read(scan, behind + era, &next) &&
                next.start == behind;
    if (!date && !and && join_era(scan, behind, figure))
        return;
    if (and && !is_between(scan, figure->start, date ? next.end : behind)) {
        if (date && figure->from.year == 0) /* May and June 2016 */
            share_year(scan, &next, figure);
        return;
    }
    if (join_day(scan, behind, figure) || join_year(scan, behind, figure) || !date || next.range)
        return;
    if (figure->from.month > 0 && next.from.day > 0 && next.from.month == 0)
        return;
    (void)join(figure, figure->from, next.from, next.end);
}

/* the January-March quarter */
static void name_quarter(const struct figure_scan *scan, struct figure *figure)
{
    struct figure_date *from = &figure->from;
    size_t end = figure->end;
    if (!figure->range || from->day > 0 || from->month % 3 != 1 || from->part != PART_NONE ||
        figure->until.day > 0 || figure->until.month != from->month + 2 ||
        from->year != figure->until.year || !figure_scan_past(scan, &end, "quarter"))
        return;
    *from = (struct figure_date){ .year = from->year, .part = PART_QUARTER,
                                  .number = (unsigned char)(from->month / 3 + 1) };
    figure->range = false;
    figure->end = end;
    (void)figure_calendar_finish(scan, figure);
}

bool figure_period_read(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    *figure = (struct figure){ .start = at };
    bool latin = latinword_is_letter(scan->text[at]);
    if (latin ? read_first_english(scan, at, figure)
              : read_first(scan, figure) || read_two(scan, at, figure))
        return true;
    if (figure_calendar_read(scan, at, figure)) {
        join_next(scan, figure);
        name_quarter(scan, figure);
        return true;
    }
    return read_led(scan, at, figure);
}
