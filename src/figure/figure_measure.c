#include "figure/figure_measure.h"

#include <string.h>

#include "figure/figure_compound.h"
#include "figure/figure_count.h"
#include "figure/figure_hedge.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define WORDS_BEFORE 6
#define PRICE_REACH 24   /* bytes back to 每 */
#define COUNT(table) (sizeof(table) / sizeof *(table))
#define DEGREES_REACH 40 /* bytes back to 气温 */

/* ---- time ---- */

/* "a year" measures in “a year ago” and “inside a year”, not in “twice a year”. */
static bool measures_english(const struct figure_scan *scan, size_t start, size_t end)
{
    static const char before[] =
        "in within inside than over about around nearly almost under least only just single past "
        "every for took takes roughly take lasted after lasting last";
    return figure_scan_word_before_in(scan, start, before) ||
           figure_scan_word_in(scan, end, "ago later earlier");
}

/* Whether a duration of one or a half is meant as one. */
static bool is_time(const struct figure_scan *scan, const struct figure_term *term,
                    const struct figure *figure)
{
    static const char han_before[] = "过去 近 超过 不到 约 仅 短短 为期 历时 每隔 至少 未来 今后 仅用 只用 用了 "
                                     "花了 過去 為期 歷時 超過";
    static const char han_behind[] = "之内 之內 内 內 以内 以內 里 裡 之后 之後 后 後 之前 前 多 半 间 間 有余 余 以来 來 期";
    size_t before = figure_scan_skip_back(scan, figure->start);
    if (figure_term_is_half(term))
        return !figure_scan_was_in(scan, figure->start, "上 下 前 后 後 大");
    if (!figure_term_is_one(term) || decimal_compare(figure->low, decimal_of(1, 0)) != 0)
        return true;
    if (term->numeral.kind != NUMERAL_HAN)
        return measures_english(scan, figure->start, figure->end);
    return figure_scan_was_in(scan, before, han_before) ||
           (figure_scan_is_in(scan, figure->end, han_behind) &&
            !figure_scan_was_in(scan, before, "前 同 那 这 這 每"));
}

/* 15 years ago, 一年多前, but not 前往; the publication date gives it a date. */
static void read_ago(const struct figure_scan *scan, struct figure *figure)
{
    size_t size;
    struct figure_date date = scan->published;
    long count = decimal_whole(figure->low, 9999);
    int months = wordlist_find(figure->unit, "year=12 month=1", 0);
    int days = wordlist_find(figure->unit, "day=1 week=7", 0);
    if (!figure_scan_word_in(scan, figure->end, "ago") &&
        figure_scan_any(scan, figure->end, "前 之前 以前 前往=-1 前来=-1 前夕=-1", &size) < 0)
        return;
    figure->hedges |= HEDGE_AGO;
    if (date.year == 0 || count < 0 || figure->range || (months == 0 && (days == 0 || date.day == 0)))
        return;
    if (months > 0)
        figure_date_add_months(&date, -count * months);
    else
        figure_date_add_days(&date, -count * days);
    date.day = days != 1 ? 0 : date.day;
    date.month = months == 12 && count >= 5 ? 0 : date.month;
    figure->resolved = date;
}

/* ---- what the words around decide ---- */

static bool is_near_before(const struct figure_scan *scan, size_t at, const char *words)
{
    struct latinword word;
    for (int i = 0; i < WORDS_BEFORE; i++) {
        while (at > scan->from && strchr(" \n,$", scan->text[at - 1]) != NULL)
            at--;
        if (!latinword_before(scan->text, scan->from, at, &word)) {
            /* over digits, as of another sum */
            if (at == scan->from || scan->text[at - 1] == '.' ||
                (unsigned char)scan->text[at - 1] >= 0x80)
                return false;
            at--;
            continue;
        }
        if (latinword_in(word.text, words))
            return true;
        at = word.start;
    }
    return false;
}

