/* latinword: the English words around a place, in small letters, for those who look them up
 * in tables.
 *
 * A word is a run of the letters A-Z, a-z; whatever else stands in a text ends it. Words longer
 * than LATINWORD_MAX are cut in the copy, not in the text, and so match nothing. Positions are
 * bytes; each call looks no further than a few words. */
#ifndef DIPTYCH_TEXT_LATINWORD_H
#define DIPTYCH_TEXT_LATINWORD_H

#include <stdbool.h>
#include <stddef.h>

#include "text/ascii.h"

#define LATINWORD_MAX 23

struct latinword {
    size_t start;
    size_t end;
    char text[LATINWORD_MAX + 1]; /* small letters, "" when there is no word */
    bool capital;                 /* begins with a capital in the text */
};

static inline bool latinword_is_letter(char c)
{
    return ascii_is_letter(c);
}

/* The word that begins at `at`. */
bool latinword_at(const char *text, size_t length, size_t at, struct latinword *word);

/* The word that ends at `end`, which begins not before `from`. */
bool latinword_before(const char *text, size_t from, size_t end, struct latinword *word);

/* `at` moved over blanks (one newline among them), at most a few. */
size_t latinword_skip_blanks(const char *text, size_t length, size_t at);
size_t latinword_skip_blanks_back(const char *text, size_t from, size_t at);

/* The word behind `at`, past blanks or a single hyphen; the one before it, past blanks. */
bool latinword_next(const char *text, size_t length, size_t at, struct latinword *word);
bool latinword_last(const char *text, size_t from, size_t at, struct latinword *word);

/* Moves *at over the word behind it, or before it, where that is one of `words`, between blanks. Groups
 * of words, each behind a |, follow one another as they are read: “|siege battle|of”. One that begins with
 * ? may be missing, with ! nothing of it may stand there; * is any word. */
bool latinword_past(const char *text, size_t length, size_t *at, const char *words);
bool latinword_back(const char *text, size_t from, size_t *at, const char *words);

/* Looks like an English plural: users, companies; not business, this, bus. */
bool latinword_is_plural(const struct latinword *word);

/* Whether `word` is one of `words`, which stand between blanks, up to a |. */
bool latinword_in(const char *word, const char *words);

#endif
