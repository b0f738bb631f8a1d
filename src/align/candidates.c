#include "align/candidates.h"

#include <math.h>
#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define SIZE_POWER 0.35
#define SIZE_BASE 2.0F
#define BESIDE 3       /* sentences of a paragraph */
#define NOTHING 0.1F   /* the next best where there is none */
#define ROUGH_FACTOR 2 /* of CANDIDATES_MOST, that are scored in earnest */
#define OPENING 2      /* sentences */
#define WATCH_EVERY 16 /* sentences, or pairs: of long ones a pair takes milliseconds */

/* ---- scores ---- */

float candidates_size(const struct clue_side *side, uint32_t first, uint32_t count)
{
    float size = 0;
    for (uint32_t i = first; i < first + count; i++)
        size += side->size[i];
    return size;
}

float candidates_normal(float sum, float source_size, float target_size)
{
    double sizes = (double)(source_size + SIZE_BASE) * (double)(target_size + SIZE_BASE);
    return (float)(sum / pow(sizes, SIZE_POWER));
}

static float sum_of(const struct clue_list *list)
{
    float sum = 0;
    for (size_t i = 0; i < list->count; i++)
        sum += list->items[i].weight;
    return sum;
}

float candidates_score(struct candidates *candidates, const struct bead *bead)
{
    clues_between(candidates->clues, bead, &candidates->list);
    return candidates_normal(
        sum_of(&candidates->list),
        candidates_size(&candidates->clues->source, bead->source, bead->source_count),
        candidates_size(&candidates->clues->target, bead->target, bead->target_count));
}

static int compare_targets(const void *a, const void *b)
{
    const struct candidate *one = a, *other = b;
    return one->target < other->target ? -1 : one->target > other->target;
}

/* Best first. */
static int compare_scores(const void *a, const void *b)
{
    const struct candidate *one = a, *other = b;
    if (one->score != other->score)
        return one->score > other->score ? -1 : 1;
    return compare_targets(a, b);
}

/* What a sentence's size takes from its scores. */
static float *scales_of(const struct clue_side *side)
{
    float *scales = xreallocarray(NULL, side->side->count + 1, sizeof *scales);
    for (size_t i = 0; i < side->side->count; i++)
        scales[i] = candidates_normal(1, side->size[i], 1 - SIZE_BASE);
    return scales;
}

/* ---- rows ---- */

/* What is in the text, how it is to be scored, and who is asked whether to go on (NULL: nobody). */
struct scoring {
    bool (*go_on)(void *data, double done);
    void *data;
    double done;
    const bool *target_out;
    float *scales[2];
    struct gather sums;
    float least;
};

/* Whether both tell what it is all about, in words that either text is full of. */
static bool may_open(uint32_t source, uint32_t target)
{
    return source < OPENING && target < OPENING;
}

/* The targets that may be pairs of a sentence, by what `sums` gathered: at least what they score.
 */
static void list_row(struct candidates *candidates, struct scoring *scoring, uint32_t source)
{
    const struct side *sources = candidates->clues->source.side;
    const struct side *targets = candidates->clues->target.side;
    struct gather *sums = &scoring->sums;
    clues_add(candidates->clues, source, sums);
    for (size_t k = 0; k < sums->touched_count; k++) {
        uint32_t target = sums->touched[k];
        float score =
            sums->values[target] * scoring->scales[0][source] * scoring->scales[1][target];
        if ((score >= scoring->least || may_open(source, target)) && !scoring->target_out[target] &&
            sources->sentences[source].heading == targets->sentences[target].heading)
            VECTOR_PUSH(&candidates->rows,
                        (struct candidate){ .source = source, .target = target, .score = score });
    }
    sparse_rows_gather_clear(sums);
}

/* Keeps the best `most` of a row that begins at `first`. */
static void cut_row(struct candidate_list *rows, size_t first, size_t most)
{
    if (rows->count - first <= most)
        return;
    qsort(rows->items + first, rows->count - first, sizeof *rows->items, compare_scores);
    rows->count = first + most;
}

/* False when stopped. */
static bool score_sentence(struct candidates *candidates, struct scoring *scoring, uint32_t source)
{
    struct candidate_list *rows = &candidates->rows;
    size_t first = rows->count, kept = first;
    bool going = true;
    list_row(candidates, scoring, source);
    cut_row(rows, first, (size_t)ROUGH_FACTOR * CANDIDATES_MOST);
    for (size_t i = first; i < rows->count && going; i++) {
        going = scoring->go_on == NULL || i % WATCH_EVERY != 0 ||
                scoring->go_on(scoring->data, scoring->done);
        struct candidate pair = rows->items[i];
        pair.score = candidates_score(candidates, &(struct bead){ source, pair.target, 1, 1, 0 });
        if (pair.score >= scoring->least || may_open(source, pair.target))
            rows->items[kept++] = pair;
    }
    rows->count = kept;
    cut_row(rows, first, CANDIDATES_MOST);
    if (rows->count > first + 1)
        qsort(rows->items + first, rows->count - first, sizeof *rows->items, compare_targets);
    return going;
}

/* ---- columns ---- */

/* The same candidates, by target. */
static void turn_candidates(struct candidates *candidates, size_t targets)
{
    const struct candidate_list *rows = &candidates->rows;
    size_t *starts = xcalloc(targets + 2, sizeof *starts);
    candidates->columns = xreallocarray(NULL, rows->count + 1, sizeof *candidates->columns);
    for (size_t i = 0; i < rows->count; i++)
        starts[rows->items[i].target]++;
    for (size_t i = 1; i <= targets; i++)
        starts[i] += starts[i - 1];
    for (size_t i = rows->count; i-- > 0;)
        candidates->columns[--starts[rows->items[i].target]] = (uint32_t)i;
    starts[targets] = rows->count;
    candidates->column_start = starts;
}

