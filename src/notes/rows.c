#include "notes/rows.h"

#include <string.h>

#include "base/buffer.h"
#include "notes/pack.h"

static bool insert_annotation(struct sql *sql, const struct annotation *annotation,
                              struct error *error)
{
    struct buffer record = { 0 };
    struct sql_query *query =
        sql_query(sql,
                  "INSERT INTO annotation (id, created, kind, origin, record) "
                  "VALUES (?1, ?2, ?3, ?4, ?5)",
                  error);
    pack_write(annotation, &record);
    sql_bind_text(query, 1, annotation->id);
    sql_bind_text(query, 2, annotation->created);
    sql_bind_text(query, 3, annotation_kind_name(annotation->kind));
    sql_bind_text(query, 4, annotation->origin[0] != '\0' ? annotation->origin : NULL);
    sql_bind_bytes(query, 5, record.data, record.length);
    bool ok = sql_finish_run(query, error);
    buffer_free(&record);
    return ok;
}

static bool insert_target(struct sql *sql, const char *id, const struct annotation_target *target,
                          struct error *error)
{
    struct sql_query *query = sql_query(sql,
                                        "INSERT INTO target SELECT sequence, ?2, ?3, ?4, ?5 "
                                        "FROM annotation WHERE id = ?1",
                                        error);
    sql_bind_text(query, 1, id);
    sql_bind_number(query, 2, target->role);
    sql_bind_text(query, 3, target->article);
    sql_bind_text(query, 4, target->story);
    sql_bind_text(query, 5, target->hash);
    return sql_finish_run(query, error);
}

static bool insert_tag(struct sql *sql, const char *id, const char *tag, struct error *error)
{
    struct sql_query *query =
        sql_query(sql, "INSERT INTO tag SELECT sequence, ?2 FROM annotation WHERE id = ?1", error);
    sql_bind_text(query, 1, id);
    sql_bind_text(query, 2, tag);
    return sql_finish_run(query, error);
}

bool rows_insert(struct sql *sql, const struct annotation *annotation, struct error *error)
{
    bool ok = insert_annotation(sql, annotation, error);
    for (size_t i = 0; ok && i < annotation->target_count; i++)
        ok = insert_target(sql, annotation->id, &annotation->targets[i], error);
    for (size_t i = 0; ok && i < annotation->tag_count; i++)
        ok = insert_tag(sql, annotation->id, annotation->tags[i], error);
    return ok;
}

bool rows_delete(struct sql *sql, const char *id, struct error *error)
{
    struct sql_query *query = sql_query(sql, "DELETE FROM annotation WHERE id = ?1", error);
    sql_bind_text(query, 1, id);
    return sql_finish_run(query, error);
}

bool rows_same(const struct annotation *a, const struct annotation *b)
{
    return annotation_same(a, b) && strcmp(a->id, b->id) == 0 &&
           strcmp(a->created, b->created) == 0 && strcmp(a->modified, b->modified) == 0 &&
           strcmp(a->origin, b->origin) == 0;
}

bool rows_read(struct sql_query *query, int record, struct annotation *annotation)
{
    size_t length;
    size_t used;
    const char *bytes = sql_bytes(query, record, &length);
    bool ok = pack_read(bytes, length, annotation, &used) && used == length;
    if (!ok)
        annotation_free(annotation);
    return ok;
}

enum rows_found rows_find(struct sql *sql, const char *id, struct annotation *annotation,
                          struct error *error)
{
    struct sql_query *query = sql_query(sql, "SELECT record FROM annotation WHERE id = ?1", error);
    sql_bind_text(query, 1, id);
    enum rows_found found = ROWS_FAILED;
    switch (sql_step(query, error)) {
    case SQL_ROW:
        found = rows_read(query, 0, annotation) ? ROWS_FOUND : ROWS_DAMAGED;
        if (found == ROWS_DAMAGED)
            error_set(error, "%s: the note is damaged", id);
        break;
    case SQL_DONE:
        found = ROWS_ABSENT;
        error_set(error, "%s: there is no such note", id);
        break;
    case SQL_FAILED: break;
    }
    sql_finish(query);
    return found;
}

/* How many of the rows made from the record are there as they should be. */
static bool count_rows(struct sql *sql, const struct annotation *annotation, size_t *count,
                       struct error *error)
{
    struct sql_query *query =
        sql_query(sql,
                  "SELECT 0, role, article, story, target.hash FROM target, annotation "
                  "WHERE target.annotation = sequence AND id = ?1 "
                  "UNION ALL SELECT 1, tag, '', '', '' FROM tag, annotation "
                  "WHERE tag.annotation = sequence AND id = ?1",
                  error);
    enum sql_result result;
    *count = 0;
    sql_bind_text(query, 1, annotation->id);
    while ((result = sql_step(query, error)) == SQL_ROW) {
        if (sql_number(query, 0) == 1) {
            *count += annotation_has_tag(annotation, sql_text(query, 1));
            continue;
        }
        const struct annotation_target *target =
            annotation_target(annotation, (enum target_role)sql_number(query, 1));
        *count += target != NULL && strcmp(target->article, sql_text(query, 2)) == 0 &&
                  strcmp(target->story, sql_text(query, 3)) == 0 &&
                  strcmp(target->hash, sql_text(query, 4)) == 0;
    }
    sql_finish(query);
    return result == SQL_DONE;
}

static bool verify_row(struct sql *sql, struct sql_query *query, bool *sound, struct error *error)
{
    struct annotation annotation;
    size_t count;
    *sound = rows_read(query, 0, &annotation);
    if (!*sound)
        return true;
    bool ok = count_rows(sql, &annotation, &count, error);
    *sound = ok && strcmp(annotation.id, sql_text(query, 1)) == 0 &&
             strcmp(annotation.created, sql_text(query, 2)) == 0 &&
             strcmp(annotation_kind_name(annotation.kind), sql_text(query, 3)) == 0 &&
             strcmp(annotation.origin, sql_text(query, 4)) == 0 &&
             count == annotation.tag_count + annotation.target_count;
    annotation_free(&annotation);
    return ok;
}

bool rows_verify(struct sql *sql, bool *sound, struct error *error)
{
    struct sql_query *query = sql_query(
        sql, "SELECT record, id, created, kind, origin FROM annotation NOT INDEXED", error);
    *sound = true;
    enum sql_result result = SQL_ROW;
    bool ok = true;
    while (ok && *sound && (result = sql_step(query, error)) == SQL_ROW)
        ok = verify_row(sql, query, sound, error);
    sql_finish(query);
    return ok && result != SQL_FAILED;
}
