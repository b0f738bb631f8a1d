/* sync: the hinge in the room: which open texts are aligned with each other, scrolling the other
 * panes to the counterpart of the current passage, and the status line's words about it. */
#ifndef DIPTYCH_SESSION_SYNC_H
#define DIPTYCH_SESSION_SYNC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct article;
struct buffer;
struct text_pair;
struct text_pairs;
struct pane;
struct pinboard;
struct session;
struct text;

#define SYNC_VERSIONS 64 /* of one story that are looked at */

/* The passage that gp was typed on first. */
struct pin_begun {
    struct text *text; /* held; NULL: none is begun */
    struct span span;
};

struct text_pairs *sync_text_pairs(struct session *session); /* made if need be, pins read */
struct text_pairs *sync_made_text_pairs(const struct session *session); /* NULL: none are yet */
bool sync_is_on(const struct session *session);                       /* the panes move together */
void sync_set_on(struct session *session, bool on);
bool sync_stop_aligning(struct session *session); /* true when something was being aligned */
struct pinboard *sync_pins(struct session *session);
struct pin_begun *sync_pin_begun(struct session *session);
bool sync_save_pins(struct session *session);
void sync_forget_pin(struct session *session); /* the one that is begun */

/* The pane whose text stands opposite the focused one's: another version of its story, else any
 * other article. NULL when there is none. */
struct pane *sync_pane_opposite(struct session *session);

/* The other versions of the text's story, those in other languages first; at most `most`. */
size_t sync_versions(struct session *session, const struct text *text,
                     const struct article **versions, size_t most);

/* The figure at `offset` and its counterpart; false when there is none. */
bool sync_figure_across(const struct text_pair *text_pair, int side, size_t offset,
                        struct span *here, struct span *across);

/* After the cursor has moved: the other panes follow. */
void sync_follow(struct session *session);
void sync_status(struct session *session, bool brief, struct buffer *out); /* no evidence */

#endif
