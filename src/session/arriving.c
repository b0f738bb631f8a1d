#include "session/arriving.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/open.h"
#include "session/open_place.h"
#include "session/parts.h"

#define LIBRARY_LOOK 200 /* milliseconds between looks at articles whose heads are still being made */

struct arriving {
    char *refused; /* the file that could not be read last; NULL: another text has come since */
};

SESSION_STATE(arriving, arriving_part)

static void forget_refused(struct session *session)
{
    free(state_of(session)->refused);
    state_of(session)->refused = NULL;
}

/* The place that the pane remembered last, of a text that was here; NULL none. */
static struct jump *place_before(struct pane *pane)
{
    struct jumps *jumps = &pane->jumps;
    struct jump *jump = jumps->at > 0 ? &jumps->items[jumps->at - 1] : NULL;
    return jump != NULL && !jump->is_cell && jump->from == 0 ? jump : NULL;
}

/* Back to the text before, if there was one. */
static void leave_text(struct session *session, struct pane *pane)
{
    struct jump *before = place_before(pane);
    SESSION_TELL(session, text_left, (session, pane->view));
    article_view_free(pane->view);
    pane->view = NULL;
    pane->selection = (struct selection){ 0 };
    if (before == NULL)
        return;
    char *name = xstrdup(before->name);
    char *path = xstrdup(before->path);
    if (session_go(session, pane, name, path, before->cursor, before->anchor))
        pane->jumps.at--;
    free(name);
    free(path);
}

static void leave_everywhere(struct session *session, const struct text *text)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->view != NULL && pane->view->text == text)
            leave_text(session, pane);
    session_arrange(session);
}

bool arriving_give_up(struct session *session, struct pane *pane)
{
    if (pane_view(pane) == NULL || !pane->view->text->converting)
        return false;
    struct text *text = pane->view->text;
    open_texts_hold(text);
    leave_everywhere(session, text);
    session_say(session, "%s: is not opened", file_base_name(text->name));
    open_texts_release(&session->open_texts, text);
    return true;
}

/* The place was said of the text; it is gone to in the first pane that shows it. */
static void go_to_place(struct session *session, struct text *text)
{
    struct pane *pane;
    struct pane *focus = session->panes.focus;
    struct pane *previous = session->panes.previous;
    char *place = text->place;
    text->place = NULL;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        if (pane_view(pane) == NULL || pane->view->text != text)
            continue;
        panes_focus(&session->panes, pane);
        open_place_go(session, place);
        break;
    }
    panes_focus(&session->panes, focus);
    session->panes.previous = previous;
    free(place);
}

static void text_arrived(struct session *session, struct text *text)
{
    if (text->fault != NULL) {
        leave_everywhere(session, text);
        forget_refused(session);
        state_of(session)->refused = xstrdup(text->path);
        session_fail(session, "%s", text->fault);
        return;
    }
    open_told(session, text);
    if (text->place != NULL)
        go_to_place(session, text);
}

static void text_shown(struct session *session, struct pane *pane)
{
    (void)pane;
    forget_refused(session);
}

void arriving_open_refused(struct session *session)
{
    char *path = state_of(session)->refused;
    state_of(session)->refused = NULL;
    if (path != NULL && session_open(session, session_pane(session), path))
        session_arrange(session);
    free(path);
}

/* ---- the library's list ---- */

static bool library_waits(const struct session *session)
{
    const struct pane *pane;
    bool shown = false;
    size_t count = 0;
    for (size_t i = 0; !shown && (pane = panes_nth(&session->panes, i)) != NULL; i++)
        shown = pane->list != NULL && pane->list->source == &lists_library;
    const struct article *articles =
        shown ? collection_articles(session->collection, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (articles[i].put_off)
            return true;
    return false;
}

static int timeout(const struct session *session)
{
    return library_waits(session) ? LIBRARY_LOOK : -1;
}

static bool tick(struct session *session, bool idle)
{
    (void)idle;
    if (!library_waits(session))
        return false;
    lists_refill(session, &lists_library);
    return true;
}

const struct session_part arriving_part = {
    .size = sizeof(struct arriving),
    .text_shown = text_shown,
    .free = forget_refused,
    .text_arrived = text_arrived,
    .timeout = timeout,
    .tick = tick,
};
