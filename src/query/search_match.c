#include "query/search_match.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "notes/sql.h"
#include "query/search_row.h"
#include "query/search_stem.h"
#include "query/search_term.h"

/* What FTS5 has found of one phrase: of each article how often, and, where they were asked for,
 * where: places[first[article]] and so on. */
struct search_found {
    char *wanted; /* the phrase in FTS5's language; NULL: an entity */
    bool shared;  /* another term has found it, who owns all this */
    bool *told;   /* of an entity: in which articles it was looked for before; else NULL */
    uint32_t *counts;
    size_t *first;
    struct sql_places places;
};

struct row_match {
    struct sql *sql;
    struct search_rows *rows;
    const struct search_query *query;
    struct search_found *found; /* two a term: of its first and its second phrase */
    bool placed;                /* places are needed */
    bool *open;                 /* of each part: an entity may be there */
};

static void free_found(struct search_found *found)
{
    if (found->shared)
        return;
    free(found->wanted);
    free(found->told);
    free(found->counts);
    free(found->first);
    free(found->places.items);
    *found = (struct search_found){ 0 };
}

struct search_rows search_rows_new(size_t count, int64_t most)
{
    struct search_rows rows = { .count = count, .most = most };
    rows.ids = xcalloc(count + 1, sizeof *rows.ids);
    rows.lengths = xcalloc(count + 1, sizeof *rows.lengths);
    rows.articles = xcalloc((size_t)most + 1, sizeof *rows.articles);
    return rows;
}

static void forget_breaks(struct search_rows *rows)
{
    if (rows->breaks != NULL)
        free_found(rows->breaks);
    free(rows->breaks);
    rows->breaks = NULL;
}

void search_rows_set(struct search_rows *rows, size_t article, int64_t id, double length)
{
    rows->ids[article] = id;
    rows->lengths[article] = length;
    rows->articles[id] = article + 1;
}

bool search_rows_replace(struct search_rows *rows, size_t article, int64_t id, double length)
{
    int64_t before = rows->ids[article];
    if (id > rows->most) {
        size_t room = (size_t)id + (size_t)id / 2;
        rows->articles = xreallocarray(rows->articles, room + 1, sizeof *rows->articles);
        memset(rows->articles + rows->most + 1, 0, (room - (size_t)rows->most) * sizeof *rows->articles);
        rows->most = (int64_t)room;
    }
    if (before != 0)
        rows->articles[before] = 0;
    forget_breaks(rows);
    search_rows_set(rows, article, id, length);
    return before != 0;
}

void search_rows_free(struct search_rows *rows)
{
    free(rows->ids);
    free(rows->lengths);
    free(rows->articles);
    forget_breaks(rows);
    *rows = (struct search_rows){ .count = 0 };
}

/* ---- FTS5's language ---- */

static void add_quoted(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            buffer_add_byte(out, '"');
        buffer_add_byte(out, text[i]);
    }
}

/* The words of a stem: the stem itself where it is one of them, and all that are marked with it. */
static void add_stem(struct buffer *out, const struct search_piece *piece)
{
    char stem[SEARCH_STEM_SIZE];
    bool own = piece->length < 2 || (search_stem(piece->text, piece->length, stem) == piece->length &&
                                     strcmp(stem, piece->text) == 0);
    if (own && piece->length > 1)
        buffer_add_format(out, "\"%s\" OR ", piece->text);
    buffer_add_format(out, "\"%c%s\"", SEARCH_STEM_MARK, piece->text);
}

static void add_phrase(struct buffer *out, const struct search_phrase *phrase)
{
    const struct search_piece *last = &phrase->items[phrase->count - 1];
    if (last->match == SEARCH_STEM) {
        add_stem(out, last);
        return;
    }
    buffer_add_byte(out, '"');
    for (size_t i = 0; i < phrase->count; i++) {
        buffer_add_text(out, i > 0 ? " " : "");
        add_quoted(out, phrase->items[i].text, phrase->items[i].length);
    }
    buffer_add_text(out, last->match == SEARCH_BEGINS ? "\" *" : "\"");
}

/* ---- rows ---- */

