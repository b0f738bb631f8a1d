#include "notes/sql.h"

#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define QUERIES 32
#define PLACES_TYPE "places"
#define sqlite3_api (&sql->calls) /* where sqlite3ext.h has all calls look */

struct sql_query {
    struct sql *sql;
    const char *text;
    sqlite3_stmt *statement;
};

struct sql {
    sqlite3 *database;
    sqlite3_api_routines calls; /* those of CALLS */
    char *path;
    bool damaged, busy;
    struct sql_query queries[QUERIES];
    size_t count;
};

#define CALL(name) { "sqlite3_" #name, offsetof(sqlite3_api_routines, name) }

static const struct {
    const char *name;
    size_t place;
} CALLS[] = {
    CALL(backup_finish), CALL(backup_init), CALL(backup_step), CALL(bind_blob64),
    CALL(bind_int64), CALL(bind_null), CALL(bind_pointer), CALL(bind_text64),
    CALL(busy_timeout), CALL(clear_bindings), CALL(close), CALL(column_blob),
    CALL(column_bytes), CALL(column_int64), CALL(column_text), CALL(column_type),
    CALL(db_config), CALL(db_readonly), CALL(errmsg), CALL(errstr), CALL(exec),
    CALL(extended_result_codes), CALL(file_control), CALL(finalize), CALL(get_autocommit),
    CALL(open_v2), CALL(prepare_v2), CALL(reset), CALL(result_int64), CALL(step),
    CALL(system_errno), CALL(value_pointer),
};

/* Most starts open no database, and binding the library's 1,600 names to one another takes a tenth of a
 * start. It stays loaded. */
static bool load(struct sql *sql, struct error *error)
{
    void *library = dlopen(SQLITE_NAME, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL)
        library = dlopen(SQLITE_FILE, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS; i++) {
        void *call = library != NULL ? dlsym(library, CALLS[i].name) : NULL;
        if (call == NULL) {
            error_set(error, "%s: %s", sql->path, dlerror());
            return false;
        }
        memcpy((char *)&sql->calls + CALLS[i].place, &call, sizeof call);
    }
    return true;
}

static const char *why(struct sql *sql, int code)
{
    sqlite3 *database = sql->database;
    int reason = database != NULL ? sqlite3_system_errno(database) : 0;
    switch (code & 0xFF) {
    case SQLITE_FULL: return _("the disk is full");
    case SQLITE_READONLY: return _("may only be read");
    case SQLITE_PERM:
    case SQLITE_AUTH: return _("permission denied");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return _("another program is writing to it; please try again");
    case SQLITE_CORRUPT: return _("is damaged");
    case SQLITE_NOTADB: return _("is damaged, or no file of notes");
    case SQLITE_TOOBIG: return _("a note is too large for it");
    case SQLITE_CANTOPEN: return reason != 0 ? _(strerror(reason)) : _("cannot be opened");
    case SQLITE_IOERR:
        return reason == ENOSPC ? _("the disk is full")
               : reason != 0    ? _(strerror(reason))
                                : _("reading or writing failed");
    default: return database != NULL ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    }
}

