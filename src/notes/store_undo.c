#include "notes/store_inner.h"

#include <string.h>

#include "notes/rows.h"

struct change {
    struct annotation before;
    struct annotation after;
    bool had_before;
    bool has_after;
};

static void free_change(struct change *change)
{
    if (change->had_before)
        annotation_free(&change->before);
    if (change->has_after)
        annotation_free(&change->after);
}

/* An empty column is an annotation that was not there. */
static bool unpack(struct sql_query *query, int column, struct annotation *annotation, bool *there)
{
    bool absent = sql_is_null(query, column);
    *there = !absent && rows_read(query, column, annotation);
    return absent || *there;
}

static bool read_change(struct sql_query *query, struct change *change, struct error *error)
{
    *change = (struct change){ .had_before = false };
    bool ok = unpack(query, 0, &change->before, &change->had_before) &&
              unpack(query, 1, &change->after, &change->has_after) &&
              (change->had_before || change->has_after);
    if (ok)
        return true;
    free_change(change);
    error_set(error, "the journal of changes is damaged");
    return false;
}

/* Puts `to` in the place of `from`, which must still be what is there. What goes without a trace in
 * the journal once something new is done goes to the bin. */
static bool turn(struct store *store, const struct annotation *from, const struct annotation *to,
                 bool undo, struct error *error)
{
    struct annotation now;
    const char *id = from != NULL ? from->id : to->id;
    enum rows_found found = rows_find(store->sql, id, &now, error);
    if (found == ROWS_FAILED || found == ROWS_DAMAGED)
        return false;
    bool as_expected =
        from != NULL ? found == ROWS_FOUND && rows_same(&now, from) : found == ROWS_ABSENT;
    if (found == ROWS_FOUND)
        annotation_free(&now);
    if (!as_expected) {
        error_set(error, "%s: the note is no longer what the change made it", id);
        return false;
    }
    bool keep = from != NULL && (to == NULL || undo);
    return (!keep || store_bin_put(store, from, error)) &&
           (from == NULL || rows_delete(store->sql, id, error)) &&
           (to == NULL || (rows_insert(store->sql, to, error) && store_bin_drop(store, to, error)));
}

static void describe(const struct change *change, bool undo, struct store_step *step)
{
    const struct annotation *some = change->has_after ? &change->after : &change->before;
    step->count++;
    if (step->count > 1 && undo == false)
        return;
    memcpy(step->id, some->id, sizeof step->id);
    step->action = !change->had_before  ? STORE_ADDED
                   : !change->has_after ? STORE_REMOVED
                                        : STORE_EDITED;
}

static bool turn_batch(struct store *store, bool undo, struct store_step *step, struct error *error)
{
    struct sql_query *query =
        sql_query(store->sql,
                  undo ? "SELECT before, after FROM change WHERE batch = ?1 ORDER BY sequence DESC"
                       : "SELECT before, after FROM change WHERE batch = ?1 ORDER BY sequence",
                  error);
    sql_bind_number(query, 1, store->batch);
    enum sql_result result = SQL_DONE;
    bool ok = true;
    while (ok && (result = sql_step(query, error)) == SQL_ROW) {
        struct change change;
        if (!(ok = read_change(query, &change, error)))
            break;
        const struct annotation *before = change.had_before ? &change.before : NULL;
        const struct annotation *after = change.has_after ? &change.after : NULL;
        ok = undo ? turn(store, after, before, true, error)
                  : turn(store, before, after, false, error);
        describe(&change, undo, step);
        free_change(&change);
    }
    sql_finish(query);
    return ok && result == SQL_DONE;
}

static bool is_own(const struct store *store, int64_t batch)
{
    for (size_t i = store->own.count; i-- > 0;)
        if (store->own.items[i] == batch)
            return true;
    return false;
}

static bool mark(struct store *store, bool undone, struct error *error)
{
    struct sql_query *query =
        sql_query(store->sql, "UPDATE change SET undone = ?2 WHERE batch = ?1", error);
    sql_bind_number(query, 1, store->batch);
    sql_bind_number(query, 2, undone);
    return sql_finish_run(query, error);
}

/* The batch that is undone or redone next. */
static bool find_batch(struct store *store, bool undo, struct error *error)
{
    bool ok = sql_ask(store->sql,
                      undo ? "SELECT coalesce(max(batch), 0) FROM change WHERE undone = 0"
                           : "SELECT coalesce(min(batch), 0) FROM change WHERE undone = 1",
                      &store->batch, error);
    if (ok && store->batch == 0) {
        error_set(error, undo ? "undo: there is no change to take back"
                              : "redo: no change was taken back");
        ok = false;
    }
    return ok;
}

/* The first row of the batch. */
static bool read_first(struct store *store, struct change *change, struct error *error)
{
    struct sql_query *query = sql_query(
        store->sql, "SELECT before, after FROM change WHERE batch = ?1 ORDER BY sequence", error);
    sql_bind_number(query, 1, store->batch);
    bool ok = sql_step(query, error) == SQL_ROW && read_change(query, change, error);
    sql_finish(query);
    return ok;
}

static bool count_batch(struct store *store, struct store_step *step, struct error *error)
{
    struct sql_query *query = sql_query(
        store->sql, "SELECT count(*), count(before), count(after) FROM change WHERE batch = ?1",
        error);
    sql_bind_number(query, 1, store->batch);
    bool ok = sql_step(query, error) == SQL_ROW;
    int64_t all = ok ? sql_number(query, 0) : 0;
    int64_t had = ok ? sql_number(query, 1) : 0, has = ok ? sql_number(query, 2) : 0;
    step->count = (size_t)all;
    step->mixed = (had > 0 && had < all) || (has > 0 && has < all);
    sql_finish(query);
    return ok;
}

bool store_peek(struct store *store, bool undo, struct store_step *step,
                struct annotation *annotation, struct error *error)
{
    struct change change;
    *step = (struct store_step){ .count = 0 };
    if (store->batching || !store_refresh(store, error) || !find_batch(store, undo, error) ||
        !read_first(store, &change, error))
        return false;
    describe(&change, undo, step);
    annotation_copy(annotation, change.has_after ? &change.after : &change.before);
    free_change(&change);
    step->own = is_own(store, store->batch);
    return count_batch(store, step, error);
}

static bool step_journal(struct store *store, bool undo, struct store_step *step,
                         struct error *error)
{
    struct store_step ignored;
    if (step == NULL)
        step = &ignored;
    *step = (struct store_step){ .count = 0 };
    if (store->batching) {
        error_set(error, "%s: changes are being made", undo ? "undo" : "redo");
        return false;
    }
    if (!store_enter(store, error))
        return false;
    bool ok = find_batch(store, undo, error);
    step->own = ok && is_own(store, store->batch);
    ok = ok && turn_batch(store, undo, step, error) && mark(store, undo, error);
    return store_leave(store, ok, error);
}

bool store_undo(struct store *store, struct store_step *step, struct error *error)
{
    return step_journal(store, true, step, error);
}

bool store_redo(struct store *store, struct store_step *step, struct error *error)
{
    return step_journal(store, false, step, error);
}
