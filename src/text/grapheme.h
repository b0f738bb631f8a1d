/* grapheme: user-perceived characters, UAX #29 extended grapheme clusters, through
 * libunistring, with a fast path for ASCII and Han. Positions are bytes in well-formed
 * UTF-8. A cluster that libunistring makes longer than GRAPHEME_LIMIT bytes (a combining
 * flood) is cut at a code point there. */
#ifndef DIPTYCH_TEXT_GRAPHEME_H
#define DIPTYCH_TEXT_GRAPHEME_H

#include <stddef.h>

#define GRAPHEME_LIMIT 64

/* End of the cluster that starts at `at`; `length` at the end. */
size_t grapheme_next(const char *text, size_t length, size_t at);

/* Start of the cluster that ends at `at`; 0 at the beginning. */
size_t grapheme_previous(const char *text, size_t at);

#endif
