/* word: the reading cursor's words (w, ge, *), UAX #29 word boundaries through
 * libunistring. A word is a run with a letter, digit or Han in it; 11Main.com, U.S.,
 * won’t and 37.6 are one each; each run of Han is cut into single characters here (the
 * dictionary cuts it better later). Positions are bytes. */
#ifndef DIPTYCH_TEXT_WORD_H
#define DIPTYCH_TEXT_WORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* First word that starts at or after `at`; false when there is none. */
bool word_next(const char *text, size_t length, size_t at, struct span *word);

/* Last word that starts before `at`. */
bool word_previous(const char *text, size_t length, size_t at, struct span *word);

/* The word that `at` stands in. */
bool word_at(const char *text, size_t length, size_t at, struct span *word);

/* The same, or the word right behind the marks that it stands on: a sentence often begins with one. */
bool word_behind_marks(const char *text, size_t length, size_t at, struct span *word);

#endif
