#include "query/translations.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "language/english_stem.h"
#include "language/han.h"
#include "dictionary/rendering.h"

#define MOST ((size_t)100)
#define BETWEEN 1 /* words that may stand between two of a rendering */

/* One rendering: Chinese as it is written, or stems. */
struct translation {
    int rank;      /* of its source and kind, 0 first */
    char *chinese; /* NULL of an English one */
    size_t length;
    struct rendering stems;
};

struct translations {
    struct translation *items;
    size_t count;
    size_t capacity;
};

static int rank_of(const char *source)
{
    if (strcmp(source, "glossary") == 0)
        return 0;
    return strncmp(source, "entity:", 7) == 0 ? 1 : 2;
}

static void add_chinese(struct translations *translations, const char *text, size_t length,
                        int rank, bool among)
{
    while (length > 0 && text[0] == ' ') {
        text++;
        length--;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    size_t least = among ? 2 : 1;
    if (han_first(text, text + length) == text + length || utf8_count(text, length) < least)
        return;
    VECTOR_PUSH(translations, (struct translation){ .rank = rank,
                                                    .chinese = xstrndup(text, length),
                                                    .length = length });
}

/* Bytes up to the next mark that parts translations. */
static size_t up_to_mark(const char *text, size_t *mark)
{
    static const char *const marks[] = { "/", ";", ",", "；", "，", "、" };
    size_t length = strlen(text);
    *mark = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *found = strstr(text, marks[i]);
        if (found != NULL && (size_t)(found - text) < length) {
            length = (size_t)(found - text);
            *mark = strlen(marks[i]);
        }
    }
    return length;
}

static void add_chinese_list(struct translations *translations, const char *list, int rank,
                             bool among)
{
    size_t mark;
    for (; *list != '\0'; list += mark) {
        size_t length = up_to_mark(list, &mark);
        add_chinese(translations, list, length, rank, among);
        list += length;
    }
}

static void add_english_list(struct translations *translations, const char *list, int rank)
{
    struct english_words words = { 0 };
    struct span gloss;
    size_t length = strlen(list);
    for (size_t at = 0; rendering_next(list, length, &at, &gloss);) {
        struct translation translation = { .rank = rank };
        rendering_read(list + gloss.start, gloss.end - gloss.start, &words, &translation.stems);
        if (translation.stems.count > 0)
            VECTOR_PUSH(translations, translation);
    }
    english_words_free(&words);
}

static void add_item(struct translations *translations, const struct lookup_item *item,
                     size_t length, bool chinese)
{
    int rank = rank_of(item->source) * 2 + (item->kind == LOOKUP_AMONG);
    if (chinese && item->kind == LOOKUP_HEADWORD && item->end - item->start == length)
        add_english_list(translations, item->translation, rank);
    else if (!chinese && (item->kind == LOOKUP_HEADWORD || item->kind == LOOKUP_AMONG))
        add_chinese_list(translations, item->translation, rank, item->kind == LOOKUP_AMONG);
}

struct translations *translations_new(const struct lookup *lookup, const char *term, size_t length)
{
    struct translations *translations = xcalloc(1, sizeof *translations);
    struct lookup_items items = { 0 };
    bool chinese = han_first(term, term + length) < term + length;
    lookup_term(lookup, term, length, &items);
    for (size_t i = 0; i < items.count && translations->count < MOST; i++)
        add_item(translations, &items.items[i], length, chinese);
    lookup_items_free(&items);
    return translations;
}

void translations_free(struct translations *translations)
{
    if (translations == NULL)
        return;
    for (size_t i = 0; i < translations->count; i++)
        free(translations->items[i].chinese);
    free(translations->items);
    free(translations);
}

/* ---- finding ---- */

struct stemmed {
    struct english_words words;
    char (*stems)[ENGLISH_WORD_LIMIT + 2];
};

static void read_words(struct stemmed *stemmed, const char *text, struct span passage)
{
    english_words_add(&stemmed->words, text, passage.start, passage.end);
    stemmed->stems = xcalloc(stemmed->words.count + 1, sizeof *stemmed->stems);
    for (size_t i = 0; i < stemmed->words.count; i++) {
        const struct english_word *word = &stemmed->words.items[i];
        english_stem(word->text, word->length, stemmed->stems[i]);
    }
}

/* The word behind the last one of the rendering, 0 when it does not begin at `first`. */
static size_t match_at(const struct stemmed *passage, const struct rendering *stems, size_t first)
{
    size_t at = first;
    for (size_t i = 0; i < stems->count; i++) {
        size_t most = i == 0 ? at : at + BETWEEN;
        while (at < passage->words.count && at <= most &&
               strcmp(passage->stems[at], stems->stems[i]) != 0)
            at++;
        if (at >= passage->words.count || at > most)
            return 0;
        at++;
    }
    return at;
}

static bool find_english(const struct stemmed *passage, const struct translation *translation,
                         struct span *found)
{
    for (size_t i = 0; i < passage->words.count; i++) {
        size_t end = match_at(passage, &translation->stems, i);
        if (end > 0) {
            *found = (struct span){ passage->words.items[i].span.start,
                                    passage->words.items[end - 1].span.end };
            return true;
        }
    }
    return false;
}

/* Looks for the third byte first: those of most Chinese characters begin alike. */
static bool find_chinese(const char *text, struct span passage,
                         const struct translation *translation, struct span *found)
{
    size_t length = translation->length;
    size_t pivot = length > 2 ? 2 : 0;
    for (size_t at = passage.start; at + length <= passage.end; at++) {
        const char *from = text + at + pivot;
        const char *next =
            memchr(from, translation->chinese[pivot], passage.end - length - at + 1);
        if (next == NULL)
            return false;
        at += (size_t)(next - from);
        if (text[at] == translation->chinese[0] &&
            memcmp(text + at, translation->chinese, length) == 0) {
            *found = (struct span){ at, at + length };
            return true;
        }
    }
    return false;
}

bool translations_find(const struct translations *translations, const char *text,
                       struct span passage, struct span *found)
{
    struct stemmed stemmed = { .stems = NULL };
    const struct translation *best = NULL;
    for (size_t i = 0; i < translations->count; i++) {
        const struct translation *one = &translations->items[i];
        struct span span;
        if (best != NULL && one->rank > best->rank)
            continue;
        if (one->chinese == NULL && stemmed.stems == NULL)
            read_words(&stemmed, text, passage);
        bool there = one->chinese != NULL ? find_chinese(text, passage, one, &span)
                                          : find_english(&stemmed, one, &span);
        bool longer = there && (best == NULL || one->rank < best->rank ||
                                span.end - span.start > found->end - found->start);
        if (longer) {
            best = one;
            *found = span;
        }
    }
    english_words_free(&stemmed.words);
    free(stemmed.stems);
    return best != NULL;
}