/* 361 million pounds, and pounds that are paid, are money. */
static bool are_pounds_money(const struct figure_scan *scan, const struct figure_term *low,
                             const struct figure_term *high, const struct figure *figure)
{
    static const char paying[] =
        "cost costs costing paid pay pays paying fined fine worth price priced prices sold sell "
        "sells selling earn earns earned spent spend spends raised raise bought buy bill loan "
        "lent donated salary wage wages fee fees rent profit loss budget invest invested owe "
        "owed owes charge charged won prize debt bid ticket tickets saved saving awarded "
        "inherited inherit inherits income tax grant funding damages compensation tuition";
    static const char receiving[] = "receive receives received receiving claim claims claimed refunded";
    static const char weighing[] = "weigh weighs weighed weighing lost lifted lift heavy carry carries";
    return strcmp(figure->unit, "lb") == 0 && figure_scan_was(scan, high->end, "pounds") &&
           !is_near_before(scan, low->start, weighing) &&
           (figure_scan_word_in(scan, high->end, "|a per|a year month week night head person") ||
            decimal_compare(figure->low, decimal_of(1, 6)) >= 0 || is_near_before(scan, low->start, paying) ||
            /* 50 pounds of flour are received as goods */
            (!figure_scan_is(scan, high->end, " of ") && is_near_before(scan, low->start, receiving)));
}

static bool is_speed(const struct figure_scan *scan, const struct figure_term *low)
{
    static const char verbs[] = "可达 不得 不能 最高 平均 高达 达到 提高到 提至 超过 约为 达 達 为 為 约 超 近 至 到";
    size_t size, at = figure_scan_skip_back(scan, low->start);
    for (int i = 0; i < 3; i++, at -= size) {
        if (figure_scan_was_in(scan, at, "时速 時速 每小时 每小時"))
            return true;
        if (figure_scan_any_before(scan, at, verbs, &size) < 0)
            return false;
    }
    return false;
}

/* One of `words` stands not far before the number. */
static bool is_told_before(const struct figure_scan *scan, const struct figure_term *low,
                           const char *words)
{
    return figure_scan_near_before(scan, low->number, DEGREES_REACH, words);
}

/* Degrees where a temperature is about, or below zero. */
static bool is_temperature(const struct figure_scan *scan, const struct figure_term *low,
                           const struct figure_term *high)
{
    static const char words[] =
        "temperature temperatures cold coldest hottest warmest coolest heat warm warmer cooler weather fever mercury thermometer "
        "below freezing hot minus celsius degrees outside thermostat oven bake roast preheat "
        "high low highs lows heated heating boil boils boiled melts melted melting fired cooled chilled";
    return low->low.negative || is_near_before(scan, low->start, words) ||
           figure_scan_is_in(scan, high->end, "_below_zero _above_zero _in_the_shade") ||
           is_told_before(scan, low, "温 溫 摄氏 零下 零上 加热 加熱 煮 烤 烧 燒 熔 冷却 炉 爐");
}

/* 180C (350F) */
static bool is_told_again(const struct figure_scan *scan, size_t at)
{
    size_t size;
    return figure_scan_any_before(scan, at, "( / （", &size) >= 0 &&
           figure_scan_was_in(scan, figure_scan_skip_back(scan, at - size), "C F ° ℃");
}

/* Of 12p, 30C and 70F whether they are pence and degrees. */
static bool is_letter_meant(const struct figure_scan *scan, const struct figure_term *low,
                            const struct figure_term *high, const struct figure *figure)
{
    static const char shares[] = "share Share £ pence dividend stock price fare a_pint cost _traded _trading in_the_pound";
    static const char lasting[] = "in after within of for to from than every about by takes took "
                                  "under over only just last least lasted another";
    const struct figure_unit *unit = high->unit;
    if (high->end == high->number_end + 1 && figure_scan_was(scan, high->end, "s"))
        return figure_scan_word_before_in(scan, low->start, lasting);
    if (unit != figure_unit_named("p"))
        return (unit != figure_unit_named("C") && unit != figure_unit_named("F")) ||
               is_temperature(scan, low, high) || figure->range ||
               is_told_again(scan, low->start) ||
               figure_scan_about(scan, figure->start, figure->end, "emperature Celsius Fahrenheit heatwave oven Oven Bake _bake Roast _roast Cook_ _cook_at");
    return figure_scan_about(scan, figure->start, figure->end, shares);
}

/* 11 cents behind C$3.3 million. */
static const char *cents_of(const struct figure_scan *scan, const struct figure *figure)
{
    static const char *const dollars[][2] = { { "C$ CA$ CAD", "CAD" }, { "A$ AU$ AUD", "AUD" },
                                              { "NZ$ NZD", "NZD" },    { "HK$ HKD", "HKD" },
                                              { "S$ SG$ SGD", "SGD" } };
    for (size_t i = 0;
         i < COUNT(dollars) && !figure_scan_about(scan, figure->start, figure->end, "US$ USD U.S.");
         i++) {
        if (figure_scan_about(scan, figure->start, figure->end, dollars[i][0]))
            return dollars[i][1];
    }
    return "USD";
}

