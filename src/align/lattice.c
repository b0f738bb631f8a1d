#include "align/lattice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "align/path_search.h"
#include "base/xalloc.h"

#define MINIMUM 0.4  /* posterior that a bead must have to pay */
#define GAP_GAIN 0.5 /* what a gap's posterior counts */
#define DOUBTFUL 0.1
#define NEVER (-50.0)    /* natural logarithm of no probability */
#define NEGLIGIBLE 14.0 /* natural logarithm of one in a million and a bit */
#define FAR (-1e300)
#define LOG_OF_STATES 1.4 /* natural logarithm of four, and a bit */
#define ROWS_BETWEEN_CALLS 16
#define WIDE 1024 /* columns */

static double done_at(const struct lattice_watch *watch, const struct band *band, size_t source)
{
    double rows = (double)(band->source_end - band->source + 1);
    double part = (double)(source - band->source) / rows;
    return watch->from + part * (watch->to - watch->from);
}

bool lattice_may_begin(const struct lattice_watch *watch)
{
    return watch == NULL || watch->go_on == NULL || watch->go_on(watch->data, watch->from);
}

/* Asks where every few rows begin, and within wide ones; `reached` is the row up to which the work is
 * done. */
static bool may_go_on(const struct lattice_watch *watch, const struct band *band, size_t source,
                      size_t target, size_t reached)
{
    size_t row = source - band->source;
    size_t column = target - band->rows[row].low;
    if (column % WIDE != 0 || (column == 0 && row % ROWS_BETWEEN_CALLS != 0) || watch == NULL ||
        watch->go_on == NULL)
        return true;
    return watch->go_on(watch->data, done_at(watch, band, reached));
}

bool lattice_begin_row(struct scorer *scorer, const struct band *band, size_t source, bool plain,
                       const struct lattice_watch *watch)
{
    struct score_watch within = { NULL, NULL, 0 };
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
    if (watch != NULL)
        within = (struct score_watch){ watch->go_on, watch->data, done_at(watch, band, source) };
    return source == band->source_end || scorer_row(scorer, source, from, to, plain, &within);
}

/* ---- the first path ---- */

/* Where the bead leads, BAND_NONE when it leaves the band. */
static size_t node_after(const struct band *band, size_t source, size_t target, size_t type)
{
    return band_node(band, source + bead_types[type].source, target + bead_types[type].target);
}

/* Of the first pass's type number `n`. Gaps are scored again, since their weights change. */
static float score_once(const struct scorer *scorer, const struct weights *weights, size_t node,
                        size_t target, size_t n, struct lattice_kept *kept)
{
    size_t type = bead_types_plain[n];
    if (kept == NULL || bead_type_is_gap(bead_types[type]))
        return scorer_score(scorer, weights, target, type);
    float *score = &kept->scores[node * BEAD_TYPES_PLAIN + n];
    if (!kept->known)
        *score = scorer_score(scorer, weights, target, type);
    return *score;
}

static bool extend_paths(struct scorer *scorer, const struct weights *weights,
                         const struct lattice_watch *watch, struct path_search *search,
                         size_t source, struct lattice_kept *kept)
{
    const struct band_row *row = band_row(search->band, source);
    bool ok = true;
    for (size_t target = row->low; ok && target <= row->high; target++) {
        ok = may_go_on(watch, search->band, source, target, source);
        bool reached = path_is_reached(search, source, target);
        size_t node = row->offset + target - row->low;
        for (size_t n = 0; reached && n < BEAD_TYPES_PLAIN; n++) {
            size_t type = bead_types_plain[n];
            if (node_after(search->band, source, target, type) == BAND_NONE)
                continue;
            float score = score_once(scorer, weights, node, target, n, kept);
            if (score > SCORE_NEVER)
                path_step(search, source, target, type, (double)score, weights->again);
            if (score > SCORE_NEVER && bead_type_is_gap(bead_types[type]))
                path_skip(search, source, target, type, weights->spared[type]);
        }
    }
    return ok;
}

