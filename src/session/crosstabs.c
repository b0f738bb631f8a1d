#include "session/crosstabs.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "page/coverage_table.h"
#include "query/entity_index.h"
#include "query/mention_index.h"
#include "session/core.h"
#include "session/crosstab_paint.h"
#include "session/edit.h"
#include "session/known_names.h"
#include "session/open.h"
#include "session/parts.h"
#include "session/reload.h"
#include "ui/crosstab_filter.h"
#include "ui/crosstab_layout.h"

static void show_crosstab(struct session *session, struct pane *pane)
{
    session_close_list(session, pane);
    pane->crosstab_shown = pane->crosstab != NULL;
    session_arrange(session);
}

static bool close_crosstab(struct session *session, struct pane *pane)
{
    pane->crosstab_shown = false;
    if (pane->view == NULL) /* there was a list, and nothing else */
        command_run_line(session, "library", 1, false);
    return true;
}

static void drop_tables(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        crosstab_free(pane->crosstab);
        pane->crosstab = NULL;
        pane->crosstab_shown = false;
    }
}

static void mark_stale(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->crosstab != NULL)
            pane->crosstab->stale = true;
}

/* The article that stands in the pane, the number of articles when none does. */
static size_t article_here(const struct mention_index *mention_index, const struct pane *pane)
{
    const char *path = pane->view != NULL ? pane->view->text->path : NULL;
    return mention_index_by_path(mention_index, path != NULL ? path : "");
}

/* The words of :coverage as articles. False with a message when one is none. */
static bool named_articles(struct session *session, const struct mention_index *mention_index,
                           const char *words, struct coverage_scope *scope)
{
    size_t count;
    (void)mention_index_articles(mention_index, &count);
    for (char *word; (word = crosstab_word(&words)) != NULL; free(word)) {
        size_t article = mention_index_by_id(mention_index, word);
        if (article == count) {
            session_fail(session, "coverage: %s: no article of the collection", word);
            free(word);
            return false;
        }
        VECTOR_PUSH(scope, article);
    }
    return true;
}

/* Without an argument: the story when it has several versions, and what is not shown yet when the
 * table is open. */
static bool choose_scope(struct session *session, const struct mention_index *mention_index,
                         const char *argument, struct coverage_scope *scope, bool *whole)
{
    const struct pane *pane = session_pane(session);
    const struct crosstab *open = pane_crosstab(pane);
    bool all = strcmp(argument, "all") == 0;
    bool story = strcmp(argument, "story") == 0;
    if (*argument != '\0' && !all && !story)
        return named_articles(session, mention_index, argument, scope);
    if (!all && (story || open == NULL || open->whole))
        coverage_story(mention_index, article_here(mention_index, pane), scope);
    if (scope->count == 0 && story) {
        session_fail(session, "coverage: no article of a story stands here");
        return false;
    }
    if (scope->count < 2 && !story) {
        *whole = true;
        scope->count = 0;
        coverage_all(mention_index, scope);
    }
    return true;
}

/* The story or the entity that the table is of; "" of all articles. */
static const char *title_of(const struct mention_index *mention_index, const struct coverage_scope *scope,
                      const char *argument, bool whole)
{
    size_t count;
    const struct mention_index_article *articles = mention_index_articles(mention_index, &count);
    bool story = *argument == '\0' || strcmp(argument, "story") == 0;
    return whole ? "" : story ? articles[scope->items[0]].story : argument;
}

/* The table of what has been counted so far. A story's versions are read at once; all articles come
 * in as they are read (refresh_tables). */
static struct crosstab *make_table(struct session *session, const struct coverage_scope *scope,
                                   const char *title, bool whole)
{
    struct mention_index *mention_index = known_names_counted(session);
    for (size_t i = 0; i < scope->count && !whole; i++)
        mention_index_hurry(mention_index, scope->items[i]);
    struct crosstab *crosstab =
        coverage_table(mention_index, known_names_entity_index(session), scope, title);
    crosstab->whole = whole;
    crosstab->counting = whole && !mention_index_is_done(mention_index);
    crosstab->age = mention_index_age(mention_index);
    return crosstab;
}

