/* A list as a view of a pane. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/message.h"
#include "session/core.h"
#include "session/open.h"
#include "session/type_role.h"
#include "text/sanitize.h"
#include "text/width.h"
#include "ui/list_paint.h"

#define LEGEND_SHARE 9 /* rows of a pane for each that tells the colours of the types */
#define LEGEND_GAP 2   /* cells between them */

static bool is_open(const struct pane *pane)
{
    return pane->list != NULL;
}

/* Rows that the names of the types take, each in its colour where there is a canvas. */
static int put_legend(const struct canvas *canvas, const struct area *area)
{
    int row = area->row, x = area->column;
    for (int type = NOTE_UNKNOWN + 1; type <= NOTE_EVENT; type++) {
        const char *word = _(note_type_name((enum note_type)type));
        int width = (int)width_text(word, strlen(word));
        if (x > area->column && x + width > area->column + area->columns) {
            x = area->column;
            row++;
        }
        if (canvas != NULL)
            canvas_put(canvas, row, x, x + width, word, type_role_of((enum note_type)type));
        x += width + LEGEND_GAP;
    }
    return row + 1 - area->row;
}

/* Where colours are shown, and rows are not wanting. */
static int legend_rows(const struct session *session, const struct list *list, const struct area *area)
{
    int rows = list->source->types && session_theme(session) != THEME_NONE && session_colors(session) > 0
                   ? put_legend(NULL, area) : 0;
    return rows * LEGEND_SHARE <= area->rows ? rows : 0;
}

static struct area rows_area(const struct pane *pane)
{
    struct area area = pane_area(pane);
    area.row += pane->list->legend;
    area.rows -= pane->list->legend;
    return area;
}

static void resize(struct session *session, struct pane *pane)
{
    struct area area = pane_area(pane);
    if (pane->list == NULL)
        return;
    pane->list->legend = legend_rows(session, pane->list, &area);
    list_resize(pane->list, rows_area(pane).rows);
}

static int height(const struct pane *pane)
{
    return pane->list->height;
}

static void heading(const struct pane *pane, struct view_heading *heading)
{
    const char *title = pane->list->source->title;
    buffer_add_text(&heading->title, title != NULL ? message_text(title) : pane->list->title);
    snprintf(heading->right, sizeof heading->right, "%zu", pane->list->shown_count);
}

static void paint(struct session *session, struct pane *pane, const struct canvas *canvas)
{
    struct area area = rows_area(pane);
    struct area legend = pane_area(pane);
    if (pane->list->legend > 0)
        put_legend(canvas, &legend);
    list_paint(pane->list, canvas, &area, pane == session->panes.focus);
}

/* What the row's short form leaves out, without the blanks between its columns. */
static void add_detail(const struct pane *pane, struct buffer *out)
{
    const struct list_row *row = list_current(pane->list);
    struct area area = pane_area(pane);
    if (row == NULL || row->brief == NULL || list_shows_details(pane->list, &area))
        return;
    for (const char *at = row->detail; *at != '\0'; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        buffer_add_format(out, "%.*s ", (int)length, at);
        at += length;
    }
    if (out->length > 0)
        buffer_add_text(out, "· ");
}

static void status(struct session *session, const struct pane *pane, struct buffer *left,
                   struct buffer *middle, struct buffer *right)
{
    const struct list *list = pane->list;
    (void)right;
    buffer_add_format(left, _("%zu of %zu"), list->shown_count > 0 ? list->current + 1 : 0,
                      list->shown_count);
    if (list->shown_count < list->count)
        buffer_add_format(left, _(" (%zu in all)"), list->count);
    if (session->prompt.ops != NULL && list->source->filters != NULL) {
        buffer_add_text(middle, message_text(list->source->filters));
    } else if (*list->filter != '\0') {
        buffer_add_text(middle, _("filter: "));
        sanitize_line(middle, list->filter, strlen(list->filter));
    } else {
        add_detail(pane, middle);
        buffer_add_text(middle, message_text(list->source->hint));
    }
}

static bool move(struct pane *pane, enum view_motion motion, long count)
{
    if (motion == VIEW_ROWS || motion == VIEW_TURN)
        list_move(pane->list, count);
    else if (motion == VIEW_SCROLL)
        list_scroll(pane->list, count);
    else if (motion == VIEW_MIDDLE)
        list_go_middle(pane->list);
    return true;
}

static void go(struct session *session, struct pane *pane, long number, bool end)
{
    (void)session;
    list_go(pane->list, number > 0 ? (size_t)number - 1 : end ? SIZE_MAX : 0);
}

static bool search(struct pane *pane, const char *words, bool forward)
{
    return list_search(pane->list, words, forward);
}

static const char *filter_words(const struct pane *pane)
{
    return pane->list->filter;
}

static void filter(struct session *session, struct pane *pane, const char *words)
{
    (void)session;
    list_filter(pane->list, words);
}

static void sort(struct session *session, struct pane *pane)
{
    struct list *list = pane->list;
    list_sort(list);
    if (list->source->orders != NULL)
        session_say(session, "%s", message_text(list->source->orders[list->order]));
    else
        session_say(session, list->order == LIST_BY_LABEL    ? "sorted by name"
                          : list->order == LIST_BY_NUMBER ? "sorted by mentions, the most first"
                          : list->order == LIST_BY_GROUP  ? "sorted by type"
                                                          : "in the order of the collection");
}

static void click(struct pane *pane, int row, int column)
{
    (void)column;
    if (row >= pane->list->legend)
        list_go(pane->list, pane->list->top + (size_t)(row - pane->list->legend));
}

static void choose(struct session *session, struct pane *pane, enum view_target target)
{
    struct list *list = pane->list;
    if (list_current(list) == NULL)
        session_say(session, "nothing to choose here");
    else
        list->source->choose(session, list, target);
}

static void edit(struct session *session, struct pane *pane)
{
    pane->list->source->edit(session, pane->list, true);
}

static bool close(struct session *session, struct pane *pane)
{
    if (pane->view == NULL && !pane->crosstab_shown)
        return false;
    session_close_list(session, pane);
    return true;
}

const struct view_ops list_view = {
    .name = "list",
    .mode = KEYMAP_LIST,
    .is_open = is_open,
    .resize = resize,
    .height = height,
    .heading = heading,
    .paint = paint,
    .status = status,
    .move = move,
    .go = go,
    .search = search,
    .filter_words = filter_words,
    .filter = filter,
    .sort = sort,
    .click = click,
    .choose = choose,
    .edit = edit,
    .close = close,
};
