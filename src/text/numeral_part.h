/* numeral_part: what the readers of digits, English words and Chinese numerals share. Parts of
 * numeral.h, which says what is read. */
#ifndef DIPTYCH_TEXT_NUMERAL_PART_H
#define DIPTYCH_TEXT_NUMERAL_PART_H

#include "text/numeral.h"

#define NUMERAL_NONE 99 /* no power yet */

/* A number being put together, in either language. In 三亿二千五百万, three million two hundred: `total`
 * holds what stands before the last large unit, `section` what stands behind it, `digit` what waits for
 * its unit. */
struct numeral_sum {
    struct decimal total, section, digit;
    bool digit_any, section_any;
    bool zero;     /* 零 stands before the digit */
    int last;      /* power of the last unit */
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

/* Takes in the fraction behind numeral->end: 2½, 7 3/4, two and a half, 三又二分之一; of the scale before it
 * in “a million and a half”. One without an exact value makes the numeral huge, but for one in words. */
void numeral_mixed(const char *text, size_t length, struct numeral *numeral);

/* A number in words, or in Chinese, that begins at `at`. Fills all of `numeral`. */
bool numeral_words_read(const char *text, size_t length, size_t at, struct numeral *numeral);
bool numeral_han_read(const char *text, size_t length, size_t at, struct numeral *numeral);

/* Behind digits that end at numeral->end: hundred, dozen, million ..., multiplied in; 万, 亿, 3千5百, 多. */
void numeral_words_scale(const char *text, size_t length, struct numeral *numeral);
void numeral_han_scale(const char *text, size_t length, struct numeral *numeral);

/* The fraction in words at `at`: a half, three quarters; 0 and no parts, or its end. */
size_t numeral_words_fraction(const char *text, size_t length, size_t at, unsigned parts[2]);

/* Of how many equal parts the word is one, or some: 2 of half, 3 of thirds, 4 of quarter; 0 of others. */
unsigned numeral_words_part(const char *word);

#endif
