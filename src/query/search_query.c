#include "query/search_query.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "notes/store.h"
#include "query/search_stem.h"
#include "query/search_term.h"
#include "text/find.h"
#include "text/search_text.h"
#include "text/utf8.h"

#define BM25_K1 1.2
#define BM25_B 0.75
#define NEAR_USUAL 10
#define NEAR_MOST 1000
#define QUERY_MOST ((size_t)16 << 10) /* bytes */
#define TERMS_MOST 64
#define TOLD_MOST 60 /* bytes of a query, in a message */
#define ENTITIES_MOST 64
#define STEMS 4096 /* that are remembered */

static const char *const field_names[] = { "",      "entity:", "lang:", "story:", "publisher:",
                                           "since:", "until:",  "tag:" };

/* ---- phrases ---- */

static void push_piece(struct search_phrase *phrase, const char *text, size_t length,
                       enum search_match match)
{
    struct search_piece piece = { xstrndup(text, length), length, match };
    VECTOR_PUSH(phrase, piece);
}

/* Its pieces are the words of the text; of a row of Han characters at its end the last one has been
 * told by the one before. */
static void push_words(struct search_phrase *phrase, const struct search_text *words)
{
    for (size_t i = 0; i < words->count; i++) {
        const struct search_word *word = &words->items[i];
        bool last = i + 1 == words->count;
        bool follows = i > 0 && words->items[i - 1].han &&
                       words->items[i - 1].end == word->start;
        if (last && word->han && follows)
            continue;
        push_piece(phrase, words->key.text + word->start, word->size,
                   last && word->han ? SEARCH_HAN : SEARCH_SAME);
    }
    phrase->width = words->count;
}

/* An English word becomes its stem. */
static void take_stem(struct search_phrase *phrase)
{
    char stem[SEARCH_STEM_SIZE];
    struct search_piece *piece = &phrase->items[0];
    if (phrase->count != 1 || phrase->literal != NULL || piece->match != SEARCH_SAME)
        return;
    size_t length = search_stem(piece->text, piece->length, stem);
    if (length == 0)
        return;
    free(piece->text);
    *piece = (struct search_piece){ xstrndup(stem, length), length, SEARCH_STEM };
}

static bool is_sign(char c)
{
    return (unsigned char)c < 0x80 && strchr(" \n'\"-", c) == NULL;
}

/* Keeps the key where there are signs between the words of it, or around them. */
static void take_literal(struct search_phrase *phrase, const struct search_text *words)
{
    size_t at = 0;
    bool signs = false;
    for (size_t i = 0; i <= words->count; i++) {
        size_t end = i < words->count ? words->items[i].start : words->key.length;
        for (; at < end; at++)
            signs = signs || is_sign(words->key.text[at]) || (unsigned char)words->key.text[at] >= 0x80;
        at = i < words->count ? words->items[i].end : end;
    }
    if (!signs || words->count == 0)
        return;
    phrase->literal = xstrdup(words->key.text);
    phrase->before = words->items[0].start;
}

static void read_phrase(struct search_phrase *phrase, const char *text, bool quoted)
{
    struct search_text words = { .text = NULL };
    size_t length = strlen(text);
    bool prefix = !quoted && length > 1 && text[length - 1] == '*';
    search_text_read(&words, text, length - prefix);
    push_words(phrase, &words);
    take_literal(phrase, &words);
    if (prefix && phrase->count > 0 && !words.items[words.count - 1].han)
        phrase->items[phrase->count - 1].match = SEARCH_BEGINS;
    else if (!quoted && phrase->count > 0)
        take_stem(phrase);
    search_text_free(&words);
}

static void free_phrase(struct search_phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++)
        free(phrase->items[i].text);
    free(phrase->items);
    free(phrase->literal);
    *phrase = (struct search_phrase){ .items = NULL };
}

/* ---- reading ---- */

bool search_term_is_text(const struct search_term *term)
{
    return term->field == SEARCH_WORD || term->field == SEARCH_ENTITY;
}

