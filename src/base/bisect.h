/* bisect: binary search over anything that has an index. */
#ifndef DIPTYCH_BASE_BISECT_H
#define DIPTYCH_BASE_BISECT_H

#include <stddef.h>

/* Moves the size_t `at` to the first index in [at, end) for which `test` holds, to `end` when it
 * holds for none. `test` is an expression with `at`; once it holds it holds for all that follow.
 *
 *     size_t at = 0;
 *     BISECT(at, count, items[at].end > offset);
 */
#define BISECT(at, end, test)                                                                      \
    do {                                                                                           \
        size_t bisect_low_ = (at);                                                                 \
        size_t bisect_high_ = (end);                                                               \
        while (bisect_low_ < bisect_high_) {                                                       \
            (at) = bisect_low_ + (bisect_high_ - bisect_low_) / 2;                                 \
            if (test)                                                                              \
                bisect_high_ = (at);                                                               \
            else                                                                                   \
                bisect_low_ = (at) + 1;                                                            \
        }                                                                                          \
        (at) = bisect_low_;                                                                        \
    } while (0)

#endif
