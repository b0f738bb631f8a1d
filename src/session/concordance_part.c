/* Concordances in the room: a page that grows while a thread goes through the library. */
#include <stdlib.h>
#include <string.h>

#include "page/concordance_page.h"
#include "page/concordance_worker.h"
#include "session/core.h"
#include "base/xalloc.h"

#define POLL_TIME 20 /* milliseconds */

struct gathering {
    struct memory *memory;         /* NULL until it is asked for */
    struct concordance_work *work; /* NULL: nothing grows */
    struct text *text;             /* that grows; the shelf keeps it */
    char *from;                    /* id of the article where it was asked for, NULL none */
    size_t offset;                 /* and the place there */
};

static void stop_work(struct gathering *gathering)
{
    concordance_work_free(gathering->work);
    free(gathering->from);
    gathering->work = NULL;
    gathering->text = NULL;
    gathering->from = NULL;
}

void room_concordance_forget(struct session *session)
{
    if (session->gathering == NULL)
        return;
    stop_work(session->gathering);
    memory_free(session->gathering->memory);
    free(session->gathering);
    session->gathering = NULL;
}

/* ---- the page ---- */

/* The row of the place that the reader came from. */
static void go_to_origin(struct session *session, const struct gathering *gathering)
{
    const struct document *document = gathering->text->document;
    struct pane *pane;
    size_t at = 0;
    while (at < document->link_count &&
           (gathering->from == NULL || document->links[at].place != gathering->offset ||
            document->blocks[document_block_at(document, document->links[at].span.start)].kind !=
                BLOCK_CONTEXT ||
            strcmp(document->links[at].target, gathering->from) != 0))
        at++;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        if (at == document->link_count || pane->view == NULL ||
            pane->view->text != gathering->text || pane->view->cursor > 0)
            continue;
        view_go(pane->view, document->links[at].span.start);
        view_place_cursor(pane->view, 1);
    }
}

bool room_concordance_poll(struct session *session, bool wait)
{
    struct gathering *gathering = session->gathering;
    if (gathering == NULL || gathering->work == NULL)
        return false;
    struct document *page = concordance_work_take(gathering->work, wait);
    if (page == NULL)
        return false;
    struct document *old = gathering->text->document;
    gathering->text->document = page;
    room_text_moved(session, gathering->text, old);
    go_to_origin(session, gathering);
    if (concordance_work_is_done(gathering->work))
        stop_work(gathering);
    return true;
}

int room_concordance_timeout(const struct session *session)
{
    return session->gathering != NULL && session->gathering->work != NULL ? POLL_TIME : -1;
}

/* ---- the command ---- */

static struct text *page_called(struct session *session, const char *name)
{
    struct text *text = session->shelf.texts;
    while (text != NULL && (text->path != NULL || strcmp(text->name, name) != 0))
        text = text->next;
    return text;
}

static struct memory *memory_of(struct session *session)
{
    if (session->gathering == NULL)
        session->gathering = xcalloc(1, sizeof *session->gathering);
    struct gathering *gathering = session->gathering;
    stop_work(gathering);
    memory_free(gathering->memory); /* articles may have come, gone or changed */
    gathering->memory = memory_new(session->collection, room_pairing(session),
                                   session->names.gazetteer, session->around.cache_folder);
    return gathering->memory;
}

/* A page of that name that is there already is made anew. */
static void show_page(struct session *session, const char *term, struct document *document)
{
    struct gathering *gathering = session->gathering;
    struct pane *pane = room_pane(session);
    char *name = xasprintf("concordance %s", term);
    struct text *text = page_called(session, name);
    if (pane->view != NULL)
        pane_remember(pane);
    if (text == NULL) {
        text = shelf_adopt(&session->shelf, name, document);
        text->made_of_rows = true;
        shelf_hold(text); /* stays on the shelf for the jump list */
    } else {
        struct document *old = text->document;
        text->document = document;
        room_text_moved(session, text, old);
        shelf_hold(text);
    }
    gathering->text = text;
    room_show(session, pane, text);
    view_go(pane->view, 0);
    free(name);
}

static void remember_origin(struct session *session, bool typed)
{
    const struct view *view = room_view(session);
    struct span word;
    if (typed || view == NULL || !room_word_here(session, &word))
        return;
    session->gathering->from = xstrdup(view->text->name);
    session->gathering->offset = word.start;
}

void concordance_part_run(struct session *session, const struct invocation *invocation)
{
    bool typed = *invocation->argument != '\0';
    char *term = typed ? xstrdup(invocation->argument) : room_selected_words(session);
    term = term != NULL ? term : room_term_here(session);
    if (term == NULL) {
        room_say(session, "concordance: no word under the cursor; :concordance TERM takes any");
        return;
    }
    if (session->collection == NULL) {
        room_fail(session, "concordance: no collection is open to go through");
        free(term);
        return;
    }
    const struct lookup *lookup = room_sources(session);
    struct memory *memory = memory_of(session);
    struct concordance *concordance =
        concordance_new(memory, lookup, session->names.gazetteer, term, strlen(term));
    remember_origin(session, typed);
    show_page(session, term, concordance_page_compose(concordance, memory, term));
    session->gathering->work = concordance_work_start(memory, concordance, term);
    free(term);
}
