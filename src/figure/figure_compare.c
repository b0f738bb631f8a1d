#include "figure/figure_compare.h"

#include <stdlib.h>
#include <string.h>

#include "figure/figure_hedge.h"
#include "figure/figure_noun.h"
#include "figure/figure_unit.h"

#define CONVERTED_PLACES 6
#define HALF_YEAR 190 /* days, generously */
#define YEAR 366
#define MONTH 31

/* The double nearest to it; exact ones go on being compared exactly. */
static double to_double(struct decimal value)
{
    double number = (double)value.digits;
    int exponent = value.exponent;
    for (; exponent > 0; exponent--)
        number *= 10;
    for (; exponent < 0; exponent++)
        number /= 10;
    return value.negative ? -number : number;
}

/* ---- numbers ---- */

/* What a comparison of two finds. */
struct verdict {
    enum figure_relation relation;
    const char *remark; /* "cut": the coarser one leaves digits off that would round up; "range": one
                           is a range that the other lies in; "off": what a price loses, and what is
                           left of it; "order": one day, if one tells it month first and the other day
                           first; else NULL */
};

static struct verdict verdict_of(enum figure_relation relation)
{
    return (struct verdict){ relation, NULL };
}

/* a times m against b times n; 2 when that does not fit. */
static int compare_times(struct decimal a, unsigned m, struct decimal b, unsigned n)
{
    return decimal_multiply(&a, m) && decimal_multiply(&b, n) ? decimal_compare(a, b) : 2;
}

static int precision_of(const struct figure *figure, struct decimal value)
{
    /* 40 % says more than "some forty": its zero was stated. */
    if ((figure->kind == FIGURE_PERCENT && !figure->tenths) || figure->kind == FIGURE_TEMPERATURE)
        return value.exponent < 0 ? value.exponent : 0;
    return decimal_precision(value);
}

/* The magnitude cut at a power of ten. */
static struct decimal truncate_at(struct decimal value, int precision)
{
    value.negative = false;
    for (; value.exponent < precision && value.digits > 0; value.exponent++)
        value.digits /= 10;
    if (value.digits == 0)
        value.exponent = 0;
    return value;
}

/* Whether the finer one, rounded half up or cut, is the coarser one. */
static struct verdict compare_coarse(struct decimal coarse, int precision, struct decimal fine)
{
    struct decimal magnitude = truncate_at(coarse, precision), exact = fine, up;
    struct decimal difference, other, half = decimal_of(5, precision - 1);
    exact.negative = false;
    up = exact;
    if (coarse.negative != fine.negative || !decimal_add(&up, half) ||
        !decimal_subtract(magnitude, exact, &difference) ||
        !decimal_subtract(exact, magnitude, &other) || !decimal_add(&difference, other) ||
        compare_times(difference, 20, magnitude, 1) > 0)
        return verdict_of(FIGURES_DIFFERENT);
    if (decimal_compare(truncate_at(up, precision), magnitude) == 0)
        return verdict_of(FIGURES_ROUNDED);
    bool cut = decimal_compare(truncate_at(fine, precision), magnitude) == 0;
    return (struct verdict){ cut ? FIGURES_ROUNDED : FIGURES_DIFFERENT, cut ? "cut" : NULL };
}

/* 六成多 is less than seven tenths, 三十多 less than forty. */
static bool is_short_of_next(struct decimal value, struct decimal other)
{
    return decimal_add(&value, decimal_of(1, decimal_precision(value))) &&
           decimal_compare(other, value) < 0;
}

/* Whether `other` is what a hedged figure may mean. */
static bool satisfies(const struct figure *hedged, const struct figure *other)
{
    /* at least 30 and at least 28 are two numbers, and so are up to 250 and some 225 */
    unsigned hedges = hedged->hedges & (~other->hedges | HEDGE_ABOUT);
    if (other->hedges & HEDGE_ABOUT)
        hedges &= ~(unsigned)HEDGE_AT_MOST;
    struct decimal value = hedged->low;
    int order = decimal_compare(other->low, value);
    bool half_more = order > 0 && (hedged->within ? is_short_of_next(value, other->low)
                                                  : compare_times(other->low, 2, value, 3) <= 0);
    int tenths = compare_times(other->low, 10, value, 9);
    bool tenth_less = order < 0 && (tenths == 0 || tenths == 1);
    if ((hedges & (HEDGE_OVER | HEDGE_AT_LEAST)) && half_more)
        return true;
    if ((hedges & (HEDGE_NEARLY | HEDGE_UNDER | HEDGE_AT_MOST)) && tenth_less)
        return true;
    return (hedges & HEDGE_ABOUT) &&
           compare_coarse(value, precision_of(hedged, value), other->low).relation ==
               FIGURES_ROUNDED;
}

