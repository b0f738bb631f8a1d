/* linked_share: how much of two texts an alignment surely links, in characters.
 *
 * Of a text that is a part of the other, an excerpt or a summary, all should be linked, and to
 * about as much as the ratio of lengths says: where it is not, it is not where the alignment has
 * put it, or other sentences are drawn into its beads. */
#ifndef DIPTYCH_ALIGN_LINKED_SHARE_H
#define DIPTYCH_ALIGN_LINKED_SHARE_H

#include "align/bead.h"
#include "align/sentence_model.h"

/* Which side is longer than the other one can tell. */
enum linked_longer { LINKED_NEITHER, LINKED_SOURCE, LINKED_TARGET };

/* Start with { 0, 0 }. */
struct linked_share {
    double source; /* characters, each bead's by its confidence */
    double target;
};

void linked_add(struct linked_share *linked, const struct corpus *corpus, const struct beads *beads);

/* The share of the shorter text, 0 to 1; 1 when neither is. */
double linked_share(const struct linked_share *linked, const struct corpus *corpus,
                    enum linked_longer longer);

/* The same, less by as much as the lengths of what is linked are off corpus->ratio. */
double linked_fit(const struct linked_share *linked, const struct corpus *corpus,
                  enum linked_longer longer);

#endif
