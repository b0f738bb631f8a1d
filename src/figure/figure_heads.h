/* figure_heads: what the heads and the caption of a table tell of the numbers in its cells.
 *
 * A cell 37.6 under “Revenue (US$ bn)”, 营收（亿元） or below a caption “(in millions)”, 单位：万元 is
 * a sum in that unit and scale. A cell with a unit or scale of its own keeps it; a share's column
 * goes before the row's head, that before the column's, and the caption, which an empty corner's cell
 * may be, comes last: it serves neither ranks, years, people nor what is per share, and a sum of money
 * no whole numbers below things that are counted (Trucks) beside a column of money. A column “Unit”,
 * 单位 tells the units of its rows. Where a head is not wholly understood nothing is told. Nothing is
 * allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_HEADS_H
#define DIPTYCH_FIGURE_FIGURE_HEADS_H

#include "base/span.h"
#include "figure/figure_scan.h"
#include "figure/figure_unit.h"

#define FIGURE_HEADS_COLUMNS 32 /* those beyond have no heads */

/* What one of them tells. */
struct figure_told {
    const struct figure_unit *unit; /* NULL: none */
    int power;                      /* of ten */
    bool told;
    bool alone;       /* the head is nothing else */
    bool other;       /* of what no caption tells: ranks, years, per share */
    bool money;       /* it says sales, costs and the like */
    bool things;      /* it ends with a plural that is none of them */
    bool period;      /* it is a year, a month or a quarter */
    struct span span; /* where it is told */
};

struct figure_heads {
    struct figure_told caption;
    struct figure_told row;
    struct figure_told columns[FIGURE_HEADS_COLUMNS];
    struct figure_told corner; /* of the head above what the rows are, for columns of periods */
    size_t units; /* the column of units; 0: none */
    bool money;   /* a column is of sums */
};

/* What a paragraph or heading before a table tells of it; what is told within a sentence is not. */
struct figure_told figure_heads_caption(const struct figure_scan *paragraph);

void figure_heads_begin(struct figure_heads *heads, struct figure_told caption);

/* Takes in a cell of a row of heads, or a row's head; returns where it tells a unit or scale, an
 * empty span where it does not. */
struct span figure_heads_learn(struct figure_heads *heads, size_t column, bool head,
                               const struct figure_scan *cell);

/* Reads the cell of that column; false when it is no mere number or nothing is told of it. */
bool figure_heads_read(const struct figure_heads *heads, size_t column,
                       const struct figure_scan *cell, struct figure *figure);

#endif
