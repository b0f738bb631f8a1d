#include "figure/figure_chain.h"

#include <string.h>

#include "base/vector.h"
#include "figure/figure_calendar.h"
#include "figure/figure_count.h"
#include "figure/figure_follow.h"
#include "figure/figure_measure.h"
#include "figure/figure_noun.h"
#include "figure/figure_ordinal.h"
#include "figure/figure_share.h"
#include "figure/figure_start.h"
#include "figure/figure_term.h"
#include "text/utf8.h"

#define TERMS_MOST 12
#define SERVES "serves feeds seats sleeps makes"
#define PERCENT_MOST 1000 /* that a number without a sign may be */
#define CHANGE_TIMES 4 /* what something changed by is less than a quarter of what it changed to */

/* What joins two terms. */
enum tie {
    TIE_NONE,
    TIE_DASH, /* - – ~ */
    TIE_TO,   /* to, 至 */
    TIE_ABOVE, /* 三年以上十年以下 */
    TIE_AND,
    TIE_BY, /* 12 by 8 feet */
    TIE_OR,
    TIE_LIST, /* 、 and commas */
    TIE_COMMA /* ，: of a list or between clauses */
};

struct chain {
    const struct figure_scan *scan;
    struct figure_term terms[TERMS_MOST + 1]; /* and one that is none behind the last */
    enum tie ties[TERMS_MOST + 1]; /* behind each */
    size_t count;
};

static enum tie read_tie(const struct figure_scan *scan, size_t at, size_t *behind)
{
    /* the numbers are those of enum tie */
    static const char signs[] = "-to-=2 -or-=6 -_to_=2 -_or_=6 --=1 -=1 –=1 —=1 －=1 ~=1 ～=1 −=1 至=2 到=2 或者=6 或=6 ±=4 与=4 與=4 和=4 及=4 "
                                "以及=4 、=7 ,_and_=4 ,_or_=6 ,_=7 ，=8 ×=5 乘=5 以上=3";
    static const char begins[] = "-,~\xC2\xC3\xE2\xE3\xE4\xE5\xE6\xE8\xEF"; /* the first bytes of the signs */
    size_t start = figure_scan_skip(scan, at), size = 0;
    int tie = -1;
    if (start < scan->to && strchr(begins, scan->text[start]) != NULL)
        tie = figure_scan_any(scan, start, signs, &size);
    bool word = size == 0 && start > at;
    if (word)
        tie = figure_scan_any(scan, start, "to=2 through=2 or=6 and=4 by=5 x=5", &size);
    *behind = figure_scan_skip(scan, start + size);
    /* - 5 is a sign, 3 -5 no range */
    bool lopsided = tie == TIE_DASH && (start > at) != (*behind > start + size);
    return size == 0 || lopsided || (word && *behind == start + size) ? TIE_NONE : (enum tie)tie;
}

/* SEK 2,340m (1,985m): the currency of the sum that a bracket at `at` sets another against. */
static const struct figure_unit *bracket_unit(const struct figure_scan *scan, size_t at,
                                              const struct figures *figures)
{
    const struct figure *last = figures->count > 0 ? &figures->items[figures->count - 1] : NULL;
    size_t size;
    return last != NULL && last->kind == FIGURE_MONEY &&
                   figure_scan_any_before(scan, at, "( （", &size) >= 0 &&
                   figure_scan_skip(scan, last->end) == at - size
               ? figure_unit_named(last->unit)
               : NULL;
}

/* 24 by 16 by 9 inches */
static bool is_side(const struct figure_scan *scan, const struct figure_term *term)
{
    size_t behind;
    return term->unit != NULL ? term->unit->kind == FIGURE_LENGTH
                              : read_tie(scan, term->end, &behind) == TIE_BY;
}

/* 第23、67和81分钟, 第2、3名: the number behind the first of them. */
static bool read_ordinal(const struct figure_scan *scan, size_t at, const struct figure_term *first,
                         struct figure_term *next)
{
    struct numeral numeral;
    if (!figure_scan_is(scan, first->start, "第") || !figure_scan_numeral(scan, at, &numeral) || numeral.scaled ||
        numeral.vague || numeral.kind != first->numeral.kind)
        return false;
    numeral.ordinal = true;
    *next = (struct figure_term){ .start = at, .number = at, .number_end = numeral.end, .end = numeral.end,
                                  .numeral = numeral, .low = numeral.value, .high = numeral.upper };
    return true;
}

