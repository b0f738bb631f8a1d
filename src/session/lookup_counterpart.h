/* lookup_counterpart: where the other version of a text has a term that is looked up.
 *
 * Offsets are bytes of the text that they are said to be of. */
#ifndef DIPTYCH_SESSION_LOOKUP_COUNTERPART_H
#define DIPTYCH_SESSION_LOOKUP_COUNTERPART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "query/lookup.h"
#include "query/passage_map.h"
#include "ui/lookup_box.h"

struct session;
struct text;

/* The version that is asked. */
struct lookup_other {
    struct text *text; /* held by whoever asked for it; NULL none */
    bool translated;   /* it is a translation of the text, or the text of it */
};

struct lookup_question {
    const struct lookup *sources;
    const char *term;
    struct span span; /* where it stands in the focused pane's text */
    struct lookup_other other;
};

/* A version that stands in another pane, else the first of the collection. False when there is none. */
bool lookup_counterpart_find(struct session *session, const struct text *here,
                             struct lookup_other *other);

/* Adds a row on what stands for the term there; the focused pane's text is side `side` of the hinge.
 * True when something does: *place is where. */
bool lookup_counterpart_tell(struct session *session, const struct lookup_question *question,
                             const struct passage_map *hinge, int side, struct lookup_rows *foot,
                             size_t *place);

#endif