/* The table begins at the name under the reader's cursor, in the reader's article. */
static void seek_here(struct session *session, struct crosstab *crosstab, const struct pane *pane)
{
    const struct mention *mention = pane->view != NULL ? article_view_mention(pane->view) : NULL;
    size_t here = article_here(known_names_counted(session), pane);
    for (size_t i = 0; i < crosstab->columns.count; i++) {
        if (crosstab->columns.items[i].article != here)
            continue;
        crosstab->column = i + 1;
        if (mention != NULL)
            (void)crosstab_seek(
                crosstab, entity_index_note(known_names_entity_index(session), mention->entity)->id,
                crosstab->columns.items[i].id);
    }
    crosstab_across(crosstab, 0);
}

static void put_crosstab(struct session *session, struct pane *pane, struct crosstab *crosstab)
{
    if (pane_crosstab(pane) != NULL)
        crosstab_follow(crosstab, pane->crosstab);
    else
        seek_here(session, crosstab, pane);
    crosstab_free(pane->crosstab);
    pane->crosstab = crosstab;
    show_crosstab(session, pane);
}

static void say_keys(struct session *session, const struct crosstab *crosstab)
{
    struct coverage_scope story = { 0 };
    coverage_story(known_names_counted(session),
                   article_here(known_names_counted(session), session_pane(session)), &story);
    const char *other = !crosstab->whole ? _("g c all · ") : story.count > 1 ? _("g c the story · ") : "";
    session_say(session, "Enter goes there · F filters · s sorts · o only here · %sq closes",
                other);
    free(story.items);
}

void crosstabs_run(struct session *session, const struct invocation *invocation)
{
    struct error error = { "" };
    struct coverage_scope scope = { 0 };
    bool whole = false;
    if (session->collection == NULL) {
        session_fail(session, "coverage: no collection is open; :open FOLDER opens one");
        return;
    }
    if (!collection_scan(session->collection, &error)) {
        session_fail(session, "%s", error.text);
        return;
    }
    struct mention_index *mention_index = known_names_mention_index(session);
    if (entity_index_count(known_names_entity_index(session)) == 0) {
        session_fail(session,
                     "coverage: the collection has no notes of people, companies or places");
    } else if (choose_scope(session, mention_index, invocation->argument, &scope, &whole)) {
        const char *title = title_of(mention_index, &scope, invocation->argument, whole);
        mention_index_hurry(mention_index, article_here(mention_index, session_pane(session)));
        struct crosstab *crosstab = make_table(session, &scope, title, whole);
        put_crosstab(session, session_pane(session), crosstab);
        if (!crosstab->counting) /* else the row has the bar, until refresh */
            say_keys(session, crosstab);
    }
    free(scope.items);
}

/* While the mention index counts, the table is made anew when twice as much has come in, and at the
 * end: so it costs no more than a few times what one table costs. When the names were read anew,
 * what was counted before is shown until all is counted again. */
static bool is_due(const struct crosstab *crosstab, const struct mention_index *mention_index)
{
    unsigned long age = mention_index_age(mention_index);
    if (crosstab->stale)
        return mention_index_is_done(mention_index);
    return age != crosstab->age &&
           (mention_index_is_done(mention_index) || age >= 2 * crosstab->age);
}

/* Articles may have other numbers now. */
static void find_columns(const struct mention_index *mention_index, const struct crosstab *old,
                         struct coverage_scope *scope)
{
    size_t count;
    (void)mention_index_articles(mention_index, &count);
    for (size_t i = 0; i < old->columns.count; i++) {
        size_t article = mention_index_by_id(mention_index, old->columns.items[i].id);
        if (article < count)
            VECTOR_PUSH(scope, article);
    }
}

