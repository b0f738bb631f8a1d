#include "language/sentence_numbers.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "text/utf8.h"

#define VALUE_MOST 1e15

static void add_number(struct numerals *out, double value)
{
    if (value < VALUE_MOST)
        VECTOR_PUSH(out, (int64_t)llround(value * NUMERAL_UNIT));
}

/* ---- English ---- */

struct number_word {
    const char *word;
    int value;
};

/* Sorted. */
static const struct number_word number_words[] = {
    { "dozen", 12 },     { "eight", 8 },    { "eighteen", 18 }, { "eighth", 8 },  { "eighty", 80 },
    { "eleven", 11 },    { "fifteen", 15 }, { "fifth", 5 },     { "fifty", 50 },  { "five", 5 },
    { "forty", 40 },     { "four", 4 },     { "fourteen", 14 }, { "fourth", 4 },  { "nine", 9 },
    { "nineteen", 19 },  { "ninety", 90 },  { "ninth", 9 },     { "one", 1 },     { "seven", 7 },
    { "seventeen", 17 }, { "seventh", 7 },  { "seventy", 70 },  { "six", 6 },     { "sixteen", 16 },
    { "sixth", 6 },      { "sixty", 60 },   { "ten", 10 },      { "tenth", 10 },  { "third", 3 },
    { "thirteen", 13 },  { "thirty", 30 },  { "three", 3 },     { "twelve", 12 }, { "twenty", 20 },
    { "twice", 2 },      { "two", 2 },
};

static int compare_number_word(const void *word, const void *entry)
{
    return strcmp(word, ((const struct number_word *)entry)->word);
}

/* The value of "three", -1 for what is no such word. */
static int small_number(const struct english_word *word)
{
    const struct number_word *found =
        bsearch(word->text, number_words, sizeof number_words / sizeof *number_words,
                sizeof *number_words, compare_number_word);
    return found != NULL ? found->value : -1;
}

