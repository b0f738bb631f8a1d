#include "figure/figure_term.h"

#include <string.h>

#include "figure/figure_noun.h"
#include "text/numeral_part.h"
#include "text/utf8.h"

#define MANY_NEAR 8 /* words over which what is counted stands before its number */
#define HAN strlen("年")

bool figure_term_is_one(const struct figure_term *term)
{
    const struct numeral *numeral = &term->numeral;
    return numeral->kind != NUMERAL_DIGITS && !numeral->scaled && !numeral->ordinal &&
           decimal_compare(numeral->value, decimal_of(1, 0)) == 0 &&
           decimal_compare(numeral->value, numeral->upper) == 0;
}

bool figure_term_is_half(const struct figure_term *term)
{
    const struct numeral *numeral = &term->numeral;
    return numeral->kind != NUMERAL_DIGITS && numeral->value.digits == 5 &&
           numeral->value.exponent == -1 && !numeral->scaled;
}

/* ---- the sign ---- */

static bool is_number_at(const struct figure_scan *scan, size_t at)
{
    size_t end;
    if (figure_scan_is(scan, at, "."))
        at++;
    return figure_scan_digit(scan, at) > 0 ||
           (figure_unit_ahead(scan, at, &end) != NULL &&
            figure_scan_digit(scan, figure_scan_skip(scan, end)) > 0);
}

/* Past - − + 负 零下 and minus where they belong to the number behind them. */
static size_t skip_sign(const struct figure_scan *scan, size_t at, bool *negative)
{
    static const char signs[] = "- − + ＋ － – 负 負 零下 minus_ Minus_ negative_";
    size_t size;
    int sign = figure_scan_any(scan, at, signs, &size);
    *negative = false;
    if (sign < 0)
        return at;
    unsigned long before = figure_scan_code_before(scan, at);
    bool mark = sign < 6;
    bool tied = before < 0x80 ? (before != 0 && strchr(" \t\n([{/;,:\"~$", (int)before) == NULL)
                              : before == 0xA0 || before == 0xFF05 || before == 0x2103;
    if (mark && (tied || !is_number_at(scan, at + size)))
        return at;
    /* plus or minus 3 points */
    *negative = sign != 2 && sign != 3 && !figure_scan_word_before_in(scan, at, "or") &&
                !figure_scan_was(scan, at, "正");
    return at + size;
}

/* ---- scale ---- */

/* The number of travellers fell to 9.2m: what is counted stands before the number. */
static bool is_many_before(const struct figure_scan *scan, size_t start, size_t end)
{
    static const char leads[] = "of to at by from about around over nearly than reached hit was were "
                                "is totalled totaled";
    static const char many[] = "number numbers users subscribers members customers population "
                               "people visitors passengers travellers travelers viewers readers "
                               "followers accounts downloads audience circulation membership sales";
    static const char lengths[] = "long wide high tall deep away apart above below behind from";
    struct latinword word;
    size_t at = start;
    if (!figure_scan_word_before_in(scan, start, leads) || figure_scan_word_in(scan, end, lengths))
        return false;
    for (int i = 0; i < MANY_NEAR && figure_scan_word_before(scan, at, &word); i++) {
        if (latinword_in(word.text, many))
            return true;
        at = word.start;
    }
    return false;
}

