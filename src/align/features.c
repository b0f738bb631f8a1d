#include <math.h>
#include <string.h>

#include "language/sentence_numbers.h"
#include "align/sentence_shape.h"
#include "align/score_state.h"

#define ORDER_CHANCE (1.0F / 6) /* mean square distance of two random places */
#define LENGTH_VARIANCE 100.0F
#define DEVIATION_MOST 4.0F
#define LARGE_NUMBER (10 * NUMERAL_UNIT)
#define NUMBERS_MOST 64 /* of one side of a bead that are compared */

const char *feature_name(enum feature feature)
{
    static const char *const names[FEATURE_COUNT] = {
        "target-explained", "source-explained", "target-density", "source-density", "length-square",
        "length",           "length-square-11", "questions",      "questions-both", "exclamations",
        "same-end",         "quoted-before",    "quoted-after",   "quoted",         "one-opens",
        "one-closes",       "both-open",        "both-close",     "ellipsis",       "numbers-equal",
        "numbers-alone",    "lower-case",       "order",          "disorder",       "source-gap",
        "target-gap",       "marks-equal",      "marks-alone",    "paragraph-both", "paragraph-one",
        "paragraph-inside", "heading",          "identical",      "code",
        "form"
    };
    return names[feature];
}

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

static void order_features(const struct scorer *scorer, const struct place *place, float *f)
{
    const struct strip *strip = &scorer->explains;
    const struct order *order =
        scorer->order.values + (place->source_end - place->source - 1) * (strip->to - strip->from) +
        place->target - strip->from;
    float source = 1 + (float)(place->a_end->length - place->a->length);
    float target = 1 + (float)(place->b_end->length - place->b->length);
    float weight = 0, distance = 0;
    source = 1 / source;
    target = 1 / target;
    for (size_t j = place->target; j < place->target_end; j++, order++) {
        if (order->weight <= 0)
            continue;
        float before = (float)(scorer->target[j].length - place->b->length) * target;
        float product = (before * order->source + order->product * target) * source;
        float square = before * before * order->weight + 2 * before * order->target * target +
                       order->target_square * target * target;
        distance += order->source_square * source * source - 2 * product + square;
        weight += order->weight;
    }
    f[FEATURE_ORDER] = weight * ORDER_CHANCE - distance;
    f[FEATURE_DISORDER] = weight > 0 ? distance / (weight + 0.5F) : 0;
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
    f[FEATURE_LENGTH_SQUARE_11] =
        place->source_end - place->source == 1 && place->target_end - place->target == 1
            ? deviation * deviation
            : 0;
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

/* The numbers of a run of sentences; how many, of those that are compared. */
static size_t numbers_of(const struct passages *passages, size_t first, size_t end,
                         const int64_t **numbers)
{
    const struct passage *last = &passages->items[end - 1];
    size_t from = passages->items[first].first_number;
    size_t count = last->first_number + last->number_count - from;
    *numbers = count > 0 ? passages->numbers.items + from : NULL;
    return count < NUMBERS_MOST ? count : NUMBERS_MOST;
}

static void number_features(const struct scorer *scorer, const struct place *place, float *f)
{
    const int64_t *source, *target;
    uint64_t found = 0; /* bits of those of the target that have found their equal */
    f[FEATURE_NUMBERS_EQUAL] = f[FEATURE_NUMBERS_ALONE] = 0;
    if (place->a_end->numbers == place->a->numbers && place->b_end->numbers == place->b->numbers)
        return;
    size_t count =
        numbers_of(&scorer->corpus->source_passages, place->source, place->source_end, &source);
    size_t other =
        numbers_of(&scorer->corpus->target_passages, place->target, place->target_end, &target);
    size_t equal = 0, alone = 0;
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;
        while (k < other && (target[k] != source[i] || (found >> k & 1) != 0))
            k++;
        equal += k < other;
        alone += k == other && source[i] >= LARGE_NUMBER;
        found |= k < other ? (uint64_t)1 << k : 0;
    }
    for (size_t k = 0; k < other; k++)
        alone += (found >> k & 1) == 0 && target[k] >= LARGE_NUMBER;
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
    f[FEATURE_MARKS_EQUAL] = f[FEATURE_MARKS_ALONE] = 0;
    if (place->a_end->marks == place->a->marks && place->b_end->marks == place->b->marks)
        return;
    compare_marks(&scorer->source_marks, place->source, place->source_end, &scorer->target_marks,
                  place->target, place->target_end, &equal, &alone);
    compare_marks(&scorer->target_marks, place->target, place->target_end, &scorer->source_marks,
                  place->source, place->source_end, &again, &alone);
    f[FEATURE_MARKS_EQUAL] = equal < 4 ? (float)equal : 4;
    f[FEATURE_MARKS_ALONE] = alone < 4 ? (float)alone : 4;
}

/* How many of the bead's paragraphs begin in it, both sides together, and at its first sentences. */
static void paragraph_features(const struct scorer *scorer, const struct place *place, float *f)
{
    uint32_t first = place->a[1].paragraphs - place->a->paragraphs;
    uint32_t target_first = place->b[1].paragraphs - place->b->paragraphs;
    f[FEATURE_PARAGRAPH_BOTH] = f[FEATURE_PARAGRAPH_ONE] = f[FEATURE_PARAGRAPH_INSIDE] = 0;
    if (!scorer->paragraphs)
        return;
    f[FEATURE_PARAGRAPH_BOTH] = first > 0 && target_first > 0;
    f[FEATURE_PARAGRAPH_ONE] = first != target_first;
    f[FEATURE_PARAGRAPH_INSIDE] = (float)(place->a_end->paragraphs - place->a[1].paragraphs +
                                          place->b_end->paragraphs - place->b[1].paragraphs);
}

