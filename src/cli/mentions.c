#include "cli/mentions.h"

#include <stdlib.h>

#include "app/gazetteer.h"
#include "base/xalloc.h"
#include "cli/counter.h"
#include "doc/reader.h"
#include "library/target.h"

static const struct output_column columns[] = {
    { "article", false }, { "start", true }, { "end", true }, { "entity", false },
    { "text", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static void print_mention(struct context *context, const struct gazetteer *gazetteer,
                          const char *id, const char *text, const struct mention *mention,
                          struct counter *counter)
{
    char start[COUNTER_SIZE];
    char end[COUNTER_SIZE];
    counter_at(counter, mention->start, start);
    counter_at(counter, mention->end, end);
    char *name = xstrndup(text + mention->start, mention->end - mention->start);
    const char *const values[COLUMN_COUNT] = {
        id, start, end, gazetteer_note(gazetteer, mention->entity)->id, name,
    };
    output_row(context->out, values);
    free(name);
}

static bool print_mentions(struct context *context, const struct gazetteer *gazetteer,
                           const char *name, struct error *error)
{
    struct target target;
    if (!target_resolve(context_collection(context, NULL), name, &target, error))
        return false;
    struct document *document = reader_open(target.path, error);
    bool ok = document != NULL;
    if (ok) {
        struct mentions mentions = { 0 };
        struct counter counter = { document->text, 0, 0 };
        gazetteer_find(gazetteer, document, &mentions);
        for (size_t i = 0; i < mentions.count; i++)
            print_mention(context, gazetteer, target.id, document->text, &mentions.items[i],
                          &counter);
        mentions_free(&mentions);
    }
    document_free(document);
    target_free(&target);
    return ok;
}

int cli_mentions(struct context *context, const char *const *names, size_t count)
{
    struct gazetteer *gazetteer = gazetteer_new(context_collection(context, NULL));
    bool ok = true;
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; i < count; i++) {
        struct error error = { "" };
        if (!print_mentions(context, gazetteer, names[i], &error)) {
            context_fail(context, &error, STATUS_NOT_DONE);
            ok = false;
        }
    }
    gazetteer_free(gazetteer);
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
