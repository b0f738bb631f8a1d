/* decimal: exact decimal numbers as an article states them.
 *
 * A decimal is digits times ten to the exponent; no binary floating point is involved, so 37.6
 * stays 37.6. The digits are kept as they were stated: 4.4 million is 44 with exponent 5, 50,000
 * is 50000 with exponent 0, and 5万 is 5 with exponent 4; the exponent so tells the place of the
 * last digit that was said. A negative number is its magnitude and a sign: adding and subtracting are
 * of magnitudes, comparing and printing heed the sign.
 *
 * Limits: 18 digits, exponents from -18 to 48. What would not fit is refused (false), never cut.
 * Plain values: nothing is allocated. */
#ifndef DIPTYCH_TEXT_DECIMAL_H
#define DIPTYCH_TEXT_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

#define DECIMAL_EXPONENT_LEAST (-18)
#define DECIMAL_EXPONENT_MOST 48

struct decimal {
    uint64_t digits; /* below 10^18 */
    int exponent;
    bool negative;
};

struct decimal decimal_of(uint64_t digits, int exponent);

/* Puts one more digit at the end: 37, 6 gives 376. The exponent stays. */
bool decimal_push(struct decimal *decimal, unsigned digit);

/* Times ten to the `power`, as a scale word does. */
bool decimal_shift(struct decimal *decimal, int power);

bool decimal_multiply(struct decimal *decimal, unsigned factor);

/* Adds; the last digit said is that of the finer one. */
bool decimal_add(struct decimal *decimal, struct decimal other);

/* Adds numerator / denominator, less than 1, where that is an exact decimal. */
bool decimal_add_part(struct decimal *decimal, unsigned numerator, unsigned denominator);

/* a - b, 0 when b is larger; false when that does not fit. */
bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *difference);

/* By value, whatever was stated: -1, 0, 1. */
int decimal_compare(struct decimal a, struct decimal b);

/* The exponent of the last digit that is not a zero of a whole number: 0 of 37, -1 of 37.6 and
 * of 37.0, 4 of 50,000 and 5万; 0 of 0. */
int decimal_precision(struct decimal decimal);

/* Appends it in full, without needless zeros: 37.6, 4400000, 0.5. */
void decimal_print(struct decimal decimal, struct buffer *out);

/* The value if it is a whole number up to `most`, else -1. */
long decimal_whole(struct decimal decimal, long most);

#endif
