/* lookup: what the glossary, the entity notes and the dictionaries know of a term, in that order.
 *
 * A Chinese term (one with Han in it) is answered by the headwords that begin it, simplified and
 * traditional alike: the longest first, then the shorter ones; then by the words it is made of
 * and those that follow; a character of which nothing is known by its reading alone. Words of Han
 * with letters or digits (T恤) are such terms; full-width letters are half-width ones. An English
 * term is answered by the entries that say it, inflected or not, glosses that say nothing else
 * first (dictionary/dictionary.h).
 *
 * An entry that says nothing but which word it stands for ("variant of") is followed by what that
 * one's says; of a word itself it says nothing. A term in Latin letters that no gloss says alone
 * is looked up as pinyin too, with tones or without.
 *
 * The notes' names count in both languages, their short names (Ma, 马) do not: these mean
 * somebody only where an article has introduced them.
 *
 * Opening reads the glossary and the notes and opens the dictionaries; looking up reads nothing.
 * Ownership: lookup_free; the items found are the caller's. */
#ifndef DIPTYCH_QUERY_LOOKUP_H
#define DIPTYCH_QUERY_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "dictionary/dictionaries.h"
#include "dictionary/glossary.h"
#include "library/collection.h"
#include "query/lookup_items.h"

#define LOOKUP_ENGLISH_MOST ((size_t)100) /* entries of a source for an English term */
#define LOOKUP_TERM_MOST ((size_t)4096)
#define LOOKUP_PHRASE_MOST 6 /* words that are tried together at a cursor */

struct lookup;

/* `collection` and `folder` (of dictionaries) may be NULL; the collection must outlive the
 * look-up. A glossary that cannot be read is a fault, told in lookup_fault, and no error. */
struct lookup *lookup_open(struct collection *collection, const char *folder);
void lookup_free(struct lookup *lookup);

/* What could not be opened, one sentence each: index from 0, NULL past the last. */
const char *lookup_fault(const struct lookup *lookup, size_t index);

/* Appends what is known of the whole term, of its first LOOKUP_TERM_MOST bytes at most. */
void lookup_term(const struct lookup *lookup, const char *term, size_t length,
                 struct lookup_items *items);

/* Appends what is known of what begins at a cursor: `text` runs on from there. Only the longest
 * headword's own words are its components; of English, the longest run of words that a source
 * says as one, then the first word. */
void lookup_at(const struct lookup *lookup, const char *text, size_t length,
               struct lookup_items *items);

/* Where the word of Han with letters or digits (U盘, 卡拉OK) begins that `at` of the text stands in;
 * `at` when it is in none. */
size_t lookup_word_start(const struct lookup *lookup, const char *text, size_t length, size_t at);

#endif
