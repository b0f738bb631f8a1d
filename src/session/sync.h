/* sync: the hinge in the room: which open texts are aligned with each other, and scrolling the other
 * panes to the counterpart of the current passage. What is said of it: sync_status.h. */
#ifndef DIPTYCH_SESSION_SYNC_H
#define DIPTYCH_SESSION_SYNC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct article;
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

/* Takes up dictionaries and a glossary that have changed: alignments made with others are forgotten. */
void sync_renew(struct session *session);

/* Takes up what the option says two texts are to each other. */
void sync_take_mode(struct session *session);
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

/* Whether that figure is told in another passage than the one that stands for the cursor's. */
static inline bool sync_is_elsewhere(struct span figure, struct span across)
{
    return figure.start < across.start || figure.end > across.end;
}

bool sync_takes(const struct text *text); /* an article, which can be hinged */

/* Whether one article, and no more, stands beside the pane's. */
bool sync_is_alone(const struct session *session, const struct pane *from);

/* Adds the passages of the pane's text that overlap `range` and that the focused pane's text tells
 * as well; of the focused pane, those that any other does. */
void sync_shared(struct session *session, const struct pane *pane, struct span range,
                 struct spans *out);

/* The first passage of the focused pane's paragraph that the one opposite tells, when its beginning
 * is not told there; false when it is, or nothing is. */
bool sync_paragraph(struct session *session, struct span paragraph, size_t *place);

/* After the cursor has moved: the other panes follow. */
void sync_follow(struct session *session);

#endif
