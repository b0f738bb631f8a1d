#include "figure/figure_calendar.h"

#include <string.h>

#include "text/digit.h"
#include "text/numeral.h"

#define HAN strlen("年")

/* 底 初 末 中旬 behind a month or year; but “7月中国” has no 月中. */
static void read_part(const struct figure_scan *scan, struct figure *figure)
{
    static const char words[] = "初=1 上旬=1 中=2 中旬=2 底=3 末=3 下旬=3 年初=1 年中=2 年底=3 年末=3 初期=1 中期=2 "
                                "末期=3 中国=0 中方=0 中央=0 中美=0 中午=0 中外=0 末日=0 初步=0 底部=0 中期选举=0";
    size_t size;
    int part = figure_scan_any(scan, figure->end, words, &size);
    if (part > 0) {
        figure->from.part = (unsigned char)(PART_EARLY + part - 1);
        figure->end += size;
    }
}

/* The day behind a month. */
static void read_day(const struct figure_scan *scan, struct figure *figure)
{
    size_t at = figure_scan_skip(scan, figure->end);
    (void)figure_scan_over(scan, &at, "的");
    const struct calendar_number day = figure_calendar_whole(scan, at);
    size_t tied = day.past;
    bool fits = day.value >= 1 && day.value <= 31;
    if (fits && figure_scan_is_in(scan, day.end, "日 号 號")) {
        figure->from.day = (unsigned char)day.value;
        figure->end = day.end + HAN;
    } else if (fits && figure_scan_over(scan, &tied, "- – ~ ～ 至 到") && /* 3月5-8日 */
               figure_scan_is_in(scan, figure_calendar_whole(scan, tied).end, "日 号 號")) {
        figure->from.day = (unsigned char)day.value;
        figure->end = day.past;
    } else {
        read_part(scan, figure);
    }
}

/* N月, with what follows. */
static bool read_month(const struct figure_scan *scan, const struct calendar_number *month,
                       struct figure *figure)
{
    static const char lunar[] = "农历 農曆 阴历 陰曆 旧历 舊曆 夏历 年农历 农历闰 农历的";
    size_t end = month->end;
    if (month->value < 1 || month->value > 12 || figure_scan_is(scan, month->start, "两") ||
        !figure_scan_is(scan, end, "月") || figure_scan_was_in(scan, month->start, lunar) ||
        figure_scan_is_in(scan, end, "月球 月票 月初一 月初二 月初三 月初四 月初五 月初六 月初七 月初八 月初九 月初十"))
        return false;
    (void)figure_scan_over(scan, &end, "月 月份");
    figure->from.month = (unsigned char)month->value;
    figure->end = end;
    read_day(scan, figure);
    return true;
}

/* 第二季度, 二季度, 首季, 第三季, but not 四季; Q3; 上半年 */
static bool read_quarter(const struct figure_scan *scan, const struct calendar_number *at,
                         struct figure *figure)
{
    struct calendar_number quarter = *at;
    size_t size, start = at->start;
    int told = figure_scan_any(scan, start, "首季=1 首季度=1 上半年=11 下半年=12", &size);
    if (size > 0)
        return figure_calendar_set(figure, told > 10 ? PART_HALF : PART_QUARTER, told % 10,
                                   start + size);
    bool ordinal = figure_scan_over(scan, &start, "第");
    bool sign = !ordinal && figure_scan_over(scan, &start, "Q Ｑ");
    if (ordinal || sign)
        quarter = figure_calendar_whole(scan, ordinal ? figure_scan_skip(scan, start) : start);
    size_t end = quarter.end;
    bool named = figure_scan_over(scan, &end, "季度") ||
                 (ordinal && !figure_scan_is(scan, end, "季节") && figure_scan_over(scan, &end, "季"));
    return quarter.value >= 1 && quarter.value <= 4 && (sign || named) &&
           figure_calendar_set(figure, PART_QUARTER, (int)quarter.value,
                               sign ? quarter.past : end);
}

