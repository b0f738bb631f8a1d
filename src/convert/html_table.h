/* html_table: whether a table of a page holds data or only arranges things, and its shape. */
#ifndef DIPTYCH_CONVERT_HTML_TABLE_H
#define DIPTYCH_CONVERT_HTML_TABLE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "convert/page_weight.h"

#define HTML_COLUMNS 250

/* Cells that rows above have taken in this one, by column. */
struct html_grid {
    unsigned columns;
    unsigned column; /* of the next cell */
    unsigned short taken[HTML_COLUMNS];
};

/* False: a layout, to be read cell by cell. */
bool html_table_is_data(const struct page_weights *weights, xmlNodePtr table);

void html_table_measure(const struct page_weights *weights, xmlNodePtr table,
                        struct html_grid *grid);

/* Is the row one of headings? */
bool html_row_is_header(const xmlNode *row);

unsigned html_cell_span(const xmlNode *cell, const char *attribute);

/* 'l', 'c', 'r' as the cell is aligned. */
char html_cell_side(const xmlNode *cell);

#endif
