#include "dictionary/lexicon_build.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/english_stem.h"
#include "dictionary/lexicon_file.h"
#include "dictionary/lexicon_ties.h"
#include "dictionary/rendering.h"
#include "text/utf8.h"

#define MEANINGS_POWER 1.7
#define SYNONYMS_MOST                                                                              \
    12 /* one-stem glosses of a word that still has something like one meaning                     \
        */
#define SYNONYM_LEAST 0.015
#define WORDS_BETWEEN_CALLS 4096

/* One gloss of one word: its stems lie in `stems_of_glosses`. */
struct word_gloss {
    uint32_t word;
    uint32_t first;
    uint32_t count;
};

struct word_glosses {
    struct word_gloss *items;
    size_t count;
    size_t capacity;
};

struct stem_list {
    uint32_t *items;
    size_t count;
    size_t capacity;
};

struct readings {
    struct lexicon_reading *items; /* the syllable's number in order of appearance */
    size_t count;
    size_t capacity;
};

struct lexicon_builder {
    struct string_ids stems;
    struct string_ids words;
    struct string_ids syllables;
    struct word_glosses glosses;
    struct stem_list gloss_stems;
    struct readings readings;
    struct string_ids readers; /* characters that have a reading */
    size_t own;                /* words that no dictionary had until then */
    size_t plain;              /* words before those of grammar; 0 when there are none */
    struct english_words scratch;
};

/* One array of numbers and weights by owner: those of owner n begin at starts[n]. */
struct pair_table {
    uint32_t *starts;
    struct lexicon_pair *items;
    size_t count;
    size_t capacity;
};

struct lexicon_builder *lexicon_builder_new(void)
{
    return xcalloc(1, sizeof(struct lexicon_builder));
}

void lexicon_builder_free(struct lexicon_builder *builder)
{
    if (builder == NULL)
        return;
    string_ids_free(&builder->stems);
    string_ids_free(&builder->words);
    string_ids_free(&builder->syllables);
    string_ids_free(&builder->readers);
    free(builder->glosses.items);
    free(builder->gloss_stems.items);
    free(builder->readings.items);
    english_words_free(&builder->scratch);
    free(builder);
}

/* ---- entries ---- */

/* The next syllable of "Zhong1 guo2" in plain letters, ü as u; false at the end. */
static bool next_syllable(const char **pinyin, char out[LEXICON_SYLLABLE], size_t *length)
{
    while (**pinyin == ' ')
        ++*pinyin;
    if (**pinyin == '\0')
        return false;
    for (*length = 0; **pinyin != '\0' && **pinyin != ' '; ++*pinyin) {
        char c = **pinyin;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c >= 'a' && c <= 'z' && *length < LEXICON_SYLLABLE - 1)
            out[(*length)++] = c == 'v' ? 'u' : c;
    }
    out[*length] = '\0';
    return true;
}

static void add_reading(struct lexicon_builder *builder, uint32_t code, uint32_t syllable)
{
    for (size_t i = builder->readings.count; i > 0; i--) {
        const struct lexicon_reading *reading = &builder->readings.items[i - 1];
        if (builder->readings.count - i > 4)
            break; /* doubles are dropped when the table is sorted */
        if (reading->code == code && reading->syllable == syllable)
            return;
    }
    VECTOR_PUSH(&builder->readings, (struct lexicon_reading){ code, syllable });
}

static size_t count_syllables(const char *pinyin)
{
    char syllable[LEXICON_SYLLABLE];
    size_t length, count = 0;
    while (next_syllable(&pinyin, syllable, &length))
        count++;
    return count;
}

/* Characters learn how they are read from entries of their own, or, as long as they have none,
 * from the first longer one they stand in. */
static void add_readings(struct lexicon_builder *builder, const char *simplified,
                         const char *traditional, const char *pinyin)
{
    size_t size = strlen(simplified), other_size = strlen(traditional);
    size_t count = utf8_count(simplified, size);
    char syllable[LEXICON_SYLLABLE];
    size_t length;
    if (count != count_syllables(pinyin) || utf8_count(traditional, other_size) != count)
        return;
    for (size_t at = 0, other = 0; next_syllable(&pinyin, syllable, &length);) {
        uint32_t code, other_code;
        size_t step = utf8_decode(simplified + at, size - at, &code);
        size_t other_step = utf8_decode(traditional + other, other_size - other, &other_code);
        bool known = string_ids_find(&builder->readers, simplified + at, step) != STRING_IDS_NONE;
        if (utf8_is_han(code) && length > 0) {
            uint32_t number = string_ids_add(&builder->syllables, syllable, length);
            if (count == 1 || !known) {
                string_ids_add(&builder->readers, simplified + at, step);
                add_reading(builder, code, number);
                add_reading(builder, other_code, number);
            }
        }
        at += step;
        other += other_step;
    }
}

