#include "bitext/figure.h"

#include <string.h>

const char *figure_kind_name(enum figure_kind kind)
{
    static const char *const names[] = { "percent", "money",    "count", "mass",
                                         "length",  "duration", "date",  "ordinal" };
    return names[kind];
}

void figure_print_value(const struct figure *figure, struct buffer *out)
{
    bool date = figure->kind == FIGURE_DATE;
    if (date)
        figure_date_print(&figure->from, out);
    else
        decimal_print(figure->low, out);
    if (!figure->range)
        return;
    buffer_add_text(out, "..");
    if (date)
        figure_date_print(&figure->until, out);
    else
        decimal_print(figure->high, out);
}

void figure_set_unit(struct figure *figure, const char *unit, size_t length)
{
    if (length >= FIGURE_UNIT_SIZE) {
        length = FIGURE_UNIT_SIZE - 1;
        while (length > 0 && ((unsigned char)unit[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(figure->unit, unit, length);
    figure->unit[length] = '\0';
}
