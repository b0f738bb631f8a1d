#include "session/crosstab_paint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "entity/dispersion.h"
#include "layout/style.h"
#include "query/mention_index.h"
#include "text/sanitize.h"
#include "text/width.h"
#include "ui/crosstab_layout.h"

#define ID_MOST 24     /* of an article's id beside its strip */
#define TITLE_LEAST 16 /* of its title; less is left out */
#define STRIP_LEAST 10

/* The table and where it goes. */
struct table_frame {
    const struct canvas *canvas;
    const struct crosstab *crosstab;
    const struct mention_index *mention_index;
    struct area area;
    int limit;
};

static void put_right(const struct table_frame *frame, int row, int column, int width,
                      const char *text, unsigned style)
{
    int own = (int)width_text(text, strlen(text));
    int from = own < width ? column + width - own : column;
    int end = column + width < frame->limit ? column + width : frame->limit;
    canvas_cut(frame->canvas, row, from, end, text, style);
}

static void put_number(const struct table_frame *frame, int row, int column, int width,
                       size_t number, unsigned style)
{
    char text[32];
    snprintf(text, sizeof text, "%zu", number);
    put_right(frame, row, column, width, text, style);
}

static unsigned marked(bool mark, unsigned style, unsigned attribute)
{
    return mark ? style | attribute : style;
}

static int left_of_cells(const struct table_frame *frame)
{
    const struct crosstab_shape *shape = &frame->crosstab->shape;
    return frame->area.column + shape->name + shape->second + shape->type + shape->total;
}

/* What the columns are; the one that rows are sorted by is underlined. Arrows tell that there are
 * more to the left and right. */
static void paint_heads(const struct table_frame *frame)
{
    const struct crosstab *crosstab = frame->crosstab;
    const struct crosstab_shape *shape = &crosstab->shape;
    const struct canvas *canvas = frame->canvas;
    int row = frame->area.row;
    int x = frame->area.column;
    int left = left_of_cells(frame);
    unsigned line = ATTRIBUTE_UNDERLINE;
    canvas_cut(canvas, row, x, x + shape->name - 1, _("name"),
               marked(crosstab->order == CROSSTAB_BY_NAME, ROLE_DIM, line));
    x += shape->name + shape->second;
    if (shape->type > 0)
        canvas_put(canvas, row, x, frame->limit, _("type"),
                   marked(crosstab->order == CROSSTAB_BY_TYPE, ROLE_DIM, line));
    put_right(frame, row, x + shape->type, shape->total - 1, _("all"),
              marked(crosstab->order == CROSSTAB_BY_TOTAL, ROLE_DIM, line));
    for (int i = 0; i < shape->columns; i++) {
        size_t column = crosstab->left + (size_t)i;
        unsigned style = column + 1 == crosstab->column ? ROLE_TEXT | ATTRIBUTE_BOLD : ROLE_DIM;
        int at = left + i * shape->cell;
        if (shape->ids)
            put_right(frame, row, at, shape->cell, crosstab->columns.items[column].id, style);
        else
            put_number(frame, row, at, shape->cell, column + 1, style);
    }
    if (crosstab->left > 0)
        canvas_put(canvas, row, left, frame->limit, canvas->ascii ? "<" : "‹", ROLE_DIM);
    if (crosstab->left + (size_t)shape->columns < crosstab->columns.count)
        canvas_put(canvas, row, frame->limit, frame->limit + 1, canvas->ascii ? ">" : "›",
                  ROLE_DIM);
}

static void paint_cells(const struct table_frame *frame, int row, size_t at)
{
    const struct crosstab *crosstab = frame->crosstab;
    int x = left_of_cells(frame);
    for (int i = 0; i < crosstab->shape.columns; i++, x += crosstab->shape.cell) {
        size_t column = crosstab->left + (size_t)i;
        size_t count = crosstab_count(crosstab, &crosstab->columns.items[column], at);
        bool here = at == crosstab->current && column + 1 == crosstab->column;
        unsigned style = here ? ROLE_CURRENT : count > 0 ? ROLE_TEXT : ROLE_DIM;
        if (here) {
            int end = x + crosstab->shape.cell;
            end = end < frame->limit ? end : frame->limit;
            grid_fill(frame->canvas->grid, row, x + 1, 1, end - x - 1, style);
            frame->canvas->grid->cursor_column = end - 1;
        }
        if (count > 0)
            put_number(frame, row, x, crosstab->shape.cell, count, style);
        else
            put_right(frame, row, x, crosstab->shape.cell, frame->canvas->ascii ? "." : "·", style);
    }
}

