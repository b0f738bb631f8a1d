#include "figure/figure.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"

const char *figure_kind_name(enum figure_kind kind)
{
    static const char *const names[] = {
        "percent",     "money", "count",  "mass", "length",   "area",     "volume", "speed",
        "temperature", "power", "energy", "data", "duration", "fraction", "ratio",  "date",
        "ordinal",
    };
    return names[kind];
}

void figure_print_value(const struct figure *figure, struct buffer *out)
{
    bool date = figure->kind == FIGURE_DATE;
    if (date)
        figure_date_print(&figure->from, out);
    else
        decimal_print(figure->low, out);
    bool parts = figure->kind == FIGURE_FRACTION || figure->kind == FIGURE_RATIO;
    if (!figure->range && !parts)
        return;
    buffer_add_text(out, !parts                             ? ".."
                         : figure->kind == FIGURE_FRACTION ? "/"
                                                            : ":");
    if (date)
        figure_date_print(&figure->until, out);
    else
        decimal_print(figure->high, out);
}

uint32_t figure_key(const struct figure *figure)
{
    struct buffer told = { 0 };
    bool meant = figure_date_is_set(&figure->resolved);
    /* A currency that several countries have may be told as the noun that is counted. */
    bool count = figure->kind == FIGURE_COUNT ||
                 (figure->kind == FIGURE_MONEY && strcmp(figure->unit, "?") == 0);
    const char *kind = figure_kind_name(meant ? FIGURE_DATE : count ? FIGURE_COUNT : figure->kind);
    const char *unit = meant ? figure_date_unit(&figure->resolved) : count ? "" : figure->unit;
    buffer_add_text(&told, kind);
    buffer_add_byte(&told, '\n');
    buffer_add_text(&told, unit);
    buffer_add_byte(&told, '\n');
    if (meant)
        figure_date_print(&figure->resolved, &told);
    else
        figure_print_value(figure, &told);
    uint32_t key = (uint32_t)hash_bytes(told.data, told.length);
    buffer_free(&told);
    return key;
}

void figure_set_unit(struct figure *figure, const char *unit)
{
    (void)snprintf(figure->unit, sizeof figure->unit, "%s", unit);
}

void figure_set_kind(struct figure *figure, enum figure_kind kind, const char *unit)
{
    figure->kind = kind;
    figure_set_unit(figure, unit);
}

bool figure_is_alike(const struct figure *a, const struct figure *b)
{
    struct decimal one = a->low, other = b->low;
    one.negative = other.negative = false;
    bool falls = decimal_compare(one, other) > 0;
    struct decimal ten = falls ? other : one; /* times the lesser */
    return decimal_multiply(&ten, 10) && decimal_compare(falls ? one : other, ten) < 0;
}

void figure_set_date(struct figure *figure)
{
    figure->until = figure->from;
    figure_set_kind(figure, FIGURE_DATE, figure_date_unit(&figure->from));
}
