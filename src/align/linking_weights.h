/* linking_weights: how much the facts of a pair of sentences count, as learned from pairs of
 * reports that were linked by hand and pairs that have nothing in common. linking_chance.h says how
 * they are used. */
#ifndef DIPTYCH_ALIGN_LINKING_WEIGHTS_H
#define DIPTYCH_ALIGN_LINKING_WEIGHTS_H

#include "align/pair_facts.h"

/* What two texts are to the weights. */
enum pair_kind {
    PAIR_BARE,       /* Chinese and English, without a dictionary */
    PAIR_DICTIONARY, /* with one */
    PAIR_ENGLISH,    /* neither is Chinese */
    PAIR_CHINESE,    /* both are */
    PAIR_KINDS
};

/* What is known of a pair when all others have been looked at. */
enum chance_fact {
    CHANCE_BIAS,   /* 1 */
    CHANCE_LOGIT,  /* of the pair by itself */
    CHANCE_ROW,    /* how far it is ahead of the best of its row that is not beside it, 4 at most */
    CHANCE_COLUMN, /* and of its column */
    CHANCE_SUPPORT,       /* the three best elsewhere, none in one row or column: sum */
    CHANCE_STRONGEST,     /* and the best of them */
    CHANCE_SHARED,        /* mean of the best scores of the sentences of a text, the larger one */
    CHANCE_EVENT_NAMES,   /* ln(1 + names in both texts) */
    CHANCE_EVENT_FIGURES, /* ln(1 + figures in both) */
    CHANCE_STRANGE,       /* how much the names of the two conflict (linking_event.h) */
    CHANCE_COUNT
};

struct linking_weights {
    float bias;
    float facts[FACT_COUNT];
    float chances[CHANCE_COUNT];
    float link;    /* the least chance of a link, */
    float proven;  /* of one that shares much, */
    float backed;  /* and of that where others are linked; */
    float alone;   /* the logit of a pair that needs no others; */
    float named;   /* the least chance of one with names that the reader has noted, */
    float vouched; /* and that convinces by rule besides, */
    float again;   /* of one that a sentence beside a link joins it by, */
    float also;    /* and of one that tells again what is linked already; none from 1 on; */
    float rest;    /* of what is left in texts linked at several places (linking_rest.h), */
    float beside;  /* and stands beside a link, */
    float figure;  /* and of one that has a figure of its own */
};

extern const struct linking_weights linking_weights[PAIR_KINDS];

#endif
