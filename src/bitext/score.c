#include "bitext/score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "bitext/passage.h"

#define CAP 3.0F
#define RENDERED_MOST 0.35F /* what a source sentence can do for one token */
#define LEARNED_FACTOR 0.3F
#define PART_FACTOR 0.35F
#define CHARACTER_FACTOR 0.2F
#define TARGET_CHANCE 0.4F
#define TARGET_POWER 0.85F
#define SOURCE_CHANCE 0.07F
#define SOURCE_POWER 1.25F
#define SPAN_OFFSET 3
#define LENGTH_VARIANCE 100.0F
#define DEVIATION_MOST 4.0F
#define LARGE_NUMBER (10 * NUMERAL_UNIT)
#define NUMBERS_MOST 64 /* of one side of a bead that are compared */

/* Sums over the sentences before, so that those of a run are a subtraction. */
struct sums {
    uint32_t length;
    uint32_t quoted;
    uint32_t unquoted;
    uint32_t questions;
    uint32_t exclamations;
    uint32_t ellipses;
    uint32_t numbers;
    uint32_t marks;
    uint32_t left_out;
    float size; /* tokens, or weight of the main units */
};

/* Values for target sentences [from, to), a row for each number of sentences. */
struct strip {
    float *values;
    size_t capacity;
    size_t from;
    size_t to;
};

/* One of the next source sentences. */
struct ahead {
    size_t source;
    size_t sizes;           /* most target sentences in a bead; 0 when nothing is here yet */
    struct strip explained; /* H by target sentences in the bead - 1 */
    struct weighted *renders; /* what it can do for each token, at most RENDERED_MOST */
    size_t render_count;
    size_t render_capacity;
};

struct scorer {
    const struct corpus *corpus;
    struct rows renders; /* units: tokens, with what was learned */
    struct rows full;    /* main units: tokens, with the words inside; empty for other units */
    struct sums *source; /* one more than there are sentences */
    struct sums *target;
    struct rows source_marks; /* sentences: keys of marks */
    struct rows target_marks;
    float *target_scale;                  /* (n + 3)^-1.25 by sentence and number of sentences */
    bool paragraphs;                      /* both sides have some to speak of */
    struct ahead ahead[BEAD_SOURCE_MOST]; /* by sentence % BEAD_SOURCE_MOST */
    struct strip explains;                /* G by source sentences in the bead - 1 */
    struct gather span;                   /* A of the source sentences so far, by token */
    struct gather sentence;
    float *rendered; /* R of one unit for the target sentences of a strip */
    size_t rendered_capacity;
    size_t row;
    size_t row_sizes; /* source sentences that beads of this row may have */
};

const char *feature_name(enum feature feature)
{
    static const char *const names[FEATURE_COUNT] = {
        "target-explained", "source-explained", "target-density",   "source-density",
        "length-square",    "length",           "length-square-11", "questions",
        "questions-both",   "exclamations",     "same-end",         "quoted-before",
        "quoted-after",     "quoted",           "one-opens",        "one-closes",
        "both-open",        "both-close",       "ellipsis",         "numbers-equal",
        "numbers-alone",    "lower-case",       "source-gap",       "target-gap",
        "marks-equal",      "marks-alone",      "paragraph-both",   "paragraph-one",
        "paragraph-inside", "heading",
    };
    return names[feature];
}

/* ---- tables ---- */

static void gather_row(struct gather *gather, const struct rows *rows, size_t row, float factor)
{
    const struct weighted *items;
    size_t count = rows_at(rows, row, &items);
    for (size_t i = 0; i < count; i++)
        gather_add(gather, items[i].id, factor * items[i].weight);
}

static void merge_learned(struct scorer *scorer)
{
    const struct corpus *corpus = scorer->corpus;
    for (size_t unit = 0; unit < corpus->units.count; unit++) {
        gather_row(&scorer->sentence, &corpus->renders, unit, 1);
        gather_row(&scorer->sentence, &corpus->learned, unit, LEARNED_FACTOR);
        gather_end_row(&scorer->sentence, &scorer->renders);
    }
}

