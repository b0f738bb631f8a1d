#include "query/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "base/string_ids.h"
#include "query/term_pattern.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/english_stem.h"
#include "language/han.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/sanitize.h"

struct concordance {
    struct translation_memory *memory;
    struct term_pattern *wanted;
    struct translations *translations;
    size_t *only; /* the articles to look at; NULL all */
    size_t only_count;
    size_t next;
    struct occurrence *items;
    size_t count;
    size_t capacity;
    size_t total, articles, untold, alone;
    struct {
        struct rendering_count *items;
        size_t count;
        size_t capacity;
    } renderings; /* by number of `keys` */
    struct string_ids keys;
};

struct concordance *concordance_new(struct translation_memory *memory, const struct lookup *lookup,
                                    const struct entity_index *entity_index, const char *term,
                                    size_t length)
{
    struct concordance *concordance = xcalloc(1, sizeof *concordance);
    concordance->memory = memory;
    concordance->wanted = term_pattern_new(entity_index, term, length);
    concordance->translations = translations_new(lookup, term, length);
    return concordance;
}

void concordance_free(struct concordance *concordance)
{
    if (concordance == NULL)
        return;
    for (size_t i = 0; i < concordance->renderings.count; i++)
        free(concordance->renderings.items[i].text);
    term_pattern_free(concordance->wanted);
    translations_free(concordance->translations);
    string_ids_free(&concordance->keys);
    free(concordance->renderings.items);
    free(concordance->items);
    free(concordance->only);
    free(concordance);
}

void concordance_limit(struct concordance *concordance, const size_t *articles, size_t count)
{
    concordance->only = xcalloc(count + 1, sizeof *articles);
    concordance->only_count = 0;
    for (size_t i = 0; i < count; i++) {
        bool there = false;
        for (size_t k = 0; k < concordance->only_count; k++)
            there = there || concordance->only[k] == articles[i];
        if (!there)
            concordance->only[concordance->only_count++] = articles[i];
    }
}

/* ---- renderings ---- */

/* What is the same in all inflections of an English rendering; Chinese as it is. */
static void add_key(const char *text, size_t length, struct buffer *key)
{
    struct english_words words = { 0 };
    char stem[ENGLISH_WORD_LIMIT + 2];
    bool han = han_first(text, text + length) < text + length;
    if (!han)
        english_words_add(&words, text, 0, length);
    for (size_t i = 0; i < words.count; i++) {
        english_stem(words.items[i].text, words.items[i].length, stem);
        buffer_add_format(key, "%s%s", i > 0 ? " " : "", stem);
    }
    if (words.count == 0)
        buffer_add(key, text, length);
    english_words_free(&words);
}

static bool is_small_word(const char *text)
{
    return ascii_is_capital(text[0]) && ascii_is_small(text[1]) &&
           strchr(text, ' ') == NULL;
}

static void count_rendering(struct concordance *concordance, const char *text, size_t length,
                            bool name)
{
    struct buffer key = { 0 };
    add_key(text, length, &key);
    uint32_t number = string_ids_add(&concordance->keys, buffer_text(&key), key.length);
    if (number == concordance->renderings.count) {
        struct buffer clean = { 0 };
        sanitize_line(&clean, text, length);
        char *shown = buffer_take(&clean);
        if (!name && is_small_word(shown))
            shown[0] = (char)(shown[0] - 'A' + 'a');
        VECTOR_PUSH(&concordance->renderings, (struct rendering_count){ shown, 0 });
    }
    concordance->renderings.items[number].count++;
    buffer_free(&key);
}

static int compare_counts(const void *left, const void *right)
{
    const struct rendering_count *a = left;
    const struct rendering_count *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return strcmp(a->text, b->text);
}

/* A copy, the most frequent first. Caller frees. */
static struct rendering_count *sort_renderings(const struct concordance *concordance)
{
    size_t count = concordance->renderings.count;
    struct rendering_count *sorted = xcalloc(count + 1, sizeof *sorted);
    if (count > 0) {
        memcpy(sorted, concordance->renderings.items, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, compare_counts);
    }
    return sorted;
}

