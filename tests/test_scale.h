/* test_scale: what builds that are slow, with sanitizers, say in TEST_SCALE: how many times longer they take.
 *
 * Limits of time grow by it (limit.sh). A test that does one thing over and over, or in every setting there is,
 * does test_share of it there: the plain build does all. */
#ifndef DIPTYCH_TESTS_TEST_SCALE_H
#define DIPTYCH_TESTS_TEST_SCALE_H

#include <stddef.h>
#include <stdlib.h>

/* From 1 on; 1 where nothing is said. */
static inline size_t test_scale(void)
{
    const char *said = getenv("TEST_SCALE");
    size_t scale = said != NULL ? strtoul(said, NULL, 10) : 1;
    return scale > 0 ? scale : 1;
}

static inline size_t test_share(size_t count)
{
    return (count + test_scale() - 1) / test_scale();
}

#endif
