#include "doc/charref.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/sanitize.h"
#include "text/utf8.h"

struct name {
    char name[10];
    uint16_t code_point;
};

static const struct name names[] = {
    { "amp", '&' },        { "lt", '<' },         { "gt", '>' },         { "quot", '"' },
    { "apos", '\'' },      { "nbsp", 0xA0 },      { "AMP", '&' },        { "LT", '<' },
    { "GT", '>' },         { "QUOT", '"' },       { "iexcl", 0xA1 },     { "cent", 0xA2 },
    { "pound", 0xA3 },     { "yen", 0xA5 },       { "sect", 0xA7 },      { "uml", 0xA8 },
    { "copy", 0xA9 },      { "COPY", 0xA9 },      { "laquo", 0xAB },     { "shy", 0xAD },
    { "reg", 0xAE },       { "REG", 0xAE },       { "deg", 0xB0 },       { "plusmn", 0xB1 },
    { "sup2", 0xB2 },      { "sup3", 0xB3 },      { "acute", 0xB4 },     { "micro", 0xB5 },
    { "para", 0xB6 },      { "middot", 0xB7 },    { "sup1", 0xB9 },      { "raquo", 0xBB },
    { "frac14", 0xBC },    { "frac12", 0xBD },    { "frac34", 0xBE },    { "iquest", 0xBF },
    { "Agrave", 0xC0 },    { "Aacute", 0xC1 },    { "Acirc", 0xC2 },     { "Auml", 0xC4 },
    { "Aring", 0xC5 },     { "AElig", 0xC6 },     { "Ccedil", 0xC7 },    { "Egrave", 0xC8 },
    { "Eacute", 0xC9 },    { "Ntilde", 0xD1 },    { "Ouml", 0xD6 },      { "times", 0xD7 },
    { "Oslash", 0xD8 },    { "Uuml", 0xDC },      { "szlig", 0xDF },     { "agrave", 0xE0 },
    { "aacute", 0xE1 },    { "acirc", 0xE2 },     { "atilde", 0xE3 },    { "auml", 0xE4 },
    { "aring", 0xE5 },     { "aelig", 0xE6 },     { "ccedil", 0xE7 },    { "egrave", 0xE8 },
    { "eacute", 0xE9 },    { "ecirc", 0xEA },     { "euml", 0xEB },      { "igrave", 0xEC },
    { "iacute", 0xED },    { "icirc", 0xEE },     { "iuml", 0xEF },      { "ntilde", 0xF1 },
    { "ograve", 0xF2 },    { "oacute", 0xF3 },    { "ocirc", 0xF4 },     { "otilde", 0xF5 },
    { "ouml", 0xF6 },      { "divide", 0xF7 },    { "oslash", 0xF8 },    { "ugrave", 0xF9 },
    { "uacute", 0xFA },    { "ucirc", 0xFB },     { "uuml", 0xFC },      { "ensp", 0x2002 },
    { "emsp", 0x2003 },    { "thinsp", 0x2009 },  { "zwnj", 0x200C },    { "zwj", 0x200D },
    { "ndash", 0x2013 },   { "mdash", 0x2014 },   { "lsquo", 0x2018 },   { "rsquo", 0x2019 },
    { "sbquo", 0x201A },   { "ldquo", 0x201C },   { "rdquo", 0x201D },   { "bdquo", 0x201E },
    { "dagger", 0x2020 },  { "Dagger", 0x2021 },  { "bull", 0x2022 },    { "hellip", 0x2026 },
    { "permil", 0x2030 },  { "prime", 0x2032 },   { "Prime", 0x2033 },   { "lsaquo", 0x2039 },
    { "rsaquo", 0x203A },  { "euro", 0x20AC },    { "numero", 0x2116 },  { "trade", 0x2122 },
    { "larr", 0x2190 },    { "uarr", 0x2191 },    { "rarr", 0x2192 },    { "darr", 0x2193 },
    { "harr", 0x2194 },    { "rArr", 0x21D2 },    { "hArr", 0x21D4 },    { "minus", 0x2212 },
    { "radic", 0x221A },   { "infin", 0x221E },   { "asymp", 0x2248 },   { "ne", 0x2260 },
    { "le", 0x2264 },      { "ge", 0x2265 },      { "hearts", 0x2665 },  { "check", 0x2713 },
};

static uint32_t named(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strlen(names[i].name) == length && memcmp(names[i].name, text, length) == 0)
            return names[i].code_point;
    }
    return 0;
}

static int digit_of(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    char lower = (char)(byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

/* The number after "&#"; false when it is none. */
static bool numeric(const char *text, size_t length, uint32_t *code_point)
{
    bool hex = length > 0 && (text[0] == 'x' || text[0] == 'X');
    uint32_t base = hex ? 16 : 10;
    size_t at = hex ? 1 : 0;
    if (at == length)
        return false;
    *code_point = 0;
    for (; at < length; at++) {
        uint32_t digit = (uint32_t)digit_of(text[at]);
        if (digit >= base)
            return false;
        if (*code_point <= 0x10FFFF)
            *code_point = *code_point * base + digit;
    }
    return true;
}

static void add_clean(struct buffer *out, uint32_t code_point)
{
    char bytes[4];
    size_t length = utf8_encode(code_point != 0 ? code_point : UTF8_REPLACEMENT, bytes);
    size_t before = out->length;
    if (code_point == 0xFEFF)
        buffer_add(out, bytes, length); /* no byte order mark here */
    else
        sanitize_source(bytes, length, out, NULL);
    if (out->length == before + 1 && (out->data[before] == '\n' || out->data[before] == '\t'))
        out->data[before] = ' ';
}

void charref_add(struct buffer *out, const char *text, size_t length)
{
    uint32_t code_point = 0;
    bool known = false;
    if (length > 3 && text[1] == '#')
        known = numeric(text + 2, length - 3, &code_point);
    else if (length > 2)
        known = (code_point = named(text + 1, length - 2)) != 0;
    if (known)
        add_clean(out, code_point);
    else
        buffer_add(out, text, length);
}
