#include "figure/figure_compound.h"

#include <string.h>

#include "figure/figure_noun.h"
#include "figure/figure_rule.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define RATIO_MOST 4000 /* of a unit and its part */

bool figure_compound_add(struct figure_term *term, struct decimal part)
{
    return decimal_add(&term->low, part) && decimal_add(&term->high, part);
}

bool figure_compound_part(struct figure_term *term, struct decimal part)
{
    return figure_unit_apply(term->unit, &part) && figure_compound_add(term, part);
}

/* ---- what is said ---- */

/* Whether no Han character stands there, or one of `words`. */
static bool ends_at(const struct figure_scan *scan, size_t at, const char *words)
{
    return !utf8_is_han((uint32_t)figure_scan_code(scan, at)) || figure_scan_is_in(scan, at, words);
}

/* A digit or two that end what is said, of a spoken price or measure: 1米82, 三块五, and 9秒58, but not
 * 10秒20个. Where they end, 0 when there are none. */
static size_t spoken_digits(const struct figure_scan *scan, size_t at, bool paid, bool seconds,
                            struct numeral *numeral)
{
    size_t end;
    bool read = figure_scan_numeral(scan, at, numeral);
    /* 三块八一斤: for one of them */
    if (read && numeral->spelled_digits && numeral->places == 2 && figure_scan_was(scan, numeral->end, "一") &&
        (figure_unit_behind(scan, numeral->end, &end) != NULL || figure_noun_measure(scan, numeral->end) > 0)) {
        numeral->value = numeral->upper = decimal_of(numeral->value.digits / 10, 0);
        numeral->end -= strlen("一");
        numeral->places = 1;
    }
    if (!read || numeral->ordinal || numeral->scaled || numeral->vague || decimal_whole(numeral->value, 99) < !seconds ||
        figure_unit_behind(scan, numeral->end, &end) != NULL ||
        figure_scan_is_in(scan, numeral->end, "毛 角"))
        return 0;
    bool measure = figure_noun_measure(scan, numeral->end) > 0;
    bool ends = ends_at(scan, numeral->end, "的 钱 一 左右 以上 以下 以内 和 了 到 至 高 长 宽 深");
    bool fits = seconds ? numeral->kind == NUMERAL_DIGITS && numeral->end - at <= 2 && !measure
                        : numeral->kind != NUMERAL_WORDS && ((paid && !measure) || ends);
    return fits ? numeral->end : 0;
}

static bool is_paid(const struct figure_scan *scan, const struct figure_term *term)
{
    return figure_scan_was_in(
        scan, term->start,
        "花 花了 卖 付 付了 收 交 赚 要 涨 涨了 降 降了 省 罚 才 值 斤 贵 便宜 给");
}

/* 满300减50, 满399元减60: what one saves where one spends so much; 花了3万6, 花了十二万八买车: told without a unit. */
static bool is_sum(const struct figure_scan *scan, const struct figure_term *term)
{
    const size_t start = term->start, end = term->number_end;
    return figure_rule_before(scan, start, "%") &&
           ((term->numeral.kind == NUMERAL_DIGITS &&
             ((figure_rule_before(scan, start, "满") && figure_rule_behind(scan, end, "|减 立减 返 送|0")) ||
              figure_rule_before(scan, start, "|满|0|?元|减 立减 返 送"))) ||
            (term->numeral.scaled && figure_rule_before(scan, start, "花了 花掉 花费 付了 赔了") &&
             ends_at(scan, end, "买 租 请 修 装 才 就 来 在 给 左右")));
}

/* 三块五, 五毛: a measure word that is money where a price is told. */
const struct figure_unit *figure_compound_coin(const struct figure_scan *scan,
                                               const struct figure_term *term, size_t *end)
{
    struct numeral more;
    *end = term->number_end;
    if (is_sum(scan, term))
        return figure_unit_named("元");
    *end = figure_scan_skip(scan, *end);
    bool yuan = figure_scan_is(scan, *end, "块");
    if (!figure_scan_over(scan, end, "块 毛"))
        return NULL;
    bool small = figure_scan_numeral(scan, *end, &more) && figure_scan_is_in(scan, more.end, "毛 角 分");
    bool closed = ends_at(scan, *end, "左右 上下 以上 以下 以内 的 一 每 起 到 至 就 没 打 给 买") &&
                  (yuan ? decimal_compare(term->numeral.value, decimal_of(10, 0)) >= 0
                        : term->numeral.kind == NUMERAL_HAN);
    return small || closed || spoken_digits(scan, *end, false, false, &more) > 0 || is_paid(scan, term)
               ? figure_unit_named(yuan ? "元" : "角")
               : NULL;
}

