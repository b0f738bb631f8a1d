/* find: a reader's search pattern, compiled once and run over paragraphs.
 *
 * A pattern is plain text, compared by the key that all searches share: width, quotes and spaces
 * as fold.h says; letter case unless the pattern has a capital, accents unless it has one,
 * traditional characters and simplified ones unless it has a traditional one. With FIND_KEY what is
 * typed makes nothing exact: 股權 finds 股权, Nestle finds Nestlé. With FIND_REGEX it is a
 * Perl-compatible regular expression over the text as it is (find_regex.h).
 * Spans are bytes of the text given; empty matches are none. Plain ASCII patterns run
 * at memory speed over a 100 MB text (at least 1 GB/s when hits are rare), including
 * the smart-case-insensitive ones.
 * Ownership: find_new's result is freed with find_free. Not shared between threads. */
#ifndef DIPTYCH_TEXT_FIND_H
#define DIPTYCH_TEXT_FIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/span.h"

enum find_flags {
    FIND_REGEX = 1,
    FIND_WHOLE_WORD = 2,
    FIND_CASE = 4, /* case always matters */
    FIND_KEY = 8
};

struct find;

struct find *find_new(const char *pattern, unsigned flags, struct error *error);
void find_free(struct find *find);

/* First hit in text[from, length) that starts at or after `from`. A hit may cross the
 * newlines of a paragraph but not an empty line. */
bool find_forward(struct find *find, const char *text, size_t length, size_t from,
                  struct span *hit);

/* Last hit that starts before `before`. */
bool find_backward(struct find *find, const char *text, size_t length, size_t before,
                   struct span *hit);

/* All hits in text[start, end), at most `limit`, appended to `out`. */
void find_all(struct find *find, const char *text, size_t start, size_t end, size_t limit,
              struct spans *out);

/* Whether a regular expression was given up because matching it takes too long: what was found so
 * far may not be all. */
bool find_gave_up(const struct find *find);

#endif
