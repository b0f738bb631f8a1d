#include "align/score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "align/capped_logs.h"
#include "align/score_state.h"

#define COVERED 0.5         /* of the words: enough of a lexicon */
#define RENDERED_MOST 0.35F /* what a source sentence can do for one token */
#define LEARNED_FACTOR 0.5F
#define PART_FACTOR 0.35F
#define CHARACTER_FACTOR 0.2F
#define TARGET_CHANCE 0.4F
#define TARGET_CHANCE_LOG (-0.916290732F)
#define TARGET_POWER 0.85F
#define SOURCE_CHANCE 0.07F
#define SOURCE_CHANCE_LOG (-2.65926004F)
#define SOURCE_POWER 1.25F
#define SPAN_OFFSET 3
#define PLACES_BETWEEN_CALLS ((size_t)1 << 20) /* target sentences that units are held against */
#define WIDE 4096 /* target sentences in a row that is asked for */
#define FEW_TOKENS 8 /* tokens of target sentences to each that a unit renders */

/* ---- tables ---- */

static void gather_row(struct gather *gather, const struct rows *rows, size_t row, float factor)
{
    const struct weighted *items;
    size_t count = sparse_rows_at(rows, row, &items);
    for (size_t i = 0; i < count; i++)
        sparse_rows_gather_add(gather, items[i].id, factor * items[i].weight);
}

static void merge_learned(struct scorer *scorer)
{
    const struct corpus *corpus = scorer->corpus;
    for (size_t unit = 0; unit < corpus->units.count; unit++) {
        gather_row(&scorer->sentence, &corpus->renders, unit, 1);
        gather_row(&scorer->sentence, &corpus->learned, unit, LEARNED_FACTOR);
        sparse_rows_gather_end_row(&scorer->sentence, &scorer->renders);
    }
}

/* Adds what the words and characters inside a Han unit render. */
static void gather_parts(struct scorer *scorer, const char *unit, size_t length)
{
    const struct string_ids *units = &scorer->corpus->units;
    for (size_t start = 0; start < length; start++) {
        if (((unsigned char)unit[start] & 0xC0) == 0x80)
            continue;
        size_t characters = 0;
        for (size_t end = start + 1; end <= length; end++) {
            if (end < length && ((unsigned char)unit[end] & 0xC0) == 0x80)
                continue;
            characters++;
            uint32_t part = end - start < length ? string_ids_find(units, unit + start, end - start)
                                                 : STRING_IDS_NONE;
            if (part != STRING_IDS_NONE)
                gather_row(&scorer->sentence, &scorer->renders, part,
                           characters > 1 ? PART_FACTOR : CHARACTER_FACTOR);
        }
    }
}

/* Ends a unit's row: a token renders at most all of it, and says the more the rarer it is. */
static void end_full(struct scorer *scorer)
{
    struct gather *tokens = &scorer->sentence;
    for (size_t i = 0; i < tokens->touched_count; i++) {
        float *value = &tokens->values[tokens->touched[i]];
        *value = (*value < 1 ? *value : 1) * scorer->corpus->inverse[tokens->touched[i]];
    }
    sparse_rows_gather_end_row(tokens, &scorer->full);
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
    const struct string_ids *units = &scorer->corpus->units;
    bool *is_main = main_units(scorer->corpus);
    for (uint32_t unit = 0; unit < units->count; unit++) {
        const char *text = string_ids_text(units, unit);
        if (is_main[unit]) {
            gather_row(&scorer->sentence, &scorer->renders, unit, 1);
            if ((unsigned char)text[0] >= 0x80)
                gather_parts(scorer, text, string_ids_length(units, unit));
        }
        end_full(scorer);
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
            sparse_rows_push(marks, mark_key(&side->marks[next]), 1);
        sparse_rows_end(marks);
    }
}

static struct sums *sum_up(const struct passages *passages, const struct rows *marks,
                           const struct side *side)
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
        next.paragraphs +=
            i == 0 || side->sentences[i].paragraph != side->sentences[i - 1].paragraph;
        next.headings += side->sentences[i].heading;
        next.codes += side->sentences[i].code;
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

