/* Commands that open lists, and those that work in them. */
#include "command/table.h"
#include "session/core.h"
#include "session/open.h"
#include "session/crosstabs.h"
#include "session/search.h"
#include "session/library_add.h"
#include "session/lists.h"

static void run_outline(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct article_view *view = session_view(session);
    struct list *list = lists_open(session, session_pane(session), &lists_outline, view->text->title);
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (list->items[i].offset <= view->cursor)
            list_go(list, i);
}

static void run_library(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    if (session->collection == NULL) {
        session_fail(session, "library: no collection is open; :open FOLDER opens one");
        return;
    }
    struct pane *pane = session_pane(session);
    struct list *list =
        lists_open(session, pane, &lists_library, collection_title(session->collection));
    if (list != NULL && pane->view != NULL)
        list_seek(list, pane->view->text->name);
    if (list != NULL && list->count == 0)
        session_say(session, "%s: holds no article yet", collection_folder(session->collection));
}

static void run_choose(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    if (view->choose != NULL)
        view->choose(session, pane, (enum view_target)invocation->variant);
    else
        session_say(session, "nothing to choose here");
}

static void run_list_filter(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    if (view->filter == NULL)
        session_fail(session, "list-filter: no list is open");
    else if (*invocation->argument == '\0')
        session_open_prompt(session, &row_filter_prompt, view->filter_words(pane));
    else
        view->filter(session, pane, invocation->argument);
}

static void run_list_sort(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    (void)invocation;
    if (view->sort != NULL)
        view->sort(session, pane);
    else
        session_fail(session, "list-sort: no list is open");
}

static void run_close_list(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    (void)invocation;
    if (view->close != NULL)
        view->close(session, pane);
    else
        session_fail(session, "close-list: no list is open");
}

/* clang-format off */
const struct command list_commands[] = {
    { "outline", "", "the article's headings (or paragraphs) to choose from", GROUP_OTHER, COMMAND_TEXT, 0, run_outline },
    { "library", "", "the articles to choose from", GROUP_OTHER, 0, 0, run_library },
    { "collection", "[NAME|FOLDER]", "list of your collections; opens one", GROUP_OTHER, 0, 0, library_add_run_collection },
    { "add", "[FILE|FOLDER]", "take the text, a file or a folder into a library of your own", GROUP_OTHER, 0, 0, library_add_run },
    { "story", "NAME", "put the article of your library into a story", GROUP_OTHER, COMMAND_TEXT, 0, library_add_run_story },
    { "choose", "", "open the chosen row; in a table, go to the first mention", GROUP_LISTS, 0, 0, run_choose },
    { "choose-beside", "", "open it in a pane beside", GROUP_LISTS, 0, 1, run_choose },
    { "choose-below", "", "open it in a pane below", GROUP_LISTS, 0, 2, run_choose },
    { "list-filter", "[WORDS]", "show only rows with these words", GROUP_LISTS, 0, 0, run_list_filter },
    { "list-sort", "", "sort by name, and back; a table by total, name, type", GROUP_LISTS, 0, 0, run_list_sort },
    { "only-here", "", "in a table, only what this article alone mentions; then what it lacks; then all", GROUP_LISTS, 0, 0, crosstabs_run_only },
    { "close-list", "", "close the list", GROUP_LISTS, 0, 0, run_close_list },
    { .name = NULL },
};
/* clang-format on */
