#include "align/sentence_model.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "language/english_stem.h"
#include "dictionary/name_romanisation.h"
#include "text/utf8.h"

/* Of a unit that the segmentation does not choose. */
#define WEIGHT_PART 0.35F
#define WEIGHT_CHARACTER 0.08F
#define SYNONYM_FACTOR 2.0F
/* The likelihood of a token: counts smoothed as if there were 3,000 words. */
#define SMOOTHING 0.25
#define SMOOTHED_WORDS 3000

/* ---- Han words ---- */

/* The characters of a sentence: where each begins, and whether it is Han. */
struct characters {
    size_t *at; /* one more than there are */
    bool *han;
    size_t count;
    size_t capacity;
};

static void characters_read(struct characters *characters, const char *text, struct span span)
{
    size_t need = span.end - span.start + 1;
    if (need > characters->capacity) {
        characters->at = xreallocarray(characters->at, need, sizeof *characters->at);
        characters->han = xreallocarray(characters->han, need, sizeof *characters->han);
        characters->capacity = need;
    }
    characters->count = 0;
    for (size_t at = span.start; at < span.end;) {
        uint32_t code;
        size_t size = utf8_decode(text + at, span.end - at, &code);
        characters->at[characters->count] = at;
        characters->han[characters->count++] = utf8_is_han(code);
        at += size;
    }
    characters->at[characters->count] = span.end;
}

static void characters_free(struct characters *characters)
{
    free(characters->at);
    free(characters->han);
}

/* How many Han there are from `first` on, at most LEXICON_WORD_LIMIT. */
static size_t run_of_han(const struct characters *characters, size_t first)
{
    size_t count = 0;
    while (count < LEXICON_WORD_LIMIT && first + count < characters->count &&
           characters->han[first + count])
        count++;
    return count;
}

/* The longest word of the lexicon that begins there, in characters; 1 when there is none. */
static size_t longest_word(const struct lexicon *lexicon, const char *text,
                           const struct characters *characters, size_t first)
{
    const char *start = text + characters->at[first];
    for (size_t count = run_of_han(characters, first); count > 1; count--) {
        size_t length = characters->at[first + count] - characters->at[first];
        if (lexicon_word(lexicon, start, length) != LEXICON_NONE)
            return count;
    }
    return 1;
}

/* ---- the target ---- */

/* What is known of a token besides its number. */
struct token_facts {
    uint32_t count;
    bool name;   /* it stands with a capital letter and its word never with a small one */
    size_t word; /* in the list of words: its first occurrence */
};

struct token_table {
    struct token_facts *items;
    size_t count;
    size_t capacity;
};

struct reading {
    struct corpus *corpus;
    struct english_words words;
    struct vocabulary small; /* words that stand with a small letter somewhere */
    struct token_table tokens;
    struct characters characters;
    struct gather all;
    struct gather main;
    struct gather places; /* weight times place */
    float place;          /* of what is being read */
};

static uint32_t add_token(struct reading *reading, const char *text, size_t length, size_t word)
{
    uint32_t token = vocabulary_add(&reading->corpus->tokens, text, length);
    if (token == reading->tokens.count)
        VECTOR_PUSH(&reading->tokens, (struct token_facts){ .word = word });
    reading->tokens.items[token].count++;
    rows_push(&reading->corpus->sentences, token, 1);
    return token;
}

static void read_target_word(struct reading *reading, size_t index)
{
    const struct english_word *word = &reading->words.items[index];
    char stem[ENGLISH_WORD_LIMIT + 2];
    if (english_is_stop(word->text, word->length))
        return;
    size_t length = english_stem(word->text, word->length, stem);
    uint32_t token = add_token(reading, stem, length, index);
    if (word->capital &&
        vocabulary_find(&reading->small, word->text, word->length) == VOCABULARY_NONE)
        reading->tokens.items[token].name = true;
}

