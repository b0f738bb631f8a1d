/* database: a connection to PostgreSQL, and statements with parameters.
 *
 * The only file that knows libpq. Values never become part of a statement's text: they are put in the
 * order of $1, $2, ... NUL may stand in bytes alone. A statement is run once and freed; its rows stay until then.
 *
 * Ownership: database_close, statement_free. */
#ifndef DIPTYCH_POSTGRES_DATABASE_H
#define DIPTYCH_POSTGRES_DATABASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct database;
struct statement;

/* `where` is what libpq takes for a connection ("host=... dbname=..."); the variables PGHOST and the like
 * fill in what it leaves out. NULL with a sentence. */
struct database *database_open(const char *where, struct error *error);
void database_close(struct database *database);

/* One or several statements without parameters. */
bool database_run(struct database *database, const char *text, struct error *error);

/* Adds to the text of the statement; values as they come. `text` may be NULL: no value. */
struct statement *statement_new(const char *text);
void statement_add(struct statement *statement, const char *text);
void statement_put_text(struct statement *statement, const char *text);
void statement_put_bytes(struct statement *statement, const char *bytes, size_t length);
void statement_put_number(struct statement *statement, int64_t number);

/* How many values it has: the number of the last one's $. */
size_t statement_values(const struct statement *statement);

bool statement_run(struct statement *statement, struct database *database, struct error *error);
void statement_free(struct statement *statement);

/* What came back; valid until statement_free. Numbers have to be bigint, texts text or bytea. */
size_t statement_rows(const struct statement *statement);
int64_t statement_number(const struct statement *statement, size_t row, int column);
const char *statement_bytes(const struct statement *statement, size_t row, int column, size_t *length);

#endif