static bool is_within(const struct figure *inner, const struct figure *outer)
{
    return decimal_compare(outer->low, inner->low) <= 0 &&
           decimal_compare(inner->high, outer->high) <= 0;
}

/* Whether the other is on the wrong side of what it is hedged with: at least 40, and 38. */
static bool contradicts(const struct figure *hedged, const struct figure *other)
{
    int order = decimal_compare(other->low, hedged->low);
    return ((hedged->hedges & (HEDGE_OVER | HEDGE_AT_LEAST)) && order < 0) ||
           ((hedged->hedges & (HEDGE_UNDER | HEDGE_AT_MOST)) && order > 0);
}

/* A value within a range is told more exactly; a range strictly within a range holds as well. */
static struct verdict compare_ranges(const struct figure *a, const struct figure *b)
{
    const struct figure *outer = a->range && (!b->range || is_within(b, a)) ? a : b;
    const struct figure *inner = outer == a ? b : a;
    struct verdict verdict = { FIGURES_ROUNDED, "range" };
    bool both = a->range && b->range;
    if (both && (decimal_compare(inner->low, outer->low) == 0 ||
                 decimal_compare(inner->high, outer->high) == 0))
        return verdict_of(FIGURES_DIFFERENT);
    if (!is_within(inner, outer))
        return verdict_of(FIGURES_DIFFERENT);
    verdict.relation = both ? FIGURES_HEDGED : FIGURES_ROUNDED;
    return verdict;
}

static struct verdict compare_vague(const struct figure *a, const struct figure *b)
{
    const struct figure *vague = a->hedges & HEDGE_VAGUE ? a : b;
    const struct figure *other = vague == a ? b : a;
    return verdict_of(decimal_compare(other->low, vague->low) >= 0 &&
                              compare_times(other->low, 1, vague->low, 10) < 0
                          ? FIGURES_HEDGED
                          : FIGURES_DIFFERENT);
}

/* Of one unit. */
static struct verdict compare_values(const struct figure *a, const struct figure *b)
{
    if (decimal_compare(a->low, b->low) == 0 && decimal_compare(a->high, b->high) == 0)
        return verdict_of(FIGURES_EQUAL);
    if ((a->hedges ^ b->hedges) & HEDGE_VAGUE)
        return compare_vague(a, b);
    if (a->hedges & HEDGE_VAGUE)
        return verdict_of(FIGURES_DIFFERENT);
    if (a->range || b->range)
        return compare_ranges(a, b);
    if (satisfies(a, b) || satisfies(b, a))
        return verdict_of(FIGURES_HEDGED);
    int one = precision_of(a, a->low), other = precision_of(b, b->low);
    if (one == other || contradicts(a, b) || contradicts(b, a))
        return verdict_of(FIGURES_DIFFERENT);
    return one > other ? compare_coarse(a->low, one, b->low)
                       : compare_coarse(b->low, other, a->low);
}

static bool is_near(double a, double b)
{
    double difference = a > b ? a - b : b - a;
    return difference <= 1e-9 * ((a < 0 ? -a : a) + (b < 0 ? -b : b));
}

/* The figure in another unit, as a decimal of so many places as doubles are good for; false where the
 * units have no base in common. */
static bool convert(const struct figure *figure, const char *unit, struct figure *converted)
{
    const struct figure_unit *from = figure_unit_of(figure->unit), *to = figure_unit_of(unit);
    struct decimal *ends[2] = { &converted->low, &converted->high };
    if (from == NULL || to == NULL || from->base == NULL || to->base == NULL || strcmp(from->base, to->base) != 0)
        return false;
    *converted = *figure;
    converted->within = false; /* its digits are other ones */
    for (int i = 0; i < 2; i++) {
        double base = to_double(*ends[i]) * from->in_base + from->offset;
        double value = (base - to->offset) / to->in_base;
        int exponent = -CONVERTED_PLACES;
        double scaled = value < 0 ? -value : value;
        for (int k = 0; k < CONVERTED_PLACES; k++)
            scaled *= 10;
        for (; scaled > 1e15 && exponent < DECIMAL_EXPONENT_MOST; exponent++)
            scaled /= 10;
        if (scaled > 1e15)
            return false;
        *ends[i] = decimal_of((uint64_t)(scaled + 0.5), exponent);
        ends[i]->negative = value < 0;
    }
    return true;
}

/* Of two units: the same to the last digit that either states, when the other is put in its unit.
 */
static struct verdict compare_converted(const struct figure *a, const struct figure *b)
{
    struct figure of_a, of_b;
    if (!convert(a, b->unit, &of_a) || !convert(b, a->unit, &of_b))
        return verdict_of(FIGURES_UNRELATED);
    if (is_near(to_double(a->low), to_double(of_b.low)) &&
        is_near(to_double(a->high), to_double(of_b.high)))
        return verdict_of(FIGURES_EQUAL);
    struct verdict verdict = compare_values(a, &of_b);
    struct verdict other = compare_values(&of_a, b);
    return verdict.relation >= other.relation ? verdict : other;
}

