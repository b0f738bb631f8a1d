#include "query/content_match.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align/sparse_rows.h"
#include "base/string_ids.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/english_stem.h"
#include "language/han.h"
#include "language/word_rarity.h"
#include "text/utf8.h"

#define TEXT_MOST ((size_t)256 << 10) /* bytes of a text that are looked at */
#define FEATURE_SIZE 64
#define NEAREST 3
#define HAVING_MORE 0.5 /* texts that may have a feature, beside those that do */
#define RARE_LEAST 0.5f /* what the commonest word counts of the rarest */

struct content_match {
    const struct lexicon *lexicon;
    struct string_ids features; /* "stem", "#37.6", "@entity", "%figure" */
    struct rows rows;           /* by text: features, how often */
    struct gather gather;
    struct {
        bool *items; /* by text: Chinese */
        size_t count;
        size_t capacity;
    } chinese;
};

struct content_match *content_match_new(const struct lexicon *lexicon)
{
    struct content_match *match = xcalloc(1, sizeof *match);
    match->lexicon = lexicon;
    return match;
}

void content_match_free(struct content_match *match)
{
    if (match == NULL)
        return;
    string_ids_free(&match->features);
    sparse_rows_free(&match->rows);
    sparse_rows_gather_free(&match->gather);
    free(match->chinese.items);
    free(match);
}

/* ---- signatures ---- */

static void add_feature(struct content_match *match, const char *name, size_t length, float times)
{
    uint32_t feature = string_ids_add(&match->features, name, length);
    sparse_rows_gather_reserve(&match->gather, feature + 1);
    sparse_rows_gather_add(&match->gather, feature, times);
}

static void add_numbered(struct content_match *match, char kind, uint32_t number)
{
    char name[FEATURE_SIZE];
    int length = snprintf(name, sizeof name, "%c%lu", kind, (unsigned long)number);
    add_feature(match, name, (size_t)length, 1);
}

/* Latin words by stem, numbers of two digits and more as they are. */
static void add_words(struct content_match *match, const char *text, size_t length)
{
    struct english_words words = { 0 };
    char stem[ENGLISH_WORD_LIMIT + 2];
    english_words_add(&words, text, 0, length);
    for (size_t i = 0; i < words.count; i++) {
        const struct english_word *word = &words.items[i];
        if (word->length < 2 || english_is_stop(word->text, word->length))
            continue;
        add_feature(match, stem, english_stem(word->text, word->length, stem), 1);
    }
    english_words_free(&words);
}

/* The longest word of the lexicon at text[0]; its bytes, those of one character when there is none. */
static size_t longest_word(const struct lexicon *lexicon, const char *text, size_t length,
                           uint32_t *word)
{
    size_t ends[LEXICON_WORD_LIMIT];
    size_t count = 0;
    size_t at = 0;
    *word = LEXICON_NONE;
    while (at < length && count < LEXICON_WORD_LIMIT) {
        uint32_t code;
        size_t size = utf8_decode(text + at, length - at, &code);
        if (!utf8_is_han(code))
            break;
        ends[count++] = at += size;
    }
    for (size_t i = count; i > 0; i--) {
        *word = lexicon_word(lexicon, text, ends[i - 1]);
        if (*word != LEXICON_NONE)
            return ends[i - 1];
    }
    return count > 0 ? ends[0] : 1;
}

static void add_renderings(struct content_match *match, const char *text, size_t length)
{
    const struct lexicon *lexicon = match->lexicon;
    const char *end = text + length;
    for (const char *at = han_first(text, end); at < end; at = han_first(at, end)) {
        const struct lexicon_pair *pairs;
        uint32_t word;
        at += longest_word(lexicon, at, (size_t)(end - at), &word);
        size_t count = word != LEXICON_NONE ? lexicon_renderings(lexicon, word, &pairs) : 0;
        for (size_t i = 0; i < count; i++) {
            size_t size;
            const char *stem = lexicon_stem_text(lexicon, pairs[i].stem, &size);
            add_feature(match, stem, size, pairs[i].weight);
        }
    }
}

