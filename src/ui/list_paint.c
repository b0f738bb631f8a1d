#include "ui/list_paint.h"

#include <string.h>

#include "base/message.h"
#include "layout/style.h"
#include "text/width.h"

#define LABEL_MIN 24  /* cells of a label, where all details are shown */
#define LABEL_SHARE 34 /* and where those that would leave less are not */

/* The column of details. */
struct right_column {
    int width; /* 0: there is no room for one; details follow the labels */
    int limit; /* a detail that is wider is shown in its short form */
};

/* All rows have the same one, so that the eye goes down along it, and whatever a filter leaves. */
static struct right_column fit_right_column(const struct list *list, const struct area *area)
{
    struct right_column right = { .limit = area->columns - LABEL_MIN - 1 };
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].detail_width > right.limit)
            right.limit = area->columns - LABEL_SHARE - 2;
    for (size_t i = 0; i < list->count; i++) {
        const struct list_row *row = &list->items[i];
        int width = row->detail_width <= right.limit ? row->detail_width : row->brief_width;
        right.width = width > right.width ? width : right.width;
    }
    if (right.width > right.limit && right.width > area->columns / 2)
        right.width = area->columns / 2;
    if (right.width + 8 >= area->columns)
        right.width = 0;
    return right;
}

bool list_shows_details(const struct list *list, const struct area *area)
{
    const struct list_row *row = list_current(list);
    return row == NULL || row->detail_width <= fit_right_column(list, area).limit;
}

/* The hit in a snippet, as far as it is seen: the last cell is an ellipsis where there is more. */
static void light_hit(const struct canvas *canvas, const struct list_row *item, int row, int column,
                      int limit, unsigned style)
{
    if (item->mark_length == 0)
        return;
    int x = canvas_bytes(canvas, row, column, limit - 1, item->detail, item->mark, style);
    if (x < limit - 1)
        canvas_bytes(canvas, row, x, limit - 1, item->detail + item->mark, item->mark_length, ROLE_HIT);
}

static void paint_row(const struct list *list, const struct canvas *canvas,
                      const struct area *area, const struct right_column *right, int row,
                      size_t at)
{
    const struct list_row *item = &list->items[list->shown[at]];
    bool current = at == list->current;
    unsigned style = current ? ROLE_CURRENT : ROLE_TEXT;
    int limit = area->column + area->columns;
    grid_fill(canvas->grid, row, area->column, 1, area->columns, style);
    unsigned dim = current ? style : ROLE_DIM;
    if (list->source->snippets) { /* which article, then the words around the hit */
        int column = area->columns < 60 ? area->columns / 3 : 22;
        canvas_shorten(canvas, row, area->column, area->column + column - 1, item->label, dim);
        canvas_cut(canvas, row, area->column + column, limit, item->detail, style);
        light_hit(canvas, item, row, area->column + column, limit, style);
        return;
    }
    bool brief = item->brief != NULL && item->detail_width > right->limit;
    const char *detail = brief ? item->brief : item->detail;
    int width = brief ? item->brief_width : item->detail_width;
    int room = right->width > 0 ? limit - right->width - 2 : limit;
    int indent = item->level * 2 < area->columns / 2 ? item->level * 2 : area->columns / 2;
    int x = canvas_cut(canvas, row, area->column + indent, room, item->label, current ? style : item->role);
    if (right->width > 0)
        canvas_cut(canvas, row, limit - (width < right->width ? width : right->width), limit, detail,
                   dim);
    else if (x + 3 < limit)
        canvas_cut(canvas, row, x + 2, limit, detail, dim);
}

void list_paint(const struct list *list, const struct canvas *canvas, const struct area *area,
                bool focused)
{
    struct right_column right = fit_right_column(list, area);
    for (int row = 0; row < area->rows && list->top + (size_t)row < list->shown_count; row++)
        paint_row(list, canvas, area, &right, area->row + row, list->top + (size_t)row);
    if (list->shown_count == 0)
        canvas_put(canvas, area->row, area->column, area->column + area->columns,
                   *list->filter != '\0' ? _("no row has these words; Esc shows all")
                   : list->filling       ? _("searching")
                                         : _("nothing here"),
                   ROLE_DIM);
    if (focused && area->rows > 0) {
        canvas->grid->cursor_row = area->row + (int)(list->current - list->top);
        canvas->grid->cursor_column = area->column;
    }
}
