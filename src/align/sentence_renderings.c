#include "align/sentence_renderings.h"

#include <stdlib.h>
#include <string.h>

#include "align/kin_tokens.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/english_stem.h"
#include "language/word_rarity.h"
#include "language/word_root.h"

#define UNITS_BETWEEN_CALLS 1024
#define SYNONYM_FACTOR 2.0F
#define ROOT_FACTOR 0.7F /* of what a stem weighs, for another word of its root */
#define ROOTED_LEAST 4   /* letters of a stem whose root is looked for */
#define KIN_FACTOR 0.6F  /* of what a stem weighs, for another word of its groups, */
#define KIN_MOST 0.09F   /* and the most */
#define WORD_FACTOR 0.6F /* of what renders two Han words alike */
#define HAN 3            /* bytes of one */

/* A Han token that a stem renders; STRING_IDS_NONE ends the list of its stem. */
struct word_tie {
    uint32_t token;
    uint32_t next;
    float weight;
};

struct word_ties {
    uint32_t *first; /* by stem of the lexicon */
    struct word_tie *items;
    size_t count;
    size_t capacity;
};

/* The tokens of this text by the lexicon's stems, STRING_IDS_NONE for stems it has not; and by
 * root and by group, of reports only. */
struct index {
    const struct corpus *corpus;
    uint32_t *by_stem;
    struct string_ids roots;
    size_t *starts;   /* by root, and one more: where its tokens begin */
    uint32_t *tokens; /* in the order of their roots */
    struct kin_tokens kin;
    struct word_ties words; /* Han tokens, by what renders them */
};

static void index_stems(struct index *index)
{
    const struct corpus *corpus = index->corpus;
    size_t count = lexicon_stem_count(corpus->lexicon);
    index->by_stem = xreallocarray(NULL, count + 1, sizeof *index->by_stem);
    memset(index->by_stem, 0xFF, (count + 1) * sizeof *index->by_stem);
    for (uint32_t i = 0; i < corpus->tokens.count; i++) {
        uint32_t stem = lexicon_stem(corpus->lexicon, string_ids_text(&corpus->tokens, i),
                                     string_ids_length(&corpus->tokens, i));
        if (stem != LEXICON_NONE)
            index->by_stem[stem] = i;
    }
}

static bool is_rooted(const char *text, size_t length)
{
    return length >= ROOTED_LEAST && length <= ENGLISH_WORD_LIMIT && text[0] >= 'a' &&
           text[0] <= 'z';
}

static void index_roots(struct index *index)
{
    const struct string_ids *tokens = &index->corpus->tokens;
    char root[ENGLISH_WORD_LIMIT + 2];
    uint32_t *of = xreallocarray(NULL, tokens->count + 1, sizeof *of);
    for (uint32_t i = 0; i < tokens->count; i++) {
        const char *text = string_ids_text(tokens, i);
        size_t length = string_ids_length(tokens, i);
        of[i] = is_rooted(text, length)
                    ? string_ids_add(&index->roots, root, word_root(text, length, root))
                    : STRING_IDS_NONE;
    }
    index->starts = xcalloc(index->roots.count + 2, sizeof *index->starts);
    index->tokens = xreallocarray(NULL, tokens->count + 1, sizeof *index->tokens);
    /* Ends first, which filling from behind makes starts. */
    for (uint32_t i = 0; i < tokens->count; i++)
        index->starts[of[i] != STRING_IDS_NONE ? of[i] : index->roots.count]++;
    for (size_t i = 1; i <= index->roots.count; i++)
        index->starts[i] += index->starts[i - 1];
    for (uint32_t i = (uint32_t)tokens->count; i-- > 0;)
        index->tokens[--index->starts[of[i] != STRING_IDS_NONE ? of[i] : index->roots.count]] = i;
    free(of);
}

/* Tokens of the same root as a stem. */
static void gather_roots(const struct index *index, const char *stem, size_t length, float weight,
                         struct gather *gather)
{
    char root[ENGLISH_WORD_LIMIT + 2];
    if (index->starts == NULL || !is_rooted(stem, length))
        return;
    uint32_t number = string_ids_find(&index->roots, root, word_root(stem, length, root));
    if (number == STRING_IDS_NONE)
        return;
    for (size_t i = index->starts[number]; i < index->starts[number + 1]; i++)
        sparse_rows_gather_add(gather, index->tokens[i], ROOT_FACTOR * weight);
}

static void gather_stem(const struct index *index, const struct lexicon_pair *pair,
                        struct gather *gather)
{
    const struct lexicon *lexicon = index->corpus->lexicon;
    const struct lexicon_pair *synonyms;
    size_t length;
    if (index->by_stem[pair->stem] != STRING_IDS_NONE) {
        sparse_rows_gather_add(gather, index->by_stem[pair->stem], pair->weight);
    } else if (index->starts != NULL) {
        const char *text = lexicon_stem_text(lexicon, pair->stem, &length);
        gather_roots(index, text, length, pair->weight, gather);
    }
    size_t count = lexicon_synonyms(lexicon, pair->stem, &synonyms);
    for (size_t i = 0; i < count; i++) {
        if (index->by_stem[synonyms[i].stem] != STRING_IDS_NONE)
            sparse_rows_gather_add(gather, index->by_stem[synonyms[i].stem],
                                   SYNONYM_FACTOR * pair->weight * synonyms[i].weight);
    }
}

