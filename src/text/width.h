/* width: how many terminal cells a character takes. The one module that decides it.
 *
 * Units are cells. The answer is the C library's wcwidth(), because that is what
 * terminals, ncurses and multiplexers go by; where it knows none (a new character, no
 * UTF-8 locale at all) libunistring's. width.c lists the ranges where terminals are known
 * to differ, each with its reason. The answer does not depend on the locale the program
 * was started in: width_begin() must have been called once by main; it makes sure that
 * LC_CTYPE is some UTF-8 locale. A code point that sanitize_label() gives a label for has
 * its label's width.
 *
 * A grapheme cluster is as wide as its code points together (a ZWJ family is six cells
 * on a terminal that knows no clusters and two on one that does: the painter leaves six
 * and addresses the cursor afresh after it). */
#ifndef DIPTYCH_TEXT_WIDTH_H
#define DIPTYCH_TEXT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sets LC_CTYPE from the environment; where that is no UTF-8 locale, falls back to
 * C.UTF-8 or en_US.UTF-8 for measuring. Returns whether the *environment's* locale is
 * UTF-8, i.e. whether the terminal can be sent non-ASCII text. */
bool width_begin(void);

/* 0, 1 or 2; a labelled code point: its label's length. */
int width_code_point(uint32_t code_point);

/* Cells of a cluster or any run of text without tab and newline. Fast for ASCII and Han.
 * What sanitize_is_joined() lets pass takes none. */
size_t width_text(const char *text, size_t length);

/* True where terminals are known to disagree (ambiguous width, emoji, clusters of
 * several code points, the list in width.c): after such a character the screen
 * writer addresses the cursor again. */
bool width_is_uncertain(const char *cluster, size_t length);

/* How many blanks bring the text to that many cells; 0 when it has them. For printf's %*s. */
int width_gap(const char *text, int cells);

/* Largest prefix (whole clusters) that fits into `cells`; *used gets its width. */
size_t width_fit(const char *text, size_t length, size_t cells, size_t *used);

/* Punctuation, kana, Han characters, Hangul and full-width letters, of which nobody doubts that they are wide. */
static inline bool width_is_plainly_two(uint32_t code_point)
{
    return (code_point >= 0x4E00 && code_point <= 0x9FFF) || (code_point >= 0xFF01 && code_point <= 0xFF60) ||
           (code_point >= 0x3001 && code_point <= 0x3029) || (code_point >= 0x3041 && code_point <= 0x3096) ||
           (code_point >= 0x30A1 && code_point <= 0x30FA) || (code_point >= 0xAC00 && code_point <= 0xD7A3);
}

#endif
