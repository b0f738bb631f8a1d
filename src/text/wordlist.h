/* wordlist: short lists of words in either language, each list one text with blanks between them.
 *
 *     "去年=-1 今年=0 明年=1"     "early mid late"     "_and_a_half 半"
 *
 * `_` stands for a blank within a word. A word may have a number, or another word, behind `=`; one that has none is
 * numbered by its place in the list, from 0. Lists are searched for the first character of the text,
 * so that a text with none of them costs little. Nothing is said of what stands on the other side of
 * a word. Nothing is allocated. */
#ifndef DIPTYCH_TEXT_WORDLIST_H
#define DIPTYCH_TEXT_WORDLIST_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the longest word that begins at `at` and ends by `end`, of the longest that ends at `end`
 * and begins not before `from`; 0 for none. */
size_t wordlist_at(const char *text, size_t at, size_t end, const char *words);
size_t wordlist_before(const char *text, size_t from, size_t end, const char *words);

/* Whether the whole of text[0, length) is one of them. */
bool wordlist_has(const char *text, size_t length, const char *words);

/* The same once its capitals A to Z are small. */
bool wordlist_has_small(const char *text, size_t length, const char *words);

/* The number of the same words, and their size; where there is none, -1 and 0. */
int wordlist_number(const char *text, size_t at, size_t end, const char *words, size_t *size);
int wordlist_number_before(const char *text, size_t from, size_t end, const char *words,
                           size_t *size);

/* What stands behind `=` of it, in `value`, cut to `room` bytes with the zero; returns its size. */
size_t wordlist_value(const char *text, size_t at, size_t end, const char *words, char *value,
                      size_t room);

/* Where text[0, length) ends as a word of a long list, at `=`, a blank or the zero; NULL when it is
 * none. The list lies in `count` rows of `size` bytes, for addresses would be set anew at every
 * start; its words, from the first row to the last, are in the order of their bytes. */
const char *wordlist_in_rows(const char *text, size_t length, const void *rows, size_t count,
                             size_t size);
#define WORDLIST_IN_ROWS(text, length, rows)                                                       \
    wordlist_in_rows((text), (length), (rows), sizeof(rows) / sizeof *(rows), sizeof *(rows))

/* The size of a row that fills a line of source. */
#define WORDLIST_ROW 94

/* The number of the word that `word` is; `none` when it is none of them. */
int wordlist_find(const char *word, const char *words, int none);

#endif
