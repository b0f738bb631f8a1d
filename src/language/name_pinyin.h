/* name_pinyin: whether the last Latin words are the pinyin of the last Han characters, the family name
 * first or last: Zhao Wen and Wen Zhao, 赵文; Premier Chen Jianguo, 总理陈建国. */
#ifndef DIPTYCH_LANGUAGE_NAME_PINYIN_H
#define DIPTYCH_LANGUAGE_NAME_PINYIN_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the last two words with a capital may be a Chinese name: both are pinyin. */
bool name_pinyin_is(const char *latin, size_t latin_length);

/* Whether they are how the last characters of `han` are read, in either order. Readings are those
 * of readings.h; tones are not looked at. */
bool name_pinyin_match(const char *latin, size_t latin_length, const char *han,
                       size_t han_length);

#endif
