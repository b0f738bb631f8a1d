/* sparse_rows: for each of a sequence of owners a short list of numbered, weighted things (the
 * units of a sentence, the stems that render a unit), in one piece of memory.
 *
 * Rows are written one after another: push items, then sparse_rows_end the row. Row n is
 * items[starts[n]] to items[starts[n + 1]].
 * Ownership: sparse_rows_free. Start with { 0 }. */
#ifndef DIPTYCH_ALIGN_SPARSE_ROWS_H
#define DIPTYCH_ALIGN_SPARSE_ROWS_H

#include <stddef.h>
#include <stdint.h>

struct weighted {
    uint32_t id;
    float weight;
};

struct rows {
    struct weighted *items;
    size_t count; /* items */
    size_t capacity;
    size_t *starts; /* one more than there are rows; NULL before the first */
    size_t row_count;
    size_t start_capacity;
};

void sparse_rows_push(struct rows *rows, uint32_t id, float weight);
void sparse_rows_end(struct rows *rows);
void sparse_rows_free(struct rows *rows);

/* The items of a row; how many there are. */
static inline size_t sparse_rows_at(const struct rows *rows, size_t row,
                                    const struct weighted **items)
{
    *items = rows->items + rows->starts[row];
    return rows->starts[row + 1] - rows->starts[row];
}

/* Fills `turned` (empty before) with the rows that have each of `ids` numbers, in order and as often. */
void sparse_rows_turn(const struct rows *rows, size_t ids, struct rows *turned);

/* Weights by number, 0 everywhere between uses, and where they are not: for gathering a row. */
struct gather {
    float *values;
    uint32_t *touched;
    size_t touched_count;
    size_t size;
};

/* Makes room for numbers below `size`. */
void sparse_rows_gather_reserve(struct gather *gather, size_t size);
void sparse_rows_gather_add(struct gather *gather, uint32_t id, float weight);

/* Pushes what was gathered and ends the row, empty again. */
void sparse_rows_gather_end_row(struct gather *gather, struct rows *rows);
void sparse_rows_gather_clear(struct gather *gather);
void sparse_rows_gather_free(struct gather *gather);

#endif