/* The score that a pair of a column must have to be among its best. */
static float column_least(const struct candidates *candidates, size_t target,
                          struct candidate_list *scratch)
{
    size_t first = candidates->column_start[target], end = candidates->column_start[target + 1];
    if (end - first <= CANDIDATES_MOST)
        return 0;
    scratch->count = 0;
    for (size_t i = first; i < end; i++)
        VECTOR_PUSH(scratch, candidates->rows.items[candidates->columns[i]]);
    qsort(scratch->items, scratch->count, sizeof *scratch->items, compare_scores);
    return scratch->items[CANDIDATES_MOST - 1].score;
}

/* Drops what is not among the best of its column; of equal ones all stay. */
static void cut_columns(struct candidates *candidates, size_t sources, size_t targets)
{
    struct candidate_list *rows = &candidates->rows, scratch = { 0 };
    float *least = xreallocarray(NULL, targets + 1, sizeof *least);
    size_t kept = 0, start = 0;
    turn_candidates(candidates, targets);
    for (size_t i = 0; i < targets; i++)
        least[i] = column_least(candidates, i, &scratch);
    for (size_t i = 0; i < sources; i++) {
        size_t end = candidates->row_start[i + 1];
        for (size_t k = start; k < end; k++) {
            if (rows->items[k].score >= least[rows->items[k].target])
                rows->items[kept++] = rows->items[k];
        }
        start = end;
        candidates->row_start[i + 1] = kept;
    }
    rows->count = kept;
    free(scratch.items);
    free(least);
    free(candidates->columns);
    free(candidates->column_start);
}

/* ---- all of it ---- */

bool candidates_find(struct candidates *candidates, struct clues *clues, const bool *source_out,
                     const bool *target_out, bool (*go_on)(void *data, double done), void *data)
{
    size_t sources = clues->source.side->count, targets = clues->target.side->count;
    struct scoring scoring = { .target_out = target_out,
                               .scales = { scales_of(&clues->source), scales_of(&clues->target) },
                               .least = CANDIDATE_LEAST,
                               .go_on = go_on,
                               .data = data };
    bool going = true;
    *candidates = (struct candidates){ .clues = clues };
    sparse_rows_gather_reserve(&scoring.sums, targets + 1);
    candidates->row_start = xcalloc(sources + 1, sizeof *candidates->row_start);
    for (uint32_t i = 0; i < sources && going; i++) {
        scoring.done = (double)i / (double)sources;
        going = i % WATCH_EVERY != 0 || go_on == NULL || go_on(data, scoring.done);
        if (going && !source_out[i])
            going = score_sentence(candidates, &scoring, i);
        candidates->row_start[i + 1] = candidates->rows.count;
    }
    going = going && (go_on == NULL || go_on(data, 1));
    if (going)
        cut_columns(candidates, sources, targets);
    turn_candidates(candidates, targets);
    going = going && (go_on == NULL || go_on(data, 1));
    free(scoring.scales[0]);
    free(scoring.scales[1]);
    sparse_rows_gather_free(&scoring.sums);
    return going;
}

void candidates_free(struct candidates *candidates)
{
    free(candidates->rows.items);
    free(candidates->row_start);
    free(candidates->columns);
    free(candidates->column_start);
    free(candidates->list.items);
}

/* ---- leads ---- */

/* Whether two sentences of a text may tell of one thing together. */
static bool is_beside(const struct side *side, uint32_t one, uint32_t other)
{
    uint32_t apart = one > other ? one - other : other - one;
    return apart <= 1 ||
           (apart <= BESIDE && side->sentences[one].paragraph == side->sentences[other].paragraph);
}

/* The next best score of a row or column, to `next`; false when `own` does not beat it. Of what
 * stands beside the pair only the latter is asked. */
static bool beats(const struct candidates *candidates, const struct candidate *pair,
                  const struct candidate *rival, float own, float *next)
{
    if (rival->source == pair->source && rival->target == pair->target)
        return true;
    if (rival->score > *next &&
        !(is_beside(candidates->clues->source.side, rival->source, pair->source) &&
          is_beside(candidates->clues->target.side, rival->target, pair->target)))
        *next = rival->score;
    return rival->score < own;
}

float candidates_lead(const struct candidates *candidates, const struct candidate *pair)
{
    const struct candidate *rows = candidates->rows.items;
    float own = pair->score, next = NOTHING;
    bool best = true;
    for (size_t i = candidates->row_start[pair->source];
         i < candidates->row_start[pair->source + 1] && best; i++)
        best = beats(candidates, pair, &rows[i], own, &next);
    for (size_t i = candidates->column_start[pair->target];
         i < candidates->column_start[pair->target + 1] && best; i++)
        best = beats(candidates, pair, &rows[candidates->columns[i]], own, &next);
    return best ? own / next : 0;
}

float candidates_best(const struct candidates *candidates, uint32_t sentence, bool source)
{
    const size_t *starts = source ? candidates->row_start : candidates->column_start;
    float best = 0;
    for (size_t i = starts[sentence]; i < starts[sentence + 1]; i++) {
        const struct candidate *pair = &candidates->rows.items[source ? i : candidates->columns[i]];
        best = pair->score > best ? pair->score : best;
    }
    return best;
}