static bool refresh(struct session *session, struct pane *pane)
{
    struct crosstab *old = pane->crosstab;
    struct coverage_scope scope = { 0 };
    if (old == NULL || (known_names_counted(session) == NULL && !old->stale))
        return false;
    const struct mention_index *mention_index =
        known_names_mention_index(session); /* which begins to count */
    if (mention_index == NULL || entity_index_count(known_names_entity_index(session)) == 0) {
        bool shown = pane_crosstab(pane) != NULL;
        drop_tables(session);
        return shown;
    }
    if (!is_due(old, mention_index))
        return false;
    if (old->whole)
        coverage_all(mention_index, &scope);
    else
        find_columns(mention_index, old, &scope);
    pane->crosstab = make_table(session, &scope, old->title, old->whole);
    crosstab_follow(pane->crosstab, old);
    if (old->counting && !pane->crosstab->counting && session->message.text.length == 0)
        say_keys(session, pane->crosstab);
    crosstab_free(old);
    free(scope.items);
    return true;
}

static bool refresh_tables(struct session *session)
{
    bool changed = false;
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        changed = refresh(session, pane) || changed;
    return changed;
}

bool crosstabs_go(struct session *session, struct pane *pane, const struct jump *jump)
{
    struct crosstab *crosstab = pane->crosstab;
    if (crosstab == NULL) {
        session_fail(session, "coverage: the table was of another collection");
        return false;
    }
    if (!crosstab_seek(crosstab, jump->name, jump->path)) { /* filtered since then? */
        crosstab_filter(crosstab, "");
        (void)crosstab_seek(crosstab, jump->name, jump->path);
    }
    show_crosstab(session, pane);
    return true;
}

/* A text's place, in the pane or in a new one beside or below it. */
static bool go_from_table(struct session *session, const char *name, const char *path,
                          size_t offset, enum view_target target)
{
    struct pane *pane = session_pane(session);
    const struct crosstab_row *row = crosstab_current(pane->crosstab);
    const struct crosstab_column *column = crosstab_current_column(pane->crosstab);
    if (target == VIEW_HERE)
        pane_remember_cell(pane, row->id, column != NULL ? column->id : NULL);
    else
        pane = session_split(session, target == VIEW_BESIDE);
    if (pane == NULL)
        return false;
    bool ok = session_go(session, pane, name, path, 0, 0);
    if (ok) {
        session_complete_text(session, pane->view);
        article_view_go(pane->view, offset);
    } else if (target != VIEW_HERE) {
        panes_close(&session->panes, pane);
    }
    session_arrange(session);
    return ok;
}

/* The row that leads somewhere, NULL with a message. */
static const struct crosstab_row *row_to_choose(struct session *session)
{
    const struct crosstab *crosstab = session_crosstab(session);
    if (crosstab_current(crosstab) == NULL)
        session_say(session, "nothing to choose here");
    else if (crosstab->stale)
        session_say(session, "the notes have changed and are being read again");
    else
        return crosstab_current(crosstab);
    return NULL;
}

bool crosstabs_choose_name(struct session *session, enum view_target target)
{
    const struct crosstab_row *row = row_to_choose(session);
    if (row == NULL)
        return false;
    const struct note *note = entity_index_note(known_names_entity_index(session), row->entity);
    return go_from_table(session, note->id, note->path, 0, target);
}

static void choose_cell(struct session *session, struct pane *pane, enum view_target target)
{
    (void)pane;
    const struct crosstab_row *row = row_to_choose(session);
    const struct crosstab_column *column = crosstab_current_column(session_crosstab(session));
    if (row == NULL)
        return;
    if (column == NULL) {
        (void)crosstabs_choose_name(session, target);
        return;
    }
    size_t count;
    const struct mention_index_article *article =
        &mention_index_articles(known_names_counted(session), &count)[column->article];
    const struct mention *mention = mention_index_first_in(article, row->entity);
    if (mention == NULL)
        session_say(session, "%s: does not mention %s", article->id, row->name);
    else
        (void)go_from_table(session, article->id, article->path, mention->start, target);
}

void crosstabs_run_only(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct crosstab *crosstab = session_crosstab(session);
    if (crosstab == NULL)
        session_fail(session, "only-here: no table is open; g c opens one");
    else if (!crosstab_cycle_only(crosstab))
        session_say(session, "only-here: go to an article's column first");
    else if (*crosstab->filter != '\0')
        session_say(session, "filter: %s", crosstab->filter);
}

/* ---- as a view of a pane ---- */

static bool is_open(const struct pane *pane)
{
    return pane_crosstab(pane) != NULL;
}

