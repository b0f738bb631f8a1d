#include "dictionary/dictionary_builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/string_ids.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/dictionary_file.h"
#include "dictionary/gloss.h"
#include "language/han.h"
#include "language/inflection.h"

struct records {
    struct dictionary_record *items;
    size_t count;
    size_t capacity;
};

struct head {
    const char *word; /* in the text, until the English words are added to it */
    uint32_t number;  /* as in HEADS */
};

struct heads {
    struct head *items;
    size_t count;
    size_t capacity;
};

struct posting {
    uint32_t word; /* number in the word list, then in the sorted one */
    uint32_t rank;
    uint32_t weight; /* headwords that begin with this one */
    uint32_t entry;
};

struct postings {
    struct posting *items;
    size_t count;
    size_t capacity;
};

struct dictionary_builder {
    struct records records;
    struct buffer text;
    size_t han_heads;
    size_t han_glosses;
    char languages[8]; /* as somebody says, "" guessed */
    struct heads heads;
    struct string_ids words; /* each with its NUL */
    struct postings postings;
    struct inflection_bases *bases; /* of each word of the list */
    uint32_t *latest;    /* of each word, one more than its last posting, 0 none */
};

struct dictionary_builder *dictionary_builder_new(void)
{
    return xcalloc(1, sizeof(struct dictionary_builder));
}

void dictionary_builder_free(struct dictionary_builder *builder)
{
    if (builder == NULL)
        return;
    free(builder->records.items);
    free(builder->heads.items);
    free(builder->postings.items);
    free(builder->bases);
    free(builder->latest);
    buffer_free(&builder->text);
    string_ids_free(&builder->words);
    free(builder);
}

size_t dictionary_builder_count(const struct dictionary_builder *builder)
{
    return builder->records.count;
}

static uint32_t add_text(struct dictionary_builder *builder, const char *text)
{
    size_t offset = builder->text.length;
    buffer_add(&builder->text, text, strlen(text) + 1);
    return (uint32_t)offset;
}

bool dictionary_builder_add(struct dictionary_builder *builder,
                            const struct dictionary_entry *entry)
{
    size_t need = strlen(entry->simplified) + strlen(entry->traditional) + strlen(entry->reading) +
                  strlen(entry->glosses) + 4;
    if (builder->records.count == DICTIONARY_ENTRIES_MOST ||
        need > DICTIONARY_TEXT_MOST - builder->text.length)
        return false;
    struct dictionary_record record;
    record.simplified = add_text(builder, entry->simplified);
    bool same = strcmp(entry->simplified, entry->traditional) == 0;
    record.traditional = same ? record.simplified : add_text(builder, entry->traditional);
    record.reading = add_text(builder, entry->reading);
    record.glosses = add_text(builder, entry->glosses);
    VECTOR_PUSH(&builder->records, record);
    builder->han_heads += han_any(entry->simplified);
    builder->han_glosses += han_any(entry->glosses);
    return true;
}

bool dictionary_builder_alias(struct dictionary_builder *builder, size_t index,
                              const char *headword)
{
    if (builder->records.count == DICTIONARY_ENTRIES_MOST ||
        strlen(headword) + 1 > DICTIONARY_TEXT_MOST - builder->text.length)
        return false;
    struct dictionary_record record = builder->records.items[index];
    record.simplified = record.traditional = add_text(builder, headword);
    VECTOR_PUSH(&builder->records, record);
    builder->han_heads += han_any(headword);
    builder->han_glosses += han_any(builder->text.data + record.glosses);
    return true;
}

/* The letters of a language's code; 0 none. */
static size_t code_length(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    return length == 2 || length == 3 ? length : 0;
}

bool dictionary_builder_are_languages(const char *languages)
{
    size_t from = code_length(languages);
    size_t to = from > 0 && languages[from] == '-' ? code_length(languages + from + 1) : 0;
    return to > 0 && languages[from + 1 + to] == '\0';
}