/* $586m, 4.4bn, 3k cars; 5m alone only before a plural of its sentence. */
static void read_suffix(const struct figure_scan *scan, bool money, struct figure_term *term)
{
    static const char runs[] = "hurdles races sprints heats finals runners relays sprinters swimmers "
                               "events titles steps";
    struct figure noun = { 0 };
    struct numeral *numeral = &term->numeral;
    int power;
    size_t at = numeral->end;
    if (numeral->kind != NUMERAL_DIGITS || numeral->scaled || numeral->ordinal)
        return;
    if (money || figure_scan_is_in(scan, figure_scan_skip(scan, at), "mln bln trn bn tn"))
        at = figure_scan_skip(scan, at);
    size_t size = numeral_suffix(scan->text, scan->to, at, &power);
    if (size == 0)
        return;
    /* 4K screens, but 2.3K likes */
    if (scan->text[at] == 'K' && !money && numeral->value.exponent >= 0 &&
        decimal_compare(numeral->value, decimal_of(10, 0)) <= 0)
        return;
    if (!money && scan->text[at] == 'm' && figure_scan_word_in(scan, at + size, runs)) /* the 400m hurdles */
        return;
    bool plus = figure_scan_is(scan, at + size, "+"); /* 10M+ downloads */
    bool kilo = scan->text[at] == 'k' || (size > 1 && power != 6) || size == 3;
    bool range = figure_scan_is_in(scan, at + size, "- –") ||
                 figure_scan_was_in(scan, term->start, "k- k– k~");
    if (!money && !figure_scan_word_in(scan, at + size + plus, "staff") &&
        (figure_scan_is(scan, at + size, ".") ||
         !figure_noun_english(scan, at + size + plus, &noun)) &&
        !(scan->text[at] == 'm' && is_many_before(scan, term->start, at + size)) && !(kilo && (size > 1 || range)) &&
        !figure_scan_is_all(scan, term->start, at + size))
        return;
    if (!decimal_shift(&numeral->value, power))
        return;
    numeral->upper = numeral->value;
    numeral->scaled = true;
    numeral->scale = (unsigned char)power;
    numeral->end = at + size;
}

/* ---- unit ---- */

static bool apply(struct figure_term *term, const struct figure_unit *unit)
{
    term->unit = unit;
    return figure_unit_apply(unit, &term->low) && figure_unit_apply(unit, &term->high);
}

static bool add(struct figure_term *term, struct decimal part)
{
    return decimal_add(&term->low, part) && decimal_add(&term->high, part);
}

/* A part of the unit: halves, tenths. */
static bool add_part(struct figure_term *term, struct decimal part)
{
    return figure_unit_apply(term->unit, &part) && add(term, part);
}

/* 七折 is 70, 八五折 85; 三成 30, 三成半 35, 六成五 65. */
static bool read_tenths(const struct figure_scan *scan, struct figure_term *term)
{
    struct numeral more;
    const struct numeral *numeral = &term->numeral;
    bool off = figure_scan_was(scan, term->end, "折");
    bool many = decimal_compare(numeral->value, decimal_of(10, 0)) > 0;
    if (!off && !figure_scan_was(scan, term->end, "成"))
        return true;
    if (off && many) {
        term->low = term->high = numeral->value;
        return true;
    }
    if (many || numeral->scaled)
        return false;
    if (figure_scan_over(scan, &term->end, "半"))
        return add(term, decimal_of(5, 0));
    if (off || !figure_scan_numeral(scan, term->end, &more) || more.kind != NUMERAL_HAN ||
        more.value.exponent != 0 || more.value.digits >= 10 || more.scaled || more.ordinal ||
        decimal_compare(more.value, more.upper) != 0 || figure_noun_measure(scan, more.end) > 0)
        return true;
    term->end = more.end;
    return add(term, more.value);
}

/* 两年半, 两公里半, a year and a half, two miles and a quarter */
static bool read_outer_half(const struct figure_scan *scan, struct figure_term *term)
{
    size_t size;
    int part = figure_scan_any(scan, term->end, FIGURE_TERM_PARTS, &size);
    if (part <= 0 || term->unit->kind == FIGURE_MONEY || term->unit->kind == FIGURE_PERCENT ||
        figure_term_is_half(term))
        return true;
    term->end += size;
    return add_part(term, decimal_of((uint64_t)part, -2));
}

