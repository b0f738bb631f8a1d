#include "session/library_add.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "library/collection_list.h"
#include "query/addition_worker.h"
#include "query/story_file.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/long_work.h"
#include "session/open.h"
#include "session/parts.h"
#include "session/reload.h"

#define BETWEEN 100 /* milliseconds between two looks at the thread */

struct library_add {
    struct addition_worker *worker; /* NULL: nothing is being added */
    struct long_work work;
};

SESSION_STATE(library_add, library_add_part)

/* ---- adding ---- */

static void tell_end(struct session *session, const struct addition_report *report)
{
    if (report->failed > 0)
        session_fail(session, "add: %zu added, %zu there already, %zu failed: %s", report->added,
                     report->there, report->failed, report->error.text);
    else if (report->looked == 0)
        session_fail(session, "add: %s", report->error.text);
    else if (report->added == 0)
        session_say(session, "add: your library has all of it already");
    else
        session_say(session, "add: %zu added to your library, %zu there already", report->added,
                    report->there);
}

static void end(struct session *session)
{
    struct library_add *state = state_of(session);
    addition_worker_free(state->worker);
    state->worker = NULL;
    long_work_end(session, &state->work);
}

static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    struct library_add *state = state_of(session);
    (void)line;
    (void)count;
    if (state->worker == NULL || !long_work_is_stopped_by(command))
        return false;
    struct addition_report report = addition_worker_report(state->worker, false);
    end(session);
    session_say(session, "add: stopped: %zu of %zu were looked at", report.looked, report.count);
    if (session->collection != NULL)
        lists_refill(session, &lists_library);
    return true;
}

static bool poll(struct session *session, bool wait)
{
    struct library_add *state = state_of(session);
    if (state->worker == NULL)
        return false;
    struct addition_report report = addition_worker_report(state->worker, wait);
    if (!report.ended)
        return long_work_tell(session, &state->work, _("adding"), report.looked, report.count);
    tell_end(session, &report);
    end(session);
    if (session->collection != NULL)
        lists_refill(session, &lists_library);
    return true;
}

static char *library_folder(const struct session *session)
{
    return session->around.data_folder != NULL
               ? file_join(session->around.data_folder, COLLECTION_LIST_LIBRARY)
               : NULL;
}

/* The tutor's pages are the program's: who says :add there means something else. */
static bool is_tutor(const struct session *session, const char *path)
{
    char *name = session->around.standard != NULL ? xasprintf("%s/../tutor", session->around.standard) : NULL;
    char *folder = name != NULL ? realpath(name, NULL) : NULL;
    char *real = realpath(path, NULL);
    size_t length = folder != NULL ? strlen(folder) : 0;
    bool is = folder != NULL && real != NULL && strncmp(real, folder, length) == 0 && real[length] == '/';
    free(name);
    free(folder);
    free(real);
    return is;
}

void library_add_run(struct session *session, const struct invocation *invocation)
{
    const struct article_view *view = session_view(session);
    const char *name = invocation->argument;
    struct addition_list list = { 0 };
    struct error error;
    if (*name == '\0' && view != NULL && view->text->path != NULL &&
        !is_tutor(session, view->text->path))
        name = view->text->path;
    char *library = library_folder(session), *path = session_typed_path(session, name);
    if (state_of(session)->worker != NULL)
        session_fail(session, "add: is still adding what you named before");
    else if (library == NULL)
        session_fail(session, "add: there is no home folder to keep a library in");
    else if (*name == '\0')
        session_fail(session, "add: which file or folder?");
    else if (!addition_list_take(&list, path, &error))
        session_fail(session, "add: %s", error.text);
    else
        state_of(session)->worker = addition_worker_start(
            library, session->around.data_folder, session->around.cache_folder,
            session->open_texts.conversion, &list);
    addition_list_free(&list);
    free(library);
    free(path);
}

/* ---- stories ---- */

void library_add_run_story(struct session *session, const struct invocation *invocation)
{
    struct text *text = session_view(session)->text;
    struct error error;
    char *library = library_folder(session);
    const char *story = invocation->argument;
    if (text->path == NULL || library == NULL)
        session_fail(session, "story: this text is no article");
    else if (*story == '\0')
        session_fail(session, "story: which one? :story NAME");
    else if (!story_file_set(library, text->path, story, &error))
        session_fail(session, "%s", error.text);
    else if (session_reload_text(session, text))
        session_say(session, "%s: is in the story %s now", text->name, story);
    free(library);
}

/* ---- collections ---- */

static bool fill_collections(struct session *session, struct pane *pane, struct list *list,
                             struct error *error)
{
    struct collection_list found = { 0 };
    (void)pane;
    (void)error;
    collection_list_read(session->around.data_folder, session->around.standard, &found);
    for (size_t i = 0; i < found.count; i++) {
        const struct listed_collection *item = &found.items[i];
        char *detail = xasprintf("%s · %s", item->title, item->folder);
        list_add(list, item->name, detail, item->folder, 0, 0);
        free(detail);
    }
    collection_list_free(&found);
    return true;
}

static void choose_collection(struct session *session, struct list *list, enum view_target target)
{
    char *folder = xstrdup(list_current(list)->target);
    struct pane *pane = lists_target(session, target);
    bool ok = pane != NULL && session_open(session, pane, folder);
    if (pane != NULL)
        lists_opened(session, pane, ok, target);
    free(folder);
}

const struct list_source lists_collections = {
    .name = "collections",
    .title = N_("collections"),
    .none = "collection: there is none; :add makes a library of your own",
    .hint = LISTS_HINT,
    .fill = fill_collections,
    .choose = choose_collection,
};

void library_add_run_collection(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    if (*invocation->argument == '\0') {
        lists_open(session, pane, &lists_collections, NULL);
        return;
    }
    char *path = session_typed_path(session, invocation->argument);
    char *folder = collection_list_folder(session->around.data_folder, session->around.standard, path);
    free(path);
    if (!file_is_folder(folder))
        session_fail(session, "collection: %s: there is none of that name, and no such folder",
                     invocation->argument);
    else if (session_open(session, pane, folder))
        session_arrange(session);
    free(folder);
}

static int timeout(const struct session *session)
{
    return state_of(session)->worker != NULL ? BETWEEN : -1;
}

const struct session_part library_add_part = {
    .size = sizeof(struct library_add),
    .timeout = timeout,
    .before_command = before_command,
    .poll = poll,
    .free = end,
};