/* Adds what the words and characters inside a Han unit render. */
static void gather_parts(struct scorer *scorer, const char *unit, size_t length)
{
    const struct vocabulary *units = &scorer->corpus->units;
    for (size_t start = 0; start < length; start++) {
        if (((unsigned char)unit[start] & 0xC0) == 0x80)
            continue;
        size_t characters = 0;
        for (size_t end = start + 1; end <= length; end++) {
            if (end < length && ((unsigned char)unit[end] & 0xC0) == 0x80)
                continue;
            characters++;
            uint32_t part = end - start < length ? vocabulary_find(units, unit + start, end - start)
                                                 : VOCABULARY_NONE;
            if (part != VOCABULARY_NONE)
                gather_row(&scorer->sentence, &scorer->renders, part,
                           characters > 1 ? PART_FACTOR : CHARACTER_FACTOR);
        }
    }
}

static bool *main_units(const struct corpus *corpus)
{
    bool *is_main = xcalloc(corpus->units.count + 1, sizeof *is_main);
    for (size_t i = 0; i < corpus->main.count; i++)
        is_main[corpus->main.items[i].id] = true;
    return is_main;
}

static void complete_units(struct scorer *scorer)
{
    const struct vocabulary *units = &scorer->corpus->units;
    bool *is_main = main_units(scorer->corpus);
    for (uint32_t unit = 0; unit < units->count; unit++) {
        const char *text = vocabulary_text(units, unit);
        if (is_main[unit]) {
            gather_row(&scorer->sentence, &scorer->renders, unit, 1);
            if ((unsigned char)text[0] >= 0x80)
                gather_parts(scorer, text, vocabulary_length(units, unit));
        }
        gather_end_row(&scorer->sentence, &scorer->full);
    }
    free(is_main);
}

/* Names and figures are told apart in the key. */
static uint32_t mark_key(const struct side_mark *mark)
{
    return mark->id << 1 | (mark->kind == MARK_FIGURE);
}

static void sort_marks(const struct side *side, struct rows *marks)
{
    size_t next = 0;
    for (size_t i = 0; i < side->count; i++) {
        struct span span = side->sentences[i].span;
        while (next < side->mark_count && side->marks[next].span.start < span.start)
            next++;
        for (; next < side->mark_count && side->marks[next].span.start < span.end; next++)
            rows_push(marks, mark_key(&side->marks[next]), 1);
        rows_end(marks);
    }
}

static struct sums *sum_up(const struct passages *passages, const struct rows *marks)
{
    struct sums *sums = xcalloc(passages->count + 1, sizeof *sums);
    for (size_t i = 0; i < passages->count; i++) {
        const struct passage *passage = &passages->items[i];
        struct sums next = sums[i];
        next.length += passage->length;
        next.quoted += passage->quoted;
        next.unquoted += passage->unquoted;
        next.questions += passage->questions;
        next.exclamations += passage->exclamations;
        next.ellipses += passage->ellipsis;
        next.numbers += (uint32_t)passage->number_count;
        next.marks += (uint32_t)(marks->starts[i + 1] - marks->starts[i]);
        sums[i + 1] = next;
    }
    return sums;
}

static void measure_sizes(struct scorer *scorer)
{
    const struct corpus *corpus = scorer->corpus;
    for (size_t i = 0; i < corpus->source->count; i++)
        scorer->source[i + 1].size = scorer->source[i].size + corpus->source_size[i];
    for (size_t j = 0; j < corpus->target->count; j++)
        scorer->target[j + 1].size = scorer->target[j].size + (float)corpus_token_count(corpus, j);
}

static void scale_targets(struct scorer *scorer)
{
    size_t count = scorer->corpus->target->count;
    scorer->target_scale = xcalloc(count * BEAD_TARGET_MOST + 1, sizeof *scorer->target_scale);
    for (size_t j = 0; j < count; j++) {
        for (size_t b = 1; b <= BEAD_TARGET_MOST && j + b <= count; b++) {
            float tokens = scorer->target[j + b].size - scorer->target[j].size;
            scorer->target_scale[j * BEAD_TARGET_MOST + b - 1] =
                powf(tokens + SPAN_OFFSET, -SOURCE_POWER);
        }
    }
}

/* Whether paragraphs say anything: some hold several sentences, and there are several. */
static bool has_paragraphs(const struct side *side)
{
    size_t shared = 0, begun = 0;
    for (size_t i = 1; i < side->count; i++) {
        bool same = side->sentences[i].paragraph == side->sentences[i - 1].paragraph;
        shared += same;
        begun += !same;
    }
    return shared > 0 && begun > 0;
}

