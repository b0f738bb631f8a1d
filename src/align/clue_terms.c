#include "align/clue_terms.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "language/word_rarity.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define SURE 0.15F       /* a rendering of this weight is one beyond doubt */
#define SURE_LEAST 0.25F /* what is less sure than this is none */
#define SPLINTER 0.4F    /* of a single character without a dictionary */
#define PAIR 0.5F        /* of two Han that both texts have, beside a term */
#define CHARACTER 0.4F   /* the size of one Han */
#define GRAMMAR 0.3F
#define CHAINED 0.4F  /* of two Han that go on with what has been said */
#define NAME_LETTERS 5   /* of the shortest name in pinyin that is no chance */
#define SHORT_NAME 0.3F
#define OVERLAP 0.25F /* of what a word says besides */
#define NAMES_TELLING 2 /* of one sentence; */
#define LISTED 0.25F    /* those behind them are of a list, */
#define LISTED_LEAST 0.1F /* when they are rare */

/* ---- words ---- */

static void add_best(struct gather *gather, uint32_t term, float sure)
{
    if (sure >= SURE_LEAST && sure > gather->values[term])
        sparse_rows_gather_add(gather, term, sure - gather->values[term]);
}

static bool is_han_word(const struct string_ids *vocabulary, uint32_t number)
{
    return (unsigned char)string_ids_text(vocabulary, number)[0] >= 0x80;
}

/* A single character that few words are known to be taken apart from: it may be a part of any. */
static bool is_splinter(const struct corpus *corpus, uint32_t unit)
{
    return string_ids_length(&corpus->units, unit) == 3 && is_han_word(&corpus->units, unit) &&
           !lexicon_has_dictionary(corpus->lexicon);
}

/* What a unit of a sentence does for tokens, however surely it renders them. */
struct rendering {
    float weight;
    float most;
};

static struct rendering rendering_of(const struct corpus *corpus, const struct weighted *unit)
{
    return (struct rendering){ unit->weight < 1 ? unit->weight : 1,
                               is_splinter(corpus, unit->id) ? SPLINTER : 1 };
}

/* How surely it renders a token. */
static float sureness(struct rendering rendering, float weight)
{
    float sure = weight * rendering.weight / SURE;
    return (sure < 1 ? sure : 1) * rendering.most;
}

/* Whether a Han word of two Chinese texts renders itself: then its characters speak, in twos. */
static bool is_itself(const struct clues *clues, uint32_t unit, uint32_t token)
{
    const struct string_ids *units = &clues->corpus.units, *tokens = &clues->corpus.tokens;
    return clues->han && is_han_word(units, unit) &&
           string_ids_length(units, unit) == string_ids_length(tokens, token) &&
           memcmp(string_ids_text(units, unit), string_ids_text(tokens, token),
                  string_ids_length(units, unit)) == 0;
}

static void read_source_words(const struct clues *clues, size_t sentence, struct gather *gather)
{
    const struct corpus *corpus = &clues->corpus;
    const struct weighted *units, *tokens;
    size_t count = sparse_rows_at(&corpus->all, sentence, &units);
    for (size_t i = 0; i < count; i++) {
        struct rendering rendering = rendering_of(corpus, &units[i]);
        size_t renderings = sparse_rows_at(&corpus->renders, units[i].id, &tokens);
        for (size_t k = 0; k < renderings; k++) {
            if (!is_itself(clues, units[i].id, tokens[k].id))
                add_best(gather, tokens[k].id, sureness(rendering, tokens[k].weight));
        }
    }
    count = sparse_rows_at(&corpus->names, sentence, &tokens);
    for (size_t i = 0; i < count && !clues->han; i++) {
        bool is_long = string_ids_length(&corpus->tokens, tokens[i].id) >= NAME_LETTERS ||
                       tokens[i].weight > 1;
        add_best(gather, tokens[i].id, is_long ? 1 : SHORT_NAME);
    }
    count = sparse_rows_at(&corpus->sounds, sentence, &tokens);
    for (size_t i = 0; i < count; i++)
        add_best(gather, tokens[i].id, tokens[i].weight);
}

static void read_target_words(const struct clues *clues, size_t sentence, struct gather *gather)
{
    const struct corpus *corpus = &clues->corpus;
    const struct weighted *tokens;
    size_t count = sparse_rows_at(&corpus->sentences, sentence, &tokens);
    for (size_t i = 0; i < count; i++) {
        if (!clues->han || !is_han_word(&corpus->tokens, tokens[i].id) ||
            string_ids_length(&corpus->tokens, tokens[i].id) > 3)
            add_best(gather, tokens[i].id, 1);
    }
}