/* Whether a sentence is a heading or may be one that its text does not mark: a paragraph of its own
 * without a stop, as NAME is marked in capitals and 名称 by nothing. */
static bool may_be_heading(const struct side *side, const struct sums *sums, size_t sentence)
{
    static const char *const stops[] = { ".", "!", "?", ":", ";", ",",  "。",
                                         "！", "？", "：", "；", "，", "、" };
    struct span span = side->sentences[sentence].span;
    if (side->sentences[sentence].heading)
        return true;
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        size_t length = strlen(stops[i]);
        if (span.end - span.start >= length &&
            memcmp(side->text + span.end - length, stops[i], length) == 0)
            return false;
    }
    return sums[sentence + 1].paragraphs > sums[sentence].paragraphs &&
           (sentence + 1 == side->count ||
            sums[sentence + 2].paragraphs > sums[sentence + 1].paragraphs);
}

static void heading_features(const struct scorer *scorer, const struct place *place, float *f)
{
    size_t count = place->source_end - place->source + place->target_end - place->target;
    size_t headings = place->a_end->headings - place->a->headings + place->b_end->headings -
                      place->b->headings;
    f[FEATURE_HEADING] = headings > 0 && headings < count &&
                         !(count == 2 &&
                           may_be_heading(scorer->corpus->source, scorer->source, place->source) &&
                           may_be_heading(scorer->corpus->target, scorer->target, place->target));
}

/* The same code in both is code, though one text has it as a paragraph. */
static void code_features(const struct scorer *scorer, const struct place *place, float *f)
{
    const struct corpus *corpus = scorer->corpus;
    size_t count = place->source_end - place->source + place->target_end - place->target;
    size_t codes =
        place->a_end->codes - place->a->codes + place->b_end->codes - place->b->codes;
    uint32_t identity = corpus->identities.source[place->source];
    f[FEATURE_IDENTICAL] = count == 2 && identity != IDENTITY_NONE &&
                           identity == corpus->identities.target[place->target];
    f[FEATURE_CODE] = corpus->identities.code && codes > 0 && codes < count && f[FEATURE_IDENTICAL] == 0;
}

/* A row is no item either. */
static void form_features(const struct scorer *scorer, const struct place *place, float *f)
{
    const struct side_sentence *source = &scorer->corpus->source->sentences[place->source];
    const struct side_sentence *target = &scorer->corpus->target->sentences[place->target];
    f[FEATURE_FORM] = scorer->corpus->identities.forms ? (float)(source->item != target->item) +
                                                             (float)(source->row != target->row)
                                                       : 0;
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
    if (size.source == 0 || size.target == 0) {
        memset(f, 0, FEATURE_COUNT * sizeof *f);
        f[size.source == 0 ? FEATURE_TARGET_GAP : FEATURE_SOURCE_GAP] =
            size.source == 0 ? scorer->target_gaps[target] : scorer->source_gaps[scorer->row];
        return;
    }
    lexical_features(scorer, &place, f);
    order_features(scorer, &place, f);
    length_features(scorer, &place, f);
    quotation_features(scorer, &place, f);
    punctuation_features(&place, f);
    number_features(scorer, &place, f);
    mark_features(scorer, &place, f);
    paragraph_features(scorer, &place, f);
    heading_features(scorer, &place, f);
    code_features(scorer, &place, f);
    form_features(scorer, &place, f);
    f[FEATURE_SOURCE_GAP] = f[FEATURE_TARGET_GAP] = 0;
}

/* In four sums that do not wait for each other. */
static float weigh(const float weights[FEATURE_COUNT], const float features[FEATURE_COUNT])
{
    float sums[4] = { 0, 0, 0, 0 };
    size_t i = 0;
    for (; i + 4 <= FEATURE_COUNT; i += 4) {
        for (size_t k = 0; k < 4; k++)
            sums[k] += weights[i + k] * features[i + k];
    }
    for (; i < FEATURE_COUNT; i++)
        sums[0] += weights[i] * features[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

float scorer_score(const struct scorer *scorer, const struct weights *weights, size_t target,
                   size_t type)
{
    float features[FEATURE_COUNT];
    struct bead_type size = bead_types[type];
    const struct sums *source = &scorer->source[size.source > 0 ? scorer->row : 0];
    if (source[size.source].left_out > source->left_out ||
        scorer->target[target + size.target].left_out > scorer->target[target].left_out)
        return bead_type_is_gap(size) ? 0 : SCORE_NEVER;
    if (size.source == 0)
        return weights->types[type] +
               weights->features[FEATURE_TARGET_GAP] * scorer->target_gaps[target];
    if (size.target == 0)
        return weights->types[type] +
               weights->features[FEATURE_SOURCE_GAP] * scorer->source_gaps[scorer->row];
    scorer_features(scorer, target, type, features);
    return weights->types[type] + weigh(weights->features, features);
}