/* "?" is a currency that several countries have. */
static bool is_open(const char *unit, const char *other)
{
    return strcmp(unit, "?") == 0 && !latinword_in(other, "USD EUR GBP CNY JPY HKD TWD KRW");
}

/* 打七折 is 70 % of the price, and 30 % off. */
static struct verdict compare_price(const struct figure *a, const struct figure *b)
{
    const struct figure *price = strcmp(a->unit, "% of price") == 0 ? a : b;
    const struct figure *percent = price == a ? b : a;
    struct decimal rest;
    if (strcmp(price->unit, "% of price") != 0 || strcmp(percent->unit, "%") != 0 || price->range ||
        percent->range)
        return verdict_of(FIGURES_UNRELATED);
    if (decimal_compare(price->low, percent->low) == 0)
        return verdict_of(FIGURES_EQUAL);
    bool off = decimal_subtract(decimal_of(100, 0), price->low, &rest) &&
               decimal_compare(rest, percent->low) == 0;
    return (struct verdict){ off ? FIGURES_EQUAL : FIGURES_UNRELATED, off ? "off" : NULL };
}

static struct verdict compare_numbers(const struct figure *a, const struct figure *b)
{
    /* a tonne and a barrel may cost the same */
    if (a->per != NULL && b->per != NULL && strcmp(a->per, b->per) != 0)
        return verdict_of(FIGURES_UNRELATED);
    if (strcmp(a->unit, b->unit) == 0)
        return compare_values(a, b);
    if (a->kind == FIGURE_PERCENT)
        return compare_price(a, b);
    /* pesos of whatever country may be those of another text */
    bool open = a->kind == FIGURE_MONEY &&
                (is_open(a->unit, b->unit) || is_open(b->unit, a->unit));
    if (open && compare_values(a, b).relation >= FIGURES_ROUNDED)
        return compare_values(a, b);
    return compare_converted(a, b);
}

/* Two-thirds and 67 %, 3:1 and 6:2. */
static struct verdict compare_parts(const struct figure *a, const struct figure *b)
{
    bool parts = a->kind == b->kind;
    const struct figure *share = a->kind == FIGURE_FRACTION || a->kind == FIGURE_RATIO ? a : b;
    const struct figure *other = share == a ? b : a;
    double value = to_double(share->low) / to_double(share->high);
    double told =
        parts ? to_double(other->low) / to_double(other->high) : to_double(other->low) / 100;
    if (is_near(value, told))
        return verdict_of(FIGURES_EQUAL);
    if (parts || other->range)
        return verdict_of(parts ? FIGURES_DIFFERENT : FIGURES_UNRELATED);
    struct figure hundredths = *other;
    hundredths.low = decimal_of((uint64_t)(value * 1e8 + 0.5), -6);
    hundredths.high = hundredths.low;
    hundredths.hedges = share->hedges;
    struct verdict verdict = compare_values(&hundredths, other);
    return verdict.relation == FIGURES_DIFFERENT ? verdict_of(FIGURES_UNRELATED) : verdict;
}

/* ---- dates ---- */

static struct figure_date meant(const struct figure *figure)
{
    if (figure_date_is_set(&figure->resolved))
        return figure->resolved;
    return figure->kind == FIGURE_DATE ? figure->from : (struct figure_date){ 0 };
}

/* Of two dates of which one has no year. */
static enum figure_relation compare_days(const struct figure_date *a, const struct figure_date *b)
{
    if (a->month != b->month || a->month == 0)
        return a->part == b->part && a->part >= PART_QUARTER && a->number == b->number &&
                       a->month == b->month
                   ? FIGURES_EQUAL
                   : FIGURES_DIFFERENT;
    if (a->day != 0 && b->day != 0 && a->day != b->day)
        return FIGURES_DIFFERENT;
    return a->day == b->day && a->year == b->year ? FIGURES_EQUAL : FIGURES_ROUNDED;
}

static enum figure_relation compare_dates(const struct figure *a, const struct figure *b)
{
    struct figure_date date_a = meant(a);
    struct figure_date date_b = meant(b);
    struct figure_date last_a = a->range ? a->until : date_a;
    struct figure_date last_b = b->range ? b->until : date_b;
    long begin_a, end_a, begin_b, end_b, begin;
    if (!figure_date_bounds(&date_a, &begin_a, &end_a) ||
        !figure_date_bounds(&date_b, &begin_b, &end_b) ||
        !figure_date_bounds(&last_a, &begin, &end_a) ||
        !figure_date_bounds(&last_b, &begin, &end_b)) {
        enum figure_relation from = compare_days(&a->from, &b->from);
        enum figure_relation until = compare_days(&a->until, &b->until);
        return from < until ? from : until;
    }
    if (begin_a == begin_b && end_a == end_b)
        return FIGURES_EQUAL;
    if ((begin_a <= begin_b && end_b <= end_a) || (begin_b <= begin_a && end_a <= end_b))
        return FIGURES_ROUNDED;
    return FIGURES_DIFFERENT;
}

