#include "session/concordance_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/span.h"
#include "base/xalloc.h"
#include "page/concordance_page.h"
#include "page/concordance_worker.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/long_work.h"
#include "session/lookup_part.h"
#include "session/open.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/selecting.h"

#define POLL_TIME 20 /* milliseconds */

struct concordance_job {
    struct translation_memory *memory; /* NULL until it is asked for */
    struct concordance_work *work; /* NULL: nothing grows */
    struct text *text;             /* that grows; the shelf keeps it */
    char *from;                    /* id of the article where it was asked for, NULL none */
    size_t offset;                 /* and the place there */
    struct long_work progress;
};

SESSION_STATE(concordance_job, concordance_part)

static void stop_work(struct session *session, struct concordance_job *job)
{
    long_work_end(session, &job->progress);
    concordance_work_free(job->work);
    free(job->from);
    job->work = NULL;
    job->text = NULL;
    job->from = NULL;
}

static void forget(struct session *session)
{
    struct concordance_job *job = state_of(session);
    stop_work(session, job);
    translation_memory_free(job->memory);
    job->memory = NULL;
}

/* ---- the page ---- */

/* The row of the place that the reader came from. */
static void go_to_origin(struct session *session, const struct concordance_job *job)
{
    const struct document *document = job->text->document;
    struct pane *pane;
    size_t at = 0;
    while (at < document->link_count &&
           (job->from == NULL || document->links[at].place != job->offset ||
            document->blocks[document_block_at(document, document->links[at].span.start)].kind !=
                BLOCK_CONTEXT ||
            strcmp(document->links[at].target, job->from) != 0))
        at++;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        if (at == document->link_count || pane->view == NULL ||
            pane->view->text != job->text || pane->view->cursor > 0)
            continue;
        article_view_go(pane->view, document->links[at].span.start);
        article_view_place_cursor(pane->view, 1);
    }
}

static bool poll(struct session *session, bool wait)
{
    struct concordance_job *job = state_of(session);
    if (job->work == NULL)
        return false;
    struct document *page = concordance_work_take(job->work, wait);
    size_t done, count;
    concordance_work_progress(job->work, &done, &count);
    bool told = page == NULL && count > 0 &&
                long_work_tell(session, &job->progress, _("looking for it"), done, count);
    if (page == NULL)
        return told;
    struct document *old = job->text->document;
    job->text->document = page;
    session_text_moved(session, job->text, old);
    go_to_origin(session, job);
    if (concordance_work_is_done(job->work))
        stop_work(session, job);
    return true;
}

/* What was found stays. */
static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    struct concordance_job *job = state_of(session);
    size_t done, all;
    (void)line;
    (void)count;
    if (job->work == NULL || !long_work_is_stopped_by(command))
        return false;
    concordance_work_progress(job->work, &done, &all);
    if (all == 0) /* the worker has not begun */
        (void)collection_articles(session->collection, &all);
    stop_work(session, job);
    session_say(session, "concordance: stopped: %zu of %zu articles were looked at", done, all);
    return true;
}

static int timeout(const struct session *session)
{
    return state_of(session)->work != NULL ? POLL_TIME : -1;
}

/* ---- the command ---- */

static struct text *page_called(struct session *session, const char *name)
{
    struct text *text = session->open_texts.texts;
    while (text != NULL && (text->path != NULL || strcmp(text->name, name) != 0))
        text = text->next;
    return text;
}

static struct translation_memory *memory_of(struct session *session)
{
    struct concordance_job *job = state_of(session);
    stop_work(session, job);
    translation_memory_free(job->memory); /* articles may have come, gone or changed */
    job->memory =
        translation_memory_new(session->collection, lookup_part_aligner(session),
                               known_names_entity_index(session), session->around.cache_folder,
                               session->open_texts.conversion);
    /* files of no collection, too, that stand in panes */
    const struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        const struct text *text = pane->view != NULL ? pane->view->text : NULL;
        struct error error = { "" };
        if (text != NULL && text->path != NULL)
            (void)translation_memory_add(job->memory, text->path, text->name, &error);
    }
    return job->memory;
}

/* A page of that name that is there already is made anew. */
static void show_page(struct session *session, const char *term, struct document *document)
{
    struct concordance_job *job = state_of(session);
    struct pane *pane = session_pane(session);
    char *name = xasprintf("concordance %s", term);
    struct text *text = page_called(session, name);
    if (pane->view != NULL)
        pane_remember(pane);
    if (text == NULL) {
        text = open_texts_adopt(&session->open_texts, name, document);
        text->made_of_rows = true;
        open_texts_hold(text); /* stays on the shelf for the jump list */
    } else {
        struct document *old = text->document;
        text->document = document;
        session_text_moved(session, text, old);
        open_texts_hold(text);
    }
    job->text = text;
    session_show(session, pane, text);
    article_view_go(pane->view, 0);
    free(name);
}

static void remember_origin(struct session *session, bool typed)
{
    const struct article_view *view = session_view(session);
    struct span word;
    if (typed || view == NULL || !lookup_part_word(session, &word))
        return;
    state_of(session)->from = xstrdup(view->text->name);
    state_of(session)->offset = word.start;
}

void concordance_part_run(struct session *session, const struct invocation *invocation)
{
    bool typed = *invocation->argument != '\0';
    char *term = typed ? xstrdup(invocation->argument) : selecting_words(session);
    term = term != NULL ? term : lookup_part_term(session);
    if (term == NULL) {
        session_say(session, "concordance: no word under the cursor; :concordance TERM takes any");
        return;
    }
    if (session->collection == NULL) {
        session_fail(session, "concordance: no collection is open to go through");
        free(term);
        return;
    }
    const struct lookup *lookup = lookup_part_sources(session);
    struct translation_memory *memory = memory_of(session);
    struct concordance *concordance =
        concordance_new(memory, lookup, known_names_entity_index(session), term, strlen(term));
    remember_origin(session, typed);
    show_page(session, term, concordance_page_compose(concordance, memory, term));
    state_of(session)->work = concordance_work_start(memory, concordance, term);
    free(term);
}

const struct session_part concordance_part = {
    .size = sizeof(struct concordance_job),
    .names_forgotten = forget,
    .sources_forgotten = forget,
    .before_command = before_command,
    .timeout = timeout,
    .poll = poll,
    .free = forget,
};
