#include "session/entity_lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "page/entity_page.h"
#include "query/entity_index.h"
#include "query/mention_index.h"
#include "session/core.h"
#include "session/crosstabs.h"
#include "session/known_names.h"
#include "session/open.h"
#include "session/lists.h"
#include "session/parts.h"
#include "session/reload.h"

#define NO_ENTITY NAMES_NONE

/* The entity that a command is about: the one under the cursor, or whose page this is, or the one
 * that was walked last. */
static uint32_t entity_here(const struct session *session, const struct view *view)
{
    if (known_names_gazetteer(session) == NULL || view == NULL)
        return NO_ENTITY;
    const struct mention *mention = view_mention(view);
    if (mention != NULL)
        return mention->entity;
    if (view->text->page != NULL)
        return note_page_entity(view->text->page);
    return known_names_walked(session);
}

static void say_no_entity(struct session *session, const char *command)
{
    if (known_names_gazetteer(session) == NULL ||
        gazetteer_count(known_names_gazetteer(session)) == 0)
        session_say(session, "%s: this collection has no entity notes", command);
    else
        session_say(session, "%s: no name under the cursor; Tab goes to the next one", command);
}

/* The row of the mention that the reader came from, else the heading over the rows. */
static void go_to_row(struct session *session, const char *path, size_t offset)
{
    struct view *view = session_view(session);
    if (view == NULL || view->text->page == NULL)
        return;
    const struct document *document = view->text->document;
    size_t block = path != NULL ? note_page_row(view->text->page, path, offset) : 0;
    view_go(view, block > 0 ? document->blocks[block].start
                            : note_page_index(view->text->page));
    view_place_cursor(view, block > 0 ? 1 : 0);
}

static uint32_t entity_of_row(const struct session *session, const struct list *list)
{
    const struct list_row *row = list_current(list);
    if (list->source != &lists_entities || row == NULL || known_names_gazetteer(session) == NULL)
        return NO_ENTITY;
    return gazetteer_by_path(known_names_gazetteer(session), row->target);
}

void entity_lists_run_mentions(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane = session_pane(session);
    struct view *view = pane->view;
    known_names_find(session);
    if (session_matrix(session) != NULL) {
        if (crosstabs_choose_name(session, 0))
            go_to_row(session, NULL, 0);
        return;
    }
    uint32_t entity = pane->list != NULL ? entity_of_row(session, pane->list)
                                         : entity_here(session, view);
    if (entity == NO_ENTITY) {
        say_no_entity(session, "mentions");
        return;
    }
    if (pane->list == NULL && view->text->page != NULL &&
        note_page_entity(view->text->page) == entity) {
        go_to_row(session, NULL, 0);
        return;
    }
    const struct mention *mention = pane->list == NULL ? view_mention(view) : NULL;
    char *path = mention != NULL && view->text->path != NULL ? xstrdup(view->text->path) : NULL;
    size_t offset = mention != NULL ? mention->start : 0;
    session_open_entity(session, entity);
    go_to_row(session, path, offset);
    free(path);
}

/* ---- walking ---- */

/* Start of the next mention after the cursor, or the one before it, in the view's own text. */
static bool step_here(const struct view *view, uint32_t entity, bool forward, size_t *place)
{
    const struct mentions *mentions = &view->text->mentions;
    bool found = false;
    for (size_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];
        if (mention->entity != entity)
            continue;
        if (forward ? mention->start > view->cursor : mention->end <= view->cursor) {
            *place = mention->start;
            found = true;
            if (forward)
                break;
        }
    }
    return found;
}

/* The next article that mentions the entity, around the end; counts those on the way. */
static const struct census_article *next_article(struct census *census, const struct view *view,
                                                 uint32_t entity, bool forward)
{
    size_t count;
    const struct census_article *articles = census_articles(census, &count);
    size_t here = view->text->path != NULL ? census_by_path(census, view->text->path) : count;
    size_t from = here < count ? here : forward ? count - 1 : 0;
    for (size_t i = 1; i <= count; i++) {
        size_t at = forward ? (from + i) % count : (from + count - i) % count;
        while (census_read(census) <= at && census_step(census)) {
        }
        if (at != here && census_first_in(&articles[at], entity) != NULL)
            return &articles[at];
    }
    return NULL;
}

static size_t edge_mention(const struct census_article *article, uint32_t entity, bool last)
{
    size_t place = census_first_in(article, entity)->start;
    for (size_t i = 0; last && i < article->mentions.count; i++)
        if (article->mentions.items[i].entity == entity)
            place = article->mentions.items[i].start;
    return place;
}

static bool go_to_article(struct session *session, const struct census_article *article,
                          uint32_t entity, bool forward)
{
    struct pane *pane = session_pane(session);
    size_t place = edge_mention(article, entity, !forward);
    if (!session_open_path(session, pane, article->path, article->id))
        return false;
    session_complete_text(session, pane->view);
    view_go(pane->view, place);
    session_say(session, "%s: on in %s", gazetteer_name(known_names_gazetteer(session), entity),
                article->id);
    return true;
}