/* 4/5/2026 may be the fourth of May. */
static struct verdict compare_days_told(const struct figure *a, const struct figure *b)
{
    enum figure_relation relation = compare_dates(a, b);
    const struct figure *either = a->either ? a : b, *other = either == a ? b : a;
    if (relation != FIGURES_DIFFERENT || !either->either)
        return verdict_of(relation);
    struct figure turned = *either;
    turned.from.month = either->from.day;
    turned.from.day = either->from.month;
    return compare_dates(&turned, other) == FIGURES_EQUAL
               ? (struct verdict){ FIGURES_ROUNDED, "order" }
               : verdict_of(relation);
}

/* A time ago against a date. */
static enum figure_relation compare_ago(const struct figure *ago, const struct figure *date)
{
    struct figure_date told = date->from;
    long begin_a, end_a, begin_b, end_b;
    if (date->range || !figure_date_bounds(&ago->resolved, &begin_a, &end_a) ||
        !figure_date_bounds(&told, &begin_b, &end_b))
        return FIGURES_UNRELATED;
    bool over = (ago->hedges & HEDGE_OVER) != 0;
    long before = strcmp(ago->unit, "year") == 0 ? (over ? YEAR : HALF_YEAR) : MONTH;
    long after = over ? MONTH : before;
    bool near = begin_b >= begin_a - before && begin_b <= end_a + after;
    /* A year alone is near too many times to be said to be meant. */
    if (told.month == 0 && ago->resolved.month != 0)
        return FIGURES_UNRELATED;
    return near ? FIGURES_HEDGED : FIGURES_UNRELATED;
}

static bool is_part(const struct figure *figure)
{
    return figure->kind == FIGURE_FRACTION || figure->kind == FIGURE_RATIO;
}

/* “5 or more” and 6 have little in common where it is not known what they count. */
static struct verdict compare_counts(const struct figure *a, const struct figure *b)
{
    enum noun_relation nouns = figure_noun_compare(a->unit, b->unit);
    struct figure same;
    if (nouns == NOUN_UNKNOWN && strcmp(a->unit, b->unit) != 0 && convert(a, b->unit, &same))
        return compare_converted(a, b);
    if (nouns == NOUN_OTHER)
        return verdict_of(FIGURES_UNRELATED);
    struct verdict verdict = compare_values(a, b);
    struct decimal ten = decimal_of(1, 1);
    return nouns == NOUN_UNKNOWN && verdict.relation == FIGURES_HEDGED &&
                   decimal_compare(a->high, ten) < 0 && decimal_compare(b->high, ten) < 0
               ? verdict_of(FIGURES_UNRELATED)
               : verdict;
}

static struct verdict compare_figures(const struct figure *a, const struct figure *b)
{
    if (a->kind == FIGURE_DURATION && b->kind == FIGURE_DATE)
        return verdict_of(compare_ago(a, b));
    if (a->kind == FIGURE_DATE && b->kind == FIGURE_DURATION)
        return verdict_of(compare_ago(b, a));
    if (is_part(a) ? a->kind == b->kind || (a->kind == FIGURE_FRACTION && strcmp(b->unit, "%") == 0)
                   : b->kind == FIGURE_FRACTION && strcmp(a->unit, "%") == 0)
        return compare_parts(a, b);
    if (a->kind != b->kind)
        return verdict_of(FIGURES_UNRELATED);
    switch (a->kind) {
    case FIGURE_DATE: return compare_days_told(a, b);
    case FIGURE_COUNT: return compare_counts(a, b);
    default: return compare_numbers(a, b);
    }
}

enum figure_relation figure_compare(const struct figure *a, const struct figure *b)
{
    return compare_figures(a, b).relation;
}

void figure_compare_remark(const struct figure *a, const struct figure *b, struct buffer *out)
{
    const unsigned leaning = ~(unsigned)HEDGE_AGO;
    unsigned one = a->hedges & leaning, other = b->hedges & leaning;
    struct verdict verdict = compare_figures(a, b);
    if (verdict.remark != NULL)
        buffer_add_text(out, verdict.remark);
    else if (one != 0 && other != 0 && one != other)
        buffer_add_text(out, "hedges");
    else if (one != other)
        figure_hedge_print(one | other, out);
    else if (a->headed != b->headed)
        buffer_add_text(out, "head");
}
