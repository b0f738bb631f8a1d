#include "session/entity_lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "page/entity_page.h"
#include "query/entity_index.h"
#include "query/mention_index.h"
#include "session/core.h"
#include "session/crosstabs.h"
#include "session/known_names.h"
#include "session/open.h"
#include "session/lists.h"
#include "session/type_role.h"
#include "session/parts.h"
#include "session/reload.h"

#define NO_ENTITY NAMES_NONE

/* The entity that a command is about: the one under the cursor, or whose page this is, or the one
 * that was walked last. */
static uint32_t entity_here(const struct session *session, const struct article_view *view)
{
    if (known_names_entity_index(session) == NULL || view == NULL)
        return NO_ENTITY;
    const struct mention *mention = article_view_mention(view);
    if (mention != NULL)
        return mention->entity;
    if (view->text->page != NULL)
        return entity_page_entity(view->text->page);
    return known_names_walked(session);
}

static void say_no_entity(struct session *session, const char *command)
{
    if (known_names_entity_index(session) == NULL ||
        entity_index_count(known_names_entity_index(session)) == 0)
        session_say(session, "%s: this collection has no entity notes", command);
    else
        session_say(session, "%s: no name under the cursor; Tab goes to the next one", command);
}

/* The row of the mention that the reader came from, else the heading over the rows. */
static void go_to_row(struct session *session, const char *path, size_t offset)
{
    struct article_view *view = session_view(session);
    if (view == NULL || view->text->page == NULL)
        return;
    const struct document *document = view->text->document;
    size_t block = path != NULL ? entity_page_row(view->text->page, path, offset) : 0;
    article_view_go(view, block > 0 ? document->blocks[block].start
                                    : entity_page_index(view->text->page));
    article_view_place_cursor(view, block > 0 ? 1 : 0);
}

static uint32_t entity_of_row(const struct session *session, const struct list *list)
{
    const struct list_row *row = list_current(list);
    if (list->source != &lists_entities || row == NULL || known_names_entity_index(session) == NULL)
        return NO_ENTITY;
    return entity_index_by_path(known_names_entity_index(session), row->target);
}

void entity_lists_run_mentions(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane = session_pane(session);
    struct article_view *view = pane->view;
    known_names_find(session);
    if (session_crosstab(session) != NULL) {
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
        entity_page_entity(view->text->page) == entity) {
        go_to_row(session, NULL, 0);
        return;
    }
    const struct mention *mention = pane->list == NULL ? article_view_mention(view) : NULL;
    char *path = mention != NULL ? xstrdup(view->text->path) : NULL;
    size_t offset = mention != NULL ? mention->start : 0;
    session_open_entity(session, entity);
    go_to_row(session, path, offset);
    free(path);
}

/* ---- walking ---- */

/* Start of the next mention after the cursor, or the one before it, in the view's own text. */
static bool step_here(const struct article_view *view, uint32_t entity, bool forward, size_t *place)
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
static const struct mention_index_article *next_article(struct mention_index *mention_index,
                                                        const struct article_view *view,
                                                        uint32_t entity, bool forward)
{
    size_t count;
    const struct mention_index_article *articles = mention_index_articles(mention_index, &count);
    size_t here =
        view->text->path != NULL ? mention_index_by_path(mention_index, view->text->path) : count;
    size_t from = here < count ? here : forward ? count - 1 : 0;
    for (size_t i = 1; i <= count; i++) {
        size_t at = forward ? (from + i) % count : (from + count - i) % count;
        while (mention_index_read(mention_index) <= at && mention_index_step(mention_index)) {
        }
        if (at != here && mention_index_first_in(&articles[at], entity) != NULL)
            return &articles[at];
    }
    return NULL;
}

static size_t edge_mention(const struct mention_index_article *article, uint32_t entity, bool last)
{
    size_t place = mention_index_first_in(article, entity)->start;
    for (size_t i = 0; last && i < article->mentions.count; i++)
        if (article->mentions.items[i].entity == entity)
            place = article->mentions.items[i].start;
    return place;
}