static void free_ids(struct search_ids *ids)
{
    for (size_t i = 0; i < ids->count; i++)
        free(ids->items[i]);
    free(ids->items);
    *ids = (struct search_ids){ .items = NULL };
}

static void free_names(struct search_phrases *names)
{
    for (size_t i = 0; i < names->count; i++)
        free_phrase(&names->items[i]);
    free(names->items);
    *names = (struct search_phrases){ .items = NULL };
}

static void free_term(struct search_term *term)
{
    free(term->value);
    find_free(term->find);
    free_phrase(&term->phrase);
    free_phrase(&term->second);
    free_ids(&term->tagged);
    free_names(&term->names);
}

/* False with a sentence; a term of no word stays empty. */
static bool prepare(struct search_term *term, bool quoted, struct error *error)
{
    if (term->field == SEARCH_WORD)
        read_phrase(&term->phrase, term->value, quoted);
    if (term->field != SEARCH_STORY && term->field != SEARCH_PUBLISHER)
        return true;
    term->find = find_new(term->value, FIND_KEY, error);
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
static bool read_term(const char **at, struct search_term *term, struct error *error)
{
    size_t size, length;
    const char *start = *at;
    if (*start == '-' && start[1] != '\0' && start[1] != ' ') {
        term->negative = true;
        start++;
    }
    for (size_t i = 1; i < sizeof field_names / sizeof *field_names; i++) {
        if (strncmp(start, field_names[i], strlen(field_names[i])) == 0) {
            term->field = (enum search_field)i;
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

/* NEAR or NEAR/3 at `at`: its bytes, 0 none. */
static size_t read_near(const char *at, size_t *near)
{
    size_t length = strcspn(at, " \t\n");
    *near = NEAR_USUAL;
    if (strncmp(at, "NEAR", 4) != 0 || (length > 4 && at[4] != '/'))
        return 0;
    if (length == 4)
        return 4;
    char *end;
    unsigned long value = strtoul(at + 5, &end, 10);
    if (end != at + length || at[5] < '0' || at[5] > '9')
        return 0;
    *near = value < NEAR_MOST ? (size_t)value : NEAR_MOST;
    return length;
}

/* Keeps the term, or lets the last one stand near it. */
static void keep_term(struct search_query *query, struct search_term *term, bool *nearby, size_t near)
{
    struct search_term *last = query->count > 0 ? &query->items[query->count - 1] : NULL;
    bool empty = term->value[0] == '\0' || (term->field == SEARCH_WORD && term->phrase.count == 0);
    if (!empty && *nearby && last != NULL && last->field == SEARCH_WORD &&
        last->second.count == 0 && term->field == SEARCH_WORD && !term->negative) {
        last->second = term->phrase;
        last->near = near;
        term->phrase = (struct search_phrase){ .items = NULL };
        empty = true;
    }
    *nearby = false;
    if (empty || query->count == TERMS_MOST)
        free_term(term);
    else
        VECTOR_PUSH(query, *term);
}

static bool read_terms(struct search_query *query, const char *text, struct error *error)
{
    bool either = false, nearby = false;
    size_t near = 0, length;
    while (*(text += strspn(text, " \t\n")) != '\0') {
        if (strncmp(text, "OR", 2) == 0 && (text[2] == ' ' || text[2] == '\0')) {
            either = query->count > 0;
            text += 2;
            continue;
        }
        size_t distance;
        if ((length = read_near(text, &distance)) > 0 && query->count > 0) {
            nearby = true;
            near = distance;
            text += length;
            continue;
        }
        struct search_term term = { .either = either };
        if (!read_term(&text, &term, error)) {
            free_term(&term);
            return false;
        }
        either = either && term.value[0] == '\0';
        keep_term(query, &term, &nearby, near);
    }
    return true;
}

static bool has_stem(const struct search_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        const struct search_phrase *phrases[] = { &query->items[i].phrase, &query->items[i].second };
        for (size_t k = 0; k < 2; k++) {
            if (phrases[k]->count == 1 && phrases[k]->items[0].match == SEARCH_STEM)
                return true;
        }
    }
    return false;
}

static void number_parts(struct search_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        struct search_term *term = &query->items[i];
        if (!search_term_is_text(term) || term->negative)
            continue;
        if (!term->either || query->parts == 0)
            query->parts++;
        term->part = query->parts - 1;
    }
}

static void tell_empty(const char *text, struct error *error)
{
    size_t length = strlen(text);
    if (length > TOLD_MOST)
        length = utf8_previous(text, TOLD_MOST);
    char *told = xasprintf("%.*s%s", (int)length, text, text[length] != '\0' ? "…" : "");
    error_set(error, "search: %s: no word to look for", told);
    free(told);
}

struct search_query *search_query_new(const char *text, struct error *error)
{
    struct search_query *query = xcalloc(1, sizeof *query);
    bool read = strlen(text) <= QUERY_MOST;
    if (!read)
        error_set(error, "search: this is longer than the %zu KiB that a query may have",
                  QUERY_MOST >> 10);
    read = read && read_terms(query, text, error);
    if (read)
        number_parts(query);
    if (read && has_stem(query))
        query->stems = search_stems_new(STEMS);
    if (read && query->parts > 0)
        return query;
    if (read)
        tell_empty(text, error);
    search_query_free(query);
    return NULL;
}

void search_query_free(struct search_query *query)
{
    for (size_t i = 0; query != NULL && i < query->count; i++)
        free_term(&query->items[i]);
    if (query != NULL) {
        search_stems_free(query->stems);
        free(query->items);
    }
    free(query);
}

static bool has_field_of(const struct search_query *query, enum search_field field)
{
    for (size_t i = 0; i < query->count; i++) {
        if (query->items[i].field == field)
            return true;
    }
    return false;
}

bool search_query_names_entity(const struct search_query *query)
{
    return has_field_of(query, SEARCH_ENTITY);
}

bool search_query_names_tag(const struct search_query *query)
{
    return has_field_of(query, SEARCH_TAG);
}

/* What a text has to have for a name to be in it: its first word, or the Han characters it begins with. */
static void take_name(struct search_phrases *names, const char *name)
{
    struct search_text words = { .text = NULL };
    struct search_phrase phrase = { .items = NULL };
    search_text_read(&words, name, strlen(name));
    size_t first = 1;
    while (first < words.count && words.items[0].han && words.items[first].han &&
           words.items[first - 1].end == words.items[first].start)
        first++;
    if (first < words.count && words.items[first - 1].han)
        words.items[first - 1].size = words.items[first - 1].end - words.items[first - 1].start;
    words.count = words.count > 0 ? first : 0;
    push_words(&phrase, &words);
    if (phrase.count > 0 && !words.items[0].han)
        phrase.items[0].match = SEARCH_BEGINS;
    if (phrase.count > 0)
        VECTOR_PUSH(names, phrase);
    search_text_free(&words);
}

static void take_note(struct search_phrases *names, const struct note *note)
{
    for (size_t i = 0; note != NULL && i < note->count; i++)
        take_name(names, note->items[i].text);
}

void search_query_read_names(struct search_query *query, const struct entity_index *index)
{
    uint32_t entities[ENTITIES_MOST];
    if (index != NULL && search_query_names_entity(query))
        query->names = entity_index_checksum(index);
    for (size_t i = 0; index != NULL && i < query->count; i++) {
        struct search_term *term = &query->items[i];
        if (term->field != SEARCH_ENTITY)
            continue;
        free_names(&term->names);
        size_t count = entity_index_lookup(index, term->value, entities, ENTITIES_MOST);
        for (size_t k = 0; k < count && k < ENTITIES_MOST; k++) {
            take_note(&term->names, entity_index_note(index, entities[k]));
            take_note(&term->names, entity_index_covered(index, entities[k]));
        }
        term->named = true;
    }
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool take_article(void *context, const struct annotation *annotation)
{
    struct search_ids *ids = context;
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    if (target != NULL)
        VECTOR_PUSH(ids, xstrdup(target->article));
    return true;
}

void search_query_read_tags(struct search_query *query, struct store *store)
{
    for (size_t i = 0; i < query->count; i++) {
        struct search_term *term = &query->items[i];
        struct store_filter filter = { .tag = term->value };
        if (term->field != SEARCH_TAG)
            continue;
        free_ids(&term->tagged);
        if (store != NULL)
            (void)store_each(store, &filter, take_article, &term->tagged, NULL, NULL);
        if (term->tagged.count > 1)
            qsort(term->tagged.items, term->tagged.count, sizeof *term->tagged.items, compare_ids);
    }
}

const char *search_query_first(const struct search_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        if (query->items[i].field == SEARCH_WORD && !query->items[i].negative)
            return query->items[i].value;
    }
    return "";
}

/* ---- fields ---- */

static bool has_field(const struct search_term *term, const struct article *article)
{
    struct span hit;
    const char *name = term->field == SEARCH_STORY ? article->story : article->publisher;
    const char *day = article->published;
    size_t length = strlen(term->value);
    switch (term->field) {
    case SEARCH_LANG:
        return strncmp(article->lang, term->value, length) == 0 &&
               (article->lang[length] == '\0' || article->lang[length] == '-');
    case SEARCH_SINCE: return day[0] != '\0' && strncmp(day, term->value, length) >= 0;
    case SEARCH_UNTIL: return day[0] != '\0' && strncmp(day, term->value, length) <= 0;
    case SEARCH_TAG:
        return term->tagged.count > 0 &&
               bsearch(&article->id, term->tagged.items, term->tagged.count,
                       sizeof *term->tagged.items, compare_ids) != NULL;
    default: return find_forward(term->find, name, strlen(name), 0, &hit);
    }
}

bool search_query_skips(const struct search_query *query, const struct article *article)
{
    for (size_t i = 0; i < query->count; i++) {
        const struct search_term *term = &query->items[i];
        if (!search_term_is_text(term) && has_field(term, article) == term->negative)
            return true;
    }
    return false;
}

/* ---- rank ---- */

struct search_totals search_totals_new(const struct search_query *query)
{
    return (struct search_totals){ .with = xcalloc(query->parts, sizeof(size_t)) };
}

void search_totals_add(const struct search_query *query, const struct search_answer *answer,
                       struct search_totals *totals)
{
    totals->articles++;
    totals->bytes += answer->length;
    for (size_t part = 0; part < query->parts; part++)
        totals->with[part] += answer->counts[part] > 0;
}

void search_totals_free(struct search_totals *totals)
{
    free(totals->with);
    *totals = (struct search_totals){ .with = NULL };
}

/* How rare an entity is nobody knows who has not read all. */
static bool has_entity(const struct search_query *query, size_t part)
{
    for (size_t i = 0; i < query->count; i++) {
        const struct search_term *term = &query->items[i];
        if (term->field == SEARCH_ENTITY && !term->negative && term->part == part)
            return true;
    }
    return false;
}

double search_query_score(const struct search_query *query, const struct search_totals *totals,
                          const size_t *counts, double length)
{
    double all = (double)totals->articles, score = 0;
    double average = totals->articles > 0 && totals->bytes > 0 ? totals->bytes / all : 1.0;
    double size = 1.0 - BM25_B + BM25_B * length / average;
    for (size_t part = 0; part < query->parts; part++) {
        double with = (double)totals->with[part], often = (double)counts[part];
        double rarity =
            has_entity(query, part) ? 1.0 : log(1.0 + (all - with + 0.5) / (with + 0.5));
        score += rarity * often * (BM25_K1 + 1.0) / (often + BM25_K1 * size);
    }
    return score;
}
