/* linking_chance: linking two reports by learned weights, in two steps.
 *
 *   1. Each pair of sentences by itself: a logistic regression on its facts (pair_facts.h), its
 * logit.
 *   2. Each pair among all others: a second one on its logit, its rivals, and what else the two
 *      texts share (linking_weights.h). Unrelated texts have no second pair to lean on: the best
 *      pairs elsewhere weigh most.
 *
 * Pairs are taken by falling chance, each sentence once; a sentence beside its counterpart's link
 * joins it, up to LINKS_RUN. What is left is asked for less then (linking_rest.h). The chance of a link is
 * its score. */
#ifndef DIPTYCH_ALIGN_LINKING_CHANCE_H
#define DIPTYCH_ALIGN_LINKING_CHANCE_H

#include <stdbool.h>

#include "align/linking_weights.h"
#include "align/links.h"

/* Finds the links, with the weights of their kind when `weights` is NULL. False when `go_on` (NULL
 * never) has stopped it. */
bool linking_chance_find(struct links *links, const struct linking_weights *weights,
                         bool (*go_on)(void *data, double done), void *data);

/* What step 2 knows of each candidate, in their order: for learning from. */
void linking_chance_read(struct links *links, const struct linking_weights *weights,
                         float (*facts)[CHANCE_COUNT]);

#endif