bool dictionary_builder_languages(struct dictionary_builder *builder, const char *languages)
{
    bool ok = dictionary_builder_are_languages(languages);
    if (ok)
        strcpy(builder->languages, languages);
    return ok;
}

static const char *text_at(const struct dictionary_builder *builder, uint32_t offset)
{
    return builder->text.data + offset;
}

/* --- headwords --- */

static int compare_heads(const void *left, const void *right)
{
    const struct head *a = left;
    const struct head *b = right;
    int order = strcmp(a->word, b->word);
    return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

static void sort_heads(struct dictionary_builder *builder)
{
    for (size_t i = 0; i < builder->records.count; i++) {
        const struct dictionary_record *record = &builder->records.items[i];
        uint32_t number = (uint32_t)i * 2;
        VECTOR_PUSH(&builder->heads, (struct head){ text_at(builder, record->simplified), number });
        if (record->traditional != record->simplified)
            VECTOR_PUSH(&builder->heads,
                        (struct head){ text_at(builder, record->traditional), number + 1 });
    }
    qsort(builder->heads.items, builder->heads.count, sizeof *builder->heads.items, compare_heads);
}

/* How many headwords begin with each simplified one: those follow it. The stack holds the
 * headwords that the current one begins with. */
static uint32_t *weigh_entries(const struct dictionary_builder *builder)
{
    const struct heads *heads = &builder->heads;
    uint32_t *weights = xcalloc(builder->records.count, sizeof *weights);
    size_t *stack = xreallocarray(NULL, heads->count, sizeof *stack);
    size_t depth = 0;
    for (size_t i = 0; i <= heads->count; i++) {
        while (depth > 0) {
            const struct head *top = &heads->items[stack[depth - 1]];
            if (i < heads->count &&
                strncmp(heads->items[i].word, top->word, strlen(top->word)) == 0)
                break;
            if (top->number % 2 == 0)
                weights[top->number / 2] = (uint32_t)(i - stack[depth - 1]);
            depth--;
        }
        stack[depth] = i;
        depth += i < heads->count;
    }
    free(stack);
    return weights;
}

/* --- English words --- */

/* Words of the glosses; an English headword is a gloss as well. */
static bool has_own_words(const char *headword)
{
    return !han_any(headword);
}

static void add_word(struct dictionary_builder *builder, const char *word)
{
    (void)string_ids_add(&builder->words, word, strlen(word) + 1);
}

static uint32_t find_word(const struct dictionary_builder *builder, const char *word)
{
    return string_ids_find(&builder->words, word, strlen(word) + 1);
}

static void collect_words(struct dictionary_builder *builder, struct gloss_walk *walk,
                          const char *text)
{
    gloss_begin(walk, text);
    while (gloss_next(walk)) {
        for (size_t i = 0; i < walk->count; i++)
            add_word(builder, gloss_word(walk, i));
    }
}

static bool is_known(const char *word, const void *context)
{
    return string_ids_find(context, word, strlen(word) + 1) != STRING_IDS_NONE;
}

static void find_bases(struct dictionary_builder *builder)
{
    size_t count = builder->words.count;
    builder->bases = xreallocarray(NULL, count + 1, sizeof *builder->bases);
    builder->latest = xcalloc(count + 1, sizeof *builder->latest);
    for (size_t i = 0; i < count; i++)
        inflection_known_bases(string_ids_text(&builder->words, (uint32_t)i), is_known, &builder->words,
                         &builder->bases[i]);
}

/* One posting for each word of an entry, with the best rank. */
static void post(struct dictionary_builder *builder, uint32_t word, const struct posting *posting)
{
    uint32_t latest = builder->latest[word];
    if (latest > 0 && builder->postings.items[latest - 1].entry == posting->entry) {
        struct posting *old = &builder->postings.items[latest - 1];
        if (posting->rank < old->rank)
            old->rank = posting->rank;
        return;
    }
    VECTOR_PUSH(&builder->postings, *posting);
    builder->postings.items[builder->postings.count - 1].word = word;
    builder->latest[word] = (uint32_t)builder->postings.count;
}

static void post_words(struct dictionary_builder *builder, struct gloss_walk *walk,
                       const char *text, uint32_t entry, uint32_t weight)
{
    gloss_begin(walk, text);
    while (gloss_next(walk)) {
        for (size_t i = 0; i < walk->count; i++) {
            bool alone = i == walk->first && walk->core == 1;
            uint32_t word = find_word(builder, gloss_word(walk, i));
            struct posting posting = { word, gloss_rank(alone, true, walk->sense), weight, entry };
            post(builder, word, &posting);
            posting.rank = gloss_rank(alone, false, walk->sense);
            for (size_t j = 0; j < builder->bases[word].count; j++)
                post(builder, find_word(builder, builder->bases[word].items[j]), &posting);
        }
    }
}

static void collect(struct dictionary_builder *builder, const uint32_t *weights)
{
    struct gloss_walk walk = { 0 };
    const struct records *records = &builder->records;
    for (size_t i = 0; i < records->count; i++) {
        const char *headword = text_at(builder, records->items[i].simplified);
        if (has_own_words(headword))
            collect_words(builder, &walk, headword);
        collect_words(builder, &walk, text_at(builder, records->items[i].glosses));
    }
    find_bases(builder);
    for (size_t i = 0; i < records->count; i++) {
        const char *headword = text_at(builder, records->items[i].simplified);
        if (has_own_words(headword))
            post_words(builder, &walk, headword, (uint32_t)i, weights[i]);
        post_words(builder, &walk, text_at(builder, records->items[i].glosses), (uint32_t)i,
                   weights[i]);
    }
    gloss_walk_free(&walk);
}

/* --- the file --- */

struct sorted_word {
    const char *text;
    uint32_t number;
};

static int compare_words(const void *left, const void *right)
{
    return strcmp(((const struct sorted_word *)left)->text,
                  ((const struct sorted_word *)right)->text);
}

static int compare_postings(const void *left, const void *right)
{
    const struct posting *a = left;
    const struct posting *b = right;
    if (a->word != b->word)
        return a->word < b->word ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

/* Numbers the words by their bytes and sorts the postings by these numbers. */
static struct sorted_word *sort_words(struct dictionary_builder *builder)
{
    size_t count = builder->words.count;
    struct sorted_word *sorted = xreallocarray(NULL, count + 1, sizeof *sorted);
    uint32_t *place = xreallocarray(NULL, count + 1, sizeof *place);
    for (size_t i = 0; i < count; i++)
        sorted[i] =
            (struct sorted_word){ string_ids_text(&builder->words, (uint32_t)i), (uint32_t)i };
    qsort(sorted, count, sizeof *sorted, compare_words);
    for (size_t i = 0; i < count; i++)
        place[sorted[i].number] = (uint32_t)i;
    for (size_t i = 0; i < builder->postings.count; i++)
        builder->postings.items[i].word = place[builder->postings.items[i].word];
    free(place);
    if (builder->postings.count > 0)
        qsort(builder->postings.items, builder->postings.count, sizeof *builder->postings.items,
              compare_postings);
    return sorted;
}

/* The zeros behind the section before, then this one's place. */
static void begin_section(struct buffer *file, struct dictionary_head *head,
                          enum dictionary_section section)
{
    while (file->length % 8 != 0)
        buffer_add_byte(file, '\0');
    head->sections[section].start = file->length;
}

static void end_section(const struct buffer *file, struct dictionary_head *head,
                        enum dictionary_section section)
{
    head->sections[section].size = file->length - head->sections[section].start;
}

static void write_words(struct dictionary_builder *builder, struct buffer *file,
                        struct dictionary_head *head)
{
    struct sorted_word *sorted = sort_words(builder);
    const struct postings *postings = &builder->postings;
    struct buffer numbers = { 0 };
    begin_section(file, head, SECTION_WORDS);
    for (size_t i = 0, at = 0; i < builder->words.count; i++) {
        struct dictionary_word word = { add_text(builder, sorted[i].text),
                                        (uint32_t)(numbers.length / sizeof(uint32_t)), 0 };
        for (; at < postings->count && postings->items[at].word == i; at++) {
            const struct posting *posting = &postings->items[at];
            uint32_t number = posting->entry | posting->rank << DICTIONARY_RANK_SHIFT;
            if (word.count == DICTIONARY_POSTINGS_MOST)
                continue;
            buffer_add(&numbers, (const char *)&number, sizeof number);
            word.count++;
        }
        buffer_add(file, (const char *)&word, sizeof word);
    }
    end_section(file, head, SECTION_WORDS);
    begin_section(file, head, SECTION_POSTINGS);
    buffer_add(file, buffer_text(&numbers), numbers.length);
    end_section(file, head, SECTION_POSTINGS);
    buffer_free(&numbers);
    free(sorted);
}

static void write_sections(struct dictionary_builder *builder, struct buffer *file,
                           struct dictionary_head *head)
{
    const struct records *records = &builder->records;
    begin_section(file, head, SECTION_ENTRIES);
    buffer_add(file, (const char *)records->items, records->count * sizeof *records->items);
    end_section(file, head, SECTION_ENTRIES);
    begin_section(file, head, SECTION_HEADS);
    for (size_t i = 0; i < builder->heads.count; i++)
        buffer_add(file, (const char *)&builder->heads.items[i].number, sizeof(uint32_t));
    end_section(file, head, SECTION_HEADS);
    write_words(builder, file, head);
    begin_section(file, head, SECTION_TEXT);
    buffer_add(file, builder->text.data, builder->text.length);
    end_section(file, head, SECTION_TEXT);
    while (file->length % 8 != 0)
        buffer_add_byte(file, '\0');
}

static void finish_head(const struct dictionary_builder *builder, const struct buffer *file,
                        struct dictionary_head *head)
{
    memcpy(head->magic, DICTIONARY_MAGIC, sizeof head->magic);
    head->order = DICTIONARY_ORDER;
    head->version = DICTIONARY_VERSION;
    /* A gloss in English may well quote a Chinese word. */
    const char *from = builder->han_heads * 2 >= builder->records.count ? "zh" : "en";
    const char *to = builder->han_glosses * 4 > builder->records.count * 3 ? "zh" : "en";
    if (builder->languages[0] != '\0')
        strcpy(head->languages, builder->languages);
    else
        snprintf(head->languages, sizeof head->languages, "%s-%s", from, to);
    head->size = file->length;
    for (enum dictionary_section i = 0; i < SECTION_COUNT; i++) {
        struct dictionary_extent *extent = &head->sections[i];
        uint64_t end = i + 1 < SECTION_COUNT ? head->sections[i + 1].start : file->length;
        extent->sum = dictionary_sum(file->data + extent->start, (size_t)(end - extent->start));
    }
    head->sum = dictionary_sum(head, offsetof(struct dictionary_head, sum));
}

void dictionary_builder_compile(struct dictionary_builder *builder, struct buffer *out)
{
    struct dictionary_head head;
    uint32_t *weights = NULL;
    memset(&head, 0, sizeof head);
    if (builder->text.length == 0)
        buffer_add_byte(&builder->text, '\0');
    if (builder->records.count > 0) {
        sort_heads(builder);
        weights = weigh_entries(builder);
    }
    collect(builder, weights);
    free(weights);
    buffer_add(out, (const char *)&head, sizeof head);
    write_sections(builder, out, &head);
    finish_head(builder, out, &head);
    memcpy(out->data, &head, sizeof head);
}

bool dictionary_builder_write(struct dictionary_builder *builder, const char *path,
                              struct error *error)
{
    if (builder->records.count == 0) {
        error_set(error, "%s: there is no entry to write", path);
        return false;
    }
    struct buffer file = { 0 };
    dictionary_builder_compile(builder, &file);
    bool ok = file_write(path, file.data, file.length, error);
    if (ok)
        file_sweep_beside(path);
    buffer_free(&file);
    return ok;
}
