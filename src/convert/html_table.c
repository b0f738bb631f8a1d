#include "convert/html_table.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "convert/dom.h"

#define CELL_LIMIT 1500 /* weight of a cell that is rather a passage */

unsigned html_cell_span(const xmlNode *cell, const char *attribute)
{
    unsigned long span = strtoul(dom_attribute(cell, attribute), NULL, 10);
    return span < 1 ? 1 : span < 100 ? (unsigned)span : 100;
}

char html_cell_side(const xmlNode *cell)
{
    const char *align = dom_attribute(cell, "align");
    const char *style = strstr(dom_attribute(cell, "style"), "text-align");
    if (style != NULL) {
        align = style + strlen("text-align");
        align += strspn(align, ": ");
    }
    if (strncasecmp(align, "right", 5) == 0 || strncasecmp(align, "end", 3) == 0)
        return 'r';
    return strncasecmp(align, "center", 6) == 0 ? 'c' : 'l';
}

bool html_row_is_header(const xmlNode *row)
{
    if (dom_is(row->parent, "thead"))
        return true;
    unsigned heads = 0;
    for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
        if (dom_is(cell, "td"))
            return false;
        heads += dom_is(cell, "th");
    }
    return heads > 1;
}

/* Rows of this table, not of one within it. */
static xmlNodePtr next_row(const struct page_weights *weights, xmlNodePtr node, xmlNodePtr table)
{
    do {
        node = dom_next(node, table, !dom_is(node, "tr") && !page_is_skipped(weights, node));
    } while (node != NULL && (!dom_is(node, "tr") || page_is_skipped(weights, node)));
    return node;
}

static unsigned count_cells(const struct page_weights *weights, const xmlNode *row)
{
    unsigned cells = 0;
    for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
        if (dom_is_one(cell, " td th ") && !page_is_skipped(weights, cell))
            cells += html_cell_span(cell, "colspan");
    }
    return cells;
}

void html_table_measure(const struct page_weights *weights, xmlNodePtr table, struct html_grid *grid)
{
    *grid = (struct html_grid){ 0 };
    for (xmlNodePtr row = next_row(weights, table, table); row != NULL;
         row = next_row(weights, row, table)) {
        unsigned cells = count_cells(weights, row);
        if (cells > grid->columns)
            grid->columns = cells < HTML_COLUMNS ? cells : HTML_COLUMNS;
    }
}

static bool is_passage(const struct page_weights *weights, const xmlNode *cell)
{
    const struct page_weight *weight = page_weight_of(weights, cell);
    return weight != NULL && weight->text > CELL_LIMIT;
}

bool html_table_is_data(const struct page_weights *weights, xmlNodePtr table)
{
    const char *role = dom_attribute(table, "role");
    bool heads = false;
    unsigned rows = 0;
    unsigned widest = 0;
    if (strcmp(role, "presentation") == 0 || strcmp(role, "none") == 0)
        return false;
    for (xmlNodePtr node = table; node != NULL;
         node = dom_next(node, table, !page_is_skipped(weights, node))) {
        if (page_is_skipped(weights, node))
            continue;
        if (node != table && dom_is_one(node, " table pre h1 h2 h3 blockquote hr article section "))
            return false;
        heads |= dom_is(node, "th") || dom_is(node, "thead");
        if (dom_is_one(node, " td th ") && is_passage(weights, node))
            return false;
        if (dom_is(node, "tr")) {
            unsigned cells = count_cells(weights, node);
            widest = cells > widest ? cells : widest;
            rows += cells > 0;
        }
    }
    return widest >= 2 && (rows >= 2 || heads) && widest <= HTML_COLUMNS;
}