/* 一个半小时, 三个半月, 两个多星期: the half stands before the unit. */
static bool read_inner_half(const struct figure_scan *scan, struct figure_term *term)
{
    size_t end, size;
    size_t at = figure_scan_skip(scan, term->number_end);
    int half = figure_scan_any(scan, at, "个半=1 個半=1 个多=0 個多=0", &size);
    if (half < 0)
        return false;
    end = at += size;
    const struct figure_unit *unit = figure_scan_over(scan, &end, "月")
                                         ? figure_unit_named("month")
                                         : figure_unit_behind(scan, at, &end);
    if (unit == NULL || unit->kind != FIGURE_DURATION)
        return false;
    term->end = end;
    term->numeral.more = term->numeral.more || half == 0;
    return apply(term, unit) && (half == 0 || add_part(term, decimal_of(5, -1)));
}

/* A digit or two that end what is said, of a spoken price or measure: 1米82, 三块五, and 9秒58, but not
 * 10秒20个. Where they end, 0 when there are none. */
static size_t spoken_digits(const struct figure_scan *scan, size_t at, bool paid, bool seconds,
                            struct numeral *numeral)
{
    size_t end;
    if (!figure_scan_numeral(scan, at, numeral) || numeral->ordinal || numeral->scaled ||
        numeral->vague || decimal_whole(numeral->value, 99) < !seconds ||
        figure_unit_behind(scan, numeral->end, &end) != NULL ||
        figure_scan_is_in(scan, numeral->end, "毛 角"))
        return 0;
    bool measure = figure_noun_measure(scan, numeral->end) > 0;
    bool ends = !utf8_is_han((uint32_t)figure_scan_code(scan, numeral->end)) ||
                figure_scan_is_in(scan, numeral->end, "的 钱 錢 一 左右 以上 和");
    bool fits = seconds ? numeral->kind == NUMERAL_DIGITS && numeral->end - at <= 2 && !measure
                        : numeral->kind != NUMERAL_WORDS && ((paid && !measure) || ends);
    return fits ? numeral->end : 0;
}

static bool is_paid(const struct figure_scan *scan, const struct figure_term *term)
{
    return figure_scan_was_in(
        scan, term->start,
        "花 花了 卖 賣 付 付了 收 交 赚 賺 要 涨 漲 涨了 降 降了 省 罚 才 值 斤 贵 便宜 给");
}

/* 三块五, 五毛: a measure word that is money where a price is told. */
static const struct figure_unit *spoken_unit(const struct figure_scan *scan,
                                             const struct figure_term *term, size_t *end)
{
    struct numeral more;
    size_t size, at = figure_scan_skip(scan, term->number_end);
    int unit = figure_scan_any(scan, at, "块=0 塊=0 毛=1", &size);
    if (unit < 0)
        return NULL;
    *end = at + size;
    bool small = figure_scan_numeral(scan, *end, &more) &&
                 figure_scan_is_in(scan, more.end, "毛 角 分");
    bool closed = (!utf8_is_han((uint32_t)figure_scan_code(scan, *end)) ||
                   figure_scan_is_in(scan, *end, "左右 上下 以上 以下 以内 的 一 每 起 到 至")) &&
                  (unit == 1 ? term->numeral.kind == NUMERAL_HAN
                             : decimal_compare(term->numeral.value, decimal_of(10, 0)) >= 0);
    if (!small && !closed && spoken_digits(scan, *end, false, false, &more) == 0 &&
        !is_paid(scan, term))
        return NULL;
    return figure_unit_named(unit == 0 ? "元" : "角");
}

/* 一米八二, 三块五: the digits behind are tenths and hundredths. */
static bool read_spoken(const struct figure_scan *scan, struct figure_term *term)
{
    struct numeral more;
    size_t size;
    int unit = figure_scan_any_before(scan, term->end, "米=0 秒=1 块=2 塊=2 毛=3", &size);
    if (unit < 0 || term->numeral.value.exponent < 0 || term->unit->kind == FIGURE_AREA ||
        term->unit->kind == FIGURE_VOLUME)
        return true;
    size_t end = spoken_digits(scan, term->end, unit > 1 && is_paid(scan, term), unit == 1, &more);
    if (end == 0)
        return true;
    long digits = decimal_whole(more.value, 99);
    if (decimal_compare(more.value, more.upper) != 0) /* 七八, no range here */
        digits = digits * 10 + digits + 1;
    term->end = end;
    bool hundredths = digits > 9 || more.places > 1 || (unit == 3 && term->unit->power == 0);
    return add_part(term, decimal_of((uint64_t)digits, hundredths ? -2 : -1));
}