static int compare_places(const void *a, const void *b)
{
    const uint32_t *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

/* The last `count` places of the list are the article's: of several phrases one after the other. */
static void take_places(struct search_found *found, size_t article, size_t count)
{
    uint32_t *places = found->places.items + found->places.count - count;
    found->counts[article] = (uint32_t)count;
    found->first[article] = found->places.count - count;
    for (size_t i = 1; i < count; i++) {
        if (places[i] >= places[i - 1])
            continue;
        qsort(places, count, sizeof *places, compare_places);
        break;
    }
}

/* The number of the row's article and 1; 0: it is none's any more. */
static size_t article_of(const struct row_match *match, struct sql_query *row)
{
    int64_t id = sql_number(row, 0);
    return id <= match->rows->most ? match->rows->articles[id] : 0;
}

static bool find_wanted(struct row_match *match, const char *wanted, bool placed, struct search_found *found,
                        struct error *error)
{
    enum sql_result result;
    struct sql_query *query =
        sql_query(match->sql, "SELECT rowid, places(words, ?2) FROM words WHERE words MATCH ?1", error);
    found->counts = xcalloc(match->rows->count + 1, sizeof *found->counts);
    found->first = placed ? xcalloc(match->rows->count + 1, sizeof *found->first) : NULL;
    sql_bind_text(query, 1, wanted);
    if (placed)
        sql_bind_places(query, 2, &found->places);
    while ((result = sql_step(query, error)) == SQL_ROW) {
        size_t article = article_of(match, query);
        if (article > 0 && placed)
            take_places(found, article - 1, (size_t)sql_number(query, 1));
        else if (article > 0)
            found->counts[article - 1] = (uint32_t)sql_number(query, 1);
    }
    sql_finish(query);
    return result == SQL_DONE;
}

/* What one term looks for another may have found. */
static bool find_phrase(struct row_match *match, const struct search_phrase *phrase, struct search_found *found,
                        struct error *error)
{
    struct buffer wanted = { 0 };
    add_phrase(&wanted, phrase);
    for (const struct search_found *other = match->found; other < found; other++) {
        if (other->wanted == NULL || strcmp(other->wanted, buffer_text(&wanted)) != 0)
            continue;
        *found = *other;
        found->shared = true;
        buffer_free(&wanted);
        return true;
    }
    found->wanted = xstrdup(buffer_text(&wanted));
    buffer_free(&wanted);
    return find_wanted(match, found->wanted, match->placed, found, error);
}

/* Where the entity stands in the articles that were read for it before (search_index_keep). */
static bool find_told(struct row_match *match, const struct search_term *term, struct search_found *found,
                      struct error *error)
{
    struct sql_query *query =
        sql_query(match->sql, "SELECT id, places FROM mentioned WHERE names = ?1 AND entity = ?2", error);
    enum sql_result result;
    sql_bind_number(query, 1, (int64_t)match->query->names);
    sql_bind_text(query, 2, term->value);
    while ((result = sql_step(query, error)) == SQL_ROW) {
        size_t bytes, article = article_of(match, query);
        const char *blob = sql_bytes(query, 1, &bytes);
        size_t count = bytes / sizeof *found->places.items;
        if (article == 0)
            continue;
        VECTOR_RESERVE(&found->places, found->places.count + count + 1);
        memcpy(found->places.items + found->places.count, blob, count * sizeof *found->places.items);
        found->places.count += count;
        take_places(found, article - 1, count);
        found->told[article - 1] = true;
    }
    sql_finish(query);
    return result == SQL_DONE;
}

/* Which articles may mention the entity: any where one of its names may begin. */
static bool find_names(struct row_match *match, const struct search_term *term, struct search_found *found,
                       struct error *error)
{
    struct buffer wanted = { 0 };
    size_t articles = match->rows->count;
    found->counts = xcalloc(articles + 1, sizeof *found->counts);
    found->first = xcalloc(articles + 1, sizeof *found->first);
    found->told = xcalloc(articles + 1, sizeof *found->told);
    bool ok = find_told(match, term, found, error);
    for (size_t i = 0; i < term->names.count && ok; i++) {
        struct search_found one = { 0 };
        buffer_truncate(&wanted, 0);
        add_phrase(&wanted, &term->names.items[i]);
        ok = find_wanted(match, buffer_text(&wanted), false, &one, error);
        for (size_t article = 0; ok && article < articles; article++) {
            if (!found->told[article])
                found->counts[article] += one.counts[article];
        }
        free_found(&one);
    }
    buffer_free(&wanted);
    return ok;
}

static bool find_phrases(struct row_match *match, struct error *error)
{
    bool ok = true;
    for (size_t i = 0; i < match->query->count && ok; i++) {
        const struct search_term *term = &match->query->items[i];
        struct search_found *found = &match->found[2 * i];
        if (term->named)
            ok = find_names(match, term, found, error);
        else if (term->phrase.count > 0)
            ok = find_phrase(match, &term->phrase, found, error);
        if (ok && term->second.count > 0)
            ok = find_phrase(match, &term->second, found + 1, error);
    }
    return ok;
}

/* ---- articles ---- */

/* Where the paragraphs of all articles begin: read at the first query that has to know. */
static bool find_breaks(struct row_match *match, struct error *error)
{
    struct search_rows *rows = match->rows;
    if (rows->breaks != NULL)
        return true;
    rows->breaks = xcalloc(1, sizeof *rows->breaks);
    if (find_wanted(match, "\"" SEARCH_BREAK "\"", true, rows->breaks, error))
        return true;
    forget_breaks(rows);
    return false;
}

static struct search_places places_of(const struct search_found *found, size_t article)
{
    struct search_places places = { NULL, 0, 0 };
    if (found->counts != NULL && found->counts[article] > 0) {
        places.count = found->counts[article];
        places.items = found->places.items + found->first[article];
    }
    return places;
}

static size_t count_of(const struct search_found *found, size_t article)
{
    return found->counts != NULL ? found->counts[article] : 0;
}

/* Counts of parts by how often the phrases stand in the article; what has signs, and entities, may
 * be anything from nothing to that. False where it cannot answer. */
static bool count_parts(const struct row_match *match, size_t article, size_t *counts, bool *doubtful)
{
    const struct search_query *query = match->query;
    bool answers = true, entities = false;
    *doubtful = false;
    memset(counts, 0, query->parts * sizeof *counts);
    memset(match->open, 0, query->parts * sizeof *match->open);
    for (size_t i = 0; i < query->count; i++) {
        const struct search_term *term = &query->items[i];
        const struct search_found *found = &match->found[2 * i];
        size_t count = count_of(found, article), second = count_of(found + 1, article);
        bool told = found->told != NULL && found->told[article];
        bool entity = term->field == SEARCH_ENTITY && !told && (!term->named || count > 0);
        bool signs = (term->phrase.literal != NULL && count > 0) ||
                     (term->second.literal != NULL && second > 0);
        if (!search_term_is_text(term))
            continue;
        if (term->second.count > 0 && second == 0)
            count = 0;
        entities = entities || entity;
        *doubtful = *doubtful || signs;
        if (term->negative)
            answers = answers && (count == 0 || signs || entity || term->second.count > 0);
        else if (entity)
            match->open[term->part] = true;
        else if (term->field == SEARCH_WORD || told)
            counts[term->part] += count;
    }
    for (size_t part = 0; part < query->parts; part++)
        answers = answers && (counts[part] > 0 || match->open[part]);
    *doubtful = *doubtful || (entities && answers);
    return answers;
}

static void judge_places(struct row_match *match, struct search_finds *finds, size_t article,
                         struct search_answer *answer)
{
    for (size_t i = 0; i < match->query->count; i++) {
        finds->first[i] = places_of(&match->found[2 * i], article);
        finds->second[i] = places_of(&match->found[2 * i + 1], article);
    }
    finds->breaks = places_of(match->rows->breaks, article);
    answer->answers = search_judge(match->query, finds, answer->counts, &answer->together);
}

/* Whether a part is told by a phrase near another alone: its count is none of how often it stands. */
static bool has_near(const struct search_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        if (query->items[i].second.count > 0)
            return true;
    }
    return false;
}

