#include "session/core.h"
#include "session/views.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "text/sanitize.h"

struct pane *room_pane(struct session *session)
{
    return session->panes.focus;
}

struct view *room_view(struct session *session)
{
    return pane_view(session->panes.focus);
}

enum keymap_mode room_mode(struct session *session)
{
    enum keymap_mode mode = views_top(session->panes.focus)->mode;
    return room_is_selecting(session) ? mode | KEYMAP_SELECT : mode;
}

static void set_message(struct session *session, bool is_error, const char *format, va_list args)
{
    char text[ERROR_SIZE];
    if (vsnprintf(text, sizeof text, format, args) < 0)
        text[0] = '\0';
    buffer_truncate(&session->message.text, 0);
    sanitize_line(&session->message.text, text, strlen(text));
    session->message.is_error = is_error;
}

void room_say(struct session *session, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_message(session, false, format, args);
    va_end(args);
}

void room_fail(struct session *session, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_message(session, true, format, args);
    va_end(args);
}

void room_arrange(struct session *session)
{
    hints_clear(&session->hints);
    int rows = session->rows - 2;
    panes_arrange(&session->panes, 0, 0, rows < 1 ? 1 : rows, session->columns);
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        views_resize(session, pane);
    room_tag_names(session);
}

void room_show(struct session *session, struct pane *pane, struct text *text)
{
    if (pane->list != NULL)
        room_close_list(session, pane);
    pane->matrix_shown = false;
    pane->selection = (struct selection){ 0 };
    if (pane->view != NULL) {
        visit_note_place(session, pane->view);
        view_free(pane->view);
    }
    room_prepare_text(session, text);
    pane->view = view_new(&session->shelf, text, &session->options);
    session->search.counted = NULL;
    room_arrange(session);
}

bool room_open_path(struct session *session, struct pane *pane, const char *path,
                    const char *name)
{
    struct error error = { "" };
    struct text *text = shelf_open(&session->shelf, path, name, &error);
    if (text == NULL) {
        room_fail(session, "%s", error.text);
        return false;
    }
    if (pane->view != NULL && pane->view->text != text)
        pane_remember(pane);
    room_show(session, pane, text);
    if (text->document->repaired.ill_formed > 0)
        room_say(session, "%s: is not all UTF-8: %zu places show as \uFFFD", file_base_name(path),
                 text->document->repaired.ill_formed);
    else if (text->document->frontmatter->fault != NULL)
        room_say(session, "%s:%u: front matter: %s", file_base_name(path),
                 text->document->frontmatter->fault_line, text->document->frontmatter->fault);
    size_t cursor;
    size_t anchor;
    if (session->options.remember && visit_find_place(session, path, &cursor, &anchor))
        view_restore(pane->view, cursor, anchor);
    return true;
}

/* A folder becomes the library, and its list opens. */
static bool open_folder(struct session *session, const char *path)
{
    struct error error = { "" };
    struct collection *collection =
        collection_open(path, session->around.cache_folder, &error);
    if (collection == NULL) {
        room_fail(session, "%s", error.text);
        return false;
    }
    room_library_stop(session);
    room_drop_matrices(session);
    room_forget_names(session);
    collection_free(session->collection);
    session->collection = collection;
    command_run_line(session, "library", 1, false);
    return true;
}

bool room_open(struct session *session, struct pane *pane, const char *name)
{
    struct target target = { 0 };
    struct error error = { "" };
    if (!target_resolve(session->collection, name, &target, &error)) {
        room_fail(session, "%s", error.text);
        return false;
    }
    bool ok;
    if (target.kind == TARGET_FOLDER) {
        panes_focus(&session->panes, pane);
        ok = open_folder(session, target.path);
    } else {
        ok = room_open_path(session, pane, target.path, target.id);
    }
    target_free(&target);
    return ok;
}