/* 3分20秒: only seconds behind them make minutes of 分; 十五日内, 三十日以上: a time, no day of the month. */
static const struct figure_unit *time_unit(const struct figure_scan *scan, size_t start,
                                           size_t from, size_t *end)
{
    struct numeral more;
    size_t at = figure_scan_skip(scan, from);
    *end = at + HAN;
    if (figure_scan_is(scan, at, "分半钟") ||
        (figure_scan_is(scan, at, "分") && figure_scan_numeral(scan, *end, &more) &&
         figure_scan_is(scan, more.end, "秒")))
        return figure_unit_named("minute");
    bool run = figure_scan_is(scan, at, "日") && figure_scan_was_in(scan, start, "连续 連續 前");
    return run || figure_scan_is_in(scan, at, "日内 日以 日之内 日內 日期限")
               ? figure_unit_named("day")
               : NULL;
}

/* What the smaller unit of a pair is in the larger: 6 feet 7 inches, 1小时45分钟. */
static unsigned ratio_of(const char *large, const char *small)
{
    static const struct {
        const char *large, *small;
        unsigned ratio;
    } pairs[] = {
        { "ft", "in", 12 },   { "lb", "oz", 16 },         { "year", "month", 12 },
        { "week", "day", 7 }, { "day", "hour", 24 },      { "hour", "minute", 60 },
        { "km", "m", 1000 },  { "minute", "second", 60 }, { "m", "cm", 100 },
        { "kg", "g", 1000 },  { "t", "kg", 1000 },        { "mi", "yd", 1760 },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (strcmp(pairs[i].large, large) == 0 && strcmp(pairs[i].small, small) == 0)
            return pairs[i].ratio;
    }
    return 0;
}

static size_t skip_and(const struct figure_scan *scan, size_t at)
{
    at += figure_scan_is(scan, at, ",");
    if (figure_scan_is(scan, at, "-") && figure_scan_was(scan, at, "foot"))
        return at + 1;
    if (!figure_scan_past(scan, &at, "and"))
        (void)figure_scan_over(scan, &at, "零 又");
    return figure_scan_skip(scan, at);
}

/* The unit at `at` of a second part, where m are minutes and in inches: 2h 15m, 6ft 2in, 1小时20分. */
static const struct figure_unit *small_unit(const struct figure_scan *scan,
                                            const struct figure_term *term, size_t at, size_t *end)
{
    static const struct {
        const char *large, *written, *small;
    } brief[] = {
        { "hour", "m", "minute" }, { "day", "时", "hour" }, { "hour", "分", "minute" }, { "ft", "in", "inch" },
        { "minute", "s", "second" }, { "CNY", "毛", "角" }, { "CNY", "分", "分钱" },
        { "kg", "两", "两黄金" },    { "kg", "兩", "两黄金" },
    };
    for (size_t i = 0; i < sizeof brief / sizeof *brief; i++) {
        *end = at + strlen(brief[i].written);
        if (strcmp(term->unit->name, brief[i].large) == 0 &&
            figure_scan_is(scan, at, brief[i].written) &&
            (*end >= scan->to || !latinword_is_letter(scan->text[*end])))
            return figure_unit_named(brief[i].small);
    }
    return figure_unit_behind(scan, at, end);
}

/* five foot eleven, a 6-foot-9 forward */
static bool is_bare_inches(const struct figure_scan *scan, size_t at, const struct numeral *numeral)
{
    struct latinword noun;
    bool hyphen = figure_scan_was(scan, at, "-");
    return figure_scan_word_before_in(scan, at - hyphen, "foot feet ft") &&
           decimal_whole(numeral->value, 11) >= 0 && !figure_scan_is(scan, numeral->end, "-") &&
           (hyphen || !figure_scan_word(scan, numeral->end, &noun) || !latinword_is_plural(&noun));
}