bool lattice_first_path(struct scorer *scorer, const struct weights *weights,
                        const struct band *band, const struct lattice_watch *watch,
                        struct lattice_kept *kept, struct beads *path)
{
    struct path_search search;
    bool ok = true;
    path_begin(&search, band);
    if (kept != NULL && !kept->known)
        kept->scores = xreallocarray(NULL, band->nodes, BEAD_TYPES_PLAIN * sizeof *kept->scores);
    for (size_t source = band->source; ok && source <= band->source_end; source++) {
        if (kept != NULL && kept->known)
            scorer_stand(scorer, source);
        else
            ok = lattice_begin_row(scorer, band, source, true, watch);
        path_row(&search, source);
        ok = ok && extend_paths(scorer, weights, watch, &search, source, kept);
    }
    if (kept != NULL)
        kept->known = ok;
    if (ok)
        path_trace(&search, path);
    path_end(&search);
    return ok;
}

/* ---- all beads ---- */

static bool fill_row(struct lattice *lattice, struct scorer *scorer, const struct weights *weights,
                     const bool *likely, size_t source)
{
    const struct band *band = &lattice->band;
    const struct band_row *row = band_row(band, source);
    bool ok = true;
    for (size_t target = row->low; ok && target <= row->high; target++) {
        ok = may_go_on(lattice->watch, band, source, target, source);
        size_t node = row->offset + target - row->low;
        for (size_t type = 0; type < BEAD_TYPES; type++) {
            size_t next = node_after(band, source, target, type);
            bool worth = next != BAND_NONE && (likely == NULL || (likely[node] && likely[next]));
            lattice->scores[node * BEAD_TYPES + type] =
                worth ? scorer_score(scorer, weights, target, type) : LATTICE_NO;
        }
    }
    return ok;
}

/* Sums exponentials without leaving the range of a double. */
struct log_sum {
    double values[BEAD_TYPES + 4];
    size_t count;
};

static void log_add(struct log_sum *sum, double value)
{
    if (value > FAR / 2)
        sum->values[sum->count++] = value;
}

static double log_sum(const struct log_sum *sum)
{
    double most = FAR, total = 0;
    for (size_t i = 0; i < sum->count; i++)
        most = sum->values[i] > most ? sum->values[i] : most;
    if (sum->count < 2)
        return most;
    for (size_t i = 0; i < sum->count; i++) {
        if (sum->values[i] == most)
            total += 1;
        else if (sum->values[i] > most - 40)
            total += exp(sum->values[i] - most);
    }
    return total == 1 ? most : most + log(total);
}

/* Of all states: what leads to a gap, what to any other bead. */
static void add_states(struct lattice_sums *before, float again)
{
    struct log_sum gap = { .count = 0 }, plain = { .count = 0 };
    log_add(&gap, before->plain);
    log_add(&plain, before->plain);
    log_add(&gap, before->gap + (double)again);
    log_add(&plain, before->gap);
    for (size_t i = 0; i < 2; i++) {
        log_add(&gap, before->skip[i]);
        log_add(&plain, before->skip[i]);
    }
    before->to_gap = log_sum(&gap);
    before->to_plain = log_sum(&plain);
}

/* What leads to a sentence that is passed over in a run of its side. */
static double to_skip(const struct lattice *lattice, size_t source, size_t target, size_t node,
                      size_t type)
{
    const struct lattice_sums *before = &lattice->before[node];
    struct log_sum sum = { .count = 0 };
    double opening = path_skip_opening(&lattice->band, source, target);
    log_add(&sum, before->skip[type]);
    log_add(&sum, before->plain + opening);
    log_add(&sum, before->gap + opening);
    log_add(&sum, before->skip[1 - type] + opening);
    return log_sum(&sum) + PATH_SKIP_STEP + (double)lattice->spared[type];
}

