#include "align/sentence_model.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "align/sentence_names.h"
#include "align/sentence_reading.h"
#include "align/sentence_renderings.h"
#include "language/english_stem.h"
#include "text/utf8.h"

/* Of a unit that the segmentation does not choose. */
#define WEIGHT_PART 0.35F
#define WEIGHT_CHARACTER 0.08F
/* The likelihood of a token: counts smoothed as if there were 3,000 words. */
#define SMOOTHING 0.25
#define SMOOTHED_WORDS 3000

/* What is read of a sentence: a text without any full stop would else be held against every sentence
 * of the other text as a whole. */
#define SENTENCE_MOST 2400 /* bytes */
#define SENTENCES_BETWEEN_CALLS 1024

static struct span read_part(const struct side *side, size_t sentence)
{
    struct span span = side->sentences[sentence].span;
    if (span.end - span.start > SENTENCE_MOST)
        span.end = span.start + SENTENCE_MOST;
    while (span.end < side->sentences[sentence].span.end &&
           ((unsigned char)side->text[span.end] & 0xC0) == 0x80)
        span.end--;
    return span;
}

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

/* Which words of the lexicon begin there: bit k for one of k characters, from two on. */
static unsigned words_at(const struct lexicon *lexicon, const char *text,
                         const struct characters *characters, size_t first)
{
    const char *start = text + characters->at[first];
    size_t run = run_of_han(characters, first);
    unsigned words = 0;
    for (size_t count = 2; count <= run; count++) {
        size_t length = characters->at[first + count] - characters->at[first];
        words |= (unsigned)(lexicon_word(lexicon, start, length) != LEXICON_NONE) << count;
    }
    return words;
}

/* The longest of them, in characters; 1 when there is none. */
static size_t longest_of(unsigned words)
{
    size_t longest = 1;
    for (size_t count = 2; count <= LEXICON_WORD_LIMIT; count++)
        longest = (words >> count & 1) != 0 ? count : longest;
    return longest;
}

/* ---- the target ---- */

struct reading {
    struct corpus *corpus;
    struct target_words target;
    struct english_words words; /* of a source sentence */
    struct characters characters;
    struct gather all;
    struct gather main;
    struct gather places; /* weight times place */
    float place;          /* of what is being read */
    bool (*go_on)(void *data, double done);
    void *data;
};

/* Asks the caller now and then, while sentences are gone through. */
static bool may_go_on(const struct reading *reading, size_t sentence)
{
    return reading->go_on == NULL || sentence % SENTENCES_BETWEEN_CALLS != 0 ||
           reading->go_on(reading->data, 0);
}

static uint32_t add_token(struct reading *reading, const char *text, size_t length, size_t word)
{
    uint32_t token = string_ids_add(&reading->corpus->tokens, text, length);
    if (token == reading->target.tokens.count)
        VECTOR_PUSH(&reading->target.tokens, (struct token_facts){ .word = word });
    reading->target.tokens.items[token].count++;
    sparse_rows_push(&reading->corpus->sentences, token, 1);
    return token;
}

static void read_target_word(struct reading *reading, size_t index)
{
    const struct english_word *word = &reading->target.words.items[index];
    char stem[ENGLISH_WORD_LIMIT + 2];
    if (english_is_stop(word->text, word->length))
        return;
    size_t length = english_stem(word->text, word->length, stem);
    uint32_t token = add_token(reading, stem, length, index);
    if (word->capital &&
        string_ids_find(&reading->target.small, word->text, word->length) == STRING_IDS_NONE)
        reading->target.tokens.items[token].name = true;
    else
        reading->target.tokens.items[token].small = true;
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
        size_t size = longest_of(words_at(reading->corpus->lexicon, text, characters, i));
        add_token(reading, text + characters->at[i], characters->at[i + size] - characters->at[i],
                  SIZE_MAX);
        i += size;
    }
}

/* Words first, since whether one is a name depends on the whole text. */
static bool read_target(struct reading *reading)
{
    const struct side *side = reading->corpus->target;
    struct target_words *target = &reading->target;
    target->starts = xreallocarray(NULL, side->count + 1, sizeof *target->starts);
    target->starts[0] = 0;
    bool ok = true;
    for (size_t i = 0; i < side->count && ok; i++) {
        struct span span = read_part(side, i);
        english_words_add(&target->words, side->text, span.start, span.end);
        target->starts[i + 1] = target->words.count;
        ok = may_go_on(reading, i);
    }
    for (size_t i = 0; i < target->words.count && ok; i++) {
        const struct english_word *word = &target->words.items[i];
        if (!word->capital)
            string_ids_add(&target->small, word->text, word->length);
        ok = may_go_on(reading, i);
    }
    for (size_t i = 0; i < side->count && ok; i++) {
        for (size_t k = target->starts[i]; k < target->starts[i + 1]; k++)
            read_target_word(reading, k);
        read_target_han(reading, read_part(side, i));
        sparse_rows_end(&reading->corpus->sentences);
        ok = may_go_on(reading, i);
    }
    return ok;
}

static void measure_tokens(struct reading *reading)
{
    struct corpus *corpus = reading->corpus;
    double total = (double)corpus->sentences.count + SMOOTHING * SMOOTHED_WORDS;
    corpus->inverse = xcalloc(corpus->tokens.count + 1, sizeof *corpus->inverse);
    for (size_t i = 0; i < corpus->tokens.count; i++)
        corpus->inverse[i] = (float)(total / (reading->target.tokens.items[i].count + SMOOTHING));
}

