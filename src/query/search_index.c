#include "query/search_index.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/catalogue.h"
#include "notes/sql.h"
#include "query/search_match.h"
#include "query/search_row.h"
#include "query/search_term.h"

/* Another number whenever words are cut otherwise, mentions found otherwise or the tables are others: it is
 * begun anew. */
#define FORMAT 4
#define DEAD_LEAST 200 /* rows of what articles were that are put up with */
#define SPARE_MOST 2000 /* empty pages, too */

struct indexed {
    const char *name;
    int64_t id;
    struct file_stamp stamp;
    double length;
};

/* Where an entity stands in a row, until it is written. */
struct kept_places {
    int64_t id;
    char *entity;
    struct buffer places; /* uint32_t */
};

struct kept_list {
    struct kept_places *items;
    size_t count;
    size_t capacity;
};

struct search_index {
    char *path;
    struct sql *sql;
    bool damaged;
    const struct roster *roster; /* of the last search_index_follow */
    struct indexed *items;       /* sorted by name */
    size_t count;
    size_t capacity;
    struct buffer names;
    struct search_rows rows; /* of the articles of the roster */
    size_t missing;
    size_t gone;  /* articles that the roster has no more */
    int64_t live; /* articles that it has, changed ones too */
    int64_t most; /* the greatest id that was given */
    struct search_row row;
    bool writing;
    int64_t version; /* of the file, when the roster was followed: it changes when others write */
    int64_t known_names; /* the checksum that what is kept goes by */
    struct kept_list kept;
};

/* ---- the file ---- */

static const char schema[] =
    "CREATE TABLE about(format INTEGER, folder TEXT);"
    "CREATE TABLE articles(name TEXT PRIMARY KEY, id INTEGER, size INTEGER, mtime INTEGER, "
    "inode INTEGER, length INTEGER) WITHOUT ROWID;"
    "CREATE TABLE mentioned(names INTEGER, entity TEXT, id INTEGER, places BLOB, "
    "PRIMARY KEY(names, entity, id)) WITHOUT ROWID;"
    "CREATE TABLE given(id INTEGER);"
    "INSERT INTO given VALUES(0);"
    "CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, tokenize='words');"
    "INSERT INTO words(words, rank) VALUES('pgsz', 8130);"
    "INSERT INTO words(words, rank) VALUES('automerge', 0);"
    "INSERT INTO words(words, rank) VALUES('hashsize', 33554432);";

static const char file_version[] = "PRAGMA data_version";

static bool fits(struct sql *sql, const char *folder)
{
    int64_t format = 0;
    if (!sql_ask(sql, "SELECT format FROM about", &format, NULL) || format != FORMAT)
        return false;
    struct sql_query *query = sql_query(sql, "SELECT folder FROM about", NULL);
    bool same = query != NULL && sql_step(query, NULL) == SQL_ROW &&
                strcmp(sql_text(query, 0), folder) == 0;
    sql_finish(query);
    return same;
}

static bool make_tables(struct sql *sql, const char *folder, struct error *error)
{
    struct sql_query *query;
    if (!sql_run(sql, "PRAGMA auto_vacuum = INCREMENTAL; BEGIN IMMEDIATE", error))
        return false;
    bool ok = sql_run(sql, schema, error) &&
              (query = sql_query(sql, "INSERT INTO about VALUES(?1, ?2)", error)) != NULL;
    if (ok) {
        sql_bind_number(query, 1, FORMAT);
        sql_bind_text(query, 2, folder);
        ok = sql_finish_run(query, error);
    }
    return sql_run(sql, ok ? "COMMIT" : "ROLLBACK", ok ? error : NULL) && ok;
}

static bool is_empty(struct sql *sql)
{
    int64_t tables = 1;
    return sql_ask(sql, "SELECT count(*) FROM sqlite_master", &tables, NULL) && tables == 0;
}

/* It can be made anew, so that nothing is synced. */
static bool set_up_file(struct sql *sql, struct error *error)
{
    return !sql_is_damaged(sql) && sql_add_words(sql, error) &&
           sql_run(sql, "PRAGMA synchronous = OFF; PRAGMA cache_size = -32000; "
                        "PRAGMA temp_store = MEMORY", error);
}

static void remove_file(const char *path)
{
    char *journal = xasprintf("%s-journal", path);
    (void)unlink(path);
    (void)unlink(journal);
    free(journal);
}

static bool open_tables(struct search_index *index, const char *folder, int patience,
                        struct error *error)
{
    for (int turn = 0; turn < 2; turn++) {
        index->sql = sql_open_within(index->path, SQL_WRITE, patience, error);
        if (index->sql != NULL && set_up_file(index->sql, error) &&
            (fits(index->sql, folder) ||
             (is_empty(index->sql) && make_tables(index->sql, folder, error))))
            return true;
        bool there = file_exists(index->path) && file_stamp(index->path).size > 0;
        bool unfit = index->sql != NULL && !sql_was_busy(index->sql);
        sql_close(index->sql);
        index->sql = NULL;
        if (turn > 0 || !there || !unfit) /* what others write to is theirs, too */
            break;
        index->damaged = true;
        remove_file(index->path);
    }
    return false;
}

