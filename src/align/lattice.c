#include "align/lattice.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define MINIMUM 0.4  /* posterior that a bead must have to pay */
#define GAP_GAIN 0.5 /* what a gap's posterior counts */
#define DOUBTFUL 0.1
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

#define STATE_PLAIN 0
#define STATE_GAP 1
#define ROWS_AHEAD (BEAD_SOURCE_MOST + 1)

/* By which bead and state a node is reached in each of its states. */
struct origin {
    uint8_t type[2];
    uint8_t state[2];
};

/* The best sum by state. */
struct best {
    double sums[2];
};

/* A search for the best path: where every node comes from, and the sums of the rows at hand. */
struct search {
    const struct band *band;
    struct origin *origins;        /* by node */
    struct best *rows[ROWS_AHEAD]; /* by source boundary % ROWS_AHEAD, by column - low */
};

static void forget_row(struct search *search, size_t source)
{
    if (source > search->band->source_end)
        return;
    const struct band_row *row = band_row(search->band, source);
    struct best *best = search->rows[source % ROWS_AHEAD];
    for (size_t i = 0; i <= row->high - row->low; i++) {
        best[i] = (struct best){ { FAR, FAR } };
        search->origins[row->offset + i] = (struct origin){ { NO_TYPE, NO_TYPE }, { 0, 0 } };
    }
}

static void search_begin(struct search *search, const struct band *band)
{
    size_t widest = 0;
    *search = (struct search){ .band = band };
    for (size_t source = band->source; source <= band->source_end; source++) {
        const struct band_row *row = band_row(band, source);
        widest = row->high - row->low >= widest ? row->high - row->low + 1 : widest;
    }
    search->origins = xreallocarray(NULL, band->nodes, sizeof *search->origins);
    for (size_t i = 0; i < ROWS_AHEAD; i++)
        search->rows[i] = xreallocarray(NULL, widest, sizeof **search->rows);
    for (size_t i = 0; i + 1 < ROWS_AHEAD; i++)
        forget_row(search, band->source + i);
    search->rows[band->source % ROWS_AHEAD][0].sums[STATE_PLAIN] = 0;
}

/* Before a row's beads are taken: makes room for the last row that they can lead to. */
static void search_row(struct search *search, size_t source)
{
    forget_row(search, source + ROWS_AHEAD - 1);
}

static struct best *best_at(const struct search *search, size_t source, size_t target)
{
    return search->rows[source % ROWS_AHEAD] + (target - band_row(search->band, source)->low);
}

static void take_step(struct search *search, size_t source, size_t target, size_t type,
                      double score, float again)
{
    size_t source_end = source + bead_types[type].source;
    size_t target_end = target + bead_types[type].target;
    const struct best *from = best_at(search, source, target);
    struct best *to = best_at(search, source_end, target_end);
    struct origin *origin = &search->origins[band_node(search->band, source_end, target_end)];
    bool gap = bead_type_is_gap(bead_types[type]);
    uint8_t state = gap ? STATE_GAP : STATE_PLAIN;
    for (uint8_t before = STATE_PLAIN; before <= STATE_GAP; before++) {
        double value = from->sums[before] + score;
        if (gap && before == STATE_GAP)
            value += (double)again;
        if (value > to->sums[state]) {
            to->sums[state] = value;
            origin->type[state] = (uint8_t)type;
            origin->state[state] = before;
        }
    }
}

static bool is_reached(const struct search *search, size_t source, size_t target)
{
    const struct best *best = best_at(search, source, target);
    return best->sums[STATE_PLAIN] > FAR / 2 || best->sums[STATE_GAP] > FAR / 2;
}

static void search_end(struct search *search)
{
    free(search->origins);
    for (size_t i = 0; i < ROWS_AHEAD; i++)
        free(search->rows[i]);
}

