/* readings: how a Han character is read in Mandarin, for every one that Unihan knows a reading of
 * (kMandarin; some 41,000), without a dictionary. A character with several has its usual one. */
#ifndef DIPTYCH_LANGUAGE_READINGS_H
#define DIPTYCH_LANGUAGE_READINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Which reading a character has, below READINGS_NUMBERS; 0 when none is known. */
#define READINGS_NUMBERS 1600
uint32_t readings_number(uint32_t code_point);

/* Pinyin with a tone mark ("quán"), NULL when none is known. Static text. */
const char *readings_of(uint32_t code_point);

/* Appends the readings of a text's characters with a space between them, and whatever else is in
 * it as it is. */
void readings_add(struct buffer *out, const char *text, size_t length);

#endif