static void paint_row(const struct table_frame *frame, int row, size_t at)
{
    const struct crosstab *crosstab = frame->crosstab;
    const struct crosstab_shape *shape = &crosstab->shape;
    const struct crosstab_row *item = &crosstab->rows.items[crosstab->shown[at]];
    bool current = at == crosstab->current;
    int x = frame->area.column;
    int end = x + shape->name - 1 < frame->limit ? x + shape->name - 1 : frame->limit;
    unsigned style = marked(current, ROLE_TEXT, ATTRIBUTE_BOLD);
    if (current && crosstab->column == 0) {
        style = ROLE_CURRENT;
        grid_fill(frame->canvas->grid, row, x, 1, end - x, style);
    }
    canvas_cut(frame->canvas, row, x, end, item->name, style);
    x += shape->name;
    if (shape->second > 0)
        canvas_cut(frame->canvas, row, x, x + shape->second - 1, item->second, ROLE_DIM);
    x += shape->second;
    if (shape->type > 0)
        canvas_put(frame->canvas, row, x, x + shape->type - 1, message_text(item->kind), ROLE_DIM);
    put_number(frame, row, x + shape->type, shape->total - 1, item->total,
               marked(current, ROLE_TEXT, ATTRIBUTE_BOLD));
    paint_cells(frame, row, at);
}

/* Where in the article the row's entity is mentioned. */
static void put_strip(const struct table_frame *frame, int row, int column, int cells,
                      const struct crosstab_column *of)
{
    size_t count;
    const struct mention_index_article *article =
        &mention_index_articles(frame->mention_index, &count)[of->article];
    uint32_t entity = crosstab_current(frame->crosstab)->entity;
    size_t *offsets = xcalloc(article->mentions.count + 1, sizeof *offsets);
    size_t found = 0;
    struct buffer strip = { 0 };
    for (size_t i = 0; i < article->mentions.count; i++)
        if (article->mentions.items[i].entity == entity)
            offsets[found++] = article->mentions.items[i].start;
    dispersion_strip(offsets, found, article->length, (size_t)cells, frame->canvas->ascii, &strip);
    canvas_put(frame->canvas, row, column, frame->limit, buffer_text(&strip), ROLE_COUNTERPART);
    buffer_free(&strip);
    free(offsets);
}

/* Widths of a line under the rule: number, id, title and count, then the strip in its brackets. */
struct line {
    int number, id, title, count, strip;
};

static struct line fit_line(const struct table_frame *frame)
{
    const struct crosstab *crosstab = frame->crosstab;
    int room = frame->area.columns;
    int widest = crosstab->widest_id < ID_MOST ? crosstab->widest_id : ID_MOST;
    struct line line = { .number = crosstab->shape.ids ? 0 : crosstab->widest_cell + 1,
                         .count = crosstab->widest_cell + 1 };
    line.id = widest < room * 2 / 5 ? widest : room * 2 / 5;
    room -= line.number + line.id + line.count + 3;
    line.title = room / 3 >= TITLE_LEAST ? room / 3 : 0;
    line.strip = room - line.title;
    return line;
}

static void paint_line(const struct table_frame *frame, int row, const struct line *line, size_t index)
{
    const struct crosstab *crosstab = frame->crosstab;
    const struct canvas *canvas = frame->canvas;
    const struct crosstab_column *column = &crosstab->columns.items[index];
    const char *bracket = canvas->ascii ? "|" : "│";
    int x = frame->area.column;
    unsigned style = marked(index + 1 == crosstab->column, ROLE_TEXT, ATTRIBUTE_BOLD);
    size_t count = crosstab_count(crosstab, column, crosstab->current);
    if (line->number > 0)
        put_number(frame, row, x, line->number - 1, index + 1, style);
    x += line->number;
    canvas_shorten(canvas, row, x, x + line->id, column->id, style);
    x += line->id + 1;
    if (line->title > 0)
        canvas_cut(canvas, row, x, x + line->title - 1, column->title, ROLE_DIM);
    x += line->title;
    if (count > 0)
        put_number(frame, row, x, line->count - 1, count, style);
    else
        put_right(frame, row, x, line->count - 1, canvas->ascii ? "." : "·", ROLE_DIM);
    x += line->count;
    if (line->strip < STRIP_LEAST)
        return;
    x = canvas_put(canvas, row, x, frame->limit, bracket, ROLE_BORDER);
    if (!crosstab->stale)
        put_strip(frame, row, x, line->strip, column);
    canvas_put(canvas, row, x + line->strip, frame->limit, bracket, ROLE_BORDER);
}

