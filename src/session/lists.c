#include "session/lists.h"

#include <stdlib.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "session/core.h"
#include "session/parts.h"
#include "session/open.h"

struct list *lists_make(struct session *session, struct pane *pane,
                        const struct list_source *source, const char *title)
{
    struct error error = { "" };
    struct list *list = list_new(source, title);
    bool ok = source->fill(session, pane, list, &error);
    bool empty = list->count == 0 && source->none != NULL;
    if (error.text[0] != '\0')
        session_fail(session, "%s", error.text);
    else if (ok && empty)
        session_say(session, "%s", message_text(source->none));
    if (ok && !empty)
        return list;
    list_free(list);
    return NULL;
}

struct list *lists_open(struct session *session, struct pane *pane,
                        const struct list_source *source, const char *title)
{
    struct list *list = lists_make(session, pane, source, title);
    if (list != NULL)
        session_show_list(session, pane, list);
    return list;
}

/* A note is found again by its id, else the row that has its place now is chosen. */
static void refill_list(struct session *session, struct pane *pane)
{
    struct list *list = pane->list;
    struct error error = { "" };
    const struct list_row *row = list_current(list);
    char *id = row != NULL ? xstrdup(row->id) : NULL;
    size_t current = list->current;
    list_clear(list);
    list->source->fill(session, pane, list, &error);
    if (error.text[0] != '\0')
        session_fail(session, "%s", error.text);
    list_refresh(list);
    list_go(list, current);
    if (list->source->notes)
        list_seek(list, id);
    free(id);
}

void lists_refill(struct session *session, const struct list_source *source)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->list != NULL && pane->list->source == source)
            refill_list(session, pane);
}

static void fill_anew(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->list != NULL && !pane->list->source->searched)
            refill_list(session, pane);
}

const struct session_part lists_part = { .language_changed = fill_anew };

struct pane *lists_target(struct session *session, enum view_target target)
{
    struct pane *pane = session_pane(session);
    if (target != VIEW_HERE)
        return session_split(session, target == VIEW_BESIDE);
    session_close_list(session, pane);
    return pane;
}

void lists_opened(struct session *session, struct pane *pane, bool ok, enum view_target target)
{
    if (!ok && pane->view == NULL && target != VIEW_HERE)
        panes_close(&session->panes, pane);
    session_arrange(session);
}

void lists_choose(struct session *session, struct list *list, enum view_target target)
{
    char *name = xstrdup(list_current(list)->target);
    struct pane *pane = lists_target(session, target);
    if (pane != NULL)
        lists_opened(session, pane, session_open(session, pane, name), target);
    free(name);
}
