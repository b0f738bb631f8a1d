#include "ui/crosstab.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/width.h"
#include "ui/crosstab_filter.h"
#include "ui/crosstab_layout.h"
#include "ui/list.h"

struct crosstab *crosstab_new(const char *title)
{
    struct crosstab *crosstab = xcalloc(1, sizeof *crosstab);
    crosstab->title = xstrdup(title);
    crosstab->filter = xstrdup("");
    crosstab->area_rows = crosstab->area_columns = 1;
    return crosstab;
}

void crosstab_free(struct crosstab *crosstab)
{
    if (crosstab == NULL)
        return;
    for (size_t i = 0; i < crosstab->rows.count; i++) {
        free(crosstab->rows.items[i].id);
        free(crosstab->rows.items[i].name);
        free(crosstab->rows.items[i].second);
        free(crosstab->rows.items[i].folded);
    }
    for (size_t i = 0; i < crosstab->columns.count; i++) {
        struct crosstab_column *column = &crosstab->columns.items[i];
        free(column->id);
        free(column->title);
        free(column->lang);
        free(column->publisher);
        free(column->items);
    }
    free(crosstab->rows.items);
    free(crosstab->columns.items);
    free(crosstab->shown);
    free(crosstab->title);
    free(crosstab->filter);
    free(crosstab);
}

size_t crosstab_row(struct crosstab *crosstab, const struct crosstab_entity *entity)
{
    struct crosstab_row row = {
        .entity = entity->entity,
        .id = xstrdup(entity->id),
        .name = xstrdup(entity->name),
        .second = xstrdup(entity->second),
        .type = entity->type,
        .kind = entity->kind,
    };
    char *all = xasprintf("%s %s %s %s %s", entity->name, entity->second, entity->names,
                          entity->kind, message_text(entity->kind));
    row.folded = list_fold(all);
    free(all);
    VECTOR_PUSH(&crosstab->rows, row);
    return crosstab->rows.count - 1;
}

void crosstab_column(struct crosstab *crosstab, const struct crosstab_article *article)
{
    struct crosstab_column column = {
        .article = article->article,
        .id = xstrdup(article->id),
        .title = xstrdup(article->title),
        .lang = xstrdup(article->lang),
        .publisher = xstrdup(article->publisher),
    };
    VECTOR_PUSH(&crosstab->columns, column);
}

void crosstab_put(struct crosstab *crosstab, size_t row, size_t count)
{
    struct crosstab_column *column = &crosstab->columns.items[crosstab->columns.count - 1];
    VECTOR_PUSH(column, (struct crosstab_cell){ row, count });
    crosstab->rows.items[row].total += count;
}

