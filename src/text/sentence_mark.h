/* sentence_mark: the marks at the edges of sentences that are no punctuation: numbers of lists, of
 * notes and of pages. A part of sentence.h. All look no further than a few words; positions are
 * bytes of `text`. */
#ifndef DIPTYCH_TEXT_SENTENCE_MARK_H
#define DIPTYCH_TEXT_SENTENCE_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* The word that ends before `at`, with the stops inside it: "U.S", "11Main.com"; empty when there is
 * none. It begins not before `start`. */
struct span sentence_mark_word(const char *text, size_t start, size_t at);

/* Whether `word` is the number of a list's item or of a section with which the sentence begins: 12,
 * iv, a; • 9; 10.1.12, A.3. */
bool sentence_mark_is_list(const char *text, size_t sentence, struct span word);

/* Of a list that has run into a line (1. Tie the rope 2. Lift the anchor): whether the stop or
 * bracket at `at` is of the number behind the one that the sentence began with. Then the sentence
 * ends at item->start and the next begins at item->end. */
bool sentence_mark_next(const char *text, size_t sentence, size_t end, size_t at,
                        struct span *item);

/* The 12 of “was shut.12 Nobody” at `at`, behind a word and its stop or a closing quote; *after is
 * behind it. */
bool sentence_mark_note(const char *text, size_t start, size_t end, size_t at, size_t *after);

/* (Marlow 12). at `at`, behind a quotation: where it is from. */
bool sentence_mark_source(const char *text, size_t end, size_t at);

#endif
