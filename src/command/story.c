/* Commands on a story: who says what, what happened when, two reports compared. */
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "page/contrast_page.h"
#include "page/page_names.h"
#include "page/quotes_page.h"
#include "page/timeline_page.h"
#include "query/contrast_notes.h"
#include "query/note_query.h"
#include "query/text_pair.h"
#include "query/versions.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/note_marks.h"
#include "session/reload.h"
#include "session/statements.h"
#include "session/sync.h"
#include "session/sync_pairs.h"

#define REPORTS_MOST 6   /* that are set against each other, each with each */
#define COLUMN_LEAST 28  /* cells of a report on the page of statements */

_Static_assert(QUOTES_PAGE_COLUMNS *(QUOTES_PAGE_COLUMNS - 1) / 2 <= TEXT_PAIRS_KEPT,
               "the pairs of all columns are there at once");

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
    bool forward = invocation->variant > 0;
    session_complete_text(session, view);
    const struct quotations *quotations = statements_find(session, view->text);
    size_t steps = invocation->count > 0 ? (size_t)invocation->count : 1;
    size_t at = quotations_at(quotations, view->cursor + (forward ? 1 : 0));
    bool found = forward ? at + steps - 1 < quotations->count : at >= steps;
    if (found) {
        at = forward ? at + steps - 1 : at - steps;
        pane_remember(session_pane(session));
        article_view_go(view, quotations->items[at].said.start);
        tell_statement(session, view->text, quotations, at);
    } else {
        session_say(session, forward ? "nobody says anything after this"
                                     : "nobody says anything before this");
    }
}

/* ---- gQ ---- */

/* A column of the page: the text is held until release_columns. */
static void add_column(struct session *session, struct quotes_page_side *sides, size_t *count,
                       struct text *text)
{
    sides[(*count)++] =
        (struct quotes_page_side){ .text = text, .quotations = statements_find(session, text) };
}

static void release_columns(struct session *session, struct quotes_page_side *sides, size_t count)
{
    for (size_t i = 0; i < count; i++)
        open_texts_release(&session->open_texts, (struct text *)sides[i].text);
}

static bool has_column(const struct quotes_page_side *sides, size_t count, const char *path)
{
    for (size_t i = 0; i < count; i++) {
        if (sides[i].text->path != NULL && strcmp(sides[i].text->path, path) == 0)
            return true;
    }
    return false;
}

/* The focused text, the one opposite, and as many other reports of the story as there is room
 * for. */
static size_t collect_columns(struct session *session, struct quotes_page_side *sides)
{
    const struct article *versions[SYNC_VERSIONS];
    struct text *text = sync_pairs_text_here(session);
    struct pane *opposite = sync_pane_opposite(session);
    size_t count = 0, most = (size_t)session->columns / COLUMN_LEAST;
    struct error error;
    most = most < 2 ? 2 : most > QUOTES_PAGE_COLUMNS ? QUOTES_PAGE_COLUMNS : most;
    add_column(session, sides, &count, text);
    if (opposite != NULL) {
        open_texts_hold(pane_view(opposite)->text);
        add_column(session, sides, &count, pane_view(opposite)->text);
    }
    size_t found = text->path != NULL ? sync_versions(session, text, versions, SYNC_VERSIONS) : 0;
    for (size_t i = 0; i < found && i < SYNC_VERSIONS && count < most; i++) {
        if (has_column(sides, count, versions[i]->path))
            continue;
        struct text *version =
            open_texts_open(&session->open_texts, versions[i]->path, versions[i]->id, &error);
        if (version != NULL)
            add_column(session, sides, &count, version);
    }
    return count;
}

/* Couples each column with each. Two that are still being aligned, or are too long to be, have rows
 * of their own, and the message says so; behind the first such, what is aligned already is taken.
 */
static void hinge_columns(struct session *session, struct quotes_page_side *sides, size_t count)
{
    bool waits = true;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            int side = 0;
            struct text *one = (struct text *)sides[i].text, *other = (struct text *)sides[j].text;
            const struct text_pairs *made = sync_made_text_pairs(session);
            const struct text_pair *pair = waits ? sync_pairs_wait(session, one, other, &side)
                                           : made != NULL ? text_pairs_find(made, one, other, &side)
                                                          : NULL;
            const struct passage_map *map = pair != NULL ? text_pair_hinge(pair) : NULL;
            sides[i].hinges[j] = (struct quotes_page_hinge){ map, side };
            sides[j].hinges[i] = (struct quotes_page_hinge){ map, 1 - side };
            waits = waits && pair != NULL;
        }
    }
}

