#include "figure/figure_measure.h"

#include <string.h>

#include "figure/figure_compound.h"
#include "figure/figure_count.h"
#include "figure/figure_hedge.h"
#include "figure/figure_rule.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define PRICE_REACH 24   /* bytes back to 每 */
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- what the words around decide ---- */

/* clang-format off */
#define PAYING \
    "cost costs costing paid pay pays paying fined fine worth price priced prices sold sell sells selling earn earns earned spent " \
    "spend spends raised raise bought buy bill loan lent donated salary wage wages fee fees rent profit loss budget invest " \
    "invested owe owed owes charge charged won prize debt bid ticket tickets saved saving awarded inherited inherit inherits " \
    "income tax grant funding damages compensation tuition made donate donates"
#define ANGLES "angle angles slope turn turns rotation bend view arc pitch tilt 角 转 弯 旋 倾 全景 视"
#define WARMTH \
    "temperature temperatures cold coldest hottest warmest coolest heat warm warmed warming warmer cooler weather fever mercury thermometer " \
    "below freezing hot minus celsius degrees outside thermostat oven bake roast preheat high low highs lows heated heating " \
    "boil boils boiled boiler kettle freezer fridge melts melted melting fired cooled chilled 温 摄氏 零下 零上 加热 煮 烤 烧 熔 冷却 炉"
#define SCALES "emperature Celsius Fahrenheit heatwave oven Oven Bake _bake Roast _roast Cook_ _cook_at"
#define US_DOLLARS "US$ USD U.S."

static const struct figure_rule kinds[] = {
    /* 361 million pounds, and pounds that are paid, are money; 50 pounds of flour are received as goods */
    { .unit = "lb", .ends = "pounds", .near = "weigh weighs weighed weighing lost lifted lift heavy carry carries", .is = RULE_STAYS },
    { .unit = "lb", .ends = "pounds", .forms = FORM_MILLION, .kind = FIGURE_MONEY, .is = "GBP" },
    { .unit = "lb", .ends = "pounds", .behind = "|a per|a year month week night head person", .kind = FIGURE_MONEY, .is = "GBP" },
    { .unit = "lb", .ends = "pounds", .near = PAYING, .kind = FIGURE_MONEY, .is = "GBP" },
    { .unit = "lb", .ends = "pounds", .behind = "of", .is = RULE_STAYS },
    { .unit = "lb", .ends = "pounds", .about = "£ sterling _pence", .without = "weigh kilo _kg _lb ounce", .kind = FIGURE_MONEY, .is = "GBP" },
    { .unit = "lb", .ends = "pounds", .near = "receive receives received receiving claim claims claimed refunded", .kind = FIGURE_MONEY, .is = "GBP" },
    /* 用电量6.3万亿度, a 45° angle */
    { .unit = "degrees", .ends = "度", .near = "电", .kind = FIGURE_ENERGY, .is = "kWh" },
    { .ends = "°", .behind = ANGLES, .kind = FIGURE_COUNT, .is = "degrees" },
    { .ends = "°", .before = "旋转 转动 转 倾斜 夹角 仰角 俯角 坡度", .kind = FIGURE_COUNT, .is = "degrees" },
    { .unit = "degrees", .before = "华氏", .kind = FIGURE_TEMPERATURE, .is = "F" },
    { .unit = "degrees", .behind = "烤 加热 預熱 预热 炸 烘", .kind = FIGURE_TEMPERATURE, .is = "C" },
    { .unit = "degrees", .forms = FORM_NEGATIVE, .kind = FIGURE_TEMPERATURE, .is = "C" },
    { .unit = "degrees", .near = WARMTH, .kind = FIGURE_TEMPERATURE, .is = "C" },
    { .unit = "degrees", .behind = "|below above|zero", .kind = FIGURE_TEMPERATURE, .is = "C" },
    { .unit = "degrees", .behind = "outside out today tonight tomorrow now", .kind = FIGURE_TEMPERATURE, .is = "C" },
    { .unit = "degrees", .near = "外面 外头 室外 户外 屋外 室内 屋里 屋内 体感", .kind = FIGURE_TEMPERATURE, .is = "C" },
    { .unit = "degrees", .about = SCALES, .kind = FIGURE_TEMPERATURE, .is = "C" },
    { .unit = "degrees", .behind = "|in|the|shade", .kind = FIGURE_TEMPERATURE, .is = "C" },
    /* 11 cents behind C$3.3 million */
    { .unit = "USD", .forms = FORM_PART, .about = "C$ CA$ CAD", .without = US_DOLLARS, .kind = FIGURE_MONEY, .is = "CAD" },
    { .unit = "USD", .forms = FORM_PART, .about = "A$ AU$ AUD", .without = US_DOLLARS, .kind = FIGURE_MONEY, .is = "AUD" },
    { .unit = "USD", .forms = FORM_PART, .about = "NZ$ NZD", .without = US_DOLLARS, .kind = FIGURE_MONEY, .is = "NZD" },
    { .unit = "USD", .forms = FORM_PART, .about = "HK$ HKD", .without = US_DOLLARS, .kind = FIGURE_MONEY, .is = "HKD" },
    { .unit = "USD", .forms = FORM_PART, .about = "S$ SG$ SGD", .without = US_DOLLARS, .kind = FIGURE_MONEY, .is = "SGD" },
    { .unit = "USD", .ends = "cents cent", .forms = FORM_PART, .about = "€ _euro EUR", .without = US_DOLLARS " $ dollar", .kind = FIGURE_MONEY, .is = "EUR" },
    { .unit = "CNY", .starts = "¥", .about = "Japan Tokyo Osaka Nikkei yen JPY 日本 东京 日元 円", .kind = FIGURE_MONEY, .is = "JPY" },
    /* 實用面積538呎, as flats are told in Hong Kong */
    { .ends = "呎", .near = "面积 实用 建筑 单位 楼面", .kind = FIGURE_AREA, .is = "ft2" },
};