struct search_index *search_index_open(const char *cache_folder, const char *folder, int patience,
                                       struct error *error)
{
    char *real = realpath(folder, NULL);
    if (cache_folder == NULL || real == NULL || !file_make_folders(cache_folder, error)) {
        if (cache_folder == NULL)
            error_set(error, "there is no cache folder");
        free(real);
        return NULL;
    }
    struct search_index *index = xcalloc(1, sizeof *index);
    char *name = xasprintf("search-%016" PRIx64 ".db", hash_checksum(real, strlen(real)));
    index->path = file_join(cache_folder, name);
    free(name);
    bool ok = open_tables(index, real, patience, error);
    free(real);
    if (ok)
        return index;
    search_index_close(index);
    return NULL;
}

static void free_kept(struct search_index *index)
{
    for (size_t i = 0; i < index->kept.count; i++) {
        free(index->kept.items[i].entity);
        buffer_free(&index->kept.items[i].places);
    }
    index->kept.count = 0;
}

void search_index_close(struct search_index *index)
{
    if (index == NULL)
        return;
    bool damaged = index->sql != NULL && sql_is_damaged(index->sql);
    sql_close(index->sql);
    if (damaged) /* the next one is begun anew */
        remove_file(index->path);
    search_row_free(&index->row);
    free_kept(index);
    free(index->kept.items);
    free(index->items);
    buffer_free(&index->names);
    search_rows_free(&index->rows);
    free(index->path);
    free(index);
}

bool search_index_was_damaged(const struct search_index *index)
{
    return index->damaged;
}

bool search_index_was_busy(const struct search_index *index)
{
    return sql_was_busy(index->sql);
}

bool search_index_has_moved(const struct search_index *index)
{
    return sql_has_moved(index->sql);
}

/* ---- what it has ---- */

static bool read_articles(struct search_index *index, struct error *error)
{
    index->count = 0;
    buffer_truncate(&index->names, 0);
    struct sql_query *query = sql_query(
        index->sql, "SELECT id, name, size, mtime, inode, length FROM articles", error);
    enum sql_result result = SQL_FAILED;
    while (query != NULL && (result = sql_step(query, error)) == SQL_ROW) {
        const char *name = sql_text(query, 1);
        struct indexed item = { .id = sql_number(query, 0), .length = (double)sql_number(query, 5) };
        item.stamp = (struct file_stamp){ sql_number(query, 2), sql_number(query, 3),
                                          (uint64_t)sql_number(query, 4) };
        item.name = (const char *)(uintptr_t)index->names.length; /* until all names are read */
        buffer_add(&index->names, name, strlen(name) + 1);
        VECTOR_PUSH(index, item);
    }
    sql_finish(query);
    for (size_t i = 0; i < index->count; i++)
        index->items[i].name = index->names.data + (uintptr_t)index->items[i].name;
    return result == SQL_DONE && sql_ask(index->sql, "SELECT id FROM given", &index->most, error);
}

static int compare_indexed(const void *a, const void *b)
{
    return strcmp(((const struct indexed *)a)->name, ((const struct indexed *)b)->name);
}

/* Both lists are nearly always in one order: what comes next is looked at first. */
static struct indexed *find_indexed(const struct search_index *index, const char *name, size_t *next)
{
    struct indexed wanted = { .name = name }, *found = NULL;
    if (*next < index->count && strcmp(index->items[*next].name, name) == 0)
        found = &index->items[*next];
    else if (index->count > 0)
        found = bsearch(&wanted, index->items, index->count, sizeof *index->items, compare_indexed);
    if (found != NULL)
        *next = (size_t)(found - index->items) + 1;
    return found;
}

static bool are_sorted(const struct search_index *index)
{
    for (size_t i = 1; i < index->count; i++) {
        if (strcmp(index->items[i - 1].name, index->items[i].name) > 0)
            return false;
    }
    return true;
}

static struct file_stamp stamp_of(const struct roster *roster, size_t article)
{
    const struct walk_file *file = &roster->files.items[roster->order[article]];
    return (struct file_stamp){ file->size, file->mtime, file->inode };
}

