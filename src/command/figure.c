/* Commands on the figures of two versions: walking those that are not told alike, and all of them
 * as a table. */
#include <stdlib.h>

#include "command/command_run.h"
#include "page/figures_page.h"
#include "session/core.h"
#include "base/xalloc.h"

/* ---- ]c [c ---- */

static void tell_stop(struct session *session, const struct coupling *coupling, int side,
                      const struct figure_pair *pair)
{
    const struct comparison *figures = coupling_figures(coupling);
    const struct text *other = coupling_text(coupling, 1 - side);
    struct buffer here = { 0 };
    struct buffer there = { 0 };
    size_t number = 0;
    size_t count = comparison_stops(figures, side, pair, &number);
    comparison_add_words(coupling_text(coupling, side)->document,
                         comparison_figure(figures, pair, side), &here);
    comparison_add_words(other->document, comparison_figure(figures, pair, 1 - side), &there);
    room_say(session, "%s here, %s in %s: %s, %zu of %zu", buffer_text(&here), buffer_text(&there),
             other->name, comparison_status(pair, side), number, count);
    buffer_free(&here);
    buffer_free(&there);
}

static void step(struct session *session, const struct coupling *coupling, int side, long count,
                 bool forward)
{
    const struct comparison *figures = coupling_figures(coupling);
    struct view *view = room_view(session);
    const struct figure_pair *pair = NULL;
    const struct figure_pair *next;
    size_t offset = view->cursor;
    for (; count > 0; count--) {
        next = comparison_step(figures, side, offset, forward);
        if (next == NULL)
            break;
        pair = next;
        offset = comparison_figure(figures, pair, side)->start;
    }
    if (pair == NULL) {
        room_say(session,
                 forward ? "no figure after this that %s tells otherwise"
                         : "no figure before this that %s tells otherwise",
                 coupling_text(coupling, 1 - side)->name);
        return;
    }
    pane_remember(room_pane(session));
    view_go(view, offset);
    tell_stop(session, coupling, side, pair);
}

void run_figure_step(struct session *session, const struct invocation *invocation)
{
    int side;
    bool forward = invocation->variant > 0;
    struct view *view = room_view(session);
    room_complete_text(session, view);
    struct text *other = room_text_opposite(session, forward ? "next-figure" : "previous-figure");
    const struct coupling *coupling =
        other != NULL ? room_coupled(session, view->text, other, &side) : NULL;
    if (coupling != NULL)
        step(session, coupling, side, invocation->count, forward);
    if (other != NULL)
        shelf_release(&session->shelf, other);
}

/* ---- gF ---- */

void run_figures(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    size_t place = 0;
    struct view *view = room_view(session);
    room_complete_text(session, view);
    struct text *other = room_text_opposite(session, "figures");
    const struct coupling *coupling =
        other != NULL ? room_coupled(session, view->text, other, &side) : NULL;
    if (coupling != NULL) {
        struct document *page = figures_page_compose(coupling, side, view->cursor, &place);
        if (page != NULL)
            room_show_page(session, xasprintf("Figures: %s | %s", view->text->name, other->name),
                           page, place);
        else
            room_say(session, "figures: neither text has one");
    }
    if (other != NULL)
        shelf_release(&session->shelf, other);
}
