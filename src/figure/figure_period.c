#include "figure/figure_period.h"

#include <string.h>

#include "figure/figure_calendar.h"
#include "figure/figure_calendar_digits.h"
#include "text/numeral.h"

#define HAN strlen("年")

/* What joins two dates; "and" only between them. */
static bool read_tie(const struct figure_scan *scan, size_t at, bool *and, size_t *behind)
{
    static const char signs[] = "- – — － ~ ～ 至 到 − / 持续到 一直到 延续到 直到 起至 起到 開始至 开始至 开始到 持續到";
    static const char ands[] = "与 和 與 及";
    struct latinword word;
    size_t size;
    size_t start = figure_scan_skip(scan, at);
    *and = false;
    if (figure_scan_any(scan, start, signs, &size) >= 0) {
        *behind = figure_scan_skip(scan, start + size);
        return true;
    }
    if (figure_scan_any(scan, start, ands, &size) >= 0) {
        *and = true;
        *behind = start + size;
        return true;
    }
    if (start == at || !latinword_at(scan->text, scan->to, start, &word))
        return false;
    *and = strcmp(word.text, "and") == 0;
    *behind = figure_scan_skip(scan, word.end);
    return *and || strcmp(word.text, "to") == 0 || strcmp(word.text, "through") == 0 ||
           strcmp(word.text, "until") == 0;
}

static bool is_between(const struct figure_scan *scan, size_t start, size_t end)
{
    struct latinword word;
    return figure_scan_is_in(scan, end, "之间 之間 间 間") ||
           (figure_scan_word_before(scan, start, &word) && strcmp(word.text, "between") == 0);
}

