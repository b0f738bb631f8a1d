/* sql: what the store needs of SQLite, and the only place that knows SQLite.
 *
 * A connection waits SQL_PATIENCE for others that write, keeps foreign keys, syncs fully and
 * journals by rollback. What fails is told as "PATH: WHY" in words for people. Statements are
 * prepared once and reused: `text` must be a string literal, and a query is given back with
 * sql_finish before the same text is asked for again.
 *
 * Ownership: sql_close releases connection and statements. What a column gives is valid until the
 * next step. One thread at a time. */
#ifndef DIPTYCH_NOTES_SQL_H
#define DIPTYCH_NOTES_SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#define SQL_PATIENCE 5000 /* milliseconds */

struct sql;
struct sql_query;

enum sql_mode {
    SQL_READ,   /* the file must be there */
    SQL_WRITE,  /* made when it is not; only read where it cannot be written */
    SQL_NOWHERE /* an empty database in memory */
};

enum sql_result { SQL_ROW, SQL_DONE, SQL_FAILED };

struct sql *sql_open(const char *path, enum sql_mode mode, struct error *error);
/* Waits so many milliseconds for others in place of SQL_PATIENCE. */
struct sql *sql_open_within(const char *path, enum sql_mode mode, int patience, struct error *error);
void sql_close(struct sql *sql);

/* Runs statements without results. */
bool sql_run(struct sql *sql, const char *text, struct error *error);

/* Ends the transaction. A commit is made by removing its journal; where only the sync of the folder behind
 * that fails it is tried once more. False: the sentence says so when the change is in the file after all. */
bool sql_commit(struct sql *sql, struct error *error);

/* NULL with a sentence when the database has not what it asks for. Binding to NULL does nothing, its step
 * fails without another sentence. */
struct sql_query *sql_query(struct sql *sql, const char *text, struct error *error);

/* Parameters count from 1; their bytes must stay until sql_finish. NULL binds NULL. */
void sql_bind_number(struct sql_query *query, int parameter, int64_t value);
void sql_bind_text(struct sql_query *query, int parameter, const char *text);
void sql_bind_bytes(struct sql_query *query, int parameter, const void *bytes, size_t length);

enum sql_result sql_step(struct sql_query *query, struct error *error);

/* Columns count from 0. Text is "" for NULL; so are bytes, with length 0. */
int64_t sql_number(struct sql_query *query, int column);
const char *sql_text(struct sql_query *query, int column);
const char *sql_bytes(struct sql_query *query, int column, size_t *length);
bool sql_is_null(struct sql_query *query, int column);
void sql_finish(struct sql_query *query);

/* Steps to the end and gives the query back. */
bool sql_finish_run(struct sql_query *query, struct error *error);

/* The number that a statement's first row begins with; false when there is none. */
bool sql_ask(struct sql *sql, const char *text, int64_t *value, struct error *error);

/* Numbers of words; free(items). */
struct sql_places {
    uint32_t *items;
    size_t count;
    size_t capacity;
};
void sql_bind_places(struct sql_query *query, int parameter, struct sql_places *places);

/* Teaches the connection, whose SQLite may have been built without FTS5 (false with a sentence):
 *
 *   the tokeniser `words`: words are parted by blanks; one that begins with SQL_BESIDE stands where
 *   the word before it stands. Texts and queries are cut so, and nothing is changed;
 *   places(TABLE, LIST): how many times the phrases of the query, all of them, stand in the row; LIST, where
 *   one is bound, gets the places of one phrase after the other. The table has one column. */
#define SQL_BESIDE '\x03'
bool sql_add_words(struct sql *sql, struct error *error);

bool sql_is_read_only(struct sql *sql);
bool sql_in_transaction(struct sql *sql);

/* Whether the file at the path is no longer the one that was opened. */
bool sql_has_moved(struct sql *sql);

/* Whether something that failed did so because the file is damaged, or no database at all. */
bool sql_is_damaged(const struct sql *sql);

/* Whether something failed because others write to the file. */
bool sql_was_busy(const struct sql *sql);

/* The whole structure is read; false with a sentence when it is not in order. */
bool sql_check(struct sql *sql, struct error *error);

/* Copies the database as committed into a new file at `path`, synced. */
bool sql_copy(struct sql *sql, const char *path, struct error *error);

#endif
