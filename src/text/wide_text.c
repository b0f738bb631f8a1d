#include "text/wide_text.h"

#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

#define FEW 32 /* bytes */

size_t wide_text_mark(const char *bytes, size_t length, enum wide_text *form)
{
    static const struct {
        const char *bytes;
        size_t length;
        enum wide_text form;
    } marks[] = {
        { "\xff\xfe\0\0", 4, WIDE_TEXT_32LE },
        { "\0\0\xfe\xff", 4, WIDE_TEXT_32BE },
        { "\xff\xfe", 2, WIDE_TEXT_16LE },
        { "\xfe\xff", 2, WIDE_TEXT_16BE },
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (length >= marks[i].length && memcmp(bytes, marks[i].bytes, marks[i].length) == 0) {
            *form = marks[i].form;
            return marks[i].length;
        }
    return 0;
}

static size_t looked_at(size_t length, size_t unit)
{
    size_t look = length < WIDE_TEXT_LOOK ? length : WIDE_TEXT_LOOK;
    return look - look % unit;
}

/* In UTF-32 two of four bytes are always zeros. */
static enum wide_text form_of_quarters(const char *bytes, size_t length)
{
    size_t zeros[4] = { 0 };
    size_t look = looked_at(length, 4);
    size_t most = look / 4 * 9 / 10;
    size_t few = look / 4 / 10;
    for (size_t i = 0; i < look; i++)
        zeros[i % 4] += bytes[i] == '\0';
    if (look < 8)
        return WIDE_TEXT_NONE;
    if (zeros[2] > most && zeros[3] > most && zeros[0] <= few)
        return WIDE_TEXT_32LE;
    return zeros[0] > most && zeros[1] > most && zeros[3] <= few ? WIDE_TEXT_32BE : WIDE_TEXT_NONE;
}

static enum wide_text form_of_halves(const char *bytes, size_t length)
{
    size_t zeros[2] = { 0 };
    size_t look = looked_at(length, 2);
    for (size_t i = 0; i < look; i++)
        zeros[i % 2] += bytes[i] == '\0';
    size_t most = zeros[0] > zeros[1] ? zeros[0] : zeros[1];
    size_t least = zeros[0] > zeros[1] ? zeros[1] : zeros[0];
    if (most * 50 <= look || least * 20 >= most)
        return WIDE_TEXT_NONE;
    return zeros[1] > zeros[0] ? WIDE_TEXT_16LE : WIDE_TEXT_16BE;
}

/* The high byte of nearly every character lies from 4E to 9F, or is that of ASCII, of CJK
 * punctuation, of a full-width form or of half a pair; the low one may be any. */
static enum wide_text form_of_han(const char *bytes, size_t length)
{
    size_t high[2] = { 0, 0 };
    size_t look = looked_at(length, 2);
    for (size_t i = 0; i < look; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        high[i % 2] += (byte >= 0x4E && byte <= 0x9F) || (byte >= 0xD8 && byte <= 0xDF) ||
                       byte == 0 || byte == 0x30 || byte == 0xFF;
    }
    size_t most = high[0] > high[1] ? high[0] : high[1];
    size_t least = high[0] > high[1] ? high[1] : high[0];
    if (look < 16 || most * 20 <= look * 9 || least * 20 >= look * 7)
        return WIDE_TEXT_NONE;
    return high[1] > high[0] ? WIDE_TEXT_16LE : WIDE_TEXT_16BE;
}

/* What a short text has: letters of English and its neighbours, Chinese, their signs, and pictures.
 */
static bool is_common(uint32_t code)
{
    static const struct {
        uint32_t from, to;
    } ranges[] = {
        { '\t', '\n' },     { '\r', '\r' },     { ' ', '~' },         { 0xA0, 0xFF },
        { 0x2010, 0x206F }, { 0x20A0, 0x20BF }, { 0x2100, 0x27BF },   { 0x3000, 0x303F },
        { 0x4E00, 0x9FFF }, { 0xFF01, 0xFFEF }, { 0x1F000, 0x1FAFF }, { 0x20000, 0x323AF },
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (code >= ranges[i].from && code <= ranges[i].to)
            return true;
    }
    return false;
}

static uint32_t unit_at(const char *bytes, size_t size, bool little)
{
    uint32_t unit = 0;
    for (size_t i = 0; i < size; i++)
        unit = unit << 8 | (unsigned char)bytes[little ? size - 1 - i : i];
    return unit;
}

static bool is_all_common(const char *bytes, size_t length, size_t size, bool little)
{
    for (size_t at = 0; at < length; at += size) {
        uint32_t code = unit_at(bytes + at, size, little);
        if (size == 2 && code >= 0xD800 && code < 0xDC00 && at + 4 <= length) {
            uint32_t low = unit_at(bytes + at + 2, size, little);
            code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10) + low - 0xDC00
                                                 : 0;
            at += 2;
        }
        if (!is_common(code))
            return false;
    }
    return true;
}

/* Whether every second byte from `from` on is a zero, and a small letter is among the others. */
static bool has_small_letters(const char *bytes, size_t length, size_t from)
{
    bool small = false;
    for (size_t at = 0; at < length; at += 2) {
        if (bytes[at + from] != '\0')
            return false;
        small = small || (bytes[at + 1 - from] >= 'a' && bytes[at + 1 - from] <= 'z');
    }
    return small;
}

/* A few characters are too few to be counted: the order in which each is one that texts have; the
 * more usual one where both are, but for what is English in the other. */
static enum wide_text form_of_few(const char *bytes, size_t length)
{
    if (length < 4 || length > FEW || length % 2 != 0)
        return WIDE_TEXT_NONE;
    if (length % 4 == 0 && is_all_common(bytes, length, 4, true))
        return WIDE_TEXT_32LE;
    if (length % 4 == 0 && is_all_common(bytes, length, 4, false))
        return WIDE_TEXT_32BE;
    bool little = is_all_common(bytes, length, 2, true);
    bool big = is_all_common(bytes, length, 2, false);
    if (big && (!little || has_small_letters(bytes, length, 0)))
        return WIDE_TEXT_16BE;
    return little ? WIDE_TEXT_16LE : WIDE_TEXT_NONE;
}

bool wide_text_may_be_han(const char *bytes, size_t length)
{
    return form_of_han(bytes, length) != WIDE_TEXT_NONE ||
           (form_of_few(bytes, length) != WIDE_TEXT_NONE && !utf8_is_valid(bytes, length));
}

/* Han first: the low byte of 一 and 开 is zero, too. */
enum wide_text wide_text_form(const char *bytes, size_t length)
{
    enum wide_text form = WIDE_TEXT_NONE;
    if (wide_text_mark(bytes, length, &form) > 0 ||
        memchr(bytes, '\0', looked_at(length, 2)) == NULL)
        return form;
    form = form_of_few(bytes, length);
    if (form == WIDE_TEXT_NONE)
        form = form_of_quarters(bytes, length);
    if (form == WIDE_TEXT_NONE)
        form = form_of_han(bytes, length);
    return form != WIDE_TEXT_NONE ? form : form_of_halves(bytes, length);
}
