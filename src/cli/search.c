#include "cli/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "cli/counter.h"
#include "doc/reader.h"
#include "entity/kwic.h"
#include "query/search_query.h"
#include "text/sanitize.h"

#define SNIPPET_LEFT 40
#define SNIPPET_RIGHT 60

static const struct output_column columns[] = {
    { "article", false }, { "start", true }, { "end", true }, { "score", true },
    { "snippet", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

struct hit {
    char *start;
    char *end;
    char *snippet;
};

struct found {
    char *id;
    struct search_answer answer;
    struct hit *items;
    size_t count;
    size_t capacity;
};

struct finds {
    struct found *items; /* articles that have the words */
    size_t count;
    size_t capacity;
    size_t looked; /* articles in all, and their bytes */
    double bytes;
};

static void add_hit(struct found *found, const struct document *document, struct span span,
                    struct counter *counter)
{
    char start[COUNTER_SIZE];
    char end[COUNTER_SIZE];
    struct buffer snippet = { 0 };
    struct kwic kwic = kwic_around(document, span, SNIPPET_LEFT, SNIPPET_RIGHT);
    counter_at(counter, span.start, start);
    counter_at(counter, span.end, end);
    buffer_add_text(&snippet, kwic.left_cut ? "…" : "");
    kwic_add(&snippet, document, (struct span){ kwic.left.start, kwic.right.end });
    buffer_add_text(&snippet, kwic.right_cut ? "…" : "");
    VECTOR_PUSH(found, (struct hit){ xstrdup(start), xstrdup(end), buffer_take(&snippet) });
}

static void look(struct finds *finds, struct search_query *query,
                 const struct entity_index *index, const struct article *article,
                 const struct document *document)
{
    struct counter counter = { document->text, 0, 0 };
    struct found found = { .id = NULL };
    finds->looked++;
    finds->bytes += (double)document->length;
    if (search_query_skips(query, article) ||
        !search_query_ask(query, document, index, &found.answer)) {
        search_answer_free(&found.answer);
        return;
    }
    for (size_t i = 0; i < found.answer.hits.count; i++)
        add_hit(&found, document, found.answer.hits.items[i], &counter);
    found.id = xstrdup(article->id);
    VECTOR_PUSH(finds, found);
}

static void score(const struct search_query *query, struct finds *finds)
{
    struct search_answer **answers = xreallocarray(NULL, finds->count + 1, sizeof *answers);
    for (size_t i = 0; i < finds->count; i++)
        answers[i] = &finds->items[i].answer;
    search_query_rank(query, answers, finds->count, finds->looked, finds->bytes);
    free(answers);
}

static int compare_found(const void *a, const void *b)
{
    const struct found *first = a;
    const struct found *second = b;
    const struct search_answer *one = &first->answer, *other = &second->answer;
    if (one->together != other->together)
        return one->together ? -1 : 1;
    if (one->score < other->score || one->score > other->score)
        return one->score > other->score ? -1 : 1;
    return strcmp(first->id, second->id);
}

static void print_found(struct context *context, const struct found *found)
{
    char points[32];
    snprintf(points, sizeof points, "%.3f", found->answer.score);
    for (size_t i = 0; i < found->count; i++) {
        const struct hit *hit = &found->items[i];
        const char *const values[COLUMN_COUNT] = { found->id, hit->start, hit->end, points,
                                                   hit->snippet };
        output_row(context->out, values);
    }
}

static void finds_free(struct finds *finds)
{
    for (size_t i = 0; i < finds->count; i++) {
        struct found *found = &finds->items[i];
        for (size_t hit = 0; hit < found->count; hit++) {
            free(found->items[hit].start);
            free(found->items[hit].end);
            free(found->items[hit].snippet);
        }
        search_answer_free(&found->answer);
        free(found->items);
        free(found->id);
    }
    free(finds->items);
}

/* All articles; one that cannot be read is complained of, and the rest goes on. */
static bool look_everywhere(struct context *context, struct collection *collection,
                            struct search_query *query, struct finds *finds)
{
    bool ok = true;
    size_t count;
    struct error fault = { "" };
    const struct entity_index *index =
        search_query_names_entity(query) ? context_entity_index(context, &fault) : NULL;
    const struct article *articles = collection_articles(collection, &count);
    for (size_t i = 0; i < count; i++) {
        struct error error = { "" };
        struct document *document =
            reader_open(context->environment->conversion, articles[i].path, &error);
        if (document != NULL)
            look(finds, query, index, &articles[i], document);
        else
            context_fail(context, &error, 0);
        ok = ok && document != NULL;
        document_free(document);
    }
    return ok;
}

int cli_search(struct context *context, const char *const *names, size_t count)
{
    struct error error = { "" };
    struct buffer words = { 0 };
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_byte(&words, ' ');
        sanitize_source(names[i], strlen(names[i]), &words, NULL);
    }
    struct collection *collection = context_collection(context, &error);
    struct search_query *query = collection != NULL && collection_scan(collection, &error)
                                     ? search_query_new(buffer_text(&words), &error)
                                     : NULL;
    buffer_free(&words);
    if (query == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    struct finds finds = { .items = NULL };
    bool ok = look_everywhere(context, collection, query, &finds);
    score(query, &finds);
    if (finds.count > 0)
        qsort(finds.items, finds.count, sizeof *finds.items, compare_found);
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; i < finds.count; i++)
        print_found(context, &finds.items[i]);
    output_table_end(context->out);
    bool any = finds.count > 0;
    finds_free(&finds);
    search_query_free(query);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
