#include "session/closed_panes.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "session/core.h"
#include "session/open.h"
#include "session/parts.h"

struct closed {
    char *name, *path;
    size_t cursor, anchor;
    unsigned long beside; /* id of the pane that it stood by */
    bool side_by_side, first;
};

struct closed_panes {
    struct closed items[PANE_LIMIT]; /* the last one last */
    size_t count;
};

SESSION_STATE(closed_panes, closed_panes_part)

static void clear(struct closed *closed)
{
    free(closed->name);
    free(closed->path);
}

/* The pane that closing leaves in the place of `leaf`. */
static struct pane *neighbour(const struct node *leaf)
{
    const struct node *split = leaf->parent;
    const struct node *node = split->first == leaf ? split->second : split->first;
    while (node->pane == NULL)
        node = split->first == leaf ? node->first : node->second;
    return node->pane;
}

void closed_panes_remember(struct session *session, struct pane *pane)
{
    struct closed_panes *state = state_of(session);
    const struct node *leaf = panes_leaf(&session->panes, pane);
    if (pane->view == NULL || pane->view->text->path == NULL || leaf->parent == NULL)
        return;
    if (state->count == PANE_LIMIT) {
        clear(&state->items[0]);
        memmove(state->items, state->items + 1, (PANE_LIMIT - 1) * sizeof *state->items);
        state->count--;
    }
    state->items[state->count++] = (struct closed){
        .name = xstrdup(pane->view->text->name),
        .path = xstrdup(pane->view->text->path),
        .cursor = pane->view->cursor,
        .anchor = pane->view->anchor,
        .beside = panes_id(&session->panes, neighbour(leaf)),
        .side_by_side = leaf->parent->side_by_side,
        .first = leaf->parent->first == leaf,
    };
}

void closed_panes_run(struct session *session, const struct invocation *invocation)
{
    struct closed_panes *state = state_of(session);
    (void)invocation;
    if (state->count == 0) {
        session_say(session, "reopen: no pane was closed");
        return;
    }
    struct closed *closed = &state->items[state->count - 1];
    struct pane *beside = panes_by_id(&session->panes, closed->beside);
    if (beside != NULL)
        panes_focus(&session->panes, beside);
    struct pane *pane = session_split(session, closed->side_by_side);
    if (pane == NULL)
        return;
    if (closed->first) {
        panes_focus(&session->panes, panes_towards(&session->panes, closed->side_by_side ? TO_LEFT : TO_UP));
        panes_swap(&session->panes);
        panes_focus(&session->panes, pane);
    }
    if (!session_go(session, pane, closed->name, closed->path, closed->cursor, closed->anchor))
        panes_close(&session->panes, pane);
    clear(closed);
    state->count--;
    session_arrange(session);
}

static void free_closed(struct session *session)
{
    struct closed_panes *state = state_of(session);
    while (state->count > 0)
        clear(&state->items[--state->count]);
}

const struct session_part closed_panes_part = { .size = sizeof(struct closed_panes),
                                                .free = free_closed };
