#include "query/search_query.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "language/english_stem.h"
#include "text/find.h"
#include "text/find_literal.h"
#include "text/fold.h"
#include "text/utf8.h"

#define HITS_MOST ((size_t)100000) /* of one article */
#define ENTITIES_MOST 64
#define BM25_K1 1.2
#define BM25_B 0.75

enum field { FIELD_WORD, FIELD_ENTITY, FIELD_LANG, FIELD_STORY, FIELD_PUBLISHER, FIELD_SINCE,
             FIELD_UNTIL };

static const char *const field_names[] = { "",      "entity:",    "lang:", "story:",
                                           "publisher:", "since:", "until:" };

struct term {
    enum field field;
    bool negative;
    bool prefix;
    bool either;      /* OR: belongs to the part of the term before it */
    char *value;
    struct find *find; /* of words, and of names of stories and publishers */
    char stem[ENGLISH_WORD_LIMIT + 2]; /* "" for what is no English word */
};

struct search_query {
    struct term *items;
    size_t count;
    size_t capacity;
    size_t *part_of; /* of each term; those of words and entities that are wanted */
    size_t parts;
};

/* The hits of one text, and which part each is of. */
struct place {
    struct span span;
    size_t part;
};

struct places {
    struct place *items;
    size_t count;
    size_t capacity;
};

/* ---- reading ---- */

static bool is_text(const struct term *term)
{
    return term->field == FIELD_WORD || term->field == FIELD_ENTITY;
}

static bool has_han(const char *text)
{
    uint32_t code;
    for (size_t at = 0, length = strlen(text); at < length;) {
        at += utf8_decode(text + at, length - at, &code);
        if (utf8_is_han(code))
            return true;
    }
    return false;
}

/* An English word is looked for by what it has in common with its stem. */
static char *stem_word(struct term *term)
{
    struct fold fold = { 0 };
    fold_text(term->value, strlen(term->value), FOLD_CASE | FOLD_MARKS, &fold);
    bool word = fold.length > 1 && fold.length <= ENGLISH_WORD_LIMIT;
    for (size_t i = 0; i < fold.length; i++)
        word = word && fold.text[i] >= 'a' && fold.text[i] <= 'z';
    size_t common = fold.length;
    if (word) {
        (void)english_stem(fold.text, fold.length, term->stem);
        common = 0;
        while (common < fold.length && fold.text[common] == term->stem[common])
            common++;
    }
    if (common == 0) {
        term->stem[0] = '\0';
        common = fold.length;
    }
    char *wanted = xstrndup(fold.text, common);
    fold_free(&fold);
    return wanted;
}

static bool prepare(struct term *term, bool quoted, struct error *error)
{
    size_t length = strlen(term->value);
    bool named = term->field == FIELD_STORY || term->field == FIELD_PUBLISHER;
    if (term->field == FIELD_WORD && !quoted && length > 1 && term->value[length - 1] == '*') {
        term->value[length - 1] = '\0';
        term->prefix = true;
    }
    if (term->field != FIELD_WORD && !named)
        return true;
    char *wanted = term->field == FIELD_WORD && !quoted && !term->prefix ? stem_word(term)
                                                                         : xstrdup(term->value);
    term->find = find_new(wanted, FIND_KEY, error);
    free(wanted);
    return term->find != NULL;
}

/* The closing quote of the opening one at `at`; its bytes in *size. */
static const char *quote_end(const char *at, size_t *size)
{
    bool curly = strncmp(at, "“", strlen("“")) == 0;
    if (*at != '"' && !curly)
        return NULL;
    *size = curly ? strlen("”") : 1;
    return strstr(at + *size, curly ? "”" : "\"");
}

/* Reads the word, phrase or field at `*at`. */
static bool read_term(const char **at, struct term *term, struct error *error)
{
    size_t size, length;
    const char *start = *at;
    if (*start == '-' && start[1] != '\0' && start[1] != ' ') {
        term->negative = true;
        start++;
    }
    for (size_t i = 1; i < sizeof field_names / sizeof *field_names; i++) {
        if (strncmp(start, field_names[i], strlen(field_names[i])) == 0) {
            term->field = (enum field)i;
            start += strlen(field_names[i]);
            break;
        }
    }
    const char *end = quote_end(start, &size);
    bool quoted = end != NULL;
    if (quoted) {
        start += size;
        length = (size_t)(end - start);
        *at = end + size;
    } else {
        length = strcspn(start, " \t\n");
        *at = start + length;
    }
    term->value = xstrndup(start, length);
    return length == 0 || prepare(term, quoted, error);
}

