/* numeral_han: Chinese numerals, with Arabic digits among them (3千5百, 4.4亿).
 * A part of numeral.h, which says what is read. */
#ifndef DIPTYCH_TEXT_NUMERAL_HAN_H
#define DIPTYCH_TEXT_NUMERAL_HAN_H

#include "text/numeral.h"

/* A numeral that begins at `at` with a Han character. Fills all of `numeral`. */
bool numeral_han_read(const char *text, size_t length, size_t at, struct numeral *numeral);

/* Behind digits that end at numeral->end: 十 百 千 万 亿 兆 and what follows them. */
void numeral_han_scale(const char *text, size_t length, struct numeral *numeral);

#endif
