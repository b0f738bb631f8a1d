#include "align/sentence_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/name_romanisation.h"
#include "language/name_sounds.h"
#include "language/pinyin.h"
#include "text/ascii.h"
#include "text/utf8.h"

/* ---- proper nouns ---- */

/* Headline case, which makes anything a name. */
static bool is_headline(const struct english_word *words, size_t count)
{
    size_t capitals = 0, letters = 0;
    for (size_t i = 0; i < count; i++) {
        bool digit = words[i].text[0] >= '0' && words[i].text[0] <= '9';
        if (digit || english_is_stop(words[i].text, words[i].length))
            continue;
        letters++;
        capitals += words[i].capital;
    }
    return letters > 3 && capitals * 10 > letters * 7;
}

/* Whether a word behind the first has a capital letter. */
static bool has_capital(const struct english_word *words, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (words[i].capital)
            return true;
    }
    return false;
}

static uint32_t token_of(const struct corpus *corpus, const struct english_word *word)
{
    char stem[ENGLISH_WORD_LIMIT + 2];
    size_t length = english_stem(word->text, word->length, stem);
    return string_ids_find(&corpus->tokens, stem, length);
}

/* Words with a capital letter that are not the first of their sentence and stand nowhere without.
 */
static void mark_proper(struct corpus *corpus, const struct target_words *target)
{
    corpus->proper = xcalloc(corpus->tokens.count + 1, sizeof *corpus->proper);
    corpus->capital = xcalloc(corpus->tokens.count + 1, sizeof *corpus->capital);
    for (size_t i = 0; i < corpus->tokens.count; i++)
        corpus->capital[i] = target->tokens.items[i].name && !target->tokens.items[i].small;
    for (size_t i = 0; i < corpus->target->count; i++) {
        size_t count = target->starts[i + 1] - target->starts[i];
        if (count < 2) /* also where there are no words at all, and no place to point to */
            continue;
        const struct english_word *words = target->words.items + target->starts[i];
        if (!has_capital(words, count) || is_headline(words, count))
            continue;
        for (size_t k = 1; k < count; k++) {
            uint32_t token = words[k].capital && string_ids_find(&target->small, words[k].text,
                                                                 words[k].length) == STRING_IDS_NONE
                                 ? token_of(corpus, &words[k])
                                 : STRING_IDS_NONE;
            if (token != STRING_IDS_NONE)
                corpus->proper[token] = true;
        }
    }
}

#define SENTENCES_BETWEEN_CALLS 256

static bool may_go_on(size_t sentence, bool (*go_on)(void *data, double done), void *data)
{
    return go_on == NULL || sentence % SENTENCES_BETWEEN_CALLS != 0 || go_on(data, 0);
}

/* ---- pinyin ---- */

#define JOINED 0x80000000U /* a name of two words */

/* 1 for a name as it is, 2 for one with its other word. */
static void found_name(void *data, uint32_t id, struct span place)
{
    (void)place;
    struct gather *gather = data;
    float value = (id & JOINED) != 0 ? 2 : 1;
    uint32_t token = id & ~JOINED;
    if (gather->values[token] < value)
        sparse_rows_gather_add(gather, token, value - gather->values[token]);
}

static bool is_pinyin(const struct english_word *word)
{
    unsigned char lengths[PINYIN_MOST];
    return word->capital && word->length >= 2 &&
           pinyin_segment(word->text, word->length, lengths) > 0;
}

/* "Tang Fei" is sought as one string, which is surer than either of its words. */
static void add_joined(struct romanise *romanise, const struct corpus *corpus,
                       const struct target_words *target)
{
    for (size_t i = 0; i + 1 < target->words.count; i++) {
        const struct english_word *one = &target->words.items[i], *two = one + 1;
        char joined[2 * ENGLISH_WORD_LIMIT + 2];
        if (two->span.start > one->span.end + 2 || !is_pinyin(one) || !is_pinyin(two))
            continue;
        memcpy(joined, one->text, one->length);
        memcpy(joined + one->length, two->text, two->length);
        for (size_t k = 0; k < 2; k++) {
            uint32_t token = token_of(corpus, k == 0 ? one : two);
            if (token != STRING_IDS_NONE)
                name_romanisation_add(romanise, joined, (size_t)one->length + two->length,
                                      token | JOINED);
        }
    }
}

static bool find_readings(struct corpus *corpus, const struct target_words *target,
                          bool (*go_on)(void *data, double done), void *data)
{
    bool ok = true;
    struct romanise romanise = { .lexicon = corpus->lexicon };
    struct gather gather = { 0 };
    sparse_rows_gather_reserve(&gather, corpus->tokens.count + 1);
    for (uint32_t i = 0; i < corpus->tokens.count; i++) {
        const struct token_facts *facts = &target->tokens.items[i];
        if (!facts->name)
            continue;
        const struct english_word *word = &target->words.items[facts->word];
        name_romanisation_add(&romanise, word->text, word->length, i);
    }
    if (corpus->loose)
        add_joined(&romanise, corpus, target);
    for (size_t i = 0; ok && i < corpus->source->count; i++) {
        ok = may_go_on(i, go_on, data);
        struct span span = corpus->source->sentences[i].span;
        name_romanisation_find(&romanise, corpus->source->text, span.start, span.end, found_name,
                               &gather);
        sparse_rows_gather_end_row(&gather, &corpus->names);
    }
    sparse_rows_gather_free(&gather);
    name_romanisation_free(&romanise);
    return ok;
}

