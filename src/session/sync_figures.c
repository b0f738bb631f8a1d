#include "session/sync_figures.h"

#include "base/message.h"
#include "base/span.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/sync.h"

/* The coupling that a pane's figures are compared in: with the text opposite the focused pane; when
 * there is none, what was compared last. NULL until there is one. */
static const struct text_pair *text_pair_of(struct session *session, struct pane *pane, int *side)
{
    struct pane *from = session_pane(session);
    struct pane *opposite = pane == from ? sync_pane_opposite(session) : from;
    struct article_view *view = pane_view(pane);
    struct article_view *other = opposite != NULL ? pane_view(opposite) : NULL;
    if (view == NULL || sync_made_text_pairs(session) == NULL)
        return NULL;
    const struct text_pair *text_pair =
        other != NULL
            ? text_pairs_find(sync_made_text_pairs(session), view->text, other->text, side)
            : text_pairs_latest(sync_made_text_pairs(session), view->text, side);
    return text_pair != NULL && text_pair_figures(text_pair) != NULL ? text_pair : NULL;
}

bool sync_figures_status(struct session *session, struct buffer *out)
{
    int side;
    struct pane *pane = session_pane(session);
    const struct text_pair *text_pair = text_pair_of(session, pane, &side);
    const struct figure_comparison *figures =
        text_pair != NULL ? text_pair_figures(text_pair) : NULL;
    const struct figure_pair *pair =
        figures != NULL ? figure_comparison_at(figures, side, pane->view->cursor) : NULL;
    if (pair == NULL)
        return false;
    const struct figure *there = figure_comparison_figure(figures, pair, 1 - side);
    struct buffer words[2] = { 0 };
    struct buffer status = { 0 };
    figure_comparison_add_words(text_pair_text(text_pair, side)->document,
                                figure_comparison_figure(figures, pair, side), &words[0]);
    if (there != NULL)
        figure_comparison_add_words(text_pair_text(text_pair, 1 - side)->document, there, &words[1]);
    figure_comparison_add_status(figures, pair, side, &status);
    if (there != NULL)
        buffer_add_format(out, _("%s: %s here, %s there"), buffer_text(&status), buffer_text(&words[0]),
                          buffer_text(&words[1]));
    else
        buffer_add_format(out, "%s %s", buffer_text(&words[0]), buffer_text(&status));
    buffer_free(&words[0]);
    buffer_free(&words[1]);
    buffer_free(&status);
    return true;
}

void sync_figures_lit(struct session *session, struct pane *pane, struct spans *out)
{
    int side;
    size_t start;
    size_t end;
    const struct text_pair *text_pair =
        sync_is_on(session) ? text_pair_of(session, pane, &side) : NULL;
    if (text_pair == NULL)
        return;
    const struct figure_comparison *figures = text_pair_figures(text_pair);
    article_view_range(pane->view, &start, &end);
    for (size_t i = figures_first_after(&figures->figures[side], start);
         i < figures->figures[side].count && figures->figures[side].items[i].start < end; i++) {
        const struct figure *figure = &figures->figures[side].items[i];
        if (figure_comparison_is_stop(figure_comparison_at(figures, side, figure->start)))
            spans_add(out, figure->start, figure->end);
    }
}