static void add_gloss(struct lexicon_builder *builder, const char *word, size_t first, size_t count)
{
    uint32_t number = string_ids_add(&builder->words, word, strlen(word));
    VECTOR_PUSH(&builder->glosses, (struct word_gloss){ number, (uint32_t)first, (uint32_t)count });
}

void lexicon_builder_add(struct lexicon_builder *builder, const char *simplified,
                         const char *traditional, const char *pinyin, const char *glosses)
{
    size_t length = strlen(glosses);
    struct span span;
    struct rendering gloss;
    if (pinyin != NULL)
        add_readings(builder, simplified, traditional != NULL ? traditional : simplified, pinyin);
    for (size_t at = 0; rendering_next(glosses, length, &at, &span);) {
        rendering_read(glosses + span.start, span.end - span.start, &builder->scratch, &gloss);
        if (gloss.count == 0)
            continue;
        size_t first = builder->gloss_stems.count;
        for (size_t i = 0; i < gloss.count; i++) {
            const char *stem = gloss.stems[i];
            uint32_t number = string_ids_add(&builder->stems, stem, strlen(stem));
            VECTOR_PUSH(&builder->gloss_stems, number);
        }
        add_gloss(builder, simplified, first, gloss.count);
        if (traditional != NULL && strcmp(traditional, simplified) != 0)
            add_gloss(builder, traditional, first, gloss.count);
    }
}

void lexicon_builder_add_own(struct lexicon_builder *builder, const char *word, const char *glosses)
{
    size_t before = builder->words.count;
    lexicon_builder_add(builder, word, NULL, NULL, glosses);
    builder->own += builder->words.count - before;
}

void lexicon_builder_add_word(struct lexicon_builder *builder, const char *word, size_t length)
{
    size_t before = builder->words.count;
    string_ids_add(&builder->words, word, length);
    builder->own += builder->words.count - before;
}

void lexicon_builder_go_on_with_grammar(struct lexicon_builder *builder)
{
    builder->plain = builder->words.count;
}

bool lexicon_builder_has_word(const struct lexicon_builder *builder, const char *word,
                              size_t length)
{
    return string_ids_find(&builder->words, word, length) != STRING_IDS_NONE;
}

/* ---- weights ---- */

/* The glosses by word, in the order of the entries. */
static void sort_glosses(struct lexicon_builder *builder, uint32_t *starts)
{
    const struct word_glosses *glosses = &builder->glosses;
    struct word_gloss *sorted = xreallocarray(NULL, glosses->count + 1, sizeof *sorted);
    for (size_t i = 0; i < glosses->count; i++)
        starts[glosses->items[i].word + 1]++;
    for (size_t i = 0; i < builder->words.count; i++)
        starts[i + 1] += starts[i];
    uint32_t *next = xreallocarray(NULL, builder->words.count + 1, sizeof *next);
    memcpy(next, starts, builder->words.count * sizeof *next);
    for (size_t i = 0; i < glosses->count; i++)
        sorted[next[glosses->items[i].word]++] = glosses->items[i];
    free(next);
    free(builder->glosses.items);
    builder->glosses.items = sorted;
    builder->glosses.capacity = glosses->count + 1;
}

static bool same_gloss(const struct lexicon_builder *builder, const struct word_gloss *a,
                       const struct word_gloss *b)
{
    const uint32_t *stems = builder->gloss_stems.items;
    return a->count == b->count &&
           memcmp(stems + a->first, stems + b->first, a->count * sizeof *stems) == 0;
}

static bool is_repeated(const struct lexicon_builder *builder, size_t first, size_t gloss)
{
    const struct word_gloss *items = builder->glosses.items;
    for (size_t i = first; i < gloss; i++) {
        if (same_gloss(builder, &items[i], &items[gloss]))
            return true;
    }
    return false;
}

