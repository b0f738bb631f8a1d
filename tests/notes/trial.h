/* trial: passages marked in a text, the text edited, the passages looked for again; what came of
 * it.
 *
 * A place is right when it covers at least RIGHT_COVER percent of the passage as it is now and at
 * most as much more than it. */
#ifndef DIPTYCH_TESTS_NOTES_TRIAL_H
#define DIPTYCH_TESTS_NOTES_TRIAL_H

#include <stddef.h>
#include <stdint.h>

#include "doc/document.h"
#include "notes/editing.h"

#define RIGHT_COVER 80

struct tally {
    size_t count;       /* passages that survive with enough of them, or were taken out */
    size_t right;
    size_t wrong; /* placed elsewhere */
    size_t ambiguous;
    size_t offered; /* of these with the right place among the candidates */
    size_t lost;        /* right for one that is gone */
    size_t false_exact; /* wrong, and called exact */
};

/* One edit of the text and one passage in it. */
void trial_run(const struct document *document, enum edit_kind kind, unsigned percent,
               uint64_t seed, struct tally *tally);

#endif
