#include "notes/salvage.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "notes/backup.h"
#include "notes/harvest.h"
#include "notes/pack.h"
#include "notes/rows.h"
#include "notes/schema.h"

#define LOCK "notes.lock"
#define JOURNAL "-journal" /* what SQLite calls its own */

/* Waits until no other program salvages here; the lock goes with the descriptor. */
static int lock(const char *folder, struct error *error)
{
    char *path = file_join(folder, LOCK);
    struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    while (file >= 0 && fcntl(file, F_SETLKW, &whole) != 0) {
        if (errno == EINTR)
            continue;
        close(file);
        file = -1;
    }
    if (file < 0)
        error_set(error, "the notes are damaged, and beside them nothing can be written: %s: %s",
                  path, _(strerror(errno)));
    free(path);
    return file;
}

static bool is_sound(const char *path)
{
    struct sql *sql = sql_open(path, SQL_READ, NULL);
    enum schema_age age;
    int64_t version;
    bool sound = false;
    bool whole = false;
    bool ok = sql != NULL && !sql_is_damaged(sql) && schema_look(sql, &age, &version, NULL) &&
              age != SCHEMA_FOREIGN && schema_is_whole(sql, version, &whole, NULL) && whole &&
              sql_check(sql, NULL) && rows_verify(sql, &sound, NULL);
    sql_close(sql);
    return ok && sound;
}

/* A name for the old file that is not taken. */
static char *choose_name(const char *path, struct salvage_report *report)
{
    time_t now = time(NULL);
    struct tm tm = { 0 };
    char date[24];
    char *kept = NULL;
    (void)gmtime_r(&now, &tm);
    if (strftime(date, sizeof date, "%Y%m%d-%H%M%S", &tm) == 0)
        date[0] = '\0';
    for (unsigned i = 0; kept == NULL || file_exists(kept); i++) {
        free(kept);
        kept = i == 0 ? xasprintf("%s.damaged-%s", path, date)
                      : xasprintf("%s.damaged-%s-%u", path, date, i);
    }
    snprintf(report->kept, sizeof report->kept, "%s", file_base_name(kept));
    return kept;
}

/* A byte copy, for the damaged file stays in its place until the new one takes it. */
static bool keep_old(const char *path, const struct buffer *bytes, struct salvage_report *report,
                     struct error *error)
{
    if (bytes->length == 0)
        return true;
    char *kept = choose_name(path, report);
    char *journal = xasprintf("%s" JOURNAL, path);
    char *kept_journal = xasprintf("%s" JOURNAL, kept);
    bool ok = file_write(kept, buffer_text(bytes), bytes->length, error) &&
              (!file_exists(journal) || file_move(journal, kept_journal, error));
    free(kept_journal);
    free(journal);
    free(kept);
    return ok;
}

static bool gather_from_file(struct harvest *harvest, struct sql *sql, const struct buffer *bytes)
{
    bool whole = false;
    if (sql != NULL) {
        whole = harvest_table(harvest, sql, HARVEST_ROW);
        harvest_journal(harvest, sql);
    }
    if (!whole)
        harvest_bytes(harvest, buffer_text(bytes), bytes->length);
    return whole;
}

struct gathering {
    struct harvest *harvest;
    struct sql *copy; /* the sound backup that was taken, NULL: none was */
};

/* One sound backup is enough: others know nothing better. */
static bool gather_from_backup(void *context, const char *path)
{
    struct gathering *gathering = context;
    gathering->copy = sql_open(path, SQL_READ, NULL);
    if (gathering->copy != NULL &&
        harvest_table(gathering->harvest, gathering->copy, HARVEST_COPY))
        return false;
    sql_close(gathering->copy);
    gathering->copy = NULL;
    return true;
}

static bool insert_item(struct sql *sql, const struct harvest *harvest,
                        const struct harvest_item *item, struct error *error)
{
    struct annotation annotation;
    size_t used;
    bool ok = pack_read(harvest->records.data + item->at, item->length, &annotation, &used) &&
              rows_insert(sql, &annotation, error);
    annotation_free(&annotation);
    return ok;
}

/* One row of the journal, both of whose records must be whole. */
static bool copy_change(struct sql_query *from, struct sql *to, struct error *error)
{
    size_t lengths[2];
    const char *records[2];
    for (int i = 0; i < 2; i++) {
        struct annotation annotation;
        records[i] = sql_is_null(from, 3 + i) ? NULL : sql_bytes(from, 3 + i, &lengths[i]);
        if (records[i] == NULL)
            continue;
        if (!rows_read(from, 3 + i, &annotation)) {
            error_set(error, "the journal of changes is damaged");
            return false;
        }
        annotation_free(&annotation);
    }
    struct sql_query *query = sql_query(
        to,
        "INSERT INTO change (batch, undone, before, after, sequence) VALUES (?1, ?2, ?3, ?4, ?5)",
        error);
    sql_bind_number(query, 1, sql_number(from, 0));
    sql_bind_number(query, 2, sql_number(from, 1));
    sql_bind_number(query, 5, sql_number(from, 2));
    sql_bind_bytes(query, 3, records[0], records[0] != NULL ? lengths[0] : 0);
    sql_bind_bytes(query, 4, records[1], records[1] != NULL ? lengths[1] : 0);
    return sql_finish_run(query, error);
}

/* All of the journal or none of it, for what was done can only be undone in its order. It is also a
 * second copy of every note, against the next damage. */
