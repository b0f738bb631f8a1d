#include "align/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/word_rarity.h"
#include "language/english_stem.h"

#define RENDERS_LEAST 0.1F /* what is less is hardly a translation */
#define NAME_WEIGHT 20.0F  /* before any term */
#define FIGURE_WEIGHT 18.0F
#define IDENTICAL_WEIGHT 16.0F
#define LABEL_MOST 200 /* bytes of an address before a word in it, and behind */
#define RARITY_LEAST 0.2F      /* word_rarity.h: of a word that anybody would point at, */
#define RARITY_LEAST_SAME 0.5F /* and of one that both texts have as it is */

/* Stems of pronouns, of how and when, and of what every sentence does: nobody points at them. */
static const char *const light_stems[] = {
    "abl", "again", "almost", "along", "alreadi", "alway", "among", "ani", "another", "away",
    "back", "becaus", "befor", "between", "both", "com", "down", "each", "either", "els", "enough",
    "even", "ever", "everi", "few", "first", "get", "giv", "go", "her", "keep", "later", "less",
    "let", "lik", "lot", "mani", "mayb", "most", "much", "must", "need", "neither", "never", "now",
    "often", "other", "perhap", "put", "quit", "rather", "real", "sam", "seem", "she", "soon",
    "still", "tell", "through", "thus", "too", "until", "us", "well", "what", "whi", "within",
    "without", "yet",
};

/* The unit that renders a token best in the bead at hand. */
struct rendered {
    float weight; /* 0 none */
    uint32_t unit;
};

struct evidence_finder {
    const struct corpus *corpus;
    struct rendered *best; /* by token */
    struct gather touched;
    struct english_words words;
};

struct evidence_finder *evidence_finder_new(const struct corpus *corpus)
{
    struct evidence_finder *finder = xcalloc(1, sizeof *finder);
    finder->corpus = corpus;
    finder->best = xcalloc(corpus->tokens.count + 1, sizeof *finder->best);
    sparse_rows_gather_reserve(&finder->touched, corpus->tokens.count + 1);
    return finder;
}

void evidence_finder_free(struct evidence_finder *finder)
{
    if (finder == NULL)
        return;
    free(finder->best);
    sparse_rows_gather_free(&finder->touched);
    english_words_free(&finder->words);
    free(finder);
}

/* ---- places ---- */

/* Where a stem first stands in sentences [first, end). */
static bool find_stem(struct evidence_finder *finder, const struct side *side, size_t first,
                      size_t end, const char *stem, size_t length, struct span *span)
{
    for (size_t i = first; i < end; i++) {
        struct span sentence = side->sentences[i].span;
        finder->words.count = 0;
        english_words_add(&finder->words, side->text, sentence.start, sentence.end);
        for (size_t k = 0; k < finder->words.count; k++) {
            const struct english_word *word = &finder->words.items[k];
            char own[ENGLISH_WORD_LIMIT + 2];
            if (english_stem(word->text, word->length, own) == length &&
                memcmp(own, stem, length) == 0) {
                *span = word->span;
                return true;
            }
        }
    }
    return false;
}

/* Where a string first stands in sentences [first, end). */
static bool find_string(const struct side *side, size_t first, size_t end, const char *string,
                        size_t length, struct span *span)
{
    for (size_t i = first; i < end; i++) {
        struct span sentence = side->sentences[i].span;
        for (size_t at = sentence.start; at + length <= sentence.end; at++) {
            if (memcmp(side->text + at, string, length) == 0) {
                *span = (struct span){ at, at + length };
                return true;
            }
        }
    }
    return false;
}

/* Where a unit or token stands: Han as they are, anything else is a stem. */
static bool find_word(struct evidence_finder *finder, const struct side *side, size_t first,
                      size_t end, const struct string_ids *vocabulary, uint32_t number,
                      struct span *span)
{
    const char *text = string_ids_text(vocabulary, number);
    size_t length = string_ids_length(vocabulary, number);
    if ((unsigned char)text[0] >= 0x80)
        return find_string(side, first, end, text, length, span);
    return find_stem(finder, side, first, end, text, length, span);
}

/* ---- marks ---- */

static const struct side_mark *marks_from(const struct side *side, size_t start)
{
    size_t low = 0;
    BISECT(low, side->mark_count, side->marks[low].span.start >= start);
    return side->marks + low;
}

