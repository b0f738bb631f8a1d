#include "session/sync_figures.h"

#include "base/span.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/sync.h"

/* The coupling that a pane's figures are compared in: with the text opposite the focused pane; when
 * there is none, what was compared last. NULL until there is one. */
static const struct coupling *coupling_of(struct session *session, struct pane *pane, int *side)
{
    struct pane *from = session_pane(session);
    struct pane *opposite = pane == from ? sync_pane_opposite(session) : from;
    struct view *view = pane_view(pane);
    struct view *other = opposite != NULL ? pane_view(opposite) : NULL;
    if (view == NULL || sync_made_couplings(session) == NULL)
        return NULL;
    const struct coupling *coupling =
        other != NULL ? couplings_find(sync_made_couplings(session), view->text, other->text, side)
                      : couplings_latest(sync_made_couplings(session), view->text, side);
    return coupling != NULL && coupling_figures(coupling) != NULL ? coupling : NULL;
}

bool sync_figures_status(struct session *session, struct buffer *out)
{
    int side;
    struct pane *pane = session_pane(session);
    const struct coupling *coupling = coupling_of(session, pane, &side);
    const struct comparison *figures = coupling != NULL ? coupling_figures(coupling) : NULL;
    const struct figure_pair *pair =
        figures != NULL ? comparison_at(figures, side, pane->view->cursor) : NULL;
    if (pair == NULL)
        return false;
    const struct figure *there = comparison_figure(figures, pair, 1 - side);
    comparison_add_words(coupling_text(coupling, side)->document,
                         comparison_figure(figures, pair, side), out);
    if (there != NULL) {
        buffer_add_text(out, " here, ");
        comparison_add_words(coupling_text(coupling, 1 - side)->document, there, out);
        buffer_add_text(out, " there: ");
    } else {
        buffer_add_text(out, " ");
    }
    comparison_add_status(figures, pair, side, out);
    return true;
}

void sync_figures_lit(struct session *session, struct pane *pane, struct spans *out)
{
    int side;
    size_t start;
    size_t end;
    const struct coupling *coupling =
        sync_is_on(session) ? coupling_of(session, pane, &side) : NULL;
    if (coupling == NULL)
        return;
    const struct comparison *figures = coupling_figures(coupling);
    view_range(pane->view, &start, &end);
    for (size_t i = figures_first_after(&figures->figures[side], start);
         i < figures->figures[side].count && figures->figures[side].items[i].start < end; i++) {
        const struct figure *figure = &figures->figures[side].items[i];
        if (comparison_is_stop(comparison_at(figures, side, figure->start)))
            spans_add(out, figure->start, figure->end);
    }
}
