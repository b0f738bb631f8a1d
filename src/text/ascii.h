/* ascii: what a byte of ASCII is, inline, for those who ask it of every byte. No byte of a longer UTF-8
 * sequence is any of these. */
#ifndef DIPTYCH_TEXT_ASCII_H
#define DIPTYCH_TEXT_ASCII_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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
    return ascii_is_small((char)(byte | 0x20));
}

static inline bool ascii_is_alphanumeric(char byte)
{
    return ascii_is_digit(byte) || ascii_is_letter(byte);
}

/* Within a line; with ends of lines as well. */
static inline bool ascii_is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static inline bool ascii_is_space(char byte)
{
    return ascii_is_blank(byte) || byte == '\n' || byte == '\r';
}

/* A hexadecimal digit's value, -1 when it is none. */
static inline int ascii_hex(char byte)
{
    if (ascii_is_digit(byte))
        return byte - '0';
    byte = (char)(byte | 0x20);
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

static inline char ascii_lower(char byte)
{
    return ascii_is_capital(byte) ? (char)(byte | 0x20) : byte;
}

/* Whether the word ends so, with something before it. */
static inline bool ascii_ends(const char *word, size_t length, const char *suffix)
{
    size_t size = strlen(suffix);
    return length > size && memcmp(word + length - size, suffix, size) == 0;
}

/* 0x20 to 0x7E. */
static inline bool ascii_is_printable(char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* Whether eight bytes are, at once: one below 0x20 borrows, 0x7F carries into the high bit. */
static inline bool ascii_are_printable(const char *eight)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t word;
    memcpy(&word, eight, sizeof word);
    return ((word | (word - each * 0x20) | (word + each)) & each * 0x80) == 0;
}

#endif
