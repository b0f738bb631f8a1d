/* Commands that open lists, and those that work in them. */
#include <stdlib.h>
#include <string.h>

#include "command/table.h"
#include "session/core.h"
#include "session/lists.h"

static void run_outline(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct view *view = room_view(session);
    struct list *list = lists_open(session, room_pane(session), &lists_outline, view->text->title);
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (list->items[i].offset <= view->cursor)
            list_go(list, i);
}

static void run_library(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    if (session->collection == NULL) {
        room_fail(session, "library: no collection is open; :open FOLDER opens one");
        return;
    }
    struct pane *pane = room_pane(session);
    struct list *list =
        lists_open(session, pane, &lists_library, collection_title(session->collection));
    if (list != NULL && pane->view != NULL)
        list_seek(list, pane->view->text->name);
    if (list != NULL && list->count == 0)
        room_say(session, "%s: holds no article yet", collection_folder(session->collection));
}

static void run_choose(struct session *session, const struct invocation *invocation)
{
    struct list *list = room_pane(session)->list;
    if (room_matrix(session) != NULL)
        room_choose_cell(session, (enum view_target)invocation->variant);
    else if (list == NULL || list_current(list) == NULL)
        room_say(session, "nothing to choose here");
    else
        list->source->choose(session, list, (enum view_target)invocation->variant);
}

static void run_list_filter(struct session *session, const struct invocation *invocation)
{
    struct list *list = room_pane(session)->list;
    struct matrix *matrix = room_matrix(session);
    if (list == NULL && matrix == NULL)
        room_fail(session, "list-filter: no list is open");
    else if (*invocation->argument == '\0')
        room_open_prompt(session, &row_filter_prompt,
                         matrix != NULL ? matrix->filter : list->filter);
    else if (matrix != NULL)
        room_filter_cells(session, invocation->argument);
    else
        list_filter(list, invocation->argument);
}

static void run_list_sort(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct list *list = room_pane(session)->list;
    if (room_matrix(session) != NULL) {
        room_sort_cells(session);
        return;
    }
    if (list == NULL) {
        room_fail(session, "list-sort: no list is open");
        return;
    }
    list_sort(list);
    if (list->source->orders != NULL)
        room_say(session, "%s", list->source->orders[list->order]);
    else
        room_say(session, list->order == LIST_BY_LABEL    ? "sorted by name"
                          : list->order == LIST_BY_NUMBER ? "sorted by mentions, the most first"
                          : list->order == LIST_BY_GROUP  ? "sorted by type"
                                                          : "in the order of the collection");
}

static void run_close_list(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane = room_pane(session);
    if (pane_matrix(pane) != NULL)
        room_close_matrix(session, pane);
    else if (pane->list == NULL)
        room_fail(session, "close-list: no list is open");
    else if (pane->view != NULL || pane->matrix_shown)
        room_close_list(session, pane);
}

/* clang-format off */
const struct command list_commands[] = {
    { "outline", "", "the article's headings (or paragraphs) to choose from", GROUP_OTHER, COMMAND_TEXT, 0, run_outline },
    { "library", "", "the articles to choose from", GROUP_OTHER, 0, 0, run_library },
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
