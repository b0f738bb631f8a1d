#include "cli/sentences.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/counter.h"
#include "doc/document.h"
#include "library/target.h"

static const struct output_column columns[] = {
    { "article", false }, { "start", true }, { "end", true }, { "text", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static void print_sentence(struct context *context, const char *id, const char *text,
                           struct span span, struct counter *counter)
{
    char start[COUNTER_SIZE];
    char end[COUNTER_SIZE];
    counter_at(counter, span.start, start);
    counter_at(counter, span.end, end);
    char *sentence = xstrndup(text + span.start, span.end - span.start);
    const char *const values[COLUMN_COUNT] = { id, start, end, sentence };
    output_row(context->out, values);
    free(sentence);
}

static bool print_sentences(struct context *context, const char *name, struct error *error)
{
    struct target target;
    if (!target_resolve(context_collection(context, NULL), name, &target, error))
        return false;
    struct document *document = context_read(context, target.path, error);
    struct counter counter = { document != NULL ? document->text : NULL, 0, 0 };
    struct spans spans = { 0 };
    for (size_t block = 0; document != NULL && block < document->block_count; block++) {
        spans.count = 0;
        document_sentences(document, block, &spans);
        for (size_t i = 0; i < spans.count; i++)
            print_sentence(context, target.id, document->text, spans.items[i], &counter);
    }
    bool ok = document != NULL;
    spans_free(&spans);
    document_free(document);
    target_free(&target);
    return ok;
}

int cli_sentences(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    bool ok = true;
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; i < count; i++) {
        if (!print_sentences(context, names[i], &error)) {
            context_fail(context, &error, STATUS_NOT_DONE);
            ok = false;
        }
    }
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
