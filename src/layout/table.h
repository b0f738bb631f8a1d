/* table: how wide the columns of a Markdown table become.
 *
 * Each column wants its widest cell. Where they do not fit side by side (with " │ "
 * between them), the widest columns give way first until all fit, none below
 * TABLE_LEAST cells; the cells then wrap within their columns. A table that cannot even
 * have that is set as ordinary lines.
 * Units are cells, x counted from the table's left edge. Nothing is allocated. */
#ifndef DIPTYCH_LAYOUT_TABLE_H
#define DIPTYCH_LAYOUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/document.h"
#include "layout/tag.h"

#define TABLE_COLUMNS 64
#define TABLE_LEAST 3
#define TABLE_BETWEEN 3 /* cells of " │ " */

struct table_column {
    uint16_t x;
    uint16_t width;
};

struct table {
    size_t first; /* first row's block; SIZE_MAX before anything was measured */
    size_t last;  /* furthest row that was asked for */
    int width;    /* what it was measured for */
    int count;
    struct table_column columns[TABLE_COLUMNS];
    uint64_t centred; /* a bit a column: its cells stand in the middle, at the right */
    uint64_t right;
};

/* Measures the table that block `row` is a row of, unless `table` already holds it. False
 * when it does not fit as a table. At most 2,000 rows are looked at. Who changes the tags has it
 * measured anew (`first` SIZE_MAX). */
bool table_measure(struct table *table, const struct document *document, size_t row, int width,
                   const struct tags *tags);

#endif
