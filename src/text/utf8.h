/* utf8: decoding, encoding and counting.
 *
 * Positions are bytes, code points are uint32_t. Ill-formed input never stops a
 * function: each maximal ill-formed subpart counts as one U+FFFD, as the Unicode
 * Standard recommends (chapter 3, table 3-8) and the WHATWG decoder does.
 * Nothing is allocated. */
#ifndef DIPTYCH_TEXT_UTF8_H
#define DIPTYCH_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the code point at text[0]; returns the bytes it takes (at least 1; 0 only
 * for length 0). *code_point is U+FFFD where the bytes are ill-formed; a true U+FFFD is
 * told apart by its length of 3 and its bytes EF BF BD. */
size_t utf8_decode(const char *text, size_t length, uint32_t *code_point);

/* Writes 1 to 4 bytes, returns how many. A surrogate or a value over 10FFFF becomes U+FFFD. */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* Start of the code point that ends at `at` (well-formed text); 0 for 0. */
size_t utf8_previous(const char *text, size_t at);

/* Where the code point that the byte `at` is of begins. */
size_t utf8_start(const char *text, size_t at);

/* Number of code points in well-formed text. At least 1 GB/s. */
size_t utf8_count(const char *text, size_t length);

/* Byte offset of code point `index`; `length` when there are fewer. */
size_t utf8_offset(const char *text, size_t length, size_t index);

bool utf8_is_valid(const char *text, size_t length);
bool utf8_is_ascii(const char *text, size_t length);

/* Bytes at the start that are printable ASCII (0x20-0x7E), tab or newline, or well-formed
 * UTF-8 of two and more bytes outside U+0080-009F, U+2028 and U+2029; used to skip the
 * clean part of a file at memory speed. (A byte order mark is for sanitize to judge.) */
size_t utf8_clean_prefix(const char *text, size_t length);

/* Han in the wide sense: Unified Ideographs and their extensions, compatibility
 * ideographs, U+3005 U+3007. */
bool utf8_is_han(uint32_t code_point);

/* The three bytes of a Han character as one number: in the order of their bytes. */
static inline uint32_t utf8_han_key(const char *text)
{
    return (uint32_t)(unsigned char)text[0] << 16 | (uint32_t)(unsigned char)text[1] << 8 |
           (unsigned char)text[2];
}

#endif