/* ---- transliterations ---- */

#define RENDERED 0.3F /* what is rendered as surely as this needs no other guise */
#define LETTERS_LEAST 4
#define CHARACTERS_LEAST 2
#define CHARACTERS_MOST 8
#define CONSONANTS_LEAST 2

/* How alike what is written with two, three or more characters must sound. */
static float likeness_least(size_t characters)
{
    return characters == 2 ? 0.88F : characters == 3 ? 0.75F : 0.72F;
}

struct sounding {
    uint32_t token;
    struct name_sounds sounds;
};

struct soundings {
    struct sounding *items;
    size_t count;
    size_t capacity;
    size_t work;       /* comparisons still allowed */
    struct span *best; /* by token: where it is in the sentence at hand */
};

static bool is_letters(const struct english_word *word)
{
    size_t letters = 0;
    while (letters < word->length && ascii_is_small(word->text[letters]))
        letters++;
    return letters == word->length && letters >= LETTERS_LEAST;
}

/* The proper nouns that no unit of the source renders. */
static void list_soundings(const struct corpus *corpus, const struct target_words *target,
                           struct soundings *list)
{
    bool *rendered = xcalloc(corpus->tokens.count + 1, sizeof *rendered);
    for (size_t i = 0; i < corpus->renders.count; i++) {
        if (corpus->renders.items[i].weight > RENDERED)
            rendered[corpus->renders.items[i].id] = true;
    }
    for (uint32_t i = 0; i < corpus->tokens.count; i++) {
        size_t first = target->tokens.items[i].word;
        if (!corpus->proper[i] || rendered[i] || first == SIZE_MAX ||
            !is_letters(&target->words.items[first]))
            continue;
        struct sounding sounding = { .token = i };
        const struct english_word *word = &target->words.items[first];
        name_sounds_read(&sounding.sounds, word->text, word->length);
        if (sounding.sounds.consonants >= CONSONANTS_LEAST)
            VECTOR_PUSH(list, sounding);
    }
    free(rendered);
}

/* Compares a run of characters with all names. */
static void compare_run(struct soundings *list, const struct name_sounds *han, size_t characters,
                        struct span span, struct gather *gather)
{
    float least = likeness_least(characters);
    for (size_t k = 0; k < list->count && list->work > 0; k++) {
        const struct sounding *name = &list->items[k];
        if (name->sounds.consonants > han->consonants + 1 ||
            han->consonants > name->sounds.consonants + 1)
            continue;
        list->work--;
        float score = name_sounds_compare(&name->sounds, han, least);
        float before = gather->values[name->token];
        if (score <= before)
            continue;
        sparse_rows_gather_add(gather, name->token, score - before);
        list->best[name->token] = span;
    }
}

/* All runs that begin at a byte. */
static void sound_at(struct soundings *list, const char *text, size_t start, size_t end,
                     struct gather *gather)
{
    struct name_sounds han = { .count = 0 };
    size_t at = start;
    for (size_t characters = 1; characters <= CHARACTERS_MOST && at < end; characters++) {
        uint32_t code;
        at += utf8_decode(text + at, end - at, &code);
        if (!name_sounds_add(&han, code))
            break;
        if (characters >= CHARACTERS_LEAST && han.consonants >= CONSONANTS_LEAST)
            compare_run(list, &han, characters, (struct span){ start, at }, gather);
    }
}

static bool find_sounds(struct corpus *corpus, const struct target_words *target,
                        bool (*go_on)(void *data, double done), void *data)
{
    bool ok = true;
    struct soundings list = { .work = SENTENCE_NAMES_WORK };
    struct gather gather = { 0 };
    size_t capacity = 0;
    if (corpus->loose)
        list_soundings(corpus, target, &list);
    list.best = xcalloc(corpus->tokens.count + 1, sizeof *list.best);
    sparse_rows_gather_reserve(&gather, corpus->tokens.count + 1);
    for (size_t i = 0; ok && i < corpus->source->count; i++) {
        ok = may_go_on(i, go_on, data);
        struct span span = corpus->source->sentences[i].span;
        const char *text = corpus->source->text;
        uint32_t code;
        for (size_t at = span.start; at < span.end && list.count > 0;
             at += utf8_decode(text + at, span.end - at, &code))
            sound_at(&list, text, at, span.end, &gather);
        corpus->sound_spans =
            vector_grow(corpus->sound_spans, &capacity,
                        corpus->sounds.count + gather.touched_count + 1, sizeof(struct span));
        for (size_t k = 0; k < gather.touched_count; k++)
            corpus->sound_spans[corpus->sounds.count + k] = list.best[gather.touched[k]];
        sparse_rows_gather_end_row(&gather, &corpus->sounds);
    }
    sparse_rows_gather_free(&gather);
    free(list.items);
    free(list.best);
    return ok;
}

bool sentence_names_find(struct corpus *corpus, const struct target_words *target,
                         bool (*go_on)(void *data, double done), void *data)
{
    mark_proper(corpus, target);
    return find_readings(corpus, target, go_on, data) && find_sounds(corpus, target, go_on, data);
}
