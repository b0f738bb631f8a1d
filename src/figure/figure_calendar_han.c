#include "figure/figure_calendar_han.h"

#include <string.h>

#include "text/numeral.h"

#define HAN strlen("年")
#define NEAR 5 /* months to either side of the publication */

void figure_calendar_resolve(const struct figure_scan *scan, struct figure *figure)
{
    if (scan->published.year == 0 || scan->published.month == 0)
        return;
    int distance = figure->from.month - scan->published.month;
    struct figure_date date = figure->from;
    date.year = scan->published.year;
    if (distance > 6) {
        distance -= 12;
        date.year--;
    } else if (distance < -6) {
        distance += 12;
        date.year++;
    }
    if (distance >= -NEAR && distance <= NEAR)
        figure->resolved = date;
}

void figure_calendar_told_before(const struct figure_scan *scan, struct figure *figure)
{
    struct latinword word;
    int month = scan->published.month;
    if (figure->from.year > 0 || month == 0 || !figure_scan_word_before(scan, figure->start, &word))
        return;
    int year = scan->published.year;
    if (strcmp(word.text, "last") == 0)
        figure->from.year = figure->from.month < month ? year : year - 1;
    else if (strcmp(word.text, "next") == 0)
        figure->from.year = figure->from.month > month ? year : year + 1;
    else if (strcmp(word.text, "this") == 0)
        figure->from.year = year;
    else
        return;
    figure->start = word.start;
}

struct figure_date figure_calendar_weekday(const struct figure_scan *scan, int weekday)
{
    struct figure_date date = scan->published;
    int back = figure_date_weekday(&date) - weekday;
    figure_date_add_days(&date, -(back < 0 ? back + 7 : back));
    return date;
}

/* A whole number as Chinese dates have it. */
struct number {
    long value; /* -1 when there is none */
    size_t start;
    size_t end; /* behind it and the blanks that follow */
    bool spelled;
    unsigned places;
};

static struct number read_number(const struct figure_scan *scan, size_t at)
{
    struct numeral numeral;
    struct number number = { -1, at, at, false, 0 };
    if (at >= scan->to || latinword_is_letter(scan->text[at]))
        return number;
    if (!numeral_read(scan->text, scan->to, at, &numeral) || numeral.huge || numeral.ordinal ||
        numeral.vague || numeral.more || numeral.grouped ||
        decimal_compare(numeral.value, numeral.upper) != 0)
        return number;
    if (numeral.value.exponent >= 0)
        number.value = decimal_whole(numeral.value, 9999);
    number.end = figure_scan_skip(scan, numeral.end);
    number.spelled = numeral.kind == NUMERAL_DIGITS || numeral.spelled_digits;
    number.places = numeral.places;
    return number;
}

/* 底 初 末 中旬 behind a month or year. */
static void read_part(const struct figure_scan *scan, struct figure *figure)
{
    static const char *const words[] = { "初", "上旬", "中", "中旬", "底", "末", "下旬", NULL };
    static const unsigned char part_of[] = { PART_EARLY, PART_EARLY, PART_MIDDLE, PART_MIDDLE,
                                             PART_LATE,  PART_LATE,  PART_LATE };
    /* “7月中国” has no 月中. */
    static const char *const others[] = { "中国", "中方", "中央", "中美", "中午", "中外",
                                          "末日", "初步", "初期", "底部", NULL };
    size_t size;
    if (figure_scan_any(scan, figure->end, others, &size) >= 0)
        return;
    int part = figure_scan_any(scan, figure->end, words, &size);
    if (part >= 0) {
        figure->from.part = part_of[part];
        figure->end += size;
    }
}

/* The day behind a month. */
static void read_day(const struct figure_scan *scan, struct figure *figure)
{
    const struct number day = read_number(scan, figure_scan_skip(scan, figure->end));
    if (day.value >= 1 && day.value <= 31 &&
        (figure_scan_is(scan, day.end, "日") || figure_scan_is(scan, day.end, "号"))) {
        figure->from.day = (unsigned char)day.value;
        figure->end = day.end + HAN;
    } else {
        read_part(scan, figure);
    }
}

