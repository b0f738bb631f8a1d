#include "align/clue_figures.h"

#include <stdlib.h>
#include <string.h>
#include <string.h>

#include "align/clue_clock.h"
#include "align/clue_numbers.h"
#include "align/clue_terms.h"
#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "figure/figure_compare.h"
#include "text/ascii.h"

#define FIGURE_EXACT 1.5F
#define FIGURE_COUNTED 1.0F
#define FIGURE_COARSE 0.7F
#define FIGURE_SMALL 0.4F
#define FIGURE_NEAR 0.8F /* of that when the two are not equal */
#define SMALL_MOST 10
#define BARE_MOST 100 /* from which on equal numbers of whatever kind are no chance */
#define FAR_PART 17   /* of 20: below that, numbers that agree by a hedge are hardly the same */
#define FAR_OF 20
#define TELLING_DIGITS 3 /* of a number that is no chance */
#define DAYS_BEFORE 3    /* of the report: a day that any report of that day has */
#define DAYS_AFTER 1
#define PIECE 16384 /* bytes of a sentence whose figures are found at once */
#define MONTH_DAYS 31
#define SENTENCES_BETWEEN_CALLS 256
#define FIGURES_BETWEEN_CALLS 128

/* A date as a number that grows day by day; 0 when it has no day. */
static int day_of(const struct figure_date *date)
{
    return date->month != 0 && date->day != 0 ? (int)date->month * MONTH_DAYS + (int)date->day : 0;
}

/* The first date of a stretch of text that has a day. */
static struct figure_date first_day(const struct side *side, struct span span)
{
    struct figures figures = { 0 };
    struct figure_date date = { 0 };
    figures_find_text(side->text, span.start, span.end, NULL, &figures);
    for (size_t i = 0; i < figures.count && day_of(&date) == 0; i++) {
        if (figures.items[i].kind == FIGURE_DATE)
            date = figures.items[i].from;
    }
    figures_free(&figures);
    return day_of(&date) != 0 ? date : (struct figure_date){ 0 };
}

void clue_figures_date(struct clue_side *side)
{
    side->made = side->side->published;
    for (size_t i = 0; i < side->datelines.count && !figure_date_is_set(&side->made); i++)
        side->made = first_day(side->side, side->datelines.items[i]);
    side->day = day_of(&side->made);
}

/* When a report was made, as far as it says; else, and the year in any case, as the other does:
 * reports of one event are of about one time. */
static struct figure_date date_of(const struct clue_side *side, const struct clue_side *other)
{
    if (!figure_date_is_set(&side->made))
        return other->made;
    struct figure_date date = side->made;
    date.year = date.year != 0 ? date.year : other->made.year;
    return date;
}

/* Behind the next comma or blank: where a piece of a sentence without end may be cut. */
static size_t end_of_piece(const char *text, size_t at, size_t end)
{
    if (end - at <= PIECE)
        return end;
    for (at += PIECE; at < end && text[at] != ' ' && text[at] != ','; at++) {
        if (end - at > 3 && memcmp(text + at, "，", 3) == 0)
            return at + 3;
    }
    return at;
}

/* A book may be one sentence: the caller is asked meanwhile. */
static bool find_by_pieces(const char *text, struct span sentence,
                           const struct figures_options *options, struct figures *figures,
                           bool (*go_on)(void *data, double done), void *data)
{
    bool ok = true;
    for (size_t at = sentence.start; ok && at < sentence.end;) {
        size_t end = end_of_piece(text, at, sentence.end);
        figures_find_text(text, at, end, options, figures);
        ok = end == sentence.end || go_on == NULL || go_on(data, 0);
        at = end;
    }
    return ok;
}

bool clue_figures_read(struct clue_side *side, const struct clue_side *other,
                       bool (*go_on)(void *data, double done), void *data)
{
    const struct side *text = side->side;
    struct figure_date published = date_of(side, other);
    struct figures_options options = { .published = &published };
    struct spans names = { 0 };
    bool ok = true;
    side->first_figure = xcalloc(text->count + 1, sizeof *side->first_figure);
    for (size_t i = 0, m = 0, d = 0; ok && i < text->count; i++) {
        struct span sentence = text->sentences[i].span;
        names.count = 0;
        for (; m < text->mark_count && text->marks[m].span.start < sentence.end; m++) {
            if (text->marks[m].kind == MARK_NAME)
                VECTOR_PUSH(&names, text->marks[m].span);
        }
        for (; d < side->datelines.count && side->datelines.items[d].start < sentence.end; d++)
            VECTOR_PUSH(&names, side->datelines.items[d]);
        spans_sort(&names);
        options.leave_out = names.items;
        options.leave_out_count = names.count;
        ok = find_by_pieces(text->text, sentence, &options, &side->figures, go_on, data);
        clue_clock_find(text->text, sentence, &side->figures);
        clue_numbers_find(side->text, sentence, side->first_figure[i], &side->figures);
        side->first_figure[i + 1] = side->figures.count;
        if (ok && i % SENTENCES_BETWEEN_CALLS == 0 && go_on != NULL)
            ok = go_on(data, 0);
    }
    free(names.items);
    if (!ok)
        return false;
    side->figure_at = xcalloc(side->figures.count + 1, sizeof *side->figure_at);
    for (size_t i = 0; i < text->count; i++) {
        for (size_t k = side->first_figure[i]; k < side->first_figure[i + 1]; k++) {
            const struct figure *figure = &side->figures.items[k];
            side->figure_at[k] = (uint32_t)i;
            clue_blank(side, (struct span){ figure->start, figure->end });
        }
    }
    return true;
}

