#include "bitext/lattice.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define MINIMUM 0.4     /* posterior that a bead must have to pay */
#define GAP_GAIN 0.5    /* what a gap's posterior counts */
#define NEGLIGIBLE 14.0 /* natural logarithm of one in a million and a bit */
#define NO_TYPE 0xFF
#define FAR (-1e300)
#define ROWS_BETWEEN_CALLS 16

static bool may_go_on(const struct lattice_watch *watch, const struct band *band, size_t source)
{
    size_t row = source - band->source, rows = band->source_end - band->source + 1;
    if (watch == NULL || watch->go_on == NULL || row % ROWS_BETWEEN_CALLS != 0)
        return true;
    double part = (double)row / (double)rows;
    return watch->go_on(watch->data, watch->from + part * (watch->to - watch->from));
}

void lattice_begin_row(struct scorer *scorer, const struct band *band, size_t source, bool plain)
{
    size_t from[BEAD_SOURCE_MOST], to[BEAD_SOURCE_MOST];
    for (size_t k = 0; k < BEAD_SOURCE_MOST; k++) {
        /* Sentence source + k may be in beads that begin up to three rows above it. */
        size_t at = source + k < band->source_end ? source + k : band->source_end;
        size_t first =
            at >= band->source + BEAD_SOURCE_MOST - 1 ? at - (BEAD_SOURCE_MOST - 1) : band->source;
        size_t last =
            at + BEAD_SOURCE_MOST < band->source_end ? at + BEAD_SOURCE_MOST : band->source_end;
        from[k] = band_row(band, first)->low;
        to[k] = band_row(band, last)->high;
    }
    if (source < band->source_end)
        scorer_row(scorer, source, from, to, plain);
}

/* ---- the first path ---- */

/* Follows the types back from the last corner. */
static void trace_back(const struct band *band, const uint8_t *came, struct beads *path)
{
    size_t source = band->source_end, target = band->target_end;
    size_t first = path->count;
    while (source > band->source || target > band->target) {
        uint8_t type = came[band_node(band, source, target)];
        if (type == NO_TYPE)
            break;
        source -= bead_types[type].source;
        target -= bead_types[type].target;
        VECTOR_PUSH(path, (struct bead){ .source = (uint32_t)source,
                                         .target = (uint32_t)target,
                                         .source_count = bead_types[type].source,
                                         .target_count = bead_types[type].target });
    }
    for (size_t i = first, k = path->count; i + 1 < k; i++) {
        struct bead swapped = path->items[i];
        path->items[i] = path->items[--k];
        path->items[k] = swapped;
    }
}

/* Where the bead leads, BAND_NONE when it leaves the band. */
static size_t node_after(const struct band *band, size_t source, size_t target, size_t type)
{
    return band_node(band, source + bead_types[type].source, target + bead_types[type].target);
}

static void extend_paths(struct scorer *scorer, const struct weights *weights,
                         const struct band *band, size_t source, double *best, uint8_t *came)
{
    const struct band_row *row = band_row(band, source);
    for (size_t target = row->low; target <= row->high; target++) {
        double here = best[row->offset + target - row->low];
        for (size_t type = 0; here > FAR && type < BEAD_TYPES; type++) {
            size_t next = bead_type_is_plain(bead_types[type])
                              ? node_after(band, source, target, type)
                              : BAND_NONE;
            if (next == BAND_NONE)
                continue;
            float score = scorer_score(scorer, weights, target, type);
            double value = here + (double)score;
            if (score > SCORE_NEVER && value > best[next]) {
                best[next] = value;
                came[next] = (uint8_t)type;
            }
        }
    }
}

