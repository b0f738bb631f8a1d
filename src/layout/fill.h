/* fill: a block's text cut into rows of a given width; a part of layout.h, which says how. */
#ifndef DIPTYCH_LAYOUT_FILL_H
#define DIPTYCH_LAYOUT_FILL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "layout/layout.h"
#include "layout/table.h"
#include "layout/tag.h"

/* Line break opportunities of a text (text/linebreak.h), used again for the next. */
struct fill_marks {
    unsigned char *items;
    size_t capacity;
};

/* The block being filled and how far it is. */
struct filler {
    int tab;
    const struct tags *tags;
    struct block_layout *out; /* gets the pieces */
    const char *text; /* the block's */
    size_t base;      /* where in the document it begins */
    size_t length;
    const unsigned char *marks; /* NULL: code, lines end only where they are full */
    int x;                      /* left edge on the row, for the pieces */
    int width;
    uint32_t row; /* the next one */
};

/* For a column of `width` cells. Valid until `marks` is used again. */
unsigned char *fill_mark_breaks(struct fill_marks *marks, const char *text, size_t length,
                                int width);

/* Greedy filling: each row takes what fits, then ends at its last opportunity. Blanks hang beyond
 * the column, but for those of code. */
void fill_lines(struct filler *filler);

/* Each cell of a table row is filled in its own column; the table has been measured. */
void fill_table_row(struct filler *filler, const struct table *table, struct fill_marks *marks);

/* One row, its key two fifths of the way: what does not fit on either side is left out. */
void fill_context(struct filler *filler, struct span key);

/* Width of a cluster at cell `x`. */
int fill_cluster_width(int tab, const char *cluster, size_t length, int x);

/* End of the cluster at `at`; the common cases without asking the library. */
size_t fill_next_cluster(const char *text, size_t length, size_t at);

/* Whether text[start, end) is a blank and nothing that stands on it. */
bool fill_is_blank(const char *text, size_t start, size_t end);

#endif
