#include "layout/table.h"

#include <string.h>

#include "text/width.h"

#define ROWS_LOOKED_AT 2000
#define WIDEST 10000 /* no cell asks for more */

/* First row of `row`'s table; not looked for again between rows that were asked for. */
static size_t first_row(const struct table *table, const struct document *document, size_t row)
{
    while (row > 0 && (document->blocks[row].flags & BLOCK_TABLE_FIRST) == 0 &&
           document->blocks[row - 1].kind == BLOCK_TABLE_ROW) {
        if (row >= table->first && row <= table->last)
            return table->first;
        row--;
    }
    return row;
}

/* Widens `widths` by one row's cells; returns the number of cells. */
static int measure_row(const struct document *document, const struct block *row,
                       const struct tags *tags, int *widths)
{
    const char *text = document->text;
    int count = 0;
    for (size_t start = row->start; count < TABLE_COLUMNS;) {
        const char *tab = memchr(text + start, '\t', row->end - start);
        size_t end = tab != NULL ? (size_t)(tab - text) : row->end;
        size_t width = width_text(text + start, end - start) + (size_t)tags_cells(tags, start, end);
        if (width > WIDEST)
            width = WIDEST;
        if ((int)width > widths[count])
            widths[count] = (int)width;
        count++;
        if (tab == NULL)
            break;
        start = end + 1;
    }
    return count;
}

static int sum_below(const int *widths, int count, int level)
{
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum += widths[i] < level ? widths[i] : level;
    return sum;
}

/* Lowers the widest columns to one level, so that the sum is `room` at most. */
static void narrow(int *widths, int count, int room)
{
    int level = TABLE_LEAST;
    for (int high = WIDEST; level < high;) {
        int middle = level + (high - level + 1) / 2;
        if (sum_below(widths, count, middle) <= room)
            level = middle;
        else
            high = middle - 1;
    }
    int spare = room - sum_below(widths, count, level);
    for (int i = 0; i < count; i++) {
        if (widths[i] > level)
            widths[i] = level + (spare-- > 0 ? 1 : 0);
    }
}

bool table_measure(struct table *table, const struct document *document, size_t row, int width,
                   const struct tags *tags)
{
    size_t first = first_row(table, document, row);
    if (table->first == first && table->width == width) {
        table->last = row > table->last ? row : table->last;
        return table->count > 0;
    }
    int widths[TABLE_COLUMNS] = { 0 };
    table->first = first;
    table->last = row;
    table->width = width;
    table->count = 0;
    int count = 0;
    for (size_t i = first; i < document->block_count && i < first + ROWS_LOOKED_AT; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_TABLE_ROW || (i > first && (block->flags & BLOCK_TABLE_FIRST)))
            break;
        int cells = measure_row(document, block, tags, widths);
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
    const struct table_alignment *alignment = document_alignment(document, first);
    table->centred = alignment != NULL ? alignment->centred : 0;
    table->right = alignment != NULL ? alignment->right : 0;
    table->count = count;
    return true;
}