static struct span run_span(const struct side *side, uint32_t first, uint32_t count)
{
    return (struct span){ side->sentences[first].span.start,
                          side->sentences[first + count - 1].span.end };
}

static bool is_listed(const struct evidences *out, size_t first, struct span a, struct span b)
{
    for (size_t i = first; i < out->count; i++) {
        const struct evidence *known = &out->items[i];
        if ((known->a.start < a.end && a.start < known->a.end) ||
            (known->b.start < b.end && b.start < known->b.end))
            return true;
    }
    return false;
}

static void find_marks(const struct evidence_finder *finder, const struct bead *bead,
                       struct evidences *out, size_t first)
{
    const struct side *source = finder->corpus->source, *target = finder->corpus->target;
    if (source->mark_count == 0 || target->mark_count == 0)
        return;
    struct span a = run_span(source, bead->source, bead->source_count);
    struct span b = run_span(target, bead->target, bead->target_count);
    const struct side_mark *end = source->marks + source->mark_count;
    const struct side_mark *other_end = target->marks + target->mark_count;
    for (const struct side_mark *mark = marks_from(source, a.start);
         mark < end && mark->span.start < a.end; mark++) {
        for (const struct side_mark *other = marks_from(target, b.start);
             other < other_end && other->span.start < b.end; other++) {
            if (other->id != mark->id || other->kind != mark->kind ||
                is_listed(out, first, mark->span, other->span))
                continue;
            bool name = mark->kind == MARK_NAME;
            VECTOR_PUSH(out, (struct evidence){ mark->span, other->span,
                                                name ? NAME_WEIGHT : FIGURE_WEIGHT,
                                                name ? SUPPORT_NAME : SUPPORT_FIGURE });
            break;
        }
    }
}

/* ---- terms ---- */

static void find_renderings(struct evidence_finder *finder, const struct bead *bead)
{
    const struct corpus *corpus = finder->corpus;
    for (size_t i = bead->source; i < bead->source + bead->source_count; i++) {
        const struct weighted *units, *tokens;
        size_t count = sparse_rows_at(&corpus->all, i, &units);
        for (size_t u = 0; u < count; u++) {
            size_t renderings = sparse_rows_at(&corpus->renders, units[u].id, &tokens);
            for (size_t k = 0; k < renderings; k++) {
                struct rendered *best = &finder->best[tokens[k].id];
                float weight = tokens[k].weight * (units[u].weight < 1 ? units[u].weight : 1);
                sparse_rows_gather_add(&finder->touched, tokens[k].id, 1);
                if (weight > best->weight)
                    *best = (struct rendered){ weight, units[u].id };
            }
        }
    }
}

static void forget_renderings(struct evidence_finder *finder)
{
    for (size_t i = 0; i < finder->touched.touched_count; i++)
        finder->best[finder->touched.touched[i]].weight = 0;
    sparse_rows_gather_clear(&finder->touched);
}

/* The token of the bead's target that speaks loudest; it is heard once. */
static float take_loudest(struct evidence_finder *finder, const struct bead *bead, uint32_t *token)
{
    const struct corpus *corpus = finder->corpus;
    float loudest = 0;
    size_t first = corpus->sentences.starts[bead->target];
    size_t end = corpus->sentences.starts[bead->target + bead->target_count];
    for (size_t i = first; i < end; i++) {
        uint32_t other = corpus->sentences.items[i].id;
        float weight = finder->best[other].weight;
        if (weight < RENDERS_LEAST)
            continue;
        weight = (weight < 1 ? weight : 1) * logf(corpus->inverse[other]);
        if (weight > loudest) {
            loudest = weight;
            *token = other;
        }
    }
    return loudest;
}

static bool is_light_stem(const char *text, size_t length)
{
    size_t low = 0, count = sizeof light_stems / sizeof *light_stems;
    BISECT(low, count, strncmp(light_stems[low], text, length) >= 0);
    return low < count && strncmp(light_stems[low], text, length) == 0 &&
           light_stems[low][length] == '\0';
}