/* Reads a tie and the term behind it; false where the chain ends. */
static bool read_next(struct chain *chain, bool money)
{
    const struct figure_scan *scan = chain->scan;
    const struct figure_term *last = &chain->terms[chain->count - 1];
    struct figure_term *next = &chain->terms[chain->count];
    struct figure other;
    size_t behind, past, measure = 0;
    const bool ordinal = last->numeral.ordinal;
    enum tie tie = read_tie(scan, last->end, &behind);
    if (tie == TIE_NONE && !ordinal && last->unit == NULL) {
        measure = figure_noun_measure(scan, last->end); /* 3万人至5万人 */
        tie = measure > 0 ? read_tie(scan, last->end + measure, &behind) : TIE_NONE;
    }
    if (tie == TIE_NONE || (measure > 0 && tie > TIE_ABOVE) || behind >= scan->to ||
        figure_calendar_read(scan, behind, &other) || (ordinal && tie == TIE_COMMA))
        return false;
    if (ordinal ? !read_ordinal(scan, behind, &chain->terms[0], next)
                : figure_start_idiom(scan, behind) > 0 ||
                      (tie >= TIE_LIST && figure_share_read(scan, behind, &other, &past)) || /* 18 months, 3 in 10 */
                      !figure_term_read(scan, behind, money, next, &past) || next->numeral.ordinal)
        return false;
    if ((tie == TIE_BY && !is_side(scan, next)) ||
        (tie == TIE_ABOVE && !figure_scan_is(scan, next->end + measure, "以下")) ||
        (measure > 0 && (scan->to - next->end < measure ||
                         memcmp(scan->text + last->end, scan->text + next->end, measure) != 0)))
        return false;
    chain->ties[chain->count++ - 1] = tie;
    return true;
}

static bool read_terms(struct chain *chain, size_t at, bool money, size_t *past)
{
    if (!figure_term_read(chain->scan, at, money, &chain->terms[0], past))
        return false;
    const struct figure_unit *unit;
    chain->count = 1;
    money = false;
    do {
        unit = chain->terms[chain->count - 1].unit;
        money = money || (unit != NULL && unit->kind == FIGURE_MONEY);
    } while (chain->count < TERMS_MOST && read_next(chain, money));
    return true;
}

/* ---- what one tells for another ---- */

static bool is_bare(const struct figure_term *term)
{
    return term->unit == NULL && !term->numeral.vague;
}

static bool has_noun_behind(const struct figure_scan *scan, const struct figure_term *term)
{
    struct figure noun = { 0 };
    size_t at = figure_scan_skip(scan, term->end);
    return figure_noun_measure(scan, at) > 0 || figure_noun_english(scan, term->end, &noun);
}

/* Whether more than two of a kind stand in a list with this one. */
static bool is_list(const struct chain *chain, size_t index)
{
    const struct figure_term *term = &chain->terms[index];
    bool before = index > 0 && chain->ties[index - 1] >= TIE_AND &&
                  (term->unit == NULL || term[-1].unit == NULL || term[-1].unit == term->unit);
    bool after = index + 2 < chain->count && chain->ties[index + 1] >= TIE_AND;
    return before || after;
}

/* a pH of 7.4 and 0.9% salt: what has no unit */
static bool is_of_scale(const struct figure_scan *scan, size_t start)
{
    (void)figure_scan_back(scan, &start, "of");
    return figure_scan_word_before_in(scan, start, "ph index score rating magnitude iq gpa");
}

/* 五、六个, 七、八十人: two digits that stand for a range; but 一、二十年来 is a head. */
static bool is_next_digit(const struct figure_scan *scan, const struct figure_term *low, const struct figure_term *high)
{
    const struct numeral *one = &low->numeral, *other = &high->numeral;
    return one->kind == NUMERAL_HAN && other->kind == NUMERAL_HAN && low->start > scan->from && !one->scaled &&
           one->value.exponent == 0 && one->value.digits < 9 && other->value.digits == one->value.digits + 1;
}

