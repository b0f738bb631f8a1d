/* ascii: what a byte of ASCII is, inline, for those who ask it of every byte. No byte of a longer UTF-8
 * sequence is any of these. */
#ifndef DIPTYCH_TEXT_ASCII_H
#define DIPTYCH_TEXT_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static inline bool ascii_is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline bool ascii_is_letter(char byte)
{
    return ascii_is_small(byte) || ascii_is_capital(byte);
}

static inline char ascii_lower(char byte)
{
    return ascii_is_capital(byte) ? (char)(byte | 0x20) : byte;
}

#endif
