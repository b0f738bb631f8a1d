#include "align/lexicon_induction.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define ROUNDS 6
#define PRIOR 0.2F    /* of the dictionary's weight */
#define FLATTEN 2.0F  /* added to a unit's sum of counts */
#define DISCOUNT 1.5F /* off every count of the last round */
#define SHARE_LEAST 1e-3F
#define KEPT_LEAST 0.02F
#define BEADS_MOST 20000
#define UNITS_BETWEEN_CALLS 64
#define PAIRS_MOST 50000 /* units times tokens of a bead: so many say nothing of one another */

struct numbers {
    uint32_t *items;
    size_t count;
    size_t capacity;
};

/* One bead's tokens lie together; `sums` has, for each, what explains it in this round. */
struct lesson {
    float weight;
    size_t first; /* in `tokens` */
    size_t end;
};

struct lessons {
    struct lesson *items;
    size_t count;
    size_t capacity;
};

/* A unit stands in that lesson; its pairs with the lesson's tokens follow one another in
 * `pair_of`. */
struct presence {
    uint32_t lesson;
};

struct presences {
    struct presence *items;
    size_t count;
    size_t capacity;
};

struct model {
    struct corpus *corpus;
    struct lessons lessons;
    struct numbers tokens;
    float *sums;
    struct presences presences; /* by unit */
    size_t *presence_starts;    /* by unit, one more */
    struct numbers pair_of;     /* by presence and token of its lesson */
    struct numbers pair_token;  /* pairs by unit */
    size_t *pair_starts;        /* by unit, one more */
    float *weights;             /* by pair */
    float *counts;
    const struct lattice_watch *watch;
};

/* ---- setting up ---- */

static void add_lesson(struct model *model, const struct bead *bead)
{
    struct lesson lesson = { bead->confidence, model->tokens.count, 0 };
    for (size_t j = bead->target; j < bead->target + bead->target_count; j++) {
        const struct weighted *tokens;
        size_t count = sparse_rows_at(&model->corpus->sentences, j, &tokens);
        for (size_t k = 0; k < count; k++)
            VECTOR_PUSH(&model->tokens, tokens[k].id);
    }
    lesson.end = model->tokens.count;
    VECTOR_PUSH(&model->lessons, lesson);
}

/* Each unit of a lesson once, with its number. */
struct unit_seen {
    uint32_t unit;
    uint32_t lesson;
};

struct units_seen {
    struct unit_seen *items;
    size_t count;
    size_t capacity;
    uint32_t *last; /* by unit: the lesson it was last seen in, and one */
};

static void see_units(const struct model *model, const struct bead *bead, uint32_t lesson,
                      struct units_seen *seen)
{
    for (size_t i = bead->source; i < bead->source + bead->source_count; i++) {
        const struct weighted *units;
        size_t count = sparse_rows_at(&model->corpus->all, i, &units);
        for (size_t k = 0; k < count; k++) {
            if (seen->last[units[k].id] == lesson + 1)
                continue;
            seen->last[units[k].id] = lesson + 1;
            VECTOR_PUSH(seen, (struct unit_seen){ units[k].id, lesson });
        }
    }
}

static void sort_presences(struct model *model, const struct units_seen *seen)
{
    size_t units = model->corpus->units.count;
    size_t *next = xcalloc(units + 1, sizeof *next);
    model->presence_starts = xcalloc(units + 1, sizeof *model->presence_starts);
    VECTOR_RESERVE(&model->presences, seen->count + 1);
    model->presences.count = seen->count;
    for (size_t i = 0; i < seen->count; i++)
        model->presence_starts[seen->items[i].unit + 1]++;
    for (size_t i = 0; i < units; i++)
        model->presence_starts[i + 1] += model->presence_starts[i];
    memcpy(next, model->presence_starts, units * sizeof *next);
    for (size_t i = 0; i < seen->count; i++)
        model->presences.items[next[seen->items[i].unit]++].lesson = seen->items[i].lesson;
    free(next);
}

/* Whether a bead is likely, and short enough for its words to tell anything. */
static bool is_lesson(const struct corpus *corpus, const struct bead *bead)
{
    if (bead->confidence <= LEARN_LEAST || bead->source_count == 0 || bead->target_count == 0)
        return false;
    size_t units =
        corpus->all.starts[bead->source + bead->source_count] - corpus->all.starts[bead->source];
    size_t tokens = corpus->sentences.starts[bead->target + bead->target_count] -
                    corpus->sentences.starts[bead->target];
    return units * tokens <= PAIRS_MOST;
}

static void gather_lessons(struct model *model, const struct beads *beads)
{
    struct units_seen seen = { .last = xcalloc(model->corpus->units.count + 1, sizeof *seen.last) };
    size_t likely = 0, taken = 0;
    for (size_t i = 0; i < beads->count; i++)
        likely += beads->items[i].confidence > LEARN_LEAST;
    size_t step = likely / BEADS_MOST + 1;
    for (size_t i = 0; i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        if (!is_lesson(model->corpus, bead) || taken++ % step != 0)
            continue;
        see_units(model, bead, (uint32_t)model->lessons.count, &seen);
        add_lesson(model, bead);
    }
    sort_presences(model, &seen);
    free(seen.items);
    free(seen.last);
}

/* Numbers the pairs of one unit and the tokens it stands beside. `known` is by token: the pair's
 * number and one, 0 when it is new. */
