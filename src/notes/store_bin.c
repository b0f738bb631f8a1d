#include "notes/store_inner.h"

#include <time.h>

#include "base/buffer.h"
#include "notes/pack.h"
#include "notes/stamp.h"

bool store_bin_put(struct store *store, const struct annotation *annotation, struct error *error)
{
    char now[ANNOTATION_TIME_SIZE];
    struct buffer record = { 0 };
    struct sql_query *query =
        sql_query(store->sql, "INSERT INTO bin (id, gone, record) VALUES (?1, ?2, ?3)", error);
    stamp_time((int64_t)time(NULL), now);
    pack_write(annotation, &record);
    sql_bind_text(query, 1, annotation->id);
    sql_bind_text(query, 2, now);
    sql_bind_bytes(query, 3, record.data, record.length);
    bool ok = sql_finish_run(query, error);
    buffer_free(&record);
    return ok;
}

bool store_bin_drop(struct store *store, const struct annotation *annotation, struct error *error)
{
    struct buffer record = { 0 };
    struct sql_query *query =
        sql_query(store->sql, "DELETE FROM bin WHERE id = ?1 AND record = ?2", error);
    pack_write(annotation, &record);
    sql_bind_text(query, 1, annotation->id);
    sql_bind_bytes(query, 2, record.data, record.length);
    bool ok = sql_finish_run(query, error);
    buffer_free(&record);
    return ok;
}
