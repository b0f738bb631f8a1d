#include "text/decimal.h"

#define DIGITS_END UINT64_C(1000000000000000000)

struct decimal decimal_of(uint64_t digits, int exponent)
{
    return (struct decimal){ digits, exponent, false };
}

bool decimal_multiply(struct decimal *decimal, unsigned factor)
{
    if (factor != 0 && decimal->digits > (DIGITS_END - 1) / factor)
        return false;
    decimal->digits *= factor;
    return true;
}

bool decimal_push(struct decimal *decimal, unsigned digit)
{
    if (decimal->digits > (DIGITS_END - 1 - digit) / 10)
        return false;
    decimal->digits = decimal->digits * 10 + digit;
    return true;
}

bool decimal_shift(struct decimal *decimal, int power)
{
    int exponent = decimal->exponent + power;
    if (exponent < DECIMAL_EXPONENT_LEAST || exponent > DECIMAL_EXPONENT_MOST)
        return false;
    decimal->exponent = exponent;
    return true;
}

/* Lowers the exponent without a change of the value. */
static bool lower(struct decimal *decimal, int exponent)
{
    if (decimal->digits == 0) {
        decimal->exponent = exponent;
        return true;
    }
    while (decimal->exponent > exponent) {
        if (!decimal_multiply(decimal, 10))
            return false;
        decimal->exponent--;
    }
    return true;
}

bool decimal_add(struct decimal *decimal, struct decimal other)
{
    struct decimal sum = *decimal;
    if (other.digits == 0)
        return true;
    if (sum.digits == 0)
        sum.exponent = other.exponent;
    if (!lower(&sum, other.exponent) || !lower(&other, sum.exponent) ||
        other.digits >= DIGITS_END - sum.digits)
        return false;
    sum.digits += other.digits;
    *decimal = sum;
    return true;
}

bool decimal_add_part(struct decimal *decimal, unsigned numerator, unsigned denominator)
{
    struct decimal part = decimal_of(numerator, 0);
    unsigned rest = denominator;
    if (numerator >= denominator)
        return false;
    while (rest % 10 == 0 && decimal_shift(&part, -1))
        rest /= 10;
    for (; rest % 5 == 0; rest /= 5) {
        if (!decimal_multiply(&part, 2) || !decimal_shift(&part, -1))
            return false;
    }
    for (; rest % 2 == 0; rest /= 2) {
        if (!decimal_multiply(&part, 5) || !decimal_shift(&part, -1))
            return false;
    }
    return rest == 1 && decimal_add(decimal, part);
}

bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *difference)
{
    *difference = decimal_of(0, 0);
    if (decimal_compare(a, b) <= 0)
        return true;
    if (!lower(&a, b.exponent) || !lower(&b, a.exponent))
        return false;
    *difference = decimal_of(a.digits - b.digits, a.exponent);
    return true;
}

static void strip_zeros(struct decimal *decimal)
{
    while (decimal->digits != 0 && decimal->digits % 10 == 0) {
        decimal->digits /= 10;
        decimal->exponent++;
    }
}

static int digit_count(uint64_t digits)
{
    int count = 0;
    for (; digits != 0; digits /= 10)
        count++;
    return count;
}

int decimal_compare(struct decimal a, struct decimal b)
{
    if (a.digits == 0 || b.digits == 0)
        return (a.digits > 0) * (a.negative ? -1 : 1) - (b.digits > 0) * (b.negative ? -1 : 1);
    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    if (a.negative) {
        a.negative = b.negative = false;
        return decimal_compare(b, a);
    }
    if (a.exponent == b.exponent)
        return (a.digits > b.digits) - (a.digits < b.digits);
    strip_zeros(&a);
    strip_zeros(&b);
    int order = digit_count(a.digits) + a.exponent - digit_count(b.digits) - b.exponent;
    if (order != 0)
        return order > 0 ? 1 : -1;
    /* Of the same size: both fit into the digits of the longer one. */
    (void)lower(&a, b.exponent);
    (void)lower(&b, a.exponent);
    return (a.digits > b.digits) - (a.digits < b.digits);
}

int decimal_precision(struct decimal decimal)
{
    if (decimal.digits == 0 || decimal.exponent < 0)
        return decimal.exponent < 0 ? decimal.exponent : 0;
    strip_zeros(&decimal);
    return decimal.exponent;
}

void decimal_print(struct decimal decimal, struct buffer *out)
{
    char digits[24];
    int count = 0;
    strip_zeros(&decimal);
    for (uint64_t rest = decimal.digits; rest != 0 || count == 0; rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    int exponent = decimal.digits != 0 ? decimal.exponent : 0;
    if (decimal.negative && decimal.digits != 0)
        buffer_add_byte(out, '-');
    if (count + exponent <= 0)
        buffer_add_text(out, "0.");
    for (int zeros = count + exponent; zeros < 0; zeros++)
        buffer_add_byte(out, '0');
    for (int i = count - 1; i >= 0; i--) {
        buffer_add_byte(out, digits[i]);
        if (i > 0 && i == -exponent)
            buffer_add_byte(out, '.');
    }
    for (; exponent > 0; exponent--)
        buffer_add_byte(out, '0');
}

long decimal_whole(struct decimal decimal, long most)
{
    if (decimal.negative || decimal_compare(decimal, decimal_of((uint64_t)most, 0)) > 0)
        return -1;
    strip_zeros(&decimal);
    if (decimal.digits == 0)
        return 0;
    if (decimal.exponent < 0 || !lower(&decimal, 0))
        return -1;
    return (long)decimal.digits;
}