struct scorer *scorer_new(const struct corpus *corpus)
{
    struct scorer *scorer = xcalloc(1, sizeof *scorer);
    scorer->corpus = corpus;
    gather_reserve(&scorer->span, corpus->tokens.count + 1);
    gather_reserve(&scorer->sentence, corpus->tokens.count + 1);
    merge_learned(scorer);
    complete_units(scorer);
    sort_marks(corpus->source, &scorer->source_marks);
    sort_marks(corpus->target, &scorer->target_marks);
    scorer->source = sum_up(&corpus->source_passages, &scorer->source_marks);
    scorer->target = sum_up(&corpus->target_passages, &scorer->target_marks);
    scorer->paragraphs = has_paragraphs(corpus->source) && has_paragraphs(corpus->target);
    measure_sizes(scorer);
    scale_targets(scorer);
    return scorer;
}

void scorer_free(struct scorer *scorer)
{
    if (scorer == NULL)
        return;
    rows_free(&scorer->renders);
    rows_free(&scorer->full);
    rows_free(&scorer->source_marks);
    rows_free(&scorer->target_marks);
    free(scorer->source);
    free(scorer->target);
    free(scorer->target_scale);
    for (size_t i = 0; i < BEAD_SOURCE_MOST; i++) {
        free(scorer->ahead[i].explained.values);
        free(scorer->ahead[i].renders);
    }
    free(scorer->explains.values);
    free(scorer->rendered);
    gather_free(&scorer->span);
    gather_free(&scorer->sentence);
    free(scorer);
}

/* ---- lexical scores of a row ---- */

static void strip_begin(struct strip *strip, size_t from, size_t to, size_t rows)
{
    size_t need = (to > from ? to - from : 0) * rows;
    if (need > strip->capacity) {
        free(strip->values);
        strip->values = xreallocarray(NULL, need, sizeof *strip->values);
        strip->capacity = need;
    }
    strip->from = from;
    strip->to = to > from ? to : from;
}

static float *strip_at(const struct strip *strip, size_t row, size_t target)
{
    return strip->values + row * (strip->to - strip->from) + target - strip->from;
}

/* What a source sentence renders. */
static void gather_sentence(struct scorer *scorer, struct ahead *ahead, size_t source)
{
    struct gather *sentence = &scorer->sentence;
    const struct weighted *units, *names;
    size_t count = rows_at(&scorer->corpus->all, source, &units);
    size_t name_count = rows_at(&scorer->corpus->names, source, &names);
    for (size_t i = 0; i < count; i++)
        gather_row(sentence, &scorer->renders, units[i].id, units[i].weight);
    for (size_t i = 0; i < name_count; i++)
        gather_add(sentence, names[i].id, RENDERED_MOST);
    ahead->renders = vector_grow(ahead->renders, &ahead->render_capacity,
                                 sentence->touched_count, sizeof *ahead->renders);
    ahead->render_count = sentence->touched_count;
    for (size_t i = 0; i < sentence->touched_count; i++) {
        uint32_t token = sentence->touched[i];
        float value = sentence->values[token];
        ahead->renders[i] =
            (struct weighted){ token, value < RENDERED_MOST ? value : RENDERED_MOST };
    }
    gather_clear(sentence);
}

/* Adds what one of the next source sentences renders to the span's sum. */
static void add_sentence(struct scorer *scorer, size_t source)
{
    const struct ahead *ahead = &scorer->ahead[source % BEAD_SOURCE_MOST];
    for (size_t i = 0; i < ahead->render_count; i++)
        gather_add(&scorer->span, ahead->renders[i].id, ahead->renders[i].weight);
}

/* The natural logarithm to four digits, at most CAP: the exponent by the bits of the float, the rest
 * by a rational function. It is asked for some million times, and gives the same on all machines. */
static float capped_log(float ratio)
{
    static const float most = 20.0855369F; /* e^3 */
    union {
        float value;
        uint32_t bits;
    } number = { .value = ratio };
    if (ratio >= most)
        return CAP;
    int exponent = (int)(number.bits >> 23) - 127;
    number.bits = (number.bits & 0x7FFFFFu) | 0x3F800000u;
    float x = (number.value - 1.41421356F) / (number.value + 1.41421356F);
    float square = x * x;
    float rest = 2 * x * (1 + square * (0.333333F + square * 0.2F));
    return 0.693147181F * ((float)exponent + 0.5F) + rest;
}