/* 春季; 春 behind a year, but not 春节. */
static bool read_season(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char words[] = "春季=1 夏季=2 秋季=3 冬季=4 春天=1 夏天=2 秋天=3 冬天=4 春=5 夏=6 秋=7 冬=8 春节=0 "
                                "春節=0 春运=0 春運=0 春晚=0 春耕=0 春秋=0 夏威=0 夏令=0 夏粮=0 秋收=0 秋粮=0 冬奥=0 冬奧=0 "
                                "冬至=0 春分=0 秋分=0 夏至=0";
    size_t size;
    int season = figure_scan_any(scan, at, words, &size);
    return season > 0 && (season <= 4 || figure->from.year != 0) &&
           figure_calendar_set(figure, PART_SEASON, (season - 1) % 4 + 1, at + size);
}

/* What may follow a year: a month, a quarter, a season, 底. */
static void read_behind_year(const struct figure_scan *scan, struct figure *figure)
{
    size_t at = figure_scan_skip(scan, figure->end);
    (void)figure_scan_over(scan, &at, "的");
    const struct calendar_number number = figure_calendar_whole(scan, at);
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
    return figure_calendar_set(figure, PART_DECADE, 0, end);
}

/* 19世纪, 19世纪70年代, 上世纪90年代, 本世纪初 */
static bool read_century(const struct figure_scan *scan, const struct calendar_number *at,
                         struct figure *figure)
{
    static const char told[] = "上世纪=20 上世紀=20 上个世纪=20 上個世紀=20 本世纪=21 本世紀=21";
    size_t size;
    int last = figure_scan_any(scan, at->start, told, &size);
    long number = last > 0 ? last : at->value;
    size_t end = last > 0 ? at->start + size : at->end, tied = end;
    const struct figure_date first = { .year = (int)((number - 1) * 100) };
    /* 十二、十三世纪 */
    if (last < 0 && number > 1 && number < 30 && figure_scan_over(scan, &tied, "、 至 到 和 与 － — -")) {
        const struct calendar_number next = figure_calendar_whole(scan, tied);
        if (next.value > number && next.value < 30 && figure_scan_is_in(scan, next.end, "世纪 世紀")) {
            figure->from = first;
            return figure_calendar_set(figure, PART_CENTURY, 0, end);
        }
    }
    if (last < 0 && (number < 1 || number > 30 || !figure_scan_over(scan, &end, "世纪 世紀")))
        return false;
    const struct calendar_number decade = figure_calendar_whole(scan, figure_scan_skip(scan, end));
    bool of = decade.value >= 10 && decade.value < 100 && decade.value % 10 == 0 &&
              figure_scan_is(scan, decade.end, "年代");
    figure->from.year = first.year + (of ? (int)decade.value : 0);
    (void)figure_calendar_set(figure, of ? PART_DECADE : PART_CENTURY, 0, of ? decade.end + 2 * HAN : end);
    return of || (last < 0 && number > 1);
}

/* 07年, 零八年; 98年 where no time is meant: that has 前 or 的历史 behind it. */
static bool is_short_year(const struct figure_scan *scan, const struct calendar_number *year,
                          size_t end)
{
    static const char lasting[] = "前 后 後 来 來 间 間 之 内 內 以 期 历史 歷史 多 左右 的 里 半 了 时间 ， 。 、";
    size_t digit;
    return figure_scan_is_in(scan, year->start, "零 〇") ||
                   digit_at(scan->text, scan->to, year->start, &digit) == 0
               ? year->value < 20
               : year->value >= 80 && !figure_scan_is_in(scan, end, lasting);
}

/* Years before the first of an era, and what is counted in it. */
static const char eras[] = "民國=1911 民国=1911 昭和=1925 平成=1988 令和=2018 光绪=1874 光緒=1874 乾隆=1735 "
                           "康熙=1661 道光=1820 咸丰=1850 咸豐=1850 同治=1861 宣统=1908 宣統=1908 雍正=1722 "
                           "顺治=1643 順治=1643 嘉庆=1795 嘉慶=1795 万历=1572 萬曆=1572 崇祯=1627 崇禎=1627 "
                           "洪武=1367 永乐=1402 永樂=1402 大正=1911 明治=1867 贞观=626 貞觀=626 开元=712 開元=712 "
                           "天宝=741 天寶=741 熙宁=1067 元丰=1077 靖康=1125 绍兴=1130 宣德=1425 成化=1464 弘治=1487 "
                           "正德=1505 嘉靖=1521 隆庆=1566 天启=1620 建文=1398 正统=1435 庆历=1040 武德=617 永徽=649 显庆=655 "
                           "大历=765 贞元=784 元和=805 长庆=820 会昌=840 大中=846 咸通=859 建隆=959 开宝=967 太平兴国=975 "
                           "淳化=989 咸平=997 景德=1003 大中祥符=1007 天禧=1016 天圣=1022 皇祐=1048 嘉祐=1055 治平=1063 "
                           "元祐=1085 崇宁=1101 政和=1110 宣和=1118 建炎=1126 乾道=1164 淳熙=1173 绍熙=1189 庆元=1194 "
                           "嘉定=1207 淳祐=1240 咸淳=1264 大德=1296 延祐=1313 至正=1340 建安=195 黄初=219 永平=57";