static int compare_cells(const void *a, const void *b)
{
    size_t first = ((const struct crosstab_cell *)a)->row;
    size_t second = ((const struct crosstab_cell *)b)->row;
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

/* ---- order ---- */

struct sortable_row {
    const struct crosstab_row *row;
    size_t index;
    enum crosstab_order order;
};

/* By type: the kinds in their order, within one by total; what is alike by name. */
static int compare_rows(const void *a, const void *b)
{
    const struct sortable_row *first = a;
    const struct sortable_row *second = b;
    if (first->order == CROSSTAB_BY_TYPE && first->row->type != second->row->type)
        return first->row->type < second->row->type ? -1 : 1;
    if (first->order != CROSSTAB_BY_NAME && first->row->total != second->row->total)
        return first->row->total > second->row->total ? -1 : 1;
    int order = strcmp(first->row->folded, second->row->folded);
    if (order != 0)
        return order;
    return first->index < second->index ? -1 : first->index > second->index;
}

static void sort_shown(struct crosstab *crosstab)
{
    size_t count = crosstab->shown_count;
    struct sortable_row *rows = xcalloc(count + 1, sizeof *rows);
    for (size_t i = 0; i < count; i++)
        rows[i] = (struct sortable_row){ &crosstab->rows.items[crosstab->shown[i]],
                                         crosstab->shown[i], crosstab->order };
    qsort(rows, count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < count; i++)
        crosstab->shown[i] = rows[i].index;
    free(rows);
}

/* Filters and sorts anew; the row stays if it is still shown. */
static void refresh(struct crosstab *crosstab)
{
    const struct crosstab_row *current = crosstab_current(crosstab);
    size_t kept = current != NULL ? (size_t)(current - crosstab->rows.items) : SIZE_MAX;
    size_t count = crosstab->rows.count;
    unsigned char *leaves = xcalloc(count + 1, 1);
    crosstab_filter_rows(crosstab, leaves);
    crosstab->shown = xreallocarray(crosstab->shown, count + 1, sizeof *crosstab->shown);
    crosstab->shown_count = 0;
    for (size_t i = 0; i < count; i++)
        if (leaves[i])
            crosstab->shown[crosstab->shown_count++] = i;
    free(leaves);
    sort_shown(crosstab);
    size_t at = 0;
    for (size_t i = 0; i < crosstab->shown_count; i++)
        if (crosstab->shown[i] == kept)
            at = i;
    crosstab_go(crosstab, at);
}

void crosstab_complete(struct crosstab *crosstab)
{
    crosstab->widest_cell = digits(crosstab->columns.count);
    crosstab->widest_name = 4; /* the heads of name and total */
    crosstab->widest_total = 3;
    for (size_t i = 0; i < crosstab->columns.count; i++) {
        struct crosstab_column *column = &crosstab->columns.items[i];
        if (column->count > 1)
            qsort(column->items, column->count, sizeof *column->items, compare_cells);
        for (size_t cell = 0; cell < column->count; cell++)
            crosstab->widest_cell =
                larger(crosstab->widest_cell, digits(column->items[cell].count));
        crosstab->widest_id = larger(crosstab->widest_id, width(column->id));
    }
    for (size_t i = 0; i < crosstab->rows.count; i++) {
        const struct crosstab_row *row = &crosstab->rows.items[i];
        crosstab->widest_name = larger(crosstab->widest_name, width(row->name));
        crosstab->widest_second = larger(crosstab->widest_second, width(row->second));
        crosstab->widest_kind = larger(crosstab->widest_kind, width(message_text(row->kind)));
        crosstab->widest_total = larger(crosstab->widest_total, digits(row->total));
    }
    if (crosstab->columns.count > 0)
        crosstab->column = 1;
    refresh(crosstab);
}

void crosstab_follow(struct crosstab *crosstab, const struct crosstab *old)
{
    const struct crosstab_row *row = crosstab_current(old);
    const struct crosstab_column *column = crosstab_current_column(old);
    free(crosstab->filter);
    crosstab->filter = xstrdup(old->filter);
    crosstab->order = old->order;
    crosstab->kept_top = old->kept_top;
    crosstab->kept_left = old->kept_left;
    refresh(crosstab);
    crosstab_resize(crosstab, old->area_rows, old->area_columns);
    const char *id = column != NULL ? column->id : NULL;
    if (row != NULL && !crosstab_seek(crosstab, row->id, id))
        crosstab_go(crosstab, old->current);
}

void crosstab_sort(struct crosstab *crosstab, enum crosstab_order order)
{
    crosstab->order = order;
    refresh(crosstab);
}

void crosstab_filter(struct crosstab *crosstab, const char *words)
{
    char *copy = xstrdup(words != NULL ? words : "");
    free(crosstab->filter);
    crosstab->filter = copy;
    refresh(crosstab);
}

/* ---- what stands where ---- */

bool crosstab_cycle_only(struct crosstab *crosstab)
{
    const struct crosstab_column *column = crosstab_current_column(crosstab);
    if (column == NULL)
        return false;
    char *words = crosstab_cycled_filter(crosstab, column);
    crosstab_filter(crosstab, words);
    free(words);
    return true;
}

const struct crosstab_row *crosstab_current(const struct crosstab *crosstab)
{
    if (crosstab->current >= crosstab->shown_count)
        return NULL;
    return &crosstab->rows.items[crosstab->shown[crosstab->current]];
}

const struct crosstab_column *crosstab_current_column(const struct crosstab *crosstab)
{
    return crosstab->column > 0 ? &crosstab->columns.items[crosstab->column - 1] : NULL;
}

size_t crosstab_count(const struct crosstab *crosstab, const struct crosstab_column *column,
                      size_t shown)
{
    struct crosstab_cell wanted = { crosstab->shown[shown], 0 };
    if (column->count == 0)
        return 0;
    const struct crosstab_cell *cell =
        bsearch(&wanted, column->items, column->count, sizeof *column->items, compare_cells);
    return cell != NULL ? cell->count : 0;
}

size_t crosstab_spread(const struct crosstab *crosstab, size_t shown)
{
    size_t spread = 0;
    for (size_t i = 0; i < crosstab->columns.count; i++)
        spread += crosstab_count(crosstab, &crosstab->columns.items[i], shown) > 0;
    return spread;
}