bool lattice_first_path(struct scorer *scorer, const struct weights *weights,
                        const struct band *band, const struct lattice_watch *watch,
                        struct beads *path)
{
    double *best = xreallocarray(NULL, band->nodes, sizeof *best);
    uint8_t *came = xreallocarray(NULL, band->nodes, sizeof *came);
    bool ok = true;
    for (size_t i = 0; i < band->nodes; i++) {
        best[i] = FAR;
        came[i] = NO_TYPE;
    }
    best[0] = 0;
    for (size_t source = band->source; ok && source <= band->source_end; source++) {
        ok = may_go_on(watch, band, source);
        lattice_begin_row(scorer, band, source, true);
        extend_paths(scorer, weights, band, source, best, came);
    }
    if (ok)
        trace_back(band, came, path);
    free(best);
    free(came);
    return ok;
}

/* ---- all beads ---- */

static void fill_row(struct lattice *lattice, struct scorer *scorer, const struct weights *weights,
                     const bool *likely, size_t source)
{
    const struct band *band = &lattice->band;
    const struct band_row *row = band_row(band, source);
    for (size_t target = row->low; target <= row->high; target++) {
        size_t node = row->offset + target - row->low;
        for (size_t type = 0; type < BEAD_TYPES; type++) {
            size_t next = node_after(band, source, target, type);
            bool worth = next != BAND_NONE && (likely == NULL || (likely[node] && likely[next]));
            lattice->scores[node * BEAD_TYPES + type] =
                worth ? scorer_score(scorer, weights, target, type) : LATTICE_NO;
        }
    }
}

/* Sums exponentials without leaving the range of a double. */
struct log_sum {
    double values[BEAD_TYPES];
    size_t count;
};

static double log_sum(const struct log_sum *sum)
{
    double most = FAR, total = 0;
    for (size_t i = 0; i < sum->count; i++)
        most = sum->values[i] > most ? sum->values[i] : most;
    if (sum->count < 2 || most <= FAR)
        return most;
    for (size_t i = 0; i < sum->count; i++) {
        if (sum->values[i] > most - 40)
            total += exp(sum->values[i] - most);
    }
    return most + log(total);
}

/* The node that the bead of that type comes from which ends here, BAND_NONE for none. */
static size_t node_before(const struct band *band, size_t source, size_t target, size_t type)
{
    size_t a = bead_types[type].source, b = bead_types[type].target;
    if (source < band->source + a || target < band->target + b)
        return BAND_NONE;
    return band_node(band, source - a, target - b);
}

static void sum_before(struct lattice *lattice, size_t source, size_t target, size_t node)
{
    struct log_sum sum = { .count = 0 };
    for (size_t type = 0; type < BEAD_TYPES; type++) {
        size_t from = node_before(&lattice->band, source, target, type);
        float score = from == BAND_NONE ? LATTICE_NO : lattice->scores[from * BEAD_TYPES + type];
        if (score > LATTICE_NO && lattice->before[from] > FAR)
            sum.values[sum.count++] = lattice->before[from] + (double)score;
    }
    lattice->before[node] = node == 0 ? 0 : log_sum(&sum);
}

static void sum_after(struct lattice *lattice, size_t source, size_t target, size_t node)
{
    struct log_sum sum = { .count = 0 };
    for (size_t type = 0; type < BEAD_TYPES; type++) {
        float score = lattice->scores[node * BEAD_TYPES + type];
        size_t next =
            score > LATTICE_NO ? node_after(&lattice->band, source, target, type) : BAND_NONE;
        if (next != BAND_NONE && lattice->after[next] > FAR)
            sum.values[sum.count++] = lattice->after[next] + (double)score;
    }
    lattice->after[node] = node + 1 == lattice->band.nodes ? 0 : log_sum(&sum);
}

void lattice_sum(struct lattice *lattice)
{
    const struct band *band = &lattice->band;
    for (size_t source = band->source; source <= band->source_end; source++) {
        const struct band_row *row = band_row(band, source);
        for (size_t target = row->low; target <= row->high; target++)
            sum_before(lattice, source, target, row->offset + target - row->low);
    }
    for (size_t source = band->source_end + 1; source-- > band->source;) {
        const struct band_row *row = band_row(band, source);
        for (size_t target = row->high + 1; target-- > row->low;)
            sum_after(lattice, source, target, row->offset + target - row->low);
    }
    lattice->total = lattice->before[band->nodes - 1];
}