static bool read_terms(struct search_query *query, const char *text, struct error *error)
{
    bool either = false;
    while (*(text += strspn(text, " \t\n")) != '\0') {
        if (strncmp(text, "OR", 2) == 0 && (text[2] == ' ' || text[2] == '\0')) {
            either = query->count > 0;
            text += 2;
            continue;
        }
        struct term term = { .either = either };
        bool read = read_term(&text, &term, error);
        if (!read || term.value[0] == '\0') {
            free(term.value);
            if (!read)
                return false;
            continue;
        }
        either = false;
        VECTOR_PUSH(query, term);
    }
    return true;
}

static void number_parts(struct search_query *query)
{
    query->part_of = xcalloc(query->count + 1, sizeof *query->part_of);
    for (size_t i = 0; i < query->count; i++) {
        const struct term *term = &query->items[i];
        if (!is_text(term) || term->negative)
            continue;
        if (!term->either || query->parts == 0)
            query->parts++;
        query->part_of[i] = query->parts - 1;
    }
}

struct search_query *search_query_new(const char *text, struct error *error)
{
    struct search_query *query = xcalloc(1, sizeof *query);
    bool read = read_terms(query, text, error);
    if (read)
        number_parts(query);
    if (read && query->parts > 0)
        return query;
    if (read)
        error_set(error, "search: %s: no word to look for", text);
    search_query_free(query);
    return NULL;
}

void search_query_free(struct search_query *query)
{
    for (size_t i = 0; query != NULL && i < query->count; i++) {
        free(query->items[i].value);
        find_free(query->items[i].find);
    }
    if (query != NULL) {
        free(query->items);
        free(query->part_of);
    }
    free(query);
}

bool search_query_names_entity(const struct search_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        if (query->items[i].field == FIELD_ENTITY)
            return true;
    }
    return false;
}

const char *search_query_first(const struct search_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        if (query->items[i].field == FIELD_WORD && !query->items[i].negative)
            return query->items[i].value;
    }
    return "";
}

/* ---- fields ---- */

static bool has_field(const struct term *term, const struct article *article)
{
    struct span hit;
    const char *name = term->field == FIELD_STORY ? article->story : article->publisher;
    const char *day = article->published;
    size_t length = strlen(term->value);
    switch (term->field) {
    case FIELD_LANG:
        return strncmp(article->lang, term->value, length) == 0 &&
               (article->lang[length] == '\0' || article->lang[length] == '-');
    case FIELD_SINCE: return day[0] != '\0' && strncmp(day, term->value, length) >= 0;
    case FIELD_UNTIL: return day[0] != '\0' && strncmp(day, term->value, length) <= 0;
    default: return find_forward(term->find, name, strlen(name), 0, &hit);
    }
}

bool search_query_skips(const struct search_query *query, const struct article *article)
{
    for (size_t i = 0; i < query->count; i++) {
        const struct term *term = &query->items[i];
        if (!is_text(term) && has_field(term, article) == term->negative)
            return true;
    }
    return false;
}

/* ---- words ---- */

static bool is_letter(char c)
{
    return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3) &&
           (unsigned char)c < 0xE3;
}

/* The hit becomes the word that it begins. */
static void take_word(const char *text, size_t length, struct span *hit)
{
    while (hit->end < length && is_letter(text[hit->end]))
        hit->end = fold_unit_end(text, length, hit->end);
}

static bool has_stem(const struct term *term, const char *text, const struct span *hit)
{
    char stem[ENGLISH_WORD_LIMIT + 2];
    struct fold fold = { 0 };
    fold_text(text + hit->start, hit->end - hit->start, FOLD_CASE | FOLD_MARKS, &fold);
    bool same = fold.length <= ENGLISH_WORD_LIMIT &&
                (english_stem(fold.text, fold.length, stem), strcmp(stem, term->stem) == 0);
    fold_free(&fold);
    return same;
}

static bool is_meant(const struct term *term, const char *text, size_t length, struct span *hit)
{
    if (has_han(term->value))
        return true;
    struct span begin = { hit->start, length };
    if (!find_literal_is_whole(text, length, begin))
        return false;
    if (term->prefix || term->stem[0] != '\0')
        take_word(text, length, hit);
    if (term->prefix)
        return true;
    return (term->stem[0] == '\0' || has_stem(term, text, hit)) &&
           find_literal_is_whole(text, length, *hit);
}

static void find_words(const struct term *term, const struct document *document, size_t part,
                       struct places *places)
{
    struct span hit;
    size_t at = 0;
    for (size_t count = 0; count < HITS_MOST &&
                           find_forward(term->find, document->text, document->length, at, &hit);) {
        at = hit.end;
        if (!is_meant(term, document->text, document->length, &hit))
            continue;
        VECTOR_PUSH(places, (struct place){ hit, part });
        at = hit.end > at ? hit.end : at;
        count++;
    }
}