/* At least as much, without a logarithm. */
static double most_to_skip(const struct lattice *lattice, size_t source, size_t target, size_t node,
                           size_t type)
{
    const struct lattice_sums *before = &lattice->before[node];
    double opened = fmax(fmax(before->plain, before->gap), before->skip[1 - type]) +
                    path_skip_opening(&lattice->band, source, target);
    return fmax(before->skip[type], opened) + LOG_OF_STATES + PATH_SKIP_STEP +
           (double)lattice->spared[type];
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
    struct log_sum plain = { .count = 0 }, gap = { .count = 0 };
    struct lattice_sums *before = &lattice->before[node];
    before->skip[0] = before->skip[1] = FAR;
    for (size_t type = 0; type < BEAD_TYPES; type++) {
        size_t from = node_before(&lattice->band, source, target, type);
        float score = from == BAND_NONE ? LATTICE_NO : lattice->scores[from * BEAD_TYPES + type];
        if (score <= LATTICE_NO)
            continue;
        if (bead_type_is_gap(bead_types[type])) {
            log_add(&gap, lattice->before[from].to_gap + (double)score);
            before->skip[type] = to_skip(lattice, source - bead_types[type].source,
                                         target - bead_types[type].target, from, type);
        } else {
            log_add(&plain, lattice->before[from].to_plain + (double)score);
        }
    }
    before->plain = node == 0 ? 0 : log_sum(&plain);
    before->gap = log_sum(&gap);
    add_states(before, lattice->again);
}

/* What lies behind a node, by how a way goes on. */
struct ways {
    double beads;
    double gaps[2];
    double skips[2];
};

/* The sum of all, a state of the node making a gap, or passing over a side, cost more or less. */
static double sum_ways(const struct ways *ways, double to_gap, const double to_skip[2])
{
    struct log_sum sum = { .count = 0 };
    log_add(&sum, ways->beads);
    for (size_t type = 0; type < 2; type++) {
        log_add(&sum, ways->gaps[type] + to_gap);
        log_add(&sum, ways->skips[type] + to_skip[type]);
    }
    return log_sum(&sum);
}

static void find_ways(const struct lattice *lattice, size_t source, size_t target, size_t node,
                      struct ways *ways)
{
    struct log_sum beads = { .count = 0 };
    *ways = (struct ways){ FAR, { FAR, FAR }, { FAR, FAR } };
    for (size_t type = 0; type < BEAD_TYPES; type++) {
        float score = lattice->scores[node * BEAD_TYPES + type];
        size_t next =
            score > LATTICE_NO ? node_after(&lattice->band, source, target, type) : BAND_NONE;
        if (next == BAND_NONE)
            continue;
        const struct lattice_after *after = &lattice->after[next];
        if (bead_type_is_gap(bead_types[type])) {
            ways->gaps[type] = (double)score + after->gap;
            ways->skips[type] = PATH_SKIP_STEP + (double)lattice->spared[type] + after->skip[type];
        } else {
            log_add(&beads, (double)score + after->plain);
        }
    }
    ways->beads = log_sum(&beads);
}

static void sum_after(struct lattice *lattice, size_t source, size_t target, size_t node)
{
    struct lattice_after *here = &lattice->after[node];
    double opening = path_skip_opening(&lattice->band, source, target);
    struct ways ways;
    if (node + 1 == lattice->band.nodes) {
        *here = (struct lattice_after){ 0, 0, { PATH_SKIP_ENDS, PATH_SKIP_ENDS } };
        return;
    }
    find_ways(lattice, source, target, node, &ways);
    const double opened[2] = { opening, opening };
    here->plain = sum_ways(&ways, 0, opened);
    here->gap = sum_ways(&ways, (double)lattice->again, opened);
    here->skip[0] = sum_ways(&ways, 0, (const double[2]){ 0, opening });
    here->skip[1] = sum_ways(&ways, 0, (const double[2]){ opening, 0 });
}

