#include "text/numeral_sum.h"

struct numeral_sum numeral_sum_of(struct decimal digit, bool any)
{
    return (struct numeral_sum){
        .digit = digit, .digit_any = any, .last = NUMERAL_NONE, .last_large = NUMERAL_NONE
    };
}

/* The digit into the section; and that times ten to `power` into the total. */
static bool close_section(struct numeral_sum *sum, int power)
{
    bool fits = decimal_add(&sum->section, sum->digit) && decimal_shift(&sum->section, power) &&
                decimal_add(&sum->total, sum->section);
    sum->section = sum->digit = decimal_of(0, 0);
    sum->section_any = sum->digit_any = false;
    return fits;
}

bool numeral_sum_close(struct numeral_sum *sum)
{
    return close_section(sum, 0);
}

bool numeral_sum_small(struct numeral_sum *sum, int power)
{
    struct decimal part = sum->digit_any ? sum->digit : decimal_of(1, 0);
    bool ten = power == 1 && (!sum->section_any || sum->zero);
    if ((sum->section_any && power >= sum->last) || (!sum->digit_any && !ten) || !decimal_shift(&part, power) ||
        !decimal_add(&sum->section, part))
        return false;
    sum->digit = decimal_of(0, 0);
    sum->digit_any = sum->zero = false;
    sum->section_any = true;
    sum->last = power;
    return true;
}

bool numeral_sum_large(struct numeral_sum *sum, int power, bool rises)
{
    bool any = sum->digit_any || sum->section_any, first = sum->last_large == NUMERAL_NONE;
    bool again = power == sum->last_large;
    bool all = first ? any : rises && power > sum->last_large;
    /* 四万万 */
    bool twice = rises && again && power == 4 && !any && decimal_compare(sum->total, decimal_of(1, 8)) < 0;
    if (all || twice) {
        if (!close_section(sum, 0) || !decimal_shift(&sum->total, power))
            return false;
    } else if (!any || again || power > sum->last_large || !close_section(sum, power)) {
        return false;
    }
    sum->last_large = sum->last = power + (twice || (all && !first) ? sum->last_large : 0); /* 万亿 */
    sum->zero = false;
    return true;
}

bool numeral_add_places(struct decimal *value, struct decimal part, int places)
{
    return decimal_shift(&part, -places) && decimal_add(value, part);
}

void numeral_set_scale(struct numeral *numeral, int exponent)
{
    const int scale = numeral->value.exponent - exponent;
    numeral->scale = (unsigned char)(scale > 0 ? scale : 0);
}

bool numeral_add_part(struct numeral *numeral, const unsigned parts[2], int shift)
{
    struct decimal part = decimal_of(0, 0);
    bool exact = decimal_add_part(&part, parts[0], parts[1]) && decimal_shift(&part, shift) &&
                 decimal_add(&numeral->value, part);
    numeral->upper = numeral->value;
    return exact;
}
