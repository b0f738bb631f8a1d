#include "postgres/database.h"

#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"

struct database {
    PGconn *connection;
};

struct parameter {
    char *bytes; /* NULL: no value */
    size_t length;
    bool binary;
};

struct statement {
    struct buffer text;
    struct parameter *items;
    size_t count;
    size_t capacity;
    PGresult *result;
};

/* libpq ends its sentences with a line end, and may have several lines. */
static void tell(struct error *error, const char *what, const char *message)
{
    error_set(error, "postgres: %s: %.*s", what, (int)strcspn(message, "\n"), message);
}

struct database *database_open(const char *where, struct error *error)
{
    struct database *database = xcalloc(1, sizeof *database);
    database->connection = PQconnectdb(where);
    if (PQstatus(database->connection) == CONNECTION_OK &&
        PQsetClientEncoding(database->connection, "UTF8") == 0 &&
        database_run(database, "SET client_min_messages = warning", error))
        return database;
    tell(error, "cannot connect", PQerrorMessage(database->connection));
    database_close(database);
    return NULL;
}

void database_close(struct database *database)
{
    if (database != NULL)
        PQfinish(database->connection);
    free(database);
}

bool database_run(struct database *database, const char *text, struct error *error)
{
    PGresult *result = PQexec(database->connection, text);
    ExecStatusType status = PQresultStatus(result);
    bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!ok)
        tell(error, "a statement failed", PQerrorMessage(database->connection));
    PQclear(result);
    return ok;
}

/* ---- statements ---- */

struct statement *statement_new(const char *text)
{
    struct statement *statement = xcalloc(1, sizeof *statement);
    buffer_add_text(&statement->text, text);
    return statement;
}

void statement_add(struct statement *statement, const char *text)
{
    buffer_add_text(&statement->text, text);
}

static void put(struct statement *statement, const char *bytes, size_t length, bool binary)
{
    struct parameter parameter = { NULL, length, binary };
    if (bytes != NULL)
        parameter.bytes = xstrndup("", 0);
    if (bytes != NULL && length > 0) {
        parameter.bytes = xrealloc(parameter.bytes, length + 1);
        memcpy(parameter.bytes, bytes, length);
        parameter.bytes[length] = '\0';
    }
    VECTOR_PUSH(statement, parameter);
}

void statement_put_text(struct statement *statement, const char *text)
{
    put(statement, text, text != NULL ? strlen(text) : 0, false);
}

void statement_put_bytes(struct statement *statement, const char *bytes, size_t length)
{
    put(statement, bytes, length, true);
}

void statement_put_number(struct statement *statement, int64_t number)
{
    char *text = xasprintf("%lld", (long long)number);
    statement_put_text(statement, text);
    free(text);
}

size_t statement_values(const struct statement *statement)
{
    return statement->count;
}

bool statement_run(struct statement *statement, struct database *database, struct error *error)
{
    size_t count = statement->count;
    const char **values = xcalloc(count + 1, sizeof *values);
    int *lengths = xcalloc(count + 1, sizeof *lengths);
    int *formats = xcalloc(count + 1, sizeof *formats);
    for (size_t i = 0; i < count; i++) {
        values[i] = statement->items[i].bytes;
        lengths[i] = (int)statement->items[i].length;
        formats[i] = statement->items[i].binary;
    }
    statement->result = PQexecParams(database->connection, buffer_text(&statement->text), (int)count,
                                     NULL, values, lengths, formats, 1);
    ExecStatusType status = PQresultStatus(statement->result);
    bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!ok)
        tell(error, "a statement failed", PQerrorMessage(database->connection));
    free(values);
    free(lengths);
    free(formats);
    return ok;
}

void statement_free(struct statement *statement)
{
    if (statement == NULL)
        return;
    for (size_t i = 0; i < statement->count; i++)
        free(statement->items[i].bytes);
    free(statement->items);
    buffer_free(&statement->text);
    PQclear(statement->result);
    free(statement);
}

size_t statement_rows(const struct statement *statement)
{
    return (size_t)PQntuples(statement->result);
}

/* Numbers come in eight bytes, the highest first. */
int64_t statement_number(const struct statement *statement, size_t row, int column)
{
    uint64_t number = 0;
    size_t length;
    const char *bytes = statement_bytes(statement, row, column, &length);
    for (size_t i = 0; i < length; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return (int64_t)number;
}

const char *statement_bytes(const struct statement *statement, size_t row, int column, size_t *length)
{
    *length = (size_t)PQgetlength(statement->result, (int)row, column);
    return PQgetvalue(statement->result, (int)row, column);
}
