/* views: the stack of views that a pane of the room holds (ui/view.h), the uppermost first. */
#ifndef DIPTYCH_SESSION_VIEWS_H
#define DIPTYCH_SESSION_VIEWS_H

#include "ui/pane.h"
#include "ui/view.h"

extern const struct view_ops list_view, crosstab_view, text_view, empty_view;

/* The one that is seen and that keys go to; never NULL. */
const struct view_ops *views_top(const struct pane *pane);

/* Gives all views of the pane its size. */
void views_resize(struct session *session, struct pane *pane);

#endif
