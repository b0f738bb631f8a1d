#include "text/numeral.h"

#include <string.h>

#include "text/ascii.h"
#include "text/digit.h"
#include "text/latinword.h"
#include "text/numeral_part.h"
#include "text/numeral_sum.h"
#include "text/wordlist.h"

#define GROUP 3
#define PARTS_MOST 1000000

/* ---- digits ---- */

/* What may stand between groups of three digits: commas, apostrophes and blanks of any kind; ，
 * only between full-width digits. */
static size_t group_mark(const char *text, size_t length, size_t at)
{
    static const char marks[] = ", ， \xE2\x80\xAF \xE2\x80\x89 \xC2\xA0 _ ' ’";
    size_t size;
    int mark = wordlist_number(text, at, length, marks, &size);
    bool wide = length - at > size && (unsigned char)text[at - 1] >= 0x80 && (unsigned char)text[at + size] >= 0x80;
    return length - at <= size || (mark == 1 && !wide) ? 0 : size;
}

/* Reads digits from numeral->end on; a number that is too long goes on as `huge`. */
static unsigned read_run(const char *text, size_t length, unsigned most, struct numeral *numeral)
{
    unsigned count = 0;
    size_t size;
    int digit;
    for (; count < most && (digit = digit_at(text, length, numeral->end, &size)) >= 0; count++) {
        numeral->huge = numeral->huge || !decimal_push(&numeral->value, (unsigned)digit);
        numeral->end += size;
    }
    return count;
}

/* Where the commas of 12,34,567 end, as India writes lakhs and crores: groups of two and a last one of
 * three; 0 for none. */
static size_t lakhs_end(const char *text, size_t length, size_t at)
{
    size_t end = at;
    while (end < length && text[end] == ',' && digit_is_group(text, length, end + 1, 2))
        end += 3;
    bool last = end < length && text[end] == ',' && digit_is_group(text, length, end + 1, GROUP);
    return last && end > at ? end + 1 : 0;
}

static void read_groups(const char *text, size_t length, struct numeral *numeral)
{
    /* 2,000,000 has one kind of mark: the one it begins with. */
    const char *kind = text + numeral->end;
    size_t mark = group_mark(text, length, numeral->end);
    size_t lakhs = mark > 0 && numeral->places < GROUP ? lakhs_end(text, length, numeral->end) : 0;
    while (mark > 0 && length - numeral->end > mark && memcmp(text + numeral->end, kind, mark) == 0 &&
           (numeral->end < lakhs || digit_is_group(text, length, numeral->end + mark, GROUP))) {
        numeral->end += mark;
        numeral->places += read_run(text, length, GROUP, numeral);
        numeral->grouped = true;
    }
}

static void read_fraction(const char *text, size_t length, struct numeral *numeral)
{
    size_t size, mark;
    (void)wordlist_number(text, numeral->end, length, ". ．", &mark);
    if (mark == 0 || digit_at(text, length, numeral->end + mark, &size) < 0)
        return;
    numeral->end += mark;
    unsigned count = read_run(text, length, (unsigned)-1, numeral);
    numeral->huge = numeral->huge || !decimal_shift(&numeral->value, count > 18 ? -99 : -(int)count);
}

/* ---- powers ---- */

/* What a power says behind its sign, in small raised digits or in plain ones, of two places at most. */
struct exponent {
    size_t end; /* 0: there is none */
    int power;
    bool minus, plain_minus; /* the latter a sign that is not raised */
    bool raised;
};

static struct exponent read_exponent(const char *text, size_t length, size_t at)
{
    struct exponent read = { 0, 0, false, false, false };
    size_t size;
    int count = 0, sign = wordlist_number(text, at, length, "⁻ - − －", &size);
    read.minus = sign >= 0;
    read.plain_minus = sign > 0;
    for (at += size; count < 3; count++, at += size) {
        int digit = wordlist_number(text, at, length, "⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹", &size);
        bool raised = digit >= 0;
        digit = raised ? digit : digit_at(text, length, at, &size);
        if (digit < 0 || (count > 0 && raised != read.raised))
            break;
        read.raised = raised;
        read.power = read.power * 10 + digit;
    }
    read.end = count == 0 || count > 2 || (at < length && latinword_is_letter(text[at])) ? 0 : at;
    return read;
}

/* 1.67 × 10-27: a minus sign where the type lost its raised digits; 2.5 x 10-12 cm may be boards. */
static bool is_lost(const struct decimal *value, int power, bool hyphen)
{
    return value->exponent < 0 && decimal_compare(*value, decimal_of(1, 0)) >= 0 &&
           decimal_compare(*value, decimal_of(1, 1)) < 0 && (!hyphen || power < 10 || power > 15);
}