/* 一米八二, 三块五: the digits behind are tenths and hundredths. */
bool figure_compound_spoken(const struct figure_scan *scan, struct figure_term *term)
{
    struct numeral more;
    size_t size;
    int unit = figure_scan_any_before(scan, term->end, "米=0 尺=0 秒=1 块=2 毛=3 度=4", &size);
    if (unit < 0 || term->numeral.value.exponent < 0 || term->unit->kind == FIGURE_AREA ||
        term->unit->kind == FIGURE_VOLUME)
        return true;
    size_t end = spoken_digits(scan, term->end, unit == 3 || (unit > 1 && is_paid(scan, term)), unit == 1, &more);
    if (end == 0)
        return true;
    long digits = decimal_whole(more.value, 99);
    if (unit == 4 && digits > 9) /* 三十八度五 */
        return true;
    if (decimal_compare(more.value, more.upper) != 0) /* 七八, no range here */
        digits = digits * 10 + digits + 1;
    term->end = end;
    bool hundredths = digits > 9 || more.places > 1 || (unit == 3 && term->unit->power == 0);
    return figure_compound_part(term, decimal_of((uint64_t)digits, hundredths ? -2 : -1));
}

/* ---- a smaller unit behind a larger ---- */

/* What the smaller unit of a pair is in the larger: 6 feet 7 inches, 1小时45分钟; 0 when it is no part of it. */
static unsigned ratio_of(const char *large, const char *small)
{
    const struct figure_unit *one = figure_unit_of(large), *part = figure_unit_of(small);
    bool related = one != NULL && part != NULL && one->base != NULL && part->base != NULL &&
                   strcmp(one->base, part->base) == 0 && one->in_base > part->in_base;
    double ratio = related ? one->in_base / part->in_base : 0;
    unsigned whole = (unsigned)(ratio + 0.5);
    return ratio < RATIO_MOST && ratio - whole < 1e-6 && whole - ratio < 1e-6 ? whole : 0;
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
        { "hour", "m", "minute" }, { "day", "时", "hour" }, { "hour", "分钟", "minute" }, { "hour", "分", "minute" }, { "ft", "in", "inch" },
        { "GBP", "s", "old_shilling" }, { "GBP", " shillings", "old_shilling" }, { "GBP", "先令", "old_shilling" },
        { "minute", "s", "second" }, { "CNY", "毛", "角" }, { "CNY", "分", "分钱" },
        { "kg", "两", "两黄金" },    { "kg", "两", "两黄金" },     { "chi", "寸", "市寸" },   { "mu", "分", "分地" },
    };
    for (size_t i = 0; i < sizeof brief / sizeof *brief; i++) {
        *end = at + strlen(brief[i].written);
        if (strcmp(term->unit->name, brief[i].large) == 0 &&
            figure_scan_is(scan, at, brief[i].written) &&
            (*end >= scan->to || !latinword_is_letter(scan->text[*end])))
            return figure_unit_named(brief[i].small);
    }
    *end = at + strlen("月"); /* 判刑8年6月 */
    if (figure_scan_is(scan, at, "月") && strcmp(term->unit->name, "year") == 0 && figure_rule_near(scan, term->start, "刑 判 囚"))
        return figure_unit_named("month");
    return figure_unit_behind(scan, at, end);
}

/* five foot eleven, a 6-foot-9 forward, 11 stone 6 */
static bool is_bare_small(const struct figure_scan *scan, size_t at, const struct numeral *numeral)
{
    struct latinword noun;
    bool hyphen = figure_scan_was(scan, at, "-");
    return figure_scan_word_before_in(scan, at - hyphen, "foot feet ft stone st") &&
           decimal_whole(numeral->value, 13) >= 0 && !figure_scan_is(scan, numeral->end, "-") &&
           (hyphen || !figure_scan_word(scan, numeral->end, &noun) || !latinword_is_plural(&noun));
}

/* 1h30, 2h05 */
static bool is_tied_minutes(const struct figure_scan *scan, const struct figure_term *term, const struct numeral *numeral)
{
    return term->unit == figure_unit_named("h") && figure_scan_was(scan, term->end, "h") &&
           figure_scan_digit(scan, term->end - 2) > 0 && figure_scan_digit(scan, term->end) > 0 &&
           numeral->places == 2 && decimal_whole(numeral->value, 59) >= 0;
}

