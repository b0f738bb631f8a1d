/* pinyin: Hanyu Pinyin, the romanisation of Mandarin (GB/T 16159), in the forms it is met in.
 *
 *   as in dictionaries   "Lu:3 Xun4", "lv4 se4", "wan2 r5": a digit for the tone behind each
 *                        syllable, ü as u:, v or ü
 *   with marks           "Lǚ Xùn", "lǜ sè", "wán r": for readers
 *   plain                "lu xun", "lu se": lower-case, no tones, u for ü: for comparing
 *
 * What is no pinyin (letters, digits, signs in readings of words like 卡拉OK) stays as it is.
 * Nothing is allocated but through `struct buffer`. */
#ifndef DIPTYCH_LANGUAGE_PINYIN_H
#define DIPTYCH_LANGUAGE_PINYIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Appends the reading with tone marks. The mark stands on a or e, on the o of ou, else on the last
 * vowel. */
void pinyin_add_marks(struct buffer *out, const char *reading, size_t length);

/* Appends the plain form of a reading with digits or marks. */
void pinyin_add_plain(struct buffer *out, const char *reading, size_t length);

/* Whether plain text is one syllable. */
bool pinyin_is_syllable(const char *text, size_t length);

/* Cuts plain text (no spaces) into the fewest syllables, longer ones first where that leaves a
 * choice: "xian" is one, "fangan" is fang an. Returns how many, with the bytes of each in
 * `lengths`; 0 when it cannot be cut or is longer than PINYIN_LETTERS_MOST. */
#define PINYIN_LETTERS_MOST 48
#define PINYIN_MOST 16
size_t pinyin_segment(const char *text, size_t length, unsigned char lengths[PINYIN_MOST]);

#endif
