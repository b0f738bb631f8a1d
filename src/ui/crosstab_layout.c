/* The table's place on the screen: how wide its columns are, which part of it is in sight, and
 * moving the cell. */
#include <stdlib.h>
#include <string.h>

#include "ui/list.h"
#include "ui/crosstab.h"

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
static void fit_rows(struct matrix *matrix, struct matrix_shape *shape)
{
    int rows = matrix->area_rows;
    int columns = matrix->columns.count < STRIPS_MOST ? (int)matrix->columns.count : STRIPS_MOST;
    shape->heads = rows >= 3;
    shape->strips = rows >= 6 ? least(columns, most(1, (rows - 2) / 3)) : 0;
    shape->rows = rows - shape->heads - (shape->strips > 0 ? shape->strips + 1 : 0);
    shape->rows = most(shape->rows, 1);
}

static void fit_columns(struct matrix *matrix, struct matrix_shape *shape)
{
    int columns = matrix->area_columns;
    int count = matrix->columns.count < 10000 ? (int)matrix->columns.count : 10000;
    int room_for_name = least(NAME_MOST, most(NAME_LEAST, columns * 2 / 5));
    shape->name = least(matrix->widest_name, room_for_name) + 1;
    shape->type = columns >= 72 && matrix->widest_kind > 0 ? matrix->widest_kind + 2 : 0;
    shape->total = matrix->widest_total + 1;
    int left = shape->name + shape->type + shape->total;
    int room = columns - left;
    int for_second = matrix->widest_second > 0 ? matrix->widest_second + 1 : 0;
    shape->ids = count > 0 && (room - for_second) / (matrix->widest_id + 2) >= count;
    shape->cell = shape->ids ? matrix->widest_id + 2 : most(matrix->widest_cell, 2) + 2;
    if (shape->cell * count > room) /* closer together, more are in sight */
        shape->cell--;
    shape->columns = least(count, most(1, room / shape->cell));
    room -= shape->columns * shape->cell;
    shape->second = shape->columns == count && room >= for_second ? for_second : 0;
}

/* Scrolls as little as shows the cell. */
static void show_current(struct matrix *matrix)
{
    size_t height = (size_t)most(matrix->shape.rows, 1);
    size_t width = (size_t)most(matrix->shape.columns, 1);
    if (matrix->current >= matrix->shown_count)
        matrix->current = matrix->shown_count > 0 ? matrix->shown_count - 1 : 0;
    if (matrix->current < matrix->top)
        matrix->top = matrix->current;
    if (matrix->current >= matrix->top + height)
        matrix->top = matrix->current - height + 1;
    size_t last = matrix->shown_count > height ? matrix->shown_count - height : 0;
    matrix->top = matrix->top < last ? matrix->top : last;
    if (matrix->column > matrix->columns.count)
        matrix->column = matrix->columns.count;
    if (matrix->column > 0 && matrix->column - 1 < matrix->left)
        matrix->left = matrix->column - 1;
    if (matrix->column > matrix->left + width)
        matrix->left = matrix->column - width;
    last = matrix->columns.count > width ? matrix->columns.count - width : 0;
    matrix->left = matrix->left < last ? matrix->left : last;
}

static void keep_in_sight(struct matrix *matrix)
{
    show_current(matrix);
    matrix->kept_top = matrix->top;
    matrix->kept_left = matrix->left;
}

void matrix_resize(struct matrix *matrix, int rows, int columns)
{
    matrix->area_rows = most(rows, 1);
    matrix->area_columns = most(columns, 1);
    fit_rows(matrix, &matrix->shape);
    fit_columns(matrix, &matrix->shape);
    matrix->top = matrix->kept_top;
    matrix->left = matrix->kept_left;
    show_current(matrix);
}

void matrix_go(struct matrix *matrix, size_t row)
{
    matrix->current = row;
    keep_in_sight(matrix);
}

/* `from` moved by `by`, not below 0; the upper end is show_current's. */
static size_t moved(size_t from, long by)
{
    if (by < 0 && (size_t)-by > from)
        return 0;
    return (size_t)((long)from + by);
}

void matrix_move(struct matrix *matrix, long rows)
{
    matrix_go(matrix, moved(matrix->current, rows));
}

void matrix_across(struct matrix *matrix, long columns)
{
    matrix->column = moved(matrix->column, columns);
    keep_in_sight(matrix);
}

void matrix_edge(struct matrix *matrix, bool end)
{
    matrix->column = end ? matrix->columns.count : 0;
    if (!end)
        matrix->left = 0;
    keep_in_sight(matrix);
}

void matrix_scroll(struct matrix *matrix, long rows)
{
    size_t height = (size_t)most(matrix->shape.rows, 1);
    size_t last = matrix->shown_count > height ? matrix->shown_count - height : 0;
    size_t top = moved(matrix->top, rows);
    matrix->top = top < last ? top : last;
    if (matrix->current < matrix->top)
        matrix->current = matrix->top;
    if (matrix->current >= matrix->top + height)
        matrix->current = matrix->top + height - 1;
    keep_in_sight(matrix);
}

bool matrix_click(struct matrix *matrix, int row, int column)
{
    const struct matrix_shape *shape = &matrix->shape;
    size_t at = matrix->top + (size_t)most(row - shape->heads, 0);
    int x = column - shape->name - shape->second - shape->type - shape->total;
    if (row < shape->heads || row >= shape->heads + shape->rows || at >= matrix->shown_count)
        return false;
    if (x < 0)
        matrix->column = 0;
    else if (x / shape->cell < shape->columns)
        matrix->column = matrix->left + (size_t)(x / shape->cell) + 1;
    matrix_go(matrix, at);
    return true;
}

bool matrix_seek(struct matrix *matrix, const char *entity, const char *article)
{
    size_t row = 0;
    size_t column = 0;
    while (row < matrix->shown_count &&
           strcmp(matrix->rows.items[matrix->shown[row]].id, entity) != 0)
        row++;
    while (article != NULL && column < matrix->columns.count &&
           strcmp(matrix->columns.items[column].id, article) != 0)
        column++;
    if (row == matrix->shown_count || (article != NULL && column == matrix->columns.count))
        return false;
    matrix->column = article != NULL ? column + 1 : 0;
    matrix_go(matrix, row);
    return true;
}

bool matrix_search(struct matrix *matrix, const char *words, bool forward)
{
    char *folded = list_fold(words);
    size_t count = matrix->shown_count;
    bool found = false;
    for (size_t step = 1; step <= count && !found; step++) {
        size_t at = (matrix->current + (forward ? step : count - step)) % count;
        found = list_holds(matrix->rows.items[matrix->shown[at]].folded, folded);
        if (found)
            matrix_go(matrix, at);
    }
    free(folded);
    return found;
}

size_t matrix_first_strip(const struct matrix *matrix)
{
    size_t lines = (size_t)matrix->shape.strips;
    size_t count = matrix->columns.count;
    size_t at = matrix->column > 0 ? matrix->column - 1 : matrix->left;
    size_t first = at > lines / 2 ? at - lines / 2 : 0;
    size_t last = count > lines ? count - lines : 0;
    return first < last ? first : last;
}
