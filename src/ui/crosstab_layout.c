#include "ui/crosstab_layout.h"

#include <stdlib.h>
#include <string.h>

#include "ui/list.h"

#define NAME_LEAST 8
#define NAME_MOST 28
#define STRIPS_MOST 12

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

/* A third of the height is the strips'; the rows have what is left. */
static void fit_rows(struct crosstab *crosstab, struct crosstab_shape *shape)
{
    int rows = crosstab->area_rows;
    int columns =
        crosstab->columns.count < STRIPS_MOST ? (int)crosstab->columns.count : STRIPS_MOST;
    shape->heads = rows >= 3;
    shape->strips = rows >= 6 ? least(columns, most(1, (rows - 2) / 3)) : 0;
    shape->rows = rows - shape->heads - (shape->strips > 0 ? shape->strips + 1 : 0);
    shape->rows = most(shape->rows, 1);
}

static void fit_columns(struct crosstab *crosstab, struct crosstab_shape *shape)
{
    int columns = crosstab->area_columns;
    int count = crosstab->columns.count < 10000 ? (int)crosstab->columns.count : 10000;
    int room_for_name = least(NAME_MOST, most(NAME_LEAST, columns * 2 / 5));
    shape->name = least(crosstab->widest_name, room_for_name) + 1;
    shape->type = columns >= 72 && crosstab->widest_kind > 0 ? crosstab->widest_kind + 2 : 0;
    shape->total = crosstab->widest_total + 1;
    int left = shape->name + shape->type + shape->total;
    int room = columns - left;
    int for_second = crosstab->widest_second > 0 ? crosstab->widest_second + 1 : 0;
    shape->ids = count > 0 && (room - for_second) / (crosstab->widest_id + 2) >= count;
    shape->cell = shape->ids ? crosstab->widest_id + 2 : most(crosstab->widest_cell, 2) + 2;
    if (shape->cell * count > room) /* closer together, more are in sight */
        shape->cell--;
    shape->columns = least(count, most(1, room / shape->cell));
    room -= shape->columns * shape->cell;
    shape->second = shape->columns == count && room >= for_second ? for_second : 0;
}

/* Scrolls as little as shows the cell. */
static void show_current(struct crosstab *crosstab)
{
    size_t height = (size_t)most(crosstab->shape.rows, 1);
    size_t width = (size_t)most(crosstab->shape.columns, 1);
    if (crosstab->current >= crosstab->shown_count)
        crosstab->current = crosstab->shown_count > 0 ? crosstab->shown_count - 1 : 0;
    crosstab->top = list_scrolled(crosstab->top, crosstab->current, height, crosstab->shown_count);
    if (crosstab->column > crosstab->columns.count)
        crosstab->column = crosstab->columns.count;
    size_t column = crosstab->column > 0 ? crosstab->column - 1 : crosstab->left;
    crosstab->left = list_scrolled(crosstab->left, column, width, crosstab->columns.count);
}

static void keep_in_sight(struct crosstab *crosstab)
{
    show_current(crosstab);
    crosstab->kept_top = crosstab->top;
    crosstab->kept_left = crosstab->left;
}

void crosstab_resize(struct crosstab *crosstab, int rows, int columns)
{
    crosstab->area_rows = most(rows, 1);
    crosstab->area_columns = most(columns, 1);
    fit_rows(crosstab, &crosstab->shape);
    fit_columns(crosstab, &crosstab->shape);
    crosstab->top = crosstab->kept_top;
    crosstab->left = crosstab->kept_left;
    show_current(crosstab);
}

void crosstab_go(struct crosstab *crosstab, size_t row)
{
    crosstab->current = row;
    keep_in_sight(crosstab);
}

/* `from` moved by `by`, not below 0; the upper end is show_current's. */
static size_t moved(size_t from, long by)
{
    if (by < 0 && (size_t)-by > from)
        return 0;
    return (size_t)((long)from + by);
}

void crosstab_move(struct crosstab *crosstab, long rows)
{
    crosstab_go(crosstab, moved(crosstab->current, rows));
}

void crosstab_across(struct crosstab *crosstab, long columns)
{
    crosstab->column = moved(crosstab->column, columns);
    keep_in_sight(crosstab);
}

void crosstab_edge(struct crosstab *crosstab, bool end)
{
    crosstab->column = end ? crosstab->columns.count : 0;
    if (!end)
        crosstab->left = 0;
    keep_in_sight(crosstab);
}

void crosstab_scroll(struct crosstab *crosstab, long rows)
{
    size_t height = (size_t)most(crosstab->shape.rows, 1);
    size_t last = crosstab->shown_count > height ? crosstab->shown_count - height : 0;
    size_t top = moved(crosstab->top, rows);
    crosstab->top = top < last ? top : last;
    if (crosstab->current < crosstab->top)
        crosstab->current = crosstab->top;
    if (crosstab->current >= crosstab->top + height)
        crosstab->current = crosstab->top + height - 1;
    keep_in_sight(crosstab);
}

bool crosstab_click(struct crosstab *crosstab, int row, int column)
{
    const struct crosstab_shape *shape = &crosstab->shape;
    size_t at = crosstab->top + (size_t)most(row - shape->heads, 0);
    int x = column - shape->name - shape->second - shape->type - shape->total;
    if (row < shape->heads || row >= shape->heads + shape->rows || at >= crosstab->shown_count)
        return false;
    if (x < 0)
        crosstab->column = 0;
    else if (x / shape->cell < shape->columns)
        crosstab->column = crosstab->left + (size_t)(x / shape->cell) + 1;
    crosstab_go(crosstab, at);
    return true;
}

bool crosstab_seek(struct crosstab *crosstab, const char *entity, const char *article)
{
    size_t row = 0;
    size_t column = 0;
    while (row < crosstab->shown_count &&
           strcmp(crosstab->rows.items[crosstab->shown[row]].id, entity) != 0)
        row++;
    while (article != NULL && column < crosstab->columns.count &&
           strcmp(crosstab->columns.items[column].id, article) != 0)
        column++;
    if (row == crosstab->shown_count || (article != NULL && column == crosstab->columns.count))
        return false;
    crosstab->column = article != NULL ? column + 1 : 0;
    crosstab_go(crosstab, row);
    return true;
}

bool crosstab_search(struct crosstab *crosstab, const char *words, bool forward)
{
    char *folded = list_fold(words);
    size_t count = crosstab->shown_count;
    bool found = false;
    for (size_t step = 1; step <= count && !found; step++) {
        size_t at = (crosstab->current + (forward ? step : count - step)) % count;
        found = list_holds(crosstab->rows.items[crosstab->shown[at]].folded, folded);
        if (found)
            crosstab_go(crosstab, at);
    }
    free(folded);
    return found;
}

size_t crosstab_first_strip(const struct crosstab *crosstab)
{
    size_t lines = (size_t)crosstab->shape.strips;
    size_t count = crosstab->columns.count;
    size_t at = crosstab->column > 0 ? crosstab->column - 1 : crosstab->left;
    size_t first = at > lines / 2 ? at - lines / 2 : 0;
    size_t last = count > lines ? count - lines : 0;
    return first < last ? first : last;
}