/* What it costs to leave each sentence without counterpart. */
static float *measure_gaps(const struct sums *sums, size_t count)
{
    float *gaps = xcalloc(count + 1, sizeof *gaps);
    for (size_t i = 0; i < count; i++)
        gaps[i] = logf(1 + sums[i + 1].size - sums[i].size);
    return gaps;
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

/* What share of a side's words the lexicon could explain at all, of COVERED at most, 0 to 1. */
static float coverage(const struct rows *sentences, const bool *known)
{
    double all = 0, found = 0;
    for (size_t i = 0; i < sentences->count; i++) {
        all += (double)sentences->items[i].weight;
        if (known[sentences->items[i].id])
            found += (double)sentences->items[i].weight;
    }
    return found < COVERED * all ? (float)(found / all / COVERED) : 1;
}

/* Where hardly a word is in the lexicon, one that nothing explains says little. */
static void weigh_chance(struct scorer *scorer)
{
    const struct corpus *corpus = scorer->corpus;
    bool *tokens = xcalloc(corpus->tokens.count + 1, sizeof *tokens);
    bool *units = xcalloc(corpus->units.count + 1, sizeof *units);
    for (size_t unit = 0; unit < corpus->units.count; unit++)
        units[unit] = scorer->full.starts[unit + 1] > scorer->full.starts[unit];
    for (size_t i = 0; i < scorer->renders.count; i++)
        tokens[scorer->renders.items[i].id] = true;
    for (size_t i = 0; i < corpus->names.count; i++)
        tokens[corpus->names.items[i].id] = true;
    scorer->target_chance = TARGET_CHANCE_LOG * coverage(&corpus->sentences, tokens);
    scorer->source_chance = SOURCE_CHANCE_LOG * coverage(&corpus->main, units);
    free(tokens);
    free(units);
}

struct scorer *scorer_new(const struct corpus *corpus)
{
    struct scorer *scorer = xcalloc(1, sizeof *scorer);
    scorer->corpus = corpus;
    sparse_rows_gather_reserve(&scorer->span, corpus->tokens.count + 1);
    sparse_rows_gather_reserve(&scorer->sentence, corpus->tokens.count + 1);
    scorer->span_places = xcalloc(corpus->tokens.count + 1, sizeof *scorer->span_places);
    scorer->sentence_places = xcalloc(corpus->tokens.count + 1, sizeof *scorer->sentence_places);
    merge_learned(scorer);
    complete_units(scorer);
    sparse_rows_turn(&corpus->sentences, corpus->tokens.count, &scorer->places);
    weigh_chance(scorer);
    sort_marks(corpus->source, &scorer->source_marks);
    sort_marks(corpus->target, &scorer->target_marks);
    scorer->source = sum_up(&corpus->source_passages, &scorer->source_marks, corpus->source);
    scorer->target = sum_up(&corpus->target_passages, &scorer->target_marks, corpus->target);
    scorer->paragraphs = has_paragraphs(corpus->source) && has_paragraphs(corpus->target);
    measure_sizes(scorer);
    scorer->source_gaps = measure_gaps(scorer->source, corpus->source->count);
    scorer->target_gaps = measure_gaps(scorer->target, corpus->target->count);
    scale_targets(scorer);
    return scorer;
}

void scorer_free(struct scorer *scorer)
{
    if (scorer == NULL)
        return;
    sparse_rows_free(&scorer->renders);
    sparse_rows_free(&scorer->full);
    sparse_rows_free(&scorer->places);
    sparse_rows_free(&scorer->source_marks);
    sparse_rows_free(&scorer->target_marks);
    free(scorer->source);
    free(scorer->target);
    free(scorer->source_gaps);
    free(scorer->target_gaps);
    free(scorer->target_scale);
    for (size_t i = 0; i < BEAD_SOURCE_MOST; i++) {
        free(scorer->ahead[i].explained.values);
        free(scorer->ahead[i].renders);
        free(scorer->ahead[i].places);
    }
    free(scorer->explains.values);
    free(scorer->order.values);
    free(scorer->span_places);
    free(scorer->sentence_places);
    free(scorer->rendered);
    sparse_rows_gather_free(&scorer->span);
    sparse_rows_gather_free(&scorer->sentence);
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

/* Gathers what one unit renders, and where. */
static void gather_unit(struct scorer *scorer, struct weighted unit, float place)
{
    const struct weighted *tokens;
    size_t count = sparse_rows_at(&scorer->renders, unit.id, &tokens);
    for (size_t i = 0; i < count; i++) {
        float weight = unit.weight * tokens[i].weight;
        sparse_rows_gather_add(&scorer->sentence, tokens[i].id, weight);
        scorer->sentence_places[tokens[i].id] += weight * place;
    }
}

/* What a source sentence renders. A name in pinyin has its place in the middle. */
static void gather_sentence(struct scorer *scorer, struct ahead *ahead, size_t source)
{
    struct gather *sentence = &scorer->sentence;
    const struct weighted *units, *places, *names;
    size_t count = sparse_rows_at(&scorer->corpus->all, source, &units);
    size_t name_count = sparse_rows_at(&scorer->corpus->names, source, &names);
    sparse_rows_at(&scorer->corpus->places, source, &places);
    for (size_t i = 0; i < count; i++)
        gather_unit(scorer, units[i], places[i].weight);
    for (size_t i = 0; i < name_count; i++)
        sparse_rows_gather_add(sentence, names[i].id, RENDERED_MOST);
    size_t found = sentence->touched_count;
    ahead->renders =
        vector_grow(ahead->renders, &ahead->render_capacity, found, sizeof *ahead->renders);
    ahead->places =
        vector_grow(ahead->places, &ahead->place_capacity, found, sizeof *ahead->places);
    ahead->render_count = found;
    for (size_t i = 0; i < found; i++) {
        uint32_t token = sentence->touched[i];
        float value = sentence->values[token];
        ahead->renders[i] =
            (struct weighted){ token, value < RENDERED_MOST ? value : RENDERED_MOST };
        ahead->places[i] = scorer->sentence_places[token] / value;
        scorer->sentence_places[token] = 0;
    }
    sparse_rows_gather_clear(sentence);
}

/* Adds what one of the next source sentences renders to the span's sum. */
static void add_sentence(struct scorer *scorer, size_t source)
{
    const struct ahead *ahead = &scorer->ahead[source % BEAD_SOURCE_MOST];
    float before = (float)(scorer->source[source].length - scorer->source[scorer->row].length);
    float length = (float)(scorer->source[source + 1].length - scorer->source[source].length);
    for (size_t i = 0; i < ahead->render_count; i++) {
        struct weighted render = ahead->renders[i];
        if (scorer->span.values[render.id] == 0)
            scorer->span_places[render.id] = 0;
        scorer->span_places[render.id] += render.weight * (before + ahead->places[i] * length);
        sparse_rows_gather_add(&scorer->span, render.id, render.weight);
    }
}

static void add_order(struct order *order, float weight, float x, float y)
{
    order->weight += weight;
    order->source += weight * x;
    order->target += weight * y;
    order->source_square += weight * x * x;
    order->product += weight * x * y;
    order->target_square += weight * y * y;
}

/* A target sentence that the span explains. */
struct explained {
    const struct weighted *tokens;
    size_t count;
    float length;
    float sum; /* of what is gained so far */
};

/* Adds what the tokens gain whose ratios have been gathered; their places go to `order`. */
static void add_gains(const struct scorer *scorer, struct explained *target,
                      struct capped_logs *logs, struct order *order)
{
    capped_logs_take(logs);
    for (size_t i = 0; i < logs->count; i++) {
        float gain = logs->values[i];
        size_t k = logs->of[i];
        uint32_t token = target->tokens[k].id;
        target->sum += gain;
        if (gain > 0)
            add_order(order, gain / CAPPED_LOGS_MOST,
                      scorer->span_places[token] / scorer->span.values[token],
                      target->length * ((float)k + 0.5F) / (float)target->count);
    }
    logs->count = 0;
}

/* G of the span for one target sentence; the places of what it explains go to `order`. */
static float explain_target(const struct scorer *scorer, size_t sentence, float scale,
                            struct order *order, struct capped_logs *logs)
{
    const struct corpus *corpus = scorer->corpus;
    struct explained target = { .sum = 0 };
    target.count = sparse_rows_at(&corpus->sentences, sentence, &target.tokens);
    target.length = (float)(scorer->target[sentence + 1].length - scorer->target[sentence].length);
    size_t unexplained = 0;
    for (size_t k = 0; k < target.count; k++) {
        uint32_t token = target.tokens[k].id;
        float value = scorer->span.values[token];
        unexplained += value <= 0;
        capped_logs_push(logs, TARGET_CHANCE + scale * value * corpus->inverse[token], k,
                         value > 0);
        if (logs->count == CAPPED_LOGS)
            add_gains(scorer, &target, logs, order);
    }
    add_gains(scorer, &target, logs, order);
    return target.sum + (float)unexplained * scorer->target_chance;
}

/* G of the span for each target sentence. */
static void explain_targets(struct scorer *scorer, float size, size_t row)
{
    const struct strip *strip = &scorer->explains;
    if (strip->from == strip->to)
        return;
    struct order *order = scorer->order.values + row * (strip->to - strip->from);
    float scale = (1 - TARGET_CHANCE) * powf(size + SPAN_OFFSET, -TARGET_POWER);
    struct capped_logs logs = { .count = 0 };
    for (size_t target = strip->from; target < strip->to; target++, order++) {
        memset(order, 0, sizeof *order);
        *strip_at(strip, row, target) = explain_target(scorer, target, scale, order, &logs);
    }
}

/* R of a unit with few tokens for each target sentence of the strip, by where they are. */
static void render_few(const struct scorer *scorer, const struct strip *strip,
                       const struct weighted *gains, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct weighted *places;
        size_t place_count = sparse_rows_at(&scorer->places, gains[i].id, &places), at = 0;
        BISECT(at, place_count, places[at].id >= strip->from);
        for (; at < place_count && places[at].id < strip->to; at++)
            scorer->rendered[places[at].id - strip->from] += gains[i].weight;
    }
}

/* R of one unit for each target sentence of the strip. */
static void render_unit(struct scorer *scorer, const struct strip *strip, uint32_t unit)
{
    const struct corpus *corpus = scorer->corpus;
    const struct weighted *gains, *tokens;
    size_t count = sparse_rows_at(&scorer->full, unit, &gains);
    for (size_t i = 0; i < strip->to - strip->from; i++) /* there may be none, and no memory for them */
        scorer->rendered[i] = 0;
    if (FEW_TOKENS * count <
        corpus->sentences.starts[strip->to] - corpus->sentences.starts[strip->from]) {
        render_few(scorer, strip, gains, count);
        return;
    }
    gather_row(&scorer->sentence, &scorer->full, unit, 1);
    for (size_t target = strip->from; target < strip->to; target++) {
        size_t token_count = sparse_rows_at(&corpus->sentences, target, &tokens);
        for (size_t k = 0; k < token_count; k++)
            scorer->rendered[target - strip->from] += scorer->sentence.values[tokens[k].id];
    }
    sparse_rows_gather_clear(&scorer->sentence);
}

/* Adds to H what a unit that is rendered has more than one that is not. */
static void add_rendered(const struct scorer *scorer, const struct strip *strip, float weight,
                         struct capped_logs *logs)
{
    capped_logs_take(logs);
    for (size_t i = 0; i < logs->count; i++)
        strip->values[logs->of[i]] += weight * (logs->values[i] - scorer->source_chance);
    logs->count = 0;
}

/* The same for runs of up to `sizes` target sentences that begin at a place of the strip. */
static void explain_runs(const struct scorer *scorer, const struct strip *strip, size_t place,
                         size_t sizes, struct capped_logs *logs)
{
    size_t width = strip->to - strip->from;
    const float *scale = &scorer->target_scale[(strip->from + place) * BEAD_TARGET_MOST];
    float sum = 0;
    sizes = sizes < width - place ? sizes : width - place;
    for (size_t b = 0; b < sizes; b++) {
        sum += scorer->rendered[place + b];
        capped_logs_push(logs, SOURCE_CHANCE + (1 - SOURCE_CHANCE) * sum * scale[b],
                         b * width + place, sum > 0);
    }
}

/* The same wherever the unit is rendered. */
static void explain_unit(struct scorer *scorer, const struct strip *strip, float weight,
                         size_t sizes)
{
    size_t width = strip->to - strip->from;
    struct capped_logs logs = { .count = 0 };
    for (size_t k = 0, next = 0; k < width; k++) {
        next = next > k ? next : k;
        while (next < width && scorer->rendered[next] <= 0)
            next++;
        if (next == width)
            break;
        k = next + 1 > k + sizes ? next + 1 - sizes : k;
        explain_runs(scorer, strip, k, sizes, &logs);
        if (logs.count > CAPPED_LOGS - BEAD_TARGET_MOST)
            add_rendered(scorer, strip, weight, &logs);
    }
    add_rendered(scorer, strip, weight, &logs);
}

static bool may_go_on(const struct score_watch *watch)
{
    return watch == NULL || watch->go_on == NULL || watch->go_on(watch->data, watch->done);
}

/* H of one source sentence; false when stopped. */
static bool look_ahead(struct scorer *scorer, size_t source, size_t from, size_t to, size_t sizes,
                       const struct score_watch *watch)
{
    bool ok = true;
    struct ahead *ahead = &scorer->ahead[source % BEAD_SOURCE_MOST];
    const struct weighted *units;
    strip_begin(&ahead->explained, from, to, sizes);
    size_t width = ahead->explained.to - from;
    if (width > scorer->rendered_capacity) {
        scorer->rendered = xreallocarray(scorer->rendered, width, sizeof *scorer->rendered);
        scorer->rendered_capacity = width;
    }
    for (size_t i = 0; i < width * sizes; i++)
        ahead->explained.values[i] = 0;
    size_t count = sparse_rows_at(&scorer->corpus->main, source, &units);
    float unexplained = 0;
    for (size_t i = 0, places = 0; i < count && ok; i++, places += width) {
        if (places >= PLACES_BETWEEN_CALLS) {
            ok = may_go_on(watch);
            places = 0;
        }
        render_unit(scorer, &ahead->explained, units[i].id);
        explain_unit(scorer, &ahead->explained, units[i].weight, sizes);
        unexplained += units[i].weight * scorer->source_chance;
    }
    for (size_t i = 0; i < width * sizes; i++)
        ahead->explained.values[i] += unexplained;
    gather_sentence(scorer, ahead, source);
    ahead->source = source;
    ahead->sizes = sizes;
    return ok;
}

static void begin_explaining(struct scorer *scorer, size_t from, size_t to, size_t sizes)
{
    strip_begin(&scorer->explains, from, to, sizes);
    scorer->order.values =
        vector_grow(scorer->order.values, &scorer->order.capacity,
                    (scorer->explains.to - from) * sizes, sizeof *scorer->order.values);
}

bool scorer_row(struct scorer *scorer, size_t source, const size_t *from, const size_t *to,
                bool plain, const struct score_watch *watch)
{
    const struct corpus *corpus = scorer->corpus;
    size_t sizes = plain ? 2 : BEAD_SOURCE_MOST;
    size_t target_sizes = plain ? 3 : BEAD_TARGET_MOST;
    if (sizes > corpus->source->count - source)
        sizes = corpus->source->count - source;
    scorer->row = source;
    scorer->row_sizes = sizes;
    bool ok = true;
    for (size_t k = 0; k < sizes && ok; k++) {
        const struct ahead *ahead = &scorer->ahead[(source + k) % BEAD_SOURCE_MOST];
        if (ahead->sizes < target_sizes || ahead->source != source + k ||
            ahead->explained.from > from[k] || ahead->explained.to < to[k])
            ok = look_ahead(scorer, source + k, from[k], to[k], target_sizes, watch) &&
                 (to[k] - from[k] < WIDE || may_go_on(watch));
    }
    sparse_rows_gather_clear(&scorer->span);
    begin_explaining(scorer, from[0], sizes > 0 ? to[sizes - 1] : from[0], sizes);
    for (size_t k = 0; k < sizes && ok; k++) {
        add_sentence(scorer, source + k);
        explain_targets(scorer, scorer->source[source + k + 1].size - scorer->source[source].size,
                        k);
    }
    return ok;
}

void scorer_stand(struct scorer *scorer, size_t source)
{
    scorer->row = source;
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