/* 126 mg/dL, 75微克/立方米: as told, for a part of a gram is none of it. */
static bool is_density(const struct figure_scan *scan, const struct figure_term *low,
                       const struct figure_term *high, struct figure *figure)
{
    if (figure->kind != FIGURE_MASS || high->unit->power >= 0 ||
        (!figure_scan_is(scan, figure->end, "/") &&
         !figure_scan_is_in(scan, figure->end, "_per_cubic _per_litre _per_liter _per_deci _per_milli 每立方 每升 每毫升 每分升")))
        return false;
    figure->low = low->numeral.value;
    figure->high = high->numeral.upper;
    return true;
}

static void decide_kind(const struct figure_scan *scan, const struct figure_term *low,
                        const struct figure_term *high, struct figure *figure)
{
    static const char floor_space[] = "面積 面积 實用 实用 建築 單位 樓面";
    static const char japan[] = "Japan Tokyo Osaka Nikkei yen JPY 日本 东京 日元 円";
    bool degrees = strcmp(figure->unit, "degrees") == 0, km = strcmp(figure->unit, "km") == 0;
    if (is_density(scan, low, high, figure)) {
        figure_set_kind(figure, FIGURE_COUNT, "density");
    } else if (are_pounds_money(scan, low, high, figure)) {
        figure_set_kind(figure, FIGURE_MONEY, "GBP");
    } else if (degrees && figure_scan_was(scan, figure->end, "度") &&
               is_told_before(scan, low, "电 電")) { /* 用电量6.3万亿度 */
        figure_set_kind(figure, FIGURE_ENERGY, "kWh");
    } else if (figure_scan_was(scan, figure->end, "°") &&
               (figure_scan_word_in(
                    scan, figure->end,
                    "angle angles slope turn turns rotation bend view arc pitch tilt") ||
                figure_scan_is_in(scan, figure->end, "角 转 轉 弯 旋 倾 全景 视") ||
                figure_scan_was_in(scan, low->start,
                                   "旋转 旋轉 转动 转 倾斜 夹角 仰角 俯角 坡度"))) {
        figure_set_kind(figure, FIGURE_COUNT, "degrees"); /* a 45° angle */
    } else if (degrees && figure_scan_was_in(scan, low->start, "华氏 華氏")) {
        figure_set_kind(figure, FIGURE_TEMPERATURE, "F");
    } else if (degrees && is_temperature(scan, low, high)) {
        figure_set_kind(figure, FIGURE_TEMPERATURE, "C");
        if (figure_scan_is(scan, figure->end, " below zero"))
            figure->low.negative = figure->high.negative = true;
    } else if (strcmp(figure->unit, "?") == 0) {
        /* bare pesos are of the country that the text is about */
        const struct figure_unit *unit = figure_unit_about(scan, figure->start, figure->end);
        if (unit != NULL)
            figure_set_kind(figure, FIGURE_MONEY, unit->name);
    } else if (strcmp(figure->unit, "USD") == 0 && high->unit == figure_unit_named("cent")) {
        figure_set_kind(figure, FIGURE_MONEY, cents_of(scan, figure));
    } else if (strcmp(figure->unit, "CNY") == 0 && low->ahead &&
               figure_scan_is(scan, low->start, "¥") &&
               figure_scan_about(scan, figure->start, figure->end, japan)) {
        figure_set_kind(figure, FIGURE_MONEY, "JPY");
    } else if (figure_scan_was(scan, figure->end, "呎") && is_told_before(scan, low, floor_space)) {
        figure_set_kind(figure, FIGURE_AREA, "ft2"); /* 實用面積538呎, as flats are told in Hong Kong */
    } else if ((km || strcmp(figure->unit, "mi") == 0) && is_speed(scan, low)) {
        figure_set_kind(figure, FIGURE_SPEED, km ? "km/h" : "mph");
    }
}

/* ---- prices ---- */