/* ---- Han in twos ---- */

static void read_pairs(struct clues *clues, const struct side *side, size_t sentence,
                       struct gather *gather)
{
    struct span span = side->sentences[sentence].span;
    size_t before = SIZE_MAX;
    for (size_t at = span.start, size; at < span.end; at += size) {
        uint32_t code;
        size = utf8_decode(side->text + at, span.end - at, &code);
        if (!utf8_is_han(code)) {
            before = SIZE_MAX;
            continue;
        }
        if (before != SIZE_MAX) {
            uint32_t pair = string_ids_add(&clues->pairs, side->text + before, at + size - before);
            uint32_t term = pair + (uint32_t)clues->corpus.tokens.count;
            sparse_rows_gather_reserve(gather, (size_t)term + 1);
            add_best(gather, term, PAIR);
        }
        before = at;
    }
}

/* ---- both ---- */

static void read_side(struct clues *clues, struct clue_side *side, bool source)
{
    struct gather gather = { 0 };
    sparse_rows_gather_reserve(&gather, clues->corpus.tokens.count + 1);
    for (size_t i = 0; i < side->side->count; i++) {
        if (source)
            read_source_words(clues, i, &gather);
        else
            read_target_words(clues, i, &gather);
        if (clues->han)
            read_pairs(clues, &side->masked, i, &gather);
        sparse_rows_gather_end_row(&gather, &side->terms);
    }
    sparse_rows_gather_free(&gather);
}

static void count_terms(const struct clues *clues, struct clue_side *side)
{
    side->term_sentences = xcalloc(clues->term_count + 1, sizeof *side->term_sentences);
    for (size_t i = 0; i < side->terms.count; i++)
        side->term_sentences[side->terms.items[i].id]++;
}

static float rarity_on(const struct clue_side *side, size_t term)
{
    return clue_rarity(side->term_sentences[term], side->side->count);
}

/* How rare a Han word is in news: as what renders it is on the mean. What is no word tells less when
 * it has a character of grammar. */
static float han_rarity(const struct lexicon *lexicon, const char *text, size_t length)
{
    static const char grammar[] = "的 了 在 是 和 与 将 已 对 为 等 也 就 都 及 于 从 被 把 让 而 但 到 说 "
                                  "称 这 那 其 之 以 会 有 不 个 一 日 月 年 中 上 下 人 名 当 该 并 至 由 因";
    const struct lexicon_pair *pairs;
    uint32_t word = lexicon_word(lexicon, text, length);
    size_t count = word != LEXICON_NONE ? lexicon_renderings(lexicon, word, &pairs) : 0;
    float sum = 0, all = 0;
    for (size_t i = 0; i < count; i++) {
        size_t size;
        const char *stem = lexicon_stem_text(lexicon, pairs[i].stem, &size);
        sum += pairs[i].weight * word_rarity(stem, size);
        all += pairs[i].weight;
    }
    if (all > 0)
        return sum / all;
    return wordlist_at(text, 0, length, grammar) > 0 || wordlist_before(text, 0, length, grammar) > 0
               ? GRAMMAR
               : 1;
}

static void weigh_terms(struct clues *clues)
{
    const struct string_ids *tokens = &clues->corpus.tokens;
    clues->common = xcalloc(clues->term_count + 1, sizeof *clues->common);
    clues->term_weight = xcalloc(clues->term_count + 1, sizeof *clues->term_weight);
    for (uint32_t i = 0; i < clues->term_count; i++) {
        bool pair = i >= tokens->count;
        const struct string_ids *texts = pair ? &clues->pairs : tokens;
        uint32_t number = pair ? i - (uint32_t)tokens->count : i;
        const char *text = string_ids_text(texts, number);
        size_t length = string_ids_length(texts, number);
        clues->common[i] = clues->han && (unsigned char)text[0] >= 0x80
                               ? han_rarity(clues->corpus.lexicon, text, length)
                               : word_rarity(text, length);
        clues->term_weight[i] = clues->common[i] * rarity_on(&clues->source, i) *
                                rarity_on(&clues->target, i);
    }
}

/* ---- sizes ---- */