/* The caller, who is asked now and then. */
struct listener {
    bool (*go_on)(void *data, double done); /* NULL none */
    void *data;
};

static bool may_go_on(const struct listener *listener, size_t word)
{
    return listener->go_on == NULL || word % WORDS_BETWEEN_CALLS != 0 ||
           listener->go_on(listener->data, 0);
}

/* Sums by stem: `sums` is 0 everywhere between uses, `touched` says where it is not. */
struct sums {
    double *values;
    struct stem_list touched;
};

static void sum_add(struct sums *sums, uint32_t stem, double value)
{
    if (sums->values[stem] == 0)
        VECTOR_PUSH(&sums->touched, stem);
    sums->values[stem] += value;
}

static void weigh_word(const struct lexicon_builder *builder, size_t first, size_t end,
                       struct sums *sums, struct pair_table *table)
{
    size_t distinct = 0;
    for (size_t i = first; i < end; i++) {
        const struct word_gloss *gloss = &builder->glosses.items[i];
        if (is_repeated(builder, first, i))
            continue;
        distinct++;
        for (uint32_t k = 0; k < gloss->count; k++)
            sum_add(sums, builder->gloss_stems.items[gloss->first + k],
                    rendering_share(gloss->count));
    }
    double meanings = pow((double)distinct, MEANINGS_POWER);
    for (size_t i = 0; i < sums->touched.count; i++) {
        uint32_t stem = sums->touched.items[i];
        double weight = sums->values[stem] / meanings;
        sums->values[stem] = 0;
        VECTOR_PUSH(table, (struct lexicon_pair){ stem, weight < 1 ? (float)weight : 1.0F });
    }
    sums->touched.count = 0;
}

static bool weigh_words(const struct lexicon_builder *builder, const uint32_t *starts,
                        const struct listener *listener, struct sums *sums,
                        struct pair_table *table)
{
    bool ok = true;
    table->starts = xcalloc(builder->words.count + 1, sizeof *table->starts);
    for (size_t word = 0; ok && word < builder->words.count; word++) {
        weigh_word(builder, starts[word], starts[word + 1], sums, table);
        table->starts[word + 1] = (uint32_t)table->count;
        ok = may_go_on(listener, word);
    }
    return ok;
}

/* ---- synonyms ---- */

/* The stems that are glosses of the word by themselves. */
static size_t single_stems(const struct lexicon_builder *builder, size_t first, size_t end,
                           uint32_t out[SYNONYMS_MOST + 1])
{
    size_t count = 0;
    for (size_t i = first; i < end && count <= SYNONYMS_MOST; i++) {
        const struct word_gloss *gloss = &builder->glosses.items[i];
        uint32_t stem = builder->gloss_stems.items[gloss->first];
        size_t k = 0;
        if (gloss->count != 1)
            continue;
        while (k < count && out[k] != stem)
            k++;
        if (k == count)
            out[count++] = stem;
    }
    return count <= SYNONYMS_MOST ? count : 0;
}

/* The words by each stem that is a gloss of theirs. */
static void words_by_stem(const struct lexicon_builder *builder, const uint32_t *starts,
                          uint32_t *stem_starts, struct stem_list *words)
{
    uint32_t stems[SYNONYMS_MOST + 1];
    for (size_t word = 0; word < builder->words.count; word++) {
        size_t count = single_stems(builder, starts[word], starts[word + 1], stems);
        for (size_t i = 0; i < count; i++)
            stem_starts[stems[i] + 1]++;
    }
    for (size_t i = 0; i < builder->stems.count; i++)
        stem_starts[i + 1] += stem_starts[i];
    VECTOR_RESERVE(words, stem_starts[builder->stems.count] + (size_t)1);
    uint32_t *next = xreallocarray(NULL, builder->stems.count + 1, sizeof *next);
    memcpy(next, stem_starts, (builder->stems.count + 1) * sizeof *next);
    for (size_t word = 0; word < builder->words.count; word++) {
        size_t count = single_stems(builder, starts[word], starts[word + 1], stems);
        for (size_t i = 0; i < count; i++)
            words->items[next[stems[i]]++] = (uint32_t)word;
    }
    free(next);
}

