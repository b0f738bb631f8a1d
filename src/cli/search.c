#include "cli/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/counter.h"
#include "cli/progress.h"
#include "cli/reader_rules.h"
#include "doc/reader.h"
#include "entity/kwic.h"
#include "notes/store.h"
#include "query/search_engine.h"
#include "query/search_library.h"
#include "text/sanitize.h"

#define SNIPPET_LEFT 40
#define SNIPPET_RIGHT 60
#define LIMIT_USUAL 50 /* articles */

struct searching {
    struct context *context;
    struct progress progress;
    struct search_query *query;
    const struct entity_index *entities;
    struct search_results results;
};

static void complain(void *data, const struct error *error)
{
    struct searching *searching = data;
    progress_clear(&searching->progress);
    context_fail(searching->context, error, 0);
}

static bool go_on(void *data, size_t done, size_t count)
{
    return progress_go_on(&((struct searching *)data)->progress, "indexing", done, count);
}

static void print_hit(struct searching *searching, const struct article *article, double score,
                      const struct document *document, struct span span, struct counter *counter)
{
    struct output *out = searching->context->out;
    char points[32];
    struct buffer snippet = { 0 };
    struct kwic kwic = kwic_around(document, span, SNIPPET_LEFT, SNIPPET_RIGHT);
    snprintf(points, sizeof points, "%.3f", score);
    bool marks = searching->context->arguments->format == OUTPUT_TEXT;
    buffer_add_text(&snippet, kwic.left_cut ? "…" : "");
    kwic_add(&snippet, document, (struct span){ kwic.left.start, span.start });
    buffer_add_text(&snippet, marks ? "«" : "");
    kwic_add(&snippet, document, span);
    buffer_add_text(&snippet, marks ? "»" : "");
    kwic_add(&snippet, document, (struct span){ span.end, kwic.right.end });
    buffer_add_text(&snippet, kwic.right_cut ? "…" : "");
    output_cell(out, article->id);
    counter_print(counter, span, out);
    output_cell(out, points);
    output_cell(out, buffer_text(&snippet));
    buffer_free(&snippet);
}

/* The places in an article are found by reading it. */
static void print_result(struct searching *searching, const struct article *article,
                         const struct search_result *result)
{
    struct error error = { "" };
    struct search_answer answer;
    struct document *document =
        reader_open(searching->context->environment->conversion, article->path, &error);
    if (document == NULL) {
        complain(searching, &error);
        return;
    }
    struct counter counter = { document->text, 0, 0 };
    (void)search_query_ask(searching->query, document, searching->entities, &answer);
    for (size_t i = 0; i < answer.hits.count; i++)
        print_hit(searching, article, result->score, document, answer.hits.items[i], &counter);
    search_answer_free(searching->query, &answer);
    document_free(document);
}

static void print_results(struct searching *searching, const struct collection *collection)
{
    size_t count, limit = LIMIT_USUAL;
    const struct article *articles = collection_articles(collection, &count);
    struct context *context = searching->context;
    struct search_results *results = &searching->results;
    struct error error;
    if ((context->arguments->given & FLAG_LIMIT) != 0)
        limit = context->arguments->limit > 0 ? context->arguments->limit : results->count;
    size_t shown = results->count < limit ? results->count : limit;
    if (context->arguments->format == OUTPUT_TEXT)
        search_results_group(results, articles);
    for (size_t i = 0; i < shown && !searching->progress.stopped; i++) {
        const struct search_result *result = &results->items[i];
        print_result(searching, &articles[result->article], result);
    }
    if (shown < results->count && (context->arguments->given & FLAG_LIMIT) == 0) {
        error_set(&error, "search: %zu more articles have it; --limit 0 prints all", results->count - shown);
        complain(searching, &error);
    }
}

/* The collection's articles; false where one could not be read. */
static bool search(struct searching *searching, struct collection *collection)
{
    struct error fault = { "" };
    if (search_query_names_entity(searching->query) && searching->entities == NULL)
        searching->entities = context_entity_index(searching->context, &fault);
    struct search_job job = { .collection = collection,
                              .cache_folder = searching->context->environment->cache_folder,
                              .entities = searching->entities,
                              .complain = complain,
                              .go_on = go_on,
                              .data = searching };
    bool ok = search_library(&job, searching->query, &searching->results);
    progress_clear(&searching->progress);
    print_results(searching, collection);
    search_results_free(&searching->results);
    return ok && !searching->progress.stopped;
}

static bool engine_go_on(void *data)
{
    return go_on(data, 0, 0);
}