/* G of the span for each target sentence. */
static void explain_targets(struct scorer *scorer, float size, size_t row)
{
    const struct corpus *corpus = scorer->corpus;
    const struct strip *strip = &scorer->explains;
    const float chance = logf(TARGET_CHANCE);
    float scale = (1 - TARGET_CHANCE) * powf(size + SPAN_OFFSET, -TARGET_POWER);
    for (size_t target = strip->from; target < strip->to; target++) {
        const struct weighted *tokens;
        size_t count = rows_at(&corpus->sentences, target, &tokens);
        float sum = 0;
        for (size_t k = 0; k < count; k++) {
            float value = scorer->span.values[tokens[k].id];
            sum += value > 0
                       ? capped_log(TARGET_CHANCE + scale * value * corpus->inverse[tokens[k].id])
                       : chance;
        }
        *strip_at(strip, row, target) = sum;
    }
}

/* R of one unit, whose tokens are in scorer->sentence, for each target sentence of the strip.
 * False when it is 0 for all. */
static bool render_unit(struct scorer *scorer, const struct strip *strip)
{
    const struct corpus *corpus = scorer->corpus;
    bool any = false;
    for (size_t target = strip->from; target < strip->to; target++) {
        const struct weighted *tokens;
        size_t count = rows_at(&corpus->sentences, target, &tokens);
        float sum = 0;
        for (size_t k = 0; k < count; k++) {
            float value = scorer->sentence.values[tokens[k].id];
            if (value > 0)
                sum += (value < 1 ? value : 1) * corpus->inverse[tokens[k].id];
        }
        scorer->rendered[target - strip->from] = sum;
        any = any || sum > 0;
    }
    return any;
}

/* Adds a unit's part of H for runs of `size` target sentences. */
static void explain_unit(struct scorer *scorer, const struct strip *strip, float weight,
                         size_t size)
{
    size_t width = strip->to - strip->from;
    const float chance = logf(SOURCE_CHANCE);
    for (size_t k = 0; k + size <= width; k++) {
        float sum = 0;
        for (size_t b = 0; b < size; b++)
            sum += scorer->rendered[k + b];
        float *value = strip_at(strip, size - 1, strip->from + k);
        if (sum <= 0) {
            *value += weight * chance;
            continue;
        }
        size_t target = strip->from + k;
        float scale = scorer->target_scale[target * BEAD_TARGET_MOST + size - 1];
        *value += weight * capped_log(SOURCE_CHANCE + (1 - SOURCE_CHANCE) * sum * scale);
    }
}

/* H of one source sentence. */
static void look_ahead(struct scorer *scorer, size_t source, size_t from, size_t to, size_t sizes)
{
    struct ahead *ahead = &scorer->ahead[source % BEAD_SOURCE_MOST];
    const struct weighted *units;
    const float chance = logf(SOURCE_CHANCE);
    strip_begin(&ahead->explained, from, to, sizes);
    size_t width = ahead->explained.to - from;
    if (width > scorer->rendered_capacity) {
        scorer->rendered = xreallocarray(scorer->rendered, width, sizeof *scorer->rendered);
        scorer->rendered_capacity = width;
    }
    for (size_t i = 0; i < width * sizes; i++)
        ahead->explained.values[i] = 0;
    size_t count = rows_at(&scorer->corpus->main, source, &units);
    float unexplained = 0; /* units that render nothing here are so for all runs */
    for (size_t i = 0; i < count; i++) {
        gather_row(&scorer->sentence, &scorer->full, units[i].id, 1);
        if (!render_unit(scorer, &ahead->explained))
            unexplained += units[i].weight * chance;
        else
            for (size_t size = 1; size <= sizes; size++)
                explain_unit(scorer, &ahead->explained, units[i].weight, size);
        gather_clear(&scorer->sentence);
    }
    for (size_t i = 0; i < width * sizes; i++)
        ahead->explained.values[i] += unexplained;
    gather_sentence(scorer, ahead, source);
    ahead->source = source;
    ahead->sizes = sizes;
}