/* The second part of a compound; money in its hundredths: 3元5角, 5 dollars 30 cents. */
void figure_term_compound(const struct figure_scan *scan, struct figure_term *term)
{
    struct numeral more;
    size_t end;
    size_t at = skip_and(scan, term->end);
    if (term->numeral.kind == NUMERAL_DIGITS && term->numeral.value.exponent < 0)
        return;
    if (!figure_scan_numeral(scan, at, &more) || more.ordinal || more.vague ||
        (more.scaled && more.kind != NUMERAL_HAN))
        return;
    const struct figure_unit *unit = small_unit(scan, term, more.end, &end);
    if (unit == NULL && strcmp(term->unit->name, "ft") == 0 && is_bare_inches(scan, at, &more)) {
        unit = figure_unit_named("inch");
        end = more.end;
    }
    if (unit == NULL || unit->kind != term->unit->kind)
        return;
    struct decimal low = term->low, part = more.value;
    bool money = unit->kind == FIGURE_MONEY && unit->power < 0 && term->unit->power == 0 &&
                 (strcmp(unit->name, term->unit->name) == 0 ||
                  (unit == figure_unit_named("cent") &&
                   latinword_in(term->unit->name, "EUR CAD AUD NZD HKD SGD")));
    unsigned ratio = money ? 1 : ratio_of(term->unit->name, unit->name);
    if (ratio == 0 || !figure_unit_apply(unit, &part) || !decimal_multiply(&low, ratio) ||
        !decimal_add(&low, part))
        return;
    term->low = term->high = low;
    term->unit = money ? term->unit : unit;
    term->end = end;
    figure_term_compound(scan, term);
    if (term->end == end && figure_scan_was_in(scan, end, "秒 毛"))
        (void)read_spoken(scan, term);
}

/* five whole days: where a time follows. */
static size_t skip_stress(const struct figure_scan *scan, size_t end)
{
    size_t at = end, behind;
    const struct figure_unit *unit =
        figure_scan_past(scan, &at, "straight consecutive whole full long solid more extra additional "
                                    "further other")
            ? figure_unit_behind(scan, at, &behind)
            : NULL;
    return unit != NULL && unit->kind == FIGURE_DURATION ? at : end;
}

/* half a year, half an hour; a quarter of a percentage point; hundreds of millions of dollars */
static size_t skip_article(const struct figure_scan *scan, const struct figure_term *term)
{
    size_t end = term->number_end;
    if (figure_scan_is(scan, end, "-odd ")) /* 40-odd years */
        return end + strlen("-odd");
    end = skip_stress(scan, end);
    if (end > term->number_end || term->numeral.kind != NUMERAL_WORDS)
        return end;
    bool of = figure_scan_past(scan, &end, "of");
    if (!(of && term->numeral.vague) &&
        (!figure_term_is_half(term) || !figure_scan_past(scan, &end, "a an")))
        return term->number_end;
    return end;
}

/* "m", "t" and "W" are units only behind digits, and the pence of 12p and the x of 3x only where they
 * are tied to them. */
static bool fits_words(const struct figure_scan *scan, const struct figure_term *term, size_t from,
                       size_t end)
{
    size_t start = figure_scan_skip(scan, from);
    if (end - start > 1 || !latinword_is_letter(scan->text[start]))
        return true;
    bool tied = start == from && figure_scan_digit(scan, end) == 0;
    return term->numeral.kind == NUMERAL_DIGITS &&
           (tied || strchr("px", scan->text[start]) == NULL);
}

