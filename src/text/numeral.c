#include "text/numeral.h"

#include <string.h>

#include "text/digit.h"
#include "text/latinword.h"
#include "text/numeral_han.h"
#include "text/numeral_words.h"

#define GROUP 3

/* What may stand between groups of three digits: commas, apostrophes and blanks of any kind; ，
 * only between full-width digits. */
static size_t group_mark(const char *text, size_t length, size_t at)
{
    static const char *const marks[] = {
        ",", "\xEF\xBC\x8C", "\xE2\x80\xAF", "\xE2\x80\x89", "\xC2\xA0", " ", "'", "\xE2\x80\x99"
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = strlen(marks[i]);
        if (length - at > size && memcmp(text + at, marks[i], size) == 0)
            return size == 3 && i == 1 &&
                           ((unsigned char)text[at - 1] < 0x80 ||
                            (unsigned char)text[at + 3] < 0x80)
                       ? 0
                       : size;
    }
    return 0;
}

static size_t point_mark(const char *text, size_t length, size_t at)
{
    if (at < length && text[at] == '.')
        return 1;
    return length - at >= 3 && memcmp(text + at, "\xEF\xBC\x8E", 3) == 0 ? 3 : 0;
}

/* Reads digits from numeral->end on; a number that is too long goes on as `huge`. */
static unsigned read_run(const char *text, size_t length, unsigned most, struct numeral *numeral)
{
    unsigned count = 0;
    size_t size;
    int digit;
    while (count < most && (digit = digit_at(text, length, numeral->end, &size)) >= 0) {
        if (!numeral->huge && !decimal_push(&numeral->value, (unsigned)digit))
            numeral->huge = true;
        numeral->end += size;
        count++;
    }
    return count;
}

/* Whether exactly `count` digits stand at `at`. */
static bool is_group(const char *text, size_t length, size_t at, int count)
{
    size_t size;
    for (int i = 0; i < count; i++) {
        if (digit_at(text, length, at, &size) < 0)
            return false;
        at += size;
    }
    return digit_at(text, length, at, &size) < 0;
}

/* 12,34,567: groups of two and a last one of three, as India writes lakhs and crores. */
static bool read_lakhs(const char *text, size_t length, struct numeral *numeral)
{
    size_t end = numeral->end;
    while (end < length && text[end] == ',' && is_group(text, length, end + 1, 2))
        end += 3;
    if (end == numeral->end || end >= length || text[end] != ',' ||
        !is_group(text, length, end + 1, GROUP))
        return false;
    while (numeral->end <= end) {
        numeral->end++;
        numeral->places += read_run(text, length, GROUP, numeral);
    }
    numeral->grouped = true;
    return true;
}

static void read_groups(const char *text, size_t length, struct numeral *numeral)
{
    if (numeral->places < GROUP && read_lakhs(text, length, numeral))
        return;
    size_t mark = group_mark(text, length, numeral->end);
    /* 2,000,000 has one kind of mark: the one it begins with. */
    const char *kind = text + numeral->end;
    while (mark > 0 && length - numeral->end > mark &&
           memcmp(text + numeral->end, kind, mark) == 0 &&
           is_group(text, length, numeral->end + mark, GROUP)) {
        numeral->end += mark;
        numeral->places += read_run(text, length, GROUP, numeral);
        numeral->grouped = true;
    }
}

static void read_fraction(const char *text, size_t length, struct numeral *numeral)
{
    size_t size;
    size_t mark = point_mark(text, length, numeral->end);
    if (mark == 0 || digit_at(text, length, numeral->end + mark, &size) < 0)
        return;
    numeral->end += mark;
    unsigned count = read_run(text, length, (unsigned)-1, numeral);
    if (!numeral->huge && !decimal_shift(&numeral->value, count > 18 ? -99 : -(int)count))
        numeral->huge = true;
}

