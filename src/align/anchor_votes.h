/* anchor_votes: which target sentences a source sentence may belong to, by the rare words they
 * share.
 *
 * A unit that stands in few source sentences votes for the target sentences of its renderings that
 * are rare as well; the rarer both, the more the vote counts. Names in pinyin vote too, and most of
 * all what stands in both texts as it is (sentence_identity.h).
 * Ownership: anchor_votes_free. The corpus is borrowed. */
#ifndef DIPTYCH_ALIGN_ANCHOR_VOTES_H
#define DIPTYCH_ALIGN_ANCHOR_VOTES_H

#include <stddef.h>
#include <stdint.h>

#include "align/sentence_model.h"

struct votes {
    const struct corpus *corpus;
    size_t *starts;   /* by token: where its target sentences begin */
    uint32_t *places; /* target sentences by token */
    uint32_t *counts; /* by unit: source sentences */
    size_t target; /* the target sentences that may be voted for */
    size_t target_end;
    size_t source_limit;
    size_t target_limit;
    struct gather targets; /* votes by target sentence */
};

/* For source sentences [source, source_end) and target sentences [target, target_end). */
void anchor_votes_begin(struct votes *votes, const struct corpus *corpus, size_t source,
                        size_t source_end, size_t target, size_t target_end);

/* Adds one source sentence's votes to `targets`, which the caller reads and clears. */
void anchor_votes_add(struct votes *votes, size_t source);
void anchor_votes_free(struct votes *votes);

/* Whom one chooses, with how many votes, and how many the next best has. */
struct vote_choice {
    uint32_t other;
    float votes;
    float next;
};

void anchor_votes_consider(struct vote_choice *choice, uint32_t other, float votes);

#endif