static void find_entity(const struct term *term, const struct document *document,
                        const struct entity_index *index, size_t part, struct places *places)
{
    uint32_t entities[ENTITIES_MOST];
    struct mentions mentions = { 0 };
    if (index == NULL)
        return;
    size_t count = entity_index_lookup(index, term->value, entities, ENTITIES_MOST);
    entity_index_find(index, document, &mentions);
    for (size_t i = 0; i < mentions.count; i++) {
        struct span span = { mentions.items[i].start, mentions.items[i].end };
        for (size_t k = 0; k < count && k < ENTITIES_MOST; k++) {
            if (mentions.items[i].entity == entities[k])
                VECTOR_PUSH(places, (struct place){ span, part });
        }
    }
    mentions_free(&mentions);
}

/* ---- an article ---- */

static int compare_places(const void *a, const void *b)
{
    const struct place *left = a, *right = b;
    if (left->span.start != right->span.start)
        return left->span.start < right->span.start ? -1 : 1;
    return (left->span.end < right->span.end) - (left->span.end > right->span.end);
}

/* False where a word stands that must not. */
static bool collect(struct search_query *query, const struct document *document,
                    const struct entity_index *index, struct places *places)
{
    for (size_t i = 0; i < query->count; i++) {
        const struct term *term = &query->items[i];
        size_t before = places->count;
        if (term->field == FIELD_WORD)
            find_words(term, document, query->part_of[i], places);
        else if (term->field == FIELD_ENTITY)
            find_entity(term, document, index, query->part_of[i], places);
        if (term->negative && places->count > before)
            return false;
    }
    if (places->count > 1)
        qsort(places->items, places->count, sizeof *places->items, compare_places);
    return true;
}

/* Whether the places from `first` on until `end` have all parts; *next is behind them. */
static bool has_all(const struct search_query *query, const struct places *places, size_t first,
                    size_t end, size_t *next, bool *seen)
{
    size_t parts = 0;
    memset(seen, 0, query->parts * sizeof *seen);
    for (*next = first; *next < places->count && places->items[*next].span.start < end; ++*next) {
        bool *part = &seen[places->items[*next].part];
        parts += !*part;
        *part = true;
    }
    return parts == query->parts;
}

/* Adds the places; with blanks alone between them they are one. */
static void add_hits(const struct document *document, const struct places *places, size_t first,
                     size_t next, struct search_answer *answer)
{
    struct spans *hits = &answer->hits;
    for (size_t i = first; i < next; i++) {
        struct span span = places->items[i].span;
        struct span *last = hits->count > 0 ? &hits->items[hits->count - 1] : NULL;
        answer->counts[places->items[i].part]++;
        size_t gap = last != NULL ? last->end : 0;
        while (last != NULL && gap < span.start && document->text[gap] == ' ')
            gap++;
        if (last == NULL || gap < span.start)
            spans_add(hits, span.start, span.end);
        else if (span.end > last->end)
            last->end = span.end;
    }
}

bool search_query_ask(struct search_query *query, const struct document *document,
                      const struct entity_index *index, struct search_answer *answer)
{
    struct places places = { 0 };
    size_t next = 0;
    bool *seen = xcalloc(query->parts, sizeof *seen);
    *answer = (struct search_answer){ .length = (double)document->length };
    answer->counts = xcalloc(query->parts, sizeof *answer->counts);
    bool ok = collect(query, document, index, &places);
    for (size_t first = 0; ok && first < places.count; first = next) {
        size_t block = document_block_at(document, places.items[first].span.start);
        if (has_all(query, &places, first, document->blocks[block].end, &next, seen)) {
            answer->together = true;
            add_hits(document, &places, first, next, answer);
        }
        next = next > first ? next : first + 1;
    }
    if (ok && !answer->together && has_all(query, &places, 0, SIZE_MAX, &next, seen))
        add_hits(document, &places, 0, places.count, answer);
    free(places.items);
    free(seen);
    return answer->hits.count > 0;
}

void search_answer_free(struct search_answer *answer)
{
    spans_free(&answer->hits);
    free(answer->counts);
    *answer = (struct search_answer){ 0 };
}

void search_query_rank(const struct search_query *query, struct search_answer *const *answers,
                       size_t count, size_t looked, double bytes)
{
    double all = (double)looked, with = (double)count;
    double rarity = log(1.0 + (all - with + 0.5) / (with + 0.5));
    double average = looked > 0 && bytes > 0 ? bytes / all : 1.0;
    for (size_t i = 0; i < count; i++) {
        double size = 1.0 - BM25_B + BM25_B * answers[i]->length / average;
        answers[i]->score = 0;
        for (size_t part = 0; part < query->parts; part++) {
            double often = (double)answers[i]->counts[part];
            answers[i]->score += rarity * often * (BM25_K1 + 1.0) / (often + BM25_K1 * size);
        }
    }
}