static void find_synonyms_of(const struct lexicon_builder *builder, const uint32_t *starts,
                             uint32_t stem, const uint32_t *words, size_t word_count,
                             struct sums *sums, struct pair_table *table)
{
    uint32_t stems[SYNONYMS_MOST + 1];
    for (size_t i = 0; i < word_count; i++) {
        size_t count = single_stems(builder, starts[words[i]], starts[words[i] + 1], stems);
        for (size_t k = 0; k < count; k++) {
            if (stems[k] != stem)
                sum_add(sums, stems[k], 1.0 / (double)count);
        }
    }
    for (size_t i = 0; i < sums->touched.count; i++) {
        uint32_t other = sums->touched.items[i];
        double weight = sums->values[other] / ((double)word_count + 1);
        sums->values[other] = 0;
        if (weight > SYNONYM_LEAST)
            VECTOR_PUSH(table, (struct lexicon_pair){ other, (float)weight });
    }
    sums->touched.count = 0;
}

static bool find_synonyms(const struct lexicon_builder *builder, const uint32_t *starts,
                          const struct listener *listener, struct sums *sums,
                          struct pair_table *table)
{
    bool ok = true;
    size_t count = builder->stems.count;
    uint32_t *stem_starts = xcalloc(count + 1, sizeof *stem_starts);
    struct stem_list words = { 0 };
    table->starts = xcalloc(count + 1, sizeof *table->starts);
    words_by_stem(builder, starts, stem_starts, &words);
    for (size_t stem = 0; ok && stem < count; stem++) {
        find_synonyms_of(builder, starts, (uint32_t)stem, words.items + stem_starts[stem],
                         stem_starts[stem + 1] - stem_starts[stem], sums, table);
        table->starts[stem + 1] = (uint32_t)table->count;
        ok = may_go_on(listener, stem);
    }
    free(stem_starts);
    free(words.items);
    return ok;
}

/* ---- readings ---- */

static int compare_syllables(const void *a, const void *b)
{
    return strcmp(a, b);
}

static int compare_readings(const void *a, const void *b)
{
    const struct lexicon_reading *one = a;
    const struct lexicon_reading *other = b;
    if (one->code != other->code)
        return one->code < other->code ? -1 : 1;
    return one->syllable < other->syllable ? -1 : one->syllable > other->syllable;
}

/* The syllables in order, the readings by character with the syllables' new numbers. Caller
 * frees the syllables. */
static char *sort_readings(struct lexicon_builder *builder)
{
    struct readings *readings = &builder->readings;
    size_t count = builder->syllables.count;
    char *syllables = xcalloc(count + 1, LEXICON_SYLLABLE);
    for (size_t i = 0; i < count; i++)
        memcpy(syllables + i * LEXICON_SYLLABLE, string_ids_text(&builder->syllables, (uint32_t)i),
               string_ids_length(&builder->syllables, (uint32_t)i));
    qsort(syllables, count, LEXICON_SYLLABLE, compare_syllables);
    for (size_t i = 0; i < readings->count; i++) {
        char text[LEXICON_SYLLABLE] = { 0 };
        uint32_t number = readings->items[i].syllable;
        memcpy(text, string_ids_text(&builder->syllables, number),
               string_ids_length(&builder->syllables, number));
        const char *found = bsearch(text, syllables, count, LEXICON_SYLLABLE, compare_syllables);
        readings->items[i].syllable = (uint32_t)((size_t)(found - syllables) / LEXICON_SYLLABLE);
    }
    if (readings->count > 0)
        qsort(readings->items, readings->count, sizeof *readings->items, compare_readings);
    size_t kept = 0;
    for (size_t i = 0; i < readings->count; i++) {
        if (kept == 0 || compare_readings(&readings->items[kept - 1], &readings->items[i]) != 0)
            readings->items[kept++] = readings->items[i];
    }
    readings->count = kept;
    return syllables;
}

/* ---- the file ---- */

struct lexicon_contents {
    const void *items;
    size_t count;
};

/* With what fills it up to a multiple of eight. */
static size_t size_of(const struct lexicon_contents *part, enum lexicon_part number)
{
    return (part->count * lexicon_item_size(number) + 7) / 8 * 8;
}

/* The head first and last, when the sum over the rest is known; room is made once, for a large file
 * stands beside all that it is made from. */
