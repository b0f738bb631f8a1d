/* Commands that open lists, and those that work in them. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "command/table.h"
#include "session/core.h"
#include "session/crosstabs.h"
#include "session/note_lists.h"
#include "session/note_review.h"
#include "session/open.h"
#include "session/reload.h"
#include "session/search.h"

/* Headings; an article without them is outlined by the beginnings of its paragraphs. */
static void add_outline(struct list *list, const struct document *document, bool headings)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        bool heading = block->kind == BLOCK_HEADING;
        if (heading != headings && headings)
            continue;
        if (block->end == block->start || (block->flags & BLOCK_CONTINUES) != 0)
            continue;
        size_t length = block->end - block->start;
        if (length > 200) {
            length = 200;
            while (((unsigned char)document->text[block->start + length] & 0xC0) == 0x80)
                length--;
        }
        char *label = xstrndup(document->text + block->start, length);
        list_add(list, label, NULL, NULL, block->start, heading ? block->level - 1 : 0);
        free(label);
    }
}

static void run_outline(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct view *view = session_view(session);
    session_complete_text(session, view);
    const struct document *document = view->text->document;
    struct list *list = list_new(LIST_OUTLINE, view->text->title);
    add_outline(list, document, true);
    if (list->count < 2) {
        list_free(list);
        list = list_new(LIST_OUTLINE, view->text->title);
        add_outline(list, document, false);
    }
    session_show_list(session, session_pane(session), list);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].offset <= view->cursor)
            list_go(list, i);
}

static void run_library(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct error error = { "" };
    if (session->collection == NULL) {
        session_fail(session, "library: no collection is open; :open FOLDER opens one");
        return;
    }
    if (!collection_scan(session->collection, &error)) {
        session_fail(session, "%s", error.text);
        return;
    }
    struct pane *pane = session_pane(session);
    const char *here = pane->view != NULL ? pane->view->text->name : "";
    struct list *list = list_new(LIST_LIBRARY, collection_title(session->collection));
    size_t count;
    size_t current = 0;
    const struct article *articles = collection_articles(session->collection, &count);
    for (size_t i = 0; i < count; i++) {
        struct buffer detail = { 0 };
        buffer_add_format(&detail, "%s%s%s%s%s", articles[i].id,
                          *articles[i].publisher != '\0' ? " · " : "", articles[i].publisher,
                          *articles[i].published != '\0' ? " · " : "", articles[i].published);
        list_add(list, articles[i].title, buffer_text(&detail), articles[i].id, 0, 0);
        list_brief(list, articles[i].lang);
        buffer_free(&detail);
        if (strcmp(articles[i].id, here) == 0)
            current = i;
    }
    session_show_list(session, pane, list);
    list_go(list, current);
    if (count == 0)
        session_say(session, "%s: holds no article yet", collection_folder(session->collection));
}

static void run_choose(struct session *session, const struct invocation *invocation)
{
    const struct list *list = session_pane(session)->list;
    if (session_matrix(session) != NULL)
        crosstabs_choose(session, invocation->variant);
    else if (list != NULL && list->kind == LIST_NOTES)
        note_lists_choose(session, invocation->variant);
    else if (list != NULL && list->kind == LIST_REVIEW)
        note_review_choose(session);
    else
        session_choose(session, invocation->variant);
}

static void run_list_filter(struct session *session, const struct invocation *invocation)
{
    struct list *list = session_pane(session)->list;
    struct matrix *matrix = session_matrix(session);
    if (list == NULL && matrix == NULL)
        session_fail(session, "list-filter: no list is open");
    else if (*invocation->argument == '\0')
        session_open_prompt(session, &row_filter_prompt,
                            matrix != NULL ? matrix->filter : list->filter);
    else if (matrix != NULL)
        crosstabs_filter(session, invocation->argument);
    else
        list_filter(list, invocation->argument);
}

static void run_list_sort(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct list *list = session_pane(session)->list;
    if (session_matrix(session) != NULL) {
        crosstabs_sort(session);
        return;
    }
    if (list == NULL) {
        session_fail(session, "list-sort: no list is open");
        return;
    }
    list_sort(list);
    if (list->kind == LIST_NOTES) {
        static const char *const orders[] = { "in the order of the articles",
                                              "sorted by their words", "sorted by kind",
                                              "in the order in which they were made" };
        session_say(session, "%s", orders[list->order]);
        return;
    }
    session_say(session, list->order == LIST_BY_LABEL    ? "sorted by name"
                         : list->order == LIST_BY_NUMBER ? "sorted by mentions, the most first"
                         : list->order == LIST_BY_GROUP  ? "sorted by type"
                                                         : "in the order of the collection");
}

static void run_close_list(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane = session_pane(session);
    if (pane_matrix(pane) != NULL)
        crosstabs_close(session, pane);
    else if (pane->list == NULL)
        session_fail(session, "close-list: no list is open");
    else if (pane->view != NULL || pane->matrix_shown)
        session_close_list(session, pane);
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