void concordance_summary(struct concordance *concordance, size_t most, struct buffer *out)
{
    size_t count = concordance->renderings.count;
    struct rendering_count *renderings = sort_renderings(concordance);
    size_t shown = count < most ? count : most;
    const char *between = "";
    for (size_t i = 0; i < shown; i++, between = _(", "))
        buffer_add_format(out, "%s%s %zu", between, renderings[i].text, renderings[i].count);
    if (count > shown)
        buffer_add_format(out, message_text(" and %zu more"), count - shown);
    free(renderings);
    between = count > 0 ? _("; ") : "";
    if (concordance->untold > 0) {
        buffer_add_format(out, _("%snot told %zu"), between, concordance->untold);
        between = _("; ");
    }
    if (concordance->alone > 0)
        buffer_add_format(out, _("%sno counterpart %zu"), between, concordance->alone);
}

/* ---- occurrences ---- */

/* Where the words that render the occurrence before this one end, if they are in its passage. */
static size_t taken_before(const struct concordance *concordance,
                           const struct occurrence *occurrence)
{
    if (concordance->count == 0)
        return 0;
    const struct occurrence *last = &concordance->items[concordance->count - 1];
    bool same = last->article == occurrence->article && last->other != TRANSLATION_MEMORY_NONE &&
                last->passage.start == occurrence->passage.start;
    return same ? last->words.end : 0;
}

static void find_counterpart(struct concordance *concordance, const struct counterpart *opposite,
                             int side, struct occurrence *occurrence)
{
    const struct alignment_item *item = counterpart_item(opposite, side, occurrence->span.start);
    if (item == NULL) {
        concordance->alone++;
        return;
    }
    occurrence->other = translation_memory_article(concordance->memory, occurrence->article)->other;
    occurrence->passage = counterpart_passage(item, side);
    struct span words;
    size_t taken = taken_before(concordance, occurrence);
    if (!counterpart_words(opposite, side, item, occurrence->span, taken, concordance->translations,
                           &words)) {
        concordance->untold++;
        return;
    }
    occurrence->words = words;
    count_rendering(concordance, opposite->side[1 - side]->text + words.start,
                    words.end - words.start,
                    term_pattern_entity(concordance->wanted) != NAMES_NONE);
}

static void look_at(struct concordance *concordance, size_t article)
{
    const struct side *side = translation_memory_side(concordance->memory, article);
    struct spans found = { 0 };
    struct counterpart opposite;
    int which = 0;
    if (side == NULL)
        return;
    term_pattern_find(concordance->wanted, side, &found);
    bool paired = found.count > 0 &&
                  translation_memory_counterpart(concordance->memory, article, &opposite, &which);
    for (size_t i = 0; i < found.count; i++) {
        struct occurrence occurrence = { .article = article,
                                         .span = found.items[i],
                                         .sentence = found.items[i],
                                         .other = TRANSLATION_MEMORY_NONE };
        size_t sentence = counterpart_sentence(side, occurrence.span.start);
        if (sentence < side->count && side->sentences[sentence].span.end > occurrence.span.start)
            occurrence.sentence = side->sentences[sentence].span;
        if (paired)
            find_counterpart(concordance, &opposite, which, &occurrence);
        else
            concordance->alone++;
        if (concordance->count < CONCORDANCE_MOST)
            VECTOR_PUSH(concordance, occurrence);
    }
    concordance->total += found.count;
    concordance->articles += found.count > 0;
    spans_free(&found);
}

static size_t to_look_at(const struct concordance *concordance)
{
    return concordance->only != NULL ? concordance->only_count
                                     : translation_memory_count(concordance->memory);
}

bool concordance_step(struct concordance *concordance)
{
    if (concordance_is_done(concordance))
        return false;
    size_t at = concordance->next++;
    look_at(concordance, concordance->only != NULL ? concordance->only[at] : at);
    return true;
}

bool concordance_is_done(const struct concordance *concordance)
{
    return concordance->next >= to_look_at(concordance);
}

void concordance_progress(const struct concordance *concordance, size_t *done, size_t *count)
{
    *done = concordance->next;
    *count = to_look_at(concordance);
}

const struct occurrence *concordance_items(const struct concordance *concordance, size_t *count)
{
    *count = concordance->count;
    return concordance->items;
}

size_t concordance_total(const struct concordance *concordance)
{
    return concordance->total;
}

size_t concordance_articles(const struct concordance *concordance)
{
    return concordance->articles;
}