static int superscript_at(const char *text, size_t length, size_t at, size_t *size)
{
    static const char *const signs[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
    for (int i = 0; i < 10; i++) {
        *size = strlen(signs[i]);
        if (length - at >= *size && memcmp(text + at, signs[i], *size) == 0)
            return i;
    }
    return -1;
}

/* Where the first of `marks` at `at` ends, else `at`. */
static size_t skip_any(const char *text, size_t length, size_t at, const char *const *marks)
{
    for (; *marks != NULL; marks++) {
        size_t size = strlen(*marks);
        if (length - at >= size && memcmp(text + at, *marks, size) == 0)
            return at + size;
    }
    return at;
}

/* 2e5, 6.02 × 10^23, 3×10⁸ */
static void read_power(const char *text, size_t length, struct numeral *numeral)
{
    static const char *const letters[] = { "e", "E", "ｅ", NULL };
    static const char *const times[] = { "×10", "× 10", "x10", "x 10", "*10", NULL };
    static const char *const minus[] = { "-", "−", "⁻", "－", NULL };
    static const char *const plus[] = { "^", "+", NULL };
    size_t at = latinword_skip_blanks(text, length, numeral->end), size = 0;
    size_t behind = skip_any(text, length, at, times);
    bool ten = behind > at;
    if (!ten)
        behind = skip_any(text, length, at = numeral->end, letters);
    if (behind == at)
        return;
    at = skip_any(text, length, behind, plus);
    bool caret = at > behind;
    size_t number = skip_any(text, length, at, minus);
    bool negative = number > at;
    int power = 0, digit, count = 0;
    for (at = number; count < 3; count++, at += size) {
        digit = digit_at(text, length, at, &size);
        if (ten && !caret)
            digit = superscript_at(text, length, at, &size);
        if (digit < 0)
            break;
        power = power * 10 + digit;
    }
    if (count == 0 || count > 2 || (at < length && latinword_is_letter(text[at])))
        return;
    numeral->end = at;
    numeral->scaled = true;
    if (!decimal_shift(&numeral->value, negative ? -power : power))
        numeral->huge = true;
}

/* 2½, and ½ by itself. */
static bool read_vulgar(const char *text, size_t length, struct numeral *numeral)
{
    static const struct {
        const char *sign;
        unsigned char numerator;
        unsigned char denominator;
    } parts[] = {
        { "\xC2\xBD", 1, 2 },     { "\xC2\xBC", 1, 4 },     { "\xC2\xBE", 3, 4 },
        { "\xE2\x85\x95", 1, 5 }, { "\xE2\x85\x96", 2, 5 }, { "\xE2\x85\x97", 3, 5 },
        { "\xE2\x85\x98", 4, 5 }, { "\xE2\x85\x9B", 1, 8 }, { "\xE2\x85\x9C", 3, 8 },
        { "\xE2\x85\x9D", 5, 8 }, { "\xE2\x85\x9E", 7, 8 },
    };
    unsigned char byte = numeral->end < length ? (unsigned char)text[numeral->end] : 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts && (byte == 0xC2 || byte == 0xE2); i++) {
        size_t size = strlen(parts[i].sign);
        if (length - numeral->end >= size &&
            memcmp(text + numeral->end, parts[i].sign, size) == 0 &&
            decimal_add_part(&numeral->value, parts[i].numerator, parts[i].denominator)) {
            numeral->end += size;
            return true;
        }
    }
    return false;
}

/* 7 3/4, 3-1/4, $5.38-1/2 */
static void read_mixed(const char *text, size_t length, struct numeral *numeral)
{
    unsigned parts[2] = { 0, 0 };
    struct decimal part = decimal_of(0, 0);
    size_t at = numeral->end;
    if (read_vulgar(text, length, numeral) || at + 3 >= length ||
        (text[at] != ' ' && (text[at] != '-' || numeral->places > 2)) ||
        (numeral->value.exponent < 0 && text[at] != '-'))
        return;
    for (int i = 0; i < 2; i++) {
        size_t start = ++at;
        for (; at < length && at < start + 2 && text[at] >= '0' && text[at] <= '9'; at++)
            parts[i] = parts[i] * 10 + (unsigned)(text[at] - '0');
        if (at == start || (i == 0 && (at >= length || text[at] != '/')))
            return;
    }
    if (parts[1] > 1 && (at >= length || strchr("/0123456789", text[at]) == NULL) &&
        decimal_add_part(&part, parts[0], parts[1]) &&
        decimal_shift(&part, numeral->value.exponent) && decimal_add(&numeral->value, part))
        numeral->end = at;
}

