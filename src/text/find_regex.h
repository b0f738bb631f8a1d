/* find_regex: Perl-compatible regular expressions over a text, paragraph by paragraph (PCRE2).
 *
 * The expression sees at most one paragraph (to an empty line), and of a very long one
 * a part of FIND_REGEX_PART bytes with FIND_REGEX_BEYOND more for the hit to end in; "." does
 * not match a newline, ^ and $ match at lines, \w \d \s and letter case are Unicode's whatever
 * the locale; \< and \> are the edges of a word. Empty matches are passed over. Offsets are
 * bytes of the text, which must be valid UTF-8.
 * Matching is bounded: an expression that backtracks without end in FIND_REGEX_STRIKES parts, or
 * takes more than about half a second of processor time for little text, finds nothing more, and
 * find_regex_gave_up says so. */
#ifndef DIPTYCH_TEXT_FIND_REGEX_H
#define DIPTYCH_TEXT_FIND_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/span.h"

#define FIND_REGEX_PART ((size_t)16 << 10)
#define FIND_REGEX_BEYOND ((size_t)4 << 10)
#define FIND_REGEX_STRIKES 4

struct find_regex;

/* Return NULL with an error when the pattern is none. Free with find_regex_free. */
struct find_regex *find_regex_new(const char *pattern, bool fold_case, bool whole_word,
                                  struct error *error);
void find_regex_free(struct find_regex *regex);

bool find_regex_forward(struct find_regex *regex, const char *text, size_t length, size_t from,
                        struct span *hit);
bool find_regex_backward(struct find_regex *regex, const char *text, size_t length, size_t before,
                         struct span *hit);
bool find_regex_gave_up(const struct find_regex *regex);

#endif
