#include "language/sentence_numbers.h"

#include <stdbool.h>

#include "base/vector.h"
#include "text/latinword.h"
#include "text/numeral.h"
#include "text/utf8.h"

#define VALUE_MOST INT64_C(1000000000000000)

/* Whether a number may begin at `at`: most words and characters are none, and are passed fast. */
static bool may_begin(const char *text, size_t end, size_t at)
{
    static const char digits[] = "〇零一二两兩三四五六七八九十百千";
    unsigned char byte = (unsigned char)text[at];
    if (byte < 0x80)
        return latinword_is_letter((char)byte) || (byte >= '0' && byte <= '9');
    if (byte == 0xEF)
        return true;
    for (size_t i = 0; i + 3 < sizeof digits && end - at >= 3; i += 3) {
        if (text[at] == digits[i] && text[at + 1] == digits[i + 1] && text[at + 2] == digits[i + 2])
            return true;
    }
    return false;
}

/* One and 一 say too little. */
static void add_number(struct numerals *out, const struct numeral *numeral)
{
    struct decimal value = numeral->value;
    bool single = numeral->kind != NUMERAL_DIGITS && !numeral->scaled;
    if (numeral->huge || !decimal_shift(&value, 2) ||
        (single && decimal_compare(numeral->value, decimal_of(2, 0)) < 0))
        return;
    for (; value.exponent < 0; value.exponent++)
        value.digits = value.digits / 10 + (value.exponent == -1 && value.digits % 10 >= 5);
    long whole = decimal_whole(value, VALUE_MOST);
    if (whole >= 0)
        VECTOR_PUSH(out, whole);
}

void sentence_numbers_find(const char *text, size_t start, size_t end, struct numerals *out)
{
    struct numeral numeral;
    uint32_t code;
    for (size_t at = start; at < end;) {
        size_t next = at + utf8_decode(text + at, end - at, &code);
        bool letter = latinword_is_letter(text[at]);
        if (may_begin(text, end, at) && numeral_read(text, end, at, &numeral)) {
            if (!numeral.vague)
                add_number(out, &numeral);
            next = numeral.end;
        }
        while (letter && next < end && latinword_is_letter(text[next]))
            next++;
        at = next;
    }
}
