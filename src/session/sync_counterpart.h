/* sync_counterpart: what stands for a passage in the version opposite. */
#ifndef DIPTYCH_SESSION_SYNC_COUNTERPART_H
#define DIPTYCH_SESSION_SYNC_COUNTERPART_H

#include <stdbool.h>

#include "base/span.h"

struct error;
struct session;
struct text;

/* What stands for a passage of the focused pane in the version opposite; the text is
 * held. False with a few words why there is none. */
struct sync_counterpart {
    struct text *text;
    struct span span;
    double confidence;
};
bool sync_counterpart_find(struct session *session, struct span span,
                           struct sync_counterpart *found, struct error *why);

#endif
