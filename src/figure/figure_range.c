#include "figure/figure_range.h"

#include <string.h>

#include "figure/figure_calendar.h"
#include "figure/figure_hedge.h"
#include "figure/figure_quantity.h"
#include "text/numeral.h"

/* What may stand between the two. The weak ones join numbers only where the second is the first
 * said again: they also stand between the members of a list. */
struct tie {
    const char *written;
    bool word; /* between blanks */
    bool weak;
};

static const struct tie links[] = {
    { "-", false, false },  { "–", false, false },  { "—", false, false },  { "~", false, false },
    { "～", false, false }, { "至", false, false }, { "到", false, false }, { "to", true, false },
    { "or", true, true },   { "and", true, true },  { "或", false, true },  { "、", false, true },
    { ", ", false, true },
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct tie *find_link(const struct figure_scan *scan, size_t at, size_t *behind)
{
    size_t start = figure_scan_skip(scan, at);
    for (size_t i = 0; i < COUNT(links); i++) {
        if (!figure_scan_is(scan, start, links[i].written) || (links[i].word && start == at))
            continue;
        size_t end = start + strlen(links[i].written);
        *behind = figure_scan_skip(scan, end);
        if (!links[i].word || *behind > end)
            return &links[i];
    }
    return NULL;
}

static bool is_between(const struct figure_scan *scan, const struct figure *figure)
{
    struct latinword word;
    return figure_scan_word_before(scan, figure->start, &word) && strcmp(word.text, "between") == 0;
}

/* “From 40 to 3”, 从40到3: a change, not a range. */
static bool is_from(const struct figure_scan *scan, const struct figure *figure)
{
    struct latinword word;
    size_t at = figure_scan_skip_back(scan, figure->start);
    return figure_scan_was(scan, at, "从") || figure_scan_was(scan, at, "由") ||
           (figure_scan_word_before(scan, at, &word) && strcmp(word.text, "from") == 0);
}

static bool is_bare(const struct figure *figure)
{
    return figure->kind == FIGURE_COUNT && !(figure->hedges & HEDGE_VAGUE);
}

static bool is_same_thing(const struct figure *a, const struct figure *b)
{
    if (a->kind != b->kind)
        return false;
    return strcmp(a->unit, b->unit) == 0 ||
           (a->kind == FIGURE_COUNT && (a->unit[0] == '\0' || b->unit[0] == '\0'));
}

/* 110, 120 million; 1.5至2亿: the first is in the scale of the second, the one that brings it
 * nearest. */
static struct decimal in_scale_of(struct decimal low, struct decimal high)
{
    static const unsigned char powers[] = { 12, 9, 8, 6, 4, 3 };
    if (low.exponent > 0 || high.exponent < 2 || decimal_compare(low, decimal_of(1000, 0)) >= 0)
        return low;
    for (size_t i = 0; i < sizeof powers; i++) {
        struct decimal scaled = low;
        if (decimal_shift(&scaled, powers[i]) && decimal_compare(scaled, high) < 0)
            return scaled;
    }
    return low;
}

static bool is_up_to_twice(struct decimal low, struct decimal high)
{
    return decimal_compare(low, high) < 0 && decimal_multiply(&low, 2) &&
           decimal_compare(high, low) <= 0;
}

/* 2010 至 2011 年, 1至3月: the second says what the first is. */
static bool bare_date(const struct figure *figure, const struct figure *next,
                      struct figure_date *date)
{
    long number = decimal_whole(figure->low, 2999);
    *date = (struct figure_date){ 0 };
    if (next->from.month == 0) {
        date->year = (int)number;
        return number >= 1000 && next->from.year > 0;
    }
    date->month = (unsigned char)(number > 0 && number <= 12 ? number : 0);
    return date->month > 0 && next->from.day == 0 && date->month < next->from.month;
}

static bool join_dates(const struct figure_scan *scan, const struct tie *link,
                       struct figure *figure, const struct figure *next)
{
    struct figure_date from = figure->from;
    if (link->weak && !is_between(scan, figure))
        return false;
    if (figure->kind == FIGURE_COUNT && !bare_date(figure, next, &from))
        return false;
    long begin, end, later, last;
    if (from.year == 0 && from.month > 0 && next->from.year > 0)
        from.year = next->from.year;
    /* ends of one kind: not 2014 to the 3rd of May */
    if ((from.year == 0) != (next->from.year == 0) ||
        strcmp(figure_date_unit(&from), figure_date_unit(&next->from)) != 0)
        return false;
    if (figure_date_bounds(&from, &begin, &end) && figure_date_bounds(&next->from, &later, &last) &&
        later <= begin)
        return false;
    figure->kind = FIGURE_DATE;
    figure->from = from;
    figure->until = next->from;
    figure_set_unit(figure, next->unit, strlen(next->unit));
    return true;
}

static bool join_numbers(const struct figure_scan *scan, const struct tie *link,
                         struct figure *figure, const struct figure *next)
{
    struct decimal low = figure->low;
    bool takes = is_bare(figure) && next->kind != FIGURE_DATE && next->kind != FIGURE_ORDINAL &&
                 (figure->unit[0] == '\0' || next->kind == FIGURE_COUNT);
    if (!takes && !is_same_thing(figure, next))
        return false;
    if (figure->kind == FIGURE_ORDINAL || ((figure->hedges | next->hedges) & HEDGE_VAGUE))
        return false;
    if (takes || figure->kind == FIGURE_MONEY)
        low = in_scale_of(low, next->high);
    bool weak = link->weak && !is_between(scan, figure);
    if (weak ? !is_up_to_twice(low, next->low) : decimal_compare(low, next->low) >= 0)
        return false;
    if (!weak && is_from(scan, figure))
        return false;
    /* “3, 5 million” in a list of numbers: only the same scale told twice or left to the second. */
    if (weak && link->written[0] == ',' && figure->unit[0] != '\0')
        return false;
    figure->kind = next->kind;
    figure->low = low;
    figure->high = next->high;
    if (next->unit[0] != '\0')
        figure_set_unit(figure, next->unit, strlen(next->unit));
    figure->hedges |= next->hedges;
    figure->resolved = (struct figure_date){ 0 };
    return true;
}

/* The number alone that a range in words may begin with: two to three years, 两到三年. */
static bool read_lead(const struct figure_scan *scan, size_t at, struct figure *lead)
{
    struct numeral numeral;
    if (!numeral_read(scan->text, scan->to, at, &numeral) || numeral.kind == NUMERAL_DIGITS ||
        numeral.huge || numeral.ordinal || numeral.vague || numeral.more || numeral.scaled ||
        numeral.value.digits == 0 || numeral.value.exponent < 0)
        return false;
    *lead = (struct figure){ .start = at, .end = numeral.end, .kind = FIGURE_COUNT };
    lead->low = numeral.value;
    lead->high = numeral.value;
    return true;
}

bool figure_range_read(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    if (!read_lead(scan, at, figure))
        return false;
    figure_range_join(scan, figure);
    if (!figure->range || figure->kind == FIGURE_DATE)
        return false;
    figure_hedge_read(scan, figure);
    return true;
}

void figure_range_join(const struct figure_scan *scan, struct figure *figure)
{
    struct figure next;
    size_t behind, past;
    const struct tie *link = figure->range ? NULL : find_link(scan, figure->end, &behind);
    if (link == NULL || behind >= scan->to)
        return;
    bool date = figure_calendar_read(scan, behind, &next) && next.start == behind;
    if (!date && !figure_quantity_read(scan, behind, &next, &past))
        return;
    if (next.range)
        return;
    bool years = date && (figure->kind == FIGURE_DATE || is_bare(figure));
    bool joined = years ? join_dates(scan, link, figure, &next)
                        : !date && join_numbers(scan, link, figure, &next);
    if (joined) {
        figure->range = true;
        figure->end = next.end;
    }
}

void figure_range_follow(const struct figure_scan *scan, struct figure *before,
                         struct figure *figure)
{
    size_t at = figure->start;
    struct latinword word;
    if (before->kind != FIGURE_COUNT || figure->kind != FIGURE_COUNT ||
        !figure_scan_word_before(scan, at, &word) || strcmp(word.text, "to") != 0)
        return;
    /* Close behind it: 40 people to 3. */
    if (word.start < before->end || word.start - before->end > FIGURE_UNIT_SIZE)
        return;
    if (figure->unit[0] == '\0')
        memcpy(figure->unit, before->unit, sizeof figure->unit);
    else if (before->unit[0] == '\0')
        memcpy(before->unit, figure->unit, sizeof before->unit);
}
