#include "ui/article_paint.h"
#include "base/message.h"

#include <stdio.h>

void article_paint(struct article_view *view, const struct canvas *canvas, const struct area *area,
                   const struct paint_set *sets, size_t set_count)
{
    struct paint_job job = { view->layout, sets, set_count, canvas->ascii };
    int left = article_view_left(view, area);
    int limit = area->column + area->columns;
    if (view->painted == NULL)
        view->painted = painted_new();
    painted_rows(view->painted, canvas->grid, area->row, area->rows, left, limit, &job, view->top);
    if (view->text->document->block_count == 0)
        canvas_put(canvas, area->row, area->column, limit, _("(empty)"), ROLE_DIM);
}

/* The bytes of the row at `place`; none in a gap between blocks. */
static struct span row_span(struct article_view *view, struct place place)
{
    const struct block_layout *lines = layout_block(view->layout, place.block);
    const struct block *block = &view->text->document->blocks[place.block];
    struct span row = { block->start, block->end };
    if (place.row < lines->gap)
        return (struct span){ 0, 0 };
    if (place.row > lines->gap)
        row.start = layout_row_offset(view->layout, place);
    if (place.row + 1 < lines->gap + lines->rows)
        row.end = layout_row_offset(view->layout, (struct place){ place.block, place.row + 1 });
    return row;
}

void article_paint_margin(struct article_view *view, const struct canvas *canvas,
                          const struct area *area, int column, const struct article_margin *margin)
{
    struct place place = view->top;
    if (view->text->document->block_count == 0)
        return;
    for (int row = 0; row < area->rows; row++) {
        unsigned style = margin->style;
        const char *mark = margin->mark(margin->context, row_span(view, place), &style);
        if (mark != NULL)
            canvas_put(canvas, area->row + row, column, column + 1, mark, style);
        if (layout_move(view->layout, &place, 1) == 0)
            break;
    }
}

void article_paint_numbers(struct article_view *view, const struct canvas *canvas,
                           const struct area *area, int column)
{
    struct place place = view->top;
    for (int row = 0; view->gutter > 0 && row < area->rows; row++) {
        const struct block *block = &view->text->document->blocks[place.block];
        bool begins = place.row == layout_block(view->layout, place.block)->gap;
        bool again = place.block > 0 && block[-1].line == block->line;
        char number[16];
        int length = snprintf(number, sizeof number, "%u", block->line);
        if (begins && !again && block->line > 0 && length <= view->gutter)
            canvas_put(canvas, area->row + row, column - length, column, number, ROLE_DIM);
        if (layout_move(view->layout, &place, 1) == 0)
            break;
    }
}

void article_paint_cursor(struct article_view *view, const struct canvas *canvas,
                          const struct area *area)
{
    canvas->grid->cursor_row = area->row + article_view_cursor_row(view);
    canvas->grid->cursor_column = article_view_left(view, area) + article_view_cursor_x(view);
}