static char *join_names(const char *what, const char *const *names, size_t count)
{
    struct buffer title = { 0 };
    buffer_add_text(&title, what);
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(&title, i > 0 ? " | " : "");
        buffer_add_text(&title, page_names_end(names, count, i));
    }
    return buffer_take(&title);
}

static char *title_of(const struct quotes_page_side *sides, size_t count)
{
    const char *names[QUOTES_PAGE_COLUMNS];
    for (size_t i = 0; i < count; i++)
        names[i] = sides[i].text->name;
    return join_names(_("Who says what: "), names, count);
}

static void run_quotes(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct quotes_page_side sides[QUOTES_PAGE_COLUMNS];
    struct article_view *view = session_view(session);
    size_t place = 0;
    session_complete_text(session, view);
    size_t count = collect_columns(session, sides);
    hinge_columns(session, sides, count);
    struct document *page =
        quotes_page_compose(sides, count, names_of(session),
                            view->text == sides[0].text ? view->cursor : 0, &place);
    if (page != NULL)
        sync_pairs_show_page(session, title_of(sides, count), page, place);
    else
        session_say(session, "quotes: nobody says anything here");
    release_columns(session, sides, count);
}

/* ---- gT ---- */

#define TIMELINE_NAMED 3 /* reports that its title has room for */

/* The focused text and the other reports of its story, held; those in the other panes where it has none. */
static size_t hold_reports(struct session *session, struct text **texts)
{
    const struct article *versions[VERSIONS_MOST];
    struct error error;
    struct text *text = sync_pairs_text_here(session);
    size_t count = 0;
    size_t found = text->path != NULL ? sync_versions(session, text, versions, VERSIONS_MOST) : 0;
    texts[count++] = text;
    for (size_t i = 0; i < found && i < VERSIONS_MOST; i++) {
        text = open_texts_open(&session->open_texts, versions[i]->path, versions[i]->id, &error);
        if (text != NULL)
            texts[count++] = text;
    }
    return count > 1 ? count : sync_pairs_hold_panes(session, texts, count, VERSIONS_MOST);
}

/* What the alignment of two reports, if there is one already, takes for the same. */
static void link_reports(struct session *session, struct text *const *texts, size_t a, size_t b,
                         struct timeline *timeline)
{
    int side;
    const struct text_pairs *pairs = sync_made_text_pairs(session);
    const struct text_pair *pair =
        pairs != NULL ? text_pairs_find(pairs, texts[a], texts[b], &side) : NULL;
    const struct passage_map *hinge = pair != NULL ? text_pair_hinge(pair) : NULL;
    if (hinge != NULL)
        timeline_link_aligned(timeline, side == 0 ? a : b, side == 0 ? b : a, &hinge->alignment);
}

static void run_timeline(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct article_view *view = session_view(session);
    struct text *texts[VERSIONS_MOST + 1];
    struct timeline timeline = { 0 };
    session_complete_text(session, view);
    size_t count = hold_reports(session, texts);
    for (size_t i = 0; i < count; i++) {
        session_complete_whole(session, texts[i]);
        timeline_add(&timeline, texts[i]->name, texts[i]->document, mentions_of(session, texts[i]),
                     NULL);
        for (size_t j = 0; j < i; j++)
            link_reports(session, texts, j, i, &timeline);
    }
    timeline_finish(&timeline);
    const char *names[TIMELINE_NAMED];
    size_t named = count <= TIMELINE_NAMED ? count : 1; /* of a long story the report that is read */
    for (size_t i = 0; i < named; i++)
        names[i] = texts[i]->name;
    struct document *page = timeline_page_compose(&timeline, (size_t)session->columns);
    if (page != NULL)
        sync_pairs_show_page(session, join_names(_("What happened when: "), names, named), page, 0);
    else
        session_say(session, "timeline: no date told here has a place in time; a day of publication helps");
    for (size_t i = 0; i < count; i++)
        open_texts_release(&session->open_texts, texts[i]);
    timeline_free(&timeline);
}

