/* trial: passages marked in a text, the text edited, the passages looked for again; what came of
 * it.
 *
 * A place is right when it covers at least RIGHT_COVER percent of the passage as it is now and at
 * most as much more than it. */
#ifndef DIPTYCH_TESTS_NOTES_TRIAL_H
#define DIPTYCH_TESTS_NOTES_TRIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/document.h"
#include "notes/editing.h"

#define RIGHT_COVER 80

struct tally {
    size_t count;       /* passages that survive with enough of them, or were taken out */
    size_t right;
    size_t touched; /* of these, ambiguous with the right place offered, because the edit changed a
                     * name, a figure, a negation, or a whole Han word of the passage: so it must be */
    size_t wrong; /* placed elsewhere */
    size_t ambiguous;
    size_t offered; /* of these with the right place among the candidates */
    size_t lost;        /* right for one that is gone */
    size_t false_exact; /* wrong, and called exact */
};

/* One edit of the text and one passage in it. */
void trial_run(const struct document *document, enum edit_kind kind, unsigned percent,
               uint64_t seed, struct tally *tally);

/* A sentence is given a lookalike somewhere near or far, which tells of another name or figure or
 * denies it; then the sentence is taken out. Wrong is every place, right that there is none.
 * False when the sentence has nothing to change. */
bool trial_lookalike(const struct document *document, uint64_t seed, struct tally *tally);

#endif