/* 1st 2nd 3rd 11th. */
static void read_ordinal(const char *text, size_t length, struct numeral *numeral)
{
    static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
    struct latinword word;
    if (numeral->value.exponent == 0 && latinword_at(text, length, numeral->end, &word) &&
        latinword_find(word.text, endings) >= 0) {
        numeral->ordinal = true;
        numeral->end = word.end;
    }
}

static bool read_digits(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    *numeral = (struct numeral){ .end = at, .kind = NUMERAL_DIGITS };
    numeral->places = read_run(text, length, (unsigned)-1, numeral);
    if (numeral->places > 0 && numeral->places <= GROUP)
        read_groups(text, length, numeral);
    read_fraction(text, length, numeral);
    if (numeral->end == at && !read_vulgar(text, length, numeral))
        return false;
    if (!numeral->huge)
        read_power(text, length, numeral);
    if (numeral->huge)
        return true;
    if (numeral->value.exponent == 0 || numeral->value.exponent == -2)
        read_mixed(text, length, numeral);
    read_ordinal(text, length, numeral);
    if (!numeral->ordinal) {
        int exponent = numeral->value.exponent;
        numeral_words_scale(text, length, numeral);
        numeral_han_scale(text, length, numeral);
        if (numeral->value.exponent > exponent)
            numeral->scale = (unsigned char)(numeral->value.exponent - exponent);
    }
    numeral->upper = numeral->value;
    return true;
}

/* 第三, 第 3. */
static bool read_numbered(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    static const char sign[] = "第";
    size_t size = sizeof sign - 1;
    if (length - at < size || memcmp(text + at, sign, size) != 0)
        return false;
    at = latinword_skip_blanks(text, length, at + size);
    if (!read_digits(text, length, at, numeral) && !numeral_han_read(text, length, at, numeral))
        return false;
    numeral->ordinal = true;
    return !numeral->vague;
}

/* A whole number up to a million behind `sign` at `at`; its end in *end, -1 when there is none. */
static long read_behind(const char *text, size_t length, size_t at, const char *sign, size_t *end)
{
    struct numeral numeral;
    size_t size = strlen(sign);
    if (length - at <= size || memcmp(text + at, sign, size) != 0 ||
        (!read_digits(text, length, at + size, &numeral) &&
         !numeral_han_read(text, length, at + size, &numeral)) ||
        numeral.huge)
        return -1;
    *end = numeral.end;
    return decimal_whole(numeral.value, 1000000);
}

/* 三又二分之一 */
static void read_mixed_han(const char *text, size_t length, struct numeral *numeral)
{
    size_t end;
    if (numeral->huge || numeral->ordinal)
        return;
    long denominator = read_behind(text, length, numeral->end, "又", &end);
    long numerator = denominator > 1 ? read_behind(text, length, end, "分之", &end) : -1;
    if (numerator > 0 && decimal_add_part(&numeral->value, (unsigned)numerator, (unsigned)denominator)) {
        numeral->end = end;
        numeral->upper = numeral->value;
    }
}

bool numeral_read(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    if (at >= length)
        return false;
    if (latinword_is_letter(text[at]))
        return numeral_words_read(text, length, at, numeral);
    bool han = (unsigned char)text[at] >= 0xE3 && (unsigned char)text[at] <= 0xE9;
    if (!(!han && read_digits(text, length, at, numeral)) &&
        !read_numbered(text, length, at, numeral) && !numeral_han_read(text, length, at, numeral))
        return false;
    read_mixed_han(text, length, numeral);
    return true;
}

size_t numeral_suffix(const char *text, size_t length, size_t at, int *power)
{
    static const char *const suffixes[] = { "k",  "m",   "mn", "mm", "mln", "b",
                                            "bn", "bln", "t",  "tn", "trn", NULL };
    static const int powers[] = { 3, 6, 6, 6, 6, 9, 9, 9, 12, 12, 12 };
    struct latinword word;
    size_t size;
    if (!latinword_at(text, length, at, &word) || digit_at(text, length, word.end, &size) >= 0)
        return 0;
    int found = latinword_find(word.text, suffixes);
    if (found < 0)
        return 0;
    *power = powers[found];
    return word.end - at;
}
