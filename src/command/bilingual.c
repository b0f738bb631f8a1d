/* Commands on two versions of a story: coupling them, crossing over, pinning, setting them side by
 * side. */
#include <stdlib.h>
#include <string.h>

#include "command/command_run.h"
#include "page/parallel_page.h"
#include "session/core.h"
#include "base/xalloc.h"

/* What an article of some pages takes to align is waited for; more is not. */
#define WAIT_MILLISECONDS 400

/* ---- S ---- */

/* Opens the story's other version beside this text. */
static bool open_opposite(struct session *session)
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

void run_hinge(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    if (session->hinge.on && room_pane_opposite(session) != NULL) {
        session->hinge.on = false;
        if (session->hinge.couplings != NULL)
            couplings_stop(session->hinge.couplings);
        room_follow_hinge(session);
        room_say(session, "the panes move alone again");
        return;
    }
    if (room_pane_opposite(session) == NULL && !open_opposite(session)) {
        room_fail(session, "hinge: wants another version in a second pane; T chooses one");
        return;
    }
    session->hinge.on = true;
    couplings_retry(room_couplings(session));
    room_follow_hinge(session);
}

/* ---- t ---- */

struct coupling *room_coupled(struct session *session, struct text *text, struct text *other,
                              int *side)
{
    struct couplings *couplings = room_couplings(session);
    struct coupling *coupling = couplings_get(couplings, text, other, &session->hinge.pins, side);
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

/* To a place of the text opposite: in its own pane, else here. */
static void cross(struct session *session, struct text *text, size_t offset, long row)
{
    struct pane *from = room_pane(session);
    struct pane *pane = room_pane_opposite(session);
    if (pane == NULL) {
        if (!room_open_path(session, from, text->path, text->name))
            return;
        pane = from;
    } else {
        pane_remember(pane);
        pane->jumps.items[pane->jumps.at - 1].from = panes_id(&session->panes, from);
        panes_focus(&session->panes, pane);
    }
    view_align(pane->view, offset, row);
    room_arrange(session);
}

void run_counterpart(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    struct view *view = room_view(session);
    if (room_select_counterpart(session))
        return;
    room_complete_text(session, view);
    struct text *other = room_text_opposite(session, "counterpart");
    struct coupling *coupling =
        other != NULL ? room_coupled(session, view->text, other, &side) : NULL;
    if (coupling != NULL) {
        const struct hinge *hinge = coupling_hinge(coupling);
        size_t at = hinge_at(hinge, side, view->cursor);
        const struct aligned *item = at != HINGE_NONE ? &hinge->alignment.items[at] : NULL;
        struct span figure, across;
        if (room_figure_across(coupling, side, view->cursor, &figure, &across))
            cross(session, other, across.start, view_cursor_row(view));
        else if (item == NULL || !hinge_has(item, 1 - side))
            room_say(session, "%s: has nothing that stands for this passage", other->name);
        else
            cross(session, other, hinge_span(item, 1 - side).start, view_cursor_row(view));
    }
    if (other != NULL)
        shelf_release(&session->shelf, other);
}

/* ---- ]u [u ---- */

void run_unmatched(struct session *session, const struct invocation *invocation)
{
    int side;
    bool forward = invocation->variant > 0;
    struct view *view = room_view(session);
    room_complete_text(session, view);
    struct text *other =
        room_text_opposite(session, forward ? "next-unmatched" : "previous-unmatched");
    struct coupling *coupling =
        other != NULL ? room_coupled(session, view->text, other, &side) : NULL;
    if (coupling != NULL) {
        const struct hinge *hinge = coupling_hinge(coupling);
        size_t at = hinge_unmatched(hinge, side, view->cursor, forward);
        if (at == HINGE_NONE) {
            room_say(session, forward ? "no passage after this that only this version has"
                                      : "no passage before this that only this version has");
        } else {
            pane_remember(room_pane(session));
            view_go(view, hinge_span(&hinge->alignment.items[at], side).start);
            room_say(session, "only here, not in %s", other->name);
        }
    }
    if (other != NULL)
        shelf_release(&session->shelf, other);
}

/* ---- T ---- */

void run_version(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    const struct article *versions[ROOM_VERSIONS];
    struct pane *from = room_pane(session);
    struct view *view = room_view(session);
    size_t count = view->text->path != NULL
                       ? room_versions(session, view->text, versions, ROOM_VERSIONS) : 0;
    if (count == 0) {
        room_fail(session, "version: this text has no other version in the collection");
        return;
    }
    struct list *list = list_new(LIST_VERSIONS, "The other versions");
    for (size_t i = 0; i < count; i++) {
        const struct article *article = versions[i];
        char *detail = xasprintf("%s%s%s%s%s", article->id,
                                 *article->publisher != '\0' ? " · " : "", article->publisher,
                                 *article->translation_of != '\0' ? " · translation of " : "",
                                 article->translation_of);
        list_add(list, article->title, detail, article->id, 0, 0);
        list_brief(list, article->lang);
        free(detail);
    }
    struct pane *pane = room_pane_opposite(session);
    if (pane == NULL)
        pane = panes_count(&session->panes) > 1
                   ? panes_nth(&session->panes, (panes_index(&session->panes, from) + 1) %
                                                    panes_count(&session->panes))
                   : room_split(session, true);
    if (pane == NULL) {
        list_free(list);
        return;
    }
    list->from = panes_id(&session->panes, from);
    room_show_list(session, pane, list);
    panes_focus(&session->panes, pane);
    room_arrange(session);
}

/* ---- gp ---- */

void room_forget_pin(struct session *session)
{
    if (session->hinge.pin_begun.text != NULL)
        shelf_release(&session->shelf, session->hinge.pin_begun.text);
    session->hinge.pin_begun = (struct pin_begun){ 0 };
}

static void pins_changed(struct session *session, const struct text *text, const char *done)
{
    if (session->hinge.couplings != NULL)
        couplings_forget_text(session->hinge.couplings, text);
    if (room_save_pins(session))
        room_say(session, "%s", done);
}

static void begin_pin(struct session *session, const struct view *view, struct span span)
{
    shelf_hold(view->text);
    session->hinge.pin_begun = (struct pin_begun){ view->text, span };
}

/* The second half: `span` of this text, and what was begun in that one. */
static void finish_pin(struct session *session, struct view *view, struct span span)
{
    struct pin_begun begun = session->hinge.pin_begun;
    struct pane *opposite = room_pane_opposite(session);
    if (begun.text != view->text) {
        pinboard_add(&session->hinge.pins, begun.text, begun.span, view->text, span);
        pins_changed(session, begun.text, "pinned: these two passages stand for one another");
    } else if (begun.span.start != span.start) {
        session->hinge.pin_begun.span = span;
        room_say(session, "pin: this is another passage of the same text; it was begun anew");
        return;
    } else if (opposite == NULL) {
        room_fail(session, "pin: there is no other text open that it could be missing in");
    } else {
        pinboard_add(&session->hinge.pins, view->text, span, pane_view(opposite)->text,
                     (struct span){ 0, 0 });
        pins_changed(session, view->text, "pinned: this passage has no counterpart");
    }
    room_forget_pin(session);
}

void run_pin(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct view *view = room_view(session);
    struct pane *opposite = room_pane_opposite(session);
    struct span span = view_sentence(view);
    room_couplings(session); /* reads the pins there are */
    if (view->text->path == NULL || view->text->page != NULL) {
        room_fail(session, "pin: wants a passage of an article");
    } else if (session->hinge.pin_begun.text != NULL) {
        finish_pin(session, view, span);
    } else if (opposite != NULL && pinboard_remove(&session->hinge.pins, view->text, view->cursor,
                                               pane_view(opposite)->text)) {
        pins_changed(session, view->text, "the pin is taken out");
    } else {
        begin_pin(session, view, span);
        room_say(session, "pin: go to its counterpart and type the same again; here again: it has "
                          "none; Esc forgets");
    }
}

/* ---- pages of both ---- */

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

void run_parallel(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    struct view *view = room_view(session);
    room_complete_text(session, view);
    struct text *other = room_text_opposite(session, "parallel");
    struct coupling *coupling =
        other != NULL ? room_coupled(session, view->text, other, &side) : NULL;
    if (coupling != NULL) {
        size_t cursor = view->cursor;
        size_t place = 0;
        struct document *document = parallel_page_compose(coupling, side, cursor, &place);
        room_show_page(session, xasprintf("%s | %s", view->text->name, other->name), document, place);
    }
    if (other != NULL)
        shelf_release(&session->shelf, other);
}