void scorer_row(struct scorer *scorer, size_t source, const size_t *from, const size_t *to,
                bool plain)
{
    const struct corpus *corpus = scorer->corpus;
    size_t sizes = plain ? 2 : BEAD_SOURCE_MOST;
    size_t target_sizes = plain ? 3 : BEAD_TARGET_MOST;
    if (sizes > corpus->source->count - source)
        sizes = corpus->source->count - source;
    scorer->row = source;
    scorer->row_sizes = sizes;
    for (size_t k = 0; k < sizes; k++) {
        const struct ahead *ahead = &scorer->ahead[(source + k) % BEAD_SOURCE_MOST];
        if (ahead->sizes < target_sizes || ahead->source != source + k ||
            ahead->explained.from > from[k] || ahead->explained.to < to[k])
            look_ahead(scorer, source + k, from[k], to[k], target_sizes);
    }
    gather_clear(&scorer->span);
    strip_begin(&scorer->explains, from[0], sizes > 0 ? to[sizes - 1] : from[0], sizes);
    for (size_t k = 0; k < sizes; k++) {
        add_sentence(scorer, source + k);
        explain_targets(scorer, scorer->source[source + k + 1].size - scorer->source[source].size,
                        k);
    }
}

static void count_left_out(struct sums *sums, size_t count, const bool *flags)
{
    for (size_t i = 0; i < count; i++)
        sums[i + 1].left_out = sums[i].left_out + (flags != NULL && flags[i]);
}

void scorer_leave_out(struct scorer *scorer, const bool *source, const bool *target)
{
    count_left_out(scorer->source, scorer->corpus->source->count, source);
    count_left_out(scorer->target, scorer->corpus->target->count, target);
}

/* ---- features ---- */

/* Which sentences a bead holds, as the feature functions want it. */
struct place {
    size_t source;
    size_t target;
    size_t source_end;
    size_t target_end;
    const struct sums *a; /* of the sentences before the bead, and up to its end */
    const struct sums *a_end;
    const struct sums *b;
    const struct sums *b_end;
};

static float difference(uint32_t a, uint32_t b, float most)
{
    float value = a > b ? (float)(a - b) : (float)(b - a);
    return value < most ? value : most;
}

static void lexical_features(const struct scorer *scorer, const struct place *place, float *f)
{
    size_t size = place->source_end - place->source;
    size_t target_size = place->target_end - place->target;
    float explained = 0, source_explained = 0;
    for (size_t j = place->target; j < place->target_end; j++)
        explained += *strip_at(&scorer->explains, size - 1, j);
    for (size_t i = place->source; i < place->source_end; i++) {
        const struct ahead *ahead = &scorer->ahead[i % BEAD_SOURCE_MOST];
        source_explained += *strip_at(&ahead->explained, target_size - 1, place->target);
    }
    f[FEATURE_TARGET_EXPLAINED] = explained / 10;
    f[FEATURE_SOURCE_EXPLAINED] = source_explained / 10;
    f[FEATURE_TARGET_DENSITY] = explained / sqrtf(place->b_end->size - place->b->size + 1);
    f[FEATURE_SOURCE_DENSITY] = source_explained / sqrtf(place->a_end->size - place->a->size + 1);
}

static void length_features(const struct scorer *scorer, const struct place *place, float *f)
{
    float expected =
        (float)(place->a_end->length - place->a->length) * (float)scorer->corpus->ratio;
    float length = (float)(place->b_end->length - place->b->length);
    float variance = LENGTH_VARIANCE * (expected + length) / 2;
    float deviation = variance > 0 ? fabsf(length - expected) / sqrtf(variance) : 0;
    if (deviation > DEVIATION_MOST)
        deviation = DEVIATION_MOST;
    f[FEATURE_LENGTH] = deviation;
    f[FEATURE_LENGTH_SQUARE] = deviation * deviation;
    if (place->source_end - place->source == 1 && place->target_end - place->target == 1)
        f[FEATURE_LENGTH_SQUARE_11] = deviation * deviation;
}

static float quoted_share(const struct sums *before, const struct sums *end)
{
    float quoted = (float)(end->quoted - before->quoted);
    float all = quoted + (float)(end->unquoted - before->unquoted);
    return all > 0 ? quoted / all : 0;
}

