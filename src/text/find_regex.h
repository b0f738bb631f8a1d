/* find_regex: POSIX extended regular expressions over a text, paragraph by paragraph.
 *
 * The expression sees at most one paragraph (to an empty line), and of a very long one
 * a part of FIND_REGEX_PART bytes with FIND_REGEX_BEYOND more for the hit to end in; "." and
 * [^x] do not match a newline, ^ and $ match at lines. Offsets are bytes of the text. What the
 * expression can do with characters beyond ASCII depends on LC_CTYPE, as regcomp says; a
 * hit is widened to whole code points in any case. */
#ifndef DIPTYCH_TEXT_FIND_REGEX_H
#define DIPTYCH_TEXT_FIND_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/span.h"

#define FIND_REGEX_PART ((size_t)16 << 10)
#define FIND_REGEX_BEYOND ((size_t)4 << 10)

struct find_regex;

struct find_regex *find_regex_new(const char *pattern, bool fold_case, bool whole_word,
                                  struct error *error);
void find_regex_free(struct find_regex *regex);

bool find_regex_forward(struct find_regex *regex, const char *text, size_t length, size_t from,
                        struct span *hit);
bool find_regex_backward(struct find_regex *regex, const char *text, size_t length, size_t before,
                         struct span *hit);

#endif
