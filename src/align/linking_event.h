/* linking_event: whether two reports as a whole are of one event, in numbers that weights can be
 * learned for (linking_weights.h), and which weights two texts take. */
#ifndef DIPTYCH_ALIGN_LINKING_EVENT_H
#define DIPTYCH_ALIGN_LINKING_EVENT_H

#include "align/candidates.h"
#include "align/linking_weights.h"

enum linking_event_fact {
    LINKING_EVENT_SHARED,  /* mean of the best scores of the sentences of a text, the larger one */
    LINKING_EVENT_NAMES,   /* ln(1 + names and proper nouns in both, the more the rarer they are) */
    LINKING_EVENT_FIGURES, /* ln(1 + equal figures in both) */
    LINKING_EVENT_STRANGE, /* ln((1 + principal names that the other text has not)
                              / (1 + those that it has + equal figures)) */
    LINKING_EVENT_FACTS
};

void linking_event_weigh(const struct candidates *candidates, float facts[LINKING_EVENT_FACTS]);

enum pair_kind linking_event_kind(const struct clues *clues);

#endif