/* 2 euros 50, two pounds fifty, 1 metre 75, 1m75; but 5 euros 20 times. */
static bool read_cents(const struct figure_scan *scan, size_t at, const struct numeral *cents,
                       struct figure_term *term)
{
    struct figure noun = { 0 };
    bool pounds = figure_scan_was(scan, term->end, "pounds");
    char last = scan->text[term->end - 1], mark = cents->end < scan->to ? scan->text[cents->end] : ' ';
    long value = decimal_whole(cents->value, 99);
    const bool metres = term->unit == figure_unit_named("m") && decimal_whole(term->low, 9) > 0,
               tied = at == term->end && !(metres && cents->places == 2);
    if ((term->unit->kind != FIGURE_MONEY && !pounds && !metres) || term->ahead || !latinword_is_letter(last) ||
        tied || at != figure_scan_skip(scan, term->end) || value < 10 ||
        cents->kind != term->numeral.kind || latinword_is_letter(mark) || strchr("-%:/", mark) != NULL ||
        figure_scan_digit(scan, cents->end + 1) > 0 || figure_noun_english(scan, cents->end, &noun) ||
        !figure_compound_add(term, decimal_of((uint64_t)value, -2)))
        return false;
    term->unit = pounds ? figure_unit_named("sterling") : term->unit;
    term->end = cents->end;
    return true;
}

/* four shillings and sixpence: twentieths of a pound, and what is told in twelfths of these */
static bool read_pence(const struct figure_scan *scan, size_t at, struct figure_term *term)
{
    struct latinword word = { 0, 0, "", false };
    struct numeral more;
    long pence = latinword_at(scan->text, scan->to, at, &word)
                     ? wordlist_find(word.text, "threepence=3 fourpence=4 sixpence=6 eightpence=8 ninepence=9", 0)
                     : 0;
    if (pence == 0 && figure_scan_numeral(scan, at, &more) && figure_scan_over(scan, &more.end, "_pence 便士")) {
        pence = decimal_whole(more.value, 11);
        word.end = more.end;
    }
    if (pence <= 0 || term->unit != figure_unit_named("shilling") ||
        !decimal_multiply(&term->low, 5) || !decimal_shift(&term->low, -2) ||
        !decimal_add(&term->low, decimal_of(((unsigned)pence * 125 + 1) / 3, -4)))
        return false;
    term->high = term->low;
    term->unit = figure_unit_named("sterling");
    term->end = word.end;
    return true;
}

/* The second part of a compound; money in its hundredths: 3元5角, 5 dollars 30 cents. */
void figure_compound_read(const struct figure_scan *scan, struct figure_term *term)
{
    struct numeral more;
    size_t end;
    size_t at = skip_and(scan, term->end);
    if (term->numeral.kind == NUMERAL_DIGITS && term->numeral.value.exponent < 0)
        return;
    if (read_pence(scan, at, term) || !figure_scan_numeral(scan, at, &more) || more.ordinal ||
        more.vague || (more.scaled && more.kind != NUMERAL_HAN))
        return;
    if (figure_scan_was(scan, term->end, "pounds") && figure_scan_is(scan, more.end, " shillings"))
        term->unit = figure_unit_named("sterling");
    const struct figure_unit *unit = small_unit(scan, term, more.end, &end);
    if (unit == NULL && is_bare_small(scan, at, &more)) {
        unit = figure_unit_named(strcmp(term->unit->name, "ft") == 0 ? "inch" : "lb");
        end = more.end;
    } else if (unit == NULL && is_tied_minutes(scan, term, &more)) {
        unit = figure_unit_named("min");
        end = more.end;
    }
    if ((unit == NULL && read_cents(scan, at, &more, term)) || unit == NULL ||
        unit->kind != term->unit->kind)
        return;
    struct decimal low = term->low, part = more.value;
    bool money = unit->power < 0 && term->unit->power == 0 &&
                 (unit->factor == 1 || unit->kind == FIGURE_MONEY) &&
                 (strcmp(unit->name, term->unit->name) == 0 ||
                  (unit == figure_unit_named("cent") &&
                   latinword_in(term->unit->name, "EUR CAD AUD NZD HKD SGD")));
    unsigned ratio = money ? 1 : ratio_of(term->unit->name, unit->name);
    if (ratio == 0 || !figure_unit_apply(unit, &part) ||
        (!money && decimal_compare(part, decimal_of(ratio, 0)) >= 0) || /* 一天24小时 */
        !decimal_multiply(&low, ratio) ||
        !decimal_add(&low, part))
        return;
    term->low = term->high = low;
    term->unit = money ? term->unit : unit;
    term->end = end;
    figure_compound_read(scan, term);
    if (term->end == end && figure_scan_was_in(scan, end, "秒 毛"))
        (void)figure_compound_spoken(scan, term);
}
