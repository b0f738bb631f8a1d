/* choice: short lists of words in either language, each list one text with blanks between them.
 *
 *     "去年=-1 今年=0 明年=1"     "early mid late"     "_and_a_half 半"
 *
 * `_` stands for a blank within a word. A word may have a number, or another word, behind `=`; one that has none is
 * numbered by its place in the list, from 0. Lists are searched for the first character of the text,
 * so that a text with none of them costs little. Nothing is allocated. */
#ifndef DIPTYCH_TEXT_CHOICE_H
#define DIPTYCH_TEXT_CHOICE_H

#include <stddef.h>

/* The number of the longest word that stands at `at`, and its size; where there is none, -1 and 0. */
int choice_at(const char *text, size_t length, size_t at, const char *words, size_t *size);

/* What stands behind `=` of it, in `value`, cut to `room` bytes with the zero; returns its size. */
size_t choice_text(const char *text, size_t length, size_t at, const char *words, char *value,
                   size_t room);

/* The number of the longest that ends at `at` and begins not before `from`. */
int choice_before(const char *text, size_t from, size_t at, const char *words, size_t *size);

/* The number of the word that `word` is; `none` when it is none of them. */
int choice_find(const char *word, const char *words, int none);

#endif