/* Of the terms as the text has them, whatever the other one has. */
static void measure_terms(const struct clues *clues, struct clue_side *side)
{
    for (size_t i = 0; i < side->side->count; i++) {
        const struct weighted *terms;
        size_t count = sparse_rows_at(&side->terms, i, &terms);
        for (size_t k = 0; k < count; k++) {
            if (clues->han && terms[k].id < clues->corpus.tokens.count &&
                is_han_word(&clues->corpus.tokens, terms[k].id))
                continue; /* its characters count, in twos */
            side->size[i] +=
                terms[k].weight * clues->common[terms[k].id] * rarity_on(side, terms[k].id);
        }
    }
}

static uint32_t *count_units(const struct corpus *corpus)
{
    uint32_t *counts = xcalloc(corpus->units.count + 1, sizeof *counts);
    for (size_t i = 0; i < corpus->main.count; i++)
        counts[corpus->main.items[i].id]++;
    return counts;
}

/* Of the units, most of which render nothing that the other text has. */
static void measure_units(const struct clues *clues, struct clue_side *side)
{
    const struct corpus *corpus = &clues->corpus;
    uint32_t *sentences = count_units(corpus);
    for (size_t i = 0; i < side->side->count; i++) {
        const struct weighted *units;
        size_t count = sparse_rows_at(&corpus->main, i, &units);
        for (size_t k = 0; k < count; k++) {
            const char *text = string_ids_text(&corpus->units, units[k].id);
            size_t length = string_ids_length(&corpus->units, units[k].id);
            float weight = word_rarity(text, length);
            if (is_han_word(&corpus->units, units[k].id))
                weight = length / 3 < 2 ? CHARACTER : 2 * CHARACTER;
            side->size[i] += weight * clue_rarity(sentences[units[k].id], side->side->count);
        }
    }
    free(sentences);
}

void clue_terms_read(struct clues *clues)
{
    read_side(clues, &clues->source, true);
    read_side(clues, &clues->target, false);
    clues->term_count = clues->corpus.tokens.count + clues->pairs.count;
    count_terms(clues, &clues->source);
    count_terms(clues, &clues->target);
    weigh_terms(clues);
    clues->source.size = xcalloc(clues->source.side->count + 1, sizeof *clues->source.size);
    clues->target.size = xcalloc(clues->target.side->count + 1, sizeof *clues->target.size);
    measure_terms(clues, &clues->target);
    if (clues->han)
        measure_terms(clues, &clues->source);
    else
        measure_units(clues, &clues->source);
}

/* ---- what is shared ---- */

/* How surely a unit of the source run renders a term; the best unit stays. */
static void render(struct clues *clues, uint32_t term, float sure, uint32_t unit)
{
    struct gather *rendered = &clues->rendered;
    float value = sure + 1; /* so that few differences are none */
    if (sure < SURE_LEAST || value <= rendered->values[term])
        return;
    if (rendered->values[term] == 0)
        rendered->touched[rendered->touched_count++] = term;
    rendered->values[term] = value;
    clues->unit[term] = unit;
}

static void render_units(struct clues *clues, const struct weighted *units, size_t count)
{
    const struct corpus *corpus = &clues->corpus;
    const struct weighted *tokens;
    for (size_t i = 0; i < count; i++) {
        struct rendering rendering = rendering_of(corpus, &units[i]);
        size_t renderings = sparse_rows_at(&corpus->renders, units[i].id, &tokens);
        for (size_t k = 0; k < renderings; k++) {
            if (!is_itself(clues, units[i].id, tokens[k].id))
                render(clues, tokens[k].id, sureness(rendering, tokens[k].weight), units[i].id);
        }
    }
}

/* All that a run of source sentences renders: most are held against several target sentences in a
 * row. */
static void render_run(struct clues *clues, const struct bead *bead)
{
    const struct rows *all = &clues->corpus.all, *terms = &clues->source.terms;
    uint32_t tokens = (uint32_t)clues->corpus.tokens.count;
    if (clues->rendered_source == bead->source && clues->rendered_count == bead->source_count)
        return;
    size_t end = bead->source + bead->source_count;
    sparse_rows_gather_clear(&clues->rendered);
    clues->rendered_source = bead->source;
    clues->rendered_count = bead->source_count;
    render_units(clues, all->items + all->starts[bead->source],
                 all->starts[end] - all->starts[bead->source]);
    /* Names in pinyin, and Han in twos. */
    for (size_t i = terms->starts[bead->source]; i < terms->starts[end]; i++) {
        const struct weighted *term = &terms->items[i];
        render(clues, term->id, term->weight,
               term->id >= tokens ? term->id - tokens : CLUES_NO_UNIT);
    }
}