bool lattice_fill(struct lattice *lattice, struct band band, struct scorer *scorer,
                  const struct weights *weights, const bool *likely,
                  const struct lattice_watch *watch)
{
    bool ok = true;
    *lattice = (struct lattice){ .band = band };
    lattice->scores = xreallocarray(NULL, band.nodes * BEAD_TYPES, sizeof *lattice->scores);
    lattice->before = xreallocarray(NULL, band.nodes, sizeof *lattice->before);
    lattice->after = xreallocarray(NULL, band.nodes, sizeof *lattice->after);
    for (size_t source = band.source; ok && source <= band.source_end; source++) {
        ok = may_go_on(watch, &band, source);
        lattice_begin_row(scorer, &band, source, false);
        fill_row(lattice, scorer, weights, likely, source);
    }
    if (ok)
        lattice_sum(lattice);
    return ok;
}

void lattice_free(struct lattice *lattice)
{
    band_free(&lattice->band);
    free(lattice->scores);
    free(lattice->before);
    free(lattice->after);
    *lattice = (struct lattice){ 0 };
}

/* ---- reading it ---- */

double lattice_posterior(const struct lattice *lattice, size_t source, size_t target, size_t type)
{
    size_t node = band_node(&lattice->band, source, target);
    size_t next = node_after(&lattice->band, source, target, type);
    float score = node == BAND_NONE ? LATTICE_NO : lattice->scores[node * BEAD_TYPES + type];
    if (next == BAND_NONE || score <= LATTICE_NO)
        return 0;
    double value = lattice->before[node] + (double)score + lattice->after[next] - lattice->total;
    return value < -50 ? 0 : exp(value);
}

bool *lattice_likely(const struct lattice *lattice)
{
    bool *likely = xcalloc(lattice->band.nodes, sizeof *likely);
    for (size_t i = 0; i < lattice->band.nodes; i++)
        likely[i] = lattice->before[i] + lattice->after[i] > lattice->total - NEGLIGIBLE;
    return likely;
}

static double gain(const struct lattice *lattice, size_t source, size_t target, size_t type)
{
    double posterior = lattice_posterior(lattice, source, target, type);
    return (bead_type_is_gap(bead_types[type]) ? GAP_GAIN * posterior : posterior) - MINIMUM;
}

static void extend_gains(const struct lattice *lattice, size_t source, double *best, uint8_t *came)
{
    const struct band *band = &lattice->band;
    const struct band_row *row = band_row(band, source);
    for (size_t target = row->low; target <= row->high; target++) {
        size_t node = row->offset + target - row->low;
        for (size_t type = 0; best[node] > FAR && type < BEAD_TYPES; type++) {
            size_t next = node_after(band, source, target, type);
            if (next == BAND_NONE || lattice->scores[node * BEAD_TYPES + type] <= LATTICE_NO)
                continue;
            double value = best[node] + gain(lattice, source, target, type);
            if (value > best[next]) {
                best[next] = value;
                came[next] = (uint8_t)type;
            }
        }
    }
}

void lattice_decode(const struct lattice *lattice, struct beads *beads)
{
    const struct band *band = &lattice->band;
    double *best = xreallocarray(NULL, band->nodes, sizeof *best);
    uint8_t *came = xreallocarray(NULL, band->nodes, sizeof *came);
    size_t first = beads->count;
    for (size_t i = 0; i < band->nodes; i++) {
        best[i] = FAR;
        came[i] = NO_TYPE;
    }
    best[0] = 0;
    for (size_t source = band->source; source <= band->source_end; source++)
        extend_gains(lattice, source, best, came);
    trace_back(band, came, beads);
    for (size_t i = first; i < beads->count; i++) {
        struct bead *bead = &beads->items[i];
        size_t type = 0;
        while (bead_types[type].source != bead->source_count ||
               bead_types[type].target != bead->target_count)
            type++;
        bead->confidence = (float)lattice_posterior(lattice, bead->source, bead->target, type);
    }
    free(best);
    free(came);
}
