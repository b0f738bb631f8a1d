#include "text/numeral.h"

#include <string.h>

#include "text/ascii.h"
#include "text/digit.h"
#include "text/latinword.h"
#include "text/numeral_part.h"
#include "text/wordlist.h"

#define GROUP 3

/* What may stand between groups of three digits: commas, apostrophes and blanks of any kind; ，
 * only between full-width digits. */
static size_t group_mark(const char *text, size_t length, size_t at)
{
    static const char marks[] = ", ， \xE2\x80\xAF \xE2\x80\x89 \xC2\xA0 _ ' ’";
    size_t size;
    int mark = wordlist_number(text, at, length, marks, &size);
    if (length - at <= size || (mark == 1 && ((unsigned char)text[at - 1] < 0x80 ||
                                                       (unsigned char)text[at + size] < 0x80)))
        return 0;
    return size;
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

/* 12,34,567: groups of two and a last one of three, as India writes lakhs and crores. */
static bool read_lakhs(const char *text, size_t length, struct numeral *numeral)
{
    size_t end = numeral->end;
    while (end < length && text[end] == ',' && digit_is_group(text, length, end + 1, 2))
        end += 3;
    if (end == numeral->end || end >= length || text[end] != ',' ||
        !digit_is_group(text, length, end + 1, GROUP))
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
           digit_is_group(text, length, numeral->end + mark, GROUP)) {
        numeral->end += mark;
        numeral->places += read_run(text, length, GROUP, numeral);
        numeral->grouped = true;
    }
}

static void read_fraction(const char *text, size_t length, struct numeral *numeral)
{
    size_t size, rest = length - numeral->end;
    const char *point = text + numeral->end;
    size_t mark = rest > 0 && *point == '.' ? 1 : rest > 3 && memcmp(point, "．", 3) == 0 ? 3 : 0;
    if (mark == 0 || digit_at(text, length, numeral->end + mark, &size) < 0)
        return;
    numeral->end += mark;
    unsigned count = read_run(text, length, (unsigned)-1, numeral);
    if (!numeral->huge && !decimal_shift(&numeral->value, count > 18 ? -99 : -(int)count))
        numeral->huge = true;
}

/* 1.67 × 10-27: a minus sign where the type lost its raised digits; 2.5 x 10-12 cm may be boards. */
static bool is_lost(const struct decimal *value, int power, bool hyphen)
{
    return value->exponent < 0 && decimal_compare(*value, decimal_of(1, 0)) >= 0 &&
           decimal_compare(*value, decimal_of(1, 1)) < 0 && (!hyphen || power < 10 || power > 15);
}

/* What a power says behind its sign, in small raised digits or in plain ones, of two places at most;
 * the end of it, 0 where there is none. */
static size_t read_exponent(const char *text, size_t length, size_t at, bool raised, int *power)
{
    size_t size;
    int digit, count = 0;
    for (*power = 0; count < 3; count++, at += size) {
        digit = raised ? wordlist_number(text, at, length, "⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹", &size)
                       : digit_at(text, length, at, &size);
        if (digit < 0)
            break;
        *power = *power * 10 + digit;
    }
    return count == 0 || count > 2 || (at < length && latinword_is_letter(text[at])) ? 0 : at;
}

/* 2e5, 6.02 × 10^23, 3×10⁸, 1.6×10−19 */
static void read_power(const char *text, size_t length, struct numeral *numeral)
{
    size_t size, at = latinword_skip_blanks(text, length, numeral->end);
    if (at >= length || strchr("eEx*\xC3\xEF", text[at]) == NULL)
        return;
    int power = 0;
    bool ten = wordlist_number(text, at, length, "×10 ×_10 x10 x_10 *10", &size) >= 0;
    if (!ten && wordlist_number(text, at = numeral->end, length, "e E ｅ", &size) < 0)
        return;
    at += size;
    bool caret = wordlist_number(text, at, length, "^ +", &size) >= 0;
    at += size;
    int sign = wordlist_number(text, at, length, "- − ⁻ －", &size);
    bool raised = !ten || caret || sign < 0 || sign == 2;
    at = read_exponent(text, length, at + size, ten && !caret && raised, &power);
    if (at == 0 || (!raised && !is_lost(&numeral->value, power, sign == 0)))
        return;
    numeral->end = at;
    numeral->scaled = true;
    if (!decimal_shift(&numeral->value, sign >= 0 ? -power : power))
        numeral->huge = true;
}

