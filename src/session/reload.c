#include "session/reload.h"

#include <stdlib.h>
#include <string.h>

#include "query/position_remap.h"
#include "session/core.h"
#include "session/parts.h"

static void move(const struct remap *remap, size_t *offset)
{
    *offset = position_remap_offset(remap, *offset);
}

static bool leads_to(const struct text *text, const char *name, const char *path)
{
    if (path != NULL)
        return text->path != NULL && strcmp(text->path, path) == 0;
    return name != NULL && strcmp(text->name, name) == 0;
}

static void move_jumps(const struct text *text, const struct remap *remap, struct jumps *jumps)
{
    for (size_t i = 0; i < jumps->count; i++) {
        struct jump *jump = &jumps->items[i];
        if (jump->from_text == text) {
            move(remap, &jump->from_cursor);
            move(remap, &jump->from_anchor);
        }
        if (jump->is_cell || !leads_to(text, jump->name, jump->path))
            continue;
        move(remap, &jump->cursor);
        move(remap, &jump->anchor);
    }
}

/* Rows without a target lead into the text that the list lies over. */
static void move_rows(const struct text *text, const struct remap *remap, const struct pane *pane)
{
    bool own = pane->view != NULL && pane->view->text == text;
    for (size_t i = 0; i < pane->list->count; i++) {
        struct list_row *row = &pane->list->items[i];
        bool here = row->target == NULL ? own : leads_to(text, row->target, NULL);
        if (here && row->offset > 0)
            move(remap, &row->offset);
    }
}

static void move_view(struct session *session, const struct remap *remap, struct pane *pane)
{
    struct article_view *view = pane->view;
    struct area area = pane_text_area(pane);
    size_t cursor = position_remap_offset(remap, view->cursor);
    size_t anchor = position_remap_offset(remap, view->anchor);
    move(remap, &pane->before_jump);
    move(remap, &pane->selection.anchor);
    move(remap, &pane->selection.head);
    article_view_document_changed(view, &session->options);
    article_view_resize(view, area.columns, area.rows, &session->options);
    article_view_restore(view, cursor, anchor);
    SESSION_TELL(session, view_remade, (session, view));
}

static void move_all(struct session *session, const struct text *text, const struct remap *remap)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        move_jumps(text, remap, &pane->jumps);
        if (pane->list != NULL)
            move_rows(text, remap, pane);
        if (pane->view != NULL && pane->view->text == text)
            move_view(session, remap, pane);
    }
    SESSION_TELL(session, offsets_moved, (session, text, remap));
}

void session_text_moved(struct session *session, struct text *text, struct document *old)
{
    SESSION_TELL(session, text_replaced, (session, text, old));
    const struct document *new = text->document;
    struct remap remap = position_remap_between(old->text, old->length, new->text, new->length);
    move_all(session, text, &remap);
    document_free(old);
}

bool session_reload_text(struct session *session, struct text *text)
{
    struct error error = { "" };
    struct document *old = NULL;
    if (text->path == NULL)
        error_set(&error, "%s: is made by the program, there is no file to read again", text->name);
    else
        old = open_texts_reload(&session->open_texts, text, &error);
    if (old == NULL) {
        session_fail(session, "%s; the text stays as it was read before", error.text);
        return false;
    }
    open_texts_hold(text); /* the coupling that is dropped may be the last that keeps it */
    session_text_moved(session, text, old);
    SESSION_TELL(session, layout, (session));
    open_texts_release(&session->open_texts, text);
    return true;
}

bool session_take_wish(struct session *session)
{
    struct reader_wish wish = { .raw = session->options.raw != 0 };
    size_t length = strlen(session->options.encoding);
    memcpy(wish.encoding, session->options.encoding,
           length < sizeof wish.encoding ? length : sizeof wish.encoding - 1);
    struct reader_wish *now = &session->open_texts.wish;
    bool fresh = wish.raw != now->raw || strcmp(wish.encoding, now->encoding) != 0;
    *now = wish;
    return fresh;
}

bool session_reload_all(struct session *session)
{
    bool ok = true;
    struct text *text = NULL;
    while (ok && (text = open_texts_walk(&session->open_texts, text)) != NULL)
        ok = text->path == NULL || text->page != NULL || session_reload_text(session, text) ||
             text->loader != NULL;
    if (!ok)
        open_texts_release(&session->open_texts, text);
    return ok;
}

/* ---- read to the end ---- */

void session_relayout(struct session *session, struct text *text)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        if (pane->view == NULL || pane->view->text != text)
            continue;
        size_t cursor, anchor;
        article_view_place(pane->view, &cursor, &anchor);
        struct area area = pane_text_area(pane);
        article_view_document_changed(pane->view, &session->options);
        article_view_resize(pane->view, area.columns, area.rows, &session->options);
        article_view_restore(pane->view, cursor, anchor);
        SESSION_TELL(session, view_remade, (session, pane->view));
    }
}

static void replace_document(struct session *session, struct text *text, struct document *old)
{
    SESSION_TELL(session, text_replaced, (session, text, old));
    session_relayout(session, text);
    document_free(old);
}

/* True when the text is another one now, or will never be one. */
static bool take_text(struct session *session, struct text *text, bool wait)
{
    bool again = false;
    bool waited = text->converting && text->fault == NULL;
    struct document *old = open_texts_complete(text, wait, &again);
    if (old != NULL && again) {
        session_text_moved(session, text, old);
        SESSION_TELL(session, layout, (session));
    } else if (old != NULL) {
        replace_document(session, text, old);
    }
    bool arrived = waited && (old != NULL || text->fault != NULL);
    if (arrived)
        SESSION_TELL(session, text_arrived, (session, text));
    return old != NULL || arrived;
}

void session_complete_texts(struct session *session)
{
    struct text *text = NULL;
    while ((text = open_texts_walk(&session->open_texts, text)) != NULL)
        if (text->loader != NULL && text->document->partial && !text->converting)
            (void)take_text(session, text, true);
}

bool session_poll_texts(struct session *session, bool wait)
{
    bool changed = false;
    struct text *text = NULL;
    while ((text = open_texts_walk(&session->open_texts, text)) != NULL)
        changed = take_text(session, text, wait) || changed;
    const struct session_part *const *part = session->parts;
    for (; *part != NULL; part++)
        if ((*part)->poll != NULL)
            changed = (*part)->poll(session, wait) || changed;
    return changed;
}

void session_complete_text(struct session *session, struct article_view *view)
{
    session_complete_whole(session, view->text);
}

void session_complete_whole(struct session *session, struct text *text)
{
    if (text->loader != NULL && text->document->partial && !text->converting)
        (void)take_text(session, text, true);
}