/* What has a price besides the units of measure. */
static const char *thing_at(const struct figure_scan *scan, size_t at)
{
    static const char things[] = "share=0 股=0 barrel=1 桶=1 person=2 head=2 人=2 ticket=3 张=3 張=3 "
                                 "night=4 晚=4 unit=5 piece=5 件=5 台=5 部=5 月=6 日=7";
    static const char *const names[] = { "share", "barrel", "person", "ticket",
                                         "night", "unit",   "month",  "day" };
    struct latinword word;
    size_t end;
    const struct figure_unit *unit = figure_unit_behind(scan, at, &end);
    if (unit != NULL && unit->kind > FIGURE_COUNT && unit->factor == 1 && unit->power == 0)
        return unit->name;
    int thing = figure_scan_word(scan, at, &word) ? wordlist_find(word.text, things, -1)
                                                  : figure_scan_any(scan, at, things, &end);
    return thing >= 0 ? names[thing] : NULL;
}

/* 每吨上涨30元: no other number or clause stands between. */
static const char *thing_before(const struct figure_scan *scan, size_t start)
{
    for (size_t at = start; at > scan->from && start - at < PRICE_REACH;) {
        at = utf8_previous(scan->text, at);
        if (figure_scan_is(scan, at, "每"))
            return thing_at(scan, at + strlen("每"));
        if (!utf8_is_han((uint32_t)figure_scan_code(scan, at)))
            return NULL;
    }
    return NULL;
}

/* What a sum is the price of: $52 a barrel, £7.20/hour, 3200元/吨, 每股0.35元. */
static void read_price(const struct figure_scan *scan, struct figure *figure)
{
    size_t at = figure->end;
    if (figure->kind != FIGURE_MONEY)
        return;
    if (figure_scan_over(scan, &at, "/"))
        figure->per = thing_at(scan, at);
    else if (!figure_scan_past(scan, &at, "per a an"))
        figure->per = thing_before(scan, figure->start);
    else if (!figure_scan_word_in(scan, at, "|*|ago later earlier")) /* 5 dollars a day later */
        figure->per = thing_at(scan, figure_scan_skip(scan, at));
}

/* Twenty minutes past nine, ten minutes to six: a time of day; but from ten minutes to six. */
static bool is_of_clock(const struct figure_scan *scan, const struct figure_term *low, size_t end)
{
    size_t unit_end;
    if (low->numeral.kind == NUMERAL_DIGITS)
        return false;
    if (low->end == low->number_end) /* six of “ten minutes to six” */
        return figure_scan_word_before_in(scan, low->start, "|!from|*|minutes|past to");
    return !figure_scan_word_before_in(scan, low->start, "from") &&
           figure_scan_past(scan, &end,
                            "|past to|one two three four five six seven eight nine ten eleven twelve") &&
           figure_unit_behind(scan, end, &unit_end) == NULL;
}

/* 熙宁九年（1076年） */
static bool is_told_as_year(const struct figure_scan *scan, size_t end)
{
    struct numeral year;
    return figure_scan_was(scan, end, "年") && figure_scan_over(scan, &end, "（ (") &&
           figure_scan_read(scan, end, &year) && year.kind == NUMERAL_DIGITS && year.places >= 3 &&
           figure_scan_is(scan, year.end, "年");
}

/* What only looks like a measure: the whole nine yards, six feet under; formal numerals but in sums
 * of money; 三角, a triangle, while 3角 and 三元五角 are money; 一度, once; 二伏, a time of summer; Route 9W;
 * zero in words, or 000 as in “in 000s”. */
static bool is_other(const struct figure_scan *scan, const struct figure_term *low,
                     const struct figure_term *high, const struct figure *figure)
{
    const struct numeral *numeral = &low->numeral;
    const size_t start = low->start, end = figure->end;
    const bool words = numeral->kind == NUMERAL_WORDS, han = numeral->kind == NUMERAL_HAN;
    const bool money = figure->kind == FIGURE_MONEY;
    const bool letter = high->end == high->number_end + 1 && latinword_is_letter(scan->text[high->number_end]);
    return (numeral->formal && !money) ||
           (han && ((figure_scan_was(scan, end, "角") && low->unit->power < 0 && !numeral->formal) ||
                    (figure_scan_was(scan, end, "伏") && !numeral->scaled) || is_told_as_year(scan, end))) ||
           (strcmp(figure->unit, "degrees") == 0 && figure_term_is_one(low)) ||
           (words && (figure_count_is_name(scan, start, low->number_end) ||
                      (figure->kind == FIGURE_LENGTH && figure_scan_word_before_in(scan, start, "whole every")) ||
                      (strcmp(figure->unit, "ft") == 0 && figure_scan_word_in(scan, end, "under")))) ||
           (letter && figure_count_is_label(scan, start)) ||
           (strcmp(figure->unit, "minute") == 0 && is_of_clock(scan, low, high->end)) ||
           (numeral->value.digits == 0 && figure->kind != FIGURE_PERCENT &&
            (numeral->kind != NUMERAL_DIGITS || numeral->places > 2));
}