static bool copy_journal(struct sql *from, struct sql *to, struct error *error)
{
    struct sql_query *query =
        from == NULL
            ? NULL
            : sql_query(from,
                        "SELECT batch, undone, sequence, before, after FROM change "
                        "ORDER BY sequence",
                        NULL);
    enum sql_result result = SQL_FAILED;
    bool ok = sql_run(to, "SAVEPOINT journal", error);
    bool whole = ok && query != NULL;
    while (whole && (result = sql_step(query, NULL)) == SQL_ROW)
        whole = copy_change(query, to, NULL);
    sql_finish(query);
    if (ok && (!whole || result != SQL_DONE))
        ok = sql_run(to, "ROLLBACK TO journal", error);
    return ok && sql_run(to, "RELEASE journal", error);
}

/* The backup's, when the file has none: so the changes go on being numbered, by which backups are told
 * apart. */
static bool copy_some_journal(struct sql *old, struct sql *copy, struct sql *to,
                              struct error *error)
{
    int64_t changes;
    return copy_journal(old, to, error) &&
           sql_ask(to, "SELECT count(*) FROM change", &changes, error) &&
           (changes > 0 || copy_journal(copy, to, error));
}

/* The bin, as far as it can be read. */
static bool copy_bin(struct sql *from, struct sql *to, struct error *error)
{
    struct sql_query *query =
        from == NULL
            ? NULL
            : sql_query(from, "SELECT id, gone, record FROM bin ORDER BY sequence", NULL);
    bool ok = true;
    while (ok && query != NULL && sql_step(query, NULL) == SQL_ROW) {
        struct annotation annotation;
        size_t length;
        if (!rows_read(query, 2, &annotation))
            continue;
        annotation_free(&annotation);
        struct sql_query *put =
            sql_query(to, "INSERT INTO bin (id, gone, record) VALUES (?1, ?2, ?3)", error);
        if (put == NULL) {
            ok = false;
            break;
        }
        const char *record = sql_bytes(query, 2, &length);
        sql_bind_text(put, 1, sql_text(query, 0));
        sql_bind_text(put, 2, sql_text(query, 1));
        sql_bind_bytes(put, 3, record, length);
        ok = sql_finish_run(put, error);
    }
    sql_finish(query);
    return ok;
}

static bool fill(struct sql *sql, struct sql *old, const struct gathering *gathering,
                 struct salvage_report *report, struct error *error)
{
    const struct harvest *harvest = gathering->harvest;
    size_t cursor = 0;
    const struct harvest_item *item;
    bool ok = schema_update(sql, error) && sql_run(sql, "BEGIN IMMEDIATE", error);
    while (ok && harvest_next(harvest, &cursor, &item)) {
        ok = insert_item(sql, harvest, item, error);
        report->saved++;
        report->older += item->rank != HARVEST_ROW;
    }
    return ok && copy_some_journal(old, gathering->copy, sql, error) &&
           copy_bin(old != NULL ? old : gathering->copy, sql, error) &&
           sql_run(sql, "COMMIT", error);
}

static bool write_new(const char *path, struct sql *old, const struct gathering *gathering,
                      struct salvage_report *report, struct error *error)
{
    (void)unlink(path);
    struct sql *sql = sql_open(path, SQL_WRITE, error);
    bool ok = sql != NULL && fill(sql, old, gathering, report, error);
    sql_close(sql);
    return ok;
}

static bool replace_file(const char *folder, const char *path, struct sql *sql,
                         const struct buffer *bytes, struct salvage_report *report,
                         struct error *error)
{
    struct harvest harvest = { .count = 0 };
    struct gathering gathering = { &harvest, NULL };
    char *fresh = xasprintf("%s.salvaged", path);
    if (!gather_from_file(&harvest, sql, bytes))
        backup_each(folder, gather_from_backup, &gathering);
    harvest_sort(&harvest);
    bool ok = write_new(fresh, sql, &gathering, report, error) &&
              keep_old(path, bytes, report, error) && file_move(fresh, path, error);
    if (!ok)
        (void)unlink(fresh);
    sql_close(gathering.copy);
    harvest_free(&harvest);
    free(fresh);
    return ok;
}

/* Nobody may write to the old file after it was read: what they were told is stored would be lost
 * with it. A file too damaged to be locked is too damaged to be written to. */
static bool shut_out_others(struct sql *sql, struct error *error)
{
    return sql == NULL || sql_run(sql, "BEGIN EXCLUSIVE", error) || sql_is_damaged(sql);
}

static bool rebuild(const char *folder, const char *path, struct salvage_report *report,
                    struct error *error)
{
    struct buffer bytes = { 0 };
    /* A process loses its locks on a file when it closes any descriptor of it: this one stays open.
     */
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno != ENOENT) {
        error_set(error, "%s: %s", path, _(strerror(errno)));
        return false;
    }
    struct sql *sql = file >= 0 ? sql_open(path, SQL_WRITE, NULL) : NULL;
    bool ok = shut_out_others(sql, error) &&
              (file < 0 || file_read_open(file, path, &bytes, error)) &&
              replace_file(folder, path, sql, &bytes, report, error);
    report->done = ok;
    if (file >= 0)
        close(file);
    sql_close(sql);
    buffer_free(&bytes);
    return ok;
}

bool salvage(const char *folder, const char *path, struct salvage_report *report,
             struct error *error)
{
    *report = (struct salvage_report){ .saved = 0 };
    int file = lock(folder, error);
    if (file < 0)
        return false;
    /* Another program may have done it while this one waited. */
    bool ok = is_sound(path) || rebuild(folder, path, report, error);
    if (!ok)
        error_prefix(error, "the notes are damaged and could not be salvaged");
    close(file);
    return ok;
}