size_t figure_calendar_era(const struct figure_scan *scan, size_t at)
{
    size_t size;
    (void)figure_scan_any(scan, at, eras, &size);
    return size > 0 ? figure_scan_skip(scan, at + size) - at : 0;
}

/* 民國104年, 平成二十年, 洪武元年: the era stands before the number. */
static bool read_era(const struct figure_scan *scan, const struct calendar_number *year,
                     struct figure *figure)
{
    size_t size, end = year->end;
    bool first = year->value < 0 && figure_scan_over(scan, &end, "元");
    long number = first ? 1 : year->value;
    if (number < 1 || number > 200 || !figure_scan_over(scan, &end, "年 载"))
        return false;
    size_t at = figure_scan_skip_back(scan, year->start);
    int before = figure_scan_any_before(scan, at, eras, &size);
    if (size == 0)
        return false;
    figure->start = at - size;
    figure->from.year = (int)number + before;
    figure->end = end;
    read_behind_year(scan, figure);
    return true;
}

static bool read_year(const struct figure_scan *scan, const struct calendar_number *year,
                      struct figure *figure)
{
    size_t end = year->end;
    bool sign = year->value >= 0 &&
                figure_scan_over(scan, &end, "年度 财年 財年 财政年度 財政年度 学年 學年 年");
    bool recent = year->value >= 1900 && year->value < 2100;
    /* 2015Q3, 2019下半年 */
    if (year->spelled && year->places == 4 && !sign && recent && end < scan->to) {
        const struct calendar_number quarter = { .value = -1, .start = end, .end = end };
        figure->from.year = (int)year->value;
        return read_quarter(scan, &quarter, figure);
    }
    if (!sign)
        return false;
    if (figure_scan_is(scan, year->end, "年代"))
        return read_decade(year->value, figure, year->end + 2 * HAN);
    figure->end = end;
    figure->from.year = (int)year->value;
    if (!year->spelled && recent && end - year->end == HAN) {
        read_behind_year(scan, figure);
        return figure_scan_is_in(scan, year->start, "两千 二千 一千九");
    }
    const struct calendar_number month = figure_calendar_whole(scan, figure_scan_skip(scan, end));
    /* 105年1月16日, as Taiwan counts: from 1912 on */
    if (year->spelled && year->places == 3 && year->value >= 90 && year->value < 150) {
        figure->from.year += 1911;
        return read_month(scan, &month, figure);
    }
    /* 贞观元年（627年） */
    if (year->spelled && year->places == 3 &&
        figure_scan_was_in(scan, year->start, "（ ( 年－ 年— 年- 年–") &&
        figure_scan_is_in(scan, end, "） ) ， — － - –"))
        return true;
    /* 13年6月 is a date, 13年 is a time. */
    bool zero = figure_scan_is_in(scan, year->start, "零 〇");
    if (zero || (year->spelled && year->places == 2)) {
        figure->from.year = figure_calendar_full((int)year->value, 2);
        return year->value < 100 &&
               (read_month(scan, &month, figure) || read_quarter(scan, &month, figure) ||
                is_short_year(scan, year, end));
    }
    if (!year->spelled || year->places != 4 || year->value < 1000 || year->value >= 3000)
        return false;
    read_behind_year(scan, figure);
    return true;
}

/* ---- told from the publication date ---- */