static void read_target_han(struct reading *reading, struct span span)
{
    struct characters *characters = &reading->characters;
    const char *text = reading->corpus->target->text;
    characters_read(characters, text, span);
    for (size_t i = 0; i < characters->count;) {
        if (!characters->han[i]) {
            i++;
            continue;
        }
        size_t size = longest_word(reading->corpus->lexicon, text, characters, i);
        add_token(reading, text + characters->at[i], characters->at[i + size] - characters->at[i],
                  SIZE_MAX);
        i += size;
    }
}

/* Words first, since whether one is a name depends on the whole text. */
static void read_target(struct reading *reading)
{
    const struct side *side = reading->corpus->target;
    size_t *starts = xreallocarray(NULL, side->count + 1, sizeof *starts);
    starts[0] = 0;
    for (size_t i = 0; i < side->count; i++) {
        struct span span = side->sentences[i].span;
        english_words_add(&reading->words, side->text, span.start, span.end);
        starts[i + 1] = reading->words.count;
    }
    for (size_t i = 0; i < reading->words.count; i++) {
        const struct english_word *word = &reading->words.items[i];
        if (!word->capital)
            vocabulary_add(&reading->small, word->text, word->length);
    }
    for (size_t i = 0; i < side->count; i++) {
        for (size_t k = starts[i]; k < starts[i + 1]; k++)
            read_target_word(reading, k);
        read_target_han(reading, side->sentences[i].span);
        rows_end(&reading->corpus->sentences);
    }
    free(starts);
}

static void measure_tokens(struct reading *reading)
{
    struct corpus *corpus = reading->corpus;
    double total = (double)corpus->sentences.count + SMOOTHING * SMOOTHED_WORDS;
    corpus->inverse = xcalloc(corpus->tokens.count + 1, sizeof *corpus->inverse);
    for (size_t i = 0; i < corpus->tokens.count; i++)
        corpus->inverse[i] = (float)(total / (reading->tokens.items[i].count + SMOOTHING));
}

/* ---- the source ---- */

static void add_unit(struct reading *reading, const char *text, size_t length, float weight,
                     bool main)
{
    uint32_t unit = vocabulary_add(&reading->corpus->units, text, length);
    gather_reserve(&reading->all, unit + (size_t)1);
    gather_reserve(&reading->main, unit + (size_t)1);
    gather_reserve(&reading->places, unit + (size_t)1);
    gather_add(&reading->all, unit, weight);
    gather_add(&reading->places, unit, weight * reading->place);
    if (main)
        gather_add(&reading->main, unit, 1);
}

/* All words of the lexicon that begin at the character; `chosen` is the size of the one that the
 * segmentation has there, 0 when it has none. */
static void read_words_at(struct reading *reading, size_t first, size_t chosen)
{
    const struct characters *characters = &reading->characters;
    const char *text = reading->corpus->source->text + characters->at[first];
    size_t run = run_of_han(characters, first);
    for (size_t count = 1; count <= run; count++) {
        size_t length = characters->at[first + count] - characters->at[first];
        if (count == chosen)
            add_unit(reading, text, length, 1, true);
        else if (count == 1)
            add_unit(reading, text, length, WEIGHT_CHARACTER, false);
        else if (lexicon_word(reading->corpus->lexicon, text, length) != LEXICON_NONE)
            add_unit(reading, text, length, WEIGHT_PART, false);
    }
}

static void read_source_han(struct reading *reading, struct span span)
{
    struct characters *characters = &reading->characters;
    const char *text = reading->corpus->source->text;
    size_t next = 0; /* where the next word of the segmentation begins */
    characters_read(characters, text, span);
    for (size_t i = 0; i < characters->count; i++) {
        size_t chosen = 0;
        if (!characters->han[i])
            continue;
        if (i >= next) {
            chosen = longest_word(reading->corpus->lexicon, text, characters, i);
            next = i + chosen;
        }
        reading->place = ((float)i + 0.5F) / (float)characters->count;
        read_words_at(reading, i, chosen);
    }
}

