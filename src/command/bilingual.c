/* Commands on two versions of a story: coupling them, crossing over, pinning. */
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/span.h"
#include "command/table.h"
#include "query/pin_file.h"
#include "query/text_pair.h"
#include "session/concordance_part.h"
#include "session/core.h"
#include "session/lookup_part.h"
#include "session/open.h"
#include "session/reload.h"
#include "session/selecting.h"
#include "session/sync.h"
#include "session/sync_pairs.h"
#include "session/words.h"
#include "session/lists.h"

/* ---- S ---- */

static void run_hinge(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    if (sync_is_on(session) && sync_pane_opposite(session) != NULL) {
        sync_set_on(session, false);
        sync_stop_aligning(session);
        sync_follow(session);
        session_say(session, "the panes move alone again");
        return;
    }
    if (sync_pane_opposite(session) == NULL && !sync_pairs_open(session)) {
        session_fail(session, "hinge: wants another version in a second pane; T chooses one");
        return;
    }
    sync_set_on(session, true);
    sync_renew(session);
    text_pairs_retry(sync_text_pairs(session));
    sync_follow(session);
}

/* ---- t ---- */

/* To a place of the text opposite: in its own pane, else here. */
static void cross(struct session *session, struct text *text, size_t offset, long row)
{
    struct pane *from = session_pane(session);
    struct pane *pane = sync_pane_opposite(session);
    if (pane == NULL) {
        if (!session_open_path(session, from, text->path, text->name))
            return;
        pane = from;
    } else {
        pane_remember(pane);
        panes_came_from(&session->panes, pane, from);
        panes_focus(&session->panes, pane);
    }
    article_view_align(pane->view, offset, row);
    session_arrange(session);
}

static void run_counterpart(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    struct article_view *view = session_view(session);
    if (selecting_counterpart(session))
        return;
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, "counterpart");
    struct text_pair *text_pair =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (text_pair != NULL) {
        const struct passage_map *hinge = text_pair_hinge(text_pair);
        size_t at = passage_map_at(hinge, side, view->cursor);
        const struct alignment_item *item = at != HINGE_NONE ? &hinge->alignment.items[at] : NULL;
        struct span figure, across;
        if (sync_figure_across(text_pair, side, view->cursor, &figure, &across))
            cross(session, other, across.start, article_view_cursor_row(view));
        else if (item == NULL || !passage_map_has(item, 1 - side))
            session_say(session, "%s: has no such passage", other->name);
        else
            cross(session, other, passage_map_span(item, 1 - side).start,
                  article_view_cursor_row(view));
    }
    if (other != NULL)
        open_texts_release(&session->open_texts, other);
}

/* ---- ]u [u ]s [s ---- */

/* The next place of a hinge as passage_map_unmatched and passage_map_shared tell it. */
typedef size_t passage_after(const struct passage_map *hinge, int side, size_t offset,
                             bool forward);

/* Goes there, for the command called `name`. False when there is none. */
static bool go_to_passage(struct session *session, const char *name, passage_after *next,
                          bool forward)
{
    int side;
    struct article_view *view = session_view(session);
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, name);
    struct text_pair *text_pair =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    const struct passage_map *hinge = text_pair != NULL ? text_pair_hinge(text_pair) : NULL;
    size_t at = hinge != NULL ? next(hinge, side, view->cursor, forward) : HINGE_NONE;
    if (at != HINGE_NONE) {
        const struct alignment_item *item = &hinge->alignment.items[at];
        pane_remember(session_pane(session));
        article_view_go(view, passage_map_span(item, side).start);
        if (!passage_map_has(item, 1 - side))
            session_say(session, "only here, not in %s", other->name);
    }
    if (other != NULL)
        open_texts_release(&session->open_texts, other);
    return hinge == NULL || at != HINGE_NONE; /* without one it was said why */
}

static void run_unmatched(struct session *session, const struct invocation *invocation)
{
    bool forward = invocation->variant > 0;
    if (!go_to_passage(session, forward ? "next-unmatched" : "previous-unmatched",
                       passage_map_unmatched, forward))
        session_say(session, forward ? "no passage after this that only this version has"
                                     : "no passage before this that only this version has");
}

static void run_shared(struct session *session, const struct invocation *invocation)
{
    bool forward = invocation->variant > 0;
    if (!go_to_passage(session, forward ? "next-shared" : "previous-shared", passage_map_shared,
                       forward))
        session_say(session, forward ? "no passage after this that both tell"
                                     : "no passage before this that both tell");
}

/* ---- T ---- */

