#include "ui/list_paint.h"

#include <string.h>

#include "layout/style.h"
#include "text/width.h"

static void paint_row(const struct list *list, const struct canvas *canvas,
                      const struct area *area, int row, size_t at)
{
    const struct list_row *item = &list->items[list->shown[at]];
    bool current = at == list->current;
    unsigned style = current ? ROLE_CURRENT : ROLE_TEXT;
    int limit = area->column + area->columns;
    grid_fill(canvas->grid, row, area->column, 1, area->columns, style);
    unsigned dim = current ? style : ROLE_DIM;
    if (list->kind == LIST_HITS) { /* which article, then the words around the hit */
        int column = area->columns < 60 ? area->columns / 3 : 22;
        canvas_shorten(canvas, row, area->column, area->column + column - 1, item->label, dim);
        canvas_cut(canvas, row, area->column + column, limit, item->detail, style);
        return;
    }
    size_t detail = width_text(item->detail, strlen(item->detail));
    int room = limit;
    const char *right = item->detail;
    if ((int)detail + 24 >= area->columns && item->brief != NULL) { /* no room: the short form */
        right = item->brief;
        detail = width_text(right, strlen(right));
    }
    if (*right != '\0' && (int)detail + 8 < area->columns)
        room = limit - (int)detail - 2;
    int indent = item->level * 2 < area->columns / 2 ? item->level * 2 : area->columns / 2;
    int x = canvas_cut(canvas, row, area->column + indent, room, item->label, style);
    if (room < limit)
        canvas_put(canvas, row, limit - (int)detail, limit, right, dim);
    else if (x + 3 < limit)
        canvas_cut(canvas, row, x + 2, limit, right, dim);
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
