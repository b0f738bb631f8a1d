#include "session/selecting.h"

#include <stdlib.h>

#include "base/message.h"
#include "base/span.h"
#include "entity/kwic.h"
#include "query/position_remap.h"
#include "session/core.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/sync.h"
#include "session/sync_counterpart.h"
#include "text/utf8.h"
#include "ui/selection.h"

struct selecting {
    unsigned long followed; /* id of the pane whose selection follows the cursor */
    struct selection last; /* the latest one that was ... */
    const struct text *last_in; /* ... in this text, compared alone; NULL: there is none */
    bool dragging; /* the mouse's button went down in the text of the focused pane */
};

SESSION_STATE(selecting, selecting_part)

bool selecting_is_on(struct session *session)
{
    return session_view(session) != NULL && session_pane(session)->selection.unit != SELECTION_NONE;
}

static void follow_cursor(struct session *session)
{
    struct pane *pane = session_pane(session);
    unsigned long id = panes_id(&session->panes, pane);
    bool came = state_of(session)->followed != id;
    state_of(session)->followed = id;
    if (!selecting_is_on(session))
        return;
    if (came && pane->selection.head <= pane->view->text->document->length)
        article_view_go(pane->view, pane->selection.head);
    pane->selection.head = pane->view->cursor;
    state_of(session)->last = pane->selection;
    state_of(session)->last_in = pane->view->text;
}

bool selecting_drop(struct session *session)
{
    struct pane *pane;
    bool dropped = false;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        dropped = dropped || pane->selection.unit != SELECTION_NONE;
        pane->selection = (struct selection){ 0 };
    }
    return dropped;
}

struct span selecting_passage(struct session *session)
{
    const struct article_view *view = session_view(session);
    if (selecting_is_on(session))
        return selection_span(&session_pane(session)->selection, view->text->document);
    struct selection sentence = { SELECTION_SENTENCES, view->cursor, view->cursor };
    return selection_span(&sentence, view->text->document);
}

char *selecting_words(struct session *session)
{
    struct buffer words = { 0 };
    if (selecting_is_on(session))
        kwic_add(&words, session_view(session)->text->document, selecting_passage(session));
    if (words.length > 0)
        return buffer_take(&words);
    buffer_free(&words);
    return NULL;
}

void selecting_begin(struct session *session, enum selection_unit unit)
{
    struct selection *selection = &session_pane(session)->selection;
    struct article_view *view = session_view(session);
    session_complete_text(session, view);
    if (selection->unit == SELECTION_NONE)
        *selection = (struct selection){ unit, view->cursor, view->cursor };
    selection->unit = unit;
}

void selecting_again(struct session *session)
{
    const struct selecting *state = state_of(session);
    struct article_view *view = session_view(session);
    if (state->last_in != view->text) {
        session_say(session, "nothing was selected here yet");
        return;
    }
    session_pane(session)->selection = state->last;
    article_view_go(view, state->last.head);
}

void selecting_status(struct session *session, struct buffer *out)
{
    if (!selecting_is_on(session))
        return;
    struct buffer copy = { 0 }; /* as many as y says that it copied */
    selection_text(session_view(session)->text->document, selecting_passage(session), &copy);
    buffer_add_format(out, _("%zu selected: a annotates · y copies · t counterpart · o other end"),
                      utf8_count(buffer_text(&copy), copy.length));
    buffer_free(&copy);
}

/* t while selecting: what stands for the selection is selected in the pane opposite, where it may
 * be adjusted. */
bool selecting_counterpart(struct session *session)
{
    struct sync_counterpart found;
    struct error why = { "" };
    if (!selecting_is_on(session))
        return false;
    struct pane *pane = sync_pane_opposite(session);
    if (pane == NULL) {
        session_fail(session, "counterpart: open the other version in a second pane to see it; T "
                              "chooses one");
    } else if (!sync_counterpart_find(session, selecting_passage(session), &found, &why)) {
        session_say(session, "%s", why.text);
    } else {
        struct article_view *view = pane_view(pane);
        selection_set(&pane->selection, found.text->document, found.span);
        article_view_go(view, found.span.end - 1);
        article_view_go(view, found.span.start);
        view->cursor = pane->selection.head;
        session_say(session,
                    "counterpart, confidence %.2f: a annotates both; go there to adjust it",
                    found.confidence);
        open_texts_release(&session->open_texts, found.text);
    }
    return true;
}

void selecting_set_dragging(struct session *session, bool dragging)
{
    state_of(session)->dragging = dragging;
}

/* From where the button went down to where it is now, in the pane that it went down in. */
void selecting_drag(struct session *session, struct key key)
{
    struct pane *pane = session_pane(session);
    struct article_view *view = pane_view(pane);
    if (view == NULL || !state_of(session)->dragging)
        return;
    struct area area = pane_text_area(pane);
    int row = key.row < area.row ? -1 : key.row - area.row;
    row = row > area.rows ? area.rows : row; /* above or below it: the text rolls by a row */
    if (pane->selection.unit == SELECTION_NONE)
        selecting_begin(session, SELECTION_CHARACTERS);
    struct place place = view->top;
    layout_move(view->layout, &place, row);
    int x = key.column - article_view_left(view, &area);
    article_view_go(view, layout_offset_at(view->layout, place, x < 0 ? 0 : x));
}

static void forget_last(struct session *session, const struct article_view *view)
{
    if (state_of(session)->last_in == view->text)
        state_of(session)->last_in = NULL;
}

static void move_last(struct session *session, const struct text *text, const struct remap *remap)
{
    struct selecting *state = state_of(session);
    if (state->last_in != text)
        return;
    state->last.anchor = position_remap_offset(remap, state->last.anchor);
    state->last.head = position_remap_offset(remap, state->last.head);
}

const struct session_part selecting_part = {
    .size = sizeof(struct selecting),
    .cursor_moved = follow_cursor,
    .text_left = forget_last,
    .offsets_moved = move_last,
};
