#include "align/candidates.h"

#include <math.h>
#include <stdlib.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define SIZE_POWER 0.35
#define SIZE_BASE 2.0F
#define BESIDE 3       /* sentences of a paragraph */
#define NOTHING 0.1F   /* the next best where there is none */
#define WATCH_EVERY 64 /* sentences */

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

/* What a sentence's size takes from its scores. */
static float *scales_of(const struct clue_side *side)
{
    float *scales = xreallocarray(NULL, side->side->count + 1, sizeof *scales);
    for (size_t i = 0; i < side->side->count; i++)
        scales[i] = candidates_normal(1, side->size[i], 1 - SIZE_BASE);
    return scales;
}

static void score_sentence(struct candidates *candidates, uint32_t source, const bool *target_out,
                           float *const scales[2], struct gather *sums)
{
    const struct clue_side *sources = &candidates->clues->source;
    const struct clue_side *targets = &candidates->clues->target;
    struct candidate_list *rows = &candidates->rows;
    size_t first = rows->count;
    clues_add(candidates->clues, source, sums);
    for (size_t k = 0; k < sums->touched_count; k++) {
        uint32_t target = sums->touched[k];
        float score = sums->values[target] * scales[0][source] * scales[1][target];
        if (score < CANDIDATE_LEAST || target_out[target] ||
            sources->side->sentences[source].heading != targets->side->sentences[target].heading)
            continue;
        score = candidates_score(candidates, &(struct bead){ source, target, 1, 1, 0 });
        if (score >= CANDIDATE_LEAST)
            VECTOR_PUSH(rows, (struct candidate){ source, target, score });
    }
    if (rows->count > first + 1)
        qsort(rows->items + first, rows->count - first, sizeof *rows->items, compare_targets);
    gather_clear(sums);
}

/* The same candidates, by target. */
static void turn_candidates(struct candidates *candidates, size_t targets)
{
    const struct candidate_list *rows = &candidates->rows;
    size_t *next = xcalloc(targets + 2, sizeof *next);
    candidates->column_start = xcalloc(targets + 2, sizeof *candidates->column_start);
    for (size_t i = 0; i < rows->count; i++)
        candidates->column_start[rows->items[i].target + 1]++;
    for (size_t i = 0; i < targets; i++)
        candidates->column_start[i + 1] += candidates->column_start[i];
    for (size_t i = 0; i <= targets; i++)
        next[i] = candidates->column_start[i];
    VECTOR_RESERVE(&candidates->columns, rows->count + 1);
    for (size_t i = 0; i < rows->count; i++)
        candidates->columns.items[next[rows->items[i].target]++] = rows->items[i];
    candidates->columns.count = rows->count;
    free(next);
}

bool candidates_find(struct candidates *candidates, struct clues *clues, const bool *source_out,
                     const bool *target_out, bool (*go_on)(void *data, double done), void *data)
{
    struct gather sums = { 0 };
    size_t sources = clues->source.side->count, targets = clues->target.side->count;
    bool going = true;
    *candidates = (struct candidates){ .clues = clues };
    float *scales[2] = { scales_of(&clues->source), scales_of(&clues->target) };
    gather_reserve(&sums, targets + 1);
    candidates->row_start = xcalloc(sources + 1, sizeof *candidates->row_start);
    for (uint32_t i = 0; i < sources && going; i++) {
        if (!source_out[i])
            score_sentence(candidates, i, target_out, scales, &sums);
        candidates->row_start[i + 1] = candidates->rows.count;
        if (i % WATCH_EVERY == 0 && go_on != NULL)
            going = go_on(data, (double)i / (double)sources);
    }
    turn_candidates(candidates, targets);
    free(scales[0]);
    free(scales[1]);
    gather_free(&sums);
    return going;
}

void candidates_free(struct candidates *candidates)
{
    free(candidates->rows.items);
    free(candidates->columns.items);
    free(candidates->row_start);
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

/* By how much a pair beats the best of the others in its row or column; of those beside it, which
 * may be one run with it, it needs only be the better one. 0 when it is not the best. */
static float lead(const struct candidates *candidates, const struct candidate *items, size_t count,
                  const struct candidate *pair, float bonus)
{
    float next = NOTHING, own = pair->score * bonus;
    for (size_t i = 0; i < count; i++) {
        const struct candidate *rival = &items[i];
        if (rival->source == pair->source && rival->target == pair->target)
            continue;
        if (rival->score >= own)
            return 0;
        if (rival->score > next &&
            !(is_beside(candidates->clues->source.side, rival->source, pair->source) &&
              is_beside(candidates->clues->target.side, rival->target, pair->target)))
            next = rival->score;
    }
    return own / next;
}

float candidates_lead(const struct candidates *candidates, const struct candidate *pair,
                      float bonus)
{
    size_t row = candidates->row_start[pair->source];
    size_t column = candidates->column_start[pair->target];
    float by_row = lead(candidates, candidates->rows.items + row,
                        candidates->row_start[pair->source + 1] - row, pair, bonus);
    float by_column = lead(candidates, candidates->columns.items + column,
                           candidates->column_start[pair->target + 1] - column, pair, bonus);
    return by_row < by_column ? by_row : by_column;
}

float candidates_best(const struct candidates *candidates, uint32_t sentence, bool source)
{
    const struct candidate_list *list = source ? &candidates->rows : &candidates->columns;
    const size_t *starts = source ? candidates->row_start : candidates->column_start;
    float best = 0;
    for (size_t i = starts[sentence]; i < starts[sentence + 1]; i++)
        best = list->items[i].score > best ? list->items[i].score : best;
    return best;
}
