#include "session/crosstabs.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "page/coverage_table.h"
#include "query/entity_index.h"
#include "query/mention_index.h"
#include "session/core.h"
#include "session/edit.h"
#include "session/known_names.h"
#include "session/open.h"
#include "session/crosstab_paint.h"
#include "session/views.h"
#include "session/parts.h"
#include "session/reload.h"

static void show_matrix(struct session *session, struct pane *pane)
{
    session_close_list(session, pane);
    pane->matrix_shown = pane->matrix != NULL;
    session_arrange(session);
}

static bool close_matrix(struct session *session, struct pane *pane)
{
    pane->matrix_shown = false;
    if (pane->view == NULL) /* there was a list, and nothing else */
        command_run_line(session, "library", 1, false);
    return true;
}

static void drop_tables(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        matrix_free(pane->matrix);
        pane->matrix = NULL;
        pane->matrix_shown = false;
    }
}

static void mark_stale(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->matrix != NULL)
            pane->matrix->stale = true;
}

/* The article that stands in the pane, the number of articles when none does. */
static size_t article_here(const struct census *census, const struct pane *pane)
{
    const char *path = pane->view != NULL ? pane->view->text->path : NULL;
    return census_by_path(census, path != NULL ? path : "");
}

/* The words of :coverage as articles. False with a message when one is none. */
static bool named_articles(struct session *session, const struct census *census,
                           const char *words, struct coverage_scope *scope)
{
    size_t count;
    (void)census_articles(census, &count);
    for (char *word; (word = matrix_word(&words)) != NULL; free(word)) {
        size_t article = census_by_id(census, word);
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
static bool choose_scope(struct session *session, const struct census *census,
                         const char *argument, struct coverage_scope *scope, bool *whole)
{
    const struct pane *pane = session_pane(session);
    const struct matrix *open = pane_matrix(pane);
    bool all = strcmp(argument, "all") == 0;
    bool story = strcmp(argument, "story") == 0;
    if (*argument != '\0' && !all && !story)
        return named_articles(session, census, argument, scope);
    if (!all && (story || open == NULL || open->whole))
        coverage_story(census, article_here(census, pane), scope);
    if (scope->count == 0 && story) {
        session_fail(session, "coverage: no article of a story stands here");
        return false;
    }
    if (scope->count < 2 && !story) {
        *whole = true;
        scope->count = 0;
        coverage_all(census, scope);
    }
    return true;
}

static char *title_of(const struct census *census, const struct coverage_scope *scope,
                      const char *argument, bool whole)
{
    size_t count;
    const struct census_article *articles = census_articles(census, &count);
    bool story = *argument == '\0' || strcmp(argument, "story") == 0;
    if (whole)
        return xstrdup("Coverage of all articles");
    return xasprintf("Coverage of %s", story ? articles[scope->items[0]].story : argument);
}

/* The table of what has been counted so far. A story's versions are read at once; all articles come
 * in as they are read (refresh_tables). */
static struct matrix *make_table(struct session *session, const struct coverage_scope *scope,
                                 const char *title, bool whole)
{
    struct census *census = known_names_counted(session);
    for (size_t i = 0; i < scope->count && !whole; i++)
        census_hurry(census, scope->items[i]);
    struct matrix *matrix = coverage_table(census, known_names_gazetteer(session), scope, title);
    matrix->whole = whole;
    matrix->counting = whole && !census_is_done(census);
    matrix->age = census_age(census);
    return matrix;
}

/* The table begins at the name under the reader's cursor, in the reader's article. */
static void seek_here(struct session *session, struct matrix *matrix, const struct pane *pane)
{
    const struct mention *mention = pane->view != NULL ? view_mention(pane->view) : NULL;
    size_t here = article_here(known_names_counted(session), pane);
    for (size_t i = 0; i < matrix->columns.count; i++) {
        if (matrix->columns.items[i].article != here)
            continue;
        matrix->column = i + 1;
        if (mention != NULL)
            (void)matrix_seek(matrix,
                              gazetteer_note(known_names_gazetteer(session), mention->entity)->id,
                              matrix->columns.items[i].id);
    }
    matrix_across(matrix, 0);
}

static void put_matrix(struct session *session, struct pane *pane, struct matrix *matrix)
{
    if (pane_matrix(pane) != NULL)
        matrix_follow(matrix, pane->matrix);
    else
        seek_here(session, matrix, pane);
    matrix_free(pane->matrix);
    pane->matrix = matrix;
    show_matrix(session, pane);
}

static void say_keys(struct session *session, const struct matrix *matrix)
{
    struct coverage_scope story = { 0 };
    coverage_story(known_names_counted(session),
                   article_here(known_names_counted(session), session_pane(session)), &story);
    const char *other = !matrix->whole ? "g c all · " : story.count > 1 ? "g c the story · " : "";
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
    struct census *census = known_names_census(session);
    if (gazetteer_count(known_names_gazetteer(session)) == 0) {
        session_fail(session,
                     "coverage: the collection has no notes of people, companies or places");
    } else if (choose_scope(session, census, invocation->argument, &scope, &whole)) {
        char *title = title_of(census, &scope, invocation->argument, whole);
        census_hurry(census, article_here(census, session_pane(session)));
        struct matrix *matrix = make_table(session, &scope, title, whole);
        free(title);
        put_matrix(session, session_pane(session), matrix);
        say_keys(session, matrix);
    }
    free(scope.items);
}

/* While the census counts, the table is made anew when twice as much has come in, and at the end:
 * so it costs no more than a few times what one table costs. When the names were read anew, what
 * was counted before is shown until all is counted again. */
static bool is_due(const struct matrix *matrix, const struct census *census)
{
    unsigned long age = census_age(census);
    if (matrix->stale)
        return census_is_done(census);
    return age != matrix->age && (census_is_done(census) || age >= 2 * matrix->age);
}

/* Articles may have other numbers now. */
static void find_columns(const struct census *census, const struct matrix *old,
                         struct coverage_scope *scope)
{
    size_t count;
    (void)census_articles(census, &count);
    for (size_t i = 0; i < old->columns.count; i++) {
        size_t article = census_by_id(census, old->columns.items[i].id);
        if (article < count)
            VECTOR_PUSH(scope, article);
    }
}

static bool refresh(struct session *session, struct pane *pane)
{
    struct matrix *old = pane->matrix;
    struct coverage_scope scope = { 0 };
    if (old == NULL || (known_names_counted(session) == NULL && !old->stale))
        return false;
    const struct census *census = known_names_census(session); /* which begins to count */
    if (census == NULL || gazetteer_count(known_names_gazetteer(session)) == 0) {
        bool shown = pane_matrix(pane) != NULL;
        drop_tables(session);
        return shown;
    }
    if (!is_due(old, census))
        return false;
    if (old->whole)
        coverage_all(census, &scope);
    else
        find_columns(census, old, &scope);
    pane->matrix = make_table(session, &scope, old->title, old->whole);
    matrix_follow(pane->matrix, old);
    matrix_free(old);
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
    struct matrix *matrix = pane->matrix;
    if (matrix == NULL) {
        session_fail(session, "coverage: the table was of another collection");
        return false;
    }
    if (!matrix_seek(matrix, jump->name, jump->path)) { /* filtered since then? */
        matrix_filter(matrix, "");
        (void)matrix_seek(matrix, jump->name, jump->path);
    }
    show_matrix(session, pane);
    return true;
}

/* A text's place, in the pane or in a new one beside or below it. */
static bool go_from_table(struct session *session, const char *name, const char *path,
                          size_t offset, enum view_target target)
{
    struct pane *pane = session_pane(session);
    const struct matrix_row *row = matrix_current(pane->matrix);
    const struct matrix_column *column = matrix_current_column(pane->matrix);
    if (target == VIEW_HERE)
        pane_remember_cell(pane, row->id, column != NULL ? column->id : NULL);
    else
        pane = session_split(session, target == VIEW_BESIDE);
    if (pane == NULL)
        return false;
    bool ok = session_go(session, pane, name, path, 0, 0);
    if (ok) {
        session_complete_text(session, pane->view);
        view_go(pane->view, offset);
    } else if (target != VIEW_HERE) {
        panes_close(&session->panes, pane);
    }
    session_arrange(session);
    return ok;
}

/* The row that leads somewhere, NULL with a message. */
static const struct matrix_row *row_to_choose(struct session *session)
{
    const struct matrix *matrix = session_matrix(session);
    if (matrix_current(matrix) == NULL)
        session_say(session, "nothing to choose here");
    else if (matrix->stale)
        session_say(session, "the notes have changed and are being read again");
    else
        return matrix_current(matrix);
    return NULL;
}

bool crosstabs_choose_name(struct session *session, enum view_target target)
{
    const struct matrix_row *row = row_to_choose(session);
    if (row == NULL)
        return false;
    const struct note *note = gazetteer_note(known_names_gazetteer(session), row->entity);
    return go_from_table(session, note->id, note->path, 0, target);
}

static void choose_cell(struct session *session, struct pane *pane, enum view_target target)
{
    (void)pane;
    const struct matrix_row *row = row_to_choose(session);
    const struct matrix_column *column = matrix_current_column(session_matrix(session));
    if (row == NULL)
        return;
    if (column == NULL) {
        (void)crosstabs_choose_name(session, target);
        return;
    }
    size_t count;
    const struct census_article *article =
        &census_articles(known_names_counted(session), &count)[column->article];
    const struct mention *mention = census_first_in(article, row->entity);
    if (mention == NULL)
        session_say(session, "%s: does not mention %s", article->id, row->name);
    else
        (void)go_from_table(session, article->id, article->path, mention->start, target);
}

void crosstabs_run_only(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct matrix *matrix = session_matrix(session);
    if (matrix == NULL)
        session_fail(session, "only-here: no table is open; g c opens one");
    else if (!matrix_cycle_only(matrix))
        session_say(session, "only-here: go to an article's column first");
    else if (*matrix->filter != '\0')
        session_say(session, "filter: %s", matrix->filter);
}

/* ---- as a view of a pane ---- */

static bool is_open(const struct pane *pane)
{
    return pane_matrix(pane) != NULL;
}

static void resize(struct session *session, struct pane *pane)
{
    struct area area = pane_area(pane);
    (void)session;
    if (pane->matrix != NULL)
        matrix_resize(pane->matrix, area.rows, area.columns);
}

static int height(const struct pane *pane)
{
    return pane->matrix->shape.rows;
}

static void heading(const struct pane *pane, struct view_heading *heading)
{
    matrix_heading(pane->matrix, &heading->title);
    snprintf(heading->right, sizeof heading->right, "%zu", pane->matrix->shown_count);
}

static void paint(struct session *session, struct pane *pane, const struct canvas *canvas)
{
    struct area area = pane_area(pane);
    matrix_paint(pane->matrix, known_names_counted(session), canvas, &area,
                 pane == session->panes.focus);
}

static void status(struct session *session, const struct pane *pane, struct buffer *left,
                   struct buffer *middle, struct buffer *right)
{
    (void)session;
    (void)right;
    matrix_status(pane->matrix, left, middle);
}

static bool move(struct pane *pane, enum view_motion motion, long count)
{
    struct matrix *matrix = pane->matrix;
    if (motion == VIEW_ROWS || motion == VIEW_TURN)
        matrix_move(matrix, count);
    else if (motion == VIEW_SCROLL)
        matrix_scroll(matrix, count);
    else if (motion == VIEW_ACROSS)
        matrix_across(matrix, count);
    else
        matrix_edge(matrix, count > 0);
    return true;
}

static void go(struct session *session, struct pane *pane, long number, bool end)
{
    (void)session;
    matrix_go(pane->matrix, number > 0 ? (size_t)number - 1 : end ? SIZE_MAX : 0);
}

static bool search(struct pane *pane, const char *words, bool forward)
{
    return matrix_search(pane->matrix, words, forward);
}

static const char *filter_words(const struct pane *pane)
{
    return pane->matrix->filter;
}

static void filter(struct session *session, struct pane *pane, const char *words)
{
    matrix_filter(pane->matrix, words);
    char *fault = matrix_filter_fault(pane->matrix);
    if (fault != NULL)
        session_fail(session, "%s: no article, language or publisher of this table", fault);
    free(fault);
}

static void sort(struct session *session, struct pane *pane)
{
    static const char *const told[] = {
        [MATRIX_BY_TOTAL] = "sorted by total",
        [MATRIX_BY_NAME] = "sorted by name",
        [MATRIX_BY_TYPE] = "sorted by type",
    };
    matrix_sort(pane->matrix, (enum matrix_order)((pane->matrix->order + 1) % 3));
    session_say(session, "%s", told[pane->matrix->order]);
}

static void click(struct pane *pane, int row, int column)
{
    (void)matrix_click(pane->matrix, row, column);
}

/* The row is an entity: its note. */
static void edit(struct session *session, struct pane *pane)
{
    const struct matrix_row *row = matrix_current(pane->matrix);
    if (row == NULL || known_names_gazetteer(session) == NULL)
        session_fail(session, "edit: this row is no file");
    else
        edit_file(session, gazetteer_note(known_names_gazetteer(session), row->entity)->path, 0);
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
    .close = close_matrix,
};

static bool tick(struct session *session, bool idle)
{
    (void)idle;
    return refresh_tables(session);
}

const struct session_part crosstabs_part = {
    .names_forgotten = mark_stale,
    .collection_closed = drop_tables,
    .tick = tick,
};
