#include "session/views.h"
#include "base/message.h"

#include <stddef.h>

/* ---- an empty pane ---- */

static bool is_open(const struct pane *pane)
{
    (void)pane;
    return true;
}

static void heading(const struct pane *pane, struct view_heading *heading)
{
    (void)pane;
    buffer_add_text(&heading->title, _("no article"));
}

static void status(struct session *session, const struct pane *pane, struct buffer *left,
                   struct buffer *middle, struct buffer *right)
{
    (void)session;
    (void)pane;
    (void)middle;
    (void)right;
    buffer_add_text(left, _("no article: L shows the library, :open opens a file"));
}

const struct view_ops empty_view = {
    .name = "empty",
    .mode = KEYMAP_READ,
    .is_open = is_open,
    .heading = heading,
    .status = status,
};

const struct view_ops *const session_views[] = { &list_view, &crosstab_view, &text_view,
                                                 &empty_view, NULL };
