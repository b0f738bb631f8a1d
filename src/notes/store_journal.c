#include "notes/store_inner.h"

#include "base/buffer.h"
#include "base/vector.h"
#include "notes/pack.h"

/* A new change makes what was undone unreachable; the oldest changes are forgotten. */
bool store_journal_begin(struct store *store, struct error *error)
{
    return sql_ask(store->sql, "SELECT coalesce(max(batch), 0) + 1 FROM change WHERE undone = 0",
                   &store->batch, error) &&
           sql_run(store->sql, "DELETE FROM change WHERE undone = 1", error);
}

bool store_journal_trim(struct store *store, struct error *error)
{
    struct sql_query *query =
        sql_query(store->sql, "DELETE FROM change WHERE undone = 0 AND batch <= ?1", error);
    sql_bind_number(query, 1, store->batch - STORE_JOURNAL);
    return sql_finish_run(query, error);
}

static bool add_change(struct store *store, const struct buffer *before, const struct buffer *after,
                       struct error *error)
{
    struct sql_query *query = sql_query(
        store->sql, "INSERT INTO change (batch, before, after) VALUES (?1, ?2, ?3)", error);
    sql_bind_number(query, 1, store->batch);
    sql_bind_bytes(query, 2, before->data, before->length);
    sql_bind_bytes(query, 3, after->data, after->length);
    return sql_finish_run(query, error);
}

bool store_journal(struct store *store, const struct annotation *before,
                   const struct annotation *after, struct error *error)
{
    struct buffer old = { 0 };
    struct buffer new = { 0 };
    if (before != NULL)
        pack_write(before, &old);
    if (after != NULL)
        pack_write(after, &new);
    bool ok = store->batching || store_journal_begin(store, error);
    ok = ok && add_change(store, &old, &new, error) &&
         (store->batching || store_journal_trim(store, error));
    buffer_free(&old);
    buffer_free(&new);
    return ok;
}

/* A number that was given anew, for what had it was undone, is the last one's. */
void store_remember_own(struct store *store)
{
    while (store->own.count > 0 && store->own.items[store->own.count - 1] >= store->batch)
        store->own.count--;
    VECTOR_PUSH(&store->own, store->batch);
}
