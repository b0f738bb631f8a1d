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
struct found {
    bool *told; /* of an entity: in which articles it was looked for before; else NULL */
    uint32_t *counts;
    size_t *first;
    struct search_places places;
};

struct row_match {
    struct sql *sql;
    struct search_rows *rows;
    const struct search_query *query;
    struct found *found[2]; /* of the first and second phrase of each term */
    bool placed;            /* places are needed */
};

struct search_rows search_rows_new(size_t count, int64_t most)
{
    struct search_rows rows = { .count = count, .most = most };
    rows.ids = xcalloc(count + 1, sizeof *rows.ids);
    rows.lengths = xcalloc(count + 1, sizeof *rows.lengths);
    rows.breaks = xcalloc(count + 1, sizeof *rows.breaks);
    rows.articles = xcalloc((size_t)most + 1, sizeof *rows.articles);
    return rows;
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
    free(rows->breaks[article].items);
    rows->breaks[article] = (struct search_places){ NULL, 0, 0 };
    search_rows_set(rows, article, id, length);
    return before != 0;
}

void search_rows_free(struct search_rows *rows)
{
    free(rows->ids);
    free(rows->lengths);
    free(rows->articles);
    for (size_t i = 0; rows->breaks != NULL && i < rows->count; i++)
        free(rows->breaks[i].items);
    free(rows->breaks);
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

static void take_places(struct found *found, size_t article, struct sql_query *query)
{
    size_t bytes;
    const char *blob = sql_bytes(query, 1, &bytes);
    size_t count = bytes / sizeof(uint32_t);
    found->counts[article] = (uint32_t)count;
    found->first[article] = found->places.count;
    VECTOR_RESERVE(&found->places, found->places.count + count);
    if (count > 0)
        memcpy(found->places.items + found->places.count, blob, bytes);
    for (size_t i = 1; i < count; i++) {
        const uint32_t *places = found->places.items + found->places.count;
        if (places[i] >= places[i - 1])
            continue;
        qsort(found->places.items + found->places.count, count, sizeof(uint32_t), compare_places);
        break;
    }
    found->places.count += count;
}

static bool find_phrase(struct row_match *match, const struct search_phrase *phrase, struct found *found,
                        struct error *error)
{
    struct buffer wanted = { 0 };
    struct sql_query *query =
        match->placed
            ? sql_query(match->sql, "SELECT rowid, places(words) FROM words WHERE words MATCH ?1", error)
            : sql_query(match->sql, "SELECT rowid, how_often(words) FROM words WHERE words MATCH ?1",
                        error);
    if (query == NULL)
        return false;
    found->counts = xcalloc(match->rows->count + 1, sizeof *found->counts);
    found->first = match->placed ? xcalloc(match->rows->count + 1, sizeof *found->first) : NULL;
    add_phrase(&wanted, phrase);
    sql_bind_text(query, 1, buffer_text(&wanted));
    enum sql_result result;
    while ((result = sql_step(query, error)) == SQL_ROW) {
        int64_t id = sql_number(query, 0);
        size_t article = id <= match->rows->most ? match->rows->articles[id] : 0;
        if (article == 0)
            continue;
        if (match->placed)
            take_places(found, article - 1, query);
        else
            found->counts[article - 1] = (uint32_t)sql_number(query, 1);
    }
    sql_finish(query);
    buffer_free(&wanted);
    return result == SQL_DONE;
}

/* Where the entity stands in the articles that were read for it before (search_index_keep). */
static bool find_told(struct row_match *match, const struct search_term *term, struct found *found,
                      struct error *error)
{
    struct sql_query *query =
        sql_query(match->sql, "SELECT id, places FROM mentioned WHERE names = ?1 AND entity = ?2", error);
    enum sql_result result;
    if (query == NULL)
        return false;
    found->told = xcalloc(match->rows->count + 1, sizeof *found->told);
    found->first = xcalloc(match->rows->count + 1, sizeof *found->first);
    sql_bind_number(query, 1, (int64_t)match->query->names);
    sql_bind_text(query, 2, term->value);
    while ((result = sql_step(query, error)) == SQL_ROW) {
        int64_t id = sql_number(query, 0);
        size_t article = id <= match->rows->most ? match->rows->articles[id] : 0;
        if (article == 0)
            continue;
        take_places(found, article - 1, query);
        found->told[article - 1] = true;
    }
    sql_finish(query);
    return result == SQL_DONE;
}

/* Which articles may mention the entity: any where one of its names may begin. */
static bool find_names(struct row_match *match, const struct search_term *term, struct found *found,
                       struct error *error)
{
    found->counts = xcalloc(match->rows->count + 1, sizeof *found->counts);
    bool ok = find_told(match, term, found, error);
    for (size_t i = 0; i < term->names.count && ok; i++) {
        struct found one = { NULL, NULL, NULL, { NULL, 0, 0 } };
        ok = find_phrase(match, &term->names.items[i], &one, error);
        for (size_t article = 0; ok && article < match->rows->count; article++) {
            if (!found->told[article])
                found->counts[article] += one.counts[article];
        }
        free(one.counts);
        free(one.first);
        free(one.places.items);
    }
    return ok;
}

static bool find_phrases(struct row_match *match, struct error *error)
{
    for (size_t i = 0; i < match->query->count; i++) {
        const struct search_term *term = &match->query->items[i];
        if (term->named && !find_names(match, term, &match->found[0][i], error))
            return false;
        if ((term->phrase.count > 0 &&
             !find_phrase(match, &term->phrase, &match->found[0][i], error)) ||
            (term->second.count > 0 &&
             !find_phrase(match, &term->second, &match->found[1][i], error)))
            return false;
    }
    return true;
}

/* ---- articles ---- */

/* The breaks of an article: read at the first query that has to know them. */
static bool read_breaks(struct row_match *match, size_t article, struct error *error)
{
    struct search_places *breaks = &match->rows->breaks[article];
    size_t bytes;
    if (breaks->items != NULL)
        return true;
    struct sql_query *query =
        sql_query(match->sql, "SELECT starts FROM breaks WHERE id = ?1", error);
    if (query == NULL)
        return false;
    sql_bind_number(query, 1, match->rows->ids[article]);
    bool ok = sql_step(query, error) == SQL_ROW;
    const char *blob = ok ? sql_bytes(query, 0, &bytes) : NULL;
    breaks->count = ok ? bytes / sizeof(uint32_t) : 0;
    VECTOR_RESERVE(breaks, breaks->count + 1);
    if (breaks->count > 0)
        memcpy(breaks->items, blob, breaks->count * sizeof(uint32_t));
    sql_finish(query);
    return ok;
}

static struct search_places places_of(const struct found *found, size_t article)
{
    struct search_places places = { NULL, 0, 0 };
    if (found->counts != NULL && found->counts[article] > 0) {
        places.count = found->counts[article];
        places.items = found->places.items + found->first[article];
    }
    return places;
}

static size_t count_of(const struct found *found, size_t article)
{
    return found->counts != NULL ? found->counts[article] : 0;
}

/* Counts of parts by how often the phrases stand in the article; what has signs, and entities, may
 * be anything from nothing to that. False where it cannot answer. */
static bool count_parts(const struct row_match *match, size_t article, size_t *counts, bool *doubtful)
{
    const struct search_query *query = match->query;
    bool answers = true, entities = false, *open = xcalloc(query->parts + 1, sizeof *open);
    *doubtful = false;
    memset(counts, 0, query->parts * sizeof *counts);
    for (size_t i = 0; i < query->count; i++) {
        const struct search_term *term = &query->items[i];
        size_t count = count_of(&match->found[0][i], article);
        bool told = match->found[0][i].told != NULL && match->found[0][i].told[article];
        bool entity = term->field == SEARCH_ENTITY && !told && (!term->named || count > 0);
        bool signs = (term->phrase.literal != NULL && count > 0) ||
                     (term->second.literal != NULL && count_of(&match->found[1][i], article) > 0);
        if (!search_term_is_text(term))
            continue;
        if (term->second.count > 0 && count_of(&match->found[1][i], article) == 0)
            count = 0;
        entities = entities || entity;
        *doubtful = *doubtful || signs;
        if (term->negative)
            answers = answers && (count == 0 || signs || entity || term->second.count > 0);
        else if (entity)
            open[term->part] = true;
        else if (term->field == SEARCH_WORD || told)
            counts[term->part] += count;
    }
    for (size_t part = 0; part < query->parts; part++)
        answers = answers && (counts[part] > 0 || open[part]);
    free(open);
    *doubtful = *doubtful || (entities && answers);
    return answers;
}

static bool judge_places(struct row_match *match, struct search_finds *finds, size_t article,
                         struct search_answer *answer, struct error *error)
{
    for (size_t i = 0; i < match->query->count; i++) {
        finds->first[i] = places_of(&match->found[0][i], article);
        finds->second[i] = places_of(&match->found[1][i], article);
    }
    if (!read_breaks(match, article, error))
        return false;
    finds->breaks = match->rows->breaks[article];
    answer->answers = search_judge(match->query, finds, answer->counts, &answer->together);
    return true;
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
        if (count_of(&match->found[0][i], article) > 0 && count_of(&match->found[1][i], article) > 0)
            return true;
    }
    return false;
}

