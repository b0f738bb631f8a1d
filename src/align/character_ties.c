#include "align/character_ties.h"

#include <math.h>
#include <stdlib.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/lexicon_ties.h"
#include "text/utf8.h"

#define COMMON_WORDS 30.0F /* that a character as rare as can be stands in */
#define ABSENT (-1.0F)     /* compared as it was set */

void character_ties_read(struct string_ids *characters, const struct side *side,
                         struct rows *sentences)
{
    struct gather gather = { 0 };
    for (size_t i = 0; i < side->count; i++) {
        struct span span = side->sentences[i].span;
        for (size_t at = span.start, size; at < span.end; at += size) {
            uint32_t code;
            size = utf8_decode(side->text + at, span.end - at, &code);
            if (!utf8_is_han(code))
                continue;
            uint32_t character = string_ids_add(characters, side->text + at, size);
            sparse_rows_gather_reserve(&gather, (size_t)character + 1);
            if (gather.values[character] == 0)
                sparse_rows_gather_add(&gather, character, 1);
        }
        sparse_rows_gather_end_row(&gather, sentences);
    }
    sparse_rows_gather_free(&gather);
}

static void count_sentences(struct character_ties *ties)
{
    ties->having = xcalloc(ties->characters.count + 1, sizeof *ties->having);
    for (size_t i = 0; i < ties->sentences.count; i++)
        ties->having[ties->sentences.items[i].id]++;
}

float character_ties_rare(const struct lexicon *lexicon, const struct string_ids *characters,
                          uint32_t character)
{
    uint32_t code;
    utf8_decode(string_ids_text(characters, character), string_ids_length(characters, character),
                &code);
    float words = (float)lexicon_word_count(lexicon) + 1;
    float having = (float)lexicon_words_with(lexicon, code) + 1;
    float rare = words > COMMON_WORDS ? logf(words / having) / logf(words / COMMON_WORDS) : 1;
    return rare > 1 ? 1 : rare;
}

static void weigh_characters(struct character_ties *ties, const struct lexicon *lexicon)
{
    ties->rare = xcalloc(ties->characters.count + 1, sizeof *ties->rare);
    ties->strongest = xcalloc(ties->characters.count + 1, sizeof *ties->strongest);
    for (uint32_t i = 0; i < ties->characters.count; i++) {
        ties->rare[i] = character_ties_rare(lexicon, &ties->characters, i);
        ties->strongest[i] = ABSENT;
    }
}

/* The character's number in the source, STRING_IDS_NONE when it has it not. */
static uint32_t find_character(const struct character_ties *ties, uint32_t code)
{
    char bytes[4];
    return string_ids_find(&ties->characters, bytes, utf8_encode(code, bytes));
}

/* ---- ties ---- */

/* One character of one word that was added to the lexicon at run time, of which the compiled ties
 * do not know; STRING_IDS_NONE for the word as a whole. */
struct bond {
    uint32_t stem;
    uint32_t character;
    float weight;
};

struct bonds {
    struct bond *items;
    size_t count;
    size_t capacity;
};

static int compare_bonds(const void *a, const void *b)
{
    const struct bond *one = a, *other = b;
    if (one->stem != other->stem)
        return one->stem < other->stem ? -1 : 1;
    return one->character < other->character ? -1 : one->character > other->character;
}

static void list_added(const struct character_ties *ties, const struct lexicon *lexicon,
                       struct bonds *bonds)
{
    size_t words = lexicon_word_count(lexicon);
    for (size_t word = lexicon_compiled_words(lexicon); word < words; word++) {
        const struct lexicon_pair *pairs;
        uint32_t codes[LEXICON_TIE_WORD];
        size_t length, count = lexicon_renderings(lexicon, (uint32_t)word, &pairs);
        const char *text = lexicon_added_text(lexicon, (uint32_t)word, &length);
        size_t characters = lexicon_ties_characters(text, length, codes);
        for (size_t i = 0; i < count && characters > 0; i++) {
            if (pairs[i].weight < LEXICON_TIE_LEAST)
                continue;
            VECTOR_PUSH(bonds, (struct bond){ pairs[i].stem, STRING_IDS_NONE, pairs[i].weight });
            for (size_t k = 0; k < characters; k++) {
                uint32_t character = find_character(ties, codes[k]);
                if (character != STRING_IDS_NONE)
                    VECTOR_PUSH(bonds, (struct bond){ pairs[i].stem, character, pairs[i].weight });
            }
        }
    }
    if (bonds->count > 1)
        qsort(bonds->items, bonds->count, sizeof *bonds->items, compare_bonds);
}