/* A whole number that may be a year, month or day. */
static long read_bare(const struct figure_scan *scan, size_t at, size_t *end)
{
    struct numeral numeral;
    if (at >= scan->to || latinword_is_letter(scan->text[at]) ||
        !numeral_read(scan->text, scan->to, at, &numeral) || numeral.huge || numeral.ordinal ||
        numeral.vague || numeral.more || numeral.grouped || numeral.value.exponent < 0 ||
        decimal_compare(numeral.value, numeral.upper) != 0)
        return -1;
    *end = numeral.end;
    return decimal_whole(numeral.value, 2999);
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

/* Whether what follows says that the number is no day: 5%, 5 people, $. */
static bool goes_on(const struct figure_scan *scan, size_t end)
{
    return end < scan->to && (strchr("%:$/", scan->text[end]) != NULL || scan->text[end] == '-' ||
                              latinword_is_letter(scan->text[end]));
}

/* January 10-12, Nov. 19 to 20, 2014; 1月10日至12日. */
static bool join_day(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end, year_end;
    struct figure_date until = figure->from;
    long day = read_bare(scan, at, &end);
    if (figure->from.day == 0 || day <= figure->from.day || day > 31)
        return false;
    size_t unit = figure_scan_skip(scan, end);
    if (figure_scan_is(scan, unit, "日") || figure_scan_is(scan, unit, "号") ||
        figure_scan_is(scan, unit, "號"))
        end = unit + HAN;
    else if (goes_on(scan, end) || (unsigned char)scan->text[figure->end - 1] >= 0x80)
        return false;
    until.day = (unsigned char)day;
    size_t comma = figure_scan_skip(scan, end + (figure_scan_is(scan, end, ",") ? 1 : 0));
    long year = until.year == 0 && comma > end ? read_bare(scan, comma, &year_end) : 0;
    if (year >= 1500 && year < 2100) {
        figure->from.year = until.year = (int)year;
        end = year_end;
    }
    return join(figure, figure->from, until, end);
}

/* 2014-15 fiscal year, 2014-2015财年, 2014–2016年 is read by the calendar. */
static bool join_year(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end, size;
    long number = read_bare(scan, at, &end);
    if (figure->from.month > 0 || figure->from.part != PART_NONE || number < 0)
        return false;
    bool brief = end - at == 2 && number <= 99;
    if (brief)
        number += figure->from.year / 100 * 100;
    bool plain = brief && figure_calendar_second(scan, figure->from.year, at, &end) > 0;
    bool season = figure_calendar_season(scan, end, &size);
    if (!plain && (!season || number != figure->from.year + 1))
        return false;
    return join(figure, figure->from, (struct figure_date){ .year = (int)number },
                season ? end + size : end);
}

/* 2010 至 2011 年, 1至3月, 3-5 June 2013, 6月1-3日: the second says what the first is. */
static bool read_led(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end, behind;
    struct figure next;
    bool and;
    long number = read_bare(scan, at, &end);
    if (number <= 0 || !read_tie(scan, end, &and, &behind) || behind >= scan->to ||
        !figure_calendar_read(scan, behind, &next) || next.start != behind || next.range ||
        (and&&!is_between(scan, at, next.end)))
        return false;
    struct figure_date from = next.from;
    from.part = PART_NONE;
    if (next.from.part >= PART_QUARTER || (number > 31 && next.from.month > 0))
        return false;
    if (next.from.day > 0)
        from.day = (unsigned char)number;
    else if (next.from.month > 0 && number <= 12)
        from.month = (unsigned char)number;
    else if (next.from.month == 0 && number >= 1000)
        from.year = (int)number;
    else
        return false;
    *figure = (struct figure){ .start = at };
    if (next.from.day > 0 && from.day >= next.from.day)
        return false;
    return join(figure, from, next.from, next.end);
}

/* 前三季度, 2015年前三季度 */
static bool read_first_quarters(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char words[] = "前两季度 前三季度 前兩季度 前二季度 头三季度 前两季 前三季 前兩季";
    static const unsigned char counts[] = { 2, 3, 2, 2, 3, 2, 3, 2 };
    size_t size;
    int found = figure_scan_any(scan, at, words, &size);
    if (found < 0)
        return false;
    struct figure_date from = { .year = figure->from.year, .part = PART_QUARTER, .number = 1 };
    struct figure_date until = from;
    until.number = counts[found];
    return join(figure, from, until, at + size);
}

/* 今年前四个月, 2018年前5个月 */
static bool read_first_months(const struct figure_scan *scan, struct figure *figure)
{
    static const char words[] = "前 头 頭";
    static const char months[] = "个月 個月";
    size_t size, end;
    if (figure_scan_any(scan, figure->end, words, &size) < 0)
        return false;
    long number = read_bare(scan, figure->end + size, &end);
    if (number < 2 || number > 11 || figure_scan_any(scan, end, months, &size) < 0)
        return false;
    struct figure_date from = { .year = figure->from.year, .month = 1 }, until = from;
    until.month = (unsigned char)number;
    return join(figure, from, until, end + size);
}

/* the first four months of 2018, the first three quarters of 2016 */
static bool read_first_english(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword first, unit, of;
    struct numeral numeral;
    size_t end;
    if (!latinword_at(scan->text, scan->to, at, &first) || strcmp(first.text, "first") != 0 ||
        !numeral_read(scan->text, scan->to, figure_scan_skip(scan, first.end), &numeral) ||
        numeral.huge || numeral.ordinal || !figure_scan_word(scan, numeral.end, &unit) ||
        !figure_scan_word(scan, unit.end, &of) || strcmp(of.text, "of") != 0)
        return false;
    bool quarters = strcmp(unit.text, "quarters") == 0;
    long number = decimal_whole(numeral.value, quarters ? 3 : 11);
    int year = figure_calendar_year(scan, figure_scan_skip(scan, of.end), &end);
    if ((!quarters && strcmp(unit.text, "months") != 0) || number < 2 || year < 1500)
        return false;
    struct figure_date from = { .year = year }, until = from;
    from.part = until.part = quarters ? PART_QUARTER : PART_NONE;
    from.number = quarters;
    until.number = quarters ? (unsigned char)number : 0;
    from.month = !quarters;
    until.month = quarters ? 0 : (unsigned char)number;
    return join(figure, from, until, end);
}

/* 上世纪六七十年代, 八九十年代 */
static bool read_decades(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char centuries[] = "上世纪 上世紀 上个世纪 20世纪 20世紀 二十世纪 二十世紀 19世纪 十九世纪";
    struct numeral tens;
    size_t size;
    int century = figure_scan_any(scan, at, centuries, &size);
    if (!numeral_read(scan->text, scan->to, at + size, &tens) || tens.kind != NUMERAL_HAN ||
        tens.huge || !figure_scan_is(scan, tens.end, "年代"))
        return false;
    long first = decimal_whole(tens.value, 90), last = decimal_whole(tens.upper, 90);
    if (first < 10 || last <= first || first % 10 != 0 || last % 10 != 0)
        return false;
    int base = century > 6 ? 1800 : 1900;
    const struct figure_date from = { .year = base + (int)first, .part = PART_DECADE };
    const struct figure_date until = { .year = base + (int)last, .part = PART_DECADE };
    *figure = (struct figure){ .start = at };
    return join(figure, from, until, tens.end + 2 * HAN);
}

static void join_next(const struct figure_scan *scan, struct figure *figure)
{
    size_t behind;
    struct figure next;
    bool and;
    if (figure->from.year > 0 && figure->from.month == 0 && figure->from.part == PART_NONE &&
        (read_first_quarters(scan, figure->end, figure) || read_first_months(scan, figure)))
        return;
    if (!read_tie(scan, figure->end, &and, &behind) || behind >= scan->to)
        return;
    bool date = figure_calendar_read(scan, behind, &next) && next.start == behind;
    if (and&&!is_between(scan, figure->start, date ? next.end : behind))
        return;
    if (join_day(scan, behind, figure) || join_year(scan, behind, figure) || !date || next.range)
        return;
    if (figure->from.month > 0 && next.from.day > 0 && next.from.month == 0)
        return;
    (void)join(figure, figure->from, next.from, next.end);
}

bool figure_period_read(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    *figure = (struct figure){ .start = at };
    bool latin = latinword_is_letter(scan->text[at]);
    if (latin ? read_first_english(scan, at, figure)
              : read_first_quarters(scan, at, figure) || read_decades(scan, at, figure))
        return true;
    if (figure_calendar_read(scan, at, figure)) {
        join_next(scan, figure);
        return true;
    }
    return read_led(scan, at, figure);
}