/* Whether two units are one word, or one is a part of the other. */
static bool units_overlap(const struct string_ids *units, uint32_t one, uint32_t other)
{
    if (one == CLUES_NO_UNIT || other == CLUES_NO_UNIT)
        return false;
    if (string_ids_length(units, one) > string_ids_length(units, other)) {
        uint32_t longer = one;
        one = other;
        other = longer;
    }
    const char *part = string_ids_text(units, one), *whole = string_ids_text(units, other);
    size_t size = string_ids_length(units, one), length = string_ids_length(units, other);
    if (!is_han_word(units, one) || !is_han_word(units, other))
        return one == other;
    for (size_t at = 0; at + size <= length; at += 3) {
        if (memcmp(whole + at, part, size) == 0)
            return true;
    }
    return false;
}

/* Whether one pair of Han ends with what the other begins with: they are of one longer string. */
static bool pairs_chain(const struct clues *clues, const struct clue *one, const struct clue *other)
{
    uint32_t first = (uint32_t)clues->corpus.tokens.count;
    if (one->target < first || other->target < first)
        return false;
    const char *a = string_ids_text(&clues->pairs, one->target - first);
    const char *b = string_ids_text(&clues->pairs, other->target - first);
    size_t length = string_ids_length(&clues->pairs, one->target - first) - 3;
    return memcmp(a + length, b, 3) == 0 ||
           memcmp(b + string_ids_length(&clues->pairs, other->target - first) - 3, a, 3) == 0;
}

/* Of terms in order, those of a word that one of the heaviest has said already weigh less, and so does what
 * a list of names goes on with. */
static void weigh_overlap(const struct clues *clues, struct clue *terms, size_t count)
{
    size_t names = 0;
    for (size_t i = 0; i < count; i++) {
        bool said = false;
        if (clues->two_scripts && terms[i].proper && terms[i].weight >= LISTED_LEAST &&
            names++ >= NAMES_TELLING)
            terms[i].weight *= LISTED;
        for (size_t k = 0; k < i && k < CLUES_HEAVIEST && !said; k++)
            said = clues->han ? pairs_chain(clues, &terms[k], &terms[i])
                              : units_overlap(&clues->corpus.units, terms[k].source,
                                              terms[i].source);
        terms[i].weight *= said ? (clues->han ? CHAINED : OVERLAP) : 1;
    }
}

static bool is_token_of(const struct clues *clues, uint32_t term, const char *words)
{
    const struct string_ids *tokens = &clues->corpus.tokens;
    return term < tokens->count &&
           wordlist_has(string_ids_text(tokens, term), string_ids_length(tokens, term), words);
}

bool clue_terms_is_weekday(const struct clues *clues, uint32_t term)
{
    return is_token_of(clues, term,
                       "monday tuesday wednesday thursday friday saturday sunday");
}

bool clue_terms_is_saying(const struct clues *clues, uint32_t term)
{
    return is_token_of(clues, term,
                       "say tell announc announcement add comment report statement "
                       "spokesman spokeswoman spokesperson");
}

void clue_terms_between(struct clues *clues, const struct bead *bead, struct clue_list *list)
{
    const struct rows *targets = &clues->target.terms;
    size_t first = list->count, start = targets->starts[bead->target];
    size_t end = targets->starts[bead->target + bead->target_count];
    for (size_t i = start; i < end; i++) {
        if (clues->best.values[targets->items[i].id] == 0)
            sparse_rows_gather_add(&clues->best, targets->items[i].id, 1);
    }
    render_run(clues, bead);
    for (size_t i = 0; i < clues->best.touched_count; i++) {
        uint32_t term = clues->best.touched[i];
        float sure = clues->rendered.values[term] - 1;
        if (sure > 0)
            VECTOR_PUSH(list, (struct clue){ .kind = CLUE_TERM,
                                             .weight = sure * clues->term_weight[term],
                                             .source = clues->unit[term],
                                             .target = term,
                                             .proper = term < clues->corpus.tokens.count &&
                                                       clues->corpus.proper[term] });
    }
    sparse_rows_gather_clear(&clues->best);
    if (list->count - first < 2)
        return;
    clue_sort(list->items + first, list->count - first);
    weigh_overlap(clues, list->items + first, list->count - first);
}