bool room_go(struct session *session, struct pane *pane, const char *name, const char *path,
             size_t cursor, size_t anchor)
{
    if (pane->list != NULL)
        room_close_list(session, pane);
    struct text *now = pane->view != NULL ? pane->view->text : NULL;
    bool same = now != NULL && (path != NULL ? now->path != NULL && strcmp(now->path, path) == 0
                                             : now->path == NULL && strcmp(now->name, name) == 0);
    if (!same) {
        struct error error = { "" };
        struct text *text = NULL;
        if (path != NULL) {
            text = shelf_open(&session->shelf, path, name, &error);
        } else {
            for (text = session->shelf.texts; text != NULL; text = text->next)
                if (text->path == NULL && strcmp(text->name, name) == 0)
                    break;
            if (text != NULL)
                shelf_hold(text);
            else
                error_set(&error, "%s: is no longer open", name);
        }
        if (text == NULL) {
            room_fail(session, "%s", error.text);
            return false;
        }
        room_show(session, pane, text);
    }
    pane->matrix_shown = false;
    if (cursor >= pane->view->text->document->length)
        room_complete_text(session, pane->view);
    view_restore(pane->view, cursor, anchor);
    return true;
}

void room_document_replaced(struct session *session, struct text *text)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        if (pane->view == NULL || pane->view->text != text)
            continue;
        size_t cursor = pane->view->cursor;
        size_t anchor = pane->view->anchor;
        struct area area = pane_area(pane);
        view_document_changed(pane->view, &session->options);
        view_resize(pane->view, area.columns, area.rows, &session->options);
        view_restore(pane->view, cursor, anchor);
    }
    room_tag_names(session);
}

static void replace_document(struct session *session, struct text *text, struct document *old)
{
    room_uncouple_text(session, text);
    room_find_mentions_in(session, text);
    room_document_replaced(session, text);
    if (session->search.counted == old)
        session->search.counted = NULL;
    document_free(old);
}

bool room_poll_texts(struct session *session, bool wait)
{
    bool changed = false;
    for (struct text *text = session->shelf.texts; text != NULL; text = text->next) {
        struct document *old = shelf_complete(text, wait);
        if (old != NULL) {
            replace_document(session, text, old);
            changed = true;
        }
    }
    changed = room_look_poll(session, wait) || changed;
    return room_concordance_poll(session, wait) || changed;
}

void room_complete_text(struct session *session, struct view *view)
{
    struct document *old = shelf_complete(view->text, true);
    if (old != NULL)
        replace_document(session, view->text, old);
}

void room_show_list(struct session *session, struct pane *pane, struct list *list)
{
    if (pane->list != NULL)
        room_close_list(session, pane);
    pane->list = list;
    list_refresh(list);
    room_arrange(session);
}

void room_close_list(struct session *session, struct pane *pane)
{
    if (pane->list == NULL)
        return;
    if (session->library_search.list == pane->list)
        room_library_stop(session);
    struct pane *from = panes_by_id(&session->panes, pane->list->from);
    list_free(pane->list);
    pane->list = NULL;
    if (from != NULL)
        panes_focus(&session->panes, from);
}

struct pane *room_split(struct session *session, bool side_by_side)
{
    struct pane *pane = panes_split(&session->panes, side_by_side);
    if (pane == NULL) {
        room_fail(session, "split: there is no room for another pane");
        return NULL;
    }
    panes_focus(&session->panes, pane);
    panes_equalize(&session->panes);
    room_arrange(session);
    return pane;
}

static void clear_outbox(struct outbox *outbox)
{
    for (size_t i = 0; i < sizeof outbox->argv / sizeof outbox->argv[0]; i++) {
        free(outbox->argv[i]);
        outbox->argv[i] = NULL;
    }
    buffer_truncate(&outbox->input, 0);
    outbox->request = (struct request){ .kind = REQUEST_NONE };
}

void room_request(struct session *session, enum request_kind kind)
{
    clear_outbox(&session->outbox);
    session->outbox.request.kind = kind;
}

void room_run(struct session *session, const char *const *argv, const char *input, size_t length,
              bool wait_for_key)
{
    struct outbox *outbox = &session->outbox;
    size_t room = sizeof outbox->argv / sizeof outbox->argv[0] - 1;
    clear_outbox(outbox);
    for (size_t i = 0; i < room && argv[i] != NULL; i++)
        outbox->argv[i] = xstrdup(argv[i]);
    buffer_add(&outbox->input, input != NULL ? input : "", length);
    outbox->request = (struct request){
        .kind = REQUEST_RUN,
        .argv = (const char *const *)outbox->argv,
        .input = input != NULL ? buffer_text(&outbox->input) : NULL,
        .input_length = length,
        .wait_for_key = wait_for_key,
    };
}

void room_open_prompt(struct session *session, const struct prompt_ops *ops, const char *text)
{
    prompt_open(&session->prompt, ops, text);
    buffer_truncate(&session->message.text, 0);
}