/* 2^16, 10⁻³, 2.5^-1: the number times itself; huge where there is no exact value. Behind a year, and in
 * small digits behind all but ten, it is the mark of a note. */
static void read_raised(const char *text, size_t length, struct numeral *numeral)
{
    struct decimal base = numeral->value, raised = decimal_of(1, 0), part = decimal_of(0, 0);
    size_t size, at = numeral->end;
    bool caret = text[at] == '^';
    if (base.digits == 10 && base.exponent == 0)
        base = decimal_of(1, 1);
    if ((!caret && (base.exponent != 1 || (unsigned char)text[at] < 0xC2)) || numeral->grouped || numeral->scaled)
        return;
    int power, sign = wordlist_number(text, at += caret, length, "+ - − ⁻ －", &size);
    at = read_exponent(text, length, at + size, !caret, &power);
    if (at == 0 || (numeral->places > 3 && sign < 0))
        return;
    bool fits = power > 0 && base.digits < UINT16_MAX;
    for (int i = 0; i < power && fits; i++)
        fits = decimal_multiply(&raised, (unsigned)base.digits);
    if (sign > 0 && fits && raised.digits > 1) {
        fits = raised.digits < UINT32_MAX && decimal_add_part(&part, 1, (unsigned)raised.digits);
        raised = part;
    }
    numeral->value = raised;
    numeral->end = at;
    numeral->scaled = true;
    numeral->huge = !fits || !decimal_shift(&numeral->value, sign > 0 ? -base.exponent * power : base.exponent * power);
}

/* 2½, and ½ by itself. */
static bool read_vulgar(const char *text, size_t length, struct numeral *numeral)
{
    /* numerator and denominator */
    static const char parts[] = "½=12 ¼=14 ¾=34 ⅕=15 ⅖=25 ⅗=35 ⅘=45 ⅛=18 ⅜=38 ⅝=58 ⅞=78";
    size_t size;
    unsigned char byte = numeral->end < length ? (unsigned char)text[numeral->end] : 0;
    int part = byte == 0xC2 || byte == 0xE2
                   ? wordlist_number(text, numeral->end, length, parts, &size)
                   : -1;
    if (part < 0 || !decimal_add_part(&numeral->value, (unsigned)part / 10, (unsigned)part % 10))
        return false;
    numeral->end += size;
    return true;
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
        for (; at < length && at < start + 2 && ascii_is_digit(text[at]); at++)
            parts[i] = parts[i] * 10 + (unsigned)(text[at] - '0');
        if (at == start || (i == 0 && (at >= length || text[at] != '/')))
            return;
    }
    if (parts[1] < 2 || parts[0] >= parts[1] || (at < length && strchr("/0123456789", text[at]) != NULL))
        return;
    /* 4 1/3 has no exact value */
    numeral->huge = !decimal_add_part(&part, parts[0], parts[1]);
    if (numeral->huge || (decimal_shift(&part, numeral->value.exponent) && decimal_add(&numeral->value, part)))
        numeral->end = at;
}

/* 1st 2nd 3rd 11th. */
static void read_ordinal(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword word;
    if (numeral->value.exponent == 0 && latinword_at(text, length, numeral->end, &word) &&
        latinword_in(word.text, "st nd rd th") &&
        (strcmp(word.text, "st") != 0 || /* 12st are stone */
         (numeral->value.digits % 10 == 1 && numeral->value.digits % 100 != 11))) {
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
    if (!numeral->huge && numeral->end < length && (text[numeral->end] == '^' || numeral->value.digits == 10))
        read_raised(text, length, numeral);
    if (numeral->huge)
        return true;
    if (numeral->value.exponent == 0 || numeral->value.exponent == -2)
        read_mixed(text, length, numeral);
    read_ordinal(text, length, numeral);
    if (!numeral->ordinal && !numeral->huge) {
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
    if (length - at < sizeof sign || memcmp(text + at, sign, sizeof sign - 1) != 0)
        return false;
    at = latinword_skip_blanks(text, length, at + sizeof sign - 1);
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
    if (numerator > 0 &&
        decimal_add_part(&numeral->value, (unsigned)numerator, (unsigned)denominator)) {
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
    if ((han || !read_digits(text, length, at, numeral)) &&
        !read_numbered(text, length, at, numeral) && !numeral_han_read(text, length, at, numeral))
        return false;
    read_mixed_han(text, length, numeral);
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
