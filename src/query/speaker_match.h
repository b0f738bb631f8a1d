/* speaker_match: whether the words for a speaker in one language name the one whom those in the
 * other do, by the sound of a name: Governor Greg Abbott, 得州州长阿博特; by its pinyin: Zhao Wen,
 * 赵文.
 *
 * True for what is likely the same; false says nothing, for titles and bodies have no sound in
 * common. Nothing is allocated. */
#ifndef DIPTYCH_QUERY_SPEAKER_MATCH_H
#define DIPTYCH_QUERY_SPEAKER_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

bool speaker_match_sounds(const char *latin, size_t latin_length, const char *han,
                          size_t han_length);

/* Whether the words are a role or a body that both languages have a word for, and no more: the
 * police, 警方; a spokesman, 一位发言人; the foreign ministry, 外交部. */
bool speaker_match_roles(const char *latin, size_t latin_length, const char *han,
                         size_t han_length);

/* Whether both are words for one: but for articles the same, a name or a role and the name with a
 * title before it, or across languages by its sound or a role. */
bool speaker_match_words(const char *a, struct span x, const char *b, struct span y);

/* Whether words of one in English and one in Chinese who told the same may be for one. They are not
 * where those in English have no name (the harbour office); where one is a role or a body that both
 * languages have a word for, and the other is not; where one is a person and the other a body; where
 * both are names in pinyin, and other ones. Never of one language. */
bool speaker_match_may_be_one(const char *a, struct span x, const char *b, struct span y);

#endif
