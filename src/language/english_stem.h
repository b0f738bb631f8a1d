/* english_stem: the words of an English text and their stems, as the aligner compares them.
 *
 * A word is a run of letters and digits, accents dropped: 's is cut off, n't is the word not, any
 * other apostrophe ends the word ("they'll" is they), "1,234" is 1234 and 37.6 stays one, U.S. and
 * US are usa, a percent sign is the word percent. Han and everything else between words separates
 * them, so that the Latin words of a Chinese text are found as well. A stem leaves one form of an
 * inflected word: a table of irregular forms, then suffixes (plural, past, -ing, -ly, -ness), then
 * a final e or consonant and y. It is for comparing, not for showing: it
 * needs no dictionary and compiled lexicons hold it, which sets it apart from stem.h's base forms.
 *
 * Spans are bytes of the text given. Ownership: english_words_free. */
#ifndef DIPTYCH_LANGUAGE_ENGLISH_STEM_H
#define DIPTYCH_LANGUAGE_ENGLISH_STEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

#define ENGLISH_WORD_LIMIT 40 /* bytes; what is longer is cut */

struct english_word {
    struct span span;
    char text[ENGLISH_WORD_LIMIT + 1]; /* lower case, NUL-terminated */
    uint8_t length;
    bool capital; /* began with a capital letter */
};

/* Start with { 0 }. */
struct english_words {
    struct english_word *items;
    size_t count;
    size_t capacity;
};

/* Appends the words of text[start, end). */
void english_words_add(struct english_words *words, const char *text, size_t start, size_t end);
void english_words_free(struct english_words *words);

/* Articles, prepositions, auxiliaries and what dictionaries write for them (sb, sth): words that
 * say nothing of what a sentence is about. `word` in lower case. */
bool english_is_stop(const char *word, size_t length);

/* The stem of a word in lower case; `stem` has room for ENGLISH_WORD_LIMIT + 2 bytes. Returns its
 * length. */
size_t english_stem(const char *word, size_t length, char *stem);

#endif