bool lattice_sum(struct lattice *lattice)
{
    const struct band *band = &lattice->band;
    bool ok = true;
    for (size_t source = band->source; ok && source <= band->source_end; source++) {
        const struct band_row *row = band_row(band, source);
        for (size_t target = row->low; ok && target <= row->high; target++) {
            ok = may_go_on(lattice->watch, band, source, target, band->source_end);
            sum_before(lattice, source, target, row->offset + target - row->low);
        }
    }
    for (size_t source = band->source_end + 1; ok && source-- > band->source;) {
        const struct band_row *row = band_row(band, source);
        for (size_t target = row->high + 1; ok && target-- > row->low;) {
            ok = may_go_on(lattice->watch, band, source, target, band->source_end);
            sum_after(lattice, source, target, row->offset + target - row->low);
        }
    }
    if (ok)
        lattice->total = lattice->after[0].plain;
    return ok;
}

bool lattice_fill(struct lattice *lattice, struct band band, struct scorer *scorer,
                  const struct weights *weights, const bool *likely,
                  const struct lattice_watch *watch)
{
    bool ok = true;
    *lattice = (struct lattice){ .band = band, .again = weights->again, .watch = watch };
    memcpy(lattice->spared, weights->spared, sizeof lattice->spared);
    lattice->scores = xreallocarray(NULL, band.nodes * BEAD_TYPES, sizeof *lattice->scores);
    lattice->before = xreallocarray(NULL, band.nodes, sizeof *lattice->before);
    lattice->after = xreallocarray(NULL, band.nodes, sizeof *lattice->after);
    for (size_t source = band.source; ok && source <= band.source_end; source++) {
        ok = lattice_begin_row(scorer, &band, source, false, watch) &&
             fill_row(lattice, scorer, weights, likely, source);
    }
    return ok && lattice_sum(lattice);
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

/* The probability of a bead to which ways lead whose sum is `before`. */
static double share(const struct lattice *lattice, size_t node, size_t next, size_t type,
                    double before)
{
    bool gap = bead_type_is_gap(bead_types[type]);
    double after = gap ? lattice->after[next].gap : lattice->after[next].plain;
    double score = (double)lattice->scores[node * BEAD_TYPES + type];
    double value = before + score + after - lattice->total;
    return value < NEVER ? 0 : exp(value);
}

static bool find_nodes(const struct lattice *lattice, size_t source, size_t target, size_t type,
                       size_t *node, size_t *next)
{
    *node = band_node(&lattice->band, source, target);
    *next = node_after(&lattice->band, source, target, type);
    return *node != BAND_NONE && *next != BAND_NONE &&
           lattice->scores[*node * BEAD_TYPES + type] > LATTICE_NO;
}

double lattice_posterior(const struct lattice *lattice, size_t source, size_t target, size_t type)
{
    size_t node, next;
    if (!find_nodes(lattice, source, target, type, &node, &next))
        return 0;
    const struct lattice_sums *before = &lattice->before[node];
    if (!bead_type_is_gap(bead_types[type]))
        return share(lattice, node, next, type, before->to_plain);
    double gap = share(lattice, node, next, type, before->to_gap);
    double after = lattice->after[next].skip[type];
    if (most_to_skip(lattice, source, target, node, type) + after - lattice->total < NEVER)
        return gap;
    double passed = to_skip(lattice, source, target, node, type) + after - lattice->total;
    return gap + (passed < NEVER ? 0 : exp(passed));
}

double lattice_posterior_again(const struct lattice *lattice, size_t source, size_t target,
                               size_t type)
{
    size_t node, next;
    if (!bead_type_is_gap(bead_types[type]) ||
        !find_nodes(lattice, source, target, type, &node, &next))
        return 0;
    return share(lattice, node, next, type, lattice->before[node].gap + (double)lattice->again);
}

bool *lattice_likely(const struct lattice *lattice)
{
    bool *likely = xcalloc(lattice->band.nodes, sizeof *likely);
    for (size_t i = 0; i < lattice->band.nodes; i++) {
        const struct lattice_sums *before = &lattice->before[i];
        const struct lattice_after *after = &lattice->after[i];
        double least = lattice->total - NEGLIGIBLE;
        likely[i] = before->plain + after->plain > least || before->gap + after->gap > least ||
                    before->skip[0] + after->skip[0] > least ||
                    before->skip[1] + after->skip[1] > least;
    }
    return likely;
}

/* For each sentence the probability that it has no counterpart, wherever in the other text that is
 * said. */
struct gaps {
    double *source; /* from the band's first sentence on */
    double *target;
};

static bool gaps_find(struct gaps *gaps, const struct lattice *lattice)
{
    const struct band *band = &lattice->band;
    bool ok = true;
    gaps->source = xcalloc(band->source_end - band->source + 1, sizeof *gaps->source);
    gaps->target = xcalloc(band->target_end - band->target + 1, sizeof *gaps->target);
    for (size_t source = band->source; ok && source <= band->source_end; source++) {
        const struct band_row *row = band_row(band, source);
        for (size_t target = row->low; ok && target <= row->high; target++) {
            ok = may_go_on(lattice->watch, band, source, target, band->source_end);
            gaps->target[target - band->target] +=
                lattice_posterior(lattice, source, target, BEAD_TYPE_TARGET_GAP);
            gaps->source[source - band->source] +=
                lattice_posterior(lattice, source, target, BEAD_TYPE_SOURCE_GAP);
        }
    }
    return ok;
}

static void gaps_free(struct gaps *gaps)
{
    free(gaps->source);
    free(gaps->target);
}

/* How sure a bead is: a gap wherever it stands. */
static double confidence(const struct lattice *lattice, const struct gaps *gaps, size_t source,
                         size_t target, size_t type)
{
    if (type == BEAD_TYPE_TARGET_GAP)
        return gaps->target[target - lattice->band.target];
    if (type == BEAD_TYPE_SOURCE_GAP)
        return gaps->source[source - lattice->band.source];
    return lattice_posterior(lattice, source, target, type);
}

/* What a bead adds to the alignment that is decoded. One that nobody believes in costs as much as
 * the small ones it would take the place of. */
static double gain(double posterior, size_t type)
{
    struct bead_type size = bead_types[type];
    size_t larger = size.source > size.target ? size.source : size.target;
    if (bead_type_is_gap(size))
        return GAP_GAIN * posterior - MINIMUM;
    return posterior - MINIMUM * (posterior < DOUBTFUL ? (double)larger : 1);
}

static bool extend_gains(const struct lattice *lattice, const struct gaps *gaps,
                         struct path_search *search, size_t source)
{
    const struct band *band = &lattice->band;
    const struct band_row *row = band_row(band, source);
    bool ok = true;
    for (size_t target = row->low; ok && target <= row->high; target++) {
        ok = may_go_on(lattice->watch, band, source, target, band->source_end);
        size_t node = row->offset + target - row->low;
        bool reached = path_is_reached(search, source, target);
        for (size_t type = 0; reached && type < BEAD_TYPES; type++) {
            if (node_after(&lattice->band, source, target, type) == BAND_NONE ||
                lattice->scores[node * BEAD_TYPES + type] <= LATTICE_NO)
                continue;
            double posterior = confidence(lattice, gaps, source, target, type);
            path_step(search, source, target, type, gain(posterior, type), 0);
        }
    }
    return ok;
}

static size_t type_of(const struct bead *bead)
{
    size_t type = 0;
    while (bead_types[type].source != bead->source_count ||
           bead_types[type].target != bead->target_count)
        type++;
    return type;
}

bool lattice_decode(const struct lattice *lattice, struct beads *beads)
{
    const struct band *band = &lattice->band;
    struct path_search search;
    struct gaps gaps;
    size_t first = beads->count;
    bool ok = gaps_find(&gaps, lattice);
    path_begin(&search, band);
    for (size_t source = band->source; ok && source <= band->source_end; source++) {
        path_row(&search, source);
        ok = extend_gains(lattice, &gaps, &search, source);
    }
    if (ok)
        path_trace(&search, beads);
    path_end(&search);
    for (size_t i = first; i < beads->count; i++) {
        struct bead *bead = &beads->items[i];
        bead->confidence =
            (float)confidence(lattice, &gaps, bead->source, bead->target, type_of(bead));
    }
    gaps_free(&gaps);
    return ok;
}
