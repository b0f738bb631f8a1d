/* views: the kinds of view that a pane of the room may hold (ui/view.h). */
#ifndef DIPTYCH_SESSION_VIEWS_H
#define DIPTYCH_SESSION_VIEWS_H

#include "ui/view.h"

extern const struct view_ops list_view, crosstab_view, text_view, empty_view;

/* The uppermost first; the last, empty_view, is open in every pane. Ends with NULL. */
extern const struct view_ops *const session_views[];

#endif
