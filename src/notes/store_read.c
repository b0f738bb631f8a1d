#include "notes/store_inner.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "notes/sieve.h"
#include "notes/rows.h"

bool store_get(struct store *store, const char *id, struct annotation *annotation,
               struct error *error)
{
    return store_refresh(store, error) &&
           rows_find(store->sql, id, annotation, error) == ROWS_FOUND;
}

bool store_has(struct store *store, const char *id)
{
    struct annotation found;
    if (!store_refresh(store, NULL))
        return false;
    enum rows_found result = rows_find(store->sql, id, &found, NULL);
    if (result == ROWS_FOUND)
        annotation_free(&found);
    return result != ROWS_ABSENT;
}

#define SELECT "SELECT record FROM annotation "
#define ORDER " ORDER BY created, id"
#define OF_TARGET(column)                                                                          \
    SELECT "WHERE sequence IN (SELECT annotation FROM target WHERE " column " = ?1)" ORDER

/* The narrowest search that there is an index for. */
static struct sql_query *select_rows(struct store *store, const struct store_filter *filter,
                                     struct error *error)
{
    const char *text = SELECT ORDER;
    const char *value = NULL;
    if (filter->origin != NULL) {
        text = SELECT "WHERE origin = ?1" ORDER;
        value = filter->origin;
    } else if (filter->article != NULL) {
        text = OF_TARGET("article");
        value = filter->article;
    } else if (filter->hash != NULL) {
        text = OF_TARGET("hash");
        value = filter->hash;
    } else if (filter->story != NULL) {
        text = OF_TARGET("story");
        value = filter->story;
    } else if (filter->tag != NULL) {
        text = SELECT "WHERE sequence IN (SELECT annotation FROM tag WHERE tag = ?1)" ORDER;
        value = filter->tag;
    }
    struct sql_query *query = sql_query(store->sql, text, error);
    if (value != NULL)
        sql_bind_text(query, 1, value);
    return query;
}

struct visit {
    struct sieve *sieve;
    bool (*visit)(void *context, const struct annotation *annotation);
    void *context;
    size_t damaged;
};

static bool visit_row(struct visit *visit, struct sql_query *query)
{
    struct annotation annotation;
    if (!rows_read(query, 0, &annotation)) {
        visit->damaged++;
        return true;
    }
    bool more =
        !sieve_accepts(visit->sieve, &annotation) || visit->visit(visit->context, &annotation);
    annotation_free(&annotation);
    return more;
}

bool store_each(struct store *store, const struct store_filter *filter,
                bool (*visit)(void *context, const struct annotation *annotation), void *context,
                size_t *damaged, struct error *error)
{
    static const struct store_filter all = { 0 };
    if (filter == NULL)
        filter = &all;
    if (!store_refresh(store, error))
        return false;
    struct sql_query *query = select_rows(store, filter, error);
    struct visit each = { sieve_new(filter), visit, context, 0 };
    enum sql_result result = SQL_ROW;
    bool more = true;
    while (more && (result = sql_step(query, error)) == SQL_ROW)
        more = visit_row(&each, query);
    sql_finish(query);
    sieve_free(each.sieve);
    if (damaged != NULL)
        *damaged = each.damaged;
    if (each.damaged > 0) {
        char *text = xasprintf("%s: %zu notes in it are damaged", store->path, each.damaged);
        store_tell(store, text);
        free(text);
    }
    return result != SQL_FAILED;
}

bool store_tags(struct store *store, void (*visit)(void *context, const char *tag, size_t count),
                void *context, struct error *error)
{
    if (!store_refresh(store, error))
        return false;
    struct sql_query *query =
        sql_query(store->sql, "SELECT tag, count(*) FROM tag GROUP BY tag ORDER BY tag", error);
    enum sql_result result;
    while ((result = sql_step(query, error)) == SQL_ROW)
        visit(context, sql_text(query, 0), (size_t)sql_number(query, 1));
    sql_finish(query);
    return result == SQL_DONE;
}
