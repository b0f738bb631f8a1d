#include "session/open.h"

#include <stdlib.h>
#include <string.h>

#include "doc/encoding.h"
#include "base/file.h"
#include "library/target.h"
#include "query/entity_index.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/parts.h"
#include "session/reload.h"

void session_show(struct session *session, struct pane *pane, struct text *text)
{
    if (pane->list != NULL)
        session_close_list(session, pane);
    pane->crosstab_shown = false;
    pane->selection = (struct selection){ 0 };
    if (pane->view != NULL) {
        SESSION_TELL(session, text_left, (session, pane->view));
        article_view_free(pane->view);
    }
    SESSION_TELL(session, text_prepared, (session, text));
    pane->view = article_view_new(&session->open_texts, text, &session->options);
    session_arrange(session);
    SESSION_TELL(session, text_shown, (session, pane));
}

void open_told(struct session *session, const struct text *text)
{
    const struct document *document = text->document;
    const char *name = file_base_name(text->path);
    char *note = encoding_note(document, text->path);
    if (note != NULL)
        session_say(session, "%s", note);
    else if (document->repaired.ill_formed > 0)
        session_say(session, "%s: is not all UTF-8: %zu places show as �", name,
                    document->repaired.ill_formed);
    else if (document->frontmatter->fault != NULL)
        session_say(session, "%s:%u: front matter: %s", name, document->frontmatter->fault_line,
                    document->frontmatter->fault);
    free(note);
}

bool session_open_path(struct session *session, struct pane *pane, const char *path,
                       const char *name)
{
    struct error error = { "" };
    struct text *text = open_texts_begin(&session->open_texts, path, name, &error);
    if (text == NULL) {
        session_fail(session, "%s", error.text);
        return false;
    }
    if (pane->view != NULL && pane->view->text != text)
        pane_remember(pane);
    session_show(session, pane, text);
    open_told(session, text);
    return true;
}

/* A folder becomes the library, and its list opens. */
static bool open_folder(struct session *session, const char *path)
{
    struct error error = { "" };
    struct collection *collection =
        collection_open(path, session->around.cache_folder, session->open_texts.conversion, &error);
    if (collection == NULL) {
        session_fail(session, "%s", error.text);
        return false;
    }
    SESSION_TELL(session, collection_closed, (session));
    collection_free(session->collection);
    session->collection = collection;
    command_run_line(session, "library", 1, false);
    return true;
}

bool session_open(struct session *session, struct pane *pane, const char *name)
{
    struct target target = { 0 };
    struct error error = { "" };
    char *path = session_typed_path(session, name);
    bool found = target_resolve(session->collection, path, &target, &error);
    free(path);
    if (!found) {
        session_fail(session, "%s", error.text);
        return false;
    }
    bool ok;
    if (target.kind == TARGET_FOLDER) {
        panes_focus(&session->panes, pane);
        ok = open_folder(session, target.path);
    } else {
        ok = session_open_path(session, pane, target.path, target.id);
    }
    target_free(&target);
    return ok;
}

bool session_go(struct session *session, struct pane *pane, const char *name, const char *path,
                size_t cursor, size_t anchor)
{
    if (pane->list != NULL)
        session_close_list(session, pane);
    struct text *now = pane->view != NULL ? pane->view->text : NULL;
    bool same = now != NULL && (path != NULL ? now->path != NULL && strcmp(now->path, path) == 0
                                             : now->path == NULL && strcmp(now->name, name) == 0);
    if (!same) {
        struct error error = { "" };
        struct text *text = NULL;
        if (path != NULL) {
            text = open_texts_begin(&session->open_texts, path, name, &error);
        } else {
            for (text = session->open_texts.texts; text != NULL; text = text->next)
                if (text->path == NULL && strcmp(text->name, name) == 0)
                    break;
            if (text != NULL)
                open_texts_hold(text);
            else
                error_set(&error, "%s: is no longer open", name);
        }
        if (text == NULL) {
            session_fail(session, "%s", error.text);
            return false;
        }
        session_show(session, pane, text);
    }
    pane->crosstab_shown = false;
    if (cursor >= pane->view->text->document->length)
        session_complete_text(session, pane->view);
    article_view_restore(pane->view, cursor, anchor);
    return true;
}

void session_show_list(struct session *session, struct pane *pane, struct list *list)
{
    if (pane->list != NULL)
        session_close_list(session, pane);
    pane->list = list;
    list_refresh(list);
    session_arrange(session);
}

void session_close_list(struct session *session, struct pane *pane)
{
    if (pane->list == NULL)
        return;
    SESSION_TELL(session, list_closed, (session, pane->list));
    struct pane *from = panes_by_id(&session->panes, pane->list->from);
    list_free(pane->list);
    pane->list = NULL;
    if (from != NULL)
        panes_focus(&session->panes, from);
}

struct pane *session_split(struct session *session, bool side_by_side)
{
    struct pane *pane = panes_split(&session->panes, side_by_side);
    if (pane == NULL) {
        session_fail(session, "split: there is no room for another pane");
        return NULL;
    }
    panes_focus(&session->panes, pane);
    panes_equalize(&session->panes);
    session_arrange(session);
    return pane;
}

/* ---- beside this pane ---- */

/* The pane that a note opens in: the next one, or this one where no other is seen. */
static struct pane *pane_for_note(struct session *session)
{
    struct panes *panes = &session->panes;
    if (panes_count(panes) < 2 || panes->zoomed || panes->cramped)
        return panes->focus;
    return panes_nth(panes, (panes_index(panes, panes->focus) + 1) % panes_count(panes));
}

void session_open_entity(struct session *session, uint32_t entity)
{
    const struct note *note = entity_index_note(known_names_entity_index(session), entity);
    struct pane *from = session_pane(session);
    struct pane *pane = from->view != NULL && from->view->text->page != NULL
                            ? from : pane_for_note(session);
    size_t jumps = pane->jumps.at;
    panes_focus(&session->panes, pane);
    if (!session_open_path(session, pane, note->path, note->id)) {
        panes_focus(&session->panes, from);
        return;
    }
    article_view_go(pane->view, 0);
    if (pane != from && pane->jumps.at > jumps)
        panes_came_from(&session->panes, pane, from);
}

static struct pane *pane_with(const struct panes *panes, const char *path)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(panes, i)) != NULL; i++)
        if (pane->view != NULL && pane->view->text->path != NULL &&
            strcmp(pane->view->text->path, path) == 0)
            return pane;
    return NULL;
}

bool session_go_beside(struct session *session, const char *path, const char *id, size_t offset)
{
    struct panes *panes = &session->panes;
    struct pane *from = panes->focus;
    struct pane *pane = panes->zoomed || panes->cramped ? from : pane_with(panes, path);
    pane = pane != NULL ? pane : pane_for_note(session);
    size_t jumps = pane->jumps.at;
    panes_focus(panes, pane);
    if (pane->view != NULL && pane->view->text->path != NULL &&
        strcmp(pane->view->text->path, path) == 0) {
        pane_remember(pane);
        if (pane->list != NULL)
            session_close_list(session, pane);
        pane->crosstab_shown = false;
    } else if (!session_open_path(session, pane, path, id)) {
        panes_focus(panes, from);
        return false;
    }
    session_complete_text(session, pane->view);
    article_view_go(pane->view, offset);
    if (pane != from && pane->jumps.at > jumps)
        panes_came_from(panes, pane, from);
    session_arrange(session);
    return true;
}