/* ---- the source ---- */

static void add_unit(struct reading *reading, const char *text, size_t length, float weight,
                     bool main)
{
    uint32_t unit = string_ids_add(&reading->corpus->units, text, length);
    sparse_rows_gather_reserve(&reading->all, unit + (size_t)1);
    sparse_rows_gather_reserve(&reading->main, unit + (size_t)1);
    sparse_rows_gather_reserve(&reading->places, unit + (size_t)1);
    sparse_rows_gather_add(&reading->all, unit, weight);
    sparse_rows_gather_add(&reading->places, unit, weight * reading->place);
    if (main)
        sparse_rows_gather_add(&reading->main, unit, 1);
}

/* All words of the lexicon that begin at the character; `chosen` is the size of the one that the
 * segmentation has there, 0 when it has none. */
static void read_words_at(struct reading *reading, size_t first, unsigned words, size_t chosen)
{
    const struct characters *characters = &reading->characters;
    const char *text = reading->corpus->source->text + characters->at[first];
    for (size_t count = 1; count <= LEXICON_WORD_LIMIT; count++) {
        if (count > 1 && (words >> count & 1) == 0)
            continue;
        size_t length = characters->at[first + count] - characters->at[first];
        float weight = count == chosen ? 1 : count == 1 ? WEIGHT_CHARACTER : WEIGHT_PART;
        add_unit(reading, text, length, weight, count == chosen);
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
        unsigned words = words_at(reading->corpus->lexicon, text, characters, i);
        if (i >= next) {
            chosen = longest_of(words);
            next = i + chosen;
        }
        reading->place = ((float)i + 0.5F) / (float)characters->count;
        read_words_at(reading, i, words, chosen);
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
        if (string_ids_find(&reading->corpus->tokens, stem, length) != STRING_IDS_NONE)
            add_unit(reading, stem, length, 1, true);
    }
}

/* Ends the rows of a source sentence. */
static void end_sentence(struct reading *reading)
{
    struct corpus *corpus = reading->corpus;
    for (size_t k = 0; k < reading->all.touched_count; k++) {
        uint32_t unit = reading->all.touched[k];
        sparse_rows_push(&corpus->places, unit,
                         reading->places.values[unit] / reading->all.values[unit]);
    }
    sparse_rows_end(&corpus->places);
    sparse_rows_gather_clear(&reading->places);
    sparse_rows_gather_end_row(&reading->all, &corpus->all);
    sparse_rows_gather_end_row(&reading->main, &corpus->main);
}

static bool read_source(struct reading *reading)
{
    struct corpus *corpus = reading->corpus;
    const struct side *side = corpus->source;
    corpus->source_size = xcalloc(side->count + 1, sizeof *corpus->source_size);
    bool ok = true;
    for (size_t i = 0; i < side->count && ok; i++) {
        read_source_han(reading, read_part(side, i));
        read_source_words(reading, read_part(side, i));
        for (size_t k = 0; k < reading->main.touched_count; k++)
            corpus->source_size[i] += reading->main.values[reading->main.touched[k]];
        end_sentence(reading);
        ok = may_go_on(reading, i);
    }
    return ok;
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

bool corpus_build(struct corpus *corpus, const struct side *source, const struct side *target,
                  const struct lexicon *lexicon, bool (*go_on)(void *data, double done), void *data)
{
    struct reading reading = { .corpus = corpus, .go_on = go_on, .data = data };
    *corpus = (struct corpus){
        .source = source,
        .target = target,
        .lexicon = lexicon,
        .loose = corpus->loose,
        .kin = corpus->kin,
        .words = corpus->words,
    };
    bool ok = sentence_shape_read(&corpus->source_passages, source, go_on, data) &&
              sentence_shape_read(&corpus->target_passages, target, go_on, data);
    corpus->ratio = character_ratio(corpus);
    ok = ok && may_go_on(&reading, 0);
    if (ok && !corpus->loose) {
        identities_find(&corpus->identities, source, target);
        ok = may_go_on(&reading, 0);
    }
    ok = ok && read_target(&reading);
    if (ok) {
        measure_tokens(&reading);
        ok = read_source(&reading) && may_go_on(&reading, 0);
    }
    ok = ok && sentence_renderings_find(corpus, go_on, data) && may_go_on(&reading, 0) &&
         sentence_names_find(corpus, &reading.target, go_on, data);
    string_ids_free(&reading.target.small);
    english_words_free(&reading.target.words);
    free(reading.target.starts);
    free(reading.target.tokens.items);
    english_words_free(&reading.words);
    characters_free(&reading.characters);
    sparse_rows_gather_free(&reading.all);
    sparse_rows_gather_free(&reading.main);
    sparse_rows_gather_free(&reading.places);
    return ok;
}

void corpus_free(struct corpus *corpus)
{
    string_ids_free(&corpus->tokens);
    string_ids_free(&corpus->units);
    sparse_rows_free(&corpus->sentences);
    sparse_rows_free(&corpus->all);
    sparse_rows_free(&corpus->places);
    sparse_rows_free(&corpus->main);
    sparse_rows_free(&corpus->renders);
    sparse_rows_free(&corpus->learned);
    sparse_rows_free(&corpus->names);
    sparse_rows_free(&corpus->sounds);
    free(corpus->sound_spans);
    free(corpus->proper);
    free(corpus->capital);
    sentence_shape_free(&corpus->source_passages);
    sentence_shape_free(&corpus->target_passages);
    identities_free(&corpus->identities);
    free(corpus->inverse);
    free(corpus->source_size);
}