static void quotation_features(const struct scorer *scorer, const struct place *place, float *f)
{
    const struct passage *source = &scorer->corpus->source_passages.items[place->source];
    const struct passage *target = &scorer->corpus->target_passages.items[place->target];
    const struct passage *source_last =
        &scorer->corpus->source_passages.items[place->source_end - 1];
    const struct passage *target_last =
        &scorer->corpus->target_passages.items[place->target_end - 1];
    f[FEATURE_QUOTED_BEFORE] = source->in_before != target->in_before;
    f[FEATURE_QUOTED_AFTER] = source_last->in_after != target_last->in_after;
    f[FEATURE_QUOTED] =
        fabsf(quoted_share(place->a, place->a_end) - quoted_share(place->b, place->b_end));
    f[FEATURE_ONE_OPENS] = source->opens != target->opens;
    f[FEATURE_ONE_CLOSES] = source_last->closes != target_last->closes;
    f[FEATURE_BOTH_OPEN] = source->opens && target->opens;
    f[FEATURE_BOTH_CLOSE] = source_last->closes && target_last->closes;
    f[FEATURE_SAME_END] = source_last->end == target_last->end && source_last->end != END_OTHER;
    f[FEATURE_LOWER_CASE] = target->lower_case;
}

static void punctuation_features(const struct place *place, float *f)
{
    uint32_t asked = place->a_end->questions - place->a->questions;
    uint32_t target_asked = place->b_end->questions - place->b->questions;
    uint32_t lesser = asked < target_asked ? asked : target_asked;
    f[FEATURE_QUESTIONS] = difference(asked, target_asked, 3);
    f[FEATURE_QUESTIONS_BOTH] = lesser < 2 ? (float)lesser : 2;
    f[FEATURE_EXCLAMATIONS] = difference(place->a_end->exclamations - place->a->exclamations,
                                         place->b_end->exclamations - place->b->exclamations, 3);
    f[FEATURE_ELLIPSIS] = (place->a_end->ellipses > place->a->ellipses) !=
                          (place->b_end->ellipses > place->b->ellipses);
}

/* Copies the numbers of a run of sentences; how many. */
static size_t numbers_of(const struct passages *passages, size_t first, size_t end,
                         int64_t out[NUMBERS_MOST])
{
    const struct passage *last = &passages->items[end - 1];
    size_t from = passages->items[first].first_number;
    size_t count = last->first_number + last->number_count - from;
    if (count > NUMBERS_MOST)
        count = NUMBERS_MOST;
    if (count > 0)
        memcpy(out, passages->numbers.items + from, count * sizeof *out);
    return count;
}

static void number_features(const struct scorer *scorer, const struct place *place, float *f)
{
    int64_t source[NUMBERS_MOST], target[NUMBERS_MOST];
    if (place->a_end->numbers == place->a->numbers && place->b_end->numbers == place->b->numbers)
        return;
    size_t count =
        numbers_of(&scorer->corpus->source_passages, place->source, place->source_end, source);
    size_t other =
        numbers_of(&scorer->corpus->target_passages, place->target, place->target_end, target);
    size_t equal = 0, alone = 0;
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;
        while (k < other && target[k] != source[i])
            k++;
        if (k < other) {
            equal++;
            target[k] = target[--other];
        } else {
            alone += source[i] >= LARGE_NUMBER;
        }
    }
    for (size_t k = 0; k < other; k++)
        alone += target[k] >= LARGE_NUMBER;
    f[FEATURE_NUMBERS_EQUAL] = equal < 3 ? (float)equal : 3;
    f[FEATURE_NUMBERS_ALONE] = alone < 3 ? (float)alone : 3;
}

/* Whether one of the marks of sentences [first, end) has that key. */
static bool has_mark(const struct rows *marks, size_t first, size_t end, uint32_t key)
{
    for (size_t k = marks->starts[first]; k < marks->starts[end]; k++) {
        if (marks->items[k].id == key)
            return true;
    }
    return false;
}

/* Counts the different marks of sentences [first, end) by whether the other side has them. */
static void compare_marks(const struct rows *marks, size_t first, size_t end,
                          const struct rows *others, size_t other_first, size_t other_end,
                          size_t *equal, size_t *alone)
{
    for (size_t k = marks->starts[first]; k < marks->starts[end]; k++) {
        uint32_t key = marks->items[k].id;
        size_t seen = marks->starts[first];
        while (marks->items[seen].id != key)
            seen++;
        if (seen < k)
            continue;
        bool there = has_mark(others, other_first, other_end, key);
        *equal += there;
        *alone += !there;
    }
}

