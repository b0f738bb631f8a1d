/* excerpt: where in the longer of two texts the other one is, when that is but a part of it.
 *
 * By lengths (length_ratio.h) the shorter text should be found within a stretch of the longer one.
 * That is where most of its rare words are (anchor_votes.h): the stretch of the expected length for
 * which the votes of all pairs of sentences, squared, are most. It counts only if votes are far
 * denser there than elsewhere; some sentences more are left on either side. */
#ifndef DIPTYCH_ALIGN_EXCERPT_H
#define DIPTYCH_ALIGN_EXCERPT_H

#include <stdbool.h>
#include <stddef.h>

#include "align/sentence_model.h"

struct excerpt {
    bool source; /* the source is the longer text */
    size_t first;
    size_t end; /* one behind the last sentence */
};

/* `whole` is the ratio of the texts' lengths, `ratio` that of what belongs together. False when
 * neither is an excerpt, or it cannot be told of what. */
bool excerpt_find(const struct corpus *corpus, double whole, double ratio, struct excerpt *found);

#endif
