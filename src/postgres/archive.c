#include "postgres/archive.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Another number whenever words are cut otherwise or the tables are others. */
#define FORMAT 2

static const char tables[] =
    "CREATE SCHEMA diptych;"
    "CREATE TABLE diptych.about(format bigint);"
    "CREATE TABLE diptych.articles(number bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, "
    "folder bytea NOT NULL, path bytea NOT NULL, id bytea NOT NULL, size bigint, mtime bigint, inode bigint, "
    "length bigint, lang text NOT NULL, story text NOT NULL, publisher text NOT NULL, "
    "published text NOT NULL, UNIQUE(folder, path));"
    "CREATE TABLE diptych.texts(number bigint PRIMARY KEY REFERENCES diptych.articles ON DELETE CASCADE, "
    "text bytea NOT NULL, blocks bytea NOT NULL);"
    "CREATE TABLE diptych.words(number bigint PRIMARY KEY REFERENCES diptych.articles ON DELETE CASCADE, "
    "tokens tsvector NOT NULL);";

/* 0: there are no tables, or not of this program. False when the database cannot be asked. */
static bool read_format(struct database *database, int64_t *format, struct error *error)
{
    struct statement *there = statement_new("SELECT 1::bigint WHERE to_regclass('diptych.about') IS NOT NULL");
    struct statement *about = statement_new("SELECT format FROM diptych.about");
    bool ok = statement_run(there, database, error);
    *format = 0;
    if (ok && statement_rows(there) > 0) {
        ok = statement_run(about, database, error);
        *format = ok && statement_rows(about) > 0 ? statement_number(about, 0, 0) : 0;
    }
    statement_free(there);
    statement_free(about);
    return ok;
}

bool archive_check(struct database *database, struct error *error)
{
    int64_t format;
    if (!read_format(database, &format, error))
        return false;
    if (format != FORMAT)
        error_set(error, format == 0 ? "postgres: nothing is loaded; diptych-postgres load FOLDER does so"
                                     : "postgres: this was loaded by another version; load it again");
    return format == FORMAT;
}

bool archive_prepare(struct database *database, bool *fresh, struct error *error)
{
    int64_t format;
    if (!database_run(database, "SELECT pg_advisory_xact_lock(hashtext('diptych'))", error) ||
        !read_format(database, &format, error))
        return false;
    *fresh = format != FORMAT;
    if (!*fresh)
        return true;
    char *number = xasprintf("INSERT INTO diptych.about VALUES(%d)", FORMAT);
    bool ok = database_run(database, "DROP SCHEMA IF EXISTS diptych CASCADE", error) &&
              database_run(database, tables, error) && database_run(database, number, error);
    free(number);
    return ok;
}

bool archive_drop_index(struct database *database, struct error *error)
{
    return database_run(database, "DROP INDEX IF EXISTS diptych.words_tokens", error);
}

bool archive_make_index(struct database *database, struct error *error)
{
    return database_run(database, "CREATE INDEX IF NOT EXISTS words_tokens ON diptych.words USING gin(tokens)",
                        error);
}

void archive_write_blocks(const struct document *document, struct buffer *out)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        buffer_add_format(out, "%zu %zu %u %u\n", block->start, block->end, block->kind, block->flags);
    }
}

/* What the database says is looked at as closely as a file: a block lies within the text. */
struct document *archive_read_document(const char *text, size_t length, const char *blocks, size_t size)
{
    struct document *document = xcalloc(1, sizeof *document);
    char *lines = xstrndup(blocks, size), *at = lines, *end = lines;
    size_t most = 0, reached = 0;
    for (const char *line = lines; *line != '\0'; line++)
        most += *line == '\n';
    document->text = xmalloc(length + 1);
    memcpy(document->text, text, length);
    document->text[length] = '\0';
    document->length = length;
    document->blocks = xcalloc(most + 1, sizeof *document->blocks);
    while (document->block_count < most) {
        struct block block = { .start = strtoumax(at, &end, 10) };
        block.end = strtoumax(end, &end, 10);
        block.kind = (uint8_t)strtoumax(end, &end, 10);
        block.flags = (uint8_t)strtoumax(end, &end, 10);
        if (*end != '\n' || block.start < reached || block.end < block.start || block.end > length)
            break;
        document->blocks[document->block_count++] = block;
        reached = block.end;
        at = end + 1;
    }
    free(lines);
    return document;
}
