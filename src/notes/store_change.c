#include "notes/store_inner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/xalloc.h"
#include "notes/backup.h"
#include "notes/rows.h"
#include "notes/stamp.h"

#define ID_TRIES 16
#define MODIFIED_AHEAD 60 /* seconds */
#define ID_INSTANT 9 /* characters of an id that tell when it was made */

/* --- transactions --- */

static bool back_up(struct store *store, struct error *error)
{
    char day[ANNOTATION_TIME_SIZE];
    bool sound = true;
    struct error why = { "" };
    stamp_time((int64_t)time(NULL), day);
    day[STORE_DAY_SIZE - 1] = '\0';
    if (strcmp(day, store->checked) == 0)
        return true;
    memcpy(store->checked, day, STORE_DAY_SIZE);
    /* Reading a large file through takes a while: once a day, and only what is then copied. */
    if (backup_is_there(store->folder, day) || store_count(store) == 0)
        return true;
    if (!sql_check(store->sql, error) || !rows_verify(store->sql, &sound, error) || !sound)
        return (sql_is_damaged(store->sql) || !sound) && store_mend(store, error);
    if (!backup_daily(store->sql, store->folder, day, STORE_BACKUPS, &why)) {
        char *text = xasprintf("there is no backup of today: %s", why.text);
        store_tell(store, text);
        free(text);
    }
    return true;
}

static bool can_change(struct store *store, struct error *error)
{
    if (!store_refresh(store, error))
        return false;
    if (store->read_only)
        error_set(error, "%s: may only be read", store->path);
    return !store->read_only;
}

static void roll_back(struct store *store)
{
    if (sql_in_transaction(store->sql))
        (void)sql_run(store->sql, "ROLLBACK", NULL);
}

static bool begin_transaction(struct store *store, struct error *error)
{
    if (!can_change(store, error) || !back_up(store, error) ||
        !sql_run(store->sql, "BEGIN IMMEDIATE", error))
        return false;
    /* Only now nobody else can put another file in its place. */
    if (sql_has_moved(store->sql)) {
        roll_back(store);
        if (!can_change(store, error) || !sql_run(store->sql, "BEGIN IMMEDIATE", error))
            return false;
    }
    return true;
}

bool store_enter(struct store *store, struct error *error)
{
    if (store->batching) {
        if (store->broken)
            error_set(error, "%s: a change before this one failed", store->path);
        return !store->broken;
    }
    return begin_transaction(store, error);
}

bool store_leave(struct store *store, bool ok, struct error *error)
{
    if (store->batching) {
        store->broken = store->broken || !ok;
        return ok;
    }
    ok = ok && sql_commit(store->sql, error);
    if (!ok)
        roll_back(store);
    return ok;
}

bool store_begin(struct store *store, struct error *error)
{
    if (!begin_transaction(store, error))
        return false;
    if (!store_journal_begin(store, error)) {
        roll_back(store);
        return false;
    }
    store->batching = true;
    store->broken = false;
    return true;
}

bool store_end(struct store *store, struct error *error)
{
    bool ok = store_enter(store, error) && store_journal_trim(store, error);
    store->batching = false;
    ok = store_leave(store, ok, error);
    if (ok)
        store_remember_own(store);
    return ok;
}

void store_abandon(struct store *store)
{
    if (!store->batching)
        return;
    store->batching = false;
    roll_back(store);
}

/* --- changes --- */

/* Ends a change that is not part of a batch, or joins it. */
static bool end_change(struct store *store, bool ok, struct error *error)
{
    ok = store_leave(store, ok, error);
    if (ok && !store->batching)
        store_remember_own(store);
    return ok;
}

/* Whether the id is free. An annotation that is there already was stored by a call whose end was
 * reported as a failure: it is done. */
static bool id_is_free(struct store *store, const struct annotation *annotation, bool *done,
                       struct error *error)
{
    struct annotation old;
    *done = false;
    switch (rows_find(store->sql, annotation->id, &old, error)) {
    case ROWS_ABSENT: return true;
    case ROWS_FOUND:
        *done = rows_same(&old, annotation);
        annotation_free(&old);
        break;
    case ROWS_DAMAGED: break;
    case ROWS_FAILED: return false;
    }
    error_set(error, "%s: there is a note of that id already", annotation->id);
    return false;
}

/* Of those made in one instant the later one sorts later. */
static bool choose_id(struct store *store, struct annotation *annotation, struct error *error)
{
    bool done;
    for (int i = 0; i < ID_TRIES; i++) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        stamp_id(&now, annotation->id);
        if (strncmp(annotation->id, store->last_id, ID_INSTANT) == 0) {
            memcpy(annotation->id, store->last_id, sizeof store->last_id);
            stamp_next_id(annotation->id);
        }
        if (id_is_free(store, annotation, &done, error)) {
            memcpy(store->last_id, annotation->id, sizeof store->last_id);
            return true;
        }
    }
    annotation->id[0] = '\0';
    return false;
}

bool store_add(struct store *store, struct annotation *annotation, struct error *error)
{
    bool done = false;
    char now[ANNOTATION_TIME_SIZE];
    stamp_time((int64_t)time(NULL), now);
    if (!store_enter(store, error))
        return false;
    if (annotation->created[0] == '\0')
        memcpy(annotation->created, now, sizeof now);
    if (annotation->modified[0] == '\0')
        memcpy(annotation->modified, annotation->created, sizeof now);
    bool ok = annotation->id[0] == '\0' ? choose_id(store, annotation, error)
                                        : id_is_free(store, annotation, &done, error);
    if (done)
        return store_leave(store, true, error);
    ok = ok && rows_insert(store->sql, annotation, error) &&
         store_journal(store, NULL, annotation, error);
    return end_change(store, ok, error);
}

static bool replace(struct store *store, const struct annotation *before,
                    const struct annotation *after, struct error *error)
{
    return rows_delete(store->sql, before->id, error) &&
           (after != NULL ? rows_insert(store->sql, after, error)
                          : store_bin_put(store, before, error)) &&
           store_journal(store, before, after, error);
}

/* Now, or as little later than the time before as tells the two apart: times are whole seconds, and a
 * file that was written between two changes within one is to be older than the second (edited_block.h).
 * A time far ahead is a clock's that was wrong, and is not gone on from. */
static void stamp_later(const char *before, char out[ANNOTATION_TIME_SIZE])
{
    int64_t now = (int64_t)time(NULL);
    for (int64_t ahead = 0; ahead < MODIFIED_AHEAD; ahead++) {
        stamp_time(now + ahead, out);
        if (strcmp(out, before) > 0)
            return;
    }
    stamp_time(now, out);
}

bool store_update(struct store *store, struct annotation *annotation, struct error *error)
{
    struct annotation before;
    if (!store_enter(store, error))
        return false;
    bool ok = rows_find(store->sql, annotation->id, &before, error) == ROWS_FOUND;
    if (ok) {
        stamp_later(before.modified, annotation->modified);
        ok = replace(store, &before, annotation, error);
        annotation_free(&before);
    }
    return end_change(store, ok, error);
}

bool store_remove(struct store *store, const char *id, struct error *error)
{
    struct annotation before;
    if (!store_enter(store, error))
        return false;
    bool ok = rows_find(store->sql, id, &before, error) == ROWS_FOUND;
    if (ok) {
        ok = replace(store, &before, NULL, error);
        annotation_free(&before);
    }
    return end_change(store, ok, error);
}
