/* Two versions of a story for a command: which two, their alignment, a page that the program made of
 * both. */
#include <stdlib.h>

#include "session/core.h"
#include "base/xalloc.h"

/* What an article of some pages takes to align is waited for; more is not. */
#define WAIT_MILLISECONDS 400

/* Opens the story's other version beside this text. */
bool room_open_opposite(struct session *session)
{
    const struct article *version;
    struct pane *from = room_pane(session);
    struct view *view = pane_view(from);
    if (view == NULL || view->text->path == NULL ||
        room_versions(session, view->text, &version, 1) == 0)
        return false;
    char *id = xstrdup(version->id);
    struct pane *pane = room_split(session, true);
    bool ok = pane != NULL && room_open(session, pane, id);
    if (pane != NULL && !ok)
        panes_close(&session->panes, pane);
    panes_focus(&session->panes, from);
    room_arrange(session);
    free(id);
    return ok;
}

struct coupling *room_coupled(struct session *session, struct text *text, struct text *other,
                              int *side)
{
    struct couplings *couplings = room_couplings(session);
    struct coupling *coupling = couplings_get(couplings, text, other, room_pins(session), side);
    if (couplings_wait(couplings, coupling, WAIT_MILLISECONDS))
        return coupling;
    if (coupling_fault(coupling) != NULL) {
        room_fail(session, "%s", coupling_fault(coupling));
        couplings_forget_text(couplings, text); /* the next time it is tried again */
    } else {
        room_say(session, "the two texts are still being aligned; try again in a moment");
    }
    return NULL;
}

struct text *room_text_opposite(struct session *session, const char *command)
{
    struct view *view = room_view(session);
    struct pane *pane = room_pane_opposite(session);
    const struct article *version;
    struct error error = { "" };
    if (pane != NULL) {
        shelf_hold(pane_view(pane)->text);
        return pane_view(pane)->text;
    }
    if (view->text->path == NULL || room_versions(session, view->text, &version, 1) == 0) {
        room_fail(session, "%s: this text has no other version; open one in a second pane",
                  command);
        return NULL;
    }
    struct text *text = shelf_open(&session->shelf, version->path, version->id, &error);
    if (text == NULL)
        room_fail(session, "%s", error.text);
    return text;
}

void room_show_page(struct session *session, char *title, struct document *document, size_t place)
{
    struct text *text = shelf_adopt(&session->shelf, title, document);
    free(text->title);
    text->title = title;
    pane_remember(room_pane(session));
    shelf_hold(text); /* stays on the shelf for the jump list */
    room_show(session, room_pane(session), text);
    session->panes.zoomed = panes_count(&session->panes) > 1; /* it wants the width of two */
    room_arrange(session);
    view_go(room_pane(session)->view, place);
}