static void read_source_words(struct reading *reading, struct span span)
{
    struct english_words *words = &reading->words;
    char stem[2 * ENGLISH_WORD_LIMIT + 2];
    words->count = 0;
    english_words_add(words, reading->corpus->source->text, span.start, span.end);
    for (size_t i = 0; i < words->count; i++) {
        const struct english_word *word = &words->items[i];
        reading->place = (float)(word->span.end - span.start) / (float)(span.end - span.start);
        if (!english_is_stop(word->text, word->length))
            add_unit(reading, stem, english_stem(word->text, word->length, stem), 1, true);
        if (i + 1 == words->count || word->length + words->items[i + 1].length > ENGLISH_WORD_LIMIT)
            continue;
        /* "single feed" where the target has Singlefeed. */
        char joined[ENGLISH_WORD_LIMIT + 1];
        memcpy(joined, word->text, word->length);
        memcpy(joined + word->length, words->items[i + 1].text, words->items[i + 1].length);
        size_t length =
            english_stem(joined, word->length + (size_t)words->items[i + 1].length, stem);
        if (vocabulary_find(&reading->corpus->tokens, stem, length) != VOCABULARY_NONE)
            add_unit(reading, stem, length, 1, true);
    }
}

/* Ends the rows of a source sentence. */
static void end_sentence(struct reading *reading)
{
    struct corpus *corpus = reading->corpus;
    for (size_t k = 0; k < reading->all.touched_count; k++) {
        uint32_t unit = reading->all.touched[k];
        rows_push(&corpus->places, unit, reading->places.values[unit] / reading->all.values[unit]);
    }
    rows_end(&corpus->places);
    gather_clear(&reading->places);
    gather_end_row(&reading->all, &corpus->all);
    gather_end_row(&reading->main, &corpus->main);
}

static void read_source(struct reading *reading)
{
    struct corpus *corpus = reading->corpus;
    const struct side *side = corpus->source;
    corpus->source_size = xcalloc(side->count + 1, sizeof *corpus->source_size);
    for (size_t i = 0; i < side->count; i++) {
        read_source_han(reading, side->sentences[i].span);
        read_source_words(reading, side->sentences[i].span);
        for (size_t k = 0; k < reading->main.touched_count; k++)
            corpus->source_size[i] += reading->main.values[reading->main.touched[k]];
        end_sentence(reading);
    }
}

/* ---- what renders what ---- */

/* The tokens of this text by the lexicon's stems, VOCABULARY_NONE for stems it has not. */
static uint32_t *tokens_by_stem(const struct corpus *corpus)
{
    size_t count = lexicon_stem_count(corpus->lexicon);
    uint32_t *tokens = xreallocarray(NULL, count + 1, sizeof *tokens);
    memset(tokens, 0xFF, (count + 1) * sizeof *tokens);
    for (uint32_t i = 0; i < corpus->tokens.count; i++) {
        uint32_t stem = lexicon_stem(corpus->lexicon, vocabulary_text(&corpus->tokens, i),
                                     vocabulary_length(&corpus->tokens, i));
        if (stem != LEXICON_NONE)
            tokens[stem] = i;
    }
    return tokens;
}

static void gather_renderings(const struct corpus *corpus, const uint32_t *tokens, uint32_t word,
                              struct gather *gather)
{
    const struct lexicon_pair *pairs, *synonyms;
    size_t count = lexicon_renderings(corpus->lexicon, word, &pairs);
    for (size_t i = 0; i < count; i++) {
        if (tokens[pairs[i].stem] != VOCABULARY_NONE)
            gather_add(gather, tokens[pairs[i].stem], pairs[i].weight);
        size_t others = lexicon_synonyms(corpus->lexicon, pairs[i].stem, &synonyms);
        for (size_t k = 0; k < others; k++) {
            if (tokens[synonyms[k].stem] != VOCABULARY_NONE)
                gather_add(gather, tokens[synonyms[k].stem],
                           SYNONYM_FACTOR * pairs[i].weight * synonyms[k].weight);
        }
    }
}