/* one million, or 4.6 percent */
static bool is_beyond(const struct figure_term *term, const struct figure_unit *unit)
{
    return unit->kind == FIGURE_PERCENT && decimal_compare(term->low, decimal_of(PERCENT_MOST, 0)) >= 0;
}

/* Whether a bare term may take the unit of the next one: not that of Windows 10 and 500 MB. */
static bool takes_next(const struct chain *chain, size_t index, const struct figure_unit *unit)
{
    const struct figure_term *term = &chain->terms[index];
    const enum tie tie = chain->ties[index];
    bool label = index == 0 && tie == TIE_AND &&
                 (is_of_scale(chain->scan, term->start) ||
                  (unit->kind > FIGURE_COUNT && figure_count_is_label(chain->scan, term->start)));
    return is_bare(term) && !term[1].ahead && !label && !is_beyond(term, unit) &&
           (tie < TIE_LIST || is_list(chain, index) || (tie == TIE_LIST && is_next_digit(chain->scan, term, term + 1)));
}

/* Or of the one before: from 3 percent to 5; but 0.3 percent to 6.67 per dollar. */
static bool takes_last(const struct chain *chain, size_t index, const struct figure_unit *unit)
{
    const struct figure_term *term = &chain->terms[index];
    const enum tie tie = chain->ties[index - 1];
    return is_bare(term) && tie <= TIE_OR && (tie != TIE_AND || term[-1].ahead) && !has_noun_behind(chain->scan, term) &&
           !is_beyond(term, unit) &&
           (unit->kind != FIGURE_PERCENT ||
            !figure_scan_word_in(chain->scan, term->end, "per against points pence yuan"));
}

/* Whether the metres of 400m and 500m euros, of 3m and 4m users, are millions, as the next term tells. */
static bool is_millions(const struct figure_scan *scan, const struct figure_term *term)
{
    const struct figure_unit *unit = term[1].unit;
    bool next = unit != NULL ? unit->kind == FIGURE_MONEY
                             : term[1].numeral.scale == 6 && figure_scan_was(scan, term[1].number_end, "m");
    return next && term->unit != NULL && term->unit == figure_unit_named("m");
}

static void share_units(struct chain *chain)
{
    const struct figure_unit *unit;
    for (size_t i = chain->count - 1; i-- > 0;) {
        struct figure_term *term = &chain->terms[i];
        unit = term[1].unit;
        if (chain->ties[i] <= TIE_AND && is_millions(chain->scan, term)) {
            term->unit = NULL;
            term->numeral.scaled = true;
            (void)figure_term_share(term, unit, 6);
        }
        if (unit != NULL && takes_next(chain, i, unit))
            (void)figure_term_share(term, unit, 0);
    }
    for (size_t i = 1; i < chain->count; i++) {
        if ((unit = chain->terms[i - 1].unit) != NULL && takes_last(chain, i, unit))
            (void)figure_term_share(&chain->terms[i], unit, 0);
    }
}

/* Takes a scale over, where that leaves the first term below the second. */
static bool take_scale(struct figure_term *low, const struct figure_term *high, int power)
{
    const unsigned times = high->numeral.dozens ? 12 : 1;
    struct figure_term scaled = *low;
    if (!decimal_multiply(&scaled.low, times) || !decimal_multiply(&scaled.high, times) ||
        !figure_term_share(&scaled, NULL, power) || decimal_compare(scaled.low, high->high) >= 0)
        return false;
    *low = scaled;
    return true;
}

/* The first in the scale of the second: 5-10 million, 1.5至2亿, two to three dozen; or in the large unit alone
 * that the second ends with: fifty to a hundred thousand, 一百到两百万. But 5元到10万元. */