static bool walk_once(struct session *session, uint32_t entity, bool forward)
{
    struct view *view = session_view(session);
    size_t place;
    if (view->text->page == NULL && step_here(view, entity, forward, &place)) {
        view_go(view, place);
        return true;
    }
    struct census *census = known_names_census(session);
    const struct census_article *article =
        census != NULL ? next_article(census, view, entity, forward) : NULL;
    return article != NULL && go_to_article(session, article, entity, forward);
}

static void walk(struct session *session, uint32_t entity, long steps)
{
    long count = labs(steps);
    bool moved = false;
    pane_remember(session_pane(session));
    for (long i = 0; i < count && i < 1000 && walk_once(session, entity, steps > 0); i++)
        moved = true;
    if (!moved)
        session_say(session, "%s: is mentioned nowhere else",
                    gazetteer_name(known_names_gazetteer(session), entity));
}

void entity_lists_run_step(struct session *session, const struct invocation *invocation)
{
    struct view *view = session_view(session);
    session_complete_text(session, view);
    known_names_find(session);
    uint32_t entity = entity_here(session, view);
    if (entity == NO_ENTITY) {
        say_no_entity(session, invocation->variant > 0 ? "next-mention" : "previous-mention");
        return;
    }
    known_names_set_walked(session, entity);
    walk(session, entity, invocation->count * invocation->variant);
}

void entity_lists_walk(struct session *session, uint32_t entity, long steps)
{
    walk(session, entity, steps);
}

/* ---- the list of all ---- */

static char *count_detail(const struct session *session, uint32_t entity)
{
    struct census_count count = census_count(known_names_counted(session), entity);
    const char *type = note_type_name(gazetteer_type(known_names_gazetteer(session), entity));
    return xasprintf("%s%s%zu%s in %zu %s", type, *type != '\0' ? " · " : "", count.mentions,
                     census_is_done(known_names_counted(session)) ? "" : "+", count.articles,
                     count.articles == 1 ? "article" : "articles");
}

static void set_counts(const struct session *session, struct list *list, size_t row,
                       uint32_t entity)
{
    struct census_count count = census_count(known_names_counted(session), entity);
    char *detail = count_detail(session, entity);
    char *brief = xasprintf("%zu", count.mentions);
    list_set_detail(list, row, detail, brief);
    list_set_rank(list, row, count.mentions,
                  (int)gazetteer_type(known_names_gazetteer(session), entity));
    free(brief);
    free(detail);
}

static void add_entity(struct list *list, const struct note *note)
{
    const char *english = note_name(note, NAME_ENGLISH);
    const char *chinese = note_name(note, NAME_CHINESE);
    const char *first = english != NULL ? english : chinese != NULL ? chinese : note->file_name;
    bool both = english != NULL && chinese != NULL && strcmp(english, chinese) != 0;
    char *label = xasprintf("%s%s%s", first, both ? " · " : "", both ? chinese : "");
    struct buffer words = { 0 };
    for (size_t i = 0; i < note->count; i++)
        buffer_add_format(&words, " %s", note->items[i].text);
    list_add(list, label, NULL, note->path, 0, 0);
    list_words(list, buffer_text(&words));
    buffer_free(&words);
    free(label);
}

static void show_counts(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        if (pane->list == NULL || pane->list->source != &lists_entities ||
            known_names_counted(session) == NULL)
            continue;
        for (size_t row = 0; row < pane->list->count; row++) {
            uint32_t entity =
                gazetteer_by_path(known_names_gazetteer(session), pane->list->items[row].target);
            if (entity != NO_ENTITY)
                set_counts(session, pane->list, row, entity);
        }
        list_refresh(pane->list);
    }
}

static bool fill(struct session *session, struct pane *pane, struct list *list,
                 struct error *error)
{
    size_t count = gazetteer_count(known_names_gazetteer(session));
    (void)pane;
    (void)error;
    for (size_t i = 0; i < count; i++) {
        add_entity(list, gazetteer_note(known_names_gazetteer(session), (uint32_t)i));
        set_counts(session, list, i, (uint32_t)i);
    }
    return true;
}

static void choose(struct session *session, struct list *list, enum view_target target)
{
    uint32_t entity = entity_of_row(session, list);
    if (entity == NO_ENTITY) {
        lists_choose(session, list, target);
        return;
    }
    const struct note *note = gazetteer_note(known_names_gazetteer(session), entity);
    struct pane *pane = lists_target(session, target);
    if (pane != NULL)
        lists_opened(session, pane, session_open_path(session, pane, note->path, note->id), target);
}

const struct list_source lists_entities = {
    .name = "entities",
    .hint = LISTS_HINT,
    .fill = fill,
    .choose = choose,
    .edit = edit_list_row,
};

void entity_lists_run(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    uint32_t here = pane->list == NULL ? entity_here(session, pane->view) : NO_ENTITY;
    if (known_names_census(session) == NULL ||
        gazetteer_count(known_names_gazetteer(session)) == 0) {
        say_no_entity(session, "entities");
        return;
    }
    struct list *list = lists_open(session, pane, &lists_entities, "Entities");
    if (here != NO_ENTITY)
        list_go(list, here);
    if (*invocation->argument != '\0')
        list_filter(list, invocation->argument);
}

const struct session_part entity_lists_part = { .mentions_counted = show_counts };
