#include "align/clue_figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "align/clue_terms.h"
#include "figure/figure_compare.h"

#define FIGURE_EXACT 1.5F
#define FIGURE_COUNTED 1.0F
#define FIGURE_COARSE 0.7F
#define FIGURE_SMALL 0.4F
#define FIGURE_NEAR 0.8F /* of that when the two are not equal */
#define SMALL_MOST 10

void clue_figures_read(struct clue_side *side, const struct figure_date *published)
{
    const struct side *text = side->side;
    struct figures_options options = { .published = published };
    struct {
        struct span *items;
        size_t count;
        size_t capacity;
    } names = { 0 };
    side->first_figure = xcalloc(text->count + 1, sizeof *side->first_figure);
    for (size_t i = 0, m = 0; i < text->count; i++) {
        struct span sentence = text->sentences[i].span;
        names.count = 0;
        for (; m < text->mark_count && text->marks[m].span.start < sentence.end; m++) {
            if (text->marks[m].kind == MARK_NAME)
                VECTOR_PUSH(&names, text->marks[m].span);
        }
        options.leave_out = names.items;
        options.leave_out_count = names.count;
        figures_find_text(text->text, sentence.start, sentence.end, &options, &side->figures);
        side->first_figure[i + 1] = side->figures.count;
    }
    free(names.items);
    side->figure_at = xcalloc(side->figures.count + 1, sizeof *side->figure_at);
    for (size_t i = 0; i < text->count; i++) {
        for (size_t k = side->first_figure[i]; k < side->first_figure[i + 1]; k++) {
            const struct figure *figure = &side->figures.items[k];
            side->figure_at[k] = (uint32_t)i;
            clues_blank(side, (struct span){ figure->start, figure->end });
        }
    }
}

float clue_figures_worth(const struct figure *figure)
{
    struct decimal small = decimal_of(SMALL_MOST, 0);
    if ((figure->hedges & HEDGE_VAGUE) != 0)
        return FIGURE_SMALL;
    switch (figure->kind) {
    case FIGURE_PERCENT:
    case FIGURE_MONEY:
    case FIGURE_MASS:
    case FIGURE_LENGTH:
    case FIGURE_AREA:
    case FIGURE_VOLUME:
    case FIGURE_SPEED:
    case FIGURE_TEMPERATURE:
    case FIGURE_POWER:
    case FIGURE_ENERGY:
    case FIGURE_DATA: return FIGURE_EXACT;
    case FIGURE_DATE: return figure->from.month != 0 ? FIGURE_EXACT : FIGURE_COARSE;
    case FIGURE_DURATION: return FIGURE_COARSE;
    case FIGURE_COUNT:
        return decimal_compare(figure->low, small) >= 0 ? FIGURE_COUNTED : FIGURE_SMALL;
    case FIGURE_FRACTION:
    case FIGURE_RATIO: return FIGURE_COUNTED;
    case FIGURE_ORDINAL: break;
    }
    return FIGURE_SMALL;
}

/* "Last month", "on Tuesday", 7月底: any report has some, and the day they are reckoned from may
 * be the other's. */
static bool is_told(const struct clue_side *side, const struct figure *figure)
{
    bool digit = false;
    for (size_t at = figure->start; at < figure->end; at++)
        digit = digit || (side->side->text[at] >= '0' && side->side->text[at] <= '9');
    return figure->kind == FIGURE_DATE && (!digit || figure_date_is_set(&figure->resolved));
}

static float pair_worth(const struct clues *clues, const struct figure *a, const struct figure *b)
{
    enum figure_relation relation = figure_compare(a, b);
    float one = clue_figures_worth(a), other = clue_figures_worth(b);
    if (relation <= FIGURES_DIFFERENT)
        return 0;
    if (is_told(&clues->source, a) || is_told(&clues->target, b))
        return relation == FIGURES_EQUAL ? FIGURE_COARSE : FIGURE_SMALL * FIGURE_NEAR;
    /* A date against a time ago is as good as the date is fine. */
    if (a->kind != b->kind)
        return FIGURE_NEAR * (one > other ? one : other);
    return (relation == FIGURES_EQUAL ? 1 : FIGURE_NEAR) * (one < other ? one : other);
}