static void share_scale(const struct chain *chain, size_t index, struct figure_term *low)
{
    const struct numeral *one = &low->numeral, *other = &low[1].numeral;
    const bool words = other->kind == NUMERAL_WORDS;
    const int step = words ? 3 : 4; /* between large units */
    const bool below = decimal_compare(one->value, decimal_of(1, step)) < 0;
    const bool next = chain->ties[index] == TIE_LIST && is_next_digit(chain->scan, low, low + 1);
    if (one->grouped || low->end > low->number_end || !below || (other->scale < 2 && !other->dozens && !next))
        return;
    if (!one->scaled && decimal_compare(one->value, decimal_of(1, 3)) < 0 && take_scale(low, low + 1, other->scale))
        return;
    if (other->kind != NUMERAL_DIGITS && other->scale >= step && (!one->scaled || one->kind == other->kind))
        (void)take_scale(low, low + 1, other->scale / step * step);
}

/* ---- ranges ---- */

/* What says of two numbers that they are the ends of a range. */
static const struct figure_context between_words[] = {
    { "between", NULL }, { "介于 介於", NULL }, { NULL, "之间 之間 间 間" }
};

/* Shares fell 12p to 348p, 减少11亿英镑至74亿英镑: by how much, and to what. */
static bool is_change(const struct figure_scan *scan, const struct figure_term *low,
                      const struct figure_term *high)
{
    static const char verbs[] =
        "rose fell up down gained lost climbed slid added dropped jumped rise fall slipped "
        "surged advanced edged tumbled declined eased shed increased soared plunged grew "
        "falling shrank rising rises falls grows drops adds gains loses climbs slips slides "
        "jumps drop grow gain increase lifted raised cut cuts lowered sank dipped widened "
        "narrowed swelled reduced improved tightened contracted expanded firmed weakened";
    static const char han_verbs[] = "增 加 少 涨 漲 跌 升 降 减 減 高 低 调 調 落 了 窄 大 小 缩 縮 扩 擴 行";
    size_t at = figure_scan_skip_back(scan, low->start);
    struct decimal least = low->low;
    bool bare = low->unit == NULL && high->unit == NULL && !has_noun_behind(scan, high);
    if ((!low->ahead && low->end == low->number_end && !bare) || !decimal_multiply(&least, CHANGE_TIMES) ||
        decimal_compare(high->low, least) < 0)
        return false;
    (void)figure_scan_back(scan, &at, "by");
    return figure_scan_word_before_in(scan, at, verbs) || figure_scan_was_in(scan, at, han_verbs);
}

/* “From 40 to 3”, 从40到3: a change, not a range; but ranging from 3 to 5, 从3到5不等, and 从8%至10%下调到6%,
 * which is between them from the first. */
static bool is_from(const struct figure_scan *scan, const struct figure_term *low, const struct figure_term *high)
{
    static const char goes_on[] = "不等 之间 之間 下调 上调 下調 上調 调 調 提高 提升 增至 升至 降至 减至 扩大 缩 _old -old _of_age";
    static const struct figure_context from[] = {
        { "从 從 由 自", NULL }, { "|!ranging range ranges ranged vary varying varies anywhere|from", NULL }
    };
    const size_t at = figure_scan_skip_back(scan, low->start);
    return !figure_scan_is_in(scan, high->end, goes_on) &&
           (FIGURE_FITS(scan, at, high->end, from) || is_change(scan, low, high));
}

/* 10年、15年 may be ten or fifteen; 12%、15% are two. */
static bool says_again(const struct chain *chain, size_t index)
{
    const struct figure_term *low = &chain->terms[index], *high = low + 1;
    enum figure_kind kind = low->unit != NULL ? low->unit->kind : FIGURE_COUNT;
    struct decimal twice = low->low;
    if (is_list(chain, index) || decimal_compare(low->low, high->low) >= 0 ||
        !decimal_multiply(&twice, 2) || decimal_compare(high->low, twice) > 0)
        return false;
    return (chain->ties[index] == TIE_OR && !figure_scan_is(chain->scan, low->end, ",")) || /* for 6, or 12 */
           (chain->ties[index] == TIE_LIST &&
            (kind == FIGURE_DURATION || (kind == FIGURE_COUNT && high->numeral.scaled) ||
             is_next_digit(chain->scan, low, high)) &&
            !figure_scan_was_in(chain->scan, low->start, "分别 分別 依次"));
}