/* Follows the origins back from the last corner. */
static void trace_back(const struct search *search, struct beads *path)
{
    const struct band *band = search->band;
    size_t source = band->source_end, target = band->target_end;
    size_t first = path->count;
    const struct best *best = best_at(search, source, target);
    uint8_t state = best->sums[STATE_GAP] > best->sums[STATE_PLAIN] ? STATE_GAP : STATE_PLAIN;
    while (source > band->source || target > band->target) {
        const struct origin *origin = &search->origins[band_node(band, source, target)];
        uint8_t type = origin->type[state];
        if (type == NO_TYPE)
            break;
        source -= bead_types[type].source;
        target -= bead_types[type].target;
        state = origin->state[state];
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
                         struct search *search, size_t source)
{
    const struct band_row *row = band_row(search->band, source);
    for (size_t target = row->low; target <= row->high; target++) {
        bool reached = is_reached(search, source, target);
        for (size_t type = 0; reached && type < BEAD_TYPES; type++) {
            if (!bead_type_is_plain(bead_types[type]) ||
                node_after(search->band, source, target, type) == BAND_NONE)
                continue;
            float score = scorer_score(scorer, weights, target, type);
            if (score > SCORE_NEVER)
                take_step(search, source, target, type, (double)score, weights->again);
        }
    }
}

bool lattice_first_path(struct scorer *scorer, const struct weights *weights,
                        const struct band *band, const struct lattice_watch *watch,
                        struct beads *path)
{
    struct search search;
    bool ok = true;
    search_begin(&search, band);
    for (size_t source = band->source; ok && source <= band->source_end; source++) {
        ok = may_go_on(watch, band, source);
        lattice_begin_row(scorer, band, source, true);
        search_row(&search, source);
        extend_paths(scorer, weights, &search, source);
    }
    if (ok)
        trace_back(&search, path);
    search_end(&search);
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
    double values[2 * BEAD_TYPES];
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
        if (sum->values[i] > most - 40)
            total += exp(sum->values[i] - most);
    }
    return most + log(total);
}

/* Of two states: what leads to a gap, what to any other bead. */
static void add_states(struct lattice_sums *before, float again)
{
    struct log_sum gap = { .count = 0 }, plain = { .count = 0 };
    log_add(&gap, before->plain);
    log_add(&gap, before->gap + (double)again);
    log_add(&plain, before->plain);
    log_add(&plain, before->gap);
    before->to_gap = log_sum(&gap);
    before->to_plain = log_sum(&plain);
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
    for (size_t type = 0; type < BEAD_TYPES; type++) {
        size_t from = node_before(&lattice->band, source, target, type);
        float score = from == BAND_NONE ? LATTICE_NO : lattice->scores[from * BEAD_TYPES + type];
        if (score <= LATTICE_NO)
            continue;
        if (bead_type_is_gap(bead_types[type]))
            log_add(&gap, lattice->before[from].to_gap + (double)score);
        else
            log_add(&plain, lattice->before[from].to_plain + (double)score);
    }
    lattice->before[node].plain = node == 0 ? 0 : log_sum(&plain);
    lattice->before[node].gap = log_sum(&gap);
    add_states(&lattice->before[node], lattice->again);
}

static void sum_after(struct lattice *lattice, size_t source, size_t target, size_t node)
{
    struct log_sum plain = { .count = 0 }, gap = { .count = 0 };
    for (size_t type = 0; type < BEAD_TYPES; type++) {
        float score = lattice->scores[node * BEAD_TYPES + type];
        size_t next =
            score > LATTICE_NO ? node_after(&lattice->band, source, target, type) : BAND_NONE;
        if (next == BAND_NONE)
            continue;
        bool is_gap = bead_type_is_gap(bead_types[type]);
        const struct lattice_sums *after = &lattice->after[next];
        double value = (double)score + (is_gap ? after->gap : after->plain);
        log_add(&plain, value);
        log_add(&gap, is_gap ? value + (double)lattice->again : value);
    }
    bool last = node + 1 == lattice->band.nodes;
    lattice->after[node].plain = last ? 0 : log_sum(&plain);
    lattice->after[node].gap = last ? 0 : log_sum(&gap);
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
    lattice->total = lattice->after[0].plain;
}

