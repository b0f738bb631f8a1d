#include "ui/list_paint.h"

#include <string.h>

#include "layout/style.h"
#include "text/width.h"

/* The column of details. */
struct right_column {
    int width; /* 0: there is no room for one; details follow the labels */
    bool brief;
};

/* All rows have the same one, so that the eye goes down along it: where one row has no room for its
 * whole detail, none shows it. */
static struct right_column fit_right_column(const struct list *list, const struct area *area)
{
    struct right_column right = { .brief = list->detail_width + 24 >= area->columns };
    right.width = right.brief ? list->brief_width : list->detail_width;
    if (right.brief && right.width > area->columns / 2)
        right.width = area->columns / 2;
    if (right.width + 8 >= area->columns)
        right.width = 0;
    return right;
}

static void paint_row(const struct list *list, const struct canvas *canvas,
                      const struct area *area, int row, size_t at)
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
        return;
    }
    struct right_column right = fit_right_column(list, area);
    const char *detail = right.brief && item->brief != NULL ? item->brief : item->detail;
    int width = (int)width_text(detail, strlen(detail));
    int room = right.width > 0 ? limit - right.width - 2 : limit;
    int indent = item->level * 2 < area->columns / 2 ? item->level * 2 : area->columns / 2;
    int x = canvas_cut(canvas, row, area->column + indent, room, item->label, style);
    if (right.width > 0)
        canvas_cut(canvas, row, limit - (width < right.width ? width : right.width), limit, detail,
                   dim);
    else if (x + 3 < limit)
        canvas_cut(canvas, row, x + 2, limit, detail, dim);
}

void list_paint(const struct list *list, const struct canvas *canvas, const struct area *area,
                bool focused)
{
    for (int row = 0; row < area->rows && list->top + (size_t)row < list->shown_count; row++)
        paint_row(list, canvas, area, area->row + row, list->top + (size_t)row);
    if (list->shown_count == 0)
        canvas_put(canvas, area->row, area->column, area->column + area->columns,
                   *list->filter != '\0' ? "no row has these words; Esc shows all"
                   : list->filling       ? "searching"
                                         : "nothing here",
                   ROLE_DIM);
    if (focused && area->rows > 0) {
        canvas->grid->cursor_row = area->row + (int)(list->current - list->top);
        canvas->grid->cursor_column = area->column;
    }
}
