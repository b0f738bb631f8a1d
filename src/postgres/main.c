/* diptych-postgres: an archive in PostgreSQL, for option search-engine.
 *
 *     diptych-postgres load  [--database=WHERE] FOLDER...
 *     diptych-postgres query [--database=WHERE] [--limit=N] [--ids] WORDS...
 *
 * WHERE is what libpq takes ("host=db dbname=archive"); the variables PGHOST, PGDATABASE and so on fill in
 * what it leaves out. A query prints ARTICLE, tab, SCORE, tab, SNIPPET, the best first: ARTICLE is the path
 * of the file, or with --ids its id, for an archive that lies elsewhere on each machine. Exit 0 also where
 * nothing is found, 1 where it failed, 2 when it is called wrongly. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "cli/environment.h"
#include "library/collection.h"
#include "notes/store.h"
#include "postgres/archive.h"
#include "postgres/ask.h"
#include "postgres/database.h"
#include "postgres/load.h"
#include "text/sanitize.h"

struct call {
    const char *where;
    size_t limit; /* 0: all that were judged */
    bool ids;
    const char *const *words; /* the rest */
    size_t count;
};

static void complain(const struct error *error)
{
    struct buffer line = { 0 };
    sanitize_line(&line, error->text, strlen(error->text));
    fprintf(stderr, "diptych-postgres: %s\n", buffer_text(&line));
    buffer_free(&line);
}

static int usage(void)
{
    fputs("usage: diptych-postgres load [--database=WHERE] FOLDER...\n"
          "       diptych-postgres query [--database=WHERE] [--limit=N] [--ids] WORDS...\n",
          stderr);
    return 2;
}

static bool read_call(int argc, char **argv, struct call *call)
{
    int at = 2;
    *call = (struct call){ .where = "" };
    for (; at < argc && strncmp(argv[at], "--", 2) == 0; at++) {
        char *end = "";
        if (strcmp(argv[at], "--") == 0) {
            at++;
            break;
        }
        if (strncmp(argv[at], "--database=", 11) == 0)
            call->where = argv[at] + 11;
        else if (strncmp(argv[at], "--limit=", 8) == 0 && argv[at][8] >= '0' && argv[at][8] <= '9')
            call->limit = strtoul(argv[at] + 8, &end, 10);
        else if (strcmp(argv[at], "--ids") == 0)
            call->ids = true;
        else
            return false;
        if (*end != '\0')
            return false;
    }
    call->words = (const char *const *)argv + at;
    call->count = (size_t)(argc - at);
    return call->count > 0;
}

static int load(const struct environment *environment, struct database *database, const struct call *call)
{
    struct error error = { "" };
    struct load_count count;
    if (!load_folders(database, environment, call->words, call->count, complain, &count, &error)) {
        complain(&error);
        return 1;
    }
    printf("%zu articles: %zu read, %zu as before, %zu gone\n", count.articles, count.read,
           count.articles - count.read - count.refused, count.gone);
    return count.refused > 0;
}

/* ---- queries ---- */

/* The notes of the reader who asks tell what is tagged, the collection's what entities are called. */
struct known {
    struct store *store;
    struct collection *collection;
    struct entity_index *entities;
};

static void know(struct known *known, const struct environment *environment, struct database *database,
                 struct search_query *query)
{
    const char *data = environment->data_folder;
    if (search_query_names_tag(query)) {
        known->store = data != NULL ? store_open(data, STORE_READ, NULL) : NULL;
        search_query_read_tags(query, known->store);
    }
    if (!search_query_names_entity(query))
        return;
    char *folder = ask_folder(database);
    char *vault = data != NULL ? file_join(data, "vault") : NULL;
    if (folder != NULL)
        known->collection = collection_open(folder, environment->cache_folder, environment->conversion, NULL);
    known->entities = entity_index_new(&(struct entity_index_sources){
        known->collection, environment->collection, file_is_folder(vault != NULL ? vault : "") ? vault : NULL, false });
    search_query_read_names(query, known->entities);
    free(folder);
    free(vault);
}

static void forget(struct known *known)
{
    entity_index_free(known->entities);
    collection_free(known->collection);
    store_close(known->store);
}

/* A tab or a line end would part the line. */
static bool is_plain(const char *name)
{
    return strpbrk(name, "\t\n") == NULL;
}

static void print_answers(const struct ask_answers *answers, const struct call *call)
{
    for (size_t i = 0; i < answers->count && (call->limit == 0 || i < call->limit); i++) {
        const struct ask_answer *answer = &answers->items[i];
        const char *name = call->ids ? answer->id : answer->path;
        if (is_plain(name))
            printf("%s\t%.3f\t%s\n", name, answer->score, answer->snippet);
    }
}

static int ask(const struct environment *environment, struct database *database, const struct call *call)
{
    struct error error = { "" };
    struct buffer words = { 0 };
    struct known known = { NULL, NULL, NULL };
    struct ask_answers answers = { NULL, 0, 0 };
    for (size_t i = 0; i < call->count; i++) {
        buffer_add_text(&words, i > 0 ? " " : "");
        sanitize_source(call->words[i], strlen(call->words[i]), &words, NULL);
    }
    struct search_query *query = search_query_new(buffer_text(&words), &error);
    bool ok = query != NULL && archive_check(database, &error);
    if (ok) {
        know(&known, environment, database, query);
        ok = ask_database(database, query, known.entities, &answers, &error);
    }
    if (ok)
        print_answers(&answers, call);
    else
        complain(&error);
    ask_answers_free(&answers);
    search_query_free(query);
    forget(&known);
    buffer_free(&words);
    return !ok || fflush(stdout) != 0;
}

int main(int argc, char **argv)
{
    struct call call;
    struct error error = { "" };
    struct environment environment;
    bool loads = argc > 1 && strcmp(argv[1], "load") == 0;
    if (argc < 2 || (!loads && strcmp(argv[1], "query") != 0) || !read_call(argc, argv, &call))
        return usage();
    (void)setlocale(LC_CTYPE, "");
    environment_read(&environment, true, argv[0]);
    struct database *database = database_open(call.where, &error);
    int status = 1;
    if (database == NULL)
        complain(&error);
    else
        status = loads ? load(&environment, database, &call) : ask(&environment, database, &call);
    database_close(database);
    environment_free(&environment);
    return status;
}