/* What is kin to the renderings of a word, or to a Latin one. */
static void gather_kin(const struct index *index, const struct lexicon_pair *pairs, size_t count,
                       struct gather *gather)
{
    for (size_t i = 0; i < count; i++) {
        size_t length;
        const char *text = lexicon_stem_text(index->corpus->lexicon, pairs[i].stem, &length);
        float weight = KIN_FACTOR * pairs[i].weight;
        kin_tokens_gather(&index->kin, text, length, weight < KIN_MOST ? weight : KIN_MOST, gather);
    }
}

/* ---- Han words of one meaning ---- */

static bool is_han_word(const char *text, size_t length)
{
    return length > HAN && (unsigned char)text[0] >= 0x80;
}

/* What renders a word in these texts. */
static size_t renderings_of(const struct corpus *corpus, const char *text, size_t length,
                            const struct lexicon_pair **pairs)
{
    uint32_t word = lexicon_word(corpus->lexicon, text, length);
    if (word == LEXICON_NONE || (corpus->loose && lexicon_is_grammar(corpus->lexicon, word)))
        return 0;
    return lexicon_renderings(corpus->lexicon, word, pairs);
}

static void index_words(struct index *index)
{
    const struct corpus *corpus = index->corpus;
    struct word_ties *ties = &index->words;
    size_t stems = lexicon_stem_count(corpus->lexicon) + 1;
    ties->first = xreallocarray(NULL, stems, sizeof *ties->first);
    memset(ties->first, 0xFF, stems * sizeof *ties->first);
    for (uint32_t token = 0; token < corpus->tokens.count; token++) {
        const char *text = string_ids_text(&corpus->tokens, token);
        size_t length = string_ids_length(&corpus->tokens, token);
        const struct lexicon_pair *pairs = NULL;
        size_t count = is_han_word(text, length) ? renderings_of(corpus, text, length, &pairs) : 0;
        for (size_t i = 0; i < count; i++) {
            VECTOR_PUSH(ties,
                        (struct word_tie){ token, ties->first[pairs[i].stem], pairs[i].weight });
            ties->first[pairs[i].stem] = (uint32_t)ties->count - 1;
        }
    }
}

/* Tokens that have a rendering in common with a Han word. */
static void gather_words(const struct index *index, const char *text, size_t length,
                         struct gather *gather)
{
    const struct lexicon *lexicon = index->corpus->lexicon;
    const struct lexicon_pair *pairs = NULL;
    size_t count =
        is_han_word(text, length) ? renderings_of(index->corpus, text, length, &pairs) : 0;
    for (size_t i = 0; i < count; i++) {
        size_t size;
        const char *stem = lexicon_stem_text(lexicon, pairs[i].stem, &size);
        float rare = word_rarity(stem, size);
        for (uint32_t k = index->words.first[pairs[i].stem]; k != STRING_IDS_NONE;
             k = index->words.items[k].next) {
            const struct word_tie *tie = &index->words.items[k];
            float weight = tie->weight < pairs[i].weight ? tie->weight : pairs[i].weight;
            sparse_rows_gather_add(gather, tie->token, WORD_FACTOR * rare * weight);
        }
    }
    for (size_t i = 0; i < gather->touched_count; i++) {
        float *value = &gather->values[gather->touched[i]];
        *value = *value > KIN_MOST ? KIN_MOST : *value;
    }
}

static void gather_unit(const struct index *index, uint32_t unit, struct gather *gather)
{
    const struct corpus *corpus = index->corpus;
    const char *text = string_ids_text(&corpus->units, unit);
    size_t length = string_ids_length(&corpus->units, unit);
    uint32_t same = string_ids_find(&corpus->tokens, text, length);
    const struct lexicon_pair *pairs = NULL;
    if (index->words.first != NULL)
        gather_words(index, text, length, gather);
    if (same != STRING_IDS_NONE) {
        sparse_rows_gather_add(gather, same, 1);
        kin_tokens_gather(&index->kin, text, length, KIN_MOST, gather);
        return;
    }
    size_t count = renderings_of(corpus, text, length, &pairs);
    for (size_t i = 0; i < count; i++)
        gather_stem(index, &pairs[i], gather);
    gather_roots(index, text, length, 1, gather);
    gather_kin(index, pairs, count, gather);
    kin_tokens_gather(&index->kin, text, length, KIN_MOST, gather);
}

bool sentence_renderings_find(struct corpus *corpus, bool (*go_on)(void *data, double done),
                              void *data)
{
    bool ok = true;
    struct gather gather = { 0 };
    struct index index = { .corpus = corpus };
    index_stems(&index);
    if (corpus->loose)
        index_roots(&index);
    if (corpus->kin)
        kin_tokens_build(&index.kin, &corpus->tokens);
    if (corpus->words)
        index_words(&index);
    sparse_rows_gather_reserve(&gather, corpus->tokens.count + 1);
    for (uint32_t i = 0; ok && i < corpus->units.count; i++) {
        ok = i % UNITS_BETWEEN_CALLS != 0 || go_on == NULL || go_on(data, 0);
        gather_unit(&index, i, &gather);
        sparse_rows_gather_end_row(&gather, &corpus->renders);
        sparse_rows_end(&corpus->learned);
    }
    sparse_rows_gather_free(&gather);
    free(index.by_stem);
    string_ids_free(&index.roots);
    kin_tokens_free(&index.kin);
    free(index.starts);
    free(index.tokens);
    free(index.words.first);
    free(index.words.items);
    return ok;
}