/* How many digits a number is told with, but for its zeros at the end. */
static int count_digits(struct decimal number)
{
    int digits = 0;
    while (number.digits > 0 && number.digits % 10 == 0)
        number.digits /= 10;
    for (; number.digits > 0; number.digits /= 10)
        digits++;
    return digits;
}

/* What a number is worth that any text could have, the more it tells the less so. */
static float count_worth(const struct figure *figure)
{
    int digits = count_digits(figure->low);
    if (decimal_compare(figure->low, decimal_of(SMALL_MOST, 0)) < 0 && digits < TELLING_DIGITS)
        return FIGURE_SMALL;
    return digits >= TELLING_DIGITS ? FIGURE_EXACT : FIGURE_COUNTED;
}

float clue_figures_worth(const struct figure *figure)
{
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
    case FIGURE_DURATION:
        return count_digits(figure->low) >= TELLING_DIGITS ? FIGURE_EXACT : FIGURE_COARSE;
    case FIGURE_COUNT: return count_worth(figure);
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
        digit = digit || ascii_is_digit(side->side->text[at]);
    return figure->kind == FIGURE_DATE && (!digit || figure_date_is_set(&figure->resolved));
}

/* A day about the day of either report. */
static bool is_of_the_day(const struct clues *clues, const struct figure *figure)
{
    int day = figure->kind == FIGURE_DATE ? day_of(&figure->from) : 0;
    const int reports[] = { clues->source.day, clues->target.day };
    for (size_t i = 0; i < 2 && day != 0; i++) {
        if (reports[i] != 0 && day >= reports[i] - DAYS_BEFORE && day <= reports[i] + DAYS_AFTER)
            return true;
    }
    return false;
}

/* A day without its month: 14日, the 14th. */
static bool is_day_alone(const struct side *side, const struct figure *figure)
{
    if (figure->kind != FIGURE_DATE || figure->from.day == 0)
        return false;
    for (size_t at = figure->start; at < figure->end; at++) {
        if (ascii_is_capital(side->text[at]) ||
            (figure->end - at >= 3 && memcmp(side->text + at, "月", 3) == 0))
            return false;
    }
    return true;
}

/* Whether both are such a day, and the same: which month is meant is told by the rest of the sentence, in
 * which one may speak of what is to come and the other not. */
static bool are_days_alone(const struct clues *clues, const struct figure *a, const struct figure *b)
{
    return is_day_alone(clues->source.side, a) && is_day_alone(clues->target.side, b) &&
           a->from.day == b->from.day && a->until.day == b->until.day;
}

static bool is_plain(const struct figure *figure)
{
    return figure->kind != FIGURE_DATE && figure->kind != FIGURE_ORDINAL &&
           figure->kind != FIGURE_PERCENT && !figure->range;
}

static bool stands_at(const struct side *side, size_t at, const char *text)
{
    size_t length = strlen(text);
    return at + length <= side->length && memcmp(side->text + at, text, length) == 0;
}

static bool stands_among(const struct side *side, size_t at, const char *const *texts)
{
    while (*texts != NULL && !stands_at(side, at, *texts))
        texts++;
    return *texts != NULL;
}

/* Whether a number is somebody's age: 71岁, "Moussavou, 71, was", "the 22-year-old". */
static bool is_age(const struct side *side, const struct figure *figure)
{
    static const char *const years[] = { "岁", "歲", "-old", " old", NULL };
    static const char *const ends[] = { ",", ".", NULL };
    return (figure->end >= 3 && stands_among(side, figure->end - 3, years)) ||
           stands_among(side, figure->end, years) ||
           (figure->start >= 2 && stands_at(side, figure->start - 2, ", ") &&
            stands_among(side, figure->end, ends));
}