bool search_index_follow(struct search_index *index, const struct roster *roster,
                         struct error *error)
{
    size_t next = 0;
    index->roster = roster;
    index->missing = roster->count;
    search_rows_free(&index->rows);
    bool ok = sql_ask(index->sql, file_version, &index->version, error) && read_articles(index, error);
    index->rows = search_rows_new(roster->count, index->most);
    index->live = (int64_t)index->count;
    index->gone = index->count;
    if (ok && !are_sorted(index))
        qsort(index->items, index->count, sizeof *index->items, compare_indexed);
    for (size_t i = 0; ok && index->count > 0 && i < roster->count; i++) {
        const struct indexed *item = find_indexed(index, roster_name(roster, i), &next);
        struct file_stamp now = stamp_of(roster, i);
        index->gone -= item != NULL;
        if (item == NULL || item->id > index->most || !file_stamp_equal(&item->stamp, &now))
            continue;
        search_rows_set(&index->rows, i, item->id, item->length);
        index->missing--;
    }
    return ok;
}

bool search_index_has(const struct search_index *index, size_t article)
{
    return index->rows.ids[article] != 0;
}

size_t search_index_missing(const struct search_index *index)
{
    return index->missing;
}

/* ---- writing ---- */

static bool run_named(struct search_index *index, const char *text, const char *name,
                      struct error *error)
{
    struct sql_query *query = sql_query(index->sql, text, error);
    sql_bind_text(query, 1, name);
    return sql_finish_run(query, error);
}

static bool insert_words(struct search_index *index, int64_t id, struct error *error)
{
    struct sql_query *query =
        sql_query(index->sql, "INSERT INTO words(rowid, text) VALUES(?1, ?2)", error);
    sql_bind_number(query, 1, id);
    sql_bind_text(query, 2, buffer_text(&index->row.words));
    return sql_finish_run(query, error);
}

/* A file that has just been written may be written once more without a new time: it is looked at
 * again. */
static bool insert_article(struct search_index *index, int64_t id, size_t article, size_t length,
                           struct error *error)
{
    struct file_stamp stamp = stamp_of(index->roster, article);
    struct sql_query *query = sql_query(
        index->sql, "INSERT OR REPLACE INTO articles VALUES(?1, ?2, ?3, ?4, ?5, ?6)", error);
    sql_bind_text(query, 1, roster_name(index->roster, article));
    sql_bind_number(query, 2, id);
    sql_bind_number(query, 3, stamp.size);
    sql_bind_number(query, 4, stamp.mtime > file_now() - CATALOGUE_RACY ? 0 : stamp.mtime);
    sql_bind_number(query, 5, (int64_t)stamp.inode);
    sql_bind_number(query, 6, (int64_t)length);
    return sql_finish_run(query, error);
}

static bool abandon(struct search_index *index)
{
    if (index->writing)
        (void)sql_run(index->sql, "ROLLBACK", NULL);
    index->writing = false;
    return false;
}

/* Looks again where others have written. */
static bool keep_up(struct search_index *index, struct error *error)
{
    int64_t version;
    return sql_ask(index->sql, file_version, &version, error) &&
           (version == index->version || search_index_follow(index, index->roster, error));
}

static bool begin(struct search_index *index, struct error *error)
{
    if (index->writing)
        return true;
    index->writing = sql_run(index->sql, "BEGIN IMMEDIATE", error);
    return index->writing && (keep_up(index, error) || abandon(index));
}

bool search_index_add(struct search_index *index, size_t article, const struct document *document,
                      struct error *error)
{
    bool had = search_index_has(index, article);
    if (!begin(index, error))
        return false;
    if (!had && search_index_has(index, article)) /* others have taken it in */
        return true;
    search_row_read(&index->row, document);
    int64_t id = ++index->most;
    if (!insert_words(index, id, error) ||
        !insert_article(index, id, article, document->length, error))
        return abandon(index);
    had = search_rows_replace(&index->rows, article, id, (double)document->length);
    index->missing -= !had;
    index->live += !had; /* one too many where it is there as it was: then all is begun anew a bit later */
    return true;
}

/* Rows of words that no article has any more are left lying until there are too many: then all is
 * begun anew. */
static bool drop_dead(struct search_index *index, struct error *error)
{
    if (index->most - index->live <= DEAD_LEAST + index->live)
        return true;
    index->most = index->live = 0;
    index->missing = index->roster->count;
    search_rows_free(&index->rows);
    index->rows = search_rows_new(index->roster->count, 0);
    return sql_run(index->sql,
                   "INSERT INTO words(words) VALUES('delete-all'); DELETE FROM articles; "
                   "DELETE FROM mentioned", error);
}

/* Articles that the roster has no more. */
static bool drop_gone(struct search_index *index, struct error *error)
{
    bool ok = true;
    size_t next = 0;
    if (index->gone == 0)
        return true;
    bool *kept = xcalloc(index->count + 1, sizeof *kept);
    for (size_t i = 0; i < index->roster->count && index->count > 0; i++) {
        const struct indexed *item = find_indexed(index, roster_name(index->roster, i), &next);
        if (item != NULL)
            kept[item - index->items] = true;
    }
    for (size_t i = 0; i < index->count && ok; i++) {
        if (!kept[i])
            ok = run_named(index, "DELETE FROM articles WHERE name = ?1", index->items[i].name, error);
    }
    free(kept);
    index->live -= (int64_t)index->gone;
    index->gone = 0;
    return ok;
}