/* N月, with what follows. */
static bool read_month(const struct figure_scan *scan, const struct number *month,
                       struct figure *figure)
{
    if (month->value < 1 || month->value > 12 || !figure_scan_is(scan, month->end, "月") ||
        figure_scan_is(scan, month->start, "两") || figure_scan_is(scan, month->end, "月球") ||
        figure_scan_is(scan, month->end, "月票"))
        return false;
    figure->from.month = (unsigned char)month->value;
    figure->end = month->end + HAN;
    if (figure_scan_is(scan, figure->end, "份"))
        figure->end += HAN;
    read_day(scan, figure);
    return true;
}

/* 第二季度, 二季度, 上半年 */
static bool read_quarter(const struct figure_scan *scan, const struct number *at,
                         struct figure *figure)
{
    static const char *const halves[] = { "上半年", "下半年", NULL };
    struct number quarter = *at;
    size_t size;
    int half = figure_scan_any(scan, at->start, halves, &size);
    if (half >= 0) {
        figure->from.part = PART_HALF;
        figure->from.number = (unsigned char)(half + 1);
        figure->end = at->start + size;
        return true;
    }
    if (figure_scan_is(scan, at->start, "第"))
        quarter = read_number(scan, figure_scan_skip(scan, at->start + HAN));
    if (quarter.value < 1 || quarter.value > 4 || !figure_scan_is(scan, quarter.end, "季度"))
        return false;
    figure->from.part = PART_QUARTER;
    figure->from.number = (unsigned char)quarter.value;
    figure->end = quarter.end + 2 * HAN;
    return true;
}

static bool read_season(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char *const words[] = { "春季", "夏季", "秋季", "冬季", "春天",
                                         "夏天", "秋天", "冬天", NULL };
    size_t size;
    int season = figure_scan_any(scan, at, words, &size);
    if (season < 0)
        return false;
    figure->from.part = PART_SEASON;
    figure->from.number = (unsigned char)(season % 4 + 1);
    figure->end = at + size;
    return true;
}

/* What may follow a year: a month, a quarter, a season, 底. */
static void read_behind_year(const struct figure_scan *scan, struct figure *figure)
{
    size_t at = figure_scan_skip(scan, figure->end);
    if (figure_scan_is(scan, at, "的"))
        at += HAN;
    const struct number number = read_number(scan, at);
    if (!read_month(scan, &number, figure) && !read_quarter(scan, &number, figure) &&
        !read_season(scan, at, figure))
        read_part(scan, figure);
}

/* 1990年代, 90年代 */
static bool read_decade(long year, struct figure *figure, size_t end)
{
    if (year % 10 != 0 || (year >= 100 && year < 1000))
        return false;
    figure->from.year = (int)(year >= 1000 ? year : year >= 30 ? 1900 + year : 2000 + year);
    figure->from.part = PART_DECADE;
    figure->end = end;
    return true;
}

static bool read_year(const struct figure_scan *scan, const struct number *year,
                      struct figure *figure)
{
    if (year->value < 10 || !figure_scan_is(scan, year->end, "年"))
        return false;
    if (figure_scan_is(scan, year->end, "年代"))
        return read_decade(year->value, figure, year->end + 2 * HAN);
    if (!year->spelled || (year->places != 4 && year->places != 2))
        return false;
    figure->end = year->end + HAN;
    figure->from.year = (int)year->value;
    if (year->places == 2) {
        /* 13年6月 is a date, 13年 is a time. */
        const struct number month = read_number(scan, figure_scan_skip(scan, figure->end));
        figure->from.year += year->value < 70 ? 2000 : 1900;
        return read_month(scan, &month, figure);
    }
    if (year->value < 1000 || year->value >= 3000)
        return false;
    read_behind_year(scan, figure);
    return true;
}

