#include "session/views.h"

#include "session/core.h"

static const struct view_ops *const stack[] = { &list_view, &crosstab_view, &text_view,
                                                &empty_view };

const struct view_ops *views_top(const struct pane *pane)
{
    size_t i = 0;
    while (!stack[i]->is_open(pane))
        i++;
    return stack[i];
}

void views_resize(struct session *session, struct pane *pane)
{
    for (size_t i = 0; i < sizeof stack / sizeof stack[0]; i++)
        if (stack[i]->resize != NULL)
            stack[i]->resize(session, pane);
}

/* ---- an empty pane ---- */

static bool is_open(const struct pane *pane)
{
    (void)pane;
    return true;
}

static void heading(const struct pane *pane, struct view_heading *heading)
{
    (void)pane;
    buffer_add_text(&heading->title, "no article");
}

static void status(struct session *session, const struct pane *pane, struct buffer *left,
                   struct buffer *middle, struct buffer *right)
{
    (void)session;
    (void)pane;
    (void)middle;
    (void)right;
    buffer_add_text(left, "no article: L shows the library, :open opens a file");
}

const struct view_ops empty_view = {
    .name = "empty",
    .mode = KEYMAP_READ,
    .is_open = is_open,
    .heading = heading,
    .status = status,
};
