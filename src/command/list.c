/* Commands that open lists, and those that work in them. */
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
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
        list_seek(list, lists_library_row(session, pane->view->text->name));
    if (list != NULL && list->count == 0)
        session_say(session, "%s: holds no article yet", collection_folder(session->collection));
}

static void run_places(struct session *session, const struct invocation *invocation)
{
    const struct list_source *source = invocation->variant == 0 ? &lists_marks : &lists_jumps;
    lists_open(session, session_pane(session), source, NULL);
}

/* The article `step` behind the one at `index`, of the same language where that is known; around
 * the end. */
static const struct article *article_beside(const struct article *articles, size_t count,
                                            size_t index, long step)
{
    const char *lang = articles[index].lang;
    size_t at = index;
    for (long left = step < 0 ? -step : step; left > 0; left--)
        do
            at = step > 0 ? (at + 1) % count : (at + count - 1) % count;
        while (at != index && strcmp(articles[at].lang, lang) != 0);
    return &articles[at];
}

static void run_step_article(struct session *session, const struct invocation *invocation)
{
    struct error error = { "" };
    size_t count = 0;
    const struct pane *pane = session_pane(session);
    const char *path = pane->view != NULL ? pane->view->text->path : NULL;
    if (session->collection != NULL && !collection_scan(session->collection, &error)) {
        session_fail(session, "%s", error.text);
        return;
    }
    const struct article *here = session->collection != NULL && path != NULL
                                     ? collection_by_path(session->collection, path) : NULL;
    if (here == NULL) {
        session_fail(session, "this text is not in the library; L opens that");
        return;
    }
    const struct article *articles = collection_articles(session->collection, &count);
    long step = (invocation->count % 10000) * invocation->variant;
    char *id = xstrdup(article_beside(articles, count, (size_t)(here - articles), step)->id);
    if (session_open(session, session_pane(session), id))
        session_arrange(session);
    free(id);
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
    { "library", "", "the articles to choose from", GROUP_OTHER, COMMAND_LIBRARY, 0, run_library },
    { "collection", "[NAME|FOLDER]", "list of your collections; opens one", GROUP_OTHER, 0, 0, library_add_run_collection },
    { "add", "[FILE|FOLDER]", "take the text, a file or a folder into a library of your own", GROUP_OTHER, 0, 0, library_add_run },
    { "story", "NAME", "put the article of your library into a story", GROUP_OTHER, COMMAND_TEXT, 0, library_add_run_story },
    { "next-article", "", "the next article of the library, in this language", GROUP_OTHER, COMMAND_LIBRARY, 1, run_step_article },
    { "previous-article", "", "the article of the library before", GROUP_OTHER, COMMAND_LIBRARY, -1, run_step_article },
    { "marks", "", "the places with a letter to choose from", GROUP_HISTORY, 0, 0, run_places },
    { "jumps", "", "the places that back leads to, to choose from", GROUP_HISTORY, 0, 1, run_places },
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