/* ---- told from the publication date ---- */

static bool read_told_year(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char *const words[] = { "前年", "去年", "今年", "明年", "本年度", NULL };
    static const signed char offsets[] = { -2, -1, 0, 1, 0 };
    size_t size;
    int told = figure_scan_any(scan, at, words, &size);
    /* 以前年 and 目前年 are others. */
    bool other = figure_scan_was(scan, at, "以") || figure_scan_was(scan, at, "目");
    if (told < 0 || (told == 0 && other))
        return false;
    figure->from.year = scan->published.year + offsets[told];
    figure->end = at + size;
    read_behind_year(scan, figure);
    return true;
}

static bool read_told_month(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char *const words[] = {
        "上个月", "上月", "本月", "这个月", "下个月", "下月", NULL
    };
    static const signed char offsets[] = { -1, -1, 0, 0, 1, 1 };
    size_t size;
    int told = figure_scan_any(scan, at, words, &size);
    if (told < 0 || scan->published.month == 0)
        return false;
    figure->from.year = scan->published.year;
    figure->from.month = scan->published.month;
    figure_date_add_months(&figure->from, offsets[told]);
    figure->end = at + size;
    read_day(scan, figure);
    return true;
}

static bool read_weekday(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char *const weeks[] = { "周",   "星期", "礼拜",   "本周",
                                         "这周", "上周", "上星期", NULL };
    static const char *const days[] = { "一", "二", "三", "四", "五", "六", "日", "天", NULL };
    size_t size, day_size;
    int week = figure_scan_any(scan, at, weeks, &size);
    int day = week >= 0 ? figure_scan_any(scan, at + size, days, &day_size) : -1;
    if (day < 0 || scan->published.day == 0)
        return false;
    size_t end = at + size + day_size;
    if (figure_scan_was(scan, at, "一") || figure_scan_is(scan, end, "年") ||
        figure_scan_is(scan, end, "个") || figure_scan_is(scan, end, "次"))
        return false;
    figure->from = figure_calendar_weekday(scan, day > 6 ? 6 : day);
    if (week >= 5 && figure_date_weekday(&scan->published) >= figure_date_weekday(&figure->from))
        figure_date_add_days(&figure->from, -7);
    figure->end = end;
    return true;
}

/* 4日: the last such day up to the publication. */
static bool read_told_day(const struct figure_scan *scan, const struct number *day,
                          struct figure *figure)
{
    static const char *const others[] = { "日元", "日圆", "日本", "日报", "日内", "号称", NULL };
    size_t size;
    if (scan->published.day == 0 || day->value < 1 || day->value > 31 ||
        figure_scan_any(scan, day->end, others, &size) >= 0 ||
        (!figure_scan_is(scan, day->end, "日") && !figure_scan_is(scan, day->end, "号")))
        return false;
    figure->from = scan->published;
    if (day->value > scan->published.day)
        figure_date_add_months(&figure->from, -1);
    figure->from.day = (unsigned char)day->value;
    figure->end = day->end + HAN;
    return true;
}

static bool read_told(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    if (scan->published.year == 0)
        return false;
    return read_told_year(scan, at, figure) || read_told_month(scan, at, figure) ||
           read_weekday(scan, at, figure);
}

bool figure_calendar_han(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    const struct number number = read_number(scan, at);
    if (!read_year(scan, &number, figure) && !read_month(scan, &number, figure) &&
        !read_quarter(scan, &number, figure) && !read_told_day(scan, &number, figure) &&
        !read_told(scan, at, figure))
        return false;
    if (!figure_date_is_valid(&figure->from))
        return false;
    figure->kind = FIGURE_DATE;
    figure->until = figure->from;
    const char *unit = figure_date_unit(&figure->from);
    figure_set_unit(figure, unit, strlen(unit));
    if (figure->from.year == 0 && figure->from.month > 0)
        figure_calendar_resolve(scan, figure);
    return true;
}