static bool is_range(struct chain *chain, size_t index)
{
    struct figure_term *low = &chain->terms[index];
    const struct figure_term *high = low + 1;
    enum tie tie = chain->ties[index];
    if (low->numeral.vague || high->numeral.vague || low->numeral.huge || high->numeral.huge ||
        (low->unit != high->unit && (low->unit == NULL || high->unit == NULL ||
                                     strcmp(low->unit->name, high->unit->name) != 0)))
        return false;
    bool between = tie == TIE_AND && FIGURE_FITS(chain->scan, low->start, high->end, between_words) && !is_list(chain, index);
    if ((tie == TIE_AND && !between) || tie == TIE_COMMA || tie == TIE_BY ||
        (tie == TIE_TO && is_from(chain->scan, low, high)))
        return false;
    share_scale(chain, index, low);
    if (tie == TIE_OR || tie == TIE_LIST)
        return says_again(chain, index);
    return decimal_compare(low->low, high->low) < 0 ||
           (low->low.negative && high->low.negative && tie <= TIE_TO);
}

/* ---- what becomes of them ---- */

/* Whether the term, or the range that begins with it, is none: 2-1, 555-0142, 10-K, 1-800-555-1234,
 * fifty-fifty. Bare ones that rise need something that they count, but for 20~100, a 25-34 age group, serves 4-6. */
static bool is_score(const struct chain *chain, size_t index, bool range)
{
    const struct figure_scan *scan = chain->scan;
    const struct figure_term *low = &chain->terms[index], *high = low + 1;
    const enum tie tie = chain->ties[index];
    const bool grouped = low->numeral.grouped && high->numeral.grouped;
    const bool runs_on = tie != TIE_NONE && chain->ties[index + 1] == TIE_DASH;
    const bool follows = index > 0 && chain->ties[index - 1] == TIE_DASH;
    if (tie == TIE_NONE && !follows)
        return false;
    const bool serves = figure_scan_word_before_in(scan, low->start, SERVES);
    if (range)
        return tie == TIE_DASH && is_bare(high) &&
               (runs_on || !(serves || figure_scan_is_in(scan, low->end, "~ ～") ||
                             figure_scan_word_in(scan, high->end, "age") || has_noun_behind(scan, high) ||
                             high->numeral.scaled || grouped));
    return is_bare(low) && !serves && figure_noun_measure(scan, low->end) == 0 &&
           (follows || ((tie == TIE_DASH || (tie == TIE_TO && !is_from(scan, low, high))) && is_bare(high) &&
                        !low->numeral.scaled && !grouped));
}

static void make_figure(const struct figure_term *low, const struct figure_term *high,
                        struct figure *figure)
{
    *figure = (struct figure){ .start = low->start, .end = high->end };
    bool falls = decimal_compare(low->low, high->high) > 0; /* -5 to -10 °C */
    figure->low = falls ? high->low : low->low;
    figure->high = falls ? low->high : high->high;
    figure->range = decimal_compare(figure->low, figure->high) != 0;
    figure->within = low->numeral.more || high->numeral.more;
    if (figure->within)
        figure->hedges |= HEDGE_OVER;
    if (low->numeral.vague)
        figure->hedges |= HEDGE_VAGUE;
    if (low->unit != NULL) {
        figure_set_kind(figure, low->unit->kind, low->unit->name);
        figure->tenths = low->unit->kind == FIGURE_PERCENT && low->unit->factor == 10;
    }
}

static bool judge(const struct chain *chain, size_t first, size_t last, struct figure *figure)
{
    const struct figure_term *low = &chain->terms[first], *high = &chain->terms[last];
    make_figure(low, high, figure);
    if (low->numeral.ordinal) {
        struct figure all = *figure; /* what stands around a list is of all of it */
        all.start = chain->terms[0].start;
        all.end = chain->terms[chain->count - 1].end;
        figure->kind = FIGURE_ORDINAL;
        return figure_ordinal_judge(chain->scan, &low->numeral, &all);
    }
    if (low->unit != NULL)
        return figure_measure_judge(chain->scan, low, high, figure);
    bool listed = first + 1 < chain->count && chain->ties[last] != TIE_NONE &&
                  has_noun_behind(chain->scan, &chain->terms[chain->count - 1]);
    return figure_count_judge(chain->scan, low, high, listed, figure);
}

