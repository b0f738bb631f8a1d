/* Commands for panes, history and marks. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "command/table.h"
#include "session/closed_panes.h"
#include "session/core.h"
#include "session/sync.h"
#include "session/crosstabs.h"
#include "session/letter_marks.h"
#include "session/library_search.h"
#include "session/open.h"
#include "session/saved_state.h"

static void run_split(struct session *session, const struct invocation *invocation)
{
    struct pane *from = session_pane(session);
    struct pane *pane = session_split(session, invocation->variant == 1);
    if (pane == NULL)
        return;
    if (*invocation->argument != '\0') {
        if (!session_open(session, pane, invocation->argument))
            panes_close(&session->panes, pane);
    } else if (from->view != NULL) { /* the same text at the same place */
        size_t cursor = from->view->cursor;
        size_t anchor = from->view->anchor;
        open_texts_hold(from->view->text);
        session_show(session, pane, from->view->text);
        article_view_restore(pane->view, cursor, anchor);
    }
    session_arrange(session);
}

/* The number of a direction's name, -1 of no other. */
static int direction_of(const char *name)
{
    static const char *const names[] = { "left", "down", "up", "right" };
    for (int i = 0; i < 4; i++)
        if (strcmp(name, names[i]) == 0)
            return i;
    return -1;
}

static void run_focus(struct session *session, const struct invocation *invocation)
{
    struct panes *panes = &session->panes;
    struct pane *target = NULL;
    const char *way = invocation->argument;
    if (panes->zoomed) { /* there is no seeing where one goes otherwise */
        panes->zoomed = false;
        session_arrange(session);
    }
    if (direction_of(way) >= 0)
        target = panes_towards(panes, (enum direction)direction_of(way));
    if (strcmp(way, "next") == 0)
        target = panes_nth(panes, (panes_index(panes, panes->focus) + 1) % panes_count(panes));
    if (strcmp(way, "previous") == 0)
        target = panes->previous;
    if (target == NULL) {
        session_say(session, "no pane there");
        return;
    }
    panes_focus(panes, target);
    session_arrange(session);
}

static void run_close(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane = session_pane(session);
    if (pane->view != NULL)
        saved_state_note_place(session, pane->view);
    if (pane->list != NULL)
        session_close_list(session, pane);
    closed_panes_remember(session, pane);
    if (!panes_close(&session->panes, pane))
        session_fail(session, "close: this is the last pane; Q leaves");
    session_arrange(session);
}

static void run_only(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->view != NULL && pane != session_pane(session)) {
            saved_state_note_place(session, pane->view);
            closed_panes_remember(session, pane);
        }
    library_search_stop(session);
    panes_only(&session->panes);
    session_arrange(session);
}

static void run_equal(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    panes_equalize(&session->panes);
    session_arrange(session);
}

static void run_taller(struct session *session, const struct invocation *invocation)
{
    panes_grow(&session->panes, false, (int)(invocation->count % 1000) * invocation->variant);
    session_arrange(session);
}

static void run_wider(struct session *session, const struct invocation *invocation)
{
    panes_grow(&session->panes, true, (int)(invocation->count % 1000) * invocation->variant);
    session_arrange(session);
}

static void run_swap(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    if (!panes_swap(&session->panes))
        session_say(session, "swap: there is only one pane");
    session_arrange(session);
}

static void run_rotate(struct session *session, const struct invocation *invocation)
{
    if (!panes_rotate(&session->panes, invocation->variant > 0))
        session_say(session, "rotate: there is only one pane");
    session_arrange(session);
}

static void run_move_pane(struct session *session, const struct invocation *invocation)
{
    int direction = direction_of(invocation->argument);
    if (direction < 0)
        session_fail(session, "move-pane: wants left, down, up or right");
    else if (!panes_move(&session->panes, (enum direction)direction))
        session_say(session, "move-pane: there is only one pane");
    session_arrange(session);
}

static void run_maximize(struct session *session, const struct invocation *invocation)
{
    panes_maximize(&session->panes, invocation->variant > 0);
    session_arrange(session);
}

static void run_zoom(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    if (panes_count(&session->panes) < 2)
        session_say(session, "zoom: there is only one pane");
    else
        session->panes.zoomed = !session->panes.zoomed;
    session_arrange(session);
}

/* Puts the present place at the end of the list, so that forward leads back to it. */
static void remember_present(struct pane *pane)
{
    if (pane->view == NULL || pane->jumps.at != pane->jumps.count)
        return;
    size_t at = pane->jumps.at;
    pane_remember(pane);
    pane->jumps.at = at < pane->jumps.count ? pane->jumps.count - 1 : at;
}

static void run_history(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    bool cell = pane->list == NULL && pane_is_at_cell(pane); /* the table itself is a place before */
    if (invocation->variant < 0 && !cell && view->close != NULL && view->close(session, pane))
        return;
    bool page = pane->view != NULL && pane->view->text->path == NULL;
    for (long i = 0; i < invocation->count; i++) {
        struct jumps *jumps = &pane->jumps;
        if (invocation->variant < 0 ? jumps->at == 0 : jumps->at + 1 >= jumps->count) {
            session_say(session, invocation->variant < 0 ? "back: nothing before this"
                                                         : "forward: nothing after this");
            return;
        }
        if (invocation->variant < 0)
            remember_present(pane);
        jumps->at += invocation->variant < 0 ? (size_t)-1 : 1;
        struct jump *jump = &jumps->items[jumps->at];
        unsigned long from = invocation->variant < 0 ? jump->from : 0;
        if (jump->is_cell
                ? !crosstabs_go(session, pane, jump)
                : !session_go(session, pane, jump->name, jump->path, jump->cursor, jump->anchor))
            return;
        if (page && session->panes.zoomed && pane->view != NULL && pane->view->text->path != NULL) {
            session->panes.zoomed = false; /* for the page, which took the whole room */
            session_arrange(session);
        }
        struct pane *origin = panes_by_id(&session->panes, from);
        if (origin != NULL) { /* where the reader was before the note opened here */
            if (sync_is_on(session) && origin->view != NULL && origin->view->text == jump->from_text)
                article_view_restore(origin->view, jump->from_cursor, jump->from_anchor);
            panes_focus(&session->panes, origin);
            session_arrange(session);
            return;
        }
    }
}

