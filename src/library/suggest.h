/* suggest: the near misses of a name that was not found.
 *
 * A candidate is near when few letters differ (case aside) or one of the two contains the other.
 * The same candidate counts once.
 * Ownership: candidates are borrowed until suggest_write. */
#ifndef DIPTYCH_LIBRARY_SUGGEST_H
#define DIPTYCH_LIBRARY_SUGGEST_H

#include <stddef.h>

#include "base/buffer.h"

#define SUGGEST_MOST 3

struct suggest {
    const char *wanted;
    const char *nearest[SUGGEST_MOST];
    size_t distance[SUGGEST_MOST];
    size_t count;
};

/* Start with { .wanted = name }; consider every candidate. */
void suggest_consider(struct suggest *suggest, const char *candidate);

/* Appends "; did you mean A, B or C?", or nothing. */
void suggest_write(const struct suggest *suggest, struct buffer *out);

#endif
