/* path_search: the best path of beads through a band (Viterbi), row by row.
 *
 * Where a path goes on depends on how it came: a gap behind a gap costs less, and a run of
 * sentences of one side may be passed over as a whole: that costs much for the run (less at either
 * end of the texts, where one may begin before the other or go on behind it) and little for each of
 * its sentences, while gaps pay by the sentence. So excerpts, sections that the other text has not
 * and boxes of other matter are gone past, and single sentences are not.
 *
 * Ownership: path_end. The band is borrowed. */
#ifndef DIPTYCH_ALIGN_PATH_SEARCH_H
#define DIPTYCH_ALIGN_PATH_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "align/band.h"
#include "align/bead.h"

#define PATH_SKIP_OPENS (-14.0) /* score of a run of sentences that are passed over, */
#define PATH_SKIP_AT_END (-8.0) /* of one at the beginning or the end, */
#define PATH_SKIP_STEP (-3.5)   /* and of each of them */
#define PATH_SKIP_ENDS (PATH_SKIP_AT_END - PATH_SKIP_OPENS)
#define PATH_ROWS_AHEAD (BEAD_SOURCE_MOST + 1)

struct path_search {
    const struct band *band;
    struct path_origin *origins; /* by node: where it comes from */
    struct path_best
        *rows[PATH_ROWS_AHEAD]; /* by source boundary % PATH_ROWS_AHEAD, by column - low */
};

void path_begin(struct path_search *search, const struct band *band);

/* Before a row's beads are taken: makes room for the last row that they can lead to. */
void path_row(struct path_search *search, size_t source);

/* Whether any path leads to the node. */
bool path_is_reached(const struct path_search *search, size_t source, size_t target);

/* Takes the bead of that type that begins at the node; `again` is added to a gap behind a gap. */
void path_step(struct path_search *search, size_t source, size_t target, size_t type, double score,
               float again);

/* Passes over the sentence of a gap of that type, which costs less by what is spared. */
void path_skip(struct path_search *search, size_t source, size_t target, size_t type,
               float spared);

/* Appends the best path from corner to corner. */
void path_trace(const struct path_search *search, struct beads *path);
void path_end(struct path_search *search);

/* The score of the way into a run that begins at the node. */
static inline double path_skip_opening(const struct band *band, size_t source, size_t target)
{
    return source == band->source && target == band->target ? PATH_SKIP_AT_END : PATH_SKIP_OPENS;
}

#endif
