/* lattice: all alignments inside a band, and how likely each bead is among them.
 *
 * A semi-Markov model (Sarawagi and Cohen 2004): an alignment's score is the sum of its beads'
 * scores, its probability goes as the exponential. Forward and backward sums over the band give
 * the posterior probability of every bead; the alignment that is decoded has the largest sum
 * of (posterior - MINIMUM): beads nobody would bet on become gaps (minimum Bayes risk). A gap costs
 * less behind a gap, and runs may be passed over (path_search.h), so that a node has a state: reached
 * by a gap, within a run of either side, or by any other bead.
 *
 * Ownership: lattice_free. */
#ifndef DIPTYCH_ALIGN_LATTICE_H
#define DIPTYCH_ALIGN_LATTICE_H

#include <stdbool.h>
#include <stddef.h>

#include "align/band.h"
#include "align/bead.h"
#include "align/score.h"

/* Called now and then with what part of the work is done, 0 to 1; false stops it. */
struct lattice_watch {
    bool (*go_on)(void *data, double done);
    void *data;
    double from; /* the part that is reported at the beginning and at the end */
    double to;
};

/* By the state of a node. */
struct lattice_sums {
    double plain; /* what leads there is no gap */
    double gap;
    double skip[2];  /* of the target, of the source */
    double to_plain; /* of all, where a bead goes on that is no gap; */
    double to_gap;   /* where a gap goes on */
};

/* Of what lies behind a node, by how it was reached. */
struct lattice_after {
    double plain;
    double gap;
    double skip[2];
};

struct lattice {
    struct band band;
    float *scores; /* by node and type, of the bead that begins there; LATTICE_NO where none can */
    struct lattice_sums *before; /* by node: logarithm of the sum over all ways to it */
    struct lattice_after *after; /* and from it to the end */
    float again;                 /* weights.again */
    float spared[2];             /* weights.spared */
    double total;
    const struct lattice_watch *watch; /* borrowed; NULL none */
};

#define LATTICE_NO SCORE_NEVER

/* Whether a stage that is at its beginning may go on; asks nobody where nobody watches. */
bool lattice_may_begin(const struct lattice_watch *watch);

/* What the first pass has scored, for another one in the same band whose weights differ for gaps
 * alone. Starts with { 0 }; free(scores). */
struct lattice_kept {
    float *scores; /* by node and type */
    bool known;
};

/* The best path with the first pass's types inside the band; scores are taken from `kept` where they
 * are known, and kept there (NULL: not). False when it was stopped. */
bool lattice_first_path(struct scorer *scorer, const struct weights *weights,
                        const struct band *band, const struct lattice_watch *watch,
                        struct lattice_kept *kept, struct beads *path);

/* Scores all beads in the band, which the lattice takes over. `likely` (NULL: all) has true for
 * nodes that are worth it. False when it was stopped. */
bool lattice_fill(struct lattice *lattice, struct band band, struct scorer *scorer,
                  const struct weights *weights, const bool *likely,
                  const struct lattice_watch *watch);

/* The parts of lattice_fill, for those who score beads themselves (the training program): readies
 * the scorer for the beads that begin in a row of the band, and sums up what `scores` holds. False
 * when it was stopped. */
bool lattice_begin_row(struct scorer *scorer, const struct band *band, size_t source, bool plain,
                       const struct lattice_watch *watch);
bool lattice_sum(struct lattice *lattice);

/* Posterior of the bead of that type that begins at the node (source, target). */
double lattice_posterior(const struct lattice *lattice, size_t source, size_t target, size_t type);

/* The same for a gap that follows a gap. */
double lattice_posterior_again(const struct lattice *lattice, size_t source, size_t target,
                               size_t type);

/* Which nodes some alignment worth speaking of goes through. Caller frees. */
bool *lattice_likely(const struct lattice *lattice);

/* Appends the decoded alignment. False when it was stopped. */
bool lattice_decode(const struct lattice *lattice, struct beads *beads);
void lattice_free(struct lattice *lattice);

#endif