static bool judge(struct row_match *match, const bool *allowed, bool *doubtful,
                  struct search_results *results, struct error *error)
{
    const struct search_query *query = match->query;
    struct search_finds finds = search_finds_new(query);
    struct search_answer answer = { .counts = xcalloc(query->parts + 1, sizeof *answer.counts) };
    bool near = has_near(query), ok = true;
    for (size_t i = 0; i < match->rows->count && ok; i++) {
        if (match->rows->ids[i] == 0 || !allowed[i])
            continue;
        bool doubt;
        answer.length = match->rows->lengths[i];
        answer.answers = count_parts(match, i, answer.counts, &doubt);
        answer.together = answer.answers;
        if (doubt)
            doubtful[i] = true;
        else if ((near && may_be_near(match, i)) || (answer.answers && match->placed))
            ok = judge_places(match, &finds, i, &answer, error);
        if (ok && !doubt)
            search_results_add(results, query, i, &answer);
    }
    for (size_t i = 0; i < query->count; i++)
        finds.first[i].items = finds.second[i].items = NULL; /* the match's */
    finds.breaks.items = NULL;
    search_finds_free(query, &finds);
    free(answer.counts);
    return ok;
}

bool search_match(struct sql *sql, struct search_rows *rows, const struct search_query *query,
                  const bool *allowed, bool *doubtful, struct search_results *results,
                  struct error *error)
{
    struct row_match match = { .sql = sql, .rows = rows, .query = query };
    match.placed = query->parts > 1 || has_near(query);
    for (int i = 0; i < 2; i++)
        match.found[i] = xcalloc(query->count + 1, sizeof *match.found[i]);
    bool ok = find_phrases(&match, error) && judge(&match, allowed, doubtful, results, error);
    for (int i = 0; i < 2; i++) {
        for (size_t term = 0; term < query->count; term++) {
            free(match.found[i][term].told);
            free(match.found[i][term].counts);
            free(match.found[i][term].first);
            free(match.found[i][term].places.items);
        }
        free(match.found[i]);
    }
    return ok;
}