/* Adds to `sums`, by character, what the lexicon was compiled with; the total of all words. */
static float gather_compiled(const struct character_ties *ties, const struct lexicon *lexicon,
                             uint32_t stem, struct gather *sums)
{
    const struct lexicon_tie *items;
    size_t count = lexicon_ties(lexicon, stem, &items);
    for (size_t i = 1; i < count; i++) {
        uint32_t character = find_character(ties, items[i].code);
        if (character != STRING_IDS_NONE)
            sparse_rows_gather_add(sums, character, items[i].weight);
    }
    return count > 0 ? items[0].weight : 0;
}

static float gather_added(const struct bonds *bonds, uint32_t stem, struct gather *sums)
{
    size_t low = 0;
    float total = 0;
    BISECT(low, bonds->count, bonds->items[low].stem >= stem);
    for (; low < bonds->count && bonds->items[low].stem == stem; low++) {
        if (bonds->items[low].character == STRING_IDS_NONE)
            total += bonds->items[low].weight;
        else
            sparse_rows_gather_add(sums, bonds->items[low].character, bonds->items[low].weight);
    }
    return total;
}

static void tie_tokens(struct character_ties *ties, const struct corpus *corpus)
{
    struct bonds bonds = { 0 };
    struct gather sums = { 0 };
    list_added(ties, corpus->lexicon, &bonds);
    sparse_rows_gather_reserve(&sums, ties->characters.count + 1);
    for (uint32_t token = 0; token < corpus->tokens.count; token++) {
        uint32_t stem = lexicon_stem(corpus->lexicon, string_ids_text(&corpus->tokens, token),
                                     string_ids_length(&corpus->tokens, token));
        float total = 0;
        if (stem != LEXICON_NONE)
            total = gather_compiled(ties, corpus->lexicon, stem, &sums) +
                    gather_added(&bonds, stem, &sums);
        for (size_t i = 0; i < sums.touched_count; i++) {
            uint32_t character = sums.touched[i];
            sparse_rows_push(&ties->tokens, character,
                             sums.values[character] / total * ties->rare[character]);
        }
        sparse_rows_end(&ties->tokens);
        sparse_rows_gather_clear(&sums);
    }
    sparse_rows_gather_free(&sums);
    free(bonds.items);
}

/* ---- all of it ---- */

void character_ties_build(struct character_ties *ties, const struct corpus *corpus)
{
    *ties = (struct character_ties){ 0 };
    character_ties_read(&ties->characters, corpus->source, &ties->sentences);
    count_sentences(ties);
    weigh_characters(ties, corpus->lexicon);
    tie_tokens(ties, corpus);
}

void character_ties_free(struct character_ties *ties)
{
    string_ids_free(&ties->characters);
    sparse_rows_free(&ties->sentences);
    sparse_rows_free(&ties->tokens);
    free(ties->rare);
    free(ties->having);
    free(ties->strongest);
}

/* ---- one sentence ---- */

static void set_strongest(struct character_ties *ties, size_t sentence, float value)
{
    const struct weighted *items;
    size_t count = sparse_rows_at(&ties->sentences, sentence, &items);
    for (size_t i = 0; i < count; i++)
        ties->strongest[items[i].id] = value;
}

void character_ties_mark(struct character_ties *ties, size_t sentence)
{
    set_strongest(ties, sentence, 0);
}

void character_ties_clear(struct character_ties *ties, size_t sentence)
{
    set_strongest(ties, sentence, ABSENT);
}

float character_ties_token(struct character_ties *ties, uint32_t token, float worth)
{
    const struct weighted *items;
    size_t count = sparse_rows_at(&ties->tokens, token, &items);
    float sum = 0;
    for (size_t i = 0; i < count; i++) {
        float *strongest = &ties->strongest[items[i].id];
        if (*strongest < 0)
            continue;
        sum += items[i].weight;
        *strongest = items[i].weight * worth > *strongest ? items[i].weight * worth : *strongest;
    }
    return sum < 1 ? sum : 1;
}