/* Goes there by way of the jump list, so that the same key leads back. */
static void run_alternate(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct text *text = pane->view != NULL ? pane->view->text : NULL;
    (void)invocation;
    for (size_t i = pane->jumps.at; i-- > 0;) {
        const struct jump *jump = &pane->jumps.items[i];
        bool same = text != NULL && text->path != NULL && jump->path != NULL &&
                    strcmp(text->path, jump->path) == 0;
        if (jump->is_cell || jump->path == NULL || same)
            continue;
        struct jump goal = { .name = xstrdup(jump->name), .path = xstrdup(jump->path),
                             .cursor = jump->cursor, .anchor = jump->anchor };
        pane_remember(pane); /* which may push the oldest out */
        session_go(session, pane, goal.name, goal.path, goal.cursor, goal.anchor);
        free(goal.name);
        free(goal.path);
        return;
    }
    session_say(session, "alternate: no other article stood here before");
}

/* Back to what was there before a page that the program made, however far the reader went in it. */
static void leave_page(struct session *session, struct pane *pane)
{
    struct invocation back = { .argument = "", .count = 1, .variant = -1 };
    const struct text *page = pane->view->text;
    session->panes.zoomed = false;
    open_texts_hold(pane->view->text);
    do
        run_history(session, &back);
    while (pane->view != NULL && pane->view->text == page && pane->jumps.at > 0);
    open_texts_release(&session->open_texts, (struct text *)(uintptr_t)page);
    session_arrange(session);
}

static void run_quit(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct text *text = pane->view != NULL ? pane->view->text : NULL;
    bool aside = text != NULL && (text->path == NULL || text->page != NULL) && pane->jumps.at > 0;
    const struct view_ops *view = session_top_view(session, pane);
    if (invocation->variant == 0 && view->close != NULL && view->close(session, pane)) {
        return;
    } else if (invocation->variant == 0 && aside) {
        leave_page(session, pane);
    } else if (invocation->variant == 0 && panes_count(&session->panes) > 1) {
        saved_state_keep_panes(session);
        run_close(session, invocation);
    } else {
        session_post(session, REQUEST_QUIT);
    }
}

/* clang-format off */
const struct command pane_commands[] = {
    { "split", "[NAME]", "split the pane, one above the other", GROUP_PANES, 0, 0, run_split },
    { "vsplit", "[NAME]", "split the pane, side by side", GROUP_PANES, 0, 1, run_split },
    { "focus", "left|down|up|right|next|previous", "go to another pane", GROUP_PANES, 0, 0, run_focus },
    { "close", "", "close the pane", GROUP_PANES, 0, 0, run_close },
    { "only", "", "close all other panes", GROUP_PANES, 0, 0, run_only },
    { "equal", "", "make the panes equally large", GROUP_PANES, 0, 0, run_equal },
    { "taller", "", "give the pane a row", GROUP_PANES, 0, 1, run_taller },
    { "shorter", "", "take a row from the pane", GROUP_PANES, 0, -1, run_taller },
    { "wider", "", "give the pane a column", GROUP_PANES, 0, 1, run_wider },
    { "narrower", "", "take a column from the pane", GROUP_PANES, 0, -1, run_wider },
    { "swap", "", "exchange the pane with the next one", GROUP_PANES, 0, 0, run_swap },
    { "rotate", "", "each pane to the place of the next one", GROUP_PANES, 0, 1, run_rotate },
    { "rotate-back", "", "each pane to the place of the one before", GROUP_PANES, 0, -1, run_rotate },
    { "move-pane", "left|down|up|right", "bring the pane to that edge of the room", GROUP_PANES, 0, 0, run_move_pane },
    { "tallest", "", "give the pane all rows it can have", GROUP_PANES, 0, 0, run_maximize },
    { "widest", "", "give the pane all columns it can have", GROUP_PANES, 0, 1, run_maximize },
    { "reopen", "", "open the pane that was closed last again", GROUP_PANES, 0, 0, closed_panes_run },
    { "zoom", "", "give the pane the whole room, and back", GROUP_PANES, 0, 0, run_zoom },
    { "quit", "", "close the pane; in the last one leave", GROUP_PANES, COMMAND_LEAVE, 0, run_quit },
    { "quit-all", "", "leave", GROUP_PANES, COMMAND_LEAVE, 1, run_quit },
    { "back", "", "to the place before the last jump", GROUP_HISTORY, 0, -1, run_history },
    { "alternate", "", "to the article that stood here before this one", GROUP_HISTORY, 0, 0, run_alternate },
    { "forward", "", "to the place that back came from", GROUP_HISTORY, 0, 1, run_history },
    { "mark", "LETTER", "mark this place with a letter", GROUP_HISTORY, COMMAND_TEXT | COMMAND_KEY, 0, letter_marks_run },
    { "mark-go", "LETTER", "to a marked place; ' again: to where the last jump began", GROUP_HISTORY, COMMAND_KEY, 0, letter_marks_run_go },
    { .name = NULL },
};
/* clang-format on */