/* 6'2" */
static bool read_feet(const struct figure_scan *scan, struct figure_term *term)
{
    struct numeral inches;
    size_t at = term->number_end;
    if (term->numeral.places != 1 || !figure_scan_over(scan, &at, "' ’ ′") ||
        !figure_scan_numeral(scan, at, &inches) || inches.kind != NUMERAL_DIGITS ||
        decimal_whole(inches.value, 11) < 0 ||
        !figure_scan_over(scan, &inches.end, "\" '' ” ″ “") ||
        !decimal_multiply(&term->low, 12) || !decimal_add(&term->low, inches.value))
        return false;
    term->high = term->low;
    term->end = inches.end;
    term->unit = figure_unit_named("inch");
    return true;
}

static bool read_unit_behind(const struct figure_scan *scan, const struct figure_unit *ahead,
                             struct figure_term *term)
{
    size_t end;
    size_t from = skip_article(scan, term);
    const struct figure_unit *unit = figure_unit_behind(scan, from, &end);
    if (unit != NULL && !fits_words(scan, term, from, end))
        unit = NULL;
    if (ahead != NULL) {
        /* ¥5000円, $5 million CAD: the signs of dollars and yuan are those of many */
        bool money = unit != NULL && unit->kind == FIGURE_MONEY;
        bool again = money && unit->power == 0 &&
                     (strcmp(ahead->name, unit->name) == 0 || latinword_in(unit->name, "CNY USD"));
        bool other = money && !again && latinword_in(ahead->name, "USD CNY");
        term->end = again || other ? end : term->end;
        return apply(term, other ? unit : ahead);
    }
    if (unit == NULL)
        unit = time_unit(scan, term->start, from, &end);
    if (unit == NULL)
        unit = spoken_unit(scan, term, &end);
    if (unit == NULL)
        return true;
    term->end = end;
    return apply(term, unit) && read_tenths(scan, term) && read_outer_half(scan, term) &&
           read_spoken(scan, term);
}

/* 数 and 上 after these are parts of other words: 人数百万, 以上百分之五, 网上百货. */
static bool is_vague_by_chance(const struct figure_scan *scan, const struct figure_term *term)
{
    const char *before = figure_scan_is(scan, term->number, "上")
                             ? "以 网 线 路 市 海 網 線 身 早 晚 马"
                             : "人 总 次 倍 指 岁 總 歲 分 读 多 少";
    if (term->numeral.kind != NUMERAL_HAN || !term->numeral.vague)
        return false;
    return figure_scan_was_in(scan, term->number, before) ||
           figure_scan_is_in(scan, term->numeral.end, "货 度 姓 分");
}

/* ninety (90) days, 三十（30）日: one number, told twice. */
static void skip_told_again(const struct figure_scan *scan, struct numeral *numeral)
{
    struct numeral again;
    size_t at = figure_scan_skip(scan, numeral->end);
    if (numeral->kind != NUMERAL_DIGITS && figure_scan_over(scan, &at, "( （") &&
        numeral_read(scan->text, scan->to, at, &again) && again.kind == NUMERAL_DIGITS &&
        decimal_compare(again.value, numeral->value) == 0 &&
        figure_scan_over(scan, &again.end, ") ）"))
        numeral->end = again.end;
}

/* $(3.2) million: what accounts mean by brackets. */
static size_t skip_bracket(const struct figure_scan *scan, size_t at, struct numeral *numeral)
{
    if (!figure_scan_is(scan, at, "(") || !numeral_read(scan->text, scan->to, at + 1, numeral) ||
        numeral->kind != NUMERAL_DIGITS || !figure_scan_is(scan, numeral->end, ")"))
        return at;
    numeral->end++;
    numeral_words_scale(scan->text, scan->to, numeral);
    numeral->upper = numeral->value;
    return at + 1;
}

