#include "notes/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "notes/backup.h"
#include "notes/rows.h"
#include "notes/salvage.h"
#include "notes/schema.h"
#include "notes/store_inner.h"

/* Files up to this size are read through at every opening, larger ones once a day. */
#define CHECK_LIMIT ((int64_t)4 << 20)

void store_tell(struct store *store, const char *text)
{
    struct error old = store->notice;
    error_set(&store->notice, "%s%s%s", old.text, old.text[0] != '\0' ? "; " : "", text);
}

static bool only_read(struct store *store, const char *reason)
{
    char *text = xasprintf("%s: %s", store->path, reason);
    store->read_only = true;
    store_tell(store, text);
    free(text);
    return true;
}

static bool reopen_to_read(struct store *store, struct error *error)
{
    sql_close(store->sql);
    store->sql = sql_open(store->path, SQL_READ, error);
    return store->sql != NULL;
}

static bool update_schema(struct store *store, enum schema_age age, int64_t version,
                          struct error *error)
{
    if (age == SCHEMA_OLDER && !backup_before_schema(store->sql, store->folder, version, error)) {
        error_prefix(error, "the notes cannot be brought up to date without a backup");
        return false;
    }
    return schema_update(store->sql, error);
}

/* What has no notes where there were some: copies of it are there. */
static bool is_loss(struct store *store, const char *what, struct error *error)
{
    if (!backup_is_any(store->folder))
        return false;
    store->loss = what;
    error_set(error, "%s: %s", store->path, what);
    return true;
}

static bool has_tables(struct store *store, int64_t version, struct error *error)
{
    bool whole;
    if (!schema_is_whole(store->sql, version, &whole, error))
        return false;
    if (!whole && !is_loss(store, _("lacked some of its tables"), error))
        error_set(error, "%s: lacks some of its tables", store->path);
    return whole;
}

static bool settle_schema(struct store *store, struct error *error)
{
    enum schema_age age;
    int64_t version;
    char reason[160];
    if (!schema_look(store->sql, &age, &version, error))
        return false;
    switch (age) {
    case SCHEMA_FOREIGN:
        if (is_loss(store, _("was a database of another program"), error))
            return false;
        error_set(error, "%s: is a database of another program", store->path);
        return false;
    case SCHEMA_NEWER:
        snprintf(
            reason, sizeof reason,
            "was written by a newer version of diptych (schema %lld, this one knows %lld): the "
            "notes can be read but not changed",
            (long long)version, (long long)schema_version());
        return reopen_to_read(store, error) && only_read(store, reason);
    case SCHEMA_CURRENT:
        if (!has_tables(store, version, error))
            return false;
        break;
    case SCHEMA_NONE:
        if (is_loss(store, _("was empty"), error))
            return false;
        (void)chmod(store->path, 0600); /* notes are nobody else's */
        /* fall through */
    case SCHEMA_OLDER:
        if (!sql_is_read_only(store->sql))
            return update_schema(store, age, version, error);
        break;
    }
    return !sql_is_read_only(store->sql) || only_read(store, "may only be read");
}

/* Reads a file through unless that takes long. False when reading fails. */
static bool look_through(struct store *store, bool *sound, struct error *error)
{
    struct file_stamp stamp = file_stamp(store->path);
    *sound = true;
    if (store->read_only || stamp.size > CHECK_LIMIT)
        return true;
    return sql_check(store->sql, error) && rows_verify(store->sql, sound, error);
}

/* Opens the file and judges it. *damaged: a failure for which mending is the answer. */
static bool open_file(struct store *store, bool *damaged, struct error *error)
{
    bool sound = true;
    store->read_only = false;
    store->loss = NULL;
    store->sql = sql_open(store->path, SQL_WRITE, error);
    bool ok = store->sql != NULL && !sql_is_damaged(store->sql) && settle_schema(store, error) &&
              look_through(store, &sound, error);
    *damaged = store->sql != NULL &&
               (sql_is_damaged(store->sql) || !sound || store->loss != NULL);
    return ok && !*damaged;
}

static bool open_database(struct store *store, struct error *error)
{
    bool damaged;
    if (open_file(store, &damaged, error))
        return true;
    return damaged && store_mend(store, error);
}

bool store_mend(struct store *store, struct error *error)
{
    struct salvage_report report;
    bool damaged;
    const char *what = store->loss != NULL ? store->loss : _("was damaged");
    sql_close(store->sql);
    store->sql = NULL;
    if (!salvage(store->folder, store->path, &report, error))
        return false;
    if (!open_file(store, &damaged, error))
        return false;
    if (!report.done)
        return true;
    char *text = xasprintf("%s: %s; %zu notes were saved%s%s%s", store->path, what, report.saved,
                           report.older > 0 ? ", some of them from older copies" : "",
                           report.kept[0] != '\0' ? "; the old file is kept as " : "",
                           report.kept);
    store_tell(store, text);
    free(text);
    return true;
}

static bool open_nowhere(struct store *store, struct error *error)
{
    store->sql = sql_open(store->path, SQL_NOWHERE, error);
    store->read_only = true;
    store->nowhere = true;
    return store->sql != NULL && schema_update(store->sql, error);
}

static bool open_anywhere(struct store *store, struct error *error)
{
    store->nowhere = false;
    if (!file_exists(store->path) && is_loss(store, _("had vanished"), error) &&
        (store_mend(store, error) || store->mode == STORE_WRITE))
        return store->sql != NULL;
    if (store->mode == STORE_READ && !file_exists(store->path))
        return open_nowhere(store, error);
    if (store->mode == STORE_WRITE && !file_make_folders(store->folder, error))
        return false;
    return open_database(store, error);
}

struct store *store_open(const char *folder, enum store_mode mode, struct error *error)
{
    struct store *store = xcalloc(1, sizeof *store);
    store->folder = xstrdup(folder);
    store->path = file_join(folder, STORE_FILE);
    store->mode = mode;
    if (!open_anywhere(store, error)) {
        store_close(store);
        return NULL;
    }
    (void)store_changed(store);
    return store;
}

void store_close(struct store *store)
{
    if (store == NULL)
        return;
    sql_close(store->sql); /* takes back a batch that was not ended */
    free(store->own.items);
    free(store->folder);
    free(store->path);
    free(store);
}

void store_notice(struct store *store, struct error *notice)
{
    *notice = store->notice;
    store->notice.text[0] = '\0';
}

/* Whether what is open is not what lies at the path: another file has come there, or a first one.
 */
static bool is_stale(struct store *store)
{
    return store->sql == NULL || sql_has_moved(store->sql) ||
           (store->nowhere && file_exists(store->path));
}

bool store_refresh(struct store *store, struct error *error)
{
    if (store->batching || !is_stale(store))
        return true;
    sql_close(store->sql);
    store->sql = NULL;
    return open_anywhere(store, error);
}

bool store_changed(struct store *store)
{
    int64_t version;
    bool moved = is_stale(store);
    if (moved && !store_refresh(store, NULL))
        return true;
    if (!sql_ask(store->sql, "PRAGMA data_version", &version, NULL))
        return true;
    bool changed = moved || version != store->data_version;
    store->data_version = version;
    return changed;
}

size_t store_count(struct store *store)
{
    int64_t count;
    if (!store_refresh(store, NULL) ||
        !sql_ask(store->sql, "SELECT count(*) FROM annotation", &count, NULL))
        return 0;
    return (size_t)count;
}
