/* wide_text: whether bytes are text in UTF-16 or UTF-32, and in which of them.
 *
 * By their mark; else by their zeros: the high bytes of ASCII are zeros, and hardly any others, and in
 * Chinese a few line ends are enough, since text in no other encoding has zeros. Chinese without any
 * is known by the high bytes of common ideographs, and a text of a few characters, one of them with a
 * zero, by having none that is rare. The first WIDE_TEXT_LOOK bytes are looked at. */
#ifndef DIPTYCH_TEXT_WIDE_TEXT_H
#define DIPTYCH_TEXT_WIDE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#define WIDE_TEXT_LOOK ((size_t)64 << 10)

enum wide_text { WIDE_TEXT_NONE, WIDE_TEXT_16LE, WIDE_TEXT_16BE, WIDE_TEXT_32LE, WIDE_TEXT_32BE };

/* Bytes of the byte order mark they begin with, 0 none; then `*form` is left as it is. */
size_t wide_text_mark(const char *bytes, size_t length, enum wide_text *form);

/* By mark or zeros. */
enum wide_text wide_text_form(const char *bytes, size_t length);

/* Whether it could be UTF-16 of nothing but Han: a guess, for who has nothing better. */
bool wide_text_may_be_han(const char *bytes, size_t length);

#endif
