/* selecting: selecting: what is selected in which pane, and what follows the cursor there. */
#ifndef DIPTYCH_SESSION_SELECTING_H
#define DIPTYCH_SESSION_SELECTING_H

#include <stdbool.h>

#include "base/span.h"
#include "ui/key.h"
#include "ui/selection.h"

struct buffer;
struct session;

/* Selecting. A pane keeps its selection while the reader is in another one. */
bool selecting_is_on(struct session *session);          /* in the focused pane */
bool selecting_drop(struct session *session);           /* true when there was one */
struct span selecting_passage(struct session *session); /* the selection, else the sentence */
char *selecting_words(struct session *session);         /* as one line; NULL: none. Caller frees */
void selecting_status(struct session *session, struct buffer *out);
bool selecting_counterpart(struct session *session);
void selecting_set_dragging(struct session *session, bool dragging);
void selecting_drag(struct session *session, struct key key);

void selecting_again(struct session *session); /* what was selected here last */
void selecting_begin(struct session *session, enum selection_unit unit);

#endif