size_t content_match_add(struct content_match *match, const struct side *side, bool chinese)
{
    size_t length = side->length < TEXT_MOST ? side->length : TEXT_MOST;
    add_words(match, side->text, length);
    if (chinese)
        add_renderings(match, side->text, length);
    for (size_t i = 0; i < side->mark_count; i++)
        add_numbered(match, side->marks[i].kind == MARK_NAME ? '@' : '%', side->marks[i].id);
    sparse_rows_gather_end_row(&match->gather, &match->rows);
    VECTOR_PUSH(&match->chinese, chinese);
    return match->chinese.count - 1;
}

/* ---- comparing ---- */

struct comparing {
    const struct content_match *match;
    float *rarity; /* by feature, 0: it tells nothing */
    float *length; /* by text: of its vector */
    size_t sides[2];
    struct rows holders; /* by feature: Chinese texts and their weights */
    float *cosines;      /* by text, of the English one at work */
    struct weighted *nearest; /* by text: NEAREST of the other side, the nearest first, and cosines */
};

static void count_features(const struct content_match *match, uint32_t *having[2], size_t sides[2])
{
    for (size_t text = 0; text < match->chinese.count; text++) {
        const struct weighted *items;
        size_t side = match->chinese.items[text] ? 1 : 0;
        size_t count = sparse_rows_at(&match->rows, text, &items);
        sides[side]++;
        for (size_t i = 0; i < count; i++)
            having[side][items[i].id]++;
    }
}

/* Of news at large, since a folder may be small. */
static float rarity_at_large(const struct content_match *match, size_t feature)
{
    uint32_t number = (uint32_t)feature;
    return RARE_LEAST + (1 - RARE_LEAST) * word_rarity(string_ids_text(&match->features, number),
                                                       string_ids_length(&match->features, number));
}

/* What only one side has counts as well: it is what the texts do not share. */
static void weigh_features(struct comparing *comparing)
{
    size_t count = comparing->match->features.count;
    uint32_t *having[2] = { xcalloc(count + 1, sizeof(uint32_t)), xcalloc(count + 1, sizeof(uint32_t)) };
    count_features(comparing->match, having, comparing->sides);
    comparing->rarity = xcalloc(count + 1, sizeof *comparing->rarity);
    for (size_t i = 0; i < count; i++) {
        double english = (having[0][i] + HAVING_MORE) / ((double)comparing->sides[0] + 1);
        double chinese = (having[1][i] + HAVING_MORE) / ((double)comparing->sides[1] + 1);
        comparing->rarity[i] =
            (float)sqrt(log(english) * log(chinese)) * rarity_at_large(comparing->match, i);
    }
    free(having[0]);
    free(having[1]);
}

static float weight_of(const struct comparing *comparing, const struct weighted *item)
{
    return comparing->rarity[item->id] * logf(1 + item->weight);
}

static void measure_texts(struct comparing *comparing)
{
    const struct content_match *match = comparing->match;
    comparing->length = xcalloc(match->chinese.count + 1, sizeof *comparing->length);
    for (size_t text = 0; text < match->chinese.count; text++) {
        const struct weighted *items;
        size_t count = sparse_rows_at(&match->rows, text, &items);
        float sum = 0;
        for (size_t i = 0; i < count; i++)
            sum += weight_of(comparing, &items[i]) * weight_of(comparing, &items[i]);
        comparing->length[text] = sqrtf(sum);
    }
}

/* Counts, then writes, by feature, the Chinese texts that have it. */
static void list_holders(const struct comparing *comparing, size_t *starts, struct weighted *out)
{
    const struct content_match *match = comparing->match;
    for (size_t text = 0; text < match->chinese.count; text++) {
        const struct weighted *items;
        size_t size = match->chinese.items[text] ? sparse_rows_at(&match->rows, text, &items) : 0;
        for (size_t i = 0; i < size; i++) {
            if (comparing->rarity[items[i].id] <= 0)
                continue;
            size_t at = starts[items[i].id + 1]++;
            if (out != NULL)
                out[at] = (struct weighted){ (uint32_t)text, weight_of(comparing, &items[i]) };
        }
    }
}