bool lattice_fill(struct lattice *lattice, struct band band, struct scorer *scorer,
                  const struct weights *weights, const bool *likely,
                  const struct lattice_watch *watch)
{
    bool ok = true;
    *lattice = (struct lattice){ .band = band, .again = weights->again };
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

/* The probability of a bead to which ways lead whose sum is `before`. */
static double share(const struct lattice *lattice, size_t node, size_t next, size_t type,
                    double before)
{
    bool gap = bead_type_is_gap(bead_types[type]);
    double after = gap ? lattice->after[next].gap : lattice->after[next].plain;
    double score = (double)lattice->scores[node * BEAD_TYPES + type];
    double value = before + score + after - lattice->total;
    return value < -50 ? 0 : exp(value);
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
    return share(lattice, node, next, type,
                 bead_type_is_gap(bead_types[type]) ? before->to_gap : before->to_plain);
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
        const struct lattice_sums *before = &lattice->before[i], *after = &lattice->after[i];
        likely[i] = before->plain + after->plain > lattice->total - NEGLIGIBLE ||
                    before->gap + after->gap > lattice->total - NEGLIGIBLE;
    }
    return likely;
}

/* For each sentence the probability that it has no counterpart, wherever in the other text that is
 * said. */
struct gaps {
    double *source; /* from the band's first sentence on */
    double *target;
};

static void gaps_find(struct gaps *gaps, const struct lattice *lattice)
{
    const struct band *band = &lattice->band;
    gaps->source = xcalloc(band->source_end - band->source + 1, sizeof *gaps->source);
    gaps->target = xcalloc(band->target_end - band->target + 1, sizeof *gaps->target);
    for (size_t source = band->source; source <= band->source_end; source++) {
        const struct band_row *row = band_row(band, source);
        for (size_t target = row->low; target <= row->high; target++) {
            gaps->target[target - band->target] +=
                lattice_posterior(lattice, source, target, BEAD_TYPE_TARGET_GAP);
            gaps->source[source - band->source] +=
                lattice_posterior(lattice, source, target, BEAD_TYPE_SOURCE_GAP);
        }
    }
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

static void extend_gains(const struct lattice *lattice, const struct gaps *gaps,
                         struct search *search, size_t source)
{
    const struct band_row *row = band_row(&lattice->band, source);
    for (size_t target = row->low; target <= row->high; target++) {
        size_t node = row->offset + target - row->low;
        bool reached = is_reached(search, source, target);
        for (size_t type = 0; reached && type < BEAD_TYPES; type++) {
            if (node_after(&lattice->band, source, target, type) == BAND_NONE ||
                lattice->scores[node * BEAD_TYPES + type] <= LATTICE_NO)
                continue;
            double posterior = confidence(lattice, gaps, source, target, type);
            take_step(search, source, target, type, gain(posterior, type), 0);
        }
    }
}

static size_t type_of(const struct bead *bead)
{
    size_t type = 0;
    while (bead_types[type].source != bead->source_count ||
           bead_types[type].target != bead->target_count)
        type++;
    return type;
}

void lattice_decode(const struct lattice *lattice, struct beads *beads)
{
    const struct band *band = &lattice->band;
    struct search search;
    struct gaps gaps;
    size_t first = beads->count;
    gaps_find(&gaps, lattice);
    search_begin(&search, band);
    for (size_t source = band->source; source <= band->source_end; source++) {
        search_row(&search, source);
        extend_gains(lattice, &gaps, &search, source);
    }
    trace_back(&search, beads);
    search_end(&search);
    for (size_t i = first; i < beads->count; i++) {
        struct bead *bead = &beads->items[i];
        bead->confidence =
            (float)confidence(lattice, &gaps, bead->source, bead->target, type_of(bead));
    }
    gaps_free(&gaps);
}
