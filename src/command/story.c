/* Commands on a story: who says what, what happened when, two reports compared. */
#include <stdlib.h>

#include "base/xalloc.h"
#include "command/table.h"
#include "page/contrast_page.h"
#include "page/quotes_page.h"
#include "page/timeline_page.h"
#include "query/article_quotations.h"
#include "query/text_pair.h"
#include "query/versions.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/reload.h"
#include "session/sync.h"
#include "session/sync_pairs.h"

/* NULL where no names are known. */
static const struct entity_index *names_of(struct session *session)
{
    if (known_names_entity_index(session) == NULL)
        known_names_find(session);
    return known_names_entity_index(session);
}

/* The names in the text, also in one that is not shown. */
static const struct mentions *mentions_of(struct session *session, struct text *text)
{
    (void)names_of(session);
    known_names_prepare(session, text);
    return &text->mentions;
}

static void find_statements(struct session *session, struct text *text,
                            struct quotations *quotations)
{
    const struct mentions *mentions = mentions_of(session, text);
    article_quotations_find(text->document, names_of(session), mentions, quotations);
}

/* ---- ]q [q ---- */

static void tell_statement(struct session *session, const struct text *text,
                           const struct quotations *quotations, size_t index)
{
    const struct quotation *quotation = &quotations->items[index];
    const struct span speaker = quotation->speaker, cue = quotation->cue;
    const char *how = quotation_how_name(quotation->how);
    char *who = xstrndup(text->document->text + speaker.start, speaker.end - speaker.start);
    char *verb = xstrndup(text->document->text + cue.start, cue.end - cue.start);
    size_t number = index + 1, count = quotations->count;
    if (*who != '\0')
        session_say(session, "by %s (%s), statement %zu of %zu: %s", who, how, number, count, verb);
    else
        session_say(session, "by nobody who is named, statement %zu of %zu: %s", number, count,
                    verb);
    free(who);
    free(verb);
}

static void run_quote_step(struct session *session, const struct invocation *invocation)
{
    struct article_view *view = session_view(session);
    struct quotations quotations = { 0 };
    bool forward = invocation->variant > 0;
    session_complete_text(session, view);
    find_statements(session, view->text, &quotations);
    size_t steps = invocation->count > 0 ? (size_t)invocation->count : 1;
    size_t at = quotations_at(&quotations, view->cursor + (forward ? 1 : 0));
    bool found = forward ? at + steps - 1 < quotations.count : at >= steps;
    if (found) {
        at = forward ? at + steps - 1 : at - steps;
        pane_remember(session_pane(session));
        article_view_go(view, quotations.items[at].said.start);
        tell_statement(session, view->text, &quotations, at);
    } else {
        session_say(session, forward ? "nobody says anything after this"
                                     : "nobody says anything before this");
    }
    quotations_free(&quotations);
}

/* ---- gQ ---- */

static void show_quotes(struct session *session, struct text *text, struct text *other,
                        const struct text_pair *pair, int side)
{
    struct quotes_page_side sides[2] = { { .text = text }, { .text = other } };
    size_t place = 0;
    find_statements(session, text, &sides[0].quotations);
    if (other != NULL)
        find_statements(session, other, &sides[1].quotations);
    struct document *page =
        quotes_page_compose(sides, pair != NULL ? text_pair_hinge(pair) : NULL, side,
                            names_of(session), session_view(session)->cursor, &place);
    char *title = other != NULL ? xasprintf("Who says what: %s | %s", text->name, other->name)
                                : xasprintf("Who says what: %s", text->name);
    if (page != NULL) {
        sync_pairs_show_page(session, title, page, place);
    } else {
        session_say(session, "quotes: nobody says anything here");
        free(title);
    }
    quotations_free(&sides[0].quotations);
    quotations_free(&sides[1].quotations);
}

static bool has_other(struct session *session, const struct article_view *view)
{
    const struct article *version;
    return sync_pane_opposite(session) != NULL ||
           (view->text->path != NULL && sync_versions(session, view->text, &version, 1) > 0);
}

static void run_quotes(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side = 0;
    struct article_view *view = session_view(session);
    session_complete_text(session, view);
    if (!has_other(session, view)) {
        show_quotes(session, view->text, NULL, NULL, 0);
        return;
    }
    struct text *other = sync_pairs_text(session, "quotes");
    const struct text_pair *pair =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (pair != NULL)
        show_quotes(session, view->text, other, pair, side);
    if (other != NULL)
        open_texts_release(&session->open_texts, other);
}

/* ---- gT ---- */

static void add_article(struct session *session, struct text *text, struct timeline *timeline)
{
    timeline_add(timeline, text->name, text->document, mentions_of(session, text), NULL);
}

static void run_timeline(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct article_view *view = session_view(session);
    const struct article *versions[VERSIONS_MOST];
    struct timeline timeline = { 0 };
    struct error error;
    session_complete_text(session, view);
    add_article(session, view->text, &timeline);
    size_t count =
        view->text->path != NULL ? sync_versions(session, view->text, versions, VERSIONS_MOST) : 0;
    for (size_t i = 0; i < count && i < VERSIONS_MOST; i++) {
        struct text *text =
            open_texts_open(&session->open_texts, versions[i]->path, versions[i]->id, &error);
        if (text == NULL)
            continue;
        add_article(session, text, &timeline);
        open_texts_release(&session->open_texts, text);
    }
    timeline_finish(&timeline);
    struct document *page = timeline_page_compose(&timeline);
    if (page != NULL)
        sync_pairs_show_page(session, xasprintf("What happened when: %s", view->text->name), page,
                             0);
    else
        session_say(session, "timeline: no date is told here");
    timeline_free(&timeline);
}

/* ---- gC ---- */

static void run_compare(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    int side;
    struct article_view *view = session_view(session);
    session_complete_text(session, view);
    struct text *other = sync_pairs_text(session, "compare");
    const struct text_pair *pair =
        other != NULL ? sync_pairs_wait(session, view->text, other, &side) : NULL;
    if (pair != NULL) {
        struct contrast contrast = { 0 };
        const struct text *texts[2] = { text_pair_text(pair, 0), text_pair_text(pair, 1) };
        const struct document *const documents[2] = { texts[0]->document, texts[1]->document };
        const char *const ids[2] = { texts[0]->name, texts[1]->name };
        contrast_make(&contrast, documents, ids, &text_pair_hinge(pair)->alignment,
                      text_pair_figures(pair), names_of(session));
        sync_pairs_show_page(session, xasprintf("Compared: %s | %s", ids[0], ids[1]),
                             contrast_page_compose(&contrast), 0);
        contrast_free(&contrast);
    }
    if (other != NULL)
        open_texts_release(&session->open_texts, other);
}

/* clang-format off */
const struct command story_commands[] = {
    { "quotes", "", "who says what, in both versions", GROUP_BILINGUAL, COMMAND_TEXT, 0, run_quotes },
    { "next-quote", "", "to the next statement", GROUP_BILINGUAL, COMMAND_TEXT, 1, run_quote_step },
    { "previous-quote", "", "to the one before", GROUP_BILINGUAL, COMMAND_TEXT, -1, run_quote_step },
    { "timeline", "", "what happened when, in all reports of the story", GROUP_BILINGUAL, COMMAND_TEXT, 0, run_timeline },
    { "compare", "", "set two reports against each other", GROUP_BILINGUAL, COMMAND_TEXT, 0, run_compare },
    { .name = NULL },
};
/* clang-format on */