/* What is a measure, and what only looks like one: 30s, 12p, 30C and 70F alone; the whole nine yards, six
 * feet under; 三角, a triangle, but 3角 and 三元五角; 一度, once; 二伏, a time of summer. */
static const struct figure_rule others[] = {
    { .unit = "second", .forms = FORM_LETTER | FORM_TIED, .before = "in after within of for to from than every about by takes took "
      "under over only just last least lasted another", .is = RULE_STAYS },
    { .unit = "second", .forms = FORM_LETTER | FORM_TIED, .is = RULE_NONE },
    { .unit = "GBP", .ends = "p", .about = "share Share £ pence dividend stock price fare a_pint cost _traded _trading in_the_pound", .is = RULE_STAYS },
    { .unit = "GBP", .ends = "p", .behind = "each apiece off extra", .is = RULE_STAYS },
    { .unit = "GBP", .ends = "p", .before = "cost costs", .is = RULE_STAYS },
    { .unit = "GBP", .ends = "p", .is = RULE_NONE },
    { .unit = "C F", .ends = "deg_c deg_C deg_f deg_F ees_c ees_C ees_f ees_F", .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .behind = "|to and|0", .before = "from between", .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .before = "|0|c f|to and", .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER | FORM_NEGATIVE, .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER | FORM_RANGE, .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .near = WARMTH, .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .behind = "|below above|zero", .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .behind = "|in|the|shade", .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .behind = "outside today tonight tomorrow now", .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .about = SCALES, .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .before = "C_( F_( C( F( C（ F（ ℃（ °（ C_/ F_/ C/ F/", .is = RULE_STAYS },
    { .unit = "C F", .forms = FORM_LETTER, .is = RULE_NONE },
    { .unit = "%", .ends = "_pc", .is = RULE_NONE }, /* 51pc, but 3 pc of bread and a 12pc set */
    { .unit = "%", .ends = "pc", .behind = "set sets kit puzzle pack", .is = RULE_NONE },
    { .unit = "%", .ends = "厘", .near = "利率 息 债 按揭 贷", .is = RULE_STAYS },
    { .unit = "%", .ends = "厘", .is = RULE_NONE },
    { .ends = "角", .forms = FORM_FORMAL, .is = RULE_STAYS },
    { .ends = "伏", .forms = FORM_SCALED, .is = RULE_STAYS },
    { .ends = "角", .forms = FORM_HAN | FORM_PART, .is = RULE_NONE },
    { .ends = "伏", .forms = FORM_HAN, .is = RULE_NONE },
    { .unit = "degrees", .forms = FORM_ONE, .is = RULE_NONE },
    { .ends = "旬", .starts = "五 六 七 八 九", .is = RULE_STAYS }, /* 六旬老人; 三旬 may be days */
    { .ends = "旬", .before = "年过 年逾 年近 年届", .is = RULE_STAYS },
    { .ends = "旬", .is = RULE_NONE },
    { .unit = "m km mi yd ft in cm mm", .forms = FORM_WORDS, .before = "whole every", .is = RULE_NONE },
    { .unit = "ft", .forms = FORM_WORDS, .behind = "under", .is = RULE_NONE },
};

