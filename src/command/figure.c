/* Commands on two versions: walking the figures that are not told alike, all of them as a table,
 * and both versions as one page. */
#include <stdlib.h>

#include "base/xalloc.h"
#include "command/table.h"
#include "page/figures_page.h"
#include "page/parallel_page.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/reload.h"
#include "session/sync_pairs.h"

/* ---- ]c [c ---- */

static void tell_stop(struct session *session, const struct coupling *coupling, int side,
                      const struct figure_pair *pair)
{
    const struct comparison *figures = coupling_figures(coupling);
    const struct text *other = coupling_text(coupling, 1 - side);
    struct buffer here = { 0 };
    struct buffer there = { 0 };
    struct buffer status = { 0 };
    size_t number = 0;
    size_t count = comparison_stops(figures, side, pair, &number);
    comparison_add_words(coupling_text(coupling, side)->document,
                         comparison_figure(figures, pair, side), &here);
    comparison_add_words(other->document, comparison_figure(figures, pair, 1 - side), &there);
    comparison_add_status(figures, pair, side, &status);
    session_say(session, "%s here, %s in %s: %s, %zu of %zu", buffer_text(&here), buffer_text(&there),
             other->name, buffer_text(&status), number, count);
    buffer_free(&here);
    buffer_free(&there);
    buffer_free(&status);
}

static void step(struct session *session, const struct coupling *coupling, int side, long count,
                 bool forward)
{
    const struct comparison *figures = coupling_figures(coupling);
    struct view *view = session_view(session);
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
        session_say(session,
                    forward ? "no figure after this that %s tells otherwise"
                            : "no figure before this that %s tells otherwise",
                    coupling_text(coupling, 1 - side)->name);
        return;
    }
    pane_remember(session_pane(session));
    view_go(view, offset);
    tell_stop(session, coupling, side, pair);
}

static void run_figure_step(struct session *session, const struct invocation *invocation)
{
    int side;
    bool forward = invocation->variant > 0;
    struct view *view = session_view(session);
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, forward ? "next-figure" : "previous-figure");
    const struct coupling *coupling =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (coupling != NULL)
        step(session, coupling, side, invocation->count, forward);
    if (other != NULL)
        shelf_release(&session->shelf, other);
}

/* ---- gF ---- */

static void run_figures(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    size_t place = 0;
    struct view *view = session_view(session);
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, "figures");
    const struct coupling *coupling =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (coupling != NULL) {
        struct document *page = figures_page_compose(coupling, side, view->cursor, &place);
        if (page != NULL)
            sync_pairs_show_page(
                session, xasprintf("Figures: %s | %s", view->text->name, other->name), page, place);
        else
            session_say(session, "figures: neither text has one");
    }
    if (other != NULL)
        shelf_release(&session->shelf, other);
}

/* ---- gZ ---- */

static void run_parallel(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    struct view *view = session_view(session);
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, "parallel");
    struct coupling *coupling =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (coupling != NULL) {
        size_t cursor = view->cursor;
        size_t place = 0;
        struct document *document = parallel_page_compose(coupling, side, cursor, &place);
        sync_pairs_show_page(session, xasprintf("%s | %s", view->text->name, other->name), document,
                             place);
    }
    if (other != NULL)
        shelf_release(&session->shelf, other);
}

/* clang-format off */
const struct command figure_commands[] = {
    { "next-figure", "", "to the next figure that differs", GROUP_BILINGUAL, COMMAND_TEXT, 1, run_figure_step },
    { "previous-figure", "", "to the one before", GROUP_BILINGUAL, COMMAND_TEXT, -1, run_figure_step },
    { "figures", "", "compare the figures of two versions", GROUP_BILINGUAL, COMMAND_TEXT, 0, run_figures },
    { "parallel", "", "set two versions as one parallel edition", GROUP_BILINGUAL, COMMAND_TEXT, 0, run_parallel },
    { .name = NULL },
};
/* clang-format on */