/* A rule that names the entity, and under it where it stands, article by article. */
static void paint_strips(const struct table_frame *frame)
{
    const struct crosstab *crosstab = frame->crosstab;
    const struct crosstab_row *current = crosstab_current(crosstab);
    const struct canvas *canvas = frame->canvas;
    int row = frame->area.row + crosstab->shape.heads + crosstab->shape.rows;
    struct line line = fit_line(frame);
    if (current == NULL)
        return;
    for (int x = frame->area.column; x < frame->limit; x++)
        canvas_put(canvas, row, x, x + 1, canvas->ascii ? "-" : "─", ROLE_BORDER);
    int x = frame->area.column + 2;
    x = canvas_put(canvas, row, x, frame->limit, " ", ROLE_TEXT);
    x = canvas_cut(canvas, row, x, frame->limit - 3, current->name, ROLE_DIM);
    canvas_put(canvas, row, x, frame->limit, " ", ROLE_TEXT);
    size_t first = crosstab_first_strip(crosstab);
    for (int i = 0; i < crosstab->shape.strips; i++)
        paint_line(frame, row + 1 + i, &line, first + (size_t)i);
}

void crosstab_paint(const struct crosstab *crosstab, const struct mention_index *mention_index,
                    const struct canvas *canvas, const struct area *area, bool focused)
{
    struct table_frame frame = { canvas, crosstab, mention_index, *area,
                                 area->column + area->columns };
    int top = area->row + crosstab->shape.heads;
    int cursor = canvas->grid->cursor_column;
    if (area->rows < 1)
        return;
    if (crosstab->shape.heads > 0)
        paint_heads(&frame);
    canvas->grid->cursor_column = area->column;
    for (int i = 0; i < crosstab->shape.rows && crosstab->top + (size_t)i < crosstab->shown_count;
         i++)
        paint_row(&frame, top + i, crosstab->top + (size_t)i);
    if (crosstab->shown_count == 0)
        canvas_cut(canvas, top, area->column, frame.limit,
                   crosstab->rows.count > 0 ? _("no name is like this; Esc shows all")
                                            : _("nothing that has a note is mentioned here"),
                   ROLE_DIM);
    if (crosstab->shape.strips > 0)
        paint_strips(&frame);
    if (focused)
        canvas->grid->cursor_row = top + (int)(crosstab->current - crosstab->top);
    else
        canvas->grid->cursor_column = cursor;
}

static void add_clean(struct buffer *out, const char *text)
{
    sanitize_line(out, text, strlen(text));
}

void crosstab_heading(const struct crosstab *crosstab, struct buffer *out)
{
    if (*crosstab->filter != '\0') {
        add_clean(out, crosstab->filter);
        buffer_add_text(out, " · ");
    }
    char *title = crosstab->whole ? xstrdup(_("Coverage of all articles"))
                                  : xasprintf(_("Coverage of %s"), crosstab->title);
    add_clean(out, title);
    free(title);
    buffer_add_text(out, crosstab->counting || crosstab->stale ? _(" · counting") : "");
}

static void add_entity(const struct crosstab_row *row, struct buffer *out)
{
    add_clean(out, row->name);
    buffer_add_text(out, *row->second != '\0' ? " " : "");
    add_clean(out, row->second);
    buffer_add_format(out, "%s%s", *row->kind != '\0' ? " · " : "", message_text(row->kind));
}

void crosstab_status(const struct crosstab *crosstab, struct buffer *left, struct buffer *middle)
{
    const struct crosstab_row *row = crosstab_current(crosstab);
    const struct crosstab_column *column = crosstab_current_column(crosstab);
    if (row == NULL) {
        buffer_add_format(left, _("0 of %zu names"), crosstab->rows.count);
        return;
    }
    add_entity(row, middle);
    if (column == NULL) {
        buffer_add_format(left, _("%zu in %zu of %zu articles"), row->total,
                          crosstab_spread(crosstab, crosstab->current), crosstab->columns.count);
        buffer_add_text(middle, _(" · Enter opens the note"));
        return;
    }
    size_t count = crosstab_count(crosstab, column, crosstab->current);
    if (count > 0)
        buffer_add_format(left, _("%zu in "), count);
    else
        buffer_add_text(left, _("not in "));
    add_clean(left, column->id);
    buffer_add_text(middle, " · ");
    add_clean(middle, column->title);
    buffer_add_text(middle, *column->publisher != '\0' ? " · " : "");
    add_clean(middle, column->publisher);
}