static void find_renderings(struct corpus *corpus)
{
    struct gather gather = { 0 };
    uint32_t *tokens = tokens_by_stem(corpus);
    gather_reserve(&gather, corpus->tokens.count + 1);
    for (uint32_t i = 0; i < corpus->units.count; i++) {
        const char *text = vocabulary_text(&corpus->units, i);
        size_t length = vocabulary_length(&corpus->units, i);
        uint32_t same = vocabulary_find(&corpus->tokens, text, length);
        uint32_t word = lexicon_word(corpus->lexicon, text, length);
        if (same != VOCABULARY_NONE)
            gather_add(&gather, same, 1);
        else if (word != LEXICON_NONE)
            gather_renderings(corpus, tokens, word, &gather);
        gather_end_row(&gather, &corpus->renders);
        rows_end(&corpus->learned);
    }
    free(tokens);
    gather_free(&gather);
}

static void found_name(void *data, uint32_t token)
{
    struct gather *gather = data;
    if (gather->values[token] == 0)
        gather_add(gather, token, 1);
}

static void find_names(struct reading *reading)
{
    struct corpus *corpus = reading->corpus;
    struct romanise romanise = { .lexicon = corpus->lexicon };
    struct gather gather = { 0 };
    gather_reserve(&gather, corpus->tokens.count + 1);
    for (uint32_t i = 0; i < corpus->tokens.count; i++) {
        const struct token_facts *facts = &reading->tokens.items[i];
        if (!facts->name)
            continue;
        const struct english_word *word = &reading->words.items[facts->word];
        romanise_add(&romanise, word->text, word->length, i);
    }
    for (size_t i = 0; i < corpus->source->count; i++) {
        struct span span = corpus->source->sentences[i].span;
        romanise_find(&romanise, corpus->source->text, span.start, span.end, found_name, &gather);
        gather_end_row(&gather, &corpus->names);
    }
    gather_free(&gather);
    romanise_free(&romanise);
}

/* ---- all of it ---- */

bool corpus_is_han(const struct side *side)
{
    size_t han = 0, latin = 0;
    bool word = false;
    for (size_t i = 0; i < side->count; i++) {
        struct span span = side->sentences[i].span;
        for (size_t at = span.start; at < span.end;) {
            uint32_t code;
            at += utf8_decode(side->text + at, span.end - at, &code);
            bool letter = (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
            latin += letter && !word;
            han += utf8_is_han(code);
            word = letter;
        }
    }
    return han > latin;
}

static double character_ratio(const struct corpus *corpus)
{
    double source = 0, target = 0;
    for (size_t i = 0; i < corpus->source_passages.count; i++)
        source += corpus->source_passages.items[i].length;
    for (size_t i = 0; i < corpus->target_passages.count; i++)
        target += corpus->target_passages.items[i].length;
    return source > 0 && target > 0 ? target / source : 1;
}

void corpus_build(struct corpus *corpus, const struct side *source, const struct side *target,
                  const struct lexicon *lexicon)
{
    struct reading reading = { .corpus = corpus };
    *corpus = (struct corpus){ .source = source, .target = target, .lexicon = lexicon };
    passages_read(&corpus->source_passages, source, corpus_is_han(source));
    passages_read(&corpus->target_passages, target, corpus_is_han(target));
    corpus->ratio = character_ratio(corpus);
    read_target(&reading);
    measure_tokens(&reading);
    find_names(&reading); /* before the list of words serves for the source */
    read_source(&reading);
    find_renderings(corpus);
    vocabulary_free(&reading.small);
    english_words_free(&reading.words);
    free(reading.tokens.items);
    characters_free(&reading.characters);
    gather_free(&reading.all);
    gather_free(&reading.main);
    gather_free(&reading.places);
}

void corpus_free(struct corpus *corpus)
{
    vocabulary_free(&corpus->tokens);
    vocabulary_free(&corpus->units);
    rows_free(&corpus->sentences);
    rows_free(&corpus->all);
    rows_free(&corpus->places);
    rows_free(&corpus->main);
    rows_free(&corpus->renders);
    rows_free(&corpus->learned);
    rows_free(&corpus->names);
    passages_free(&corpus->source_passages);
    passages_free(&corpus->target_passages);
    free(corpus->inverse);
    free(corpus->source_size);
}