/* Whether a token and what renders it are too common to show anything: "was", "using" in both. */
static bool is_light(const struct corpus *corpus, uint32_t unit, uint32_t token)
{
    const char *text = string_ids_text(&corpus->tokens, token);
    size_t length = string_ids_length(&corpus->tokens, token);
    if (is_light_stem(text, length))
        return true;
    bool same = string_ids_length(&corpus->units, unit) == length &&
                memcmp(string_ids_text(&corpus->units, unit), text, length) == 0;
    return word_rarity(text, length) < (same ? RARITY_LEAST_SAME : RARITY_LEAST);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Whether a word stands in an address, {#id} or ^id: labels that no translator has rendered. */
static bool is_label(const struct side *side, struct span word)
{
    const char *text = side->text;
    size_t start = word.start, end = word.end;
    while (start > 0 && word.start - start < LABEL_MOST && !is_blank(text[start - 1]) &&
           (unsigned char)text[start - 1] < 0x80)
        start--;
    while (end < side->length && end - word.end < LABEL_MOST && !is_blank(text[end]))
        end++;
    if (text[start] == '^' || (end - start > 2 && memcmp(text + start, "{#", 2) == 0))
        return true;
    for (size_t at = start; at + 3 <= end; at++) {
        if (memcmp(text + at, "://", 3) == 0)
            return true;
    }
    return false;
}

/* Words of code are no evidence for prose, nor for other code. */
static bool has_code(const struct corpus *corpus, const struct bead *bead)
{
    bool code = false;
    for (size_t i = bead->source; i < bead->source + bead->source_count; i++)
        code = code || corpus->source->sentences[i].code;
    for (size_t j = bead->target; j < bead->target + bead->target_count; j++)
        code = code || corpus->target->sentences[j].code;
    return code;
}

/* Code that is the same in both is evidence as a whole. */
static void find_identical(const struct evidence_finder *finder, const struct bead *bead,
                           struct evidences *out)
{
    const struct corpus *corpus = finder->corpus;
    uint32_t identity = corpus->identities.source[bead->source];
    if (bead->source_count != 1 || bead->target_count != 1 || identity == IDENTITY_NONE ||
        identity != corpus->identities.target[bead->target])
        return;
    VECTOR_PUSH(out, (struct evidence){ corpus->source->sentences[bead->source].span,
                                        corpus->target->sentences[bead->target].span,
                                        IDENTICAL_WEIGHT, SUPPORT_TERM });
}

static void find_terms(struct evidence_finder *finder, const struct bead *bead,
                       struct evidences *out, size_t first)
{
    const struct corpus *corpus = finder->corpus;
    uint32_t token = 0;
    float weight;
    find_renderings(finder, bead);
    while (out->count - first < EVIDENCE_MOST &&
           (weight = take_loudest(finder, bead, &token)) > 0) {
        struct evidence evidence = { .weight = weight, .kind = SUPPORT_TERM };
        bool there =
            !is_light(corpus, finder->best[token].unit, token) &&
            find_word(finder, corpus->source, bead->source, bead->source + bead->source_count,
                      &corpus->units, finder->best[token].unit, &evidence.a) &&
            find_word(finder, corpus->target, bead->target, bead->target + bead->target_count,
                      &corpus->tokens, token, &evidence.b) &&
            !is_label(corpus->source, evidence.a) && !is_label(corpus->target, evidence.b);
        finder->best[token].weight = 0;
        if (there && !is_listed(out, first, evidence.a, evidence.b))
            VECTOR_PUSH(out, evidence);
    }
    forget_renderings(finder);
}

static int compare_weight(const void *a, const void *b)
{
    const struct evidence *one = a;
    const struct evidence *other = b;
    if (one->weight != other->weight)
        return one->weight > other->weight ? -1 : 1;
    return one->a.start < other->a.start ? -1 : one->a.start > other->a.start;
}

size_t evidence_find(struct evidence_finder *finder, const struct bead *bead, struct evidences *out)
{
    size_t first = out->count;
    if (bead->source_count == 0 || bead->target_count == 0)
        return 0;
    find_marks(finder, bead, out, first);
    if (has_code(finder->corpus, bead))
        find_identical(finder, bead, out);
    else
        find_terms(finder, bead, out, first);
    if (out->count > first)
        qsort(out->items + first, out->count - first, sizeof *out->items, compare_weight);
    if (out->count - first > EVIDENCE_MOST)
        out->count = first + EVIDENCE_MOST;
    return out->count - first;
}