/* “A year” measures in “a year ago” and “inside a year”, not in “twice a year”; 一年之内, 半年 but not 上半年. */
static const struct figure_rule times[] = {
    { .forms = FORM_HALF, .before = "上 下 前 后 大", .is = RULE_NONE },
    { .forms = FORM_HALF, .is = RULE_STAYS },
    { .forms = FORM_HAN, .before = "零 又 过去 近 超过 不到 约 仅 短短 为期 历时 每隔 至少 未来 今后 仅用 只用 用了 花了", .is = RULE_STAYS },
    { .forms = FORM_HAN, .before = "前 同 那 这 每", .is = RULE_NONE },
    { .forms = FORM_HAN, .behind = "零 又 之内 内 以内 里 之后 后 之前 前 多 半 间 有余 余 以来 来 期", .is = RULE_STAYS },
    { .forms = FORM_HAN, .is = RULE_NONE },
    { .before = "in within inside than over about around nearly almost under least only just single past every for took takes "
      "roughly take lasted after lasting last", .is = RULE_STAYS },
    { .behind = "ago later earlier passed elapsed", .is = RULE_STAYS },
    { .before = "|!0|!million billion thousand cents dollars euros pounds yuan", .behind = "before after", .is = RULE_STAYS },
    { .behind = "|and|a|day week month half", .is = RULE_STAYS }, /* a year and a day; a year in prison */
    { .before = "|year years month months week weeks|and", .is = RULE_STAYS },
    { .before = "has have had given gave", .behind = "to", .is = RULE_STAYS },
    { .behind = "|in|prison jail custody", .is = RULE_STAYS },
    { .behind = "|went goes|by", .is = RULE_STAYS },
    { .is = RULE_NONE },
};
/* clang-format on */

/* Whether one of `words` stands before it: 时速可达350公里, 每秒约20米. */
static bool is_told_a_time(const struct figure_scan *scan, size_t at, const char *words)
{
    static const char verbs[] = "传播 飞行 行驶 前进 移动 运行 航行 奔跑 可达 不得 不能 最高 平均 高达 达到 提高到 提至 超过 约为 达 为 约 超 近 至 到";
    size_t size = 0;
    for (int i = 0; i < 3; i++, at -= size) {
        if (figure_rule_before(scan, at, words))
            return true;
        if (figure_scan_any_before(scan, figure_scan_skip_back(scan, at), verbs, &size) < 0)
            return false;
    }
    return false;
}

/* The speed that a length is then; NULL. */
static const char *speed_of(const struct figure_scan *scan, size_t at, const char *length)
{
    static const char hour[] = "时速 每小时", minute[] = "每分钟", second[] = "秒速 每秒 每秒钟";
    static const struct {
        const char *length, *times, *speed;
    } speeds[] = { { "km", hour, "km/h" },  { "mi", hour, "mph" },    { "km", second, "km/s" },
                   { "m", second, "m/s" },  { "ft", second, "ft/s" }, { "m", minute, "m/min" } };
    for (size_t i = 0; i < COUNT(speeds); i++) {
        if (strcmp(speeds[i].length, length) == 0 && is_told_a_time(scan, at, speeds[i].times))
            return speeds[i].speed;
    }
    return NULL;
}

/* 126 mg/dL, 75微克/立方米: as told, for a part of a gram is none of it. */
static bool is_density(const struct figure_scan *scan, const struct figure_term *low,
                       const struct figure_term *high, struct figure *figure)
{
    if (figure->kind != FIGURE_MASS || high->unit->power >= 0 ||
        !figure_scan_is_in(scan, figure->end, "/ _per_cubic _per_litre _per_liter _per_deci _per_milli "
                                              "每立方 每升 每毫升 每分升"))
        return false;
    figure->low = low->numeral.value;
    figure->high = high->numeral.upper;
    return true;
}

/* What the words around make of its unit. */
static void decide_kind(const struct figure_scan *scan, const struct figure_term *low,
                        const struct figure_term *high, unsigned forms, struct figure *figure)
{
    const char *speed = figure->kind == FIGURE_LENGTH ? speed_of(scan, low->start, figure->unit) : NULL;
    if (is_density(scan, low, high, figure)) {
        figure_set_kind(figure, FIGURE_COUNT, "density");
    } else if (strcmp(figure->unit, "?") == 0) {
        /* bare pesos are of the country that the text is about */
        const struct figure_unit *unit = figure_unit_about(scan, figure->start, figure->end);
        if (unit != NULL)
            figure_set_kind(figure, FIGURE_MONEY, unit->name);
    } else if (speed != NULL) {
        figure_set_kind(figure, FIGURE_SPEED, speed);
    } else {
        (void)figure_rule_apply(scan, figure, forms, kinds, COUNT(kinds));
        if (figure->kind == FIGURE_TEMPERATURE && figure_scan_is(scan, figure->end, " below zero"))
            figure->low.negative = figure->high.negative = true;
    }
}