static bool may_be_near(const struct row_match *match, size_t article)
{
    for (size_t i = 0; i < match->query->count; i++) {
        if (count_of(&match->found[2 * i], article) > 0 && count_of(&match->found[2 * i + 1], article) > 0)
            return true;
    }
    return false;
}

static void judge(struct row_match *match, const bool *allowed, bool *doubtful,
                  struct search_results *results)
{
    const struct search_query *query = match->query;
    struct search_finds finds = search_finds_new(query);
    struct search_answer answer = { .counts = xcalloc(query->parts + 1, sizeof *answer.counts) };
    bool near = has_near(query);
    match->open = xcalloc(query->parts + 1, sizeof *match->open);
    for (size_t i = 0; i < match->rows->count; i++) {
        if (match->rows->ids[i] == 0 || !allowed[i])
            continue;
        bool doubt;
        answer.length = match->rows->lengths[i];
        answer.answers = count_parts(match, i, answer.counts, &doubt);
        answer.together = answer.answers;
        if (doubt)
            doubtful[i] = true;
        else if ((near && may_be_near(match, i)) || (answer.answers && match->placed))
            judge_places(match, &finds, i, &answer);
        if (!doubt)
            search_results_add(results, query, i, &answer);
    }
    free(finds.first); /* the places are the match's */
    free(finds.second);
    free(answer.counts);
    free(match->open);
}

bool search_match(struct sql *sql, struct search_rows *rows, const struct search_query *query,
                  const bool *allowed, bool *doubtful, struct search_results *results,
                  struct error *error)
{
    struct row_match match = { .sql = sql, .rows = rows, .query = query };
    match.placed = query->parts > 1 || has_near(query);
    match.found = xcalloc(2 * query->count + 1, sizeof *match.found);
    bool ok = find_phrases(&match, error) && (!match.placed || find_breaks(&match, error));
    if (ok)
        judge(&match, allowed, doubtful, results);
    for (size_t i = 2 * query->count; i-- > 0;)
        free_found(&match.found[i]);
    free(match.found);
    return ok;
}