static void put(const struct lexicon_contents parts[PART_COUNT], struct lexicon_head head,
                struct buffer *out)
{
    size_t start = out->length;
    head.length = sizeof head;
    for (enum lexicon_part i = 0; i < PART_COUNT; i++) {
        head.length += size_of(&parts[i], i);
        head.counts[i] = parts[i].count;
    }
    buffer_reserve(out, (size_t)head.length);
    buffer_add(out, (const char *)&head, sizeof head);
    for (enum lexicon_part i = 0; i < PART_COUNT; i++) {
        size_t size = parts[i].count * lexicon_item_size(i);
        if (size > 0)
            buffer_add(out, parts[i].items, size);
        for (; size < size_of(&parts[i], i); size++)
            buffer_add_byte(out, '\0');
    }
    char *file = out->data + start;
    head.checksum =
        lexicon_file_checksum(head, file + sizeof head, (size_t)head.length - sizeof head);
    memcpy(file, &head, sizeof head);
}

/* False when stopped. */
static bool put_all(struct lexicon_builder *builder, const struct pair_table *synonyms,
                    const struct pair_table *pairs, const struct listener *listener,
                    struct lexicon_head head, struct buffer *out)
{
    const struct string_ids *stems = &builder->stems, *words = &builder->words;
    struct lexicon_ties ties = { 0 };
    lexicon_ties_build(&ties, words, stems->count, pairs->starts, pairs->items);
    bool ok = may_go_on(listener, 0);
    char *syllables = sort_readings(builder);
    const struct lexicon_contents parts[PART_COUNT] = {
        [PART_STEMS] = { stems->items, stems->count },
        [PART_STEM_SLOTS] = { stems->slots, stems->slot_count },
        [PART_SYNONYM_START] = { synonyms->starts, stems->count + 1 },
        [PART_SYNONYMS] = { synonyms->items, synonyms->count },
        [PART_WORDS] = { words->items, words->count },
        [PART_WORD_SLOTS] = { words->slots, words->slot_count },
        [PART_PAIR_START] = { pairs->starts, words->count + 1 },
        [PART_PAIRS] = { pairs->items, pairs->count },
        [PART_READINGS] = { builder->readings.items, builder->readings.count },
        [PART_SYLLABLES] = { syllables, builder->syllables.count },
        [PART_TIE_START] = { ties.starts, stems->count + 1 },
        [PART_TIES] = { ties.items, ties.count },
        [PART_HAN] = { ties.han, ties.han_count },
        [PART_STEM_TEXT] = { stems->arena, stems->arena_length },
        [PART_WORD_TEXT] = { words->arena, words->arena_length },
    };
    if (ok)
        put(parts, head, out);
    free(syllables);
    lexicon_ties_free(&ties);
    return ok && may_go_on(listener, 0);
}

/* What is known of words and stems by now needs them no more. */
static void forget_glosses(struct lexicon_builder *builder)
{
    free(builder->glosses.items);
    free(builder->gloss_stems.items);
    builder->glosses = (struct word_glosses){ 0 };
    builder->gloss_stems = (struct stem_list){ 0 };
}

bool lexicon_builder_finish(struct lexicon_builder *builder, uint64_t fingerprint,
                            bool (*go_on)(void *data, double done), void *data, struct buffer *out)
{
    const struct listener listener = { go_on, data };
    const struct lexicon_head head = { .magic = LEXICON_MAGIC,
                                 .fingerprint = fingerprint,
                                 .own_words = builder->own,
                                 .plain_words =
                                     builder->plain > 0 ? builder->plain : builder->words.count };
    struct sums sums = { .values = xcalloc(builder->stems.count + 1, sizeof *sums.values) };
    struct pair_table pairs = { 0 };
    struct pair_table synonyms = { 0 };
    uint32_t *starts = xcalloc(builder->words.count + 1, sizeof *starts);
    sort_glosses(builder, starts);
    bool ok = weigh_words(builder, starts, &listener, &sums, &pairs) &&
              find_synonyms(builder, starts, &listener, &sums, &synonyms) &&
              may_go_on(&listener, 0);
    forget_glosses(builder);
    free(starts);
    free(sums.values);
    free(sums.touched.items);
    ok = ok && put_all(builder, &synonyms, &pairs, &listener, head, out);
    free(pairs.starts);
    free(pairs.items);
    free(synonyms.starts);
    free(synonyms.items);
    return ok;
}