static void run_version(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct panes *panes = &session->panes;
    struct pane *from = session_pane(session);
    struct list *list = lists_make(session, from, &lists_versions, NULL);
    struct pane *pane = list != NULL ? sync_pane_opposite(session) : NULL;
    if (list == NULL)
        return;
    if (pane == NULL)
        pane = panes_count(panes) > 1
                   ? panes_nth(panes, (panes_index(panes, from) + 1) % panes_count(panes))
                   : session_split(session, true);
    if (pane == NULL) {
        list_free(list);
        return;
    }
    list->from = panes_id(panes, from);
    session_show_list(session, pane, list);
    panes_focus(panes, pane);
    session_arrange(session);
}

/* ---- gp ---- */

static void pins_changed(struct session *session, const struct text *text, const char *done)
{
    if (sync_made_text_pairs(session) != NULL)
        text_pairs_forget_text(sync_made_text_pairs(session), text);
    if (sync_save_pins(session))
        session_say(session, "%s", done);
}

static void begin_pin(struct session *session, const struct article_view *view, struct span span)
{
    open_texts_hold(view->text);
    *sync_pin_begun(session) = (struct pin_begun){ view->text, span };
}

/* The second half: `span` of this text, and what was begun in that one. */
static void finish_pin(struct session *session, struct article_view *view, struct span span)
{
    struct pin_begun begun = *sync_pin_begun(session);
    struct pane *opposite = sync_pane_opposite(session);
    if (begun.text != view->text) {
        pin_file_add(sync_pins(session), begun.text, begun.span, view->text, span);
        pins_changed(session, begun.text, _("pinned: these two passages stand for one another"));
    } else if (begun.span.start != span.start) {
        sync_pin_begun(session)->span = span;
        session_say(session, "pin: this is another passage of the same text; it was begun anew");
        return;
    } else if (opposite == NULL) {
        session_fail(session, "pin: there is no other text open that it could be missing in");
    } else {
        pin_file_add(sync_pins(session), view->text, span, pane_view(opposite)->text,
                     (struct span){ 0, 0 });
        pins_changed(session, view->text, _("pinned: this passage has no counterpart"));
    }
    sync_forget_pin(session);
}

static void run_pin(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct article_view *view = session_view(session);
    struct pane *opposite = sync_pane_opposite(session);
    struct span span = article_view_sentence(view);
    sync_text_pairs(session); /* reads the pins there are */
    if (view->text->path == NULL || view->text->page != NULL) {
        session_fail(session, "pin: wants a passage of an article");
    } else if (sync_pin_begun(session)->text != NULL) {
        finish_pin(session, view, span);
    } else if (opposite != NULL && pin_file_remove(sync_pins(session), view->text, view->cursor,
                                                   pane_view(opposite)->text)) {
        pins_changed(session, view->text, _("the pin is taken out"));
    } else {
        begin_pin(session, view, span);
        session_say(session,
                    "pin: go to its counterpart and type the same again; here again: it has "
                    "none; Esc forgets");
    }
}

/* clang-format off */
const struct command bilingual_commands[] = {
    { "counterpart", "", "to the counterpart in the other version", GROUP_BILINGUAL, COMMAND_TEXT, 0, run_counterpart },
    { "version", "", "choose the version that stands opposite", GROUP_BILINGUAL, COMMAND_TEXT | COMMAND_LIBRARY, 0, run_version },
    { "hinge", "", "couple two panes passage by passage", GROUP_BILINGUAL, COMMAND_LIBRARY, 0, run_hinge },
    { "pin", "", "pin a pair of passages by hand, or take the pin out", GROUP_BILINGUAL, COMMAND_TEXT, 0, run_pin },
    { "lookup", "[TERM]", "look the word up: glossary, notes, dictionaries, the other version; again: ask lookup-command", GROUP_BILINGUAL, COMMAND_LOOKUP, 0, lookup_part_run },
    { "keep-word", "", "keep the word that is looked up, with its sentences, to be learned", GROUP_NOTES, COMMAND_LOOKUP, 0, lookup_part_run_keep },
    { "known-word", "", "mark the word, or that of the row, as known, or no longer", GROUP_NOTES, COMMAND_LOOKUP, 1, lookup_part_run_keep },
    { "words", "[WORDS]", "list of the words that you keep, those with the words", GROUP_NOTES, 0, 0, words_run },
    { "concordance", "[TERM]", "every occurrence of the word in the library, with its counterpart", GROUP_BILINGUAL, COMMAND_LIBRARY, 0, concordance_part_run },
    { "next-shared", "", "to the next passage that both versions tell", GROUP_BILINGUAL, COMMAND_TEXT, 1, run_shared },
    { "previous-shared", "", "to the one before that both tell", GROUP_BILINGUAL, COMMAND_TEXT, -1, run_shared },
    { "next-unmatched", "", "to the next passage only this version has", GROUP_BILINGUAL, COMMAND_TEXT, 1, run_unmatched },
    { "previous-unmatched", "", "to the one before", GROUP_BILINGUAL, COMMAND_TEXT, -1, run_unmatched },
    { .name = NULL },
};
/* clang-format on */
