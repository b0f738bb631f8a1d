#include "figure/figure_calendar_han.h"

#include <string.h>

#include "text/digit.h"
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
    if (figure->from.year > 0 || month == 0 || scan->published.year == 0 ||
        !figure_scan_word_before(scan, figure->start, &word))
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

void figure_calendar_quarter(const struct figure_scan *scan, int offset, struct figure *figure)
{
    struct figure_date date = { .year = scan->published.year, .month = scan->published.month };
    figure_date_add_months(&date, 3 * offset);
    figure->from = (struct figure_date){ .year = date.year, .part = PART_QUARTER };
    figure->from.number = (unsigned char)((date.month + 2) / 3);
}

struct figure_date figure_calendar_day(const struct figure_scan *scan, int day)
{
    struct figure_date date = scan->published;
    if (day > date.day && date.year > 0)
        figure_date_add_months(&date, -1);
    else if (day > date.day)
        date.month = (unsigned char)(date.month > 1 ? date.month - 1 : 12);
    date.day = (unsigned char)day;
    return date;
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
    /* 零八: numeral_read would begin at the eight */
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
    static const char words[] = "初 上旬 中 中旬 底 末 下旬 年初 年中 年底 年末 初期 中期 末期";
    static const unsigned char part_of[] = { PART_EARLY,  PART_EARLY, PART_MIDDLE, PART_MIDDLE,
                                             PART_LATE,   PART_LATE,  PART_LATE,   PART_EARLY,
                                             PART_MIDDLE, PART_LATE,  PART_LATE,   PART_EARLY,
                                             PART_MIDDLE, PART_LATE };
    /* “7月中国” has no 月中. */
    static const char others[] = "中国 中方 中央 中美 中午 中外 末日 初步 底部 中期选举";
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
        (figure_scan_is(scan, day.end, "日") || figure_scan_is(scan, day.end, "号") ||
         figure_scan_is(scan, day.end, "號"))) {
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
    static const char halves[] = "上半年 下半年";
    static const char firsts[] = "首季 首季度";
    struct number quarter = *at;
    size_t size;
    int half = figure_scan_any(scan, at->start, halves, &size);
    int first = half < 0 ? figure_scan_any(scan, at->start, firsts, &size) : -1;
    if (first >= 0) {
        figure->from.part = PART_QUARTER;
        figure->from.number = 1;
        figure->end = at->start + size;
        return true;
    }
    if (half >= 0) {
        figure->from.part = PART_HALF;
        figure->from.number = (unsigned char)(half + 1);
        figure->end = at->start + size;
        return true;
    }
    bool told = figure_scan_is(scan, at->start, "第");
    if (told)
        quarter = read_number(scan, figure_scan_skip(scan, at->start + HAN));
    bool wide = figure_scan_is(scan, at->start, "Ｑ");
    bool sign = wide || figure_scan_is(scan, at->start, "Q");
    if (sign)
        quarter = read_number(scan, at->start + (wide ? HAN : 1));
    bool full = figure_scan_is(scan, quarter.end, "季度");
    /* 第三季, but not 四季 */
    bool brief = told && figure_scan_is(scan, quarter.end, "季") &&
                 !figure_scan_is(scan, quarter.end, "季节");
    if (quarter.value < 1 || quarter.value > 4 || (!sign && !full && !brief))
        return false;
    figure->from.part = PART_QUARTER;
    figure->from.number = (unsigned char)quarter.value;
    figure->end =
        sign ? figure_scan_skip_back(scan, quarter.end) : quarter.end + (full ? 2 : 1) * HAN;
    return true;
}

