/* band: the part of the grid of source and target boundaries that an alignment is looked for in.
 *
 * A node (i, j) means that the first i source sentences and the first j target sentences are
 * done. A band covers the rectangle of nodes from (source, target) to (source_end, target_end);
 * in row i only the columns low to high. Bounds never fall from row to row; the corners belong
 * to it. Memory is that of the rows, not of the grid.
 * Ownership: band_free. */
#ifndef DIPTYCH_ALIGN_BAND_H
#define DIPTYCH_ALIGN_BAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/bead.h"

#define BAND_NONE SIZE_MAX

struct band_row {
    size_t low;
    size_t high;   /* the last column */
    size_t offset; /* the number of the first node */
};

struct band {
    size_t source;
    size_t source_end;
    size_t target;
    size_t target_end;
    struct band_row *rows; /* source_end - source + 1 */
    size_t nodes;
};

/* All rows from corner to corner, empty of columns: band_widen fills, band_settle finishes. */
void band_begin(struct band *band, size_t source, size_t source_end, size_t target,
                size_t target_end);
void band_widen(struct band *band, size_t row, size_t low, size_t high);

/* Makes the bounds rise, adds the corners and numbers the nodes. */
void band_settle(struct band *band);

/* A band of `reach` columns around a path of beads, that of the rows nearby included; of rows that
 * have two columns at most, those. */
void band_around(struct band *band, const struct band *within, const struct beads *path,
                 size_t reach);

/* Drops the columns of each row before the first and behind the last node that is to be kept (flags
 * by node). */
void band_shrink(struct band *band, const bool *keep);
void band_free(struct band *band);

static inline const struct band_row *band_row(const struct band *band, size_t source)
{
    return &band->rows[source - band->source];
}

/* The number of a node, BAND_NONE outside. */
static inline size_t band_node(const struct band *band, size_t source, size_t target)
{
    if (source > band->source_end)
        return BAND_NONE;
    const struct band_row *row = band_row(band, source);
    return target < row->low || target > row->high ? BAND_NONE : row->offset + target - row->low;
}

#endif
