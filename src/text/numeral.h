/* numeral: the number that begins at a place of a text, in English or Chinese.
 *
 *   digits   37.6  .6  1,234,567  12,34,567  １２３ (full-width), grouped by commas, blanks of any
 *            kind or apostrophes; 7 3/4, 2½, 3又1/2; 2e5, 3×10⁸; then a scale: 4.4 million, 2 crore,
 *            5 万, 4.4亿, 3千5百, 1.5万亿, 1万5000, 1兆9,346億
 *   words    two, twenty-five, a hundred and ten, one and a half, two and a half million, half a
 *            million, a quarter of a million, two point oh five, a dozen, a couple of hundred, three
 *            score and ten; third, twenty-first
 *   Han      三十七点六, 三十点六亿, 一万二 (12,000), 两千零五, 廿三, 二〇一四 (digit by digit), 贰佰,
 *            第三; two digits next to one another are a range: 两三百 is 200 to 300
 *   vague    millions, hundreds of thousands; 数百万, 几十, 上千, 成千上万, 数以百万计,
 *            several million: the value is the least they can mean (millions: 1,000,000)
 *   more     多 余 几 within the number: 200多, 三十余万, 十几
 *
 * The value is exact (text/decimal.h). A number of more than 18 digits, or too large for a decimal,
 * is `huge`: it has an end and no value. What is read here is spelling alone: whether "one",
 * 一 or the 2 of a name is a figure is for the caller to say, and so is what "m" after 5 means
 * (numeral_suffix). A place within a number gives the rest of it; the caller begins at its start.
 * Linear in what it reads; nothing is allocated. */
#ifndef DIPTYCH_TEXT_NUMERAL_H
#define DIPTYCH_TEXT_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/decimal.h"

enum numeral_kind { NUMERAL_DIGITS, NUMERAL_WORDS, NUMERAL_HAN };

struct numeral {
    size_t end; /* bytes of the text */
    enum numeral_kind kind;
    struct decimal value;
    struct decimal upper; /* of a range in one numeral (两三), else as value */
    bool scaled;          /* has a scale: million, hundred, dozen, 万, 百 */
    bool grouped;         /* 1,234 */
    bool spelled_digits;  /* Han digits one by one: 二〇一四 */
    bool ordinal;         /* third, 第三, 3rd */
    bool more;            /* 多 余 几 */
    bool vague;
    bool huge;
    bool formal; /* has numerals as deeds and bills write them: 壹 拾 佰 */
    bool dozens; /* its scale is the dozen */
    unsigned char scale; /* of what power the scale behind the digits is: 6 of 4.4 million */
    unsigned places; /* digits of the whole part, of digits and Han digit by digit */
};

/* False when no number begins at `at`. */
bool numeral_read(const char *text, size_t length, size_t at, struct numeral *numeral);

/* The short scale at `at`: k m mn mm mln b bn bln t tn trn, small or capital, not followed by a
 * letter or digit. Returns its bytes, 0 when there is none; *power is what it stands for. */
size_t numeral_suffix(const char *text, size_t length, size_t at, int *power);

#endif
