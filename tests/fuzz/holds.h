/* holds: an invariant that a fuzz target sees to; a breach ends the program with its line. */
#ifndef DIPTYCH_TESTS_FUZZ_HOLDS_H
#define DIPTYCH_TESTS_FUZZ_HOLDS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/sanitize.h"

#define HOLDS(condition)                                                                       \
    do {                                                                                       \
        if (!(condition)) {                                                                    \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);     \
            abort();                                                                           \
        }                                                                                      \
    } while (0)

/* As sanitize_is_clean, but U+FEFF may come first: from a character reference, after markup, or as a
 * value. */
static inline int is_clean(const char *text, size_t length)
{
    while (strncmp(text, "\xef\xbb\xbf", 3) == 0) {
        text += 3;
        length -= 3;
    }
    return sanitize_is_clean(text, length);
}

#endif