bool figure_measure_judge(const struct figure_scan *scan, const struct figure_term *low,
                          const struct figure_term *high, struct figure *figure)
{
    decide_kind(scan, low, high, figure);
    bool time = figure->kind == FIGURE_DURATION;
    if (is_other(scan, low, high, figure) || !is_letter_meant(scan, low, high, figure) ||
        (time && low == high && !is_time(scan, low, figure)))
        return false;
    figure_hedge_read(scan, figure);
    read_price(scan, figure);
    if (time)
        read_ago(scan, figure);
    return true;
}

/* for a second day, in a second attempt: one more, no time. */
static bool is_another(const struct figure_scan *scan, size_t end)
{
    static const char goes_on[] =
        "ago later earlier or and to before after in when of at as for from each per longer long he she "
        "it they we i you the that than while by but if on faster slower ahead behind until with there "
        "his her is was were are this its then";
    struct latinword word;
    return figure_scan_word(scan, end, &word) && !latinword_in(word.text, goes_on);
}

bool figure_measure_article(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t size, unit_end, end = at;
    bool article = figure_scan_past(scan, &end, "a an");
    bool two = article && figure_scan_past(scan, &end, "|couple|of");
    bool past = !article && figure_scan_word_before_in(scan, at, "the") &&
                figure_scan_past(scan, &end, "past coming");
    if (article && !two)
        (void)figure_scan_past(scan, &end, "single full whole");
    struct latinword word;
    const struct figure_unit *unit =
        (article || past) && figure_scan_word(scan, end, &word) &&
                (two || figure_unit_named(word.text) != NULL)
            ? figure_unit_behind(scan, end, &unit_end)
            : NULL;
    if (unit == NULL || unit_end < end + 3 || figure_scan_is(scan, unit_end, "-") ||
        (strcmp(word.text, "second") == 0 && is_another(scan, unit_end)))
        return false;
    int part = figure_scan_any(scan, unit_end, FIGURE_TERM_PARTS, &size);
    bool time = unit->kind == FIGURE_DURATION, points = strcmp(unit->name, "pp") == 0;
    struct figure_term term = { .start = at, .end = unit_end, .unit = unit, .low = decimal_of(1U + two, 0) };
    if (part > 0) {
        term.end += size;
        (void)decimal_add(&term.low, decimal_of((uint64_t)part, -2));
    }
    (void)figure_unit_apply(unit, &term.low);
    if (time && article && part <= 0)
        figure_compound_read(scan, &term);
    if (!((past || two) && time) && (part <= 0 || unit->kind == FIGURE_COUNT) && !points &&
        !(time && (term.end > unit_end || measures_english(scan, at, unit_end))))
        return false;
    *figure = (struct figure){ .start = at, .end = term.end, .low = term.low, .high = term.low };
    figure_set_kind(figure, unit->kind, term.unit->name);
    figure_hedge_read(scan, figure);
    if (time)
        read_ago(scan, figure);
    return true;
}

bool figure_measure_clock(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct numeral part;
    size_t parts = 0, end = at;
    struct decimal seconds = decimal_of(0, 0);
    do {
        if (figure_scan_digit(scan, end) == 0 || !figure_scan_numeral(scan, end, &part) ||
            part.kind != NUMERAL_DIGITS || part.scaled || part.ordinal || part.grouped || part.places > 2 ||
            (parts > 0 && part.places != 2) || !decimal_multiply(&seconds, 60) ||
            !decimal_add(&seconds, part.value))
            return false;
        end = part.end;
    } while (++parts < 3 && figure_scan_over(scan, &end, ":"));
    bool exact = parts == 2 && part.value.exponent < 0;
    bool told = figure_scan_word_before_in(scan, at, "in of time clocked ran record with to") ||
                figure_scan_was_in(scan, figure_scan_skip_back(scan, at), "以 成绩 成績 用时 纪录 为");
    if (parts < 2 || figure_scan_is(scan, end, ":") || (!exact && (parts < 3 || !told)))
        return false;
    *figure = (struct figure){ .start = at, .end = end, .low = seconds, .high = seconds };
    figure_set_kind(figure, FIGURE_DURATION, "second");
    return true;
}