/* Sentences of one text are counted once for each figure that goes with a figure of theirs. */
static void count_sentences(const struct rows *pairs, const struct clues *clues, uint32_t *sources,
                            uint32_t *targets)
{
    const struct weighted *items;
    uint32_t *seen = xcalloc(clues->target.figures.count + 1, sizeof *seen);
    for (size_t i = 0; i < pairs->row_count; i++) {
        size_t count = rows_at(pairs, i, &items);
        uint32_t source = clues->source.figure_at[i] + 1, last = UINT32_MAX;
        for (size_t k = 0; k < count; k++) {
            uint32_t target = clues->target.figure_at[items[k].id];
            targets[i] += target != last;
            last = target;
            sources[items[k].id] += seen[items[k].id] != source;
            seen[items[k].id] = source;
        }
    }
    free(seen);
}

static void weigh_figures(struct clues *clues)
{
    struct rows *pairs = &clues->figure_pairs;
    uint32_t *sources = xcalloc(clues->target.figures.count + 1, sizeof *sources);
    uint32_t *targets = xcalloc(clues->source.figures.count + 1, sizeof *targets);
    count_sentences(pairs, clues, sources, targets);
    for (size_t i = 0; i < pairs->row_count; i++) {
        for (size_t k = pairs->starts[i]; k < pairs->starts[i + 1]; k++)
            pairs->items[k].weight *=
                clues_rarity(sources[pairs->items[k].id], clues->source.side->count) *
                clues_rarity(targets[i], clues->target.side->count);
    }
    free(sources);
    free(targets);
}

void clue_figures_pair(struct clues *clues)
{
    size_t sources = clues->source.figures.count, targets = clues->target.figures.count;
    size_t reach = sources > 0 ? CLUES_FIGURE_WORK / sources / 2 + 1 : 0;
    for (size_t i = 0; i < sources; i++) {
        size_t middle = (size_t)((double)i / (double)sources * (double)targets);
        size_t first = middle > reach ? middle - reach : 0;
        size_t end = middle + reach < targets ? middle + reach : targets;
        if (targets <= 2 * reach) {
            first = 0;
            end = targets;
        }
        for (size_t k = first; k < end; k++) {
            float worth =
                pair_worth(clues, &clues->source.figures.items[i], &clues->target.figures.items[k]);
            if (worth > 0)
                rows_push(&clues->figure_pairs, (uint32_t)k, worth);
        }
        rows_end(&clues->figure_pairs);
    }
    weigh_figures(clues);
}

/* ---- what is shared ---- */

void clue_figures_between(const struct clues *clues, const struct bead *bead,
                          struct clue_list *list)
{
    const struct weighted *pairs;
    size_t first = list->count;
    size_t end = clues->source.first_figure[bead->source + bead->source_count];
    for (size_t i = clues->source.first_figure[bead->source]; i < end; i++) {
        struct clue clue = { .kind = CLUE_FIGURE, .source = (uint32_t)i };
        size_t count = rows_at(&clues->figure_pairs, i, &pairs);
        for (size_t k = 0; k < count; k++) {
            uint32_t sentence = clues->target.figure_at[pairs[k].id];
            bool taken = false;
            for (size_t c = first; c < list->count; c++)
                taken = taken || list->items[c].target == pairs[k].id;
            if (taken || sentence < bead->target || sentence >= bead->target + bead->target_count ||
                pairs[k].weight <= clue.weight)
                continue;
            clue.target = pairs[k].id;
            clue.weight = pairs[k].weight;
        }
        if (clue.weight > 0)
            VECTOR_PUSH(list, clue);
    }
}
