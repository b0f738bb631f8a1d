#include "layout/table.h"

#include <string.h>

#include "text/width.h"

#define ROWS_LOOKED_AT 2000

static size_t first_row(const struct document *document, size_t row)
{
    while (row > 0 && (document->blocks[row].flags & BLOCK_TABLE_FIRST) == 0 &&
           document->blocks[row - 1].kind == BLOCK_TABLE_ROW)
        row--;
    return row;
}

/* Widens `widths` by one row's cells; returns the number of cells. */
static int measure_row(const struct document *document, const struct block *row, int *widths)
{
    const char *text = document->text;
    int count = 0;
    for (size_t start = row->start; count < TABLE_COLUMNS;) {
        const char *tab = memchr(text + start, '\t', row->end - start);
        size_t end = tab != NULL ? (size_t)(tab - text) : row->end;
        size_t width = width_text(text + start, end - start);
        if (width > 10000)
            width = 10000;
        if ((int)width > widths[count])
            widths[count] = (int)width;
        count++;
        if (tab == NULL)
            break;
        start = end + 1;
    }
    return count;
}

/* Takes cells from the widest columns until the sum is `room`. */
static void narrow(int *widths, int count, int room)
{
    for (;;) {
        int sum = 0;
        int widest = 0;
        int second = TABLE_LEAST;
        for (int i = 0; i < count; i++) {
            sum += widths[i];
            if (widths[i] > widths[widest])
                widest = i;
        }
        if (sum <= room)
            return;
        for (int i = 0; i < count; i++)
            if (i != widest && widths[i] > second)
                second = widths[i];
        int take = widths[widest] - second;
        take = take < 1 ? 1 : take;
        widths[widest] -= take < sum - room ? take : sum - room;
    }
}

bool table_measure(struct table *table, const struct document *document, size_t row, int width)
{
    size_t first = first_row(document, row);
    if (table->first == first && table->width == width)
        return table->count > 0;
    int widths[TABLE_COLUMNS] = { 0 };
    table->first = first;
    table->width = width;
    table->count = 0;
    int count = 0;
    for (size_t i = first; i < document->block_count && i < first + ROWS_LOOKED_AT; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_TABLE_ROW || (i > first && (block->flags & BLOCK_TABLE_FIRST)))
            break;
        int cells = measure_row(document, block, widths);
        count = cells > count ? cells : count;
    }
    int room = width - TABLE_BETWEEN * (count - 1);
    if (count == 0 || room < count * TABLE_LEAST)
        return false;
    for (int i = 0; i < count; i++)
        widths[i] = widths[i] < TABLE_LEAST ? TABLE_LEAST : widths[i];
    narrow(widths, count, room);
    int x = 0;
    for (int i = 0; i < count; i++) {
        table->columns[i] = (struct table_column){ (uint16_t)x, (uint16_t)widths[i] };
        x += widths[i] + TABLE_BETWEEN;
    }
    table->count = count;
    return true;
}