/* Remembers damage, for the store takes a damaged file apart. */
static bool fail(struct sql *sql, int code, struct error *error)
{
    if ((code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB)
        sql->damaged = true;
    sql->busy = sql->busy || (code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED;
    error_set(error, "%s: %s", sql->path, why(sql, code));
    return false;
}

/* EXTRA is FULL and the removal of the journal synced as well: without that a power cut right after
 * a commit could bring the journal back, which would undo it. */
static bool set_up(struct sql *sql, bool memory, int patience, struct error *error)
{
    static const char settings[] = "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; "
                                   "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";
    sqlite3_extended_result_codes(sql->database, 1);
    sqlite3_busy_timeout(sql->database, patience);
    sqlite3_db_config(sql->database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    /* What others have put into the file is read, never run. */
    sqlite3_db_config(sql->database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
#ifdef SQLITE_DBCONFIG_ENABLE_VIEW
    sqlite3_db_config(sql->database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL);
#endif
    if (!sql_run(sql, settings, error))
        return false;
    return memory || sql_run(sql, "PRAGMA journal_mode = DELETE", error);
}

/* Notes are nobody else's, whatever the umask; what is there keeps its mode. */
static void make_private(const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0)
        close(file);
}

struct sql *sql_open(const char *path, enum sql_mode mode, struct error *error)
{
    return sql_open_within(path, mode, SQL_PATIENCE, error);
}

struct sql *sql_open_within(const char *path, enum sql_mode mode, int patience, struct error *error)
{
    struct sql *sql = xcalloc(1, sizeof *sql);
    sql->path = xstrdup(path);
    int flags =
        mode == SQL_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    flags |= SQLITE_OPEN_NOMUTEX; /* nor has struct sql any */
    bool memory = mode == SQL_NOWHERE;
    if (!load(sql, error)) {
        free(sql->path);
        free(sql);
        return NULL;
    }
    if (mode == SQL_WRITE)
        make_private(path);
    int code = sqlite3_open_v2(memory ? ":memory:" : path, &sql->database, flags, NULL);
    bool ok = code == SQLITE_OK;
    if (!ok)
        fail(sql, code, error);
    ok = ok && set_up(sql, memory, patience, error);
    /* A damaged file is still of use: sql_is_damaged tells, and there is what can be read. */
    if (ok || sql->damaged)
        return sql;
    sql_close(sql);
    return NULL;
}

void sql_close(struct sql *sql)
{
    if (sql == NULL)
        return;
    for (size_t i = 0; i < sql->count; i++)
        sqlite3_finalize(sql->queries[i].statement);
    sqlite3_close(sql->database);
    free(sql->path);
    free(sql);
}

bool sql_run(struct sql *sql, const char *text, struct error *error)
{
    int code = sqlite3_exec(sql->database, text, NULL, NULL, NULL);
    return code == SQLITE_OK || fail(sql, code, error);
}

bool sql_commit(struct sql *sql, struct error *error)
{
    int code = sqlite3_exec(sql->database, "COMMIT", NULL, NULL, NULL);
    if (code != SQLITE_IOERR_DIR_FSYNC)
        return code == SQLITE_OK || fail(sql, code, error);
    if (file_sync_folder(sql->path))
        return true;
    error_set(error, "%s: is changed, but a power cut now could undo that", sql->path);
    return false;
}

struct sql_query *sql_query(struct sql *sql, const char *text, struct error *error)
{
    for (size_t i = 0; i < sql->count; i++) {
        if (sql->queries[i].text == text)
            return &sql->queries[i];
    }
    sqlite3_stmt *statement;
    int code = sqlite3_prepare_v2(sql->database, text, -1, &statement, NULL);
    if (code != SQLITE_OK) {
        fail(sql, code, error);
        return NULL;
    }
    if (sql->count == QUERIES) {
        sqlite3_finalize(statement);
        error_set(error, "%s: too many kinds of queries", sql->path);
        return NULL;
    }
    struct sql_query *query = &sql->queries[sql->count++];
    *query = (struct sql_query){ sql, text, statement };
    return query;
}

void sql_bind_number(struct sql_query *query, int parameter, int64_t value)
{
    if (query == NULL)
        return;
    struct sql *sql = query->sql;
    sqlite3_bind_int64(query->statement, parameter, value);
}

void sql_bind_text(struct sql_query *query, int parameter, const char *text)
{
    if (query == NULL)
        return;
    struct sql *sql = query->sql;
    if (text == NULL)
        sqlite3_bind_null(query->statement, parameter);
    else
        sqlite3_bind_text64(query->statement, parameter, text, strlen(text), SQLITE_STATIC,
                            SQLITE_UTF8);
}

void sql_bind_bytes(struct sql_query *query, int parameter, const void *bytes, size_t length)
{
    if (query == NULL)
        return;
    struct sql *sql = query->sql;
    if (bytes == NULL)
        sqlite3_bind_null(query->statement, parameter);
    else
        sqlite3_bind_blob64(query->statement, parameter, bytes, length, SQLITE_STATIC);
}

void sql_bind_places(struct sql_query *query, int parameter, struct sql_places *places)
{
    if (query == NULL)
        return;
    struct sql *sql = query->sql;
    sqlite3_bind_pointer(query->statement, parameter, places, PLACES_TYPE, NULL);
}

enum sql_result sql_step(struct sql_query *query, struct error *error)
{
    if (query == NULL)
        return SQL_FAILED;
    struct sql *sql = query->sql;
    int code = sqlite3_step(query->statement);
    if (code == SQLITE_ROW)
        return SQL_ROW;
    if (code == SQLITE_DONE)
        return SQL_DONE;
    fail(query->sql, code, error);
    return SQL_FAILED;
}

int64_t sql_number(struct sql_query *query, int column)
{
    struct sql *sql = query->sql;
    return sqlite3_column_int64(query->statement, column);
}

const char *sql_text(struct sql_query *query, int column)
{
    struct sql *sql = query->sql;
    const char *text = (const char *)sqlite3_column_text(query->statement, column);
    return text != NULL ? text : "";
}

const char *sql_bytes(struct sql_query *query, int column, size_t *length)
{
    struct sql *sql = query->sql;
    const char *bytes = sqlite3_column_blob(query->statement, column);
    *length = bytes != NULL ? (size_t)sqlite3_column_bytes(query->statement, column) : 0;
    return bytes != NULL ? bytes : "";
}

bool sql_is_null(struct sql_query *query, int column)
{
    struct sql *sql = query->sql;
    return sqlite3_column_type(query->statement, column) == SQLITE_NULL;
}

void sql_finish(struct sql_query *query)
{
    if (query == NULL)
        return;
    struct sql *sql = query->sql;
    sqlite3_reset(query->statement);
    sqlite3_clear_bindings(query->statement);
}

bool sql_finish_run(struct sql_query *query, struct error *error)
{
    enum sql_result result;
    do
        result = sql_step(query, error);
    while (result == SQL_ROW);
    sql_finish(query);
    return result == SQL_DONE;
}

bool sql_ask(struct sql *sql, const char *text, int64_t *value, struct error *error)
{
    struct sql_query *query = sql_query(sql, text, error);
    if (query == NULL)
        return false;
    enum sql_result result = sql_step(query, error);
    *value = result == SQL_ROW ? sql_number(query, 0) : 0;
    sql_finish(query);
    if (result == SQL_DONE)
        error_set(error, "%s: holds no answer to \"%s\"", sql->path, text);
    return result == SQL_ROW;
}

/* ---- words: a tokeniser for FTS5 ---- */

static int words_create(void *context, const char **arguments, int count, Fts5Tokenizer **out)
{
    static char nothing;
    (void)context;
    (void)arguments;
    (void)count;
    *out = (Fts5Tokenizer *)&nothing; /* it needs no memory, but must be something */
    return SQLITE_OK;
}

static void words_delete(Fts5Tokenizer *tokeniser)
{
    (void)tokeniser;
}

static int words_cut(Fts5Tokenizer *tokeniser, void *context, int flags, const char *text,
                     int length, int (*give)(void *, int, const char *, int, int, int))
{
    const char *at = text, *end = text + length;
    int code = SQLITE_OK;
    (void)tokeniser;
    (void)flags;
    while (at < end && code == SQLITE_OK) {
        const char *blank = memchr(at, ' ', (size_t)(end - at));
        const char *stop = blank != NULL ? blank : end;
        bool beside = *at == SQL_BESIDE;
        const char *start = at + beside;
        if (stop > start)
            code = give(context, beside ? FTS5_TOKEN_COLOCATED : 0, start, (int)(stop - start),
                        (int)(start - text), (int)(stop - text));
        at = stop + 1;
    }
    return code;
}

static void places(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *result,
                   int count, sqlite3_value **values)
{
    struct sql *sql = api->xUserData(row);
    Fts5PhraseIter at;
    struct sql_places *list = count > 0 ? sqlite3_value_pointer(values[0], PLACES_TYPE) : NULL;
    int column, place;
    sqlite3_int64 often = 0;
    for (int phrase = 0; phrase < api->xPhraseCount(row); phrase++) {
        int code = api->xPhraseFirst(row, phrase, &at, &column, &place);
        for (; code == SQLITE_OK && place >= 0; api->xPhraseNext(row, &at, &column, &place)) {
            often++;
            if (list != NULL)
                VECTOR_PUSH(list, (uint32_t)place);
        }
    }
    sqlite3_result_int64(result, often);
}

static fts5_api *find_fts5(struct sql *sql)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(sql->database, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
        (void)sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

bool sql_add_words(struct sql *sql, struct error *error)
{
    fts5_tokenizer tokeniser = { words_create, words_delete, words_cut };
    fts5_api *api = find_fts5(sql);
    if (api == NULL) {
        error_set(error, "%s: SQLite was built without FTS5", sql->path);
        return false;
    }
    int code = api->xCreateTokenizer(api, "words", NULL, &tokeniser, NULL);
    if (code == SQLITE_OK)
        code = api->xCreateFunction(api, "places", sql, places, NULL);
    return code == SQLITE_OK || fail(sql, code, error);
}

bool sql_is_read_only(struct sql *sql)
{
    return sqlite3_db_readonly(sql->database, "main") == 1;
}

bool sql_in_transaction(struct sql *sql)
{
    return sqlite3_get_autocommit(sql->database) == 0;
}

bool sql_has_moved(struct sql *sql)
{
    int moved = 0;
    return sqlite3_file_control(sql->database, "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
               SQLITE_OK &&
           moved != 0;
}

bool sql_is_damaged(const struct sql *sql)
{
    return sql->damaged;
}

bool sql_was_busy(const struct sql *sql)
{
    return sql->busy;
}

bool sql_check(struct sql *sql, struct error *error)
{
    struct sql_query *query = sql_query(sql, "PRAGMA quick_check(1)", error);
    if (query == NULL)
        return false;
    bool ok = sql_step(query, error) == SQL_ROW;
    if (ok && strcmp(sql_text(query, 0), "ok") != 0) {
        sql->damaged = true;
        error_set(error, "%s: is damaged", sql->path);
        ok = false;
    }
    sql_finish(query);
    return ok;
}

bool sql_copy(struct sql *sql, const char *path, struct error *error)
{
    struct sql *copy = sql_open(path, SQL_WRITE, error);
    if (copy == NULL)
        return false;
    int code = SQLITE_NOMEM;
    sqlite3_backup *backup = sqlite3_backup_init(copy->database, "main", sql->database, "main");
    if (backup != NULL) {
        sqlite3_backup_step(backup, -1);
        code = sqlite3_backup_finish(backup);
    }
    bool ok = code == SQLITE_OK || fail(copy, code, error);
    sql_close(copy);
    return ok;
}
