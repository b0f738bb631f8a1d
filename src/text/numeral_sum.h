/* numeral_sum: a number being put together of digits and scales, in either language. */
#ifndef DIPTYCH_TEXT_NUMERAL_SUM_H
#define DIPTYCH_TEXT_NUMERAL_SUM_H

#include "text/numeral.h"

#define NUMERAL_NONE 99 /* no power yet */

/* In 三亿二千五百万, three million two hundred: `total` holds what stands before the last large unit, `section`
 * what stands behind it, `digit` what waits for its unit. */
struct numeral_sum {
    struct decimal total, section, digit;
    bool digit_any, section_any;
    bool zero;      /* 零 stands before the digit */
    int last;       /* power of the last unit */
    int last_large; /* of the last large one: it closed a section */
};

struct numeral_sum numeral_sum_of(struct decimal digit, bool any);

/* A hundred, 十 百 千: of the digit alone, each smaller than the one before it in its section; 十 without a
 * digit is ten. */
bool numeral_sum_small(struct numeral_sum *sum, int power);

/* A million, 万 亿: of the section, or, where `rises`, if larger than the last one of all before it (万亿). */
bool numeral_sum_large(struct numeral_sum *sum, int power, bool rises);

/* All of it into `total`; false where it does not fit. */
bool numeral_sum_close(struct numeral_sum *sum);

/* Puts digits behind the point: `part` is `places` of them. */
bool numeral_add_places(struct decimal *value, struct decimal part, int places);

/* Tells the scale behind digits whose last one was of ten to `exponent`. */
void numeral_set_scale(struct numeral *numeral, int exponent);

/* Adds parts[0] of parts[1] equal parts, times ten to `shift`; false where that has no exact value. */
bool numeral_add_part(struct numeral *numeral, const unsigned parts[2], int shift);

#endif