static void resize(struct session *session, struct pane *pane)
{
    struct area area = pane_area(pane);
    (void)session;
    if (pane->crosstab != NULL)
        crosstab_resize(pane->crosstab, area.rows, area.columns);
}

static int height(const struct pane *pane)
{
    return pane->crosstab->shape.rows;
}

static void heading(const struct pane *pane, struct view_heading *heading)
{
    crosstab_heading(pane->crosstab, &heading->title);
    snprintf(heading->right, sizeof heading->right, "%zu", pane->crosstab->shown_count);
}

static void paint(struct session *session, struct pane *pane, const struct canvas *canvas)
{
    struct area area = pane_area(pane);
    crosstab_paint(pane->crosstab, known_names_counted(session), canvas, &area,
                   pane == session->panes.focus);
}

static void status(struct session *session, const struct pane *pane, struct buffer *left,
                   struct buffer *middle, struct buffer *right)
{
    (void)session;
    (void)right;
    crosstab_status(pane->crosstab, left, middle);
}

static bool move(struct pane *pane, enum view_motion motion, long count)
{
    struct crosstab *crosstab = pane->crosstab;
    if (motion == VIEW_ROWS || motion == VIEW_TURN)
        crosstab_move(crosstab, count);
    else if (motion == VIEW_SCROLL)
        crosstab_scroll(crosstab, count);
    else if (motion == VIEW_ACROSS)
        crosstab_across(crosstab, count);
    else
        crosstab_edge(crosstab, count > 0);
    return true;
}

static void go(struct session *session, struct pane *pane, long number, bool end)
{
    (void)session;
    crosstab_go(pane->crosstab, number > 0 ? (size_t)number - 1 : end ? SIZE_MAX : 0);
}

static bool search(struct pane *pane, const char *words, bool forward)
{
    return crosstab_search(pane->crosstab, words, forward);
}

static const char *filter_words(const struct pane *pane)
{
    return pane->crosstab->filter;
}

static void filter(struct session *session, struct pane *pane, const char *words)
{
    crosstab_filter(pane->crosstab, words);
    char *fault = crosstab_filter_fault(pane->crosstab);
    if (fault != NULL)
        session_fail(session, "%s: no article, language or publisher of this table", fault);
    free(fault);
}

static void sort(struct session *session, struct pane *pane)
{
    static const char *const told[] = {
        [CROSSTAB_BY_TOTAL] = N_("sorted by total"),
        [CROSSTAB_BY_NAME] = N_("sorted by name"),
        [CROSSTAB_BY_TYPE] = N_("sorted by type"),
    };
    crosstab_sort(pane->crosstab, (enum crosstab_order)((pane->crosstab->order + 1) % 3));
    session_say(session, "%s", message_text(told[pane->crosstab->order]));
}

static void click(struct pane *pane, int row, int column)
{
    (void)crosstab_click(pane->crosstab, row, column);
}

/* The row is an entity: its note. */
static void edit(struct session *session, struct pane *pane)
{
    const struct crosstab_row *row = crosstab_current(pane->crosstab);
    if (row == NULL || known_names_entity_index(session) == NULL)
        session_fail(session, "edit: this row is no file");
    else
        edit_file(session, entity_index_note(known_names_entity_index(session), row->entity)->path,
                  0);
}

const struct view_ops crosstab_view = {
    .name = "crosstab",
    .mode = KEYMAP_TABLE,
    .is_open = is_open,
    .resize = resize,
    .height = height,
    .heading = heading,
    .paint = paint,
    .status = status,
    .move = move,
    .go = go,
    .search = search,
    .filter_words = filter_words,
    .filter = filter,
    .sort = sort,
    .click = click,
    .choose = choose_cell,
    .edit = edit,
    .close = close_crosstab,
};

/* The columns are as wide as the types in the language. */
static void name_types_anew(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->crosstab != NULL)
            pane->crosstab->age = 0;
    (void)refresh_tables(session);
}

static bool tick(struct session *session, bool idle)
{
    (void)idle;
    return refresh_tables(session);
}

const struct session_part crosstabs_part = {
    .names_forgotten = mark_stale,
    .collection_closed = drop_tables,
    .language_changed = name_types_anew,
    .tick = tick,
};