/* 去年, 上个月, 昨天, 今晚; 以前年 and 目前年 are others. */
static bool read_told(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char *const words[TOLD_KINDS] = {
        "前年=-2 去年=-1 今年=0 明年=1 本年度=0 后年=2 後年=2",
        "上个月=-1 上月=-1 本月=0 这个月=0 下个月=1 下月=1 上個月=-1 這個月=0 下個月=1",
        "上季度=-1 上个季度=-1 上一季度=-1 本季度=0 下季度=1 下个季度=1",
        ("昨天=-1 昨日=-1 明天=1 明日=1 前天=-2 大前天=-3 后天=2 大后天=3 後天=2 昨晚=-1 昨夜=-1 昨晨=-1 明晚=1 明早=1 明晨=1 "
         "今天=0 今日=0 当天=0 当日=0 今晚=0 今早=0 今晨=0 当晚=0")
    };
    size_t size = 0;
    int kind = -1, offset = 0;
    while (size == 0 && ++kind < TOLD_KINDS)
        offset = figure_scan_any(scan, at, words[kind], &size);
    figure->end = at + size;
    if (size == 0 || !figure_calendar_told(scan, (enum calendar_told)kind, offset, figure))
        return false;
    if (kind == TOLD_MONTH)
        read_day(scan, figure);
    else if (kind == TOLD_YEAR)
        read_behind_year(scan, figure);
    return kind == TOLD_DAY ? offset != 0 || scan->today
                            : kind != TOLD_YEAR || offset != -2 ||
                                  !figure_scan_was_in(scan, at, "以 目");
}

#define LAST_WEEKDAY 9

/* 周二: the last one up to the publication; 上周二 and 下周二 of the weeks beside it. */
static bool read_weekday(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char weeks[] = "周=9 星期=9 礼拜=9 本周=0 这周=0 本星期=0 这星期=0 这个星期=0 上周=-1 上星期=-1 上个星期=-1 "
                                "下周=1 下星期=1 下个星期=1 週=9 禮拜=9 本週=0 這週=0 上週=-1 下週=1 上礼拜=-1 下礼拜=1 "
                                "上个礼拜=-1 下个礼拜=1 这个礼拜=0";
    size_t size, day_size;
    int week = figure_scan_any(scan, at, weeks, &size);
    int day = size > 0 ? figure_scan_any(scan, at + size, "一 二 三 四 五 六 日=6 天=6", &day_size) : -1;
    if (day < 0 || scan->published.year == 0 || scan->published.day == 0)
        return false;
    figure->end = at + size + day_size;
    figure->from = figure_calendar_weekday(scan, day);
    if (figure_scan_was(scan, at, "一") || figure_scan_is_in(scan, figure->end, "年 个 個 次 期 岁"))
        return false;
    return week == LAST_WEEKDAY ||
           figure_calendar_told(scan, TOLD_DAY,
                                day - figure_date_weekday(&scan->published) + 7 * week, figure);
}

/* 4日: the last such day up to the publication. */
static bool read_told_day(const struct figure_scan *scan, const struct calendar_number *day,
                          struct figure *figure)
{
    static const char others[] = "日元 日圆 日本 日报 日内 号称 号楼 号线 号馆 号门 号厂 号房 号院 号机 号店 号矿 号文 日后 日均";
    if (scan->published.day == 0 || day->value < 1 || day->value > 31 ||
        !figure_scan_is_in(scan, day->end, "日 号") || figure_scan_is_in(scan, day->end, others) ||
        figure_scan_was_in(scan, day->start, "第 连续 連續"))
        return false;
    /* 一日停班的损失: for a day; but 三日上午 */
    if ((unsigned char)scan->text[day->start] >= 0xE3 &&
        !figure_scan_is_in(scan, day->end + HAN, "上午 下午 晚 凌晨 早 中午 电 電 零时 零時 夜"))
        return false;
    figure->from = figure_calendar_day(scan, (int)day->value);
    figure->end = day->end + HAN;
    return true;
}

bool figure_calendar_han(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char firsts[] = "元年 上 下 本 这 這 前 去 今 明 昨 后 後 大 当 周 星 礼 週 禮 首 第 Q Ｑ";
    const struct calendar_number number = figure_calendar_whole(scan, at);
    if (number.value < 0 && !figure_scan_is_in(scan, at, firsts))
        return false;
    return read_era(scan, &number, figure) || read_century(scan, &number, figure) ||
           read_year(scan, &number, figure) || read_month(scan, &number, figure) ||
           read_quarter(scan, &number, figure) || read_told_day(scan, &number, figure) ||
           (number.value < 0 &&
            (read_told(scan, at, figure) || read_weekday(scan, at, figure)));
}