/* 1 for what is no such word. */
static double multiplier(const struct english_word *word)
{
    if (strcmp(word->text, "hundred") == 0)
        return 1e2;
    if (strcmp(word->text, "thousand") == 0)
        return 1e3;
    if (strcmp(word->text, "million") == 0)
        return 1e6;
    return strcmp(word->text, "billion") == 0 ? 1e9 : 1;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t read_digits(const struct english_word *words, size_t count, struct numerals *out)
{
    double value = strtod(words[0].text, NULL);
    double factor = count > 1 ? multiplier(&words[1]) : 1;
    add_number(out, value * factor);
    return factor > 1 ? 2 : 1;
}

/* "three hundred and twelve thousand": how many words it takes. */
static size_t read_words(const struct english_word *words, size_t count, struct numerals *out)
{
    double total = 0, current = 0;
    size_t at = 0;
    for (; at < count; at++) {
        int small = small_number(&words[at]);
        double factor = multiplier(&words[at]);
        if (small >= 0) {
            current += small;
        } else if (factor == 1e2) {
            current = (current > 0 ? current : 1) * factor;
        } else if (factor > 1) {
            total += (current > 0 ? current : 1) * factor;
            current = 0;
        } else if (strcmp(words[at].text, "and") != 0 || current < 100 || at + 1 == count ||
                   small_number(&words[at + 1]) < 0) {
            break;
        }
    }
    if (at > 0 && total + current >= 2)
        add_number(out, total + current);
    return at;
}

void numerals_english(const struct english_word *words, size_t count, struct numerals *out)
{
    for (size_t at = 0; at < count;) {
        size_t size = is_digit(words[at].text[0]) ? read_digits(words + at, count - at, out)
                                                  : read_words(words + at, count - at, out);
        at += size > 0 ? size : 1;
    }
}

/* ---- Chinese ---- */

struct scan {
    const char *text;
    size_t at;
    size_t end;
};

static uint32_t peek(const struct scan *scan, size_t *size)
{
    uint32_t code = 0;
    *size =
        scan->at < scan->end ? utf8_decode(scan->text + scan->at, scan->end - scan->at, &code) : 0;
    return *size > 0 ? code : 0;
}

static int plain_digit(uint32_t code)
{
    if (code >= '0' && code <= '9')
        return (int)(code - '0');
    return code >= 0xFF10 && code <= 0xFF19 ? (int)(code - 0xFF10) : -1;
}

static int han_digit(uint32_t code)
{
    switch (code) {
    case 0x3007: /* 〇 */
    case 0x96F6: /* 零 */ return 0;
    case 0x4E00: /* 一 */ return 1;
    case 0x4E8C: /* 二 */
    case 0x4E24: /* 两 */
    case 0x5169: /* 兩 */ return 2;
    case 0x4E09: /* 三 */ return 3;
    case 0x56DB: /* 四 */ return 4;
    case 0x4E94: /* 五 */ return 5;
    case 0x516D: /* 六 */ return 6;
    case 0x4E03: /* 七 */ return 7;
    case 0x516B: /* 八 */ return 8;
    case 0x4E5D: /* 九 */ return 9;
    default: return -1;
    }
}

static double han_unit(uint32_t code)
{
    switch (code) {
    case 0x5341: /* 十 */ return 1e1;
    case 0x767E: /* 百 */ return 1e2;
    case 0x5343: /* 千 */ return 1e3;
    case 0x4E07: /* 万 */
    case 0x842C: /* 萬 */ return 1e4;
    case 0x4EBF: /* 亿 */
    case 0x5104: /* 億 */ return 1e8;
    default: return 1;
    }
}

/* Whether a digit follows the sign at scan->at. */
static bool digit_follows(const struct scan *scan, size_t size)
{
    struct scan ahead = { scan->text, scan->at + size, scan->end };
    return plain_digit(peek(&ahead, &size)) >= 0;
}

/* 3,000.5万 */
static void read_plain_number(struct scan *scan, struct numerals *out)
{
    double value = 0, step = 0;
    uint32_t code;
    size_t size;
    while ((code = peek(scan, &size)) != 0) {
        int digit = plain_digit(code);
        if (digit >= 0 && step == 0)
            value = value * 10 + digit;
        else if (digit >= 0)
            value += (step /= 10) * digit;
        else if (code == '.' && step == 0 && digit_follows(scan, size))
            step = 1;
        else if (code != ',' || step != 0 || !digit_follows(scan, size))
            break;
        scan->at += size;
    }
    while (peek(scan, &size) == ' ')
        scan->at += size;
    for (double unit; (unit = han_unit(peek(scan, &size))) > 1; scan->at += size)
        value *= unit;
    add_number(out, value);
}

/* What has been read of a Chinese number: 三千二百 is in `section`, the last digit in `digit`. */
struct han_number {
    double total;
    double section;
    double digit;
    double plain; /* the digits one after another: 二〇一五 */
    size_t digits;
    bool has_unit;
};

static void take_unit(struct han_number *number, double unit)
{
    number->has_unit = true;
    if (unit < 1e4) {
        number->section += (number->digit > 0 ? number->digit : 1) * unit;
    } else if (unit == 1e4) {
        number->total += (number->section + number->digit) * unit;
        number->section = 0;
    } else {
        number->total = (number->total + number->section + number->digit) * unit;
        number->section = 0;
    }
    number->digit = 0;
}

static void read_han_number(struct scan *scan, struct numerals *out)
{
    struct han_number number = { 0 };
    uint32_t code;
    size_t size;
    for (; (code = peek(scan, &size)) != 0; scan->at += size) {
        int digit = han_digit(code);
        double unit = han_unit(code);
        if (digit >= 0) {
            number.digit = digit;
            number.plain = number.plain * 10 + digit;
            number.digits++;
        } else if (unit > 1) {
            take_unit(&number, unit);
        } else {
            break;
        }
    }
    double value = number.has_unit ? number.total + number.section + number.digit : number.plain;
    bool compound = number.has_unit || number.digits > 1;
    if (value >= (compound ? 10 : 2))
        add_number(out, value);
}

void numerals_chinese(const char *text, size_t start, size_t end, struct numerals *out)
{
    struct scan scan = { text, start, end };
    uint32_t code;
    size_t size;
    while ((code = peek(&scan, &size)) != 0 || size > 0) {
        double unit = han_unit(code);
        if (plain_digit(code) >= 0)
            read_plain_number(&scan, out);
        else if (han_digit(code) >= 0 || (unit > 1 && unit < 1e4))
            read_han_number(&scan, out);
        else
            scan.at += size;
    }
}