static void mark_features(const struct scorer *scorer, const struct place *place, float *f)
{
    size_t equal = 0, again = 0, alone = 0;
    if (place->a_end->marks == place->a->marks && place->b_end->marks == place->b->marks)
        return;
    compare_marks(&scorer->source_marks, place->source, place->source_end, &scorer->target_marks,
                  place->target, place->target_end, &equal, &alone);
    compare_marks(&scorer->target_marks, place->target, place->target_end, &scorer->source_marks,
                  place->source, place->source_end, &again, &alone);
    f[FEATURE_MARKS_EQUAL] = equal < 4 ? (float)equal : 4;
    f[FEATURE_MARKS_ALONE] = alone < 4 ? (float)alone : 4;
}

static bool begins_paragraph(const struct side *side, size_t sentence)
{
    return sentence == 0 ||
           side->sentences[sentence].paragraph != side->sentences[sentence - 1].paragraph;
}

static void paragraph_features(const struct scorer *scorer, const struct place *place, float *f)
{
    const struct side *source = scorer->corpus->source;
    const struct side *target = scorer->corpus->target;
    bool first = begins_paragraph(source, place->source);
    bool target_first = begins_paragraph(target, place->target);
    f[FEATURE_PARAGRAPH_BOTH] = first && target_first;
    f[FEATURE_PARAGRAPH_ONE] = first != target_first;
    for (size_t i = place->source + 1; i < place->source_end; i++)
        f[FEATURE_PARAGRAPH_INSIDE] += begins_paragraph(source, i);
    for (size_t j = place->target + 1; j < place->target_end; j++)
        f[FEATURE_PARAGRAPH_INSIDE] += begins_paragraph(target, j);
}

static void heading_features(const struct scorer *scorer, const struct place *place, float *f)
{
    size_t headings = 0;
    size_t count = place->source_end - place->source + place->target_end - place->target;
    for (size_t i = place->source; i < place->source_end; i++)
        headings += scorer->corpus->source->sentences[i].heading;
    for (size_t j = place->target; j < place->target_end; j++)
        headings += scorer->corpus->target->sentences[j].heading;
    f[FEATURE_HEADING] = headings > 0 && headings < count;
}

void scorer_features(const struct scorer *scorer, size_t target, size_t type,
                     float f[FEATURE_COUNT])
{
    struct bead_type size = bead_types[type];
    struct place place = {
        .source = scorer->row,
        .target = target,
        .source_end = scorer->row + size.source,
        .target_end = target + size.target,
    };
    place.a = &scorer->source[place.source];
    place.a_end = &scorer->source[place.source_end];
    place.b = &scorer->target[place.target];
    place.b_end = &scorer->target[place.target_end];
    memset(f, 0, FEATURE_COUNT * sizeof *f);
    if (size.source == 0) {
        f[FEATURE_TARGET_GAP] = logf(1 + place.b_end->size - place.b->size);
        return;
    }
    if (size.target == 0) {
        f[FEATURE_SOURCE_GAP] = logf(1 + place.a_end->size - place.a->size);
        return;
    }
    lexical_features(scorer, &place, f);
    length_features(scorer, &place, f);
    quotation_features(scorer, &place, f);
    punctuation_features(&place, f);
    number_features(scorer, &place, f);
    mark_features(scorer, &place, f);
    if (scorer->paragraphs)
        paragraph_features(scorer, &place, f);
    heading_features(scorer, &place, f);
}

float scorer_score(const struct scorer *scorer, const struct weights *weights, size_t target,
                   size_t type)
{
    float features[FEATURE_COUNT];
    float sum = weights->types[type];
    struct bead_type size = bead_types[type];
    const struct sums *source = &scorer->source[size.source > 0 ? scorer->row : 0];
    if (source[size.source].left_out > source->left_out ||
        scorer->target[target + size.target].left_out > scorer->target[target].left_out)
        return bead_type_is_gap(size) ? 0 : SCORE_NEVER;
    scorer_features(scorer, target, type, features);
    for (size_t i = 0; i < FEATURE_COUNT; i++)
        sum += weights->features[i] * features[i];
    return sum;
}