static bool go_to_article(struct session *session, const struct mention_index_article *article,
                          uint32_t entity, bool forward)
{
    struct pane *pane = session_pane(session);
    size_t place = edge_mention(article, entity, !forward);
    if (!session_open_path(session, pane, article->path, article->id))
        return false;
    session_complete_text(session, pane->view);
    article_view_go(pane->view, place);
    session_say(session, "%s: on in %s",
                entity_index_name(known_names_entity_index(session), entity), article->id);
    return true;
}

static bool walk_once(struct session *session, uint32_t entity, bool forward)
{
    struct article_view *view = session_view(session);
    size_t place;
    if (view->text->page == NULL && step_here(view, entity, forward, &place)) {
        article_view_go(view, place);
        return true;
    }
    struct mention_index *mention_index = known_names_mention_index(session);
    const struct mention_index_article *article =
        mention_index != NULL ? next_article(mention_index, view, entity, forward) : NULL;
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
                    entity_index_name(known_names_entity_index(session), entity));
}

void entity_lists_run_step(struct session *session, const struct invocation *invocation)
{
    struct article_view *view = session_view(session);
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
    struct mention_index_count count = mention_index_count(known_names_counted(session), entity);
    const char *type = note_type_name(entity_index_type(known_names_entity_index(session), entity));
    char *told = xasprintf(message_count("%zu%s in %zu article", "%zu%s in %zu articles", count.articles),
                           count.mentions,
                           mention_index_is_done(known_names_counted(session)) ? "" : "+", count.articles);
    char *detail = xasprintf("%s%s%s", message_text(type), *type != '\0' ? " · " : "", told);
    free(told);
    return detail;
}

static void set_counts(const struct session *session, struct list *list, size_t row,
                       uint32_t entity)
{
    struct mention_index_count count = mention_index_count(known_names_counted(session), entity);
    char *detail = count_detail(session, entity);
    char *brief = xasprintf("%zu", count.mentions);
    list_set_detail(list, row, detail, brief);
    list_set_rank(list, row, count.mentions,
                  (int)entity_index_type(known_names_entity_index(session), entity));
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
    list_set_role(list, type_role_of(note->type));
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
            uint32_t entity = entity_index_by_path(known_names_entity_index(session),
                                                   pane->list->items[row].target);
            if (entity != NO_ENTITY)
                set_counts(session, pane->list, row, entity);
        }
        list_refresh(pane->list);
    }
}

static bool fill(struct session *session, struct pane *pane, struct list *list,
                 struct error *error)
{
    size_t count = entity_index_count(known_names_entity_index(session));
    (void)pane;
    (void)error;
    for (size_t i = 0; i < count; i++) {
        add_entity(list, entity_index_note(known_names_entity_index(session), (uint32_t)i));
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
    const struct note *note = entity_index_note(known_names_entity_index(session), entity);
    struct pane *pane = lists_target(session, target);
    if (pane != NULL)
        lists_opened(session, pane, session_open_path(session, pane, note->path, note->id), target);
}

const struct list_source lists_entities = {
    .name = "entities",
    .title = N_("Entities"),
    .hint = LISTS_SORTED_HINT,
    .types = true,
    .fill = fill,
    .choose = choose,
    .edit = edit_list_row,
};

void entity_lists_run(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    uint32_t here = pane->list == NULL ? entity_here(session, pane->view) : NO_ENTITY;
    if (known_names_mention_index(session) == NULL ||
        entity_index_count(known_names_entity_index(session)) == 0) {
        say_no_entity(session, "entities");
        return;
    }
    struct list *list = lists_open(session, pane, &lists_entities, NULL);
    if (here != NO_ENTITY)
        list_go(list, here);
    if (*invocation->argument != '\0')
        list_filter(list, invocation->argument);
}

const struct session_part entity_lists_part = { .mentions_counted = show_counts };
