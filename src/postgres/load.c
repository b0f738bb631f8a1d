#include "postgres/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "library/catalogue.h"
#include "library/collection.h"
#include "postgres/archive.h"
#include "postgres/tokens.h"
#include "query/search_row.h"

/* An article that is in the database. */
struct loaded {
    char *path, *id;
    int64_t number;
    struct file_stamp stamp;
    char *story; /* others can change it: versions of one text have one */
    bool kept;
};

struct loading {
    struct database *database;
    const char *folder;
    struct loaded *items; /* sorted by path */
    size_t count;
    struct search_row row;
    struct buffer tokens, blocks;
    struct load_count *counted;
    void (*complain)(const struct error *error);
};

static int compare_loaded(const void *a, const void *b)
{
    return strcmp(((const struct loaded *)a)->path, ((const struct loaded *)b)->path);
}

static char *column_text(const struct statement *rows, size_t row, int column)
{
    size_t length;
    const char *bytes = statement_bytes(rows, row, column, &length);
    return xstrndup(bytes, length);
}

static bool read_loaded(struct loading *loading, struct error *error)
{
    struct statement *rows = statement_new("SELECT path, number, size, mtime, inode, story, id FROM diptych.articles "
                                           "WHERE folder = $1");
    statement_put_bytes(rows, loading->folder, strlen(loading->folder));
    bool ok = statement_run(rows, loading->database, error);
    loading->count = ok ? statement_rows(rows) : 0;
    loading->items = xcalloc(loading->count + 1, sizeof *loading->items);
    for (size_t i = 0; i < loading->count; i++)
        loading->items[i] = (struct loaded){
            .path = column_text(rows, i, 0),
            .number = statement_number(rows, i, 1),
            .stamp = { statement_number(rows, i, 2), statement_number(rows, i, 3),
                       (uint64_t)statement_number(rows, i, 4) },
            .story = column_text(rows, i, 5),
            .id = column_text(rows, i, 6),
        };
    if (loading->count > 1)
        qsort(loading->items, loading->count, sizeof *loading->items, compare_loaded);
    statement_free(rows);
    return ok;
}

static void free_loaded(struct loading *loading)
{
    for (size_t i = 0; i < loading->count; i++) {
        free(loading->items[i].path);
        free(loading->items[i].story);
        free(loading->items[i].id);
    }
    free(loading->items);
    loading->items = NULL;
    loading->count = 0;
}

static bool remove_article(struct loading *loading, int64_t number, struct error *error)
{
    struct statement *statement = statement_new("DELETE FROM diptych.articles WHERE number = $1::bigint");
    statement_put_number(statement, number);
    bool ok = statement_run(statement, loading->database, error);
    statement_free(statement);
    return ok;
}

/* A file that has just been written may be written once more without a new time: it is read again. */
static struct statement *new_insertion(const struct loading *loading, const struct article *article,
                                       struct file_stamp stamp, const struct document *document)
{
    struct statement *insertion = statement_new(
        "WITH article AS (INSERT INTO diptych.articles(folder, path, id, size, mtime, inode, length, lang, story, "
        "publisher, published) VALUES($1, $2, $3, $4::bigint, $5::bigint, $6::bigint, $7::bigint, $8, $9, $10, $11) "
        "RETURNING number), text AS (INSERT INTO diptych.texts SELECT number, $12::bytea, $13::bytea FROM article) "
        "INSERT INTO diptych.words SELECT number, $14::tsvector FROM article");
    statement_put_bytes(insertion, loading->folder, strlen(loading->folder));
    statement_put_bytes(insertion, article->path, strlen(article->path));
    statement_put_bytes(insertion, article->id, strlen(article->id));
    statement_put_number(insertion, stamp.size);
    statement_put_number(insertion, stamp.mtime > file_now() - CATALOGUE_RACY ? 0 : stamp.mtime);
    statement_put_number(insertion, (int64_t)stamp.inode);
    statement_put_number(insertion, (int64_t)document->length);
    statement_put_text(insertion, article->lang);
    statement_put_text(insertion, article->story);
    statement_put_text(insertion, article->publisher);
    statement_put_text(insertion, article->published);
    statement_put_bytes(insertion, document->text, document->length);
    statement_put_bytes(insertion, buffer_text(&loading->blocks), loading->blocks.length);
    statement_put_text(insertion, buffer_text(&loading->tokens));
    return insertion;
}