static bool are_ages(const struct clues *clues, const struct figure *a, const struct figure *b)
{
    return (a->kind == FIGURE_DURATION || a->kind == FIGURE_COUNT) &&
           is_age(clues->source.side, a) && is_age(clues->target.side, b);
}

/* The same number of what figures.h does not know to be one kind, or one thing: 145 kph and 145公里,
 * 31 flights and 31 planes. */
static float bare_worth(const struct clues *clues, const struct figure *a, const struct figure *b)
{
    if (!is_plain(a) || !is_plain(b) || (a->kind == b->kind && a->kind != FIGURE_COUNT) ||
        decimal_compare(a->low, b->low) != 0 ||
        decimal_compare(a->low, decimal_of(SMALL_MOST, 0)) <= 0)
        return 0;
    return decimal_compare(a->low, decimal_of(BARE_MOST, 0)) >= 0 ||
                   count_digits(a->low) >= TELLING_DIGITS || are_ages(clues, a, b)
               ? FIGURE_COUNTED
               : FIGURE_SMALL;
}

/* Whether what a hedge allows is another number: at least 16, and 23. */
static bool is_far(const struct figure *a, const struct figure *b)
{
    bool less = decimal_compare(a->low, b->low) < 0;
    struct decimal small = less ? a->low : b->low, large = less ? b->low : a->low;
    return a->kind == b->kind && a->kind != FIGURE_DATE &&
           ((a->hedges | b->hedges) & HEDGE_VAGUE) == 0 && decimal_multiply(&small, FAR_OF) &&
           decimal_multiply(&large, FAR_PART) && decimal_compare(small, large) < 0;
}

static float pair_worth(const struct clues *clues, const struct figure *a, const struct figure *b)
{
    enum figure_relation relation = figure_compare(a, b);
    if (relation <= FIGURES_DIFFERENT)
        return are_days_alone(clues, a, b) ? FIGURE_COARSE : bare_worth(clues, a, b);
    if (relation == FIGURES_EQUAL && are_ages(clues, a, b))
        return FIGURE_COUNTED;
    if (is_of_the_day(clues, a) || is_of_the_day(clues, b))
        return FIGURE_SMALL * FIGURE_NEAR;
    if (relation == FIGURES_HEDGED && is_far(a, b))
        return 0;
    if (is_told(&clues->source, a) || is_told(&clues->target, b))
        return relation == FIGURES_EQUAL ? FIGURE_COARSE : FIGURE_SMALL * FIGURE_NEAR;
    float one = clue_figures_worth(a), other = clue_figures_worth(b);
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
        size_t count = sparse_rows_at(pairs, i, &items);
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
                clue_rarity(sources[pairs->items[k].id], clues->source.side->count) *
                clue_rarity(targets[i], clues->target.side->count);
    }
    free(sources);
    free(targets);
}

bool clue_figures_pair(struct clues *clues, bool (*go_on)(void *data, double done), void *data)
{
    bool ok = true;
    size_t sources = clues->source.figures.count, targets = clues->target.figures.count;
    size_t reach = sources > 0 ? CLUES_FIGURE_WORK / sources / 2 + 1 : 0;
    for (size_t i = 0; ok && i < sources; i++) {
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
                sparse_rows_push(&clues->figure_pairs, (uint32_t)k, worth);
        }
        sparse_rows_end(&clues->figure_pairs);
        if (i % FIGURES_BETWEEN_CALLS == 0 && go_on != NULL)
            ok = go_on(data, 0);
    }
    if (ok)
        weigh_figures(clues);
    return ok;
}

/* ---- what is shared ---- */

void clue_figures_between(const struct clues *clues, const struct bead *bead,
                          struct clue_list *list)
{
    const struct rows *pairs = &clues->figure_pairs;
    size_t start = clues->source.first_figure[bead->source];
    size_t end = clues->source.first_figure[bead->source + bead->source_count];
    size_t target = clues->target.first_figure[bead->target];
    size_t target_end = clues->target.first_figure[bead->target + bead->target_count];
    if (start == end || target == target_end)
        return;
    bool *taken = xcalloc(target_end - target, sizeof *taken);
    for (size_t i = start; i < end; i++) {
        struct clue clue = { .kind = CLUE_FIGURE, .source = (uint32_t)i };
        size_t k = pairs->starts[i], row_end = pairs->starts[i + 1];
        BISECT(k, row_end, pairs->items[k].id >= target);
        for (; k < row_end && pairs->items[k].id < target_end; k++) {
            if (pairs->items[k].weight <= clue.weight || taken[pairs->items[k].id - target])
                continue;
            clue.target = pairs->items[k].id;
            clue.weight = pairs->items[k].weight;
        }
        if (clue.weight <= 0)
            continue;
        taken[clue.target - target] = true;
        VECTOR_PUSH(list, clue);
    }
    free(taken);
}
