#include "ui/crosstab.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ui/list.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/width.h"

struct matrix *matrix_new(const char *title)
{
    struct matrix *matrix = xcalloc(1, sizeof *matrix);
    matrix->title = xstrdup(title);
    matrix->filter = xstrdup("");
    matrix->area_rows = matrix->area_columns = 1;
    return matrix;
}

void matrix_free(struct matrix *matrix)
{
    if (matrix == NULL)
        return;
    for (size_t i = 0; i < matrix->rows.count; i++) {
        free(matrix->rows.items[i].id);
        free(matrix->rows.items[i].name);
        free(matrix->rows.items[i].second);
        free(matrix->rows.items[i].folded);
    }
    for (size_t i = 0; i < matrix->columns.count; i++) {
        struct matrix_column *column = &matrix->columns.items[i];
        free(column->id);
        free(column->title);
        free(column->lang);
        free(column->publisher);
        free(column->items);
    }
    free(matrix->rows.items);
    free(matrix->columns.items);
    free(matrix->shown);
    free(matrix->title);
    free(matrix->filter);
    free(matrix);
}

size_t matrix_row(struct matrix *matrix, const struct matrix_entity *entity)
{
    struct matrix_row row = {
        .entity = entity->entity,
        .id = xstrdup(entity->id),
        .name = xstrdup(entity->name),
        .second = xstrdup(entity->second),
        .type = entity->type,
        .kind = entity->kind,
    };
    char *all = xasprintf("%s %s %s %s", entity->name, entity->second, entity->names,
                          entity->kind);
    row.folded = list_fold(all);
    free(all);
    VECTOR_PUSH(&matrix->rows, row);
    return matrix->rows.count - 1;
}

void matrix_column(struct matrix *matrix, const struct matrix_article *article)
{
    struct matrix_column column = {
        .article = article->article,
        .id = xstrdup(article->id),
        .title = xstrdup(article->title),
        .lang = xstrdup(article->lang),
        .publisher = xstrdup(article->publisher),
    };
    VECTOR_PUSH(&matrix->columns, column);
}

void matrix_put(struct matrix *matrix, size_t row, size_t count)
{
    struct matrix_column *column = &matrix->columns.items[matrix->columns.count - 1];
    VECTOR_PUSH(column, (struct matrix_cell){ row, count });
    matrix->rows.items[row].total += count;
}

static int compare_cells(const void *a, const void *b)
{
    size_t first = ((const struct matrix_cell *)a)->row;
    size_t second = ((const struct matrix_cell *)b)->row;
    return first < second ? -1 : first > second;
}

