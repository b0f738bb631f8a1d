/* pair_facts: what tells of two sentences of two reports whether they say the same, in numbers that
 * weights can be learned for (linking_weights.h).
 *
 * Beside the clues they share (clues.h), how much of either sentence the other explains:
 *
 *   soft   of the target: sum of worth(t) max(ties of t, how surely it is there) over
 *          (sum of worth + 1), worth = g r (clues.h), ties being those of its characters
 *          (character_ties.h)
 *   back   of the source: sum of worth(c) min(1, 2.5 strongest tie (0.3 + 0.7 g)) over
 *          (sum of worth + 2), worth = rare(c) r(c)
 *
 * Between texts of one language `soft` is the larger and `back` the smaller share of what either
 * sentence has of the other: of English ones terms, of Chinese ones characters (character_shares.h).
 * Ownership: pair_facts_free; clues are borrowed. */
#ifndef DIPTYCH_ALIGN_PAIR_FACTS_H
#define DIPTYCH_ALIGN_PAIR_FACTS_H

#include <stdbool.h>

#include "align/candidates.h"
#include "align/character_shares.h"
#include "align/character_ties.h"
#include "align/clues.h"

enum pair_fact {
    FACT_SCORE,  /* candidates.h */
    FACT_SUM,    /* ln(1 + sum of clues) */
    FACT_FIRST,  /* the heaviest clue, 1.5 at most, */
    FACT_SECOND, /* the next, */
    FACT_THIRD,  /* and the third */
    FACT_FIGURE, /* sum of figures, 2 at most */
    FACT_PROPER, /* sum of names and proper nouns, 2 at most */
    FACT_LEAD,   /* both are among the first three sentences */
    FACT_COVER,  /* sum of clues / (1 + smaller size) */
    FACT_SOFT,
    FACT_SOURCE_SIZE, /* ln(1 + size) */
    FACT_TARGET_SIZE,
    FACT_BACK,
    FACT_NAMES, /* how many names and proper nouns that count */
    FACT_TITLE, /* both are the first sentence */
    FACT_EARLY, /* -ln(1 + the numbers of both sentences, from 0) */
    FACT_DIFFER, /* kinds of figures that both have, and none alike */
    FACT_TOPIC,  /* ln(1 + what both have of what either text is about throughout) */
    FACT_SPEECH, /* both are told as somebody's words, or neither is */
    FACT_COUNT
};

struct pair_facts {
    struct clues *clues;
    bool *said[2]; /* by sentence of the source, and of the target: it is told as somebody's words */
    struct character_ties ties;     /* between a Chinese text and another */
    struct character_shares shares; /* between Chinese texts */
    struct clue_list list;   /* scratch: the clues of the last pair */
    float items[FACT_COUNT]; /* of the last pair */
};

void pair_facts_begin(struct pair_facts *facts, struct clues *clues);
void pair_facts_read(struct pair_facts *facts, const struct candidate *pair);
void pair_facts_free(struct pair_facts *facts);

/* The kinds of figures (1 << kind) that two sentences have whose shared clues are `list`, though
 * none of one is any of the other. */
unsigned pair_facts_differing(const struct clues *clues, const struct clue_list *list, size_t source,
                           size_t target);

/* Whether there are any but dates. */
bool pair_facts_differ(const struct clues *clues, const struct clue_list *list, size_t source,
                       size_t target);

#endif
