/* holds: an invariant that a fuzz target sees to; a breach ends the program with its line. */
#ifndef DIPTYCH_TESTS_FUZZ_HOLDS_H
#define DIPTYCH_TESTS_FUZZ_HOLDS_H

#include <stdio.h>
#include <stdlib.h>

#define HOLDS(condition)                                                                       \
    do {                                                                                       \
        if (!(condition)) {                                                                    \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);     \
            abort();                                                                           \
        }                                                                                      \
    } while (0)

#endif
