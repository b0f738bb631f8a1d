#include "figure/figure_compound.h"

#include <string.h>

#include "figure/figure_noun.h"
#include "text/numeral_part.h"
#include "text/utf8.h"

#define MANY_NEAR 8 /* words over which what is counted stands before its number */
#define HAN strlen("年")
#define OR_MORE " or more "

bool figure_term_is_one(const struct figure_term *term)
{
    const struct numeral *numeral = &term->numeral;
    return numeral->kind != NUMERAL_DIGITS && !numeral->scaled && !numeral->ordinal &&
           decimal_whole(numeral->value, 1) == 1 && decimal_whole(numeral->upper, 1) == 1;
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
    static const char signs[] = "- − + ＋ － – 负 負 负的 負的 零下 minus_ Minus_ negative_";
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
    static const struct figure_context to_number = {
        "of to at by from about around over nearly than reached hit was were is totalled totaled",
        "|!long wide high tall deep away apart above below behind from"
    };
    static const char many[] = "number numbers users subscribers members customers population "
                               "people visitors passengers travellers travelers viewers readers "
                               "followers accounts downloads audience circulation membership sales";
    return figure_scan_fits(scan, start, end, &to_number, 1) &&
           figure_scan_few_before(scan, start, MANY_NEAR, many);
}

/* $586m, 4.4bn, 3k cars; 5m alone only before a plural of its sentence. */
static void read_suffix(const struct figure_scan *scan, bool money, struct figure_term *term)
{
    static const char runs[] = "hurdles races sprints heats finals runners relays sprinters swimmers "
                               "events titles steps";
    struct figure noun = { 0 };
    struct numeral *numeral = &term->numeral;
    int power;
    size_t behind, at = numeral->end;
    if (numeral->kind != NUMERAL_DIGITS || numeral->scaled || numeral->ordinal)
        return;
    if (money || figure_scan_is_in(scan, figure_scan_skip(scan, at), "mln bln trn bn tn"))
        at = figure_scan_skip(scan, at);
    const size_t size = numeral_suffix(scan->text, scan->to, at, &power), end = at + size;
    const char letter = at < scan->to ? scan->text[at] : '\0';
    /* 4K screens, but 2.3K likes; the 400m hurdles */
    if (size == 0 || (letter == 'K' && !money && numeral->value.exponent >= 0 &&
                      decimal_compare(numeral->value, decimal_of(10, 0)) <= 0) ||
        (letter == 'm' && !money && figure_scan_word_in(scan, end, runs)))
        return;
    size_t plus = end + figure_scan_is(scan, end, "+"); /* 10M+ downloads */
    const struct figure_unit *unit = figure_unit_behind(scan, end, &behind); /* 8m yen; but the 100m won by */
    money = money || (unit != NULL && unit->kind == FIGURE_MONEY && behind > end + 2 &&
                      !figure_scan_word_in(scan, end, "won real"));
    money = money || (unit != NULL && letter == 'm' && behind > end + 1 && figure_scan_is(scan, end, " ") &&
                      unit->kind != FIGURE_LENGTH && unit->kind > FIGURE_COUNT && unit->kind < FIGURE_DURATION); /* 1.2m oz */
    bool kilo = letter == 'k' || (size > 1 && power != 6) || size == 3;
    bool range = (letter == 'k' && numeral->places >= 3) || figure_scan_is_in(scan, end, "- –") ||
                 figure_scan_was_in(scan, term->start, "k- k– k~");
    if (!money && !figure_scan_is(scan, end, "-strong") && /* a 1.2m-strong army */
        !figure_scan_word_in(scan, plus, "staff") &&
        (figure_scan_is(scan, end, ".") || !figure_noun_english(scan, plus, &noun)) &&
        !(letter == 'm' && is_many_before(scan, term->start, end)) && !(kilo && (size > 1 || range)) &&
        !figure_scan_is_all(scan, term->start, end))
        return;
    if (!decimal_shift(&numeral->value, power))
        return;
    numeral->upper = numeral->value;
    numeral->scaled = true;
    numeral->scale = (unsigned char)power;
    numeral->end = end;
}

/* ---- unit ---- */

static bool apply(struct figure_term *term, const struct figure_unit *unit)
{
    term->unit = unit;
    return figure_unit_apply(unit, &term->low) && figure_unit_apply(unit, &term->high);
}

