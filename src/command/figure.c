/* Commands on two versions: walking the figures that are not told alike, all of them as a table,
 * and both versions as one page. */
#include <stdlib.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "page/figures_page.h"
#include "page/page_names.h"
#include "page/parallel_page.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/reload.h"
#include "session/sync_pairs.h"

/* ---- ]c [c ---- */

static void tell_stop(struct session *session, const struct text_pair *text_pair, int side,
                      const struct figure_pair *pair)
{
    const struct figure_comparison *figures = text_pair_figures(text_pair);
    const struct text *other = text_pair_text(text_pair, 1 - side);
    struct buffer here = { 0 };
    struct buffer there = { 0 };
    struct buffer status = { 0 };
    size_t number = 0;
    size_t count = figure_comparison_stops(figures, side, pair, &number);
    figure_comparison_add_words(text_pair_text(text_pair, side)->document,
                                figure_comparison_figure(figures, pair, side), &here);
    figure_comparison_add_words(other->document, figure_comparison_figure(figures, pair, 1 - side),
                                &there);
    figure_comparison_add_status(figures, pair, side, &status);
    session_say(session, "%s: %s here, %s in %s, %zu of %zu", buffer_text(&status), buffer_text(&here),
                buffer_text(&there), other->name, number, count);
    buffer_free(&here);
    buffer_free(&there);
    buffer_free(&status);
}

static void step(struct session *session, const struct text_pair *text_pair, int side, long count,
                 bool forward)
{
    const struct figure_comparison *figures = text_pair_figures(text_pair);
    struct article_view *view = session_view(session);
    const struct figure_pair *pair = NULL;
    const struct figure_pair *next;
    size_t offset = view->cursor;
    for (; count > 0; count--) {
        next = figure_comparison_step(figures, side, offset, forward);
        if (next == NULL)
            break;
        pair = next;
        offset = figure_comparison_figure(figures, pair, side)->start;
    }
    if (pair == NULL) {
        session_say(session,
                    forward ? "no figure after this that %s tells otherwise"
                            : "no figure before this that %s tells otherwise",
                    text_pair_text(text_pair, 1 - side)->name);
        return;
    }
    pane_remember(session_pane(session));
    article_view_go(view, offset);
    tell_stop(session, text_pair, side, pair);
}

static void run_figure_step(struct session *session, const struct invocation *invocation)
{
    int side;
    bool forward = invocation->variant > 0;
    struct article_view *view = session_view(session);
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, forward ? "next-figure" : "previous-figure");
    const struct text_pair *text_pair =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (text_pair != NULL)
        step(session, text_pair, side, invocation->count, forward);
    if (other != NULL)
        open_texts_release(&session->open_texts, other);
}

/* ---- gF ---- */

static char *title_of(const char *format, const struct text *text, const struct text *other)
{
    const char *const names[] = { text->name, other->name };
    return xasprintf(format, page_names_end(names, 2, 0), page_names_end(names, 2, 1));
}

static void run_figures(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    size_t place = 0;
    struct article_view *view = session_view(session);
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, "figures");
    const struct text_pair *text_pair =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (text_pair != NULL) {
        struct document *page = figures_page_compose(text_pair, side, view->cursor, &place);
        if (page != NULL)
            sync_pairs_show_page(session, title_of(_("Figures: %s | %s"), view->text, other), page,
                                 place);
        else
            session_say(session, "figures: neither text has one");
    }
    if (other != NULL)
        open_texts_release(&session->open_texts, other);
}

/* ---- gZ ---- */

static void run_parallel(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    struct article_view *view = session_view(session);
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, "parallel");
    struct text_pair *text_pair =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (text_pair != NULL) {
        size_t cursor = view->cursor;
        size_t place = 0;
        struct document *document = parallel_page_compose(text_pair, side, cursor, &place);
        sync_pairs_show_page(session, title_of("%s | %s", view->text, other), document, place);
    }
    if (other != NULL)
        open_texts_release(&session->open_texts, other);
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