static void pair_up(struct model *model, size_t unit, uint32_t *known)
{
    size_t first = model->pair_token.count;
    for (size_t p = model->presence_starts[unit]; p < model->presence_starts[unit + 1]; p++) {
        const struct lesson *lesson = &model->lessons.items[model->presences.items[p].lesson];
        for (size_t k = lesson->first; k < lesson->end; k++) {
            uint32_t token = model->tokens.items[k];
            if (known[token] == 0) {
                VECTOR_PUSH(&model->pair_token, token);
                known[token] = (uint32_t)model->pair_token.count;
            }
            VECTOR_PUSH(&model->pair_of, known[token] - 1);
        }
    }
    for (size_t i = first; i < model->pair_token.count; i++)
        known[model->pair_token.items[i]] = 0;
}

/* The weight a pair starts with. */
static void weigh(struct model *model, size_t unit, struct gather *gather)
{
    const struct corpus *corpus = model->corpus;
    const struct weighted *renders;
    size_t count = sparse_rows_at(&corpus->renders, unit, &renders);
    for (size_t i = 0; i < count; i++)
        sparse_rows_gather_add(gather, renders[i].id, PRIOR * renders[i].weight);
    for (size_t i = model->pair_starts[unit]; i < model->pair_starts[unit + 1]; i++) {
        uint32_t token = model->pair_token.items[i];
        model->weights[i] = 1 / corpus->inverse[token] + gather->values[token];
    }
    sparse_rows_gather_clear(gather);
}

static bool set_up(struct model *model, const struct beads *beads)
{
    size_t units = model->corpus->units.count;
    struct gather gather = { 0 };
    gather_lessons(model, beads);
    bool ok = lattice_may_begin(model->watch);
    uint32_t *known = xcalloc(model->corpus->tokens.count + 1, sizeof *known);
    model->pair_starts = xcalloc(units + 1, sizeof *model->pair_starts);
    for (size_t unit = 0; unit < units; unit++) {
        if (unit % UNITS_BETWEEN_CALLS == 0)
            ok = ok && lattice_may_begin(model->watch);
        if (ok)
            pair_up(model, unit, known);
        model->pair_starts[unit + 1] = model->pair_token.count;
    }
    model->weights = xcalloc(model->pair_token.count + 1, sizeof *model->weights);
    model->counts = xcalloc(model->pair_token.count + 1, sizeof *model->counts);
    model->sums = xcalloc(model->tokens.count + 1, sizeof *model->sums);
    sparse_rows_gather_reserve(&gather, model->corpus->tokens.count + 1);
    for (size_t unit = 0; unit < units; unit++)
        weigh(model, unit, &gather);
    sparse_rows_gather_free(&gather);
    free(known);
    return ok && lattice_may_begin(model->watch);
}

/* ---- a round ---- */

static void expect(struct model *model)
{
    const struct corpus *corpus = model->corpus;
    size_t at = 0;
    for (size_t k = 0; k < model->tokens.count; k++)
        model->sums[k] = 1 / corpus->inverse[model->tokens.items[k]]; /* no unit at all */
    for (size_t p = 0; p < model->presences.count; p++) {
        const struct lesson *lesson = &model->lessons.items[model->presences.items[p].lesson];
        for (size_t k = lesson->first; k < lesson->end; k++)
            model->sums[k] += model->weights[model->pair_of.items[at++]];
    }
    memset(model->counts, 0, model->pair_token.count * sizeof *model->counts);
    at = 0;
    for (size_t p = 0; p < model->presences.count; p++) {
        const struct lesson *lesson = &model->lessons.items[model->presences.items[p].lesson];
        for (size_t k = lesson->first; k < lesson->end; k++) {
            uint32_t pair = model->pair_of.items[at++];
            float share = lesson->weight * model->weights[pair] / model->sums[k];
            if (share > SHARE_LEAST)
                model->counts[pair] += share;
        }
    }
}

static void maximise(struct model *model, float discount)
{
    for (size_t unit = 0; unit < model->corpus->units.count; unit++) {
        float sum = FLATTEN;
        for (size_t i = model->pair_starts[unit]; i < model->pair_starts[unit + 1]; i++)
            sum += model->counts[i];
        for (size_t i = model->pair_starts[unit]; i < model->pair_starts[unit + 1]; i++) {
            float count = model->counts[i] - discount;
            model->weights[i] = count > 0 ? count / sum : 0;
        }
    }
}

static void keep(const struct model *model)
{
    struct rows *learned = &model->corpus->learned;
    sparse_rows_free(learned);
    for (size_t unit = 0; unit < model->corpus->units.count; unit++) {
        for (size_t i = model->pair_starts[unit]; i < model->pair_starts[unit + 1]; i++) {
            if (model->weights[i] > KEPT_LEAST)
                sparse_rows_push(learned, model->pair_token.items[i], model->weights[i]);
        }
        sparse_rows_end(learned);
    }
}

bool lexicon_induction_learn(struct corpus *corpus, const struct beads *beads,
                             const struct lattice_watch *watch)
{
    struct model model = { .corpus = corpus, .watch = watch };
    bool ok = set_up(&model, beads);
    for (int round = 0; ok && round < ROUNDS; round++) {
        expect(&model);
        maximise(&model, round == ROUNDS - 1 ? DISCOUNT : 0);
        ok = lattice_may_begin(watch);
    }
    if (ok)
        keep(&model);
    free(model.lessons.items);
    free(model.tokens.items);
    free(model.sums);
    free(model.presences.items);
    free(model.presence_starts);
    free(model.pair_of.items);
    free(model.pair_token.items);
    free(model.pair_starts);
    free(model.weights);
    free(model.counts);
    return ok;
}