/* Whether nothing is counted there. */
static bool ends_here(const struct figure_scan *scan, size_t at)
{
    return !utf8_is_han((uint32_t)figure_scan_code(scan, at)) && !(at < scan->to && strchr("%.-", scan->text[at]) != NULL);
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
    if (many || (numeral->scaled && (off || decimal_compare(numeral->value, decimal_of(10, 0)) != 0)))
        return false;
    if (figure_scan_over(scan, &term->end, "半"))
        return figure_compound_add(term, decimal_of(5, 0));
    if (!off && figure_scan_numeral(scan, term->end, &more) &&
        (more.kind == NUMERAL_DIGITS ? more.places <= 2 : more.spelled_digits && more.places == 2) &&
        more.value.exponent == 0 && !more.scaled && more.places > 0 && ends_here(scan, more.end) &&
        decimal_shift(&more.value, 1 - (int)more.places)) { /* 3成52, 五成八三 */
        term->end = more.end;
        return figure_compound_add(term, more.value);
    }
    if (off || !figure_scan_numeral(scan, term->end, &more) || more.kind != NUMERAL_HAN ||
        more.value.exponent != 0 || more.value.digits >= 10 || more.scaled || more.ordinal ||
        decimal_compare(more.value, more.upper) != 0 || figure_noun_measure(scan, more.end) > 0)
        return true;
    term->end = more.end;
    return figure_compound_add(term, more.value);
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
    return figure_compound_part(term, decimal_of((uint64_t)part, -2));
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
    return apply(term, unit) && (half == 0 || figure_compound_part(term, decimal_of(5, -1)));
}

/* What is a unit only in company: 3分20秒; 十五日内, 三十日以上, no day of the month; 二万五千里长征, 走了八十里。
 * but 十里河, 八里庄; 航速18节, but 18节课; 2-4in of rain. */
static const struct figure_unit *loose_unit(const struct figure_scan *scan, size_t start, size_t from,
                                            size_t *end)
{
    static const char ways[] = "， 。 ； 、 ！ ？ ） 外 远 左右 开外 以外 之外 之遥 的 地 宽 多 长征 加急 ,";
    static const char winds[] = "航速 风速 风力 阵风 船速 时速 流速 巡航 舰 艇";
    static const char stores[] = "内存 硬盘 存储 流量 显存 固态 U盘 记憶體 硬碟 _RAM _memory _SSD";
    static const char parts[] = "课 车 电 课程 目 日 点 能 约 奏 竹 油 省";
    struct numeral more;
    size_t at = figure_scan_skip(scan, from);
    *end = at + HAN;
    if (figure_scan_is(scan, at, "分半钟") ||
        (figure_scan_is(scan, at, "分") && figure_scan_numeral(scan, *end, &more) &&
         figure_scan_is(scan, more.end, "秒")))
        return figure_unit_named("minute");
    if (figure_scan_is(scan, at, "旬") && figure_scan_was_in(scan, start, "年过 年過 年逾 年近 年届 年屆"))
        return figure_unit_named("decade");
    if (figure_scan_is_in(scan, at, "日内 日以 日之内 日內 日期限 日后 日後") ||
        (figure_scan_is(scan, at, "日") && figure_scan_was_in(scan, start, "连续 連續 前")))
        return figure_unit_named("day");
    if (at == from && figure_scan_is(scan, at, "in") && figure_scan_digit(scan, at - 1) > 0 &&
        (at + 2 >= scan->to || !latinword_is_letter(scan->text[at + 2]))) {
        *end = at + strlen("in");
        return figure_unit_named("inch");
    }
    if (at == from && figure_scan_is_in(scan, at, "G T M") && figure_scan_digit(scan, at - 1) > 0 &&
        (at - start > 1 || scan->text[at] != 'G' || scan->text[start] > '5') && /* 内存16G, but 5G */
        (at + 1 >= scan->to || !latinword_is_letter(scan->text[at + 1])) &&
        figure_scan_about(scan, start, at + 1, stores)) {
        *end = at + 1;
        return figure_unit_named(scan->text[at] == 'G' ? "GB" : scan->text[at] == 'T' ? "TB" : "MB");
    }
    if (figure_scan_is(scan, at, "里") && (*end >= scan->to || figure_scan_is_in(scan, *end, ways)))
        return figure_unit_named("里路");
    return figure_scan_is(scan, at, "节") && !figure_scan_is_in(scan, *end, parts) &&
                   (figure_scan_is_in(scan, *end, "的速 的航 的风") ||
                    figure_scan_about(scan, start, start, winds))
               ? figure_unit_named("节航速")
               : NULL;
}

/* Past what may stand between a number and its unit: 40-odd years, 0.2 of a percentage point; five whole
 * days, ten or more days where a time follows, or any unit; half a year, half an hour; hundreds of millions
 * of dollars. */
