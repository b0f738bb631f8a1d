#include "align/path_search.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define NO_TYPE 0xFF
#define FAR (-1e300)

enum state { STATE_PLAIN, STATE_GAP, STATE_SKIPS_TARGET, STATE_SKIPS_SOURCE, STATES };

/* By which bead and state a node is reached in each of its states. */
struct path_origin {
    uint8_t type[STATES];
    uint8_t state[STATES];
};

/* The best sum by state. */
struct path_best {
    double sums[STATES];
};

static void forget_row(struct path_search *search, size_t source)
{
    if (source > search->band->source_end)
        return;
    const struct band_row *row = band_row(search->band, source);
    struct path_best *best = search->rows[source % PATH_ROWS_AHEAD];
    for (size_t i = 0; i <= row->high - row->low; i++) {
        best[i] = (struct path_best){ { FAR, FAR, FAR, FAR } };
        memset(search->origins[row->offset + i].type, NO_TYPE, STATES);
    }
}

void path_begin(struct path_search *search, const struct band *band)
{
    size_t widest = 0;
    *search = (struct path_search){ .band = band };
    for (size_t source = band->source; source <= band->source_end; source++) {
        const struct band_row *row = band_row(band, source);
        widest = row->high - row->low >= widest ? row->high - row->low + 1 : widest;
    }
    search->origins = xreallocarray(NULL, band->nodes, sizeof *search->origins);
    for (size_t i = 0; i < PATH_ROWS_AHEAD; i++)
        search->rows[i] = xreallocarray(NULL, widest, sizeof **search->rows);
    for (size_t i = 0; i + 1 < PATH_ROWS_AHEAD; i++)
        forget_row(search, band->source + i);
    search->rows[band->source % PATH_ROWS_AHEAD][0].sums[STATE_PLAIN] = 0;
}

void path_row(struct path_search *search, size_t source)
{
    forget_row(search, source + PATH_ROWS_AHEAD - 1);
}

static struct path_best *best_at(const struct path_search *search, size_t source, size_t target)
{
    return search->rows[source % PATH_ROWS_AHEAD] + (target - band_row(search->band, source)->low);
}

/* Takes the best of the ways to a node's state (by the state before) if it is better than what led
 * there. */
static void reach(struct path_search *search, size_t node, struct path_best *to, enum state state,
                  const double values[STATES], size_t type)
{
    enum state before = STATE_PLAIN;
    double value = values[STATE_PLAIN];
    for (enum state other = STATE_GAP; other < STATES; other++) {
        before = values[other] > value ? other : before;
        value = values[other] > value ? values[other] : value;
    }
    if (value <= to->sums[state])
        return;
    to->sums[state] = value;
    search->origins[node].type[state] = (uint8_t)type;
    search->origins[node].state[state] = (uint8_t)before;
}

void path_step(struct path_search *search, size_t source, size_t target, size_t type, double score,
               float again)
{
    size_t source_end = source + bead_types[type].source;
    size_t target_end = target + bead_types[type].target;
    const struct path_best *from = best_at(search, source, target);
    struct path_best *to = best_at(search, source_end, target_end);
    size_t node = band_node(search->band, source_end, target_end);
    bool gap = bead_type_is_gap(bead_types[type]);
    double sums[STATES];
    for (enum state before = STATE_PLAIN; before < STATES; before++)
        sums[before] = from->sums[before] + score;
    if (gap)
        sums[STATE_GAP] += (double)again;
    reach(search, node, to, gap ? STATE_GAP : STATE_PLAIN, sums, type);
}

void path_skip(struct path_search *search, size_t source, size_t target, size_t type, float spared)
{
    size_t source_end = source + bead_types[type].source;
    size_t target_end = target + bead_types[type].target;
    const struct path_best *from = best_at(search, source, target);
    struct path_best *to = best_at(search, source_end, target_end);
    size_t node = band_node(search->band, source_end, target_end);
    enum state state = STATE_SKIPS_TARGET + (enum state)type;
    double opening = path_skip_opening(search->band, source, target);
    double step = PATH_SKIP_STEP + (double)spared;
    double sums[STATES];
    for (enum state before = STATE_PLAIN; before < STATES; before++)
        sums[before] = from->sums[before] + step + (before == state ? 0 : opening);
    reach(search, node, to, state, sums, type);
}

bool path_is_reached(const struct path_search *search, size_t source, size_t target)
{
    const struct path_best *best = best_at(search, source, target);
    double most = FAR;
    for (size_t i = 0; i < STATES; i++)
        most = best->sums[i] > most ? best->sums[i] : most;
    return most > FAR / 2;
}

void path_end(struct path_search *search)
{
    free(search->origins);
    for (size_t i = 0; i < PATH_ROWS_AHEAD; i++)
        free(search->rows[i]);
}

/* The best state to end in. */
static enum state last_state(const struct path_best *best)
{
    enum state found = STATE_PLAIN;
    double most = FAR;
    for (enum state state = STATE_PLAIN; state < STATES; state++) {
        double sum = best->sums[state] + (state >= STATE_SKIPS_TARGET ? PATH_SKIP_ENDS : 0);
        if (sum > most) {
            most = sum;
            found = state;
        }
    }
    return found;
}

void path_trace(const struct path_search *search, struct beads *path)
{
    const struct band *band = search->band;
    size_t source = band->source_end, target = band->target_end;
    size_t first = path->count;
    enum state state = last_state(best_at(search, source, target));
    while (source > band->source || target > band->target) {
        const struct path_origin *origin = &search->origins[band_node(band, source, target)];
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