/* ---- gC ---- */

/* The reader's notes on the two; a page is as good without where they cannot be read. */
static void add_notes(struct session *session, const struct text *const texts[2],
                      struct contrast *contrast)
{
    struct error error = { "" };
    size_t count;
    struct store *store = note_service_read(&session->notebook, &error);
    if (store == NULL || !note_marks_can_annotate(texts[0]) || !note_marks_can_annotate(texts[1]))
        return;
    char *articles[2] = { note_marks_article(session, texts[0]),
                          note_marks_article(session, texts[1]) };
    struct note_query_wish wish = { .articles = articles, .article_count = 2 };
    struct article_locator *locator =
        article_locator_new(session->collection, session->open_texts.conversion);
    struct note_query *query = note_query_new(locator, names_of(session));
    if (note_query_run(query, store, &wish, NULL, &error)) {
        const struct note_record *records = note_query_records(query, &count);
        contrast_notes_add(contrast, articles, records, count);
    }
    note_query_free(query);
    article_locator_free(locator);
    free(articles[0]);
    free(articles[1]);
}

/* The contrast of two texts; false while they are being aligned, or when they cannot be. */
static bool contrast_two(struct session *session, struct text *text, struct text *other,
                         struct contrast *contrast)
{
    int side;
    const struct text_pair *pair = sync_pairs_wait(session, text, other, &side);
    if (pair == NULL)
        return false;
    const struct text *texts[2] = { text_pair_text(pair, 0), text_pair_text(pair, 1) };
    const struct document *const documents[2] = { texts[0]->document, texts[1]->document };
    const char *const ids[2] = { texts[0]->name, texts[1]->name };
    contrast_make(contrast, documents, ids, &text_pair_hinge(pair)->alignment,
                  text_pair_figures(pair), names_of(session));
    add_notes(session, texts, contrast);
    return true;
}

/* Two stand in the order of their columns. */
static char *title_of_compared(struct text *const *texts, size_t count,
                               const struct contrast *contrast)
{
    struct buffer title = { 0 };
    const char *names[REPORTS_MOST];
    for (size_t i = 0; i < count; i++)
        names[i] = count == 2 ? contrast->sides[i].id : texts[i]->name;
    buffer_add_format(&title, _("Compared: %s"), page_names_end(names, count, 0));
    for (size_t i = 1; i < count; i++)
        buffer_add_format(&title, " | %s", page_names_end(names, count, i));
    return buffer_take(&title);
}

/* All texts in the panes, each with each. */
static void run_compare(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct text *texts[REPORTS_MOST];
    struct contrast contrasts[REPORTS_MOST * (REPORTS_MOST - 1) / 2] = { { .items = NULL } };
    session_complete_text(session, session_view(session));
    size_t made = 0, count = sync_pairs_texts(session, texts, REPORTS_MOST);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++)
            made += contrast_two(session, texts[i], texts[j], &contrasts[made]);
    }
    if (made > 0)
        sync_pairs_show_page(session, title_of_compared(texts, count, contrasts),
                             contrast_page_compose(contrasts, made), 0);
    for (size_t i = 0; i < made; i++)
        contrast_free(&contrasts[i]);
    for (size_t i = 0; i < count; i++)
        open_texts_release(&session->open_texts, texts[i]);
}

/* clang-format off */
const struct command story_commands[] = {
    { "quotes", "", "who says what, in all reports of the story", GROUP_BILINGUAL, COMMAND_TEXT | COMMAND_LIBRARY, 0, run_quotes },
    { "next-quote", "", "to the next statement", GROUP_BILINGUAL, COMMAND_TEXT, 1, run_quote_step },
    { "previous-quote", "", "to the one before", GROUP_BILINGUAL, COMMAND_TEXT, -1, run_quote_step },
    { "timeline", "", "what happened when, in all reports of the story", GROUP_BILINGUAL, COMMAND_TEXT | COMMAND_LIBRARY, 0, run_timeline },
    { "compare", "", "set the reports in the panes against each other", GROUP_BILINGUAL, COMMAND_TEXT | COMMAND_LIBRARY, 0, run_compare },
    { .name = NULL },
};
/* clang-format on */
