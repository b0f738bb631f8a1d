#include "figure/figure_compare.h"

#include <stdlib.h>
#include <string.h>

#include "figure/figure_noun.h"

#define HALF_YEAR 190 /* days, generously */
#define YEAR 366
#define MONTH 31

/* ---- units ---- */

/* What a unit is of another one: a base unit, a factor and a power of ten. */
struct conversion {
    const char *unit;
    const char *base;
    unsigned factor;
    int power;
};

static const struct conversion conversions[] = {
    { "t", "kg", 1, 3 },     { "g", "kg", 1, -3 },        { "km", "m", 1, 3 },
    { "cm", "m", 1, -2 },    { "mm", "m", 1, -3 },        { "year", "month", 12, 0 },
    { "week", "day", 7, 0 }, { "hour", "minute", 60, 0 },
};

static const struct conversion *find_conversion(const char *unit)
{
    for (size_t i = 0; i < sizeof conversions / sizeof *conversions; i++) {
        if (strcmp(conversions[i].unit, unit) == 0)
            return &conversions[i];
    }
    return NULL;
}

static const char *to_base(const struct figure *figure, struct decimal *low, struct decimal *high)
{
    const struct conversion *found = find_conversion(figure->unit);
    *low = figure->low;
    *high = figure->high;
    if (found == NULL)
        return figure->unit;
    if (!decimal_multiply(low, found->factor) || !decimal_multiply(high, found->factor) ||
        !decimal_shift(low, found->power) || !decimal_shift(high, found->power))
        return "";
    return found->base;
}

/* ---- numbers ---- */

/* a times m against b times n; 2 when that does not fit. */
static int compare_times(struct decimal a, unsigned m, struct decimal b, unsigned n)
{
    return decimal_multiply(&a, m) && decimal_multiply(&b, n) ? decimal_compare(a, b) : 2;
}

/* Whether `other` is what a hedged `value` may mean. */
static bool satisfies(struct decimal value, unsigned hedges, struct decimal other)
{
    int order = decimal_compare(other, value);
    bool half_more = order > 0 && compare_times(other, 2, value, 3) <= 0;
    int tenths = compare_times(other, 10, value, 9);
    bool tenth_less = order < 0 && (tenths == 0 || tenths == 1);
    if ((hedges & (HEDGE_OVER | HEDGE_AT_LEAST)) && half_more)
        return true;
    if ((hedges & (HEDGE_NEARLY | HEDGE_UNDER | HEDGE_AT_MOST | HEDGE_ABOUT)) && tenth_less)
        return true;
    return (hedges & HEDGE_ABOUT) && order > 0 && compare_times(other, 10, value, 11) <= 0;
}

static int precision_of(const struct figure *figure, struct decimal value)
{
    /* 40 % says more than "some forty": its zero was stated. */
    if (figure->kind == FIGURE_PERCENT)
        return value.exponent < 0 ? value.exponent : 0;
    return decimal_precision(value);
}

static bool is_rounded(struct decimal a, int precision_a, struct decimal b, int precision_b)
{
    struct decimal difference, other;
    int precision = precision_a > precision_b ? precision_a : precision_b;
    if (precision_a == precision_b)
        return false;
    if (!decimal_subtract(a, b, &difference) || !decimal_subtract(b, a, &other) ||
        !decimal_add(&difference, other))
        return false;
    if (decimal_compare(difference, decimal_of(1, precision)) >= 0)
        return false;
    return compare_times(difference, 20, decimal_compare(a, b) > 0 ? a : b, 1) <= 0;
}

static bool is_within(struct decimal value, struct decimal low, struct decimal high)
{
    return decimal_compare(low, value) <= 0 && decimal_compare(value, high) <= 0;
}

static enum figure_relation compare_vague(const struct figure *a, struct decimal low_a,
                                          struct decimal low_b)
{
    bool a_vague = (a->hedges & HEDGE_VAGUE) != 0;
    struct decimal magnitude = a_vague ? low_a : low_b;
    struct decimal value = a_vague ? low_b : low_a;
    return decimal_compare(value, magnitude) >= 0 && compare_times(value, 1, magnitude, 10) < 0
               ? FIGURES_HEDGED
               : FIGURES_DIFFERENT;
}

static enum figure_relation compare_numbers(const struct figure *a, const struct figure *b)
{
    struct decimal low_a, high_a, low_b, high_b;
    if (strcmp(to_base(a, &low_a, &high_a), to_base(b, &low_b, &high_b)) != 0)
        return FIGURES_UNRELATED;
    if (decimal_compare(low_a, low_b) == 0 && decimal_compare(high_a, high_b) == 0)
        return FIGURES_EQUAL;
    if ((a->hedges ^ b->hedges) & HEDGE_VAGUE)
        return compare_vague(a, low_a, low_b);
    if (a->hedges & HEDGE_VAGUE)
        return FIGURES_DIFFERENT;
    if (a->range || b->range) {
        bool within = (a->range && is_within(low_b, low_a, high_a) && !b->range) ||
                      (b->range && is_within(low_a, low_b, high_b) && !a->range);
        return within ? FIGURES_ROUNDED : FIGURES_DIFFERENT;
    }
    if (satisfies(low_a, a->hedges, low_b) || satisfies(low_b, b->hedges, low_a))
        return FIGURES_HEDGED;
    if (is_rounded(low_a, precision_of(a, low_a), low_b, precision_of(b, low_b)))
        return FIGURES_ROUNDED;
    return FIGURES_DIFFERENT;
}

static enum figure_relation compare_counts(struct figure a, struct figure b)
{
    if (figure_noun_compare(a.unit, b.unit) == NOUN_OTHER)
        return FIGURES_UNRELATED;
    a.unit[0] = '\0';
    b.unit[0] = '\0';
    return compare_numbers(&a, &b);
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

static enum figure_relation compare_ends(const struct figure *a, const struct figure *b)
{
    enum figure_relation from = compare_days(&a->from, &b->from);
    enum figure_relation until = compare_days(&a->until, &b->until);
    return from < until ? from : until;
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
        !figure_date_bounds(&last_b, &begin, &end_b))
        return compare_ends(a, b);
    if (begin_a == begin_b && end_a == end_b)
        return FIGURES_EQUAL;
    if ((begin_a <= begin_b && end_b <= end_a) || (begin_b <= begin_a && end_a <= end_b))
        return FIGURES_ROUNDED;
    return FIGURES_DIFFERENT;
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

enum figure_relation figure_compare(const struct figure *a, const struct figure *b)
{
    if (a->kind == FIGURE_DURATION && b->kind == FIGURE_DATE)
        return compare_ago(a, b);
    if (a->kind == FIGURE_DATE && b->kind == FIGURE_DURATION)
        return compare_ago(b, a);
    if (a->kind != b->kind)
        return FIGURES_UNRELATED;
    switch (a->kind) {
    case FIGURE_DATE: return compare_dates(a, b);
    case FIGURE_COUNT: return compare_counts(*a, *b);
    default: return compare_numbers(a, b);
    }
}
