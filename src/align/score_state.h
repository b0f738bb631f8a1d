/* score_state: what a scorer keeps, for score.c, which works out the lexical scores of a row, and
 * features.c, which makes features of them and of all else that is known of a bead. */
#ifndef DIPTYCH_ALIGN_SCORE_STATE_H
#define DIPTYCH_ALIGN_SCORE_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/sentence_model.h"
#include "align/sparse_rows.h"
#include "align/score.h"

/* Sums over the sentences before, so that those of a run are a subtraction. */
struct sums {
    uint32_t length;
    uint32_t quoted;
    uint32_t unquoted;
    uint32_t questions;
    uint32_t exclamations;
    uint32_t ellipses;
    uint32_t numbers;
    uint32_t marks;
    uint32_t paragraphs; /* that begin */
    uint32_t headings;
    uint32_t codes;
    uint32_t left_out;
    float size; /* tokens, or weight of the main units */
};

/* Values for target sentences [from, to), a row for each number of sentences. */
struct strip {
    float *values;
    size_t capacity;
    size_t from;
    size_t to;
};

/* Of the tokens of a target sentence that the span explains: sums of w, wx, wy, wx^2, wxy, wy^2,
 * x counted in characters from the span's start, y from the sentence's. */
struct order {
    float weight;
    float source;
    float target;
    float source_square;
    float product;
    float target_square;
};

/* As a strip. */
struct order_strip {
    struct order *values;
    size_t capacity;
};

/* One of the next source sentences. */
struct ahead {
    size_t source;
    size_t sizes;             /* most target sentences in a bead; 0 when nothing is here yet */
    struct strip explained;   /* H by target sentences in the bead - 1 */
    struct weighted *renders; /* what it can do for each token, at most RENDERED_MOST */
    size_t render_count;
    size_t render_capacity;
    float *places; /* as `renders`: where it does, 0 to 1 */
    size_t place_capacity;
};

struct scorer {
    const struct corpus *corpus;
    struct rows renders; /* units: tokens, with what was learned */
    struct rows full;    /* main units: tokens, with the words inside, by what they add to R;
                          * empty for other units */
    struct rows places;  /* tokens: the target sentences they are in */
    struct sums *source; /* one more than there are sentences */
    struct sums *target;
    struct rows source_marks; /* sentences: keys of marks */
    struct rows target_marks;
    float *source_gaps; /* by sentence: FEATURE_SOURCE_GAP */
    float *target_gaps;
    float *target_scale;                  /* (n + 3)^-1.25 by sentence and number of sentences */
    float target_chance;                  /* what a token adds to G that nothing explains */
    float source_chance;                  /* the same for a unit and H */
    bool paragraphs;                      /* both sides have some to speak of */
    struct ahead ahead[BEAD_SOURCE_MOST]; /* by sentence % BEAD_SOURCE_MOST */
    struct strip explains;                /* G by source sentences in the bead - 1 */
    struct order_strip order;             /* as `explains` */
    float *span_places;                   /* by token of `span`: A times place, in characters */
    float *sentence_places;               /* by token of `sentence`, 0 everywhere between uses */
    struct gather span;                   /* A of the source sentences so far, by token */
    struct gather sentence;
    float *rendered; /* R of one unit for the target sentences of a strip */
    size_t rendered_capacity;
    size_t row;
    size_t row_sizes; /* source sentences that beads of this row may have */
};

/* The value for a target sentence of the strip. */
static inline float *strip_at(const struct strip *strip, size_t row, size_t target)
{
    return strip->values + row * (strip->to - strip->from) + target - strip->from;
}

#endif