/* 4,99 €, 19,6%: a comma that can only be the point of decimals. */
static void read_comma(const struct figure_scan *scan, const struct figure_unit *ahead,
                       struct numeral *numeral)
{
    size_t end, at = numeral->end + 1;
    struct decimal value = numeral->value;
    int places = 0;
    if (numeral->kind != NUMERAL_DIGITS || numeral->scaled || numeral->grouped ||
        numeral->ordinal || value.exponent < 0 || !figure_scan_is(scan, numeral->end, ","))
        return;
    while (figure_scan_digit(scan, at) == 1 &&
           decimal_push(&value, (unsigned)(scan->text[at++] - '0')))
        places++;
    const struct figure_unit *unit = ahead != NULL ? ahead : figure_unit_behind(scan, at, &end);
    if (places < 1 || places > 2 || unit == NULL ||
        (unit->kind != FIGURE_MONEY && unit->kind != FIGURE_PERCENT) ||
        (figure_scan_is(scan, at, ",") && figure_scan_digit(scan, at + 1) > 0) ||
        !decimal_shift(&value, -places))
        return;
    numeral->value = numeral->upper = value;
    numeral->end = at;
    numeral_words_scale(scan->text, scan->to, numeral);
    numeral->upper = numeral->value;
}

/* The numeral at `at` and what it is a number of. */
static bool read_number(const struct figure_scan *scan, size_t at, const struct figure_unit *ahead,
                        bool money, struct figure_term *term)
{
    struct numeral *numeral = &term->numeral;
    term->number = at;
    if (!term->bracketed && !numeral_read(scan->text, scan->to, at, numeral)) {
        numeral->end = at;
        return false;
    }
    skip_told_again(scan, numeral);
    read_comma(scan, ahead, numeral);
    term->number_end = term->end = numeral->end;
    if (numeral->huge || is_vague_by_chance(scan, term) ||
        (ahead != NULL && (numeral->ordinal || numeral->kind == NUMERAL_WORDS)))
        return false;
    read_suffix(scan, money || (ahead != NULL && ahead->kind == FIGURE_MONEY), term);
    term->number_end = term->end = numeral->end;
    term->low = numeral->value;
    term->high = numeral->upper;
    if (numeral->ordinal)
        return true;
    return read_feet(scan, term) || read_inner_half(scan, term) ||
           read_unit_behind(scan, ahead, term);
}

/* 百分之百 */
static bool read_whole(const struct figure_scan *scan, size_t at, struct figure_term *term)
{
    if (!figure_scan_is(scan, at, "百") || figure_scan_is(scan, at, "百分"))
        return false;
    term->numeral = (struct numeral){ .end = at + HAN, .kind = NUMERAL_HAN };
    term->numeral.value = term->numeral.upper = term->low = term->high = decimal_of(100, 0);
    term->number = at;
    term->number_end = term->end = at + HAN;
    return true;
}

bool figure_term_read(const struct figure_scan *scan, size_t at, bool money,
                      struct figure_term *term, size_t *past)
{
    bool negative;
    size_t end;
    *term = (struct figure_term){ .start = at };
    *past = at;
    size_t number = skip_sign(scan, at, &negative);
    const struct figure_unit *ahead = figure_unit_ahead(scan, number, &end);
    if (ahead != NULL) {
        bool inner = false;
        number = figure_scan_skip(scan, end);
        term->ahead = true;
        number = skip_sign(scan, number, &inner);
        size_t bracket = skip_bracket(scan, number, &term->numeral);
        term->bracketed = ahead->kind == FIGURE_MONEY && bracket > number;
        number = term->bracketed ? bracket : number;
        negative = negative || inner || term->bracketed;
    }
    if (ahead != NULL && ahead->kind == FIGURE_PERCENT && read_whole(scan, number, term))
        return apply(term, ahead);
    bool read = read_number(scan, number, ahead, money, term);
    *past = term->numeral.end > at ? term->numeral.end : at;
    if (!read || (number > at && ahead == NULL && term->numeral.ordinal))
        return false;
    if (term->unit != NULL && (!term->ahead || (term->unit->kind == FIGURE_MONEY &&
                                                term->end > term->number_end)))
        figure_term_compound(scan, term);
    term->low.negative = term->high.negative = negative;
    return true;
}

bool figure_term_share(struct figure_term *term, const struct figure_unit *unit, int scale)
{
    return decimal_shift(&term->low, scale) && decimal_shift(&term->high, scale) &&
           (unit == NULL || apply(term, unit));
}
