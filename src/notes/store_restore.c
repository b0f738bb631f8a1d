#include "notes/store_inner.h"

#include <string.h>

#include "notes/rows.h"

bool store_bin_each(struct store *store,
                    bool (*visit)(void *context, const struct annotation *annotation,
                                  const char *gone),
                    void *context, struct error *error)
{
    if (!store_refresh(store, error))
        return false;
    struct sql_query *query =
        sql_query(store->sql, "SELECT record, gone FROM bin ORDER BY sequence DESC", error);
    enum sql_result result;
    bool more = true;
    while (more && (result = sql_step(query, error)) == SQL_ROW) {
        struct annotation annotation;
        if (!rows_read(query, 0, &annotation))
            continue;
        more = visit(context, &annotation, sql_text(query, 1));
        annotation_free(&annotation);
    }
    sql_finish(query);
    return !more || result == SQL_DONE;
}

/* The one of that id that went last. */
static bool find_last(struct store *store, const char *id, struct annotation *annotation,
                      struct error *error)
{
    struct sql_query *query =
        sql_query(store->sql, "SELECT record FROM bin WHERE id = ?1 ORDER BY sequence DESC", error);
    enum sql_result result;
    bool found = false;
    sql_bind_text(query, 1, id);
    while (!found && (result = sql_step(query, error)) == SQL_ROW)
        found = rows_read(query, 0, annotation);
    sql_finish(query);
    if (!found && result == SQL_DONE)
        error_set(error, "%s: there is no deleted note of that id", id);
    return found;
}

/* Where a note of the id is there, for a change of it was undone, the one from the bin gets an id
 * of its own. */
bool store_bin_restore(struct store *store, const char *id, char restored[ANNOTATION_ID_SIZE],
                       struct error *error)
{
    struct annotation annotation;
    bool batching = store->batching;
    if (!store_refresh(store, error) || !find_last(store, id, &annotation, error))
        return false;
    struct annotation gone;
    annotation_copy(&gone, &annotation);
    bool ok = batching || store_begin(store, error);
    if (ok && store_has(store, id))
        annotation.id[0] = '\0';
    ok = ok && store_add(store, &annotation, error) && store_bin_drop(store, &gone, error);
    if (!batching && ok)
        ok = store_end(store, error);
    else if (!batching)
        store_abandon(store);
    if (ok)
        memcpy(restored, annotation.id, ANNOTATION_ID_SIZE);
    annotation_free(&annotation);
    annotation_free(&gone);
    return ok;
}

bool store_bin_empty(struct store *store, size_t *count, struct error *error)
{
    int64_t notes = 0;
    if (!store_enter(store, error))
        return false;
    bool ok = sql_ask(store->sql, "SELECT count(*) FROM bin", &notes, error) &&
              sql_run(store->sql, "DELETE FROM bin", error);
    *count = (size_t)notes;
    return store_leave(store, ok, error);
}
