#include "align/sparse_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

void sparse_rows_push(struct rows *rows, uint32_t id, float weight)
{
    VECTOR_PUSH(rows, (struct weighted){ id, weight });
}

void sparse_rows_end(struct rows *rows)
{
    rows->starts =
        vector_grow(rows->starts, &rows->start_capacity, rows->row_count + 2, sizeof *rows->starts);
    VECTOR_RESERVE(rows, rows->count + 1); /* so that an empty row has a place, too */
    if (rows->row_count == 0)
        rows->starts[0] = 0;
    rows->starts[++rows->row_count] = rows->count;
}

void sparse_rows_free(struct rows *rows)
{
    free(rows->items);
    free(rows->starts);
    *rows = (struct rows){ 0 };
}

void sparse_rows_turn(const struct rows *rows, size_t ids, struct rows *turned)
{
    turned->starts = xcalloc(ids + 1, sizeof *turned->starts);
    turned->items = xreallocarray(NULL, rows->count + 1, sizeof *turned->items);
    turned->row_count = ids;
    turned->count = rows->count;
    /* Ends first, which filling from behind makes starts. */
    for (size_t i = 0; i < rows->count; i++)
        turned->starts[rows->items[i].id]++;
    for (size_t i = 1; i <= ids; i++)
        turned->starts[i] += turned->starts[i - 1];
    for (size_t row = rows->row_count; row-- > 0;) {
        for (size_t i = rows->starts[row + 1]; i-- > rows->starts[row];)
            turned->items[--turned->starts[rows->items[i].id]] =
                (struct weighted){ (uint32_t)row, rows->items[i].weight };
    }
}

void sparse_rows_gather_reserve(struct gather *gather, size_t size)
{
    if (size <= gather->size)
        return;
    size_t grown = size > gather->size * 2 ? size : gather->size * 2;
    gather->values = xreallocarray(gather->values, grown, sizeof *gather->values);
    gather->touched = xreallocarray(gather->touched, grown, sizeof *gather->touched);
    for (size_t i = gather->size; i < grown; i++)
        gather->values[i] = 0;
    gather->size = grown;
}

/* Weights are positive, so that 0 says that nothing was added. */
void sparse_rows_gather_add(struct gather *gather, uint32_t id, float weight)
{
    if (weight <= 0)
        return;
    if (gather->values[id] == 0)
        gather->touched[gather->touched_count++] = id;
    gather->values[id] += weight;
}

void sparse_rows_gather_end_row(struct gather *gather, struct rows *rows)
{
    for (size_t i = 0; i < gather->touched_count; i++)
        sparse_rows_push(rows, gather->touched[i], gather->values[gather->touched[i]]);
    sparse_rows_gather_clear(gather);
    sparse_rows_end(rows);
}

void sparse_rows_gather_clear(struct gather *gather)
{
    for (size_t i = 0; i < gather->touched_count; i++)
        gather->values[gather->touched[i]] = 0;
    gather->touched_count = 0;
}

void sparse_rows_gather_free(struct gather *gather)
{
    free(gather->values);
    free(gather->touched);
    *gather = (struct gather){ 0 };
}