/* 15 years ago, 一年多前, but not 前往; the publication date gives it a date. */
static void read_ago(const struct figure_scan *scan, struct figure *figure)
{
    struct figure_date date = scan->published;
    long count = decimal_whole(figure->low, 9999);
    int months = wordlist_find(figure->unit, "year=12 month=1", 0);
    int days = wordlist_find(figure->unit, "day=1 week=7", 0);
    if (!figure_rule_behind(scan, figure->end, "ago 前 之前 以前") ||
        figure_scan_is_in(scan, figure->end, "前往 前来 前夕"))
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

/* ---- prices ---- */

/* What has a price besides the units of measure. */
static const char *thing_at(const struct figure_scan *scan, size_t at)
{
    static const char things[] = "share=0 股=0 barrel=1 桶=1 person=2 head=2 人=2 ticket=3 张=3 night=4 "
                                 "晚=4 unit=5 piece=5 件=5 台=5 部=5 月=6 日=7";
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

/* What only looks like a measure: formal numerals but in sums of money; Route 9W; zero in words, or 000 as in
 * “in 000s”. */
static bool is_other(const struct figure_scan *scan, const struct figure_term *low,
                     const struct figure_term *high, unsigned forms, const struct figure *figure)
{
    const struct numeral *numeral = &low->numeral;
    return (numeral->formal && figure->kind != FIGURE_MONEY) ||
           ((forms & FORM_HAN) && is_told_as_year(scan, figure->end)) ||
           ((forms & FORM_WORDS) && figure_count_is_name(scan, low->start, low->number_end)) ||
           ((forms & FORM_LETTER) && (forms & FORM_TIED) && figure->kind != FIGURE_MASS && figure_count_is_label(scan, low->start)) ||
           (strcmp(figure->unit, "minute") == 0 && is_of_clock(scan, low, high->end)) ||
           (numeral->value.digits == 0 && figure->kind != FIGURE_PERCENT && figure->kind != FIGURE_TEMPERATURE &&
            (numeral->kind != NUMERAL_DIGITS || numeral->places > 2));
}

static unsigned forms_of(const struct figure_scan *scan, const struct figure_term *low,
                         const struct figure_term *high, const struct figure *figure)
{
    static const unsigned kinds_of[] = { [NUMERAL_DIGITS] = FORM_DIGITS, [NUMERAL_WORDS] = FORM_WORDS, [NUMERAL_HAN] = FORM_HAN };
    const char *last = scan->text + high->end - 1;
    const struct figure_unit *unit = high->unit;
    bool letter = (unit != NULL && unit->kind == FIGURE_TEMPERATURE &&
                   (unit == figure_unit_named("C") || unit == figure_unit_named("F"))) ||
                  (latinword_is_letter(*last) && !latinword_is_letter(last[-1]) && (unsigned char)last[-1] < 0x80);
    return kinds_of[low->numeral.kind] | (figure_term_is_one(low) ? FORM_ONE : 0) | (figure_term_is_half(low) ? FORM_HALF : 0) |
           (letter ? FORM_LETTER : 0) | (high->end == high->number_end + 1 ? FORM_TIED : 0) | (figure->range ? FORM_RANGE : 0) | (low->unit->power < 0 && low->unit->factor == 1 ? FORM_PART : 0) |
           (low->low.negative ? FORM_NEGATIVE : 0) | (low->numeral.scaled ? FORM_SCALED : 0) | (low->numeral.formal ? FORM_FORMAL : 0) |
           (decimal_compare(figure->low, decimal_of(1, 6)) >= 0 ? FORM_MILLION : 0);
}

bool figure_measure_judge(const struct figure_scan *scan, const struct figure_term *low,
                          const struct figure_term *high, struct figure *figure)
{
    unsigned forms = forms_of(scan, low, high, figure);
    decide_kind(scan, low, high, forms, figure);
    bool time = figure->kind == FIGURE_DURATION;
    bool one = (forms & FORM_HALF) || ((forms & FORM_ONE) && decimal_compare(figure->low, decimal_of(1, 0)) == 0);
    if (is_other(scan, low, high, forms, figure) || figure_rule_apply(scan, figure, forms, others, COUNT(others)) == VERDICT_NONE ||
        (time && one && low == high &&
         figure_rule_apply(scan, figure, forms, times, COUNT(times)) == VERDICT_NONE))
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
    *figure = (struct figure){ .start = at, .end = term.end, .low = term.low, .high = term.low };
    figure_set_kind(figure, unit->kind, term.unit->name);
    if (!((past || two) && time) && (part <= 0 || unit->kind == FIGURE_COUNT) && !points &&
        !(time && (term.end > unit_end || figure_rule_apply(scan, figure, FORM_WORDS, times, COUNT(times)) == VERDICT_IS)))
        return false;
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
                figure_scan_was_in(scan, figure_scan_skip_back(scan, at), "以 成绩 用时 纪录 为");
    if (parts < 2 || figure_scan_is(scan, end, ":") || (!exact && (parts < 3 || !told)))
        return false;
    *figure = (struct figure){ .start = at, .end = end, .low = seconds, .high = seconds };
    figure_set_kind(figure, FIGURE_DURATION, "second");
    return true;
}