static bool add_article(struct loading *loading, struct conversion *conversion, const struct article *article,
                        struct error *error)
{
    struct error fault = { "" };
    struct file_stamp stamp = file_stamp(article->path);
    struct document *document = reader_open(conversion, article->path, &fault);
    if (document == NULL) {
        loading->counted->refused++;
        loading->complain(&fault);
        return true;
    }
    buffer_truncate(&loading->tokens, 0);
    buffer_truncate(&loading->blocks, 0);
    tokens_of_document(&loading->row, document, &loading->tokens);
    archive_write_blocks(document, &loading->blocks);
    struct statement *insertion = new_insertion(loading, article, stamp, document);
    bool ok = statement_run(insertion, loading->database, error);
    statement_free(insertion);
    document_free(document);
    loading->counted->read += ok;
    return ok;
}

static bool load_article(struct loading *loading, struct conversion *conversion, const struct article *article,
                         struct error *error)
{
    struct loaded wanted = { .path = xstrdup(article->path) };
    const struct loaded *known = loading->count == 0 ? NULL
                                                     : bsearch(&wanted, loading->items, loading->count,
                                                               sizeof *loading->items, compare_loaded);
    free(wanted.path);
    loading->counted->articles++;
    return (known != NULL && known->kept) || add_article(loading, conversion, article, error);
}

/* What is gone, and what articles were that are to be read again, goes first: a path is there once. */
static bool drop_gone(struct loading *loading, const struct collection *collection, struct error *error)
{
    bool ok = true;
    for (size_t i = 0; i < loading->count && ok; i++) {
        struct loaded *known = &loading->items[i];
        const struct article *article = collection_by_id(collection, known->id);
        struct file_stamp stamp = file_stamp(known->path);
        loading->counted->gone += article == NULL;
        known->kept = article != NULL && strcmp(article->path, known->path) == 0 &&
                      file_stamp_equal(&known->stamp, &stamp) &&
                      strcmp(known->story, article->story) == 0;
        ok = known->kept || remove_article(loading, known->number, error);
    }
    return ok;
}

static bool load_folder(struct loading *loading, const struct environment *environment, struct error *error)
{
    size_t count = 0;
    const struct article *articles = NULL;
    struct collection *collection = collection_open(loading->folder, environment->cache_folder,
                                                    environment->conversion, error);
    bool ok = collection != NULL && collection_scan(collection, error) && read_loaded(loading, error) &&
              drop_gone(loading, collection, error);
    if (ok)
        articles = collection_articles(collection, &count);
    for (size_t i = 0; i < count && ok; i++)
        ok = load_article(loading, environment->conversion, &articles[i], error);
    free_loaded(loading);
    collection_free(collection);
    return ok;
}

bool load_folders(struct database *database, const struct environment *environment,
                  const char *const *folders, size_t count, void (*complain)(const struct error *error),
                  struct load_count *counted, struct error *error)
{
    struct loading loading = { .database = database, .counted = counted, .complain = complain };
    bool fresh = false;
    *counted = (struct load_count){ 0, 0, 0, 0 };
    bool ok = database_run(database, "BEGIN", error) && archive_prepare(database, &fresh, error) &&
              (!fresh || archive_drop_index(database, error));
    for (size_t i = 0; i < count && ok; i++) {
        char *folder = realpath(folders[i], NULL);
        loading.folder = folder != NULL ? folder : folders[i]; /* which collection_open then refuses */
        ok = load_folder(&loading, environment, error);
        free(folder);
    }
    ok = ok && archive_make_index(database, error) && database_run(database, "COMMIT", error);
    /* Without figures of what is in the tables PostgreSQL may choose to read all of them. */
    ok = ok && (counted->read == 0 || database_run(database, "ANALYZE diptych.articles, diptych.words", error));
    search_row_free(&loading.row);
    buffer_free(&loading.tokens);
    buffer_free(&loading.blocks);
    return ok;
}
