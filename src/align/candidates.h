/* candidates: pairs of sentences of two reports that share something, with their scores.
 *
 *     score = (sum of clues) / ((size(a) + 2) (size(b) + 2))^0.35
 *
 * A pair is kept from CANDIDATE_LEAST on, when both sentences are headings or neither is, and it is
 * among the CANDIDATES_MOST best of its sentence in either text; one of sentences that both texts
 * open with, whatever its score. Linear in what is shared. Ownership: candidates_free; the clues are borrowed. */
#ifndef DIPTYCH_ALIGN_CANDIDATES_H
#define DIPTYCH_ALIGN_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/clues.h"

#define CANDIDATE_LEAST 0.05F
#define CANDIDATES_MOST 20

struct candidate {
    uint32_t source;
    uint32_t target;
    float score;
    float logit;  /* of the pair by itself (linking_chance.h) */
    float chance; /* that it is a link */
};

struct candidate_list {
    struct candidate *items;
    size_t count;
    size_t capacity;
};

struct candidates {
    struct clues *clues;
    struct candidate_list rows; /* by source, then target */
    size_t *row_start;          /* by source sentence, one more than there are */
    uint32_t *columns;          /* indexes of `rows` by target, then source */
    size_t *column_start;
    struct clue_list list; /* scratch */
};

/* Scores all pairs but those of sentences that are left out (flags by sentence). False when
 * `go_on` (NULL never; called with the part that is done) has stopped it. */
bool candidates_find(struct candidates *candidates, struct clues *clues, const bool *source_out,
                     const bool *target_out, bool (*go_on)(void *data, double done), void *data);
void candidates_free(struct candidates *candidates);

/* The score of two runs of sentences; of a sum of clues between two sizes. */
float candidates_score(struct candidates *candidates, const struct bead *bead);
float candidates_normal(float sum, float source_size, float target_size);
float candidates_size(const struct clue_side *side, uint32_t first, uint32_t count);

/* By how much a pair beats the next best of its row and its column; what stands beside it, which may
 * be one run with it, it needs only beat. 0 when it is not the best. */
float candidates_lead(const struct candidates *candidates, const struct candidate *pair);

/* The best score of a sentence of the source, or of the target; 0 when it shares nothing. */
float candidates_best(const struct candidates *candidates, uint32_t sentence, bool source);

#endif