static bool read_season(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char words[] = "春季 夏季 秋季 冬季 春天 夏天 秋天 冬天 春 夏 秋 冬";
    size_t size;
    int season = figure_scan_any(scan, at, words, &size);
    if (season < 0 ||
        (season > 7 && (figure->from.year == 0 ||
                        figure_scan_is_in(scan, at,
                                          "春节 春節 春运 春運 春晚 春耕 春秋 夏威 夏令 夏粮 秋收 "
                                          "秋粮 冬奥 冬奧 冬至 春分 秋分 夏至 立"))))
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

/* 1990年代, 90年代, 八十年代 */
static bool read_decade(long year, struct figure *figure, size_t end)
{
    if (year % 10 != 0 || year < 10 || (year >= 100 && year < 1000))
        return false;
    figure->from.year = (int)(year >= 1000 ? year : year >= 20 ? 1900 + year : 2000 + year);
    figure->from.part = PART_DECADE;
    figure->end = end;
    return true;
}

/* 19世纪, 19世纪70年代, 上世纪90年代, 本世纪初 */
static bool read_century(const struct figure_scan *scan, const struct number *at,
                         struct figure *figure)
{
    static const char told[] = "上世纪 上世紀 上个世纪 上個世紀";
    static const char names[] = "世纪 世紀";
    size_t size;
    long number = at->value;
    size_t end = at->end;
    bool last = figure_scan_any(scan, at->start, told, &size) >= 0;
    /* 十二、十三世纪 */
    if (!last && number > 1 && number < 30 &&
        figure_scan_is_in(scan, end, "、 至 到 和 与 － — -")) {
        const struct number next =
            read_number(scan, end + (figure_scan_is(scan, end, "-") ? 1 : HAN));
        if (next.value > number && next.value < 30 &&
            figure_scan_any(scan, next.end, names, &size) >= 0) {
            figure->from = (struct figure_date){ .year = (int)((number - 1) * 100),
                                                 .part = PART_CENTURY };
            figure->end = end;
            return true;
        }
    }
    if (last) {
        number = 20;
        end = at->start + size;
    } else if (figure_scan_any(scan, end, names, &size) >= 0 && number >= 1 && number <= 30) {
        end += size;
    } else {
        return false;
    }
    const struct number decade = read_number(scan, figure_scan_skip(scan, end));
    if (decade.value >= 10 && decade.value < 100 && decade.value % 10 == 0 &&
        figure_scan_is(scan, decade.end, "年代")) {
        figure->from.year = (int)((number - 1) * 100 + decade.value);
        figure->from.part = PART_DECADE;
        figure->end = decade.end + 2 * HAN;
        return true;
    }
    figure->from.year = (int)((number - 1) * 100);
    figure->from.part = PART_CENTURY;
    figure->end = end;
    return !last && number > 1;
}

/* 07年, 零八年; 98年 where no time is meant: that has 前 or 的历史 behind it. */
static bool is_short_year(const struct figure_scan *scan, const struct number *year, size_t end)
{
    size_t digit;
    bool zero = figure_scan_is(scan, year->start, "零") ||
                figure_scan_is(scan, year->start, "〇") ||
                (digit_at(scan->text, scan->to, year->start, &digit) == 0);
    if (zero)
        return year->value < 20;
    return year->value >= 80 &&
           !figure_scan_is_in(
               scan, end,
               "前 后 後 来 來 间 間 之 内 內 以 期 历史 歷史 多 左右 的 里 半 了 时间 ， 。 、");
}

/* 民國104年, 平成二十年, 康熙五十年: the era stands before the number. */
static bool read_era(const struct figure_scan *scan, const struct number *year,
                     struct figure *figure)
{
    static const char eras[] =
        "民國 民国 昭和 平成 令和 光绪 光緒 乾隆 康熙 道光 咸丰 咸豐 同治 宣统 宣統 雍正 顺治 順治 嘉庆 嘉慶 万历 萬曆 崇祯 崇禎 洪武 永乐 永樂 大正 明治";
    static const short before[] = { 1911, 1911, 1925, 1988, 2018, 1874, 1874, 1735, 1661, 1820,
                                    1850, 1850, 1861, 1908, 1908, 1722, 1643, 1643, 1795, 1795,
                                    1572, 1572, 1627, 1627, 1367, 1402, 1402, 1911, 1867 };
    size_t size;
    if (year->value < 1 || year->value > 200 || !figure_scan_is(scan, year->end, "年"))
        return false;
    size_t at = figure_scan_skip_back(scan, year->start);
    int era = figure_scan_any_before(scan, at, eras, &size);
    if (era < 0)
        return false;
    figure->start = at - size;
    figure->from.year = (int)year->value + before[era];
    figure->end = year->end + HAN;
    read_behind_year(scan, figure);
    return true;
}

/* 财年 度 behind a year. */
static size_t year_sign(const struct figure_scan *scan, size_t at)
{
    static const char signs[] = "年度 财年 財年 财政年度 財政年度 学年 學年 年";
    size_t size;
    return figure_scan_any(scan, at, signs, &size) >= 0 ? size : 0;
}

static bool read_year(const struct figure_scan *scan, const struct number *year,
                      struct figure *figure)
{
    size_t sign = year->value >= 0 ? year_sign(scan, year->end) : 0;
    bool four = year->spelled && year->places == 4;
    /* 2015Q3, 2019下半年 */
    if (four && sign == 0 && year->value >= 1900 && year->value < 2100 && year->end < scan->to) {
        const struct number quarter = { -1, year->end, year->end, false, 0 };
        figure->from.year = (int)year->value;
        return read_quarter(scan, &quarter, figure);
    }
    if (sign == 0)
        return false;
    if (figure_scan_is(scan, year->end, "年代"))
        return read_decade(year->value, figure, year->end + 2 * HAN);
    figure->end = year->end + sign;
    figure->from.year = (int)year->value;
    /* 两千零八年 */
    if (!year->spelled && year->value >= 1900 && year->value < 2100 && sign == HAN) {
        read_behind_year(scan, figure);
        return figure_scan_is(scan, year->start, "两千") ||
               figure_scan_is(scan, year->start, "二千") ||
               figure_scan_is(scan, year->start, "一千九");
    }
    /* 105年1月16日, as Taiwan counts: from 1912 on */
    if (year->spelled && year->places == 3 && year->value >= 90 && year->value < 150) {
        const struct number month = read_number(scan, figure_scan_skip(scan, figure->end));
        figure->from.year += 1911;
        return read_month(scan, &month, figure);
    }
    /* 贞观元年（627年） */
    if (year->spelled && year->places == 3 && figure_scan_was_in(scan, year->start, "（ (") &&
        figure_scan_is_in(scan, figure->end, "） ) ， —"))
        return true;
    bool short_zero =
        figure_scan_is(scan, year->start, "零") || figure_scan_is(scan, year->start, "〇");
    if (!short_zero && (!year->spelled || (year->places != 4 && year->places != 2)))
        return false;
    if (short_zero || year->places == 2) {
        /* 13年6月 is a date, 13年 is a time. */
        const struct number month = read_number(scan, figure_scan_skip(scan, figure->end));
        if (year->value >= 100)
            return false;
        figure->from.year += year->value < 70 ? 2000 : 1900;
        return read_month(scan, &month, figure) || is_short_year(scan, year, figure->end);
    }
    if (year->value < 1000 || year->value >= 3000)
        return false;
    read_behind_year(scan, figure);
    return true;
}

/* ---- told from the publication date ---- */

static bool read_told_year(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char words[] = "前年 去年 今年 明年 本年度 后年 後年";
    static const signed char offsets[] = { -2, -1, 0, 1, 0, 2, 2 };
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
    static const char words[] = "上个月 上月 本月 这个月 下个月 下月 上個月 這個月 下個月";
    static const signed char offsets[] = { -1, -1, 0, 0, 1, 1, -1, 0, 1 };
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

/* 上季度, 本季度 */
static bool read_told_quarter(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char words[] = "上季度 上个季度 本季度 下季度 下个季度 上一季度";
    static const signed char offsets[] = { -1, -1, 0, 1, 1, -1 };
    size_t size;
    int told = figure_scan_any(scan, at, words, &size);
    if (told < 0 || scan->published.month == 0)
        return false;
    figure_calendar_quarter(scan, offsets[told], figure);
    figure->end = at + size;
    return true;
}

/* 今天, 当天 */
static bool read_today(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char words[] = "今天 今日 当天 当日 今晚 今早 今晨 当晚";
    size_t size;
    if (!scan->today || scan->published.day == 0 || figure_scan_any(scan, at, words, &size) < 0)
        return false;
    figure->from = scan->published;
    figure->end = at + size;
    return true;
}

/* 昨天, 明天 */
static bool read_told_days(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char words[] = "昨天 昨日 明天 明日 前天 后天 後天 昨晚 昨夜 昨晨 明晚 明早 明晨";
    static const signed char offsets[] = { -1, -1, 1, 1, -2, 2, 2, -1, -1, -1, 1, 1, 1 };
    size_t size;
    int told = figure_scan_any(scan, at, words, &size);
    if (told < 0 || scan->published.day == 0)
        return false;
    figure->from = scan->published;
    figure_date_add_days(&figure->from, offsets[told]);
    figure->end = at + size;
    return true;
}

/* 周二: the last one up to the publication; 上周二 and 下周二 of the weeks beside it. */
static bool read_weekday(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char weeks[] = "周 星期 礼拜 本周 这周 上周 上星期 下周 下星期 週 禮拜 本週 這週 上週 下週 上礼拜 下礼拜";
    static const signed char offsets[] = { 0, 0, 0, 0, 0, -1, -1, 1, 1, 0, 0, 0, 0, -1, 1, -1, 1 };
    static const char days[] = "一 二 三 四 五 六 日 天";
    static const char behind[] = "年 个 個 次 期 岁";
    size_t size, day_size;
    int week = figure_scan_any(scan, at, weeks, &size);
    int day = week >= 0 ? figure_scan_any(scan, at + size, days, &day_size) : -1;
    if (day < 0 || scan->published.day == 0)
        return false;
    size_t end = at + size + day_size;
    day = day > 6 ? 6 : day;
    if (figure_scan_was(scan, at, "一") || figure_scan_any(scan, end, behind, &size) >= 0)
        return false;
    figure->from = figure_calendar_weekday(scan, day);
    if (offsets[week] != 0) {
        figure->from = scan->published;
        figure_date_add_days(&figure->from,
                             day - figure_date_weekday(&scan->published) + 7 * offsets[week]);
    }
    figure->end = end;
    return true;
}

/* 4日: the last such day up to the publication. */
static bool read_told_day(const struct figure_scan *scan, const struct number *day,
                          struct figure *figure)
{
    if (scan->published.day == 0 || day->value < 1 || day->value > 31 ||
        figure_scan_is_in(scan, day->end,
                          "日元 日圆 日本 日报 日内 号称 号楼 号线 号馆 号门 号厂 号房 号院 号机 "
                          "号店 号矿 号文 日后 日均") ||
        (!figure_scan_is(scan, day->end, "日") && !figure_scan_is(scan, day->end, "号")) ||
        figure_scan_was(scan, day->start, "第"))
        return false;
    figure->from = figure_calendar_day(scan, (int)day->value);
    figure->end = day->end + HAN;
    return true;
}

static bool read_told(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    if (scan->published.year == 0)
        return false;
    return read_told_year(scan, at, figure) || read_told_month(scan, at, figure) ||
           read_told_quarter(scan, at, figure) ||
           read_told_days(scan, at, figure) || read_today(scan, at, figure) ||
           read_weekday(scan, at, figure);
}

bool figure_calendar_han(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    const struct number number = read_number(scan, at);
    if (!read_era(scan, &number, figure) && !read_century(scan, &number, figure) &&
        !read_year(scan, &number, figure) && !read_month(scan, &number, figure) &&
        !read_quarter(scan, &number, figure) && !read_told_day(scan, &number, figure) &&
        !read_told(scan, at, figure))
        return false;
    if (!figure_date_is_valid(&figure->from))
        return false;
    figure_set_date(figure);
    if (figure->from.year == 0 && figure->from.month > 0)
        figure_calendar_resolve(scan, figure);
    return true;
}
