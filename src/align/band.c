#include "align/band.h"

#include <stdlib.h>

#include "base/xalloc.h"

#define ROWS_NEAR 2

static size_t row_count(const struct band *band)
{
    return band->source_end - band->source + 1;
}

void band_begin(struct band *band, size_t source, size_t source_end, size_t target,
                size_t target_end)
{
    *band = (struct band){ source, source_end, target, target_end, NULL, 0 };
    band->rows = xcalloc(row_count(band), sizeof *band->rows);
    for (size_t i = 0; i < row_count(band); i++)
        band->rows[i] = (struct band_row){ .low = SIZE_MAX };
}

static void widen(struct band *band, size_t index, size_t low, size_t high)
{
    struct band_row *row = &band->rows[index];
    low = low < band->target ? band->target : low;
    high = high > band->target_end ? band->target_end : high;
    if (row->low > low)
        row->low = low;
    if (row->high < high)
        row->high = high;
}

void band_widen(struct band *band, size_t row, size_t low, size_t high)
{
    widen(band, row - band->source, low, high);
}

void band_settle(struct band *band)
{
    size_t last = row_count(band) - 1;
    widen(band, 0, band->target, band->target);
    widen(band, last, band->target_end, band->target_end);
    for (size_t i = last; i > 0; i--) {
        if (band->rows[i - 1].low > band->rows[i].low)
            band->rows[i - 1].low = band->rows[i].low;
    }
    /* Each row reaches into the next one, so that gaps lead from corner to corner whatever else
     * the band has. */
    for (size_t i = 0; i <= last; i++) {
        size_t least = band->rows[i < last ? i + 1 : i].low;
        if (i > 0 && band->rows[i - 1].high > least)
            least = band->rows[i - 1].high;
        if (band->rows[i].high < least)
            band->rows[i].high = least;
    }
    band->nodes = 0;
    for (size_t i = 0; i <= last; i++) {
        band->rows[i].offset = band->nodes;
        band->nodes += band->rows[i].high - band->rows[i].low + 1;
    }
}

/* Where the path crosses each row. */
static void trace(struct band *band, const struct beads *path)
{
    band_widen(band, band->source, band->target, band->target);
    for (size_t i = 0; i < path->count; i++) {
        const struct bead *bead = &path->items[i];
        for (size_t k = 0; k <= bead->source_count; k++)
            band_widen(band, bead->source + k, bead->target, bead->target + bead->target_count);
    }
}

void band_around(struct band *band, const struct band *within, const struct beads *path,
                 size_t reach)
{
    struct band line;
    band_begin(&line, within->source, within->source_end, within->target, within->target_end);
    band_begin(band, within->source, within->source_end, within->target, within->target_end);
    trace(&line, path);
    size_t rows = row_count(band);
    for (size_t i = 0; i < rows; i++) {
        size_t first = i < ROWS_NEAR ? 0 : i - ROWS_NEAR;
        if (within->rows[i].high <= within->rows[i].low + 1) {
            widen(band, i, within->rows[i].low, within->rows[i].high);
            continue;
        }
        for (size_t k = first; k < rows && k <= i + ROWS_NEAR; k++) {
            size_t low = line.rows[k].low;
            widen(band, i, low < reach ? 0 : low - reach, line.rows[k].high + reach);
        }
    }
    band_free(&line);
    band_settle(band);
}

void band_shrink(struct band *band, const bool *keep)
{
    for (size_t i = 0; i < row_count(band); i++) {
        struct band_row whole = band->rows[i];
        band->rows[i] = (struct band_row){ .low = SIZE_MAX };
        for (size_t target = whole.low; target <= whole.high; target++) {
            if (keep[whole.offset + target - whole.low])
                widen(band, i, target, target);
        }
    }
    band_settle(band);
}

void band_free(struct band *band)
{
    free(band->rows);
    band->rows = NULL;
}