static int digits(size_t number)
{
    int count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int width(const char *text)
{
    return (int)width_text(text, strlen(text));
}

void matrix_complete(struct matrix *matrix)
{
    matrix->widest_cell = digits(matrix->columns.count);
    matrix->widest_name = 4; /* the heads of name and total */
    matrix->widest_total = 3;
    for (size_t i = 0; i < matrix->columns.count; i++) {
        struct matrix_column *column = &matrix->columns.items[i];
        if (column->count > 1)
            qsort(column->items, column->count, sizeof *column->items, compare_cells);
        for (size_t cell = 0; cell < column->count; cell++)
            matrix->widest_cell = larger(matrix->widest_cell, digits(column->items[cell].count));
        matrix->widest_id = larger(matrix->widest_id, width(column->id));
    }
    for (size_t i = 0; i < matrix->rows.count; i++) {
        const struct matrix_row *row = &matrix->rows.items[i];
        matrix->widest_name = larger(matrix->widest_name, width(row->name));
        matrix->widest_second = larger(matrix->widest_second, width(row->second));
        matrix->widest_kind = larger(matrix->widest_kind, width(row->kind));
        matrix->widest_total = larger(matrix->widest_total, digits(row->total));
    }
    if (matrix->columns.count > 0)
        matrix->column = 1;
    matrix_refresh(matrix);
}

void matrix_follow(struct matrix *matrix, const struct matrix *old)
{
    const struct matrix_row *row = matrix_current(old);
    const struct matrix_column *column = matrix_current_column(old);
    free(matrix->filter);
    matrix->filter = xstrdup(old->filter);
    matrix->order = old->order;
    matrix->kept_top = old->kept_top;
    matrix->kept_left = old->kept_left;
    matrix_refresh(matrix);
    matrix_resize(matrix, old->area_rows, old->area_columns);
    const char *id = column != NULL ? column->id : NULL;
    if (row != NULL && !matrix_seek(matrix, row->id, id))
        matrix_go(matrix, old->current);
}

/* ---- order ---- */

struct sortable {
    const struct matrix_row *row;
    size_t index;
    enum matrix_order order;
};

/* By type: the kinds in their order, within one by total; what is alike by name. */
static int compare_rows(const void *a, const void *b)
{
    const struct sortable *first = a;
    const struct sortable *second = b;
    if (first->order == MATRIX_BY_TYPE && first->row->type != second->row->type)
        return first->row->type < second->row->type ? -1 : 1;
    if (first->order != MATRIX_BY_NAME && first->row->total != second->row->total)
        return first->row->total > second->row->total ? -1 : 1;
    int order = strcmp(first->row->folded, second->row->folded);
    if (order != 0)
        return order;
    return first->index < second->index ? -1 : first->index > second->index;
}

static void sort_shown(struct matrix *matrix)
{
    size_t count = matrix->shown_count;
    struct sortable *rows = xcalloc(count + 1, sizeof *rows);
    for (size_t i = 0; i < count; i++)
        rows[i] = (struct sortable){ &matrix->rows.items[matrix->shown[i]], matrix->shown[i],
                                     matrix->order };
    qsort(rows, count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < count; i++)
        matrix->shown[i] = rows[i].index;
    free(rows);
}

void matrix_refresh(struct matrix *matrix)
{
    const struct matrix_row *current = matrix_current(matrix);
    size_t kept = current != NULL ? (size_t)(current - matrix->rows.items) : SIZE_MAX;
    size_t count = matrix->rows.count;
    unsigned char *leaves = xcalloc(count + 1, 1);
    matrix_filter_rows(matrix, leaves);
    matrix->shown = xreallocarray(matrix->shown, count + 1, sizeof *matrix->shown);
    matrix->shown_count = 0;
    for (size_t i = 0; i < count; i++)
        if (leaves[i])
            matrix->shown[matrix->shown_count++] = i;
    free(leaves);
    sort_shown(matrix);
    size_t at = 0;
    for (size_t i = 0; i < matrix->shown_count; i++)
        if (matrix->shown[i] == kept)
            at = i;
    matrix_go(matrix, at);
}

void matrix_sort(struct matrix *matrix, enum matrix_order order)
{
    matrix->order = order;
    matrix_refresh(matrix);
}

void matrix_filter(struct matrix *matrix, const char *words)
{
    char *copy = xstrdup(words != NULL ? words : "");
    free(matrix->filter);
    matrix->filter = copy;
    matrix_refresh(matrix);
}

/* ---- what stands where ---- */

bool matrix_cycle_only(struct matrix *matrix)
{
    const struct matrix_column *column = matrix_current_column(matrix);
    if (column == NULL)
        return false;
    char *words = matrix_cycled_filter(matrix, column);
    matrix_filter(matrix, words);
    free(words);
    return true;
}

const struct matrix_row *matrix_current(const struct matrix *matrix)
{
    if (matrix->current >= matrix->shown_count)
        return NULL;
    return &matrix->rows.items[matrix->shown[matrix->current]];
}

const struct matrix_column *matrix_current_column(const struct matrix *matrix)
{
    return matrix->column > 0 ? &matrix->columns.items[matrix->column - 1] : NULL;
}

size_t matrix_count(const struct matrix *matrix, const struct matrix_column *column, size_t shown)
{
    struct matrix_cell wanted = { matrix->shown[shown], 0 };
    if (column->count == 0)
        return 0;
    const struct matrix_cell *cell = bsearch(&wanted, column->items, column->count,
                                             sizeof *column->items, compare_cells);
    return cell != NULL ? cell->count : 0;
}

size_t matrix_spread(const struct matrix *matrix, size_t shown)
{
    size_t spread = 0;
    for (size_t i = 0; i < matrix->columns.count; i++)
        spread += matrix_count(matrix, &matrix->columns.items[i], shown) > 0;
    return spread;
}