/* aged 19 and 22 */
static void follow_age(const struct chain *chain, size_t index, const struct figures *figures,
                       size_t from, struct figure *figure)
{
    const struct figure_term *term = &chain->terms[index];
    /* aged 18 to 55, 37 left */
    bool listed = index > 0 && (chain->ties[index - 1] < TIE_LIST || chain->ties[index] != TIE_NONE);
    if (listed && figures->count > from && figure->kind == FIGURE_COUNT &&
        figure->unit[0] == '\0' && is_bare(term) && is_bare(term - 1) &&
        figures->items[figures->count - 1].kind == FIGURE_DURATION)
        figure_set_kind(figure, FIGURE_DURATION, figures->items[figures->count - 1].unit);
}

/* pages 12, 14 and 19 */
static bool is_label_too(const struct chain *chain, size_t index)
{
    const struct figure_term *term = &chain->terms[index];
    size_t before = figure_scan_skip_back(chain->scan, chain->terms[0].start);
    return (chain->ties[index - 1] < TIE_LIST || figure_scan_was(chain->scan, before, "s")) &&
           is_bare(term) && term->numeral.kind == NUMERAL_DIGITS && !term->numeral.scaled &&
           !term->numeral.grouped && !has_noun_behind(chain->scan, term);
}

/* Whether the term, or the range that begins with it, says nothing by what stands around the chain: pages 12,
 * 14 and 19; the 4 of a 4×100 metres relay. */
static bool is_part(const struct chain *chain, size_t index, bool range, bool labelled)
{
    return (index > 0 && labelled && is_label_too(chain, index + range)) ||
           (chain->ties[index] == TIE_BY &&
            figure_scan_is_in(chain->scan, chain->terms[index + 1].end, "接力 混合泳接力 自由泳接力"));
}

static void emit(struct chain *chain, struct figures *figures)
{
    struct figure figure;
    const size_t from = figures->count;
    const struct figure_term *first = &chain->terms[0];
    share_units(chain);
    const bool labelled = chain->count > 1 && is_bare(first) && first->numeral.kind == NUMERAL_DIGITS &&
                          figure_count_is_label(chain->scan, first->start);
    for (size_t i = 0; i < chain->count; i++) {
        const bool two = i + 1 < chain->count, range = two && is_range(chain, i);
        if (is_score(chain, i, range)) {
            i += range || (two && chain->ties[i + 1] != TIE_DASH);
        } else if (!is_part(chain, i, range, labelled)) {
            if (judge(chain, i, i + range, &figure)) {
                follow_age(chain, i, figures, from, &figure);
                VECTOR_PUSH(figures, figure);
            }
            i += range;
        }
    }
    figure_follow_read(chain->scan, figures, from);
}

size_t figure_chain_read(const struct figure_scan *scan, size_t at, struct figures *figures)
{
    struct chain chain = { .scan = scan };
    size_t past;
    const struct figure_unit *unit = bracket_unit(scan, at, figures);
    if (!read_terms(&chain, at, unit != NULL, &past))
        return past;
    struct figure_term *term = &chain.terms[0];
    if (unit != NULL && term->unit == NULL && (term->numeral.scaled || term->numeral.grouped) &&
        figure_scan_is_in(scan, term->end, ") ）"))
        (void)figure_term_share(term, unit, 0);
    size_t end = chain.terms[0].end;
    if (chain.terms[0].unit == NULL && figure_count_goes_on(scan, &chain.terms[0], &past))
        return past;
    size_t before = figures->count;
    emit(&chain, figures);
    if (chain.count > 1)
        end = chain.terms[chain.count - 1].end;
    /* 911 or 020 7946 0018 */
    if (chain.count > 1 && figure_count_goes_on(scan, &chain.terms[chain.count - 1], &past) &&
        past > end)
        end = past;
    if (figures->count > before && figures->items[figures->count - 1].end > end)
        end = figures->items[figures->count - 1].end;
    return end;
}