static bool write_places(struct search_index *index, const struct kept_places *kept, struct error *error)
{
    struct sql_query *query =
        sql_query(index->sql, "INSERT OR REPLACE INTO mentioned VALUES(?1, ?2, ?3, ?4)", error);
    sql_bind_number(query, 1, index->known_names);
    sql_bind_text(query, 2, kept->entity);
    sql_bind_number(query, 3, kept->id);
    sql_bind_bytes(query, 4, buffer_text(&kept->places), kept->places.length);
    return sql_finish_run(query, error);
}

/* What other names told before is of no use any more. */
static bool forget_others(struct search_index *index, struct error *error)
{
    struct sql_query *query = sql_query(index->sql, "DELETE FROM mentioned WHERE names <> ?1", error);
    sql_bind_number(query, 1, index->known_names);
    return sql_finish_run(query, error);
}

static bool write_kept(struct search_index *index, struct error *error)
{
    bool ok = index->kept.count == 0 || forget_others(index, error);
    for (size_t i = 0; i < index->kept.count && ok; i++)
        ok = write_places(index, &index->kept.items[i], error);
    free_kept(index);
    return ok;
}

/* FTS5 now and then makes one part of many, and leaves those empty. While others read they stay. */
static void give_pages_back(struct search_index *index)
{
    int64_t spare;
    if (sql_ask(index->sql, "PRAGMA freelist_count", &spare, NULL) && spare > SPARE_MOST)
        (void)sql_run(index->sql, "PRAGMA incremental_vacuum", NULL);
}

bool search_index_commit(struct search_index *index, struct error *error)
{
    if (!begin(index, error)) {
        free_kept(index);
        return false;
    }
    bool ok = write_kept(index, error) && drop_gone(index, error) && drop_dead(index, error);
    struct sql_query *query = ok ? sql_query(index->sql, "UPDATE given SET id = ?1", error) : NULL;
    sql_bind_number(query, 1, index->most);
    if (!sql_finish_run(query, error) || !sql_run(index->sql, "COMMIT", error))
        return abandon(index);
    index->writing = false;
    give_pages_back(index);
    return true;
}

void search_index_keep(struct search_index *index, const struct search_query *query, size_t article,
                       const struct search_answer *answer)
{
    if (answer->mentions == NULL || query->names == 0 || index->rows.ids[article] == 0)
        return;
    index->known_names = (int64_t)query->names;
    for (size_t term = 0; term < query->count; term++) {
        const struct search_places *places = &answer->mentions[term];
        if (query->items[term].field != SEARCH_ENTITY)
            continue;
        struct kept_places kept = { index->rows.ids[article], xstrdup(query->items[term].value), { 0 } };
        buffer_add(&kept.places, places->count > 0 ? (const char *)places->items : "",
                   places->count * sizeof *places->items);
        VECTOR_PUSH(&index->kept, kept);
    }
}

bool search_index_expect(struct search_index *index, struct error *error)
{
    return sql_run(index->sql, "INSERT INTO words(words, rank) VALUES('crisismerge', 1000)", error);
}

/* Pages of what was there before are given back after each step, and taken by the next; at the end the file
 * gets rid of them. */
bool search_index_settle(struct search_index *index, struct error *error)
{
    int64_t before = 0, after = 2;
    bool ok = sql_run(index->sql, "INSERT INTO words(words, rank) VALUES('merge', -500);"
                                  "INSERT INTO words(words, rank) VALUES('crisismerge', 64)", error);
    while (ok && after - before >= 2)
        ok = sql_ask(index->sql, "SELECT total_changes()", &before, error) &&
             sql_run(index->sql, "INSERT INTO words(words, rank) VALUES('merge', 500)", error) &&
             sql_ask(index->sql, "SELECT total_changes()", &after, error);
    if (ok)
        (void)sql_run(index->sql, "PRAGMA incremental_vacuum", NULL); /* while others read it stays as it is */
    return ok;
}

bool search_index_ask(struct search_index *index, const struct search_query *query,
                      const bool *allowed, bool *doubtful, struct search_results *results,
                      struct error *error)
{
    if (index->writing)
        return search_match(index->sql, &index->rows, query, allowed, doubtful, results, error);
    bool ok = sql_run(index->sql, "BEGIN", error) && keep_up(index, error) &&
              search_match(index->sql, &index->rows, query, allowed, doubtful, results, error);
    if (sql_in_transaction(index->sql))
        (void)sql_run(index->sql, "COMMIT", NULL);
    return ok;
}
