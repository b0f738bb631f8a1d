#include "notes/harvest.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "notes/pack.h"
#include "notes/rows.h"
#include "notes/stamp.h"

/* --- the best of each --- */

static struct harvest_item *item_of(struct harvest *harvest, const char *id)
{
    uint32_t number = string_ids_add(&harvest->ids, id, strlen(id));
    if (number == harvest->count) {
        VECTOR_PUSH(harvest, (struct harvest_item){ 0 });
        memcpy(harvest->items[number].id, id, strlen(id) + 1);
    }
    return &harvest->items[number];
}

static void keep_best(struct harvest *harvest, const struct annotation *annotation,
                      const char *record, size_t length, enum harvest_rank rank)
{
    if (!stamp_is_id(annotation->id))
        return;
    struct harvest_item *item = item_of(harvest, annotation->id);
    bool better = rank > item->rank || rank == HARVEST_JOURNAL ||
                  (rank == item->rank && strcmp(annotation->modified, item->modified) > 0);
    if (item->length > 0 && (rank < item->rank || !better))
        return;
    memcpy(item->modified, annotation->modified, sizeof annotation->modified);
    item->at = harvest->records.length;
    item->length = length;
    item->rank = rank;
    buffer_add(&harvest->records, record, length);
}

/* --- tables --- */

static bool take_row(struct harvest *harvest, struct sql_query *query, enum harvest_rank rank)
{
    struct annotation annotation;
    size_t length;
    const char *id = sql_text(query, 2);
    if (rank == HARVEST_ROW && stamp_is_id(id))
        item_of(harvest, id)->listed = true;
    if (!rows_read(query, 1, &annotation))
        return false;
    const char *record = sql_bytes(query, 1, &length);
    keep_best(harvest, &annotation, record, length, rank);
    annotation_free(&annotation);
    return true;
}

struct run {
    int64_t from;
    bool down;
    int64_t reached; /* the last row that was there */
    bool ended;      /* at the end of the table, not at a damaged page */
    bool whole;      /* and each record was right */
};

static void take_run(struct harvest *harvest, struct sql *sql, struct run *run,
                     enum harvest_rank rank)
{
    struct sql_query *query = sql_query(sql,
                                        run->down ? "SELECT sequence, record, id FROM annotation "
                                                    "WHERE sequence <= ?1 ORDER BY sequence DESC"
                                                  : "SELECT sequence, record, id FROM annotation "
                                                    "WHERE sequence >= ?1 ORDER BY sequence",
                                        NULL);
    enum sql_result result = SQL_FAILED;
    bool right = true;
    if (query != NULL)
        sql_bind_number(query, 1, run->from);
    while (query != NULL && (result = sql_step(query, NULL)) == SQL_ROW) {
        run->reached = sql_number(query, 0);
        right = take_row(harvest, query, rank) && right;
    }
    sql_finish(query);
    run->ended = result == SQL_DONE;
    run->whole = run->ended && right;
}

#define LEAPS 64

/* Reads up from the one end and down from the other; what lies between two damaged places is tried
 * at some points. */
bool harvest_table(struct harvest *harvest, struct sql *sql, enum harvest_rank rank)
{
    struct run up = { .from = INT64_MIN, .reached = 0 };
    struct run down = { .from = INT64_MAX, .down = true, .reached = 0 };
    take_run(harvest, sql, &up, rank);
    harvest->complete = harvest->complete || (rank == HARVEST_ROW && up.ended);
    if (up.ended)
        return up.whole;
    take_run(harvest, sql, &down, rank);
    for (int64_t i = 1; i < LEAPS && down.reached - up.reached > 1; i++) {
        struct run leap = { .from = up.reached + (down.reached - up.reached) / LEAPS * i + 1 };
        take_run(harvest, sql, &leap, rank);
    }
    return false;
}

/* What one row of the journal left behind: the later record, or nothing. */
static void learn(struct harvest *harvest, struct sql_query *query)
{
    struct annotation annotation;
    bool removed = sql_is_null(query, 1);
    if (!rows_read(query, removed ? 0 : 1, &annotation))
        return;
    if (stamp_is_id(annotation.id)) {
        size_t length;
        const char *record = sql_bytes(query, 1, &length);
        item_of(harvest, annotation.id)->removed = removed;
        if (!removed)
            keep_best(harvest, &annotation, record, length, HARVEST_JOURNAL);
    }
    annotation_free(&annotation);
}

/* Reads all of it first, for half of a journal would tell half of the truth. */
static bool read_journal(struct harvest *harvest, struct sql *sql, const char *text, bool apply)
{
    struct sql_query *query = sql_query(sql, text, NULL);
    enum sql_result result = SQL_FAILED;
    while (query != NULL && (result = sql_step(query, NULL)) == SQL_ROW) {
        if (apply)
            learn(harvest, query);
    }
    sql_finish(query);
    return result == SQL_DONE;
}

void harvest_journal(struct harvest *harvest, struct sql *sql)
{
    static const char done[] =
        "SELECT before, after FROM change WHERE undone = 0 ORDER BY sequence";
    static const char undone[] =
        "SELECT after, before FROM change WHERE undone = 1 ORDER BY sequence DESC";
    if (!read_journal(harvest, sql, done, false) || !read_journal(harvest, sql, undone, false))
        return;
    read_journal(harvest, sql, done, true);
    read_journal(harvest, sql, undone, true);
}

/* --- bytes --- */

static size_t take_bytes(struct harvest *harvest, const char *bytes, size_t length)
{
    struct annotation annotation;
    size_t used;
    if (pack_read(bytes, length, &annotation, &used))
        keep_best(harvest, &annotation, bytes, used, HARVEST_COPY);
    else
        used = strlen(PACK_MAGIC);
    annotation_free(&annotation);
    return used;
}

void harvest_bytes(struct harvest *harvest, const char *bytes, size_t length)
{
    size_t magic = strlen(PACK_MAGIC);
    for (size_t at = 0; at + magic <= length;) {
        const char *found = memchr(bytes + at, PACK_MAGIC[0], length - at - magic + 1);
        if (found == NULL)
            return;
        at = (size_t)(found - bytes);
        at += memcmp(found, PACK_MAGIC, magic) == 0 ? take_bytes(harvest, found, length - at) : 1;
    }
}

/* --- the outcome --- */

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct harvest_item *)a)->id, ((const struct harvest_item *)b)->id);
}

void harvest_sort(struct harvest *harvest)
{
    if (harvest->count > 0)
        qsort(harvest->items, harvest->count, sizeof *harvest->items, compare);
    string_ids_free(&harvest->ids);
}

bool harvest_next(const struct harvest *harvest, size_t *cursor, const struct harvest_item **item)
{
    while (*cursor < harvest->count) {
        const struct harvest_item *next = &harvest->items[(*cursor)++];
        bool gone = next->removed || (harvest->complete && !next->listed);
        if (next->length > 0 && (next->rank == HARVEST_ROW || !gone)) {
            *item = next;
            return true;
        }
    }
    return false;
}

void harvest_free(struct harvest *harvest)
{
    buffer_free(&harvest->records);
    free(harvest->items);
    string_ids_free(&harvest->ids);
    *harvest = (struct harvest){ .count = 0 };
}
