#include "session/mouse.h"

#include "session/core.h"
#include "session/parts.h"
#include "session/registry.h"
#include "session/selecting.h"

#define WHEEL_ROWS 3
#define AGAIN_TIME 500 /* milliseconds within which a second click belongs to the first */

struct mouse {
    bool clicked; /* at that cell, and no key since */
    int row, column;
    int age; /* milliseconds since */
};

SESSION_STATE(mouse, mouse_part)

bool mouse_is_from(struct key key)
{
    return key.code >= KEY_MOUSE_PRESS && key.code <= KEY_WHEEL_DOWN;
}

static struct pane *pane_at(const struct panes *panes, int row, int column)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(panes, i)) != NULL; i++) {
        if ((panes->zoomed || panes->cramped) && pane != panes->focus)
            continue;
        if (row >= pane->row && row < pane->row + pane->rows && column >= pane->column &&
            column < pane->column + pane->columns)
            return pane;
    }
    return NULL;
}

static void click(struct session *session, struct pane *pane, struct key key)
{
    const struct view_ops *view = session_top_view(session, pane);
    struct mouse *mouse = state_of(session);
    struct area area = pane_area(pane);
    bool inside = key.row >= area.row;
    bool again = inside && mouse->clicked && mouse->row == key.row && mouse->column == key.column;
    panes_focus(&session->panes, pane);
    selecting_set_dragging(session, pane_view(pane) != NULL && inside);
    pane->selection = (struct selection){ 0 };
    if (view->click != NULL && inside)
        view->click(pane, key.row - area.row, key.column - area.column);
    *mouse = (struct mouse){ inside && !again, key.row, key.column, 0 };
    if (again)
        command_run_line(session, view->choose != NULL ? "choose" : "lookup", 1, false);
}

static void press(struct session *session, struct key key)
{
    struct pane *pane = pane_at(&session->panes, key.row, key.column);
    bool gripped = panes_grip(&session->panes, key.row, key.column);
    if (gripped)
        selecting_set_dragging(session, false);
    if (pane != NULL)
        click(session, pane, key);
}

static void turn_wheel(struct session *session, struct key key)
{
    struct pane *pane = pane_at(&session->panes, key.row, key.column);
    const struct view_ops *view = pane != NULL ? session_top_view(session, pane) : NULL;
    if (view != NULL && view->move != NULL)
        view->move(pane, VIEW_SCROLL, key.code == KEY_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
    state_of(session)->clicked = false;
}

static void age_click(struct session *session)
{
    struct mouse *mouse = state_of(session);
    int rested = session->pending.rested;
    mouse->clicked = mouse->clicked && rested <= AGAIN_TIME - mouse->age;
    if (mouse->clicked)
        mouse->age += rested;
}

void mouse_take(struct session *session, struct key key)
{
    age_click(session);
    if (key.code == KEY_MOUSE_PRESS && key.button == 1) {
        press(session, key);
    } else if (key.code == KEY_MOUSE_DRAG) {
        state_of(session)->clicked = false;
        if (panes_drag(&session->panes, key.row, key.column))
            session_arrange(session);
        else
            selecting_drag(session, key);
    } else if (key.code == KEY_MOUSE_RELEASE) {
        session->panes.dragged = NULL;
        selecting_set_dragging(session, false);
    } else if (key.code == KEY_WHEEL_UP || key.code == KEY_WHEEL_DOWN) {
        turn_wheel(session, key);
    }
}

static bool forget_click(struct session *session, struct key key)
{
    (void)key;
    state_of(session)->clicked = false;
    return false;
}

const struct session_part mouse_part = { .size = sizeof(struct mouse), .key = forget_click };