/* 2e5, 6.02 × 10^23, 3×10⁸, 1.6×10−19 */
static void read_power(const char *text, size_t length, struct numeral *numeral)
{
    size_t size, caret, at = latinword_skip_blanks(text, length, numeral->end);
    if (at >= length || strchr("eEx*\xC3\xEF", text[at]) == NULL)
        return;
    bool ten = wordlist_number(text, at, length, "×10 ×_10 x10 x_10 *10", &size) >= 0;
    if (!ten && wordlist_number(text, at = numeral->end, length, "e E ｅ", &size) < 0)
        return;
    at += size;
    (void)wordlist_number(text, at, length, "^ +", &caret);
    const struct exponent read = read_exponent(text, length, at + caret);
    if (read.end == 0 || (!ten && read.raised) ||
        (ten && caret == 0 && !read.raised &&
         (!read.plain_minus || !is_lost(&numeral->value, read.power, text[at] == '-'))))
        return;
    numeral->end = read.end;
    numeral->scaled = true;
    numeral->huge = !decimal_shift(&numeral->value, read.minus ? -read.power : read.power);
}

/* 2^16, 10⁻³, 2.5^-1: the number times itself; huge where there is no exact value. Behind a year, and in
 * small digits behind all but ten, it is the mark of a note. */
static void read_raised(const char *text, size_t length, struct numeral *numeral)
{
    struct decimal base = numeral->value, raised = decimal_of(1, 0), part = decimal_of(0, 0);
    size_t at = numeral->end;
    bool caret = text[at] == '^';
    if (base.digits == 10 && base.exponent == 0)
        base = decimal_of(1, 1);
    if ((!caret && (base.exponent != 1 || (unsigned char)text[at] < 0xC2)) || numeral->grouped || numeral->scaled)
        return;
    const struct exponent read = read_exponent(text, length, at + caret + (caret && at + 1 < length && text[at + 1] == '+'));
    if (read.end == 0 || read.raised == caret || (numeral->places > 3 && !read.minus))
        return;
    bool fits = read.power > 0 && base.digits < UINT16_MAX;
    for (int i = 0; i < read.power && fits; i++)
        fits = decimal_multiply(&raised, (unsigned)base.digits);
    if (read.minus && fits && raised.digits > 1) {
        fits = raised.digits < UINT32_MAX && decimal_add_part(&part, 1, (unsigned)raised.digits);
        raised = part;
    }
    numeral->value = raised;
    numeral->end = read.end;
    numeral->scaled = true;
    numeral->huge = !fits || !decimal_shift(&numeral->value, base.exponent * (read.minus ? -read.power : read.power));
}

/* ---- fractions behind a whole number ---- */

/* A whole number at `at`, up to `most`, and where it ends; -1 when there is none. */
static long read_whole(const char *text, size_t length, size_t at, long most, size_t *end)
{
    struct numeral numeral = { .end = at };
    if (read_run(text, length, (unsigned)-1, &numeral) == 0 && !numeral_han_read(text, length, at, &numeral))
        return -1;
    *end = numeral.end;
    return numeral.huge ? -1 : decimal_whole(numeral.value, most);
}

/* 3/4, 二分之一 at `at`: its parts, with one of `marks` between them, and where it ends, 0 for none. */
static size_t read_parts(const char *text, size_t length, size_t at, const char *marks, unsigned parts[2])
{
    size_t end, size;
    long first = read_whole(text, length, at, PARTS_MOST, &end);
    int mark = first < 0 ? -1 : wordlist_number(text, end, length, marks, &size);
    long second = mark < 0 ? -1 : read_whole(text, length, end + size, PARTS_MOST, &end);
    parts[0] = (unsigned)(mark == 0 ? first : second);
    parts[1] = (unsigned)(mark == 0 ? second : first);
    return second <= 0 || first == 0 || parts[0] >= parts[1] ||
                   (mark == 0 && (second > 99 || (end < length && text[end] == '/')))
               ? 0
               : end;
}

/* ½, with its numerator and denominator. */
static size_t read_vulgar(const char *text, size_t length, size_t at, unsigned parts[2])
{
    size_t size;
    if (at >= length || (text[at] != '\xC2' && text[at] != '\xE2'))
        return 0;
    int both = wordlist_number(text, at, length, "½=12 ¼=14 ¾=34 ⅕=15 ⅖=25 ⅗=35 ⅘=45 ⅛=18 ⅜=38 ⅝=58 ⅞=78", &size);
    parts[0] = (unsigned)both / 10;
    parts[1] = (unsigned)both % 10;
    return both < 0 ? 0 : at + size;
}

