#include "cli/search.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "cli/counter.h"
#include "doc/reader.h"
#include "entity/kwic.h"
#include "text/find.h"
#include "text/sanitize.h"

#define HITS_MOST ((size_t)100000) /* of one article */
#define SNIPPET_LEFT 40
#define SNIPPET_RIGHT 60
#define BM25_K1 1.2
#define BM25_B 0.75

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
    size_t length;
    double score;
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

static void look(struct finds *finds, struct find *find, const struct article *article,
                 const struct document *document)
{
    struct spans spans = { 0 };
    struct counter counter = { document->text, 0, 0 };
    finds->looked++;
    finds->bytes += (double)document->length;
    find_all(find, document->text, 0, document->length, HITS_MOST, &spans);
    struct found found = { .length = document->length };
    for (size_t i = 0; i < spans.count; i++)
        add_hit(&found, document, spans.items[i], &counter);
    spans_free(&spans);
    if (found.count == 0)
        return;
    found.id = xstrdup(article->id);
    VECTOR_PUSH(finds, found);
}

static void score(struct finds *finds)
{
    double with = (double)finds->count;
    double all = (double)finds->looked;
    double rarity = log(1.0 + (all - with + 0.5) / (with + 0.5));
    double average = finds->looked > 0 ? finds->bytes / all : 1.0;
    for (size_t i = 0; i < finds->count; i++) {
        struct found *found = &finds->items[i];
        double often = (double)found->count;
        double size = 1.0 - BM25_B + BM25_B * (double)found->length / (average > 0 ? average : 1.0);
        found->score = rarity * often * (BM25_K1 + 1.0) / (often + BM25_K1 * size);
    }
}

static int compare_found(const void *a, const void *b)
{
    const struct found *first = a;
    const struct found *second = b;
    if (first->score < second->score || first->score > second->score)
        return first->score > second->score ? -1 : 1;
    return strcmp(first->id, second->id);
}

static void print_found(struct context *context, const struct found *found)
{
    char points[32];
    snprintf(points, sizeof points, "%.3f", found->score);
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
        free(found->items);
        free(found->id);
    }
    free(finds->items);
}

/* All articles; one that cannot be read is complained of, and the rest goes on. */
static bool look_everywhere(struct context *context, struct collection *collection,
                            struct find *find, struct finds *finds)
{
    bool ok = true;
    size_t count;
    const struct article *articles = collection_articles(collection, &count);
    for (size_t i = 0; i < count; i++) {
        struct error error = { "" };
        struct document *document = reader_open(articles[i].path, &error);
        if (document != NULL)
            look(finds, find, &articles[i], document);
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
    struct buffer query = { 0 };
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_byte(&query, ' ');
        sanitize_source(names[i], strlen(names[i]), &query, NULL);
    }
    struct collection *collection = context_collection(context, &error);
    struct find *find = collection != NULL && collection_scan(collection, &error)
                            ? find_new(buffer_text(&query), FIND_KEY, &error) : NULL;
    buffer_free(&query);
    if (find == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    struct finds finds = { .items = NULL };
    bool ok = look_everywhere(context, collection, find, &finds);
    score(&finds);
    if (finds.count > 0)
        qsort(finds.items, finds.count, sizeof *finds.items, compare_found);
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; i < finds.count; i++)
        print_found(context, &finds.items[i]);
    output_table_end(context->out);
    bool any = finds.count > 0;
    finds_free(&finds);
    find_free(find);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
