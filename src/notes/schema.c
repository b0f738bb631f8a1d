#include "notes/schema.h"

#define APPLICATION 0x44707463 /* "Dptc" */

/* What a file has gone through. Never change a step that was released; add one. */
static const char *const steps[] = {
    "CREATE TABLE annotation (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
    "created TEXT NOT NULL, kind TEXT NOT NULL, origin TEXT, record BLOB NOT NULL);"
    "CREATE INDEX annotation_created ON annotation (created, id);"
    "CREATE INDEX annotation_origin ON annotation (origin) WHERE origin IS NOT NULL;"
    "CREATE TABLE target (annotation INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE, "
    "role INTEGER NOT NULL, article TEXT NOT NULL, story TEXT NOT NULL, hash TEXT NOT NULL, "
    "PRIMARY KEY (annotation, role)) WITHOUT ROWID;"
    "CREATE INDEX target_article ON target (article);"
    "CREATE INDEX target_story ON target (story);"
    "CREATE INDEX target_hash ON target (hash);"
    "CREATE TABLE tag (annotation INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE, "
    "tag TEXT NOT NULL, PRIMARY KEY (annotation, tag)) WITHOUT ROWID;"
    "CREATE INDEX tag_name ON tag (tag);"
    "PRAGMA user_version = 1;",

    "CREATE TABLE change (sequence INTEGER PRIMARY KEY, batch INTEGER NOT NULL, "
    "undone INTEGER NOT NULL DEFAULT 0, before BLOB, after BLOB);"
    "CREATE INDEX change_batch ON change (undone, batch);"
    "PRAGMA user_version = 2;",

    "CREATE TABLE bin (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, gone TEXT NOT NULL, "
    "record BLOB NOT NULL);"
    "CREATE INDEX bin_id ON bin (id);"
    "PRAGMA user_version = 3;",

    /* No table: from here on a record may be a word's, which older programs do not know. */
    "PRAGMA user_version = 4;",
};

#define STEPS ((int64_t)(sizeof steps / sizeof *steps))

int64_t schema_version(void)
{
    return STEPS;
}

bool schema_look(struct sql *sql, enum schema_age *age, int64_t *version, struct error *error)
{
    int64_t application;
    int64_t tables;
    if (!sql_ask(sql, "PRAGMA user_version", version, error) ||
        !sql_ask(sql, "PRAGMA application_id", &application, error) ||
        !sql_ask(sql, "SELECT count(*) FROM sqlite_master", &tables, error))
        return false;
    if (tables == 0 && *version == 0 && application == 0)
        *age = SCHEMA_NONE;
    else if (application != APPLICATION || *version < 1)
        *age = SCHEMA_FOREIGN;
    else
        *age = *version > STEPS ? SCHEMA_NEWER : *version < STEPS ? SCHEMA_OLDER : SCHEMA_CURRENT;
    return true;
}

bool schema_is_whole(struct sql *sql, int64_t version, bool *whole, struct error *error)
{
    int64_t tables;
    if (!sql_ask(sql,
                 "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND "
                 "name IN ('annotation', 'target', 'tag', 'change', 'bin')",
                 &tables, error))
        return false;
    *whole = tables == (version < 2 ? 3 : version < 3 ? 4 : 5);
    return true;
}

static bool take_steps(struct sql *sql, struct error *error)
{
    enum schema_age age;
    int64_t version;
    if (!schema_look(sql, &age, &version, error))
        return false;
    bool ok = version > 0 || sql_run(sql, "PRAGMA application_id = 1148220515", error);
    for (int64_t step = version; ok && step < STEPS; step++)
        ok = sql_run(sql, steps[step], error);
    return ok;
}

bool schema_update(struct sql *sql, struct error *error)
{
    if (!sql_run(sql, "BEGIN IMMEDIATE", error))
        return false;
    if (take_steps(sql, error) && sql_run(sql, "COMMIT", error))
        return true;
    if (sql_in_transaction(sql))
        (void)sql_run(sql, "ROLLBACK", NULL);
    return false;
}