/* Where the words stand in an article that the engine has found; nowhere in one that cannot be read. */
static void print_engine_hit(struct searching *searching, const struct engine_hit *hit)
{
    struct output *out = searching->context->out;
    char points[32];
    struct search_answer answer = { .answers = false };
    struct document *document =
        reader_open(searching->context->environment->conversion, hit->path, NULL);
    bool found = document != NULL && search_query_ask(searching->query, document, NULL, &answer);
    struct counter counter = { found ? document->text : "", 0, 0 };
    snprintf(points, sizeof points, "%.3f", hit->score);
    output_cell(out, hit->article);
    counter_print(&counter, found ? answer.hits.items[0] : (struct span){ 0, 0 }, out);
    output_cell(out, points);
    output_cell(out, hit->snippet);
    search_answer_free(searching->query, &answer);
    document_free(document);
}

static void print_engine_hits(struct searching *searching, const struct engine_hits *hits)
{
    struct error error;
    const struct arguments *arguments = searching->context->arguments;
    size_t limit = (arguments->given & FLAG_LIMIT) == 0 ? LIMIT_USUAL
                   : arguments->limit > 0               ? arguments->limit
                                                        : hits->count;
    for (size_t i = 0; i < hits->count && i < limit; i++)
        print_engine_hit(searching, &hits->items[i]);
    if (hits->rubbish > 0) {
        error_set(&error, "search-engine: %zu lines are no article, score and snippet of the collection",
                  hits->rubbish);
        complain(searching, &error);
    }
}

/* A program of the reader's own searches. */
static bool search_by_engine(struct searching *searching, struct collection *collection,
                             const char *words, const char *query)
{
    struct error error = { "" };
    struct engine_hits hits = { .items = NULL };
    struct search_engine *engine = search_engine_start(words, query, SEARCH_ENGINE_TIME);
    bool ok = search_engine_poll(engine, true, engine_go_on, searching);
    if (ok && !(ok = search_engine_hits(engine, collection, &hits, &error)))
        complain(searching, &error);
    print_engine_hits(searching, &hits);
    engine_hits_free(&hits);
    search_engine_free(engine);
    return ok;
}

static bool search_folder(struct searching *searching, const char *folder)
{
    struct error error;
    const struct environment *environment = searching->context->environment;
    struct collection *collection =
        collection_open(folder, environment->cache_folder, environment->conversion, &error);
    bool ok = collection != NULL && collection_scan(collection, &error);
    if (ok)
        ok = search(searching, collection);
    else
        complain(searching, &error);
    collection_free(collection);
    return ok;
}

/* A word with a slash at its end is a folder, and so are the dots that no search is for. */
static bool is_folder(const char *name)
{
    size_t length = strlen(name);
    return (length > 0 && name[length - 1] == '/') || strcmp(name, ".") == 0 ||
           strcmp(name, "..") == 0;
}

static bool search_all(struct searching *searching, const char *query, const char *const *names,
                       size_t count)
{
    bool ok = true, folders = false;
    struct error error;
    for (size_t i = 0; i < count; i++) {
        if (!is_folder(names[i]))
            continue;
        ok = search_folder(searching, names[i]) && ok;
        folders = true;
    }
    if (folders)
        return ok;
    struct collection *collection = context_collection(searching->context, &error);
    if (collection == NULL || !collection_scan(collection, &error)) {
        complain(searching, &error);
        return false;
    }
    char *engine = reader_rules_search_engine(searching->context->environment);
    ok = engine[0] != '\0' ? search_by_engine(searching, collection, engine, query)
                           : search(searching, collection);
    free(engine);
    return ok;
}

/* Those of the reader's notes. */
static void read_tags(struct context *context, struct search_query *query)
{
    struct error error = { "" };
    const char *folder = context->environment->data_folder;
    struct store *store = folder != NULL ? store_open(folder, STORE_READ, &error) : NULL;
    if (folder != NULL && store == NULL)
        context_fail(context, &error, 0);
    search_query_read_tags(query, store);
    store_close(store);
}

int cli_search(struct context *context, const char *const *names, size_t count)
{
    struct error error = { "" };
    struct buffer words = { 0 };
    for (size_t i = 0; i < count; i++) {
        if (is_folder(names[i]))
            continue;
        if (words.length > 0)
            buffer_add_byte(&words, ' ');
        sanitize_source(names[i], strlen(names[i]), &words, NULL);
    }
    struct search_query *query = search_query_new(buffer_text(&words), &error);
    if (query == NULL) {
        buffer_free(&words);
        return context_fail(context, &error, STATUS_NOT_DONE);
    }
    if (search_query_names_tag(query))
        read_tags(context, query);
    struct searching searching = { .context = context, .query = query };
    progress_begin(&searching.progress, context_line_width(context));
    context_table(context, "article start# end# score# snippet");
    bool ok = search_all(&searching, buffer_text(&words), names, count);
    buffer_free(&words);
    progress_end(&searching.progress);
    search_query_free(query);
    return context_end_table(context, ok);
}
