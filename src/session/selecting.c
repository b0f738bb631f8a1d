/* Selecting: what is selected in which pane, and what follows the cursor there. */
#include <stdlib.h>

#include "session/core.h"
#include "session/parts.h"
#include "entity/kwic.h"
#include "text/utf8.h"

struct selecting {
    unsigned long followed; /* id of the pane whose selection follows the cursor */
    bool dragging; /* the mouse's button went down in the text of the focused pane */
};

static struct selecting *state_of(const struct session *session)
{
    return session_state(session, &selecting_part);
}

bool room_is_selecting(struct session *session)
{
    return room_view(session) != NULL && room_pane(session)->selection.unit != SELECTION_NONE;
}

static void follow_cursor(struct session *session)
{
    struct pane *pane = room_pane(session);
    unsigned long id = panes_id(&session->panes, pane);
    bool came = state_of(session)->followed != id;
    state_of(session)->followed = id;
    if (!room_is_selecting(session))
        return;
    if (came && pane->selection.head <= pane->view->text->document->length)
        view_go(pane->view, pane->selection.head);
    pane->selection.head = pane->view->cursor;
}

bool room_drop_selections(struct session *session)
{
    struct pane *pane;
    bool dropped = false;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        dropped = dropped || pane->selection.unit != SELECTION_NONE;
        pane->selection = (struct selection){ 0 };
    }
    return dropped;
}

struct span room_passage(struct session *session)
{
    const struct view *view = room_view(session);
    if (room_is_selecting(session))
        return selection_span(&room_pane(session)->selection, view->text->document);
    struct selection sentence = { SELECTION_SENTENCES, view->cursor, view->cursor };
    return selection_span(&sentence, view->text->document);
}

char *room_selected_words(struct session *session)
{
    struct buffer words = { 0 };
    if (room_is_selecting(session))
        kwic_add(&words, room_view(session)->text->document, room_passage(session));
    if (words.length > 0)
        return buffer_take(&words);
    buffer_free(&words);
    return NULL;
}

void room_begin_selection(struct session *session, enum selection_unit unit)
{
    struct selection *selection = &room_pane(session)->selection;
    struct view *view = room_view(session);
    room_complete_text(session, view);
    if (selection->unit == SELECTION_NONE)
        *selection = (struct selection){ unit, view->cursor, view->cursor };
    selection->unit = unit;
}

void room_selection_status(struct session *session, struct buffer *out)
{
    if (!room_is_selecting(session))
        return;
    struct span span = room_passage(session);
    const struct document *document = room_view(session)->text->document;
    buffer_add_format(out, "%zu selected: a annotates · y copies · t counterpart · o other end  ",
                      utf8_count(document->text + span.start, span.end - span.start));
}

/* t while selecting: what stands for the selection is selected in the pane opposite, where it may
 * be adjusted. */
bool room_select_counterpart(struct session *session)
{
    struct counterpart found;
    struct error why = { "" };
    if (!room_is_selecting(session))
        return false;
    struct pane *pane = room_pane_opposite(session);
    if (pane == NULL) {
        room_fail(session, "counterpart: open the other version in a second pane to see it; T "
                           "chooses one");
    } else if (!room_counterpart(session, room_passage(session), &found, &why)) {
        room_say(session, "%s", why.text);
    } else {
        struct view *view = pane_view(pane);
        selection_set(&pane->selection, found.text->document, found.span);
        view_go(view, found.span.end - 1);
        view_go(view, found.span.start);
        view->cursor = pane->selection.head;
        room_say(session, "counterpart, confidence %.2f: a annotates both; go there to adjust it",
                 found.confidence);
        shelf_release(&session->shelf, found.text);
    }
    return true;
}

void room_set_dragging(struct session *session, bool dragging)
{
    state_of(session)->dragging = dragging;
}

/* From where the button went down to where it is now, in the pane that it went down in. */
void room_drag(struct session *session, struct key key)
{
    struct pane *pane = room_pane(session);
    struct view *view = pane_view(pane);
    if (view == NULL || !state_of(session)->dragging)
        return;
    struct area area = pane_area(pane);
    int row = key.row < area.row ? -1 : key.row - area.row;
    row = row > area.rows ? area.rows : row; /* above or below it: the text rolls by a row */
    if (pane->selection.unit == SELECTION_NONE)
        room_begin_selection(session, SELECTION_CHARACTERS);
    struct place place = view->top;
    layout_move(view->layout, &place, row);
    int x = key.column - view_left(view, &area);
    view_go(view, layout_offset_at(view->layout, place, x < 0 ? 0 : x));
}

const struct session_part selecting_part = { .size = sizeof(struct selecting), .cursor_moved = follow_cursor };
