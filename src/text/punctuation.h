/* punctuation: what a character is to someone who looks for the ends of sentences.
 *
 * Pure functions of one code point, for English and Chinese and the few stops of other
 * scripts; 0 (no character) is none of them. */
#ifndef DIPTYCH_TEXT_PUNCTUATION_H
#define DIPTYCH_TEXT_PUNCTUATION_H

#include <stdbool.h>
#include <stdint.h>

bool punctuation_is_blank(uint32_t c);

/* 。！？｡ */
bool punctuation_is_wide_stop(uint32_t c);

/* Those and . ! ? … and the stops of Arabic and Devanagari. */
bool punctuation_is_stop(uint32_t c);
bool punctuation_is_ellipsis(uint32_t c);

/* Quotes that show which way they face. ’ counts as closing; ‘ is left out, for it
 * is an apostrophe too often. */
bool punctuation_is_quote_open(uint32_t c);
bool punctuation_is_quote_close(uint32_t c);
bool punctuation_is_straight_quote(uint32_t c);

/* The closing bracket for an opening one, else 0. */
uint32_t punctuation_bracket_close(uint32_t c);
bool punctuation_is_bracket_close(uint32_t c);

/* Whether the opening bracket is that of a title: 《 〈 */
bool punctuation_is_title(uint32_t open);
bool punctuation_is_dash(uint32_t c);

/* What goes on with the sentence whatever stood before: , ; : ， 、 */
bool punctuation_is_continuation(uint32_t c);

/* Han, kana and the punctuation that goes with them. */
bool punctuation_is_wide(uint32_t c);
bool punctuation_is_digit(uint32_t c);
bool punctuation_is_latin_letter(uint32_t c);
bool punctuation_is_lower(uint32_t c);

#endif