static size_t skip_article(const struct figure_scan *scan, const struct figure_term *term)
{
    static const char stress[] = "straight consecutive whole full long solid more extra additional further other";
    const size_t end = term->number_end;
    size_t at = end, behind;
    if (end >= scan->to || strchr(" -\n\xC2", scan->text[end]) == NULL)
        return end;
    if (figure_scan_over(scan, &at, "-odd_ -some_"))
        return at - 1;
    if (figure_scan_is_in(scan, at, "_of_a_percent _of_one_percent") && figure_scan_past(scan, &at, "|of|a one"))
        return at;
    const bool least = figure_scan_is(scan, end, OR_MORE);
    if (least ? figure_scan_past(scan, &at, "|or|more") : figure_scan_past(scan, &at, stress)) {
        const struct figure_unit *unit = figure_unit_behind(scan, at, &behind);
        if (unit != NULL && (least || unit->kind == FIGURE_DURATION))
            return at;
    }
    at = end;
    if (term->numeral.kind == NUMERAL_WORDS && term->numeral.value.exponent < 0 &&
        figure_scan_past(scan, &at, "|of|a an") && figure_unit_behind(scan, at, &behind) != NULL)
        return at; /* one and three quarters of an hour */
    at = end;
    if (term->numeral.kind == NUMERAL_WORDS &&
        ((figure_scan_past(scan, &at, "of") && term->numeral.vague) ||
         (figure_term_is_half(term) && figure_scan_past(scan, &at, "a an"))))
        return at;
    return end;
}

/* "m", "t" and "W" are units only behind digits, and the pence of 12p and the x of 3x only where they
 * are tied to them. */
static bool fits_words(const struct figure_scan *scan, const struct figure_term *term, size_t from,
                       size_t end)
{
    size_t start = figure_scan_skip(scan, from);
    struct latinword noun;
    if (figure_scan_is_in(scan, end, "-feet -foot")) /* acre-feet */
        return false;
    /* nine stones, two stone lions; but a 14-stone prop */
    if (figure_scan_is(scan, start, "stone"))
        return !figure_scan_was(scan, end, "s") && !figure_scan_is(scan, end, "-") &&
               !(figure_scan_word(scan, end, &noun) && latinword_is_plural(&noun));
    if (end - start > 1 || !latinword_is_letter(scan->text[start]))
        return true;
    bool tied = start == from && figure_scan_digit(scan, end) == 0;
    if (scan->text[start] == 'W' && figure_scan_is(scan, end, "-")) /* 15W-40 oil */
        return false;
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
        unit = loose_unit(scan, term->start, from, &end);
    if (unit == NULL)
        unit = figure_compound_coin(scan, term, &end);
    if (unit == NULL)
        return true;
    term->end = end;
    term->numeral.more = term->numeral.more || figure_scan_is(scan, term->number_end, OR_MORE);
    return apply(term, unit) && read_tenths(scan, term) && read_outer_half(scan, term) &&
           figure_compound_spoken(scan, term);
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
        figure_scan_read(scan, at, &again) && again.kind == NUMERAL_DIGITS &&
        decimal_compare(again.value, numeral->value) == 0 &&
        figure_scan_over(scan, &again.end, ") ）"))
        numeral->end = again.end;
}

/* $(3.2) million: what accounts mean by brackets. */
static size_t skip_bracket(const struct figure_scan *scan, size_t at, struct numeral *numeral)
{
    if (!figure_scan_is(scan, at, "(") || !figure_scan_read(scan, at + 1, numeral) ||
        numeral->kind != NUMERAL_DIGITS || !figure_scan_is(scan, numeral->end, ")"))
        return at;
    numeral->end++;
    numeral_words_scale(scan->text, scan->to, numeral);
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
}

/* The numeral at `at` and what it is a number of. */
static bool read_number(const struct figure_scan *scan, size_t at, const struct figure_unit *ahead,
                        bool money, struct figure_term *term)
{
    struct numeral *numeral = &term->numeral;
    term->number = at;
    if (!term->bracketed && !figure_scan_read(scan, at, numeral)) {
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
    bool read = read_number(scan, number, ahead, money, term);
    *past = term->numeral.end > at ? term->numeral.end : at;
    if (!read || (number > at && ahead == NULL && term->numeral.ordinal))
        return false;
    if (term->unit != NULL &&
        (!term->ahead || (term->unit->kind == FIGURE_MONEY &&
                          (term->end > term->number_end || strcmp(term->unit->name, "GBP") == 0))))
        figure_compound_read(scan, term);
    term->low.negative = term->high.negative = negative;
    return true;
}

bool figure_term_share(struct figure_term *term, const struct figure_unit *unit, int scale)
{
    return decimal_shift(&term->low, scale) && decimal_shift(&term->high, scale) &&
           (unit == NULL || apply(term, unit));
}