/* 2½, 7 3/4, 2 and 1/2, 三又二分之一: one without an exact value (4 1/3) makes the number huge. */
static void read_mixed(const char *text, size_t length, struct numeral *numeral)
{
    static const char also[] = "又";
    const int exponent = numeral->value.exponent;
    const bool digits = numeral->kind == NUMERAL_DIGITS && (exponent == 0 || exponent == -2);
    unsigned parts[2];
    const size_t at = numeral->end;
    if (numeral->huge || at >= length)
        return;
    const bool hyphen = text[at] == '-' && numeral->places <= 2;
    size_t end = digits ? read_vulgar(text, length, at, parts) : 0;
    if (end == 0 && digits && (hyphen || (text[at] == ' ' && exponent == 0)) && at + 1 < length &&
        ascii_is_digit(text[at + 1]))
        end = read_parts(text, length, at + 1, "/", parts);
    if (end == 0 && wordlist_at(text, at, length, also) > 0)
        end = read_parts(text, length, at + strlen(also), "/ 分之", parts);
    size_t tied = at; /* 2 and 1/2 */
    if (end == 0 && digits && exponent == 0 && numeral->places <= 2 && latinword_past(text, length, &tied, "and"))
        end = read_parts(text, length, latinword_skip_blanks(text, length, tied), "/", parts);
    if (end > 0) {
        numeral->huge = !numeral_add_part(numeral, parts, digits ? exponent : 0);
        numeral->end = end;
    } else if (numeral->kind == NUMERAL_DIGITS && !numeral->grouped && !latinword_is_letter(text[at])) {
        numeral_words_mixed(text, length, numeral);
    }
}

/* ---- all of it ---- */

/* 1st 2nd 3rd 11th. */
static void read_ordinal(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword word;
    uint64_t last = numeral->value.digits % 100;
    if (numeral->value.exponent == 0 && latinword_at(text, length, numeral->end, &word) &&
        latinword_in(word.text, "st nd rd th") &&
        (strcmp(word.text, "st") != 0 || (last % 10 == 1 && last != 11))) { /* 12st are stone */
        numeral->ordinal = true;
        numeral->end = word.end;
    }
}

/* 1 million 200 thousand, 12 thousand 5 hundred: a smaller scale behind the first. */
static void add_scaled(const char *text, size_t length, struct numeral *numeral)
{
    struct numeral next = { .kind = NUMERAL_DIGITS };
    next.end = latinword_skip_blanks(text, length, numeral->end);
    if (!numeral->scaled || numeral->value.exponent < 2 || next.end == numeral->end ||
        (next.places = read_run(text, length, GROUP, &next)) == 0)
        return;
    numeral_words_scale(text, length, &next);
    struct decimal sum = numeral->value;
    if (next.scaled && !next.dozens && decimal_compare(next.value, decimal_of(1, sum.exponent)) < 0 &&
        decimal_add(&sum, next.value)) {
        numeral->value = sum;
        numeral->end = next.end;
        add_scaled(text, length, numeral);
    }
}

static bool read_digits(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    unsigned parts[2];
    *numeral = (struct numeral){ .end = at, .kind = NUMERAL_DIGITS };
    numeral->places = read_run(text, length, (unsigned)-1, numeral);
    if (numeral->places > 0 && numeral->places <= GROUP)
        read_groups(text, length, numeral);
    read_fraction(text, length, numeral);
    if (numeral->end == at) {
        numeral->end = read_vulgar(text, length, at, parts);
        if (numeral->end == 0 || !decimal_add_part(&numeral->value, parts[0], parts[1]))
            return false;
    }
    if (!numeral->huge)
        read_power(text, length, numeral);
    if (!numeral->huge && numeral->end < length && (text[numeral->end] == '^' || numeral->value.digits == 10))
        read_raised(text, length, numeral);
    if (numeral->huge)
        return true;
    read_mixed(text, length, numeral);
    if (!numeral->huge)
        read_ordinal(text, length, numeral);
    if (!numeral->ordinal && !numeral->huge) {
        const int exponent = numeral->value.exponent;
        numeral_words_scale(text, length, numeral);
        add_scaled(text, length, numeral);
        numeral_han_scale(text, length, numeral);
        numeral_set_scale(numeral, exponent);
    }
    numeral->upper = numeral->value;
    return true;
}

/* 第三, 第 3. */
static bool read_numbered(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    static const char sign[] = "第";
    if (length - at < sizeof sign || memcmp(text + at, sign, sizeof sign - 1) != 0)
        return false;
    at = latinword_skip_blanks(text, length, at + sizeof sign - 1);
    if (!read_digits(text, length, at, numeral) && !numeral_han_read(text, length, at, numeral))
        return false;
    numeral->ordinal = true;
    return !numeral->vague;
}

bool numeral_read(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    if (at >= length)
        return false;
    if (latinword_is_letter(text[at]))
        return numeral_words_read(text, length, at, numeral);
    if ((unsigned char)text[at] < 0xE3 || (unsigned char)text[at] > 0xE9)
        return read_digits(text, length, at, numeral);
    if (read_numbered(text, length, at, numeral))
        return true;
    if (!numeral_han_read(text, length, at, numeral))
        return false;
    read_mixed(text, length, numeral);
    return true;
}

size_t numeral_suffix(const char *text, size_t length, size_t at, int *power)
{
    static const char suffixes[] = "k=3 m=6 mn=6 mm=6 mln=6 b=9 bn=9 bln=9 t=12 tn=12 trn=12";
    struct latinword word;
    size_t size;
    if (!latinword_at(text, length, at, &word) || digit_at(text, length, word.end, &size) >= 0)
        return 0;
    *power = wordlist_find(word.text, suffixes, 0);
    return *power > 0 ? word.end - at : 0;
}