/* The rows of the Chinese texts turned around. */
static void index_features(struct comparing *comparing)
{
    size_t count = comparing->match->features.count;
    struct rows *holders = &comparing->holders;
    size_t *starts = xcalloc(count + 2, sizeof *starts);
    list_holders(comparing, starts + 1, NULL);
    for (size_t i = 0; i < count; i++)
        starts[i + 2] += starts[i + 1];
    holders->items = xcalloc(starts[count + 1] + 1, sizeof *holders->items);
    list_holders(comparing, starts, holders->items);
    holders->starts = starts; /* a row's end has become the next one's start */
    holders->row_count = count;
}

static void remember_nearest(struct comparing *comparing, size_t text, size_t other, float cosine)
{
    struct weighted *nearest = comparing->nearest + text * NEAREST;
    size_t at = NEAREST;
    while (at > 0 && cosine > nearest[at - 1].weight)
        at--;
    if (at == NEAREST)
        return;
    memmove(nearest + at + 1, nearest + at, (NEAREST - 1 - at) * sizeof *nearest);
    nearest[at] = (struct weighted){ (uint32_t)other, cosine };
}

static void compare_text(struct comparing *comparing, size_t text)
{
    const struct content_match *match = comparing->match;
    const struct weighted *items;
    size_t count = sparse_rows_at(&match->rows, text, &items);
    memset(comparing->cosines, 0, match->chinese.count * sizeof *comparing->cosines);
    for (size_t i = 0; i < count; i++) {
        size_t feature = items[i].id;
        float weight = weight_of(comparing, &items[i]);
        if (weight <= 0)
            continue;
        const struct weighted *holders;
        size_t holding = sparse_rows_at(&comparing->holders, feature, &holders);
        for (size_t k = 0; k < holding; k++)
            comparing->cosines[holders[k].id] += weight * holders[k].weight;
    }
    for (size_t other = 0; other < match->chinese.count; other++) {
        float lengths = comparing->length[text] * comparing->length[other];
        if (comparing->cosines[other] <= 0 || lengths <= 0)
            continue;
        float cosine = comparing->cosines[other] / lengths;
        remember_nearest(comparing, text, other, cosine);
        remember_nearest(comparing, other, text, cosine);
    }
}

/* The cosine of the nearest but the other. */
static float next_nearest(const struct weighted *nearest, size_t other)
{
    return nearest[nearest[0].id == other ? 1 : 0].weight;
}

static bool is_near(const struct weighted *nearest, size_t other)
{
    size_t i = 0;
    while (i < NEAREST && (nearest[i].weight <= 0 || nearest[i].id != other))
        i++;
    return i < NEAREST;
}

/* Those that are near to each other. */
static void add_near(const struct comparing *comparing, size_t text, struct content_pairs *pairs)
{
    const struct weighted *nearest = comparing->nearest + text * NEAREST;
    for (size_t i = 0; i < NEAREST && nearest[i].weight > 0; i++) {
        const struct weighted *back = comparing->nearest + nearest[i].id * NEAREST;
        if (is_near(back, text))
            VECTOR_PUSH(pairs, (struct content_pair){
                                   .english = text,
                                   .chinese = nearest[i].id,
                                   .cosine = (double)nearest[i].weight,
                                   .next = (double)fmaxf(next_nearest(nearest, nearest[i].id),
                                                         next_nearest(back, text)) });
    }
}

bool content_match_find(struct content_match *match, bool (*go_on)(void *data, double done),
                        void *data, struct content_pairs *pairs)
{
    struct comparing comparing = { .match = match };
    size_t count = match->chinese.count;
    bool going = true;
    weigh_features(&comparing);
    measure_texts(&comparing);
    index_features(&comparing);
    comparing.cosines = xcalloc(count + 1, sizeof *comparing.cosines);
    comparing.nearest = xcalloc((count + 1) * NEAREST, sizeof *comparing.nearest);
    for (size_t text = 0; text < count && going; text++) {
        if (!match->chinese.items[text])
            compare_text(&comparing, text);
        going = go_on == NULL || go_on(data, (double)text / (double)count);
    }
    for (size_t text = 0; text < count && going; text++)
        if (!match->chinese.items[text])
            add_near(&comparing, text, pairs);
    free(comparing.rarity);
    free(comparing.length);
    sparse_rows_free(&comparing.holders);
    free(comparing.cosines);
    free(comparing.nearest);
    return going;
}
