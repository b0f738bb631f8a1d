#include "text/punctuation.h"

#include <unictype.h>

#include "text/utf8.h"

bool punctuation_is_blank(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool punctuation_is_wide_stop(uint32_t c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61;
}

bool punctuation_is_stop(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || punctuation_is_wide_stop(c) ||
           c == 0x2026 || c == 0xFF0E ||
           (c >= 0x2047 && c <= 0x2049) || c == 0x203C || c == 0x061F || c == 0x06D4 ||
           c == 0x0964 || c == 0x0965;
}

bool punctuation_is_ellipsis(uint32_t c)
{
    return c == 0x2026;
}

bool punctuation_is_quote_open(uint32_t c)
{
    return c == 0x201C || c == 0x300C || c == 0x300E || c == 0xAB;
}

bool punctuation_is_quote_close(uint32_t c)
{
    return c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F || c == 0xBB;
}

bool punctuation_is_straight_quote(uint32_t c)
{
    return c == '"' || c == '\'';
}

uint32_t punctuation_bracket_close(uint32_t c)
{
    switch (c) {
    case '(': return ')';
    case '[': return ']';
    case '{': return '}';
    case 0xFF08: return 0xFF09;
    case 0x3010: return 0x3011;
    case 0x3014: return 0x3015;
    case 0x300A: return 0x300B;
    case 0x3008: return 0x3009;
    default: return 0;
    }
}

bool punctuation_is_bracket_close(uint32_t c)
{
    return c == ')' || c == ']' || c == '}' || c == 0xFF09 || c == 0x3011 || c == 0x3015 ||
           c == 0x300B || c == 0x3009;
}

bool punctuation_is_title(uint32_t open)
{
    return open == 0x300A || open == 0x3008;
}

bool punctuation_is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2012 && c <= 0x2015);
}

bool punctuation_is_continuation(uint32_t c)
{
    return c == ',' || c == ';' || c == ':' || c == '&' || c == '/' || c == 0xFF0C ||
           c == 0x3001 || c == 0xFF1B || c == 0xFF1A || c == 0xB7;
}

bool punctuation_is_wide(uint32_t c)
{
    return utf8_is_han(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF65);
}

bool punctuation_is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

bool punctuation_is_latin_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}

bool punctuation_is_lower(uint32_t c)
{
    return c < 0x80 ? c >= 'a' && c <= 'z' : uc_is_property_lowercase(c);
}
