/* wordlist: short lists of words, NULL at the end, held against a place in a text.
 *
 * For words of scripts without blanks: nothing is said of what stands on their other side. As fast as
 * a list is short. Bytes of the text; nothing is allocated. */
#ifndef DIPTYCH_TEXT_WORDLIST_H
#define DIPTYCH_TEXT_WORDLIST_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the longest word that begins at `at` and ends by `end`, of the longest that ends at `end`
 * and begins not before `from`; 0 for none. */
size_t wordlist_at(const char *text, size_t at, size_t end, const char *const *words);
size_t wordlist_before(const char *text, size_t from, size_t end, const char *const *words);

/* Whether the whole of text[0, length) is one of them. */
bool wordlist_has(const char *text, size_t length, const char *const *words);

#endif
